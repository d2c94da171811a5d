import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// How long what the act does lasts.
    static let duration = Attribute(
        AttributeForms("duration", en: ["duration"], ru: ["срок", "срок блокировки"], .term(sentence: Text("term", "срок"))),
        heading: Text("term", "срок"), says: .term, .term({ c, _, _ in c.until }))
}
