import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// The roles that the person concerned has already.
    static let targetRole = Attribute(
        AttributeForms(
            "targetRole", name: Text("target is ROLE", "лицо — РОЛЬ"), readAs: .targetIsRole,
            .roles(rule: Text("target is", "лицо"), sentence: Text("the person is", "лицо"), explained: Text("the person is: ", "лицо: "))),
        heading: Text("role of the person", "роль лица"), concerns: .target, says: .person, isAsked: \.haveTarget,
        .roles({ _, _, parties in parties.target }))
}
