import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A request to join is accepted.
    static let accept = Act(
        Forms(
            "accept", en: ["accept request (of|from) {target}"],
            ru: ["принять заявку на вступление от {target}", "принять заявку (от) {target}", "принять заявку на вступление {target}"],
            ruleEn: ["accept request", "accept requests"],
            ruleRu: ["принимать заявки", "принимать заявки на вступление", "рассматривать заявки", "принимать заявку", "принятие заявки", "принятие"]),
        kind: .power, noun: Text("acceptance of a request", "принятие заявки"), attributes: [.requestToSchool, .askedRole], about: .request, ends: [.request],
        obstacle: { w, c, _ in
            w[person: c.target].requested == nil ? UnmetPrecondition(Text("there is no request of this person", "заявки от этого человека нет")) : nil
        },
        effect: { w, c in
            if let role = w[person: c.target].requested { w[person: c.target].roles.formUnion(RoleSet(role)) }
            w[person: c.target].requested = nil
            w[person: c.target].marks.formUnion(.joined)
            return .done
        },
        example: Text("accept request of @sokolov", "принять заявку на вступление от @sokolov"))
}
