import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A member leaves a chat.
    static let leaveChat = Act(
        Forms(
            "leave chat", en: ["leave chat {chat}", "{target} leaves chat {chat}", "{target} left chat {chat}"],
            ru: [
                "выйти из чата {chat}", "покинуть чат {chat}", "{target} вышел [из чата {chat}]", "{target} покинул чат {chat}",
                "{target} выходит [из чата {chat}]",
            ], ruleRu: ["выходить из чата", "покидать чат", "выход из чата"], doer: true),
        kind: .liberty, noun: Text("leaving of a chat", "выход из чата"), definite: [.chat], about: .membership, ends: [.membership, .block],
        obstacle: { w, c, _ in Requirement.actorIsMember(w, c) },
        effect: { w, c in
            w.removeMember(c.actor, from: c.chat)
            return .done
        },
        example: Text("@ivanov: leave chat \"10А\"", "@ivanov: выйти из чата \"10А\""))
}
