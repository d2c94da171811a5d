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
        obstacle: { w, c, _ in Requirement.hasJoined(w, c) },
        effect: { w, c in
            let person = w[person: c.target]
            if person.group == c.group, person.roles.has(.student), !person.isGone { return .unchanged }
            w[person: c.target].roles.formUnion(RoleSet(.student))
            // Who had left is back, on the platform as well.
            if person.isGone {
                w[person: c.target].marks.subtract([.departed, .dismissed])
                w[person: c.target].marks.formUnion(.joined)
            }
            w.place(c.target, in: c.group)
            return .done
        },
        example: Text("enrol @novikov in group \"10А\"", "зачислить @novikov в группу \"10А\""))
}
