import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody hands an account to somebody else.
    static let shareAccount = Act(
        Forms(
            "share account", en: ["share account (of) {target} with {other}"],
            ru: [
                "передать аккаунт {target} пользователю {other}", "передать аккаунт {target} для {other}",
                "предоставить доступ к аккаунту {target} пользователю {other}",
            ], ruleEn: ["share account"], ruleRu: ["передавать аккаунт", "предоставлять доступ к аккаунту", "передача аккаунта"]),
        kind: .liberty, noun: Text("handing over an account", "передача аккаунта"), isOpenToOutsiders: true,
        effect: { w, c in
            w[person: c.target].marks.formUnion(.accountShared)
            return .done
        },
        example: Text("@ivanov: share account of @ivanov with @sidorov", "@ivanov: передать аккаунт @ivanov пользователю @sidorov"))
}
