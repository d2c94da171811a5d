import SfmTerms

/// Acts by what they are about: how long lists of them are read.
public struct ActTheme: Sendable {
    public let title: Text
    /// The places of its acts in the table.
    public let acts: Range<Int>

    /// In the order of the table; each begins with the act named and goes on to the next.
    public static let all: [ActTheme] = {
        let begins: [(id: String, title: Text)] = [
            ("register", Text("registration and papers", "регистрация и документы")),
            ("create group", Text("groups, chats, links, requests", "группы, чаты, ссылки, заявки")),
            ("enrol", Text("movement of people", "движение людей")),
            ("acquaint", Text("chats and moderation", "чаты и модерация")),
            ("start call", Text("calls, polls, materials, channels", "звонки, опросы, материалы, каналы")),
            ("contact support", Text("help and information", "помощь и информация")),
            ("share account", Text("accounts, messengers, data", "аккаунты, мессенджеры, данные")),
        ]
        let starts = begins.map { ActTable.index(of: $0.id) } + [ActTable.all.count]
        return begins.indices.map { ActTheme(title: begins[$0].title, acts: starts[$0]..<starts[$0 + 1]) }
    }()
}
