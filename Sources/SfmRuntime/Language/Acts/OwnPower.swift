import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// What a policy declares itself and only those may whom a clause permits it.
    static let ownPower = own(
        "own power", .power, Text("act of the policy's own that needs a permit", "своё действие по полномочию"),
        example: Text("@petrova: \"award\" @ivanov", "@petrova: \"наградить\" @ivanov"))
}
