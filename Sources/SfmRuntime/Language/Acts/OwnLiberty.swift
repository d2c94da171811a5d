import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// What a policy declares itself: everybody may unless a clause prohibits it.
    static let ownLiberty = own(
        "own liberty", .liberty, Text("act of the policy's own", "своё действие"),
        example: Text("@ivanov: \"record the lesson\" in chat \"10А\"", "@ivanov: \"записать урок\" в чате \"10А\""))
}
