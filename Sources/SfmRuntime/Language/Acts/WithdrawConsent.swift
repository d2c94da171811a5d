import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// And takes it back.
    static let withdrawConsent = Act(
        Forms(
            "withdraw consent", en: ["withdraw consent to {act}"], ru: ["отозвать согласие {act}"],
            ruleRu: ["отзывать согласие", "отзыв согласия"]),
        kind: .liberty, noun: Text("withdrawal of consent", "отзыв согласия"),
        obstacle: { w, c, _ in
            guard let consented = c.consented else { return UnmetPrecondition(Text("it does not say to what", "не сказано, на что")) }
            return consents(w, c.actor, consented).isEmpty ? UnmetPrecondition(Text("there is no such consent", "такого согласия нет")) : nil
        },
        effect: { w, c in
            guard let consented = c.consented else { return .unchanged }
            for place in consents(w, c.actor, consented).reversed() { w.consents[consented.act]?.remove(at: place) }
            return .done
        },
        hooks: consenting,
        example: Text(
            "@smirnov: withdraw consent to: @petrova: create chat \"Физика\"", "@smirnov: отозвать согласие: @petrova: создать чат \"Физика\""))
}
