import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A chat is closed: from then on rules speak of it as of a closed one, and the platform stops nobody (LANGUAGE.md 15).
    static let closeChat = Act(
        Forms(
            "close chat", en: ["close chat {chat}"], ru: ["закрыть чат {chat}"], ruleEn: ["close chat", "close chats"],
            ruleRu: ["закрывать чат", "закрывать чаты", "закрытие чата"]),
        kind: .power, noun: Text("closing of a chat", "закрытие чата"), definite: [.chat],
        effect: { w, c in
            guard !w[chat: c.chat].isClosed else { return .unchanged }
            w[chat: c.chat].isClosed = true
            return .done
        },
        supplies: Supplies([.chatClosed]),
        example: Text("close chat \"10А\"", "закрыть чат \"10А\""))
}
