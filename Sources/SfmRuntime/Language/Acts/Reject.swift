import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A request to join is rejected.
    static let reject = Act(
        Forms(
            "reject", en: ["reject request (of|from) {target}"],
            ru: ["отклонить заявку на вступление от {target}", "отклонить заявку (от) {target}", "отклонить заявку на вступление {target}"],
            ruleEn: ["reject request", "reject requests"],
            ruleRu: ["отклонять заявки", "отклонять заявки на вступление", "отклонять заявку", "отклонение заявки", "отклонение"]),
        kind: .power, noun: Text("rejection of a request", "отклонение заявки"), attributes: [.requestToSchool, .askedRole], about: .request, ends: [.request],
        obstacle: { w, c, _ in
            w[person: c.target].requested == nil ? UnmetPrecondition(Text("there is no request of this person", "заявки от этого человека нет")) : nil
        },
        effect: { w, c in
            w[person: c.target].requested = nil
            return .done
        },
        example: Text("reject request of @sokolov", "отклонить заявку на вступление от @sokolov"))
}
