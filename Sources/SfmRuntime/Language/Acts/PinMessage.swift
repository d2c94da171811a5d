import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A message is pinned where everybody sees it; messages are numbered from 1.
    static let pinMessage = Act(
        Forms(
            "pin message", en: ["pin message {number} [in chat {chat}]"], ru: ["закрепить сообщение (№) {number} [в чате {chat}]"],
            ruleEn: ["pin messages", "pin message"], ruleRu: ["закреплять сообщения", "закреплять сообщение", "закрепление сообщения"]),
        kind: .power, noun: Text("pinning of a message", "закрепление сообщения"), definite: [.chat], about: .message,
        obstacle: { w, c, _ in
            c.number.map { w[chat: c.chat].has(message: $0) && !w[chat: c.chat].messages[$0 - 1].isDeleted } ?? true
                ? nil : UnmetPrecondition(Text("there is no message of that number", "сообщения с таким номером нет"))
        },
        effect: { w, c in Effect(isUnchanged: !(c.number.map { w[chat: c.chat].pin(message: $0) } ?? false)) },
        example: Text("pin message 1", "закрепить сообщение 1"))
}
