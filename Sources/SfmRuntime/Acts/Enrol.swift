import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A student is taken into a group.
    static let enrol = Act(
        Forms(
            "enrol", en: ["enrol {target} in group {group}", "enrol {target} into group {group}"],
            ru: ["зачислить {target} в группу {group}", "принять {target} в группу {group}"], ruleRu: ["зачислять", "зачисление"]),
        kind: .power, noun: Text("enrolment", "зачисление"), creates: [.target],
        effect: { w, c in
            let known = w[person: c.target].group == c.group
            w[person: c.target].roles.formUnion(RoleSet(.student))
            w.place(c.target, in: c.group)
            return Effect(isUnchanged: known)
        },
        example: Text("enrol @novikov in group \"10А\"", "зачислить @novikov в группу \"10А\""))
}
