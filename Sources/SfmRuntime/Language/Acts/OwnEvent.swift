import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// What happens by itself and a policy has a word for.
    static let ownEvent = own(
        "own event", .event, Text("event of the policy's own", "своё событие"),
        example: Text("\"bullying\" of @ivanov in chat \"10А\"", "\"травля\" о @ivanov в чате \"10А\""))
}
