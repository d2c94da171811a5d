import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// How often the person concerned has been warned in the chat.
    static let warnings: Attribute = Attribute(
        AttributeForms("warnings", en: ["warnings", "warnings of target"], ru: ["предупреждение", "предупреждение лицо"], shown: "предупреждений", .count),
        heading: Text("warnings", "предупреждения"), concerns: .target, counts: CountedActs(part: .subject, kept: .warnings) { [.warn] },
        isAsked: { $0.contains(.target) && $0.haveChat },
        .count({ c, w, parties in parties.hasRecords ? Int(w[chat: c.chat][c.target]?.warnings ?? 0) : 0 }, countsTheDeed: true))
}
