import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the school has applied for registration.
    static let applicationSubmitted = Attribute(
        AttributeForms(
            "applicationSubmitted", en: ["application submitted"], ru: ["заявка подана"],
            .flag(
                rule: .init(Text("application is submitted", "заявка подана"), no: Text("application is not submitted", "заявка не подана")),
                sentence: .init(
                    Text("the application is submitted", "заявка подана"),
                    no: Text("the application is not submitted", "заявка не подана")))),
        heading: Text("documents", "документы"), at: "documents",
        .flag({ _, w, _ in w.school.application != nil }))
}
