import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A teacher is attached to a group, as its class teacher or for a subject.
    static let attach = Act(
        Forms(
            "attach", en: ["attach {target} to group {group} [as {role}] [for subject {subject}]", "attach {target} to group {group} [to subject {subject}]"],
            ru: [
                "прикрепить {target} к группе {group} [как {role:acc}] [по предмету {subject}]",
                "прикрепить {target} к группе {group} [{role:ins}] [для предмета {subject}]",
            ], ruleRu: ["прикреплять", "прикрепление"]),
        kind: .power, noun: Text("attachment to a group", "прикрепление к группе"), attributes: [.role, .subjectStated],
        obstacle: { w, c, _ in Requirement.notGone(w, c.target) ?? Requirement.hasJoined(w, c) },
        effect: { w, c in
            let person = w[person: c.target]
            let leads = c.subject == .absent && (c.role == nil || c.role == .classTeacher)
            let known = leads ? person.leads.contains(c.group) : person.teaches.contains { $0.subject == c.subject && $0.group == c.group }
            if known { return .unchanged }
            w[person: c.target].roles.formUnion(RoleSet(.teacher))
            if leads { w.appoint(c.target, classTeacherOf: c.group) } else { w.assign(c.target, subject: c.subject, in: c.group) }
            return .done
        },
        supplies: Supplies(givesStated: [.classTeacher, .subjectTeacher]),
        example: Text("attach @orlov to group \"10А\" as class teacher", "прикрепить @orlov к группе \"10А\" как классного руководителя"))
}
