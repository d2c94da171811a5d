import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether somebody has agreed to the act beforehand.
    static let consent = Attribute(
        AttributeForms(
            "consent", name: Text("consent", "согласие"), readAs: .consent,
            .flag(
                rule: .init(Text("with consent", "с согласия"), no: Text("without consent", "без согласия")),
                sentence: .init(Text("with consent", "с согласия"), no: Text("without consent", "без согласия")))),
        heading: Text("consent beforehand", "согласие заранее"), isAsked: { _ in true }, .flag({ _, _, _ in false }))
}
