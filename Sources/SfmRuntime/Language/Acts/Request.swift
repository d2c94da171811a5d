import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody asks to be let into the school's community.
    static let request = Act(
        Forms(
            "request join", en: ["request join {target} [to {place}] [as {role}]", "request joining {target}"],
            ru: [
                "подать заявку на вступление [в {place}] [{role:ins}]", "запросить вступление {target} [как {role}]",
                "подать заявку на вступление {target}", "{target} подал заявку на вступление [как {role}]", "подал заявку на вступление {target}",
                "{target} запросил вступление [как {role}]",
            ], ruleRu: ["подавать заявку на вступление", "заявка на вступление", "подача заявки на вступление"], doer: true),
        kind: .liberty, noun: Text("request to join", "заявка на вступление"), attributes: [.role], creates: [.target],
        obstacle: { w, c, p in Requirement.notOutsider(w, c, p) },
        effect: { w, c in
            let role = c.role ?? w.roles(of: c.actor).roles.first { $0 != .anyone && $0 != .participant } ?? .student
            let known = w[person: c.actor].requested == role && w[person: c.actor].requestedPlace == c.place ?? .school
            (w[person: c.actor].requested, w[person: c.actor].requestedPlace) = (role, c.place ?? .school)
            return Effect(isUnchanged: known)
        },
        supplies: Supplies { [.accept] },
        example: Text("request join @orlov to school as teacher", "@orlov: подать заявку на вступление в школу учителем"))
}
