import SfmModel
import SfmTerms

/// A norm that was broken.
public struct Breach: Sendable {
    public let clause: ClauseRef
    public let person: PersonID
    public let time: Instant
    /// Done without a right to it, not against a prohibition.
    public let withoutRight: Bool
    /// The duty whose term has passed.
    public let rule: DutyRule?

    public init(clause: ClauseRef, person: PersonID, time: Instant, withoutRight: Bool, rule: DutyRule? = nil) {
        (self.clause, self.person, self.time, self.withoutRight, self.rule) = (clause, person, time, withoutRight, rule)
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
        private(set) var terms: Pages<Term>
        var passed = 0
        /// How often its act has been done, of a duty that wants it several times.
        var done = 0

        init(duty: Duty, _ term: Term) {
            self.duty = duty
            terms = Pages()
            terms.append(term)
        }

        var duties: [Duty] {
            terms.enumerated().map { at, term in
                var one = term.since == duty.since ? duty : duty.again(at: term.since, until: term.deadline)
                (one.id, one.event, one.isBreached) = (term.id, term.event, at < passed)
                return one
            }
        }

        mutating func add(_ term: Term) {
            var place = terms.count
            terms.append(term)
            // Nearly always it is the last: the same duty has the same term each time.
            while place > passed, let deadline = term.deadline, let other = terms[place - 1].deadline, other > deadline {
                terms.swapAt(place, place - 1)
                place -= 1
            }
        }
    }

    private struct Term: Sendable {
        let id: Int
        let event: Int
        let since: Instant
        let deadline: Instant?
    }

    /// What duties of one bundle have in common.
    private struct Likeness: Hashable, Sendable {
        let rule: ObjectIdentifier
        let clause: ClauseRef
        let person: PersonID
        let chat: ChatID
        let target: PersonID
        let about: PersonID
        let led: GroupID
        let item: Item?
        let group: GroupID
        let leaver: PersonID
        let hasObject: Bool

        init(_ duty: Duty) {
            (rule, clause, person, chat, target) = (ObjectIdentifier(duty.rule), duty.clause, duty.person, duty.chat, duty.target)
            (item, group, leaver, hasObject, about, led) = (duty.item, duty.group, duty.leaver, duty.hasObject, duty.about, duty.led)
        }
    }

    private struct Search {
        var alike = Parts<Likeness, Int>()
        var index = DutyIndex()

        mutating func insert(_ duty: Duty) {
            alike[Likeness(duty)] = duty.id
            index.insert(duty)
        }

        mutating func remove(_ duty: Duty) {
            alike[Likeness(duty)] = nil
            index.remove(duty)
        }
    }

    private static let few = 16

    /// By the id of the duty that arose first.
    private var bundles = Parts<Int, Bundle>()
    /// How sorts are found once there are more than a few; of a few each is asked.
    private var search: Search?
    private var deadlines = MomentQueue()
    /// The id of the last duty that arose, and the number of deeds that made any.
    public private(set) var lastID = 0
    private var events = 0
    public var breaches = Pages<Breach>()

    public init() {}

    // MARK: - Looking

    public var hasPending: Bool { !bundles.isEmpty }

    /// How many sorts of duties there are.
    public var sortCount: Int { bundles.count }

    /// Every pending duty, in the order in which they arose.
    public var pending: [Duty] { bundles.values.flatMap(\.duties).sorted { $0.id < $1.id } }

    /// One of each sort of duty that an act meets: those that differ in the event alone are one sort.
    func sorts(metBy request: borrowing Request, _ parties: Parties, in world: World) -> [Duty] {
        let request = copy request
        return duties(search?.index.metPerhaps(by: request) ?? sorts(of: request.act))
            .filter { $0.isDischarged(by: request) && $0.mayBeAbout(request.target, parties.target, in: world) }
    }

    /// One of each sort of duty to do an act that may be meant where these parts are named; what is `nil` or none is left open.
    public func sorts(of act: Int, by bearers: [PersonID]?, towards people: [PersonID]?, chat: ChatID, item: Item?) -> [Duty] {
        duties(search?.index.sorts(of: act, by: bearers, towards: people, chat: chat, item: item) ?? sorts(of: act))
    }

