import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// An order is made known to the staff.
    static let announce = Act(
        Forms(
            "announce", en: ["announce order {order} (to) (staff)"],
            ru: ["довести приказ {order} до работников", "довести приказ {order} до сведения работников", "довести до сведения работников приказ {order}"],
            ruleEn: ["announce order to staff"], ruleRu: ["доводить приказ", "доводить приказ до работников", "доведение приказа", "доведение"]),
        kind: .power, noun: Text("announcement of an order", "доведение приказа"),
        obstacle: { w, c, _ in OrderRequirement.issued(w, c) },
        effect: { w, c in OrderRequirement.reach(.announced, &w, c) },
        supplies: Supplies(after: true) { [.issue] },
        example: Text("announce order \"143\" to staff", "довести приказ \"143\" до работников"))
}
