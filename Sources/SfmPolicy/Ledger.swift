import SfmModel
import SfmTerms

/// A norm that was broken.
public struct Breach: Sendable {
    public let clause: ClauseRef
    public let person: PersonID
    public let time: Instant
    /// Done without a right to it, not against a prohibition.
    public let withoutRight: Bool

    public init(clause: ClauseRef, person: PersonID, time: Instant, withoutRight: Bool) {
        (self.clause, self.person, self.time, self.withoutRight) = (clause, person, time, withoutRight)
    }
}

/// The duties that are pending and the breaches that were recorded.
///
/// Invariant: every event makes duties of its own, told apart by their ids; those that differ in nothing else lie together, as
/// one act meets all of them, so that a thousand violations cost an act no more than one.
public struct Ledger: Sendable {
    /// Duties alike in everything but the event.
    private struct Bundle: Sendable {
        let duty: Duty
        /// In the order of their deadlines; those that have passed first.
        var terms: [Term]
        var passed = 0

        var duties: [Duty] {
            terms.enumerated().map { at, term in
                var one = term.since == duty.since ? duty : duty.again(at: term.since, until: term.deadline)
                (one.id, one.event, one.isBreached) = (term.id, term.event, at < passed)
                return one
            }
        }

        mutating func add(_ term: Term) {
            var place = terms.count
            while place > passed, let deadline = term.deadline, let other = terms[place - 1].deadline, other > deadline { place -= 1 }
            terms.insert(term, at: place)
        }
    }

    private struct Term: Sendable {
        let id: Int
        let event: Int
        let since: Instant
        let deadline: Instant?
    }

    /// By the act that meets them, in the order in which the first of each arose.
    private var bundles: [Int: [Bundle]] = [:]
    /// The id of the last duty that arose, and the number of deeds that made any.
    public private(set) var lastID = 0
    private var events = 0
    public var breaches: [Breach] = []

    public init() {}

    // MARK: - Looking

    public var hasPending: Bool { !bundles.isEmpty }

    /// Every pending duty, in the order in which they arose.
    public var pending: [Duty] { bundles.values.joined().flatMap(\.duties).sorted { $0.id < $1.id } }

    /// One of each sort of duty to do an act: those that differ in the event alone are one sort.
    public func sorts(of act: Int) -> some Sequence<Duty> { (bundles[act] ?? []).lazy.map(\.duty) }

    /// One of each sort of all duties.
    public var sorts: [Duty] { bundles.values.joined().map(\.duty) }

    /// Whether a sort of duty has neither been met nor lapsed; one that has and arose again is another.
    public func isPending(sort: Duty) -> Bool { bundles[sort.act]?.contains { $0.duty.id == sort.id } ?? false }

    // MARK: - Changing

    /// Adds the duties that a deed made, each as one of its own, whatever else is pending; with their ids.
    public mutating func add(_ duties: [Duty]) -> [Duty] {
        guard !duties.isEmpty else { return [] }
        events += 1
        return duties.map { duty in
            var added = duty
            lastID += 1
            (added.id, added.event) = (lastID, events)
            let term = Term(id: lastID, event: events, since: duty.since, deadline: duty.deadline)
            if let known = bundles[duty.act]?.firstIndex(where: { $0.duty.isAlike(duty) }) {
                bundles[duty.act]?[known].add(term)
            } else {
                bundles[duty.act, default: []].append(Bundle(duty: added, terms: [term]))
            }
            return added
        }
    }

    /// Takes out what an act meets, in the order in which it arose.
    public mutating func discharge(_ call: Call, in world: World) -> [Duty] {
        guard let all = bundles[call.act] else { return [] }
        let parties = Parties(call, world)
        func isMet(_ duty: Duty) -> Bool { duty.isDischarged(by: call) && duty.isAbout(parties) }
        let met = all.filter { isMet($0.duty) }
        guard !met.isEmpty else { return [] }
        keep(all.filter { !isMet($0.duty) }, of: call.act)
        return met.flatMap(\.duties).sorted { $0.id < $1.id }
    }

    private mutating func keep(_ left: [Bundle], of act: Int) { bundles[act] = left.isEmpty ? nil : left }

    /// Takes out the duties that have lost what they are about; only those about one of these objects are looked at, or all.
    public mutating func lapse(_ objects: [DutyObject]? = nil, in world: World) {
        for (act, all) in bundles {
            guard let object = all.first?.duty.rule.object, objects?.contains(object) ?? true else { continue }
            let left = all.filter { !$0.duty.isIdle(in: world) }
            if left.count < all.count { keep(left, of: act) }
        }
    }

    /// Lets the clock of a world go on: a breach for every deadline that passes before what the duty is about has ended, in the
    /// order of the deadlines.
    public mutating func moveClock(of world: inout World, to now: Instant) -> [Breach] {
        guard hasPending else {
            world.now = now
            return []
        }
        var found: [(deadline: Instant, id: Int, breach: Breach)] = []
        for (act, all) in bundles {
            var left: [Bundle] = []
            for bundle in all {
                var bundle = bundle
                let end = bundle.duty.objectEnd(in: world)
                let last = bundle.duty.hasObject ? min(now, end) : now
                while bundle.passed < bundle.terms.count, let deadline = bundle.terms[bundle.passed].deadline, deadline < last {
                    let breach = Breach(clause: bundle.duty.clause, person: bundle.duty.bearer(in: world), time: deadline, withoutRight: false)
                    found.append((deadline, bundle.terms[bundle.passed].id, breach))
                    bundle.passed += 1
                }
                if !bundle.duty.hasObject || end > now { left.append(bundle) }
            }
            keep(left, of: act)
        }
        world.now = now
        let sorted = found.sorted { ($0.deadline, $0.id) < ($1.deadline, $1.id) }.map(\.breach)
        breaches += sorted
        return sorted
    }
}
