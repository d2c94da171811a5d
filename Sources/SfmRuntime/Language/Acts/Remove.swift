import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A person is put out of a chat.
    static let remove: Act = Act(
        Forms(
            "remove", en: ["remove {target} [from chat {chat}] [because (of) {reason}]", "remove {target} [for {reason}]"],
            ru: [
                "исключить {target} [из чата {chat}] [по причине {reason}]", "удалить {target} [из чата {chat}] [из-за {reason}]",
                "убрать {target} [в связи с {reason}] [за {reason}] [по {reason}]",
            ], ruleRu: ["исключать", "удалять", "исключение"]),
        kind: .power, noun: Text("removal from a chat", "исключение из чата"), attributes: [.reason], definite: [.chat],
        about: .membership, ends: [.membership, .block],
        effect: { w, c in
            guard w.has(c.target, in: c.chat) else { return .unchanged }
            w.removeMember(c.target, from: c.chat)
            return .done
        },
        example: Text("remove @ivanov from chat \"10А\"", "исключить @ivanov из чата \"10А\""))
}
