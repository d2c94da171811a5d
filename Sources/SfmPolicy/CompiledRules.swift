import SfmModel
import SfmTerms

/// The prohibitions and permits of the policies in force as one table, an act's behind one another and its prohibitions
/// first, with their conditions as tests that jump: deciding walks along it and allocates nothing.
///
/// Invariant: the entries of an act stand in the order of `PolicySet.forbids` and `PolicySet.permits`.
final class CompiledRules: @unchecked Sendable {
    private struct Entry: BitwiseCopyable {
        let clause: ClauseRef
        /// The test to begin with.
        let start: Int32
        /// One of these has the actor, and where any are named one of those the person concerned; nearly every rule narrows
        /// no further.
        let actors: RoleSet
        let targets: RoleSet
        let isNarrower: Bool
        let scope: Scope

        init(_ clause: ClauseRef, _ scope: Scope, start: Int32) {
            (self.clause, self.scope, self.start) = (clause, scope, start)
            actors = scope.by ?? RoleSet(.anyone)
            targets = scope.targets
            var plain = Scope()
            (plain.by, plain.targets) = (scope.by, scope.targets)
            isNarrower = scope != plain
        }
    }

    /// One test; where it leads is another test or the end.
    private struct Branch: BitwiseCopyable {
        /// Held by `predicates`.
        let predicate: Unmanaged<Predicate>
        let ifTrue: Int32
        let ifFalse: Int32
    }

    private static let holds: Int32 = -1
    private static let fails: Int32 = -2

    // Written by `init` alone, given back by `deinit`.
    private let entries: UnsafeMutableBufferPointer<Entry>
    private let tests: UnsafeMutableBufferPointer<Branch>
    /// Where the prohibitions of an act begin and where its permits do, by twice the act.
    private let starts: UnsafeMutableBufferPointer<Int32>
    private let predicates: [Predicate]

    init(forbids: [[PolicySet.Indexed<Rule>]], permits: [[PolicySet.Indexed<Rule>]]) {
        var entries: [Entry] = []
        var starts: [Int32] = []
        var builder = Builder()
        for (forbidding, permitting) in zip(forbids, permits) {
            for group in [forbidding, permitting] {
                starts.append(Int32(entries.count))
                for entry in group {
                    let start = builder.add(entry.rule.conditions)
                    entries.append(Entry(entry.clause, entry.rule.scope, start: start))
                }
            }
        }
        starts.append(Int32(entries.count))
        self.entries = Self.copied(entries)
        self.starts = Self.copied(starts)
        tests = Self.copied(builder.tests)
        predicates = builder.predicates
    }

    deinit {
        entries.deallocate()
        tests.deallocate()
        starts.deallocate()
    }

    private static func copied<T: BitwiseCopyable>(_ values: [T]) -> UnsafeMutableBufferPointer<T> {
        let out = UnsafeMutableBufferPointer<T>.allocate(capacity: values.count)
        _ = out.initialize(from: values)
        return out
    }

    /// Lays conditions out from the end, so that every test knows where it leads.
    private struct Builder {
        var tests: [Branch] = []
        var predicates: [Predicate] = []

        /// Where something is asked about the actor, somebody has to act.
        mutating func add(_ conditions: [Condition]) -> Int32 {
            let start = add(.and(conditions), ifTrue: CompiledRules.holds, ifFalse: CompiledRules.fails)
            return conditions.contains(where: \.asksActor) ? append(.hasActor, ifTrue: start, ifFalse: CompiledRules.fails) : start
        }

        mutating func add(_ condition: Condition, ifTrue: Int32, ifFalse: Int32) -> Int32 {
            switch condition {
            case .and(let parts): return parts.reversed().reduce(ifTrue) { add($1, ifTrue: $0, ifFalse: ifFalse) }
            case .or(let parts): return parts.reversed().reduce(ifFalse) { add($1, ifTrue: ifTrue, ifFalse: $0) }
            case .not(let inner):
                var denied = add(inner, ifTrue: ifFalse, ifFalse: ifTrue)
                let (ofTarget, ofActor) = inner.ages
                if ofTarget { denied = append(.knowsAgeOfTarget, ifTrue: denied, ifFalse: ifFalse) }
                if ofActor { denied = append(.knowsAgeOfActor, ifTrue: denied, ifFalse: ifFalse) }
                return inner.asksTarget ? append(.namesTarget, ifTrue: denied, ifFalse: ifFalse) : denied
            case .test(let predicate): return append(predicate, ifTrue: ifTrue, ifFalse: ifFalse)
            }
        }

        private mutating func append(_ predicate: Predicate, ifTrue: Int32, ifFalse: Int32) -> Int32 {
            predicates.append(predicate)
            tests.append(Branch(predicate: .passUnretained(predicate), ifTrue: ifTrue, ifFalse: ifFalse))
            return Int32(tests.count - 1)
        }
    }

    // MARK: - Asking

    func forbids(_ act: Int) -> Range<Int> { Int(starts[2 * act])..<Int(starts[2 * act + 1]) }

    func permits(_ act: Int) -> Range<Int> { Int(starts[2 * act + 1])..<Int(starts[2 * act + 2]) }

    /// The prohibitions of an act and its permits.
    func rules(_ act: Int) -> Range<Int> { Int(starts[2 * act])..<Int(starts[2 * act + 2]) }

    func clause(_ index: Int) -> ClauseRef { entries[index].clause }

    /// The first of some entries that the act matches, or their end.
    @inline(never)
    func first(of range: Range<Int>, _ request: borrowing Request, _ world: borrowing World, _ parties: Parties) -> Int {
        var index = range.lowerBound
        while index < range.upperBound, !holds(index, request, world, parties) { index += 1 }
        return index
    }

    func matches(_ index: Int, _ request: borrowing Request, _ world: borrowing World, _ parties: Parties) -> Bool {
        first(of: index..<(index + 1), request, world, parties) == index
    }

    /// Whether the entry's scope and conditions hold for the act.
    @inline(__always)
    private func holds(_ index: Int, _ request: borrowing Request, _ world: borrowing World, _ parties: Parties) -> Bool {
        let (actors, targets) = (entries[index].actors, entries[index].targets)
        if actors.isDisjoint(with: parties.actor) || !targets.isEmpty && targets.isDisjoint(with: parties.target) { return false }
        if entries[index].isNarrower, !isInside(entries[index].scope, request, world, parties) { return false }
        var next = entries[index].start
        while next >= 0 {
            let holds = tests[Int(next)].predicate._withUnsafeGuaranteedRef { $0.holds(request, world, parties) }
            next = holds ? tests[Int(next)].ifTrue : tests[Int(next)].ifFalse
        }
        return next == Self.holds
    }

    @inline(never)
    private func isInside(_ scope: Scope, _ request: borrowing Request, _ world: borrowing World, _ parties: Parties) -> Bool {
        scope.roleFits(request, world, parties) && scope.targetFits(request, parties) && scope.placeFits(request)
    }
}
