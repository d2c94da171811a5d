import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody agrees beforehand to what another will do.
    static let consentTo = Act(
        Forms(
            "consent", en: ["consent to {act}", "agree to {act}"], ru: ["согласовать {act}", "дать согласие {act}"], ruleRu: ["согласовывать", "согласование"]),
        kind: .liberty, noun: Text("consent", "согласование"),
        obstacle: { _, c, _ in
            c.consented == nil ? UnmetPrecondition(Text("it does not say to what", "не сказано, на что")) : nil
        },
        effect: { w, c in
            guard let consented = c.consented else { return .unchanged }
            let roles = w.roles(of: c.actor, chat: consented.chat)
            w.consents[consented.act, default: []].append(SfmModel.Consent(giver: c.actor, roles: roles, to: consented))
            return .done
        },
        hooks: consenting, example: Text("@smirnov: consent to: @petrova: create chat \"Физика\"", "@smirnov: согласовать: @petrova: создать чат \"Физика\""))
}
