import SfmModel
import SfmTerms

/// One clause that a decision rests on.
package struct Citation: Hashable, Sendable {
    /// `list` is the clause of a list that a matching rule uses.
    package enum Kind: UInt8, Sendable { case permit, forbid, duty, states, list }

    package let clause: ClauseRef
    package let kind: Kind

    package init(clause: ClauseRef, kind: Kind) { (self.clause, self.kind) = (clause, kind) }
}

/// A permit (or a duty) that nearly matched, with the parts that failed.
package struct NearMiss: Sendable {
    package let clause: ClauseRef
    package let scope: Scope
    package let conditions: [Condition]
    package let isDuty: Bool
    package var roleFails = false
    package var targetFails = false
    package var placeFails = false
    /// Which of the conditions do not hold.
    package var failedConditions: [Int] = []

    package var failures: Int { (roleFails ? 1 : 0) + (targetFails ? 1 : 0) + (placeFails ? 1 : 0) + failedConditions.count }
}

/// Why the world itself cannot do an act.
package struct Obstacle: Sendable {
    package let reason: Text
    /// The property of the platform that stands in the way, for policies that state it.
    package let mechanism: Mechanism?
    /// Clauses that state it, where the act has found them itself.
    package var clauses: [ClauseRef]

    package init(_ reason: Text, _ mechanism: Mechanism? = nil, clauses: [ClauseRef] = []) {
        (self.reason, self.mechanism, self.clauses) = (reason, mechanism, clauses)
    }
}

/// The answer to "may this be done now?": one value for the REPL, tests, reports and `why`.
package struct Decision: Sendable {
    package var outcome: Outcome
    package var call: Call
    package var citations: [Citation] = []
    /// With `notGranted`: the permits with the fewest failed parts, all ties.
    package var nearest: [NearMiss] = []
    package var obstacle: Obstacle?
    /// When it was asked; conditions are shown as they stood then.
    package var instant: Instant

    package init(_ outcome: Outcome, call: Call, at instant: Instant) { (self.outcome, self.call, self.instant) = (outcome, call, instant) }

    /// Every clause cited, the nearest permits included, each once.
    package var clauses: [ClauseRef] {
        var out: [ClauseRef] = []
        for clause in citations.map(\.clause) + nearest.map(\.clause) where !out.contains(clause) { out.append(clause) }
        return out
    }

    package var isRefusal: Bool { outcome != .allowed }
}
