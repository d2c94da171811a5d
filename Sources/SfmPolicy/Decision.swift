import SfmModel
import SfmTerms

/// One clause that a decision rests on.
public struct Citation: Hashable, Sendable {
    /// `list` is the clause of a list that a matching rule uses.
    public enum Kind: UInt8, Sendable { case permit, forbid, duty, states, list }

    public let clause: ClauseRef
    public let kind: Kind

    public init(clause: ClauseRef, kind: Kind) { (self.clause, self.kind) = (clause, kind) }
}

/// A permit (or a duty) that nearly matched, with the parts that failed.
public struct NearMiss: Sendable {
    public let clause: ClauseRef
    public let scope: Scope
    public let conditions: [Condition]
    public let isDuty: Bool
    public var roleFails = false
    public var targetFails = false
    public var placeFails = false
    /// Which of the conditions do not hold.
    public var failedConditions: [Int] = []

    /// Whether who acts is one whom it names, with everything that it asks of them.
    var namesActor: Bool { !roleFails && !failedConditions.contains { conditions[$0].asksActor } }

    public var failures: Int { (roleFails ? 1 : 0) + (targetFails ? 1 : 0) + (placeFails ? 1 : 0) + failedConditions.count }
}

/// Why the world itself cannot do an act.
public struct UnmetPrecondition: Sendable {
    private let text: @Sendable () -> Text
    /// The property of the platform that stands in the way, for policies that state it.
    public let mechanism: Mechanism?
    /// Clauses that state it, where the act has found them itself.
    public var clauses: [ClauseRef]

    /// The reason is put in words only where somebody reads it.
    public init(_ reason: @autoclosure @escaping @Sendable () -> Text, _ mechanism: Mechanism? = nil, clauses: [ClauseRef] = []) {
        (text, self.mechanism, self.clauses) = (reason, mechanism, clauses)
    }

    public var reason: Text { text() }
}

/// The answer to "may this be done now?": one value for the REPL, tests, reports and `why`.
public struct Decision: Sendable {
    public var outcome: Outcome
    public var request: Request
    public internal(set) var citations = SmallArray<Citation>()
    /// When it was asked; conditions are shown as they stood then.
    public var instant: Instant
    /// What only refusals have; apart, so that a decision is cheap to copy.
    private var refusal: Refusal?

    private final class Refusal: Sendable {
        let nearest: [NearMiss]
        let obstacle: UnmetPrecondition?

        init(nearest: [NearMiss], obstacle: UnmetPrecondition?) { (self.nearest, self.obstacle) = (nearest, obstacle) }
    }

    /// With `notGranted`: the permits with the fewest failed parts, all ties.
    public var nearest: [NearMiss] {
        get { refusal?.nearest ?? [] }
        set { refusal = Refusal(nearest: newValue, obstacle: obstacle) }
    }

    /// With `impossible`: why.
    public var obstacle: UnmetPrecondition? {
        get { refusal?.obstacle }
        set { refusal = Refusal(nearest: nearest, obstacle: newValue) }
    }

    /// Adds a citation unless it is there.
    public mutating func cite(_ citation: Citation) { citations.cite(citation) }

    /// The answer where the act is another one as well: both have to be allowed, and the first that is not says why.
    public func joined(with other: Decision) -> Decision {
        if isRefusal { return self }
        guard other.isRefusal else {
            var joined = self
            for citation in other.citations { joined.cite(citation) }
            return joined
        }
        var refused = other
        refused.request = request
        return refused
    }

    /// Every clause cited, the nearest permits included, each once.
    public var clauses: [ClauseRef] {
        var (out, seen) = ([ClauseRef](), Set<ClauseRef>())
        for citation in citations where seen.insert(citation.clause).inserted { out.append(citation.clause) }
        for miss in nearest where seen.insert(miss.clause).inserted { out.append(miss.clause) }
        return out
    }

    public var isRefusal: Bool { outcome != .allowed }
}

extension Decision {
    public init(_ outcome: Outcome, request: Request, at instant: Instant) { self = .made(outcome, request, [], instant) }

    /// By the memberwise initializer: one that is written out copies the whole decision once more.
    static func made(_ outcome: Outcome, _ request: Request, _ citations: SmallArray<Citation>, _ instant: Instant) -> Decision {
        Decision(outcome: outcome, request: request, citations: citations, instant: instant, refusal: nil)
    }
}

extension SmallArray<Citation> {
    mutating func cite(_ citation: Citation) { if !contains(citation) { append(citation) } }
}

/// The citations of a decision while it is made; of many a table tells which are there.
struct Citations {
    private(set) var all = SmallArray<Citation>()
    private var seen = Set<Citation>()

    private static let few = 16

    private mutating func cite(_ citation: Citation) {
        if all.count < Self.few { return all.cite(citation) }
        if seen.isEmpty { seen = Set(all) }
        if seen.insert(citation).inserted { all.append(citation) }
    }

    mutating func cite(_ clause: ClauseRef, _ kind: Citation.Kind) { cite(Citation(clause: clause, kind: kind)) }

    /// Adds a rule's clause and those of the lists that it uses.
    mutating func cite(_ entry: PolicySet.Indexed<Rule>, _ kind: Citation.Kind) {
        cite(entry.clause, kind)
        for list in entry.rule.lists {
            let clause = ClauseRef(policy: Int(entry.clause.policy), clause: list)
            if clause != entry.clause { cite(clause, .list) }
        }
    }
}

/// A decision without its reasons: the outcome, and the first of the clauses that it rests on.
public struct Ruling: Equatable, Sendable {
    public let outcome: Outcome
    public let clause: ClauseRef?

    init(_ outcome: Outcome, _ clause: ClauseRef? = nil) { (self.outcome, self.clause) = (outcome, clause) }
}
