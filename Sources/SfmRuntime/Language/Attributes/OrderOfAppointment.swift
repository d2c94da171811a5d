import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the application encloses an issued order that appoints whoever hands it in.
    static let orderOfAppointment = Attribute(
        AttributeForms(
            "orderOfAppointment", en: ["application order of appointment"], ru: ["в заявка приказ о назначение"], shown: "в заявке есть приказ о назначении",
            .flag(
                rule: .init(
                    Text("application has order of appointment", "в заявке есть приказ о назначении"),
                    no: Text("application has no order of appointment", "в заявке нет приказа о назначении")),
                sentence: .init(
                    Text("the application encloses the order that appoints the applicant", "в заявке есть приказ о назначении заявителя"),
                    no: Text("the application does not enclose the order that appoints the applicant", "в заявке нет приказа о назначении заявителя")))),
        heading: Text("documents", "документы"), at: "documents",
        .flag({ c, w, _ in
            // One that is being handed in says what it encloses; of one that was, the school keeps it.
            if c.value != .absent { return w.order(named: c.value, appoints: c.actor) }
            guard let application = w.school.application else { return false }
            return application.isWhole || w.order(named: application.order, appoints: application.author)
        }))
}
