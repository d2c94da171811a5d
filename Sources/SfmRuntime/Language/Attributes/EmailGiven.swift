import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the school's application gives an e-mail address.
    static let emailGiven = Attribute(
        AttributeForms(
            "emailGiven", en: ["application email", "application e-mail"], ru: ["в заявка почта"], shown: "в заявке есть почта",
            .flag(
                rule: .init(Text("application has email", "в заявке есть почта"), no: Text("application has no email", "в заявке нет почты")),
                sentence: .init(
                    Text("the application gives an e-mail address", "в заявке есть адрес почты"),
                    no: Text("the application gives no e-mail address", "в заявке нет адреса почты")))),
        heading: Text("documents", "документы"), at: "documents",
        .flag({ _, w, _ in w.school.application.map { $0.isWhole || $0.email != .absent } ?? false }))
}
