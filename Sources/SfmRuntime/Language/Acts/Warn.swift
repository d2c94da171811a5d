import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody is warned: a measure that is counted, other than a reminder of the rules.
    static let warn: Act = Act(
        Forms(
            "warn", en: ["warn [{target}] [in chat {chat}]"],
            ru: ["предупредить [{target}] [в чате {chat}]", "вынести предупреждение {target} [в чате {chat}]", "сделать предупреждение {target}"],
            ruleRu: ["предупреждать", "выносить предупреждение", "предупреждение"]),
        kind: .power, noun: Text("warning", "предупреждение"), definite: [.target, .chat], about: .membership,
        obstacle: { w, c, _ in Requirement.member(w, c) },
        effect: { w, c in
            w.record(c.target, in: c.chat) { $0.warnings += 1 }
            return .done
        },
        supplies: Supplies([.warnings]),
        example: Text("warn @ivanov", "предупредить @ivanov"))
}
