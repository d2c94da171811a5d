import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody enters the platform; the administrator by the number in the application.
    static let signIn = Act(
        Forms(
            "sign in", en: ["sign in {target} [with phone {phone}]", "sign in {target} [by phone {phone}]"],
            ru: [
                "войти [по номеру {phone}]", "войти {target} [с телефоном {phone}]", "войти [по номеру телефона {phone}]",
                "пройти регистрацию [по номеру {phone}]", "{target} вошёл [по номеру {phone}]", "вошёл {target}",
                "{target} прошёл регистрацию [по номеру {phone}]",
            ], ruleRu: ["входить", "вход"], doer: true),
        kind: .liberty, noun: Text("signing in", "вход"), attributes: [], isOpenToOutsiders: true,
        obstacle: { w, c, _ in
            guard let application = w.school.application, w.roles(of: c.actor).has(.admin), !application.isWhole || application.phone != .absent else {
                return nil
            }
            return c.phone != .absent && c.phone == application.phone
                ? nil : UnmetPrecondition(Text("the number is not the one in the application", "номер не тот, что указан в заявке"), .ownPhone)
        },
        confirms: { w, c, p in
            w.school.application != nil && c.phone != .absent && w.roles(of: c.actor).has(.admin) ? p.clauses(stating: .ownPhone) : []
        },
        effect: { w, c in
            let known = w[person: c.actor].marks.isSuperset(of: [.signedIn, .joined])
            w[person: c.actor].marks.formUnion([.signedIn, .joined])
            return Effect(isUnchanged: known)
        },
        example: Text("sign in @petrova", "@petrova: войти"))
}
