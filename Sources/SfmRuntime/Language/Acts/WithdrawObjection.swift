import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody is no longer against the early release of anybody who is blocked in a chat.
    static let withdrawObjection = Act(
        Forms(
            "withdraw objection", en: ["withdraw objection {target} [in chat {chat}]", "{target} withdraws objection [in chat {chat}]"],
            ru: [
                "снять возражение [в чате {chat}]", "снять возражение {target}", "отозвать возражение [{target}] [в чате {chat}]",
                "{target} снял возражение [в чате {chat}]", "{target} отозвал возражение [в чате {chat}]", "снял возражение {target}",
            ], ruleEn: ["withdraw objection", "withdraw objections"],
            ruleRu: ["снимать возражение", "снимать возражения", "отзывать возражение", "снятие возражения"],
            doer: true),
        kind: .liberty, noun: Text("withdrawal of an objection", "снятие возражения"), definite: [.chat],
        obstacle: { w, c, _ in
            Requirement.actorIsMember(w, c)
                ?? (w.blocked(objectedToBy: c.actor, in: c.chat).isEmpty
                    ? UnmetPrecondition(Text("this person has not objected to anything there", "этот человек в этом чате ни против чего не возражал")) : nil)
        },
        effect: { w, c in
            w.withdrawObjections(of: c.actor, in: c.chat)
            return .done
        },
        example: Text("withdraw objection @petrova in chat \"10А\"", "@petrova: снять возражение в чате \"10А\""))
}
