import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// As whom the person concerned asks to be let in.
    static let askedRole = Attribute(
        AttributeForms(
            "askedRole", en: ["asked role"], ru: ["запрошенная роль"], shown: "запрошенная роль",
            .roles(
                rule: Text("asked role is", "запрошенная роль"), sentence: Text("the role asked for is", "запрошенная роль"),
                explained: Text("role asked for: ", "запрошенная роль: "))),
        heading: Text("role asked for", "запрошенная роль"), concerns: .target,
        .roles({ c, w, _ in w[person: c.target].requested.map { RoleSet($0).closed } ?? [] }))
}
