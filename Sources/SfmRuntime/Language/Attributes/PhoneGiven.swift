import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the school's application gives a phone number.
    static let phoneGiven = Attribute(
        AttributeForms(
            "phoneGiven", en: ["application phone"], ru: ["в заявка номер", "в заявка телефон"], shown: "в заявке есть номер телефона",
            .flag(
                rule: .init(Text("application has phone", "в заявке есть номер"), no: Text("application has no phone", "в заявке нет номера")),
                sentence: .init(
                    Text("the application gives a phone number", "в заявке есть номер телефона"),
                    no: Text("the application gives no phone number", "в заявке нет номера телефона")))),
        heading: Text("documents", "документы"), at: "documents",
        .flag({ _, w, _ in w.school.application.map { $0.isWhole || $0.phone != .absent } ?? false }))
}
