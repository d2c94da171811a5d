import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the person concerned, blocked in the chat, has apologized.
    static let apologized = Attribute(
        AttributeForms(
            "apologized", en: ["apologized"], ru: ["принёс извинение", "извинился"], shown: "принесло извинения",
            .flag(
                rule: .init(Text("target has apologized", "лицо принесло извинения"), no: Text("target has not apologized", "лицо не принесло извинения")),
                sentence: .init(
                    Text("the person has apologized", "лицо принесло извинения"),
                    no: Text("the person has not apologized", "лицо не принесло извинений")))),
        heading: Text("apology", "извинения"), concerns: .target, isAsked: { $0.contains(.target) && $0.contains(.chat) },
        .flag({ c, w, parties in parties.hasRecords && w.block(of: c.target, in: c.chat)?.apologized ?? false }))
}
