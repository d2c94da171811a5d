import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A chat gets another name.
    static let renameChat = Act(
        Forms(
            "rename chat", en: ["rename chat {chat} to {title}"], ru: ["переименовать чат {chat} в {title}"], ruleEn: ["rename chat", "rename chats"],
            ruleRu: ["переименовывать чат", "переименовывать чаты", "переименование чата"]),
        kind: .power, noun: Text("renaming of a chat", "переименование чата"), definite: [.chat],
        obstacle: { w, c, _ in
            w.chat(named: c.name) == .absent || w.chat(named: c.name) == c.chat
                ? nil : UnmetPrecondition(Text("there is a chat of that name already", "чат с таким названием уже есть"))
        },
        effect: { w, c in
            guard w[chat: c.chat].name != c.name else { return .unchanged }
            w.rename(c.chat, to: c.name)
            return .done
        },
        traits: .namesChatAnew,
        hooks: Hooks(settles: { i, _, r in if r.request.chat != .absent { r.request.formerName = i.world[chat: r.request.chat].name } }),
        example: Text("rename chat \"10А\" to \"11А\"", "переименовать чат \"10А\" в \"11А\""))
}
