import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// An order is put on the school's site.
    static let publish = Act(
        Forms(
            "publish", en: ["publish order {order} (on) (site)"],
            ru: ["разместить приказ {order} на сайте", "опубликовать приказ {order} на сайте"],
            ruleEn: ["publish order on site"],
            ruleRu: ["размещать приказ", "публиковать приказ", "размещать приказ на сайте", "размещение приказа", "размещение"]),
        kind: .power, noun: Text("publication of an order", "размещение приказа"),
        obstacle: { w, c, _ in OrderRequirement.issued(w, c) },
        effect: { w, c in OrderRequirement.reach(.published, &w, c) },
        supplies: Supplies(after: true) { [.issue] },
        example: Text("publish order \"143\" on site", "разместить приказ \"143\" на сайте"))
}
