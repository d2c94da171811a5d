import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody breaks the rules of a chat; it is counted.
    static let violate: Act = Act(
        Forms(
            "violate",
            en: ["violate [{target}] [{kinds}] [in chat {chat}]", "{target} violates (rules) [in chat {chat}]", "{target} violated (rules) [in chat {chat}]"],
            ru: [
                "нарушение (правил) [{target}] [{kinds}] [в чате {chat}]", "{target} нарушил правила [в чате {chat}]", "нарушил правила {target} [чата {chat}]",
            ],
            ruleRu: ["нарушение", "нарушение правил", "нарушил правила"]),
        kind: .event, noun: Text("breaking of the rules", "нарушение правил"), definite: [.target, .chat], byWorld: true,
        obstacle: { w, c, _ in Requirement.member(w, c) },
        effect: { w, c in
            w.record(c.target, in: c.chat) {
                $0.violations += 1
                $0.violationKind = c.kinds.first
            }
            return .done
        },
        traits: .takesInNewcomers, words: [.kinds: .violationKind],
        example: Text("violate @ivanov in chat \"10А\"", "нарушение @ivanov в чате \"10А\""))
}
