import SfmPolicy

/// Counts, a clause, of what a run has shown: the raw material of coverage.
public struct CoverageCounters: Sendable {
    public struct Counts: Sendable, Equatable {
        public var allowed = 0
        public var refused = 0
        public var dutiesMet = 0
        public var dutiesBreached = 0
        public var impossible = 0
        /// Expectations whose allowed decision confirms what the clause states.
        public var confirmed = 0

        public init() {}

        public mutating func add(_ other: Counts) {
            allowed += other.allowed
            refused += other.refused
            dutiesMet += other.dutiesMet
            dutiesBreached += other.dutiesBreached
            impossible += other.impossible
            confirmed += other.confirmed
        }
    }

    /// By the policy's place among those in force, then by the clause's place in it.
    private var counts: [[Counts]] = []
    /// By the policy's place, then by the limit's place in it.
    private var sides: [[Threshold.Sides]] = []

    public init() {}

    public mutating func add(_ ref: ClauseRef, in policies: PolicySet, _ change: (inout Counts) -> Void) {
        while counts.count <= Int(ref.policy) {
            counts.append(Array(repeating: Counts(), count: policies.policies[counts.count].clauses.count))
        }
        change(&counts[Int(ref.policy)][Int(ref.clause)])
    }

    mutating func reach(_ side: Threshold.Sides, limit: Int, policy: Int, in policies: PolicySet) {
        guard !side.isEmpty else { return }
        while sides.count <= policy { sides.append(Array(repeating: [], count: policies.policies[sides.count].limits.count)) }
        sides[policy][limit].formUnion(side)
    }

    /// Adds another run, whose policies stand here at the places given.
    public mutating func merge(_ other: CoverageCounters, at places: [Int]) {
        for (place, theirs) in zip(places, other.counts) {
            while counts.count <= place { counts.append([]) }
            if counts[place].isEmpty {
                counts[place] = theirs
            } else {
                for c in theirs.indices { counts[place][c].add(theirs[c]) }
            }
        }
        for (place, theirs) in zip(places, other.sides) {
            while sides.count <= place { sides.append([]) }
            if sides[place].isEmpty {
                sides[place] = theirs
            } else {
                for k in theirs.indices { sides[place][k].formUnion(theirs[k]) }
            }
        }
    }

    /// Adds what was counted of one policy to the counts of many runs.
    public func addCounts(ofPolicyAt place: Int, to sum: inout [Counts]) {
        guard place < counts.count else { return }
        for k in 0..<min(sum.count, counts[place].count) { sum[k].add(counts[place][k]) }
    }

    /// Adds the sides of one policy's limits that decisions came next to.
    public func addSides(ofPolicyAt place: Int, to sum: inout [Threshold.Sides]) {
        guard place < sides.count else { return }
        for k in 0..<min(sum.count, sides[place].count) { sum[k].formUnion(sides[place][k]) }
    }

    /// The counts of a policy, by the clause's place in it; empty where none of its clauses came up.
    public func counts(ofPolicyAt place: Int) -> [Counts] { place < counts.count ? counts[place] : [] }
}
