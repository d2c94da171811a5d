import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A blocked person apologises to the members of the chat.
    static let apologize = Act(
        Forms(
            "apologize", en: ["apologize {target} [in chat {chat}]", "{target} apologizes", "{target} apologized"],
            ru: [
                "принести извинения [в чате {chat}]", "принести извинения {target}", "извиниться {target}", "{target} извинился",
                "извинился {target}", "{target} принёс извинения", "{target} приносит извинения", "{target} извиняется",
                "принёс извинения {target}",
            ], ruleRu: ["приносить извинения", "извиняться", "извинение"], doer: true),
        kind: .liberty, noun: Text("apology", "извинения"), definite: [.chat], about: .block,
        obstacle: { w, c, _ in
            Requirement.actorIsMember(w, c)
                ?? (w.block(of: c.actor, in: c.chat) == nil
                    ? UnmetPrecondition(Text("there is no block that the apology could be for", "блокировки, за которую извиняются, нет")) : nil)
        },
        effect: { w, c in
            let known = w.block(of: c.actor, in: c.chat)?.apologized ?? false
            w.record(c.actor, in: c.chat) { $0.block?.apologized = true }
            return Effect(isUnchanged: known)
        },
        supplies: Supplies([.apologized], after: true) { [.block, .restrict] },
        example: Text("apologize @sidorov", "@sidorov: принести извинения"))
}
