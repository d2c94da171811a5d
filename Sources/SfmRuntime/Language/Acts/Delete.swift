import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A message of a chat is deleted; messages are numbered from 1.
    static let delete = Act(
        Forms(
            "delete message", en: ["delete message {number} [in chat {chat}]"],
            ru: ["удалить сообщение (№) {number} [в чате {chat}]", "удалить сообщение {number} [из чата {chat}]"],
            ruleEn: ["delete messages"], ruleRu: ["удалять сообщения", "удалять сообщение", "удаление сообщения"]),
        kind: .power, noun: Text("deletion of a message", "удаление сообщения"), definite: [.chat], about: .message, ends: [.message],
        obstacle: { w, c, _ in
            c.number.map(w[chat: c.chat].has(message:)) ?? true
                ? nil : UnmetPrecondition(Text("there is no message of that number", "сообщения с таким номером нет"))
        },
        effect: { w, c in Effect(isUnchanged: !(c.number.map { w[chat: c.chat].delete(message: $0) } ?? false)) },
        example: Text("delete message 1", "удалить сообщение 1"))
}
