import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the initiative is that of the teaching staff as a body.
    static let collective = Attribute(
        AttributeForms(
            "collective", en: ["initiative collective", "initiative"], ru: ["инициатива коллектива", "инициатива"],
            shown: "инициатива педагогического коллектива",
            .flag(
                rule: .init(Text("initiative is collective", "инициатива коллектива"), no: Text("initiative is not collective", "инициатива не коллектива")),
                sentence: .init(
                    Text("the initiative is that of the teaching staff as a body", "инициатива исходит от педагогического коллектива"),
                    no: Text("the initiative is not that of the teaching staff as a body", "инициатива исходит не от педагогического коллектива")))),
        heading: Text("initiative", "инициатива"), says: .initiative,
        .flag({ c, _, _ in c.isCollective }))
}
