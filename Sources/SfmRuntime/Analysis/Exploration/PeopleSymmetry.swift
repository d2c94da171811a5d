import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// People who can stand for each other: nothing in the world, in the rules or in the question tells them apart but their names.
///
/// Of situations that differ only in who of them is who, one is looked at. Which are these is not said but found: two people are such where the
/// situation at the beginning reads the same with them exchanged.
struct PeopleSymmetry {
    /// Those who can stand for each other, two at least.
    private(set) var classes: [[PersonID]] = []
    private let everybody: [PersonID]

    static let none = PeopleSymmetry()
    private static let mostPeople = 64

    private init() { everybody = [] }

    /// `named` are the people of whom the question speaks, `doers` those who act, where not everybody does.
    init(_ start: Interpreter, _ sight: ExplorationSight, named: Set<PersonID>, doers: Set<PersonID>?, tried: Set<Int>) {
        everybody = start.world.people.indices.map { PersonID($0) }
        // Everybody is compared with everybody; where there are many there is too much to see anyway.
        guard everybody.count <= Self.mostPeople else { return }
        let usual = Self.text(start, sight, everybody)
        let ordered = Self.rolesInOrder(start.policies, tried)
        for person in everybody where !named.contains(person) {
            guard let ordered, ordered.isDisjoint(with: start.world.roles(of: person)) else { continue }
            let place = classes.firstIndex { others in
                let other = others[0]
                guard doers.map({ $0.contains(person) == $0.contains(other) }) ?? true else { return false }
                return Self.text(start, sight, exchanging(person, other)) == usual
            }
            if let place { classes[place].append(person) } else { classes.append([person]) }
        }
        classes.removeAll { $0.count == 1 }
    }

    /// The roles of whose holders the first in order of appearance has a duty: these are not all alike. `nil` where anybody may come to be one.
    private static func rolesInOrder(_ policies: PolicySet, _ tried: Set<Int>) -> RoleSet? {
        var roles = RoleSet()
        for duty in policies.policies.flatMap(\.duties) {
            if !duty.holders.isEmpty { return nil }
            if case .roles(let bearers) = duty.bearer { roles.formUnion(bearers.subtracting(RoleSet(.moderator))) }
        }
        let mayRise = tried.contains { act in
            !ActTable.all[act].supplies.grants.isEmpty || Sfm.grammar.actParts[act].contains { [.role, .kinds].contains($0.slot) }
        }
        return roles.isEmpty || !mayRise ? roles : nil
    }

    private func exchanging(_ a: PersonID, _ b: PersonID) -> [PersonID] {
        var order = everybody
        order.swapAt(a.index, b.index)
        return order
    }

    private static func text(_ interpreter: Interpreter, _ sight: ExplorationSight, _ order: [PersonID]) -> [UInt8] {
        interpreter.situation(sight, order).bytes
    }

    /// Where everybody stands in an order.
    static func places(_ order: [PersonID]) -> [Int32] {
        var places = Array(repeating: Int32(0), count: order.count)
        for (place, person) in order.enumerated() { places[person.index] = Int32(place) }
        return places
    }

    /// The order in which a situation is told of: whoever can stand for each other by the numbers of what is known of each alone. `nil` where
    /// that is the order in which they appeared.
    func order(_ numbers: (PersonID) -> [UInt32]) -> [PersonID]? {
        guard !classes.isEmpty else { return nil }
        var order = everybody
        var isOwn = true
        for people in classes {
            let told = people.map { ($0, numbers($0)) }
            let sorted = told.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1.lexicographicallyPrecedes($1.1) }
            for (place, (person, _)) in zip(people, sorted) where place != person {
                isOwn = false
                order[place.index] = person
            }
        }
        return isOwn ? nil : order
    }
}
