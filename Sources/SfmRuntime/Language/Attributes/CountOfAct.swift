import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// How often an act was done, whichever the rule names.
    static let countOfAct = Attribute(
        AttributeForms("countOfAct", name: Text("count of ACT", "число ДЕЙСТВИЕ"), readAs: .countOfAct, .count),
        heading: Text("how often it was done", "сколько раз это было"), isAsked: { _ in true }, .count({ _, _, _ in 0 }, countsTheDeed: true))
}
