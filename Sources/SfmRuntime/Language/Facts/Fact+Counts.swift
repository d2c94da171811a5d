import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Fact {
    /// How often something was done to somebody or by somebody, out of the log.
    static let counts = [reminders, blocks, removals, messagesOf]

    private static let reminders = count("reminders", "reminders of", ["напоминаний"], Text("reminders", "напоминаний")) { [ActTable.index(of: .remind)] }
    private static let blocks = count("blocks", "blocks of", ["блокировок"], Text("blocks", "блокировок")) { [ActTable.index(of: .block)] }
    private static let removals = count("removals", "removals of", ["исключений"], Text("removals", "исключений")) { [ActTable.index(of: .remove)] }
    private static let messagesOf = count("messages of person", "messages of", ["сообщений"], Text("messages", "сообщений"), isDone: true) {
        [ActTable.index(of: .post), ActTable.index(of: .answer)]
    }

    private static func count(
        _ id: String, _ english: String, _ russian: [String], _ noun: Text, isDone: Bool = false, _ acts: @escaping @Sendable () -> [Int]
    ) -> Fact {
        Fact(
            Forms(
                id, en: ["\(english) {target} [in chat {chat}] {not} [{compare}]"],
                ru: russian.flatMap { ["\($0) {target} [в чате {chat}] {compare}", "у {target} \($0) [в чате {chat}] {compare}"] }),
            definite: [.chat],
            holds: { i, q in
                guard let person = q.people.first else { return Verdict(false) }
                let counted = acts()
                i.work.add(i.log.count / Work.Rate.people)
                let found = i.log.count { entry in
                    counted.contains(entry.request.act) && entry.request.chat == q.chat && (isDone ? entry.request.actor : entry.request.target) == person
                }
                return ChatFacts.count(found, q, noun)
            })
    }
}
