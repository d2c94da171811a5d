import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the school's application encloses a questionnaire.
    static let questionnaireEnclosed = Attribute(
        AttributeForms(
            "questionnaireEnclosed", en: ["application questionnaire"], ru: ["в заявка анкета"], shown: "в заявке есть анкета",
            .flag(
                rule: .init(Text("application has questionnaire", "в заявке есть анкета"), no: Text("application has no questionnaire", "в заявке нет анкеты")),
                sentence: .init(
                    Text("the application encloses a questionnaire", "в заявке есть анкета"),
                    no: Text("the application encloses no questionnaire", "в заявке нет анкеты")))),
        heading: Text("documents", "документы"), at: "documents",
        .flag({ _, w, _ in w.school.application.map { $0.isWhole || $0.hasQuestionnaire } ?? false }))
}
