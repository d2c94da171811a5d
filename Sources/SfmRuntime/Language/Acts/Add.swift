import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A person is put into a chat.
    static let add = Act(
        Forms(
            "add", en: ["add {target} [to chat {chat}]"],
            ru: ["добавить {target} [в чат {chat}]", "включить {target} в чат {chat}"], ruleRu: ["добавлять", "включать", "добавление"]),
        kind: .power, noun: Text("addition to a chat", "добавление в чат"), definite: [.chat],
        obstacle: { w, c, p in Requirement.notOutsider(w, c, p) },
        effect: { w, c in
            let known = w.has(c.target, in: c.chat)
            w.addMember(c.target, to: c.chat)
            return Effect(isUnchanged: known)
        },
        example: Text("add @novikov to chat \"10А\"", "добавить @novikov в чат \"10А\""))
}
