import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// The access of a member to a chat is restricted without a term.
    static let restrict: Act = Act(
        Forms(
            "restrict", en: ["restrict [{target}] [in chat {chat}] [for {duration}] [because (of) {reason}]", "restrict access of {target} [to chat {chat}]"],
            ru: [
                "ограничить доступ [{target}] [к чату {chat}] [на {duration}] [по причине {reason}]", "ограничить {target} [в чате {chat}]",
                "ограничить доступ {target} [в чате {chat}] [за {reason}] [из-за {reason}] [по {reason}]",
            ], ruleEn: ["restrict access"], ruleRu: ["ограничивать доступ", "ограничивать", "ограничение доступа"]),
        kind: .power, noun: Text("restriction of access", "ограничение доступа"), attributes: [.duration, .reason], definite: [.target, .chat],
        about: .membership,
        obstacle: { w, c, _ in Requirement.member(w, c) },
        effect: { w, c in
            Blocking.block(&w, c)
        },
        // Without a term it is for good.
        hooks: Hooks(settles: { _, _, r in if r.request.until == nil { r.request.until = .never } }), supplies: Supplies { [.unblock] },
        example: Text("restrict @ivanov", "ограничить доступ @ivanov"))
}
