import SfmSyntax
import SfmTerms

/// What can be shown.
package enum ShowTopic: CaseIterable, Sendable {
    case chat, chats, group, groups, people, school, duties, violations, breaches, links, requests, orders, channels, messages, polls, policy, policies,
        clause, clauses, calendar, log, world

    /// Behind a topic: whose, of which group, in which chat, by which clause, from when to when, which of several.
    package enum Part: Sendable { case person, group, chat, byClause, time, chatName, groupName, clause, policyName, policyClause }

    struct Entry {
        let topic: ShowTopic
        let en: [String]
        let ru: [String]
        let help: Text
        var parts: [Part] = []
        /// With its parts, each a whole line.
        var usage: [Text] = []
    }

    /// The first word of each language is canonical.
    static let table: [Entry] = [
        Entry(
            topic: .chat, en: ["chat"], ru: ["чат"], help: Text("members with violations and blocks", "участники, нарушения, блокировки"), parts: [.chatName],
            usage: [Text("show chat \"…\"", "показать чат \"…\"")]),
        Entry(
            topic: .chats, en: ["chats"], ru: ["чаты"], help: Text("all chats, those of @x or of a group", "все чаты, чаты @x или группы"),
            parts: [.person, .group], usage: [Text("show chats of @x", "показать чаты @x"), Text("show chats of group \"…\"", "показать чаты группы \"…\"")]),
        Entry(
            topic: .group, en: ["group", "class"], ru: ["группу", "группа", "класс"], help: Text("who belongs to a group", "кто в группе"), parts: [.groupName],
            usage: [Text("show group \"…\"", "показать группу \"…\"")]),
        Entry(topic: .groups, en: ["groups", "classes"], ru: ["группы", "классы"], help: Text("all groups", "все группы")),
        Entry(
            topic: .people, en: ["people"], ru: ["людей", "люди"], help: Text("everybody, or those of a group or a chat", "все люди или люди группы, чата"),
            parts: [.group, .chat],
            usage: [
                Text("show people of group \"…\"", "показать людей группы \"…\""), Text("show people of chat \"…\"", "показать людей чата \"…\""),
            ]),
        Entry(topic: .school, en: ["school"], ru: ["школу", "школа"], help: Text("the school's record", "сведения о школе")),
        Entry(
            topic: .duties, en: ["duties"], ru: ["обязанности"], help: Text("pending and standing, of all or of @x", "неисполненные и постоянные, все или @x"),
            parts: [.person, .group, .chat, .byClause],
            usage: [
                Text("show duties of @x", "показать обязанности @x"), Text("show duties of group \"…\"", "показать обязанности группы \"…\""),
                Text("show duties by clause 24", "показать обязанности по п. 24"),
            ]),
        Entry(
            topic: .violations, en: ["violations"], ru: ["нарушения"],
            help: Text("violations that are counted, by person and chat", "сколько у кого нарушений и в каком чате"), parts: [.person, .group, .chat],
            usage: [
                Text("show violations of @x in chat \"…\"", "показать нарушения @x в чате \"…\""),
                Text("show violations of group \"…\"", "показать нарушения группы \"…\""),
            ]),
        Entry(
            topic: .breaches, en: ["breaches"], ru: ["отступления", "нарушения порядка", "отступления от порядка"],
            help: Text("norms that were broken, by all or by @x", "отступления от порядка, все или @x"), parts: [.person, .group, .byClause, .time],
            usage: [
                Text("show breaches by @x", "показать отступления @x"), Text("show breaches of clause 23", "показать отступления от п. 23"),
                Text("show breaches since 05.09.2024", "показать отступления с 05.09.2024"),
            ]),
        Entry(topic: .links, en: ["links"], ru: ["ссылки"], help: Text("invite links", "ссылки-приглашения")),
        Entry(topic: .requests, en: ["requests"], ru: ["заявки"], help: Text("requests to join, the application", "заявки на вступление и на регистрацию")),
        Entry(topic: .orders, en: ["orders"], ru: ["приказы"], help: Text("the school's orders", "приказы школы")),
        Entry(topic: .channels, en: ["channels"], ru: ["каналы"], help: Text("channels with their posts", "каналы и публикации")),
        Entry(
            topic: .messages, en: ["messages"], ru: ["сообщения"], help: Text("messages in all chats, or in one", "сообщения во всех чатах или в одном"),
            parts: [.person, .group, .chat],
            usage: [Text("show messages in chat \"…\"", "показать сообщения в чате \"…\""), Text("show messages of @x", "показать сообщения @x")]),
        Entry(topic: .polls, en: ["polls"], ru: ["опросы"], help: Text("polls with their votes", "опросы и голоса")),
        Entry(
            topic: .policy, en: ["policy"], ru: ["порядок"],
            help: Text("the policy in force as it was understood, clause by clause", "действующий порядок так, как он понят, по пунктам"),
            parts: [.policyName, .policyClause],
            usage: [Text("show policy \"…\"", "показать порядок \"…\""), Text("show policy \"…\" clause 24", "показать порядок \"…\" пункт 24")]),
        Entry(topic: .policies, en: ["policies"], ru: ["порядки"], help: Text("what is in force", "что действует")),
        Entry(
            topic: .clause, en: ["clause"], ru: ["пункт", "п."], help: Text("what a clause says: show clause 24", "о чём пункт: показать пункт 24"),
            parts: [.clause], usage: [Text("show clause 24", "показать пункт 24"), Text("show clause 24 of \"…\"", "показать пункт 24 порядка \"…\"")]),
        Entry(
            topic: .clauses, en: ["clauses"], ru: ["пункты"],
            help: Text("the clauses of the policy in force, by number and title", "номера и названия пунктов действующего порядка"),
            parts: [.policyName], usage: [Text("show clauses of \"…\"", "показать пункты \"…\"")]),
        Entry(
            topic: .calendar, en: ["calendar"], ru: ["календарь"],
            help: Text("working days and hours, days off, periods", "рабочие дни и часы, нерабочие дни, периоды")),
        Entry(
            topic: .log, en: ["log"], ru: ["события", "журнал"], help: Text("what happened, by day", "что произошло, по дням"),
            parts: [.person, .group, .chat, .byClause, .time],
            usage: [
                Text("show log of @x", "показать события @x"), Text("show log in chat \"…\"", "показать события в чате \"…\""),
                Text("show log by clause 24", "показать события по п. 24"), Text("show log since 05.09.2024", "показать события с 05.09.2024"),
                Text("show log on 05.09.2024", "показать события за 05.09.2024"),
            ]),
        Entry(topic: .world, en: ["world"], ru: ["всё", "все", "мир"], help: Text("everything at a glance", "всё кратко")),
    ]

    var entry: Entry { Self.table.first { $0.topic == self } ?? Self.table[0] }

    static let index: [(phrase: [String], topic: ShowTopic)] = table.flatMap { entry in
        (entry.en + entry.ru).map { (PhraseIndex<ReplWord>.words($0), entry.topic) }
    }.sorted { $0.0.count > $1.0.count }
}

/// A question after `show`, read to its end.
package struct ShowRequest: Sendable {
    /// `nil` is a person.
    package var topic: ShowTopic?
    package var person: PromptLine.Name?
    package var group: PromptLine.Name?
    package var chat: PromptLine.Name?
    package var clause: PromptLine.Name?
    package var policy: PromptLine.Name?
    /// Days: from the first on, up to the second.
    package var since: PromptLine.Day?
    package var until: PromptLine.Day?

    init(_ topic: ShowTopic?) { self.topic = topic }
}
