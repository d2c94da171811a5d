import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// The rules are called to somebody's mind.
    static let remind: Act = Act(
        Forms(
            "remind", en: ["remind [{target}] [of rules] [in chat {chat}]", "remind {target} [about rules] [of rules of chat {chat}]"],
            ru: [
                "напомнить [{target}] [о правилах] [в чате {chat}]", "напомнить {target} [о правилах общения] [о правилах чата {chat}]",
                "сделать напоминание {target}",
            ], ruleRu: ["напоминать", "напоминать о правилах", "напоминание"]),
        kind: .power, noun: Text("reminder of the rules", "напоминание о правилах"), definite: [.target, .chat], about: .membership,
        obstacle: { w, c, _ in Requirement.member(w, c) },
        effect: { w, c in
            w.record(c.target, in: c.chat) { $0.reminders += 1 }
            return .done
        },
        example: Text("remind @ivanov", "напомнить @ivanov"))
}
