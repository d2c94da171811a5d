import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// The links that are attached: in a list where all of them are.
    static let link = Attribute(
        AttributeForms(
            "link", en: ["link"], ru: ["ссылка"], .name(rule: Text("link is", "ссылка"), sentence: Text("the link is", "ссылка"))),
        heading: Text("links attached", "приложенные ссылки"), asksTexts: true, isAsked: { $0.contains(.attachment) },
        .names({ c, _, _ in c.said?.links ?? [] }))
}
