import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// The roles that who acts has.
    static let actorRole = Attribute(
        AttributeForms(
            "actorRole", name: Text("actor is ROLE", "исполнитель — РОЛЬ"), readAs: .actorIsRole,
            .roles(rule: Text("actor is", "исполнитель"), sentence: Text("whoever acts is", "исполнитель"), explained: Text("who acts is: ", "действует: "))),
        heading: Text("role of who acts", "роль исполнителя"), concerns: .actor, says: .doer, isAsked: { _ in true },
        .roles({ _, _, parties in parties.actor }))
}
