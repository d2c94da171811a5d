import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the person concerned has left the school.
    static let departed = Attribute(
        AttributeForms(
            "departed", en: ["departed"], ru: ["выбыл"], shown: "выбыло",
            .flag(
                rule: .init(Text("target has departed", "лицо выбыло"), no: Text("target has not departed", "лицо не выбыло")),
                sentence: .init(
                    Text("the person has departed", "лицо выбыло"),
                    no: Text("the person has not departed", "лицо не выбыло")))),
        heading: Text("departure", "выбытие"), concerns: .target, isAsked: \.haveTarget,
        .flag({ c, w, _ in w.marks(of: c.target).isGone }))
}
