import SfmPolicy
import SfmSyntax
import SfmTerms

extension DecisionRenderer {
    /// What the policies in force call a noun, in the language that the term is written in; else the language's own word.
    public func noun(_ noun: RenamedNoun) -> Text {
        var text = Text(noun.noun(.english), noun.noun(.russian))
        for policy in policies.policies {
            guard let term = policy.terms[noun] else { continue }
            if term.unicodeScalars.contains(where: { (0x400...0x52F).contains($0.value) }) { text.ru = term } else { text.en = term }
        }
        return text
    }

    public func role(_ role: Role) -> Text { noun(.role(role)) }

    /// Roles as a list, in the order of their declaration.
    public func roles(_ set: RoleSet) -> Text { Text.joined(set.roles.map(role)) }
}
