import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// What the world keeps no number of: it is counted out of what was done.
    static func counted(
        _ id: String, en english: String, ru russian: String?, shown: String, _ heading: Text, _ part: Counted.Part, readAs: AttributeForms.Phrase? = nil,
        _ acts: @escaping @Sendable () -> [Act]
    ) -> Attribute {
        Attribute(
            AttributeForms(
                id, en: russian == nil ? [] : [english, english + " of target"], ru: russian.map { [$0] } ?? [], shown: shown, name: Text(english, shown),
                readAs: readAs, .count),
            heading: heading, counts: CountedActs(part: part, acts: acts), isAsked: { _ in true }, .count({ _, _, _ in 0 }, countsTheDeed: true))
    }
}
