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
            notGiven: sayHowMany(Text("\(english) @x = 3", "\(russian[0]) @x = 3")),
            set: { i, q in
                guard let act = acts().first, let wanted = q.comparison?.number else { return nil }
                for person in q.people {
                    let known = i.count(acts(), by: isDone, person, q.chat)
                    guard wanted >= known else { return i.fewer(than: known) }
                    i.give(act, by: isDone, person, q.chat, times: wanted - known)
                }
                return nil
            },
            holds: { i, q in
                guard let person = q.people.first else { return Verdict(false) }
                return ChatFacts.count(i.count(acts(), by: isDone, person, q.chat), q, noun)
            })
    }

    /// A number that is given has to be one: what a `given` that says none could mean.
    static func sayHowMany(_ example: Text) -> @Sendable (FactNode) -> Text? {
        { node in
            if case .compare(let sign, _)? = node.slot(.compare)?.value, sign == .equal, !node.negated { return nil }
            return Text("say how many: \(example.en)", "скажите, сколько: \(example.ru)")
        }
    }
}

extension Interpreter {
    /// What was done before the scenario begins, as `given` says, is noted behind the acts themselves: the log has none of it.
    private static func given(_ act: Int) -> Int { ActTable.all.count + 1 + act }

    /// How often one of these acts was done by somebody or to somebody in a chat, what was given included.
    fileprivate func count(_ acts: [Int], by isDoer: Bool, _ person: PersonID, _ chat: ChatID) -> Int {
        work.add(log.count / Work.Rate.people)
        let logged = log.count { entry in
            acts.contains(entry.request.act) && entry.request.chat == chat && (isDoer ? entry.request.actor : entry.request.target) == person
        }
        let part: Counted.Part = isDoer ? .doer : .subject
        return acts.reduce(logged) { $0 + world.count(person, Counted(act: Self.given($1), part: part, chat: chat), kinds: [], after: nil) }
    }

    /// Lets an act have been done so often more: for facts, and for rules that count it, to which it was done now.
    fileprivate mutating func give(_ act: Int, by isDoer: Bool, _ person: PersonID, _ chat: ChatID, times: Int) {
        guard times > 0 else { return }
        for act in [act, Self.given(act)] { world.note(person, act, isDoer ? .doer : .subject, in: chat, times: times) }
    }

    /// What was done is not undone by a number.
    func fewer(than known: Int) -> UnmetPrecondition {
        UnmetPrecondition(Text("there are \(known) of them already", "их уже \(known)"))
    }
}
