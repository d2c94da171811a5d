import SfmPolicy
import SfmTerms

extension Norm {
    /// What a norm says of one aspect: two norms say the same of it where these are equal, whatever the words and their order.
    enum Content: Hashable, Sendable {
        /// It is so: the own group, a stated subject.
        case stated
        case anybody
        case roles(RoleSet)
        case bearer(Bearer, isEach: Bool)
        /// Roles with those of the policy's own; whether each who has one is meant.
        case holders(RoleSet, Set<Text>, isEach: Bool)
        /// Whom a duty is about.
        case whom(RoleSet, Set<Text>, isAuthor: Bool, areParents: Bool, isTarget: Bool)
        case otherChats
        case together(RoleSet)
        case places(Set<PlaceKind>, names: Set<String>)
        case choices(ChoiceSet<Mood>, ChoiceSet<SchoolField>, isCollective: Bool, Set<PartTest>)
        case occasion(Set<Int>, Scope, Set<PartTest>)
        case term(Deadline)
        case calendar(CalendarMeaning)
        case declaration(WordMeaning)
        case timing(DutyTiming)
        case name(String)
        /// Which own acts and marks are meant.
        case words(Set<PartTest>)
        /// What a list holds, in small letters.
        case items(Set<String>)
        case conditions(Set<ConditionMeaning>)

        /// How much of it another says as well: roles, or single tests of conditions.
        func shared(with other: Content) -> Int {
            switch (self, other) {
            case (.roles(let a), .roles(let b)), (.holders(let a, _, _), .holders(let b, _, _)), (.whom(let a, _, _, _, _), .whom(let b, _, _, _, _)):
                a.intersection(b).roles.count
            case (.conditions(let a), .conditions(let b)):
                a.reduce(into: Set()) { $0.formUnion($1.tests) }.intersection(b.reduce(into: Set()) { $0.formUnion($1.tests) }).count
            default: self == other ? 1 : 0
            }
        }
    }
}
