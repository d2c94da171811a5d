import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Fact {
    /// Chats, their moderators and members, channels, messages.
    static let chats = [chat, moderatorOf, moderatorsOf, member, members, messages, posts, channel]

    private static let chat = Fact(
        Forms(
            "chat",
            en: [
                "chat {chat} {not} [for {audience}] [of group {group}] [on subject {subject}] [moderated by {moderator}] [closed {closed}] [exists]",
                "chat {chat} [in group {group}] [subject {subject}] [with moderator {moderator}] [with subject {subject}] [moderator {moderator}] [exist]",
            ],
            ru: [
                "чат {chat} {not} [для {audience}] [группы {group}] [по предмету {subject}] [модератор {moderator}] [закрыт {closed}] [существует]",
                "чат {chat} [с {audience}] [в группе {group}] [предмет {subject}] [с модератором {moderator}]",
            ]),
        introduces: [.chat, .group],
        set: { i, q in ChatFacts.set(&i, q) },
        holds: { i, q in
            guard q.chat != .absent else { return Verdict(false) }
            let chat = i.world[chat: q.chat]
            let fits =
                (q.audience.isEmpty || chat.audience == q.audience) && (q.group == .absent || chat.group == q.group)
                && (q.subject == .absent || chat.subject == q.subject) && (q.moderator == .absent || chat.moderator == q.moderator)
                && (q.node.slot(.closed) == nil || chat.isClosed)
            return Verdict(fits)
        })

    private static let moderatorOf = Fact(
        Forms(
            "moderator of chat", en: ["moderator of chat {chat} is {not} {target}", "moderator of {target}"], ru: ["модератор чата {chat} — {not} {target}"]),
        definite: [.chat],
        set: { i, q in
            i.world.appoint(moderators: Array(q.people), of: q.chat)
            for person in q.people { i.world.addMember(person, to: q.chat, knowsRules: true) }
            return nil
        },
        holds: { i, q in
            let moderator = i.world[chat: q.chat].moderator
            return Verdict(q.people.count > 1 ? Set(i.world.moderators(of: q.chat)) == Set(q.people) : i.world.moderators(of: q.chat).contains(q.people[0])) {
                i, _ in
                moderator == .absent
                    ? Text("the chat has no moderator", "у чата нет модератора")
                    : Text("moderator: ", "модератор: ") + Text(same: i.names[i.world[person: moderator].name])
            }
        },
        instead: { i, node in
            guard case .name(let name?)? = node.slot(.chat)?.value, i.world.chat(named: name) != .absent else { return [] }
            return i.proposals.moderators(of: i.world.chat(named: name))
        })

    private static let moderatorsOf = Fact(
        Forms(
            "moderators of chat", en: ["moderators of chat {chat} are {not} [{members}] [{compare}]", "moderators [{compare}]"],
            ru: ["модераторы чата {chat} — {not} [{members}] [{compare}]"]),
        definite: [.chat],
        notGiven: { node in
            node.slot(.compare) == nil && !node.negated
                ? nil : Text("name them: moderators of chat “…” are @a, @b", "назовите их: модераторы чата «…» — @a, @b")
        },
        set: { i, q in
            i.world.appoint(moderators: Array(q.members), of: q.chat)
            for person in q.members { i.world.addMember(person, to: q.chat, knowsRules: true) }
            return nil
        },
        holds: { i, q in
            let moderators = i.world.moderators(of: q.chat)
            let holds = q.comparison.map { $0.sign.holds(moderators.count, $0.number) } ?? (Set(moderators) == Set(q.members))
            return Verdict(holds) { i, _ in
                let list = moderators.map { i.names[i.world[person: $0].name] }.joined(separator: ", ")
                return Text("moderators: \(list)", "модераторы: \(list)")
            }
        },
        instead: { i, node in
            guard case .name(let name?)? = node.slot(.chat)?.value, i.world.chat(named: name) != .absent else { return [] }
            return i.proposals.moderators(of: i.world.chat(named: name))
        })

    private static let member = Fact(
        Forms(
            "member", en: ["{target} is {not} member of chat {chat}", "{target} is {not} member (of) [chat {chat}]", "{target} is {not} in chat {chat}"],
            ru: ["{target} {not} участник чата {chat}", "{target} {not} состоит в чате {chat}"]),
        definite: [.chat],
        deniable: true,
        set: { i, q in
            for person in q.people {
                if q.node.negated { i.world.removeMember(person, from: q.chat) } else { i.world.addMember(person, to: q.chat, knowsRules: true) }
            }
            return nil
        },
        holds: { i, q in
            Verdict(PersonFacts.agree(q) { i.world.has($0, in: q.chat) }) { ChatFacts.trace($0, $1) }
        })

    private static let members = Fact(
        Forms(
            "members",
            en: ["members of chat {chat} are {not} [{members}] [{compare}] [{role}]", "members [{compare}]"],
            ru: ["участники чата {chat} — [{members}] [{compare}] [{role:genitive}]", "в чате {chat} [только {members}]"]),
        definite: [.chat],
        notGiven: { node in
            guard node.slot(.compare) != nil || node.slot(.role) != nil || node.negated else { return nil }
            return Text("name the members: members of chat “…” are @a, @b", "назовите участников: участники чата «…» — @a, @b")
        },
        set: { i, q in
            let members = Set(q.members)
            for person in i.world[chat: q.chat].members where !members.contains(person) { i.world.removeMember(person, from: q.chat) }
            for person in q.members { i.world.addMember(person, to: q.chat, knowsRules: true) }
            return nil
        },
        holds: { i, q in
            // «3 ученика» counts those alone.
            let role = q.role == .participant ? nil : q.role
            let holds: Bool
            if let comparison = q.comparison, role == nil {
                holds = comparison.sign.holds(i.world[chat: q.chat].memberCount, comparison.number)
            } else {
                i.work.add(i.world[chat: q.chat].records.count / Work.Rate.people)
                let members = ChatFacts.members(i, q.chat, role)
                holds = q.comparison.map { $0.sign.holds(members.count, $0.number) } ?? (Set(members) == Set(q.members))
            }
            return Verdict(holds) { i, q in
                i.work.add(i.world[chat: q.chat].records.count / Work.Rate.people)
                let members = ChatFacts.members(i, q.chat, role)
                let list = members.sorted().map { i.names[i.world[person: $0].name] }.joined(separator: ", ")
                return Text("members (\(members.count)): \(list)", "участники (\(members.count)): \(list)")
            }
        })

    private static let messages = Fact(
        Forms("messages", en: ["messages in chat {chat} {not} [{compare}]"], ru: ["сообщений в чате {chat} {compare}"]),
        definite: [.chat],
        holds: { i, q in ChatFacts.count(i.world[chat: q.chat].visibleMessages, q, Text("messages", "сообщений")) })

    private static let posts = Fact(
        Forms("posts", en: ["posts in channel {channel} {not} [{compare}]"], ru: ["публикаций в канале {channel} {compare}"]),
        holds: { i, q in
            ChatFacts.count(q.channel == .absent ? 0 : i.world[channel: q.channel].posts.count, q, Text("posts", "публикаций"))
        })

    private static let channel = Fact(
        Forms("channel", en: ["channel {channel} {not} [exists]"], ru: ["канал {channel} {not} [существует]"]),
        introduces: [.channel],
        set: { _, _ in nil },
        holds: { _, q in Verdict(q.channel != .absent) })
}

