import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A member is blocked in a chat for a time.
    static let block: Act = Act(
        Forms(
            "block", en: ["block [{target}] [in chat {chat}] [for {duration}] [until {until}] [because (of) {reason}]"],
            ru: [
                "заблокировать [{target}] [в чате {chat}] [на {duration}] [до {until}] [по причине {reason}]",
                "заблокировать {target} [на срок {duration}] [на срок до {duration}] [сроком на {duration}] [из-за {reason}] [за {reason}]"
                    + " [в связи с {reason}] [по {reason}]",
            ], ruleRu: ["блокировать", "блокировка"]),
        kind: .power, noun: Text("blocking", "блокировка"), attributes: [.duration, .reason], definite: [.target, .chat],
        about: .membership,
        obstacle: { w, c, _ in
            if let outside = Requirement.member(w, c) { return outside }
            if c.until == nil { return UnmetPrecondition(Text("a block needs a term, as “for 14 days”", "у блокировки должен быть срок: «на 14 дней»")) }
            guard let until = c.until, until > w.now else {
                return UnmetPrecondition(Text("a block must end after it begins", "блокировка должна кончаться позже, чем началась"))
            }
            return nil
        },
        effect: { w, c in
            Blocking.block(&w, c)
        },
        traits: .tellsItsEnd, supplies: Supplies { [.unblock] },
        example: Text("block @ivanov for 14 days", "заблокировать @ivanov на 14 дней"))
}
