import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// The role that the act gives.
    static let role = Attribute(
        AttributeForms(
            "role", en: ["role"], ru: ["роль"],
            .roles(rule: Text("role is", "роль"), sentence: Text("the role given is", "назначаемая роль"), explained: Text("role: ", "роль: "))),
        heading: Text("role", "роль"), says: .givenRole, isAsked: { $0.contains(.role) || $0.contains(.invitee) },
        .roles({ c, _, _ in c.givenRole.map(RoleSet.init) ?? [] }))
}
