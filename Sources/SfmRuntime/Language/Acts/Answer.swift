import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// An answer to one message of a chat; it stands in the chat as a message does.
    static let answer: Act = Act(
        Forms(
            "answer", en: ["answer {text} to message {number} [in chat {chat}]", "answer message {number} [in chat {chat}] [with {text}]"],
            ru: [
                "ответить {text} на сообщение {number} [в чате {chat}]", "ответить на сообщение {number} {text} [в чате {chat}]",
                "ответить на сообщение {number} [в чате {chat}]",
            ], ruleEn: ["answer message", "answer messages", "answer"],
            ruleRu: ["отвечать на сообщения", "отвечать на сообщение", "ответить на сообщение", "ответ на сообщение"]),
        kind: .liberty, noun: Text("answer to a message", "ответ на сообщение"), definite: [.chat], about: .message,
        obstacle: { w, c, _ in
            guard c.chat != .absent, let number = c.number else { return Requirement.canSpeak(w, c) }
            guard w[chat: c.chat].has(message: number), !w[chat: c.chat].messages[number - 1].isDeleted else {
                return UnmetPrecondition(Text("there is no such message any more", "такого сообщения нет"))
            }
            return Requirement.canSpeak(w, c)
        },
        effect: { w, c in
            w[chat: c.chat].post(Message(author: c.actor, text: c.name, mood: .ordinary))
            return .done
        },
        traits: .makesMessage, example: Text("@petrova: answer \"Yes\" to message 1 in chat \"10А\"", "@petrova: ответить \"Да\" на сообщение 1 в чате \"10А\"")
    )
}
