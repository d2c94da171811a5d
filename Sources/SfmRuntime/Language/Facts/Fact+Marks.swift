import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Fact {
    /// What policies have marks for.
    static let marks = [markOfPerson, markOfChat, ownRole]

    private static let markOfPerson = Fact(
        Forms(
            "mark of person", en: ["{target} has {not} {word} [in chat {chat}]"],
            ru: ["у {target} есть {not} {word} [в чате {chat}]", "у {target} {not} {word}"]),
        deniable: true,
        set: { i, q in
            let mark = i.policies.words.name(.mark, i.names[q.text])
            for person in q.people { _ = i.world.set(mark, to: !q.node.negated, person, in: q.chat) }
            return nil
        },
        holds: { i, q in
            let mark = i.policies.words.name(.mark, i.names[q.text])
            return Verdict(PersonFacts.agree(q) { i.world.has(mark, $0, in: q.chat) })
        },
        words: [.word: .mark])

    private static let ownRole = Fact(
        Forms("own role", en: ["{target} is {not} {kinds}"], ru: ["{target} — {not} {kinds}"]),
        deniable: true,
        set: { i, q in
            for role in q.kinds.map({ i.policies.words.name(.role, i.names[$0]) }) {
                if !q.node.negated {
                    for person in q.people { if let obstacle = i.policies.obstacle(toRole: role, of: person, .absent, in: i.world) { return obstacle } }
                }
                for person in q.people { _ = i.world.set(role: role, to: !q.node.negated, person) }
            }
            return nil
        },
        holds: { i, q in
            let roles = q.kinds.map { i.policies.words.name(.role, i.names[$0]) }
            return Verdict(PersonFacts.agree(q) { person in roles.allSatisfy { i.world.holds($0, person) } })
        },
        words: [.kinds: .role])

    private static let markOfChat = Fact(
        Forms("mark of chat", en: ["chat {chat} has {not} {word}"], ru: ["у чата {chat} есть {not} {word}", "у чата {chat} {not} {word}"]),
        deniable: true,
        set: { i, q in
            _ = i.world.set(i.policies.words.name(.mark, i.names[q.text]), to: !q.node.negated, q.chat)
            return nil
        },
        holds: { i, q in Verdict(i.world.has(i.policies.words.name(.mark, i.names[q.text]), q.chat)) },
        words: [.word: .mark])
}
