import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether an issued order appoints the person concerned.
    static let appointedByOrder = Attribute(
        AttributeForms(
            "appointedByOrder", en: ["appointed by order"], ru: ["назначен приказом", "назначено приказом", "назначена приказом"], shown: "назначено приказом",
            .flag(
                rule: .init(
                    Text("target is appointed by order", "лицо назначено приказом"),
                    no: Text("target is not appointed by order", "лицо не назначено приказом")),
                sentence: .init(
                    Text("an order appoints the person", "лицо назначено приказом"),
                    no: Text("no order appoints the person", "лицо не назначено приказом")))),
        heading: Text("documents", "документы"), at: "documents", concerns: .target,
        // An order that appoints somebody is what it is done by.
        .flag({ c, w, _ in c.order != .absent || c.value != .absent || w.isAppointedByOrder(c.target) }))
}
