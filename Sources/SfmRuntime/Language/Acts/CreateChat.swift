import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A chat comes about with its creator as member and moderator, and nobody else.
    static let createChat = Act(
        Forms(
            "create chat",
            en: [
                "create chat {chat} [for {audience}] [of group {group}] [subject {subject}] [on initiative of teaching staff {collective}]",
                "create chat {chat} [with {audience}] [in group {group}] [on subject {subject}] [with subject {subject}] [for subject {subject}]"
                    + " [for group {group}]",
            ],
            ru: [
                "создать чат {chat} [для {audience}] [группы {group}] [по предмету {subject}] [по инициативе педагогического коллектива {collective}]",
                "создать чат {chat} [с {audience}] [в группе {group}] [предмет {subject}] [для группы {group}]", "создать чат {chat} [со {audience}]",
            ], ruleRu: ["создавать чат", "создавать чаты", "создание чата"]),
        kind: .power, noun: Text("creation of a chat", "создание чата"), attributes: [.subjectStated, .ownSubject, .collective, .chatNameLacksGroup],
        creates: [.chat],
        obstacle: { _, c, _ in
            c.chat == .absent ? nil : UnmetPrecondition(Text("there is a chat of that name already", "чат с таким названием уже есть"))
        },
        confirms: { _, _, p in p.clauses(stating: .functions) },
        effect: { w, c in
            var chat = Chat(name: c.name, audience: c.audience, group: c.group, subject: c.subject)
            chat.moderator = c.actor
            let id = w.makeChat(chat)
            if c.actor != .absent { w.addMember(c.actor, to: id, knowsRules: true) }
            return .done
        },
        supplies: Supplies(gives: [.moderator]),
        example: Text("@petrova: create chat \"Физика\" for students of group \"10А\"", "@petrova: создать чат \"Физика\" для учеников группы \"10А\""))
}