    private func sorts(of act: Int) -> [Int] { bundles.keys { $0.duty.act == act } }

    private func sorts(about objects: [DutyObject]) -> [Int] {
        bundles.keys { $0.duty.hasObject && $0.duty.rule.object.map(objects.contains) ?? false }
    }

    private func hasSorts(of act: Int) -> Bool { search.map { $0.index.counts[act] != nil } ?? bundles.contains { $1.duty.act == act } }

    private func sort(alike duty: Duty) -> Int? {
        let likeness = Likeness(duty)
        return search.map { $0.alike[likeness] } ?? bundles.first { Likeness($1.duty) == likeness }?.key
    }

    /// One of each sort of all duties, in the order in which they arose.
    public var sorts: [Duty] { duties(bundles.keys) }

    private func duties(_ sorts: [Int]) -> [Duty] { sorts.sorted().compactMap { bundles[$0]?.duty } }

    /// Whether a sort of duty has neither been met nor lapsed; one that has and arose again is another.
    public func isPending(sort: Duty) -> Bool { bundles[sort.id] != nil }

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
            let known = sort(alike: duty)
            if let known { bundles.update(known) { $0?.add(term) } } else { begin(Bundle(duty: added, term)) }
            let sort = known ?? lastID
            if let deadline = term.deadline { deadlines.insert(sort, at: deadline) }
            return added
        }
    }

    private mutating func begin(_ bundle: Bundle) {
        bundles[bundle.duty.id] = bundle
        if search == nil, bundles.count > Self.few {
            var all = Search()
            for other in bundles.values { all.insert(other.duty) }
            search = all
        } else {
            search?.insert(bundle.duty)
        }
    }

    /// Takes out what an act meets, in the order in which it arose.
    public mutating func discharge(_ request: Request, in world: World) -> [Duty] {
        guard hasSorts(of: request.act) else { return [] }
        return sorts(metBy: request, Parties(request, world), in: world).flatMap { isMet($0) ? take($0.id) : [] }.sorted { $0.id < $1.id }
    }

    /// Whether its act, done once more, has been done often enough.
    private mutating func isMet(_ sort: Duty) -> Bool {
        guard sort.rule.timing.times > 1 else { return true }
        bundles[sort.id]?.done += 1
        return bundles[sort.id].map { $0.done >= sort.rule.timing.times } ?? true
    }

    /// Takes out what a rule made of nobody in a chat: what it was for is over.
    public mutating func lapse(_ rule: DutyRule, in chat: ChatID) {
        for duty in sorts(of: rule.act, by: [], towards: [], chat: chat, item: nil) where duty.rule === rule && duty.chat == chat { take(duty.id) }
    }

    /// Takes out a sort of duties; returns them.
    @discardableResult
    private mutating func take(_ sort: Int) -> [Duty] {
        guard let bundle = bundles.removeValue(forKey: sort) else { return [] }
        search?.remove(bundle.duty)
        // What was met before its term is left in the queue; of nothing nothing is left.
        if bundles.isEmpty { (deadlines, search) = (MomentQueue(), nil) }
        return bundle.duties
    }

    /// Writes down what can be seen of it: each duty by its rule's number, those that differ in nothing but the event as one, and how many
    /// breaches there are as far as they are told apart.
    public func describe(into text: inout SituationText, rules: [ObjectIdentifier: Int], breaches most: Int) {
        var duties: [[Int]] = []
        for bundle in bundles.isEmpty ? [] : bundles.values {
            let duty = bundle.duty
            var entry = [rules[ObjectIdentifier(duty.rule)] ?? -1, Int(duty.clause.policy), Int(duty.clause.clause)]
            for person in [duty.person, duty.target, duty.about, duty.leaver] { entry.append(person == .absent ? -1 : text.number(of: person)) }
            entry += [Int(duty.chat.rawValue), Int(duty.group.rawValue), Int(duty.led.rawValue), duty.hasObject ? 1 : 0, bundle.done]
            switch duty.item {
            case nil: entry += [0, 0]
            case .message(let number): entry += [1, number]
            case .link(let link): entry += [2, link.index]
            case .order(let order): entry += [3, order.index]
            }
            entry.append(min(bundle.passed, max(most, 1)))
            var last = Int.min
            for term in bundle.terms.dropFirst(bundle.passed) {
                let minutes = term.deadline.map { text.minutes(until: $0) } ?? -1
                if most > 0 || minutes != last { entry.append(minutes) }
                last = minutes
            }
            duties.append(entry)
        }
        duties.sort { $0.lexicographicallyPrecedes($1) }
        text.put(duties.count)
        for entry in duties {
            text.put(entry.count)
            for number in entry { text.put(number) }
        }
        guard most > 0 else { return }
        var counts: [[Int]: Int] = [:]
        for breach in breaches {
            let person = breach.person == .absent ? -1 : text.number(of: breach.person)
            counts[[Int(breach.clause.policy), Int(breach.clause.clause), person], default: 0] += 1
        }
        text.put(counts.count)
        for (key, count) in counts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            for number in key { text.put(number) }
            text.put(min(count, most))
        }
    }

    /// When the next term passes, if nothing is done; `nil` where none does.
    public func nextDeadline(in world: World) -> Instant? {
        bundles.values.compactMap { $0.passed < $0.terms.count ? $0.terms[$0.passed].deadline : nil }.min()
    }

    /// Takes out the duties that have lost what they are about.
    public mutating func lapse(in world: World) {
        for sort in search?.index.withObject ?? bundles.keys where bundles[sort]?.duty.isIdle(in: world) ?? false { take(sort) }
    }

    /// The same once a deed has been done that puts an end to objects of these kinds.
    public mutating func lapse(_ objects: [DutyObject], after request: borrowing Request, in world: World) {
        for sort in search?.index.about(objects, after: request) ?? sorts(about: objects) where bundles[sort]?.duty.isIdle(in: world) ?? false { take(sort) }
        assert(bundles.count > 100 || !bundles.contains { $1.duty.isIdle(in: world) }, "a duty has outlived what it is about")
    }

    /// Lets the clock of a world go on: a breach for every deadline that passes before what the duty is about has ended, in the
    /// order of the deadlines.
    public mutating func moveClock(of world: inout World, to now: Instant) -> [Breach] {
        guard hasPending else {
            world.now = now
            return []
        }
        var found: [(deadline: Instant, id: Int, breach: Breach)] = []
        // What ends by itself first: its end may come before a deadline.
        for sort in (search?.index.ending ?? sorts(about: DutyIndex.ending)).sorted() {
            guard let end = bundles[sort]?.duty.objectEnd(in: world) else { continue }
            pass(sort, until: min(now, end), in: world, &found)
            if end <= now { take(sort) }
        }
        while let next = deadlines.first, next.moment < now {
            deadlines.removeFirst()
            pass(next.number, until: now, in: world, &found)
        }
        world.now = now
        let sorted = found.sorted { ($0.deadline, $0.id) < ($1.deadline, $1.id) }.map(\.breach)
        breaches.append(contentsOf: sorted)
        return sorted
    }

    /// A breach for every deadline of a sort that passes before a moment.
    private mutating func pass(_ sort: Int, until end: Instant, in world: World, _ found: inout [(deadline: Instant, id: Int, breach: Breach)]) {
        guard let bundle = bundles[sort] else { return }
        var passed = bundle.passed
        while passed < bundle.terms.count, let deadline = bundle.terms[passed].deadline, deadline < end {
            let bearer = bundle.duty.bearer(in: world)
            passed += 1
            // Who does not hold the role when the term ends did not have to.
            if bundle.duty.isPersonal, bearer == .absent { continue }
            let breach = Breach(clause: bundle.duty.clause, person: bearer, time: deadline, withoutRight: false, rule: bundle.duty.rule)
            found.append((deadline, bundle.terms[passed - 1].id, breach))
        }
        // What is due again and again is due anew: what was missed is not made up for.
        if passed == bundle.terms.count, bundle.duty.rule.timing.isRecurring { take(sort) }
        if passed > bundle.passed { bundles.update(sort) { $0?.passed = passed } }
    }
}
