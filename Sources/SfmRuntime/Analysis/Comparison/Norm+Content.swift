import SfmPolicy
import SfmTerms

extension Norm {
    /// What a norm says of one aspect: two norms say the same of it where these are equal, whatever the words and their order.
    enum Content: Hashable, Sendable {
        /// It is so: the own group, a stated subject.
        case stated
        case anybody
        case roles(RoleSet)
        case bearer(Bearer)
        case each(RoleSet)
        case parents(andTarget: Bool)
        case otherChats
        case places(Set<PlaceKind>, names: Set<String>)
        case choices(ChoiceSet<Mood>, ChoiceSet<SchoolField>, isCollective: Bool, Set<PartTest>, concernsTarget: Bool)
        case occasion(Set<Int>, Scope, Set<PartTest>)
        case term(Deadline)
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
            case (.roles(let a), .roles(let b)), (.each(let a), .each(let b)): a.intersection(b).roles.count
            case (.conditions(let a), .conditions(let b)):
                a.reduce(into: Set()) { $0.formUnion($1.tests) }.intersection(b.reduce(into: Set()) { $0.formUnion($1.tests) }).count
            default: self == other ? 1 : 0
            }
        }
    }
}

/// What a condition says, whatever the order of its parts and the name of a list.
indirect enum ConditionMeaning: Hashable, Sendable {
    case all(Set<ConditionMeaning>)
    case any(Set<ConditionMeaning>)
    case not(ConditionMeaning)
    /// One of these names, in small letters.
    case named(Set<String>)
    case test(Predicate)

    /// The tests that it is made of, denied or not.
    var tests: Set<ConditionMeaning> {
        switch self {
        case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.tests) }
        case .not(let inner): Set(inner.tests.map(ConditionMeaning.not))
        case .named, .test: [self]
        }
    }
}

extension Condition {
    var meaning: ConditionMeaning {
        switch self {
        case .and(let parts): .all(Set(parts.map(\.meaning)))
        case .or(let parts): .any(Set(parts.map(\.meaning)))
        case .not(let inner): .not(inner.meaning)
        case .test(let predicate):
            if case .names(_, let items) = predicate.operand { .named(Set(items.map(Norm.folded))) } else { .test(predicate) }
        }
    }
}
