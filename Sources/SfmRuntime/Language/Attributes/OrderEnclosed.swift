import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the school's application encloses an order.
    static let orderEnclosed = Attribute(
        AttributeForms(
            "orderEnclosed", en: ["application order"], ru: ["в заявка приказ"], shown: "в заявке есть приказ",
            .flag(
                rule: .init(Text("application has order", "в заявке есть приказ"), no: Text("application has no order", "в заявке нет приказа")),
                sentence: .init(
                    Text("the application encloses an order", "в заявке есть приказ"),
                    no: Text("the application encloses no order", "в заявке нет приказа")))),
        heading: Text("documents", "документы"), at: "documents",
        .flag({ _, w, _ in w.school.application.map { $0.isWhole || $0.order != .absent } ?? false }))
}
