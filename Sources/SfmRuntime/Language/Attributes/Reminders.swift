import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// How often the person concerned has been reminded of the rules of the chat.
    static let reminders: Attribute = Attribute(
        AttributeForms("reminders", en: ["reminders", "reminders of target"], ru: ["напоминание", "напоминание лицо"], shown: "напоминаний", .count),
        heading: Text("reminders", "напоминания"), concerns: .target, counts: CountedActs(part: .subject, kept: .reminders) { [.remind] },
        isAsked: { $0.contains(.target) && $0.haveChat },
        .count({ c, w, parties in parties.hasRecords ? Int(w[chat: c.chat][c.target]?.reminders ?? 0) : 0 }, countsTheDeed: true))
}
