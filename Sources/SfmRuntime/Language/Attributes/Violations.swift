import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// How often the person concerned has broken the rules of the chat.
    static let violations: Attribute = Attribute(
        AttributeForms(
            "violations", en: ["violations", "violations of target"], ru: ["нарушение", "нарушение лицо", "нарушение правила"], shown: "нарушений",
            .count),
        heading: Text("violations", "нарушения"), concerns: .target, counts: CountedActs(part: .subject, kept: .violations) { [.violate] },
        isAsked: { $0.contains(.target) && $0.contains(.chat) },
        .count({ c, w, parties in parties.hasRecords ? w.violations(of: c.target, in: c.chat) : 0 }, countsTheDeed: true))
}