/// What the facts about chats share.
enum ChatFacts {
    /// The chat with the people it names as they are now; whoever is put in knows its rules (LANGUAGE.md 6).
    static func set(_ i: inout Interpreter, _ q: Query) -> UnmetPrecondition? {
        guard q.chat != .absent else { return nil }
        var chat = i.world[chat: q.chat]
        if !q.audience.isEmpty { chat.audience = q.audience }
        if q.group != .absent { chat.group = q.group }
        if q.subject != .absent { chat.subject = q.subject }
        if q.node.slot(.closed) != nil { chat.isClosed = true }
        i.world[chat: q.chat] = chat
        if !q.audience.isEmpty {
            for person in i.world.people(of: q.audience, group: q.group) { i.world.addMember(person, to: q.chat, knowsRules: true) }
        }
        for person in q.audiencePeople { i.world.addMember(person, to: q.chat, knowsRules: true) }
        if q.moderator != .absent {
            i.world.appoint(moderators: [q.moderator], of: q.chat)
            i.world.addMember(q.moderator, to: q.chat, knowsRules: true)
        }
        i.mentions.chat = q.chat
        return nil
    }

    /// A chat's members, or those of one role.
    static func members(_ i: Interpreter, _ chat: ChatID, _ role: Role?) -> [PersonID] {
        let all = i.world[chat: chat].members
        return role.map { role in all.filter { i.world.roles(of: $0, chat: chat).has(role) } } ?? all
    }

    static func count(_ actual: Int, _ q: Query, _ noun: Text) -> Verdict {
        // «Нарушений нет» is "= 0".
        let holds = q.comparison.map { $0.sign.holds(actual, $0.number) } ?? (actual != 0)
        var verdict = Verdict(holds) { _, _ in Text("\(noun.en): \(actual)", "\(noun.ru): \(actual)") }
        verdict.number = actual
        return verdict
    }

    /// When and by whom somebody came into a chat or left it.
    static func trace(_ i: Interpreter, _ q: Query) -> Text? {
        let acts: Set<String> = ["add", "join", "remove"]
        guard
            let entry = i.log.last(where: { e in
                acts.contains(ActTable.all[e.request.act].forms.id) && e.request.chat == q.chat && q.people.contains(e.request.target)
            })
        else { return nil }
        let who = entry.request.actor == .absent ? "—" : i.names[i.world[person: entry.request.actor].name]
        let noun = ActTable.all[entry.request.act].noun
        let person = i.names[i.world[person: entry.request.target].name]
        return Text("\(person): \(noun.en) — \(entry.time.text), by \(who)", "\(person): \(noun.ru) — \(entry.time.text), действует \(who)")
    }
}
