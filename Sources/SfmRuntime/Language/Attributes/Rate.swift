import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// How often a rule's own deeds were done in a day, a week or a month.
    static let rate = Attribute(
        AttributeForms("rate", name: Text("such deeds", "таких действий"), readAs: .rate, .count),
        heading: Text("how often", "как часто"), isAsked: { _ in true }, .count({ _, _, _ in 0 }, countsTheDeed: false))
}
