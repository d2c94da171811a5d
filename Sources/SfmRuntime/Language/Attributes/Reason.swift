import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Why somebody is removed or blocked.
    static let reason = Attribute(
        AttributeForms(
            "reason", en: ["reason"], ru: ["причина"], readAs: .byReason,
            .choice(
                .init(
                    .reason, rule: Text("reason is", "причина"), sentence: Text("the reason is", "причина"), explained: Text("reason: ", "причина: "),
                    english: english))),
        heading: Text("reason", "причина"), says: .reason, .choice({ c, _, _ in c.reason?.rawValue }))

    /// The reasons in an English sentence.
    @Sendable private static func english(_ value: UInt8) -> String? {
        switch Reason(rawValue: value) {
        case .rules: "a breaking of the rules"
        case .departure: "departure"
        case .dismissal: "dismissal"
        case .personal: "a personal preference"
        case .other: "something else"
        case nil: nil
        }
    }
}
