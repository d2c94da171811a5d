import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// How long the text of the act is, in characters.
    static let textLength = Attribute(
        AttributeForms(
            "textLength", en: ["length of text"], ru: ["длина текст"], shown: "знаков в тексте", name: Text("characters of the text", "знаков в тексте"),
            readAs: .textIsLonger, .count),
        heading: Text("length of the text", "длина текста"), asksTexts: true, isAsked: { $0.contains(.text) },
        .count({ c, _, _ in c.said?.texts[.text]?.count ?? 0 }, countsTheDeed: false))
}
