import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// The messenger that is used.
    static let messenger = Attribute(
        AttributeForms(
            "messenger", en: ["messenger"], ru: ["мессенджер"],
            .name(rule: Text("messenger is", "мессенджер"), sentence: Text("the messenger is", "мессенджер"))),
        heading: Text("messenger", "мессенджер"), .name({ c, _, _ in c.listed }))
}
