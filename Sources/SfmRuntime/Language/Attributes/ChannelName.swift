import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// The channel that the act is about.
    static let channel = Attribute(
        AttributeForms(
            "channel", en: ["channel"], ru: ["канал"], .name(rule: Text("channel is", "канал"), sentence: Text("the channel is", "канал"))),
        heading: Text("channel", "канал"), isAsked: { $0.contains(.channel) }, .name({ c, _, _ in c.listed }))
}
