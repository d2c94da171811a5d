import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// What a messenger is used for.
    static let purpose = Attribute(
        AttributeForms(
            "purpose", en: ["purpose"], ru: ["цель использования"],
            .choice(
                .init(
                    .purpose, rule: Text("purpose is", "цель использования"), sentence: Text("the purpose is", "цель использования"),
                    explained: Text("for: ", "для: "), governs: true))),
        heading: Text("purpose", "цель"), says: .purpose, .choice({ c, _, _ in c.purpose?.rawValue }))
}
