import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A closed chat is opened again.
    static let openChat = Act(
        Forms(
            "open chat", en: ["open chat {chat}"], ru: ["открыть чат {chat}"], ruleEn: ["open chat", "open chats"],
            ruleRu: ["открывать чат", "открывать чаты", "открытие чата"]),
        kind: .power, noun: Text("opening of a chat", "открытие чата"), definite: [.chat],
        effect: { w, c in
            guard w[chat: c.chat].isClosed else { return .unchanged }
            w[chat: c.chat].isClosed = false
            return .done
        },
        supplies: Supplies { [.closeChat] },
        example: Text("open chat \"10А\"", "открыть чат \"10А\""))
}
