import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Fact {
    /// Violations, blocks, apologies, objections and known rules.
    static let moderation = [blocked, violations, warnings, acknowledged, apologized, objections]

    private static let blocked = Fact(
        Forms(
            "blocked", en: ["{target} is {not} blocked [in chat {chat}] [until {until}]", "{target} is {not} restricted [in chat {chat}]"],
            ru: ["{target} {not} заблокирован [в чате {chat}] [до {until}]", "{target} {not} ограничен [в чате {chat}]"]),
        definite: [.chat],
        deniable: true,
        deniesAll: true,
        set: { i, q in
            let start = i.world.now
            let until = q.until.map(\.instant) ?? .never
            let negated = q.node.negated
            for person in q.people {
                // «Не заблокирован» without a chat is said of every chat.
                for chat in q.chat == .absent ? i.world[person: person].chats : [q.chat] {
                    i.world.record(person, in: chat) { $0.block = negated ? nil : Block(start: start, until: until) }
                }
            }
            return nil
        },
        holds: { i, q in
            let world = i.world
            func isBlocked(_ person: PersonID, _ chat: ChatID) -> Bool {
                guard let block = world.block(of: person, in: chat) else { return false }
                return q.until.map { $0.hasTime ? $0.instant == block.until : $0.instant.day == block.until.day } ?? true
            }
            let holds = PersonFacts.agree(q) { person in
                q.chat == .absent ? world[person: person].chats.contains { isBlocked(person, $0) } : isBlocked(person, q.chat)
            }
            return Verdict(holds) { ModerationFacts.blocks($0, $1) }
        })

    private static let violations = Fact(
        Forms(
            "violations", en: ["violations of {target} [in chat {chat}] {not} [{compare}]"],
            ru: [
                "нарушений {target} [в чате {chat}] {compare}", "у {target} нарушений [в чате {chat}] {compare}",
                "нарушений у {target} [в чате {chat}] {compare}",
            ]),
        definite: [.chat],
        deniable: true,
        notGiven: { node in
            if case .compare(let sign, _)? = node.slot(.compare)?.value, sign == .equal, !node.negated { return nil }
            if node.slot(.compare) == nil, node.negated { return nil }
            return Text("say how many: violations of @x = 3", "скажите, сколько: нарушений @x = 3")
        },
        set: { i, q in
            let n = Int32(clamping: q.comparison?.number ?? 0)
            for person in q.people {
                let known = i.world.violations(of: person, in: q.chat)
                i.world.record(person, in: q.chat) { $0.violations = n }
                // What rules count by the day began now.
                guard Int(n) > known else { continue }
                i.world.note(person, ActTable.index(of: .violate), .subject, in: q.chat, times: Int(n) - known)
            }
            return nil
        },
        holds: { i, q in
            guard let person = q.people.first else { return Verdict(false) }
            return ChatFacts.count(i.world.violations(of: person, in: q.chat), q, Text("violations", "нарушений"))
        })

    private static let warnings = Fact(
        Forms(
            "warnings", en: ["warnings of {target} [in chat {chat}] {not} [{compare}]"],
            ru: [
                "предупреждений {target} [в чате {chat}] {compare}", "у {target} предупреждений [в чате {chat}] {compare}",
                "предупреждений у {target} [в чате {chat}] {compare}",
            ]),
        definite: [.chat],
        notGiven: sayHowMany(Text("warnings of @x = 3", "предупреждений @x = 3")),
        set: { i, q in
            let n = Int32(clamping: q.comparison?.number ?? 0)
            for person in q.people {
                let known = i.world[chat: q.chat][person]?.warnings ?? 0
                guard n >= known else { return i.fewer(than: Int(known)) }
                i.world.record(person, in: q.chat) { $0.warnings = n }
                if n > known { i.world.note(person, ActTable.index(of: .warn), .subject, in: q.chat, times: Int(n - known)) }
            }
            return nil
        },
        holds: { i, q in
            guard let person = q.people.first else { return Verdict(false) }
            return ChatFacts.count(Int(i.world[chat: q.chat][person]?.warnings ?? 0), q, Text("warnings", "предупреждений"))
        })

    private static let acknowledged = Fact(
        Forms(
            "acknowledged", en: ["{target} has {not} acknowledged rules [of chat {chat}]", "{target} has {not} acknowledged rules [in chat {chat}]"],
            ru: [
                "{target} {not} ознакомлен с правилами [чата {chat}]", "{target} {not} ознакомлен с правилами общения [в чате {chat}]",
                "{target} {not} ознакомлен [в чате {chat}]",
            ]),
        definite: [.chat],
        deniable: true,
        set: { i, q in
            let knows = !q.node.negated
            for person in q.people { i.world.record(person, in: q.chat) { $0.knowsRules = knows } }
            return nil
        },
        holds: { i, q in Verdict(PersonFacts.agree(q) { i.world.knowsRules($0, in: q.chat) }) })

    private static let apologized = Fact(
        Forms(
            "apologized", en: ["{target} has {not} apologized [in chat {chat}]"],
            ru: ["{target} {not} извинился [в чате {chat}]", "{target} {not} принёс извинения [в чате {chat}]"]),
        definite: [.chat],
        deniable: true,
        set: { i, q in
            let value = !q.node.negated
            for person in q.people { i.world.record(person, in: q.chat) { $0.block?.apologized = value } }
            return nil
        },
        holds: { i, q in Verdict(PersonFacts.agree(q) { i.world.block(of: $0, in: q.chat)?.apologized ?? false }) })

    private static let objections = Fact(
        Forms(
            "objections", en: ["objections to unblocking (of) {target} [in chat {chat}] {not} [{compare}]", "objections to {target} {compare}"],
            ru: ["возражений против разблокировки {target} [в чате {chat}] {compare}", "возражений против {target} {compare}"]),
        definite: [.chat],
        holds: { i, q in
            guard let person = q.people.first else { return Verdict(false) }
            return ChatFacts.count(i.world.block(of: person, in: q.chat)?.objections.count ?? 0, q, Text("objections", "возражений"))
        })
}

enum ModerationFacts {
    /// Where and until when somebody is blocked.
    static func blocks(_ i: Interpreter, _ q: Query) -> Text? {
        guard let person = q.people.first else { return nil }
        let found = i.world[person: person].chats.compactMap { chat -> Text? in
            guard let block = i.world.block(of: person, in: chat) else { return nil }
            let end = block.until == .never ? Text("without a term", "без срока") : Text("until \(block.until.text)", "до \(block.until.text)")
            let name = i.world[chat: chat].name
            return Text("blocked in chat \(i.names.quoted(name, .english)) ", "заблокирован в чате \(i.names.quoted(name, .russian)) ") + end
        }
        return found.isEmpty ? Text("not blocked in any chat", "не заблокирован ни в одном чате") : Text.joined(found, "; ")
    }
}
