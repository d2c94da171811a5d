import SfmSyntax
import SfmTerms

/// What can be shown.
enum ShowTopic: CaseIterable {
    case chat, chats, group, groups, people, school, duties, breaches, links, requests, orders, channels, messages, polls, policy, policies, clause, log, world

    struct Entry {
        let topic: ShowTopic
        let en: [String]
        let ru: [String]
        let help: Text
    }

    /// The first word of each language is canonical.
    static let table: [Entry] = [
        Entry(topic: .chat, en: ["chat"], ru: ["чат"], help: Text("members with violations and blocks", "участники, нарушения, блокировки")),
        Entry(topic: .chats, en: ["chats"], ru: ["чаты"], help: Text("all chats", "все чаты")),
        Entry(topic: .group, en: ["group"], ru: ["группу", "группа", "класс"], help: Text("who belongs to a group", "кто в группе")),
        Entry(topic: .groups, en: ["groups"], ru: ["группы", "классы"], help: Text("all groups", "все группы")),
        Entry(topic: .people, en: ["people"], ru: ["людей", "люди"], help: Text("everybody", "все люди")),
        Entry(topic: .school, en: ["school"], ru: ["школу", "школа"], help: Text("the school's record", "сведения о школе")),
        Entry(topic: .duties, en: ["duties"], ru: ["обязанности"], help: Text("pending and standing", "неисполненные и постоянные")),
        Entry(
            topic: .breaches, en: ["breaches"], ru: ["отступления", "нарушения порядка", "нарушения"],
            help: Text("norms that were broken", "отступления от порядка")),
        Entry(topic: .links, en: ["links"], ru: ["ссылки"], help: Text("invite links", "ссылки-приглашения")),
        Entry(topic: .requests, en: ["requests"], ru: ["заявки"], help: Text("requests to join, the application", "заявки на вступление и на регистрацию")),
        Entry(topic: .orders, en: ["orders"], ru: ["приказы"], help: Text("the school's orders", "приказы школы")),
        Entry(topic: .channels, en: ["channels"], ru: ["каналы"], help: Text("channels with their posts", "каналы и публикации")),
        Entry(topic: .messages, en: ["messages"], ru: ["сообщения"], help: Text("messages in all chats", "сообщения во всех чатах")),
        Entry(topic: .polls, en: ["polls"], ru: ["опросы"], help: Text("polls with their votes", "опросы и голоса")),
        Entry(
            topic: .policy, en: ["policy"], ru: ["порядок"],
            help: Text("the policy in force as it was understood, clause by clause", "действующий порядок так, как он понят, по пунктам")),
        Entry(topic: .policies, en: ["policies"], ru: ["порядки"], help: Text("what is in force", "что действует")),
        Entry(topic: .clause, en: ["clause"], ru: ["пункт", "п."], help: Text("what a clause says: show clause 24", "о чём пункт: показать пункт 24")),
        Entry(topic: .log, en: ["log"], ru: ["события", "журнал"], help: Text("what happened, by day", "что произошло, по дням")),
        Entry(topic: .world, en: ["world"], ru: ["всё", "все", "мир"], help: Text("everything at a glance", "всё кратко")),
    ]

    /// The topic that a text begins with, and what stands behind it.
    static func parse(_ text: String) -> (topic: ShowTopic, rest: String)? {
        let folded = ReplWord.fold(text)
        if folded.isEmpty { return (.world, "") }
        var best: (topic: ShowTopic, word: String)?
        for entry in table {
            for word in entry.en + entry.ru.map(ReplWord.fold) where folded == word || folded.hasPrefix(word + " ") || word == "п." && folded.hasPrefix(word) {
                if best.map({ word.count > $0.word.count }) ?? true { best = (entry.topic, word) }
            }
        }
        guard let best else { return nil }
        return (best.topic, String(folded.dropFirst(best.word.count)).trimmingBlanksAndQuestion)
    }
}

extension String {
    fileprivate var trimmingBlanksAndQuestion: String {
        var rest = self[...]
        while let c = rest.first, c == " " { rest = rest.dropFirst() }
        while let c = rest.last, c == " " || c == "?" { rest = rest.dropLast() }
        return String(rest)
    }
}
