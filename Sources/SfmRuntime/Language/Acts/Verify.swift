import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// The status of a teacher is confirmed.
    static let verify = Act(
        Forms(
            "verify", en: ["verify {target} [as {role}]"],
            ru: [
                "подтвердить статус учителя {target}", "подтвердить {target} [как {role:acc}] [{role:ins}]", "верифицировать {target}",
                "подтвердить статус {target}",
            ], ruleEn: ["verify", "verify status"],
            ruleRu: ["подтверждать статус", "подтверждать статус учителя", "подтверждать", "подтверждение статуса", "подтверждение"]),
        kind: .power, noun: Text("confirmation of the status", "подтверждение статуса"),
        obstacle: { w, c, _ in
            let asked = w[person: c.target].requested.map { RoleSet($0).closed.has(.teacher) } ?? false
            return asked || w.roles(of: c.target).has(.employee)
                ? nil : UnmetPrecondition(Text("only an employee has the status of a teacher", "статус учителя бывает только у работника"))
        },
        effect: { w, c in
            let known = w[person: c.target].marks.contains(.verified)
            w[person: c.target].marks.formUnion(.verified)
            return Effect(isUnchanged: known)
        },
        supplies: Supplies([.verified, .actorVerified]),
        example: Text("verify @orlov as teacher", "подтвердить статус учителя @orlov"))
}
