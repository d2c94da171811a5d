import Glibc
import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// What was mentioned last, for short forms: "in chat", "the student".
public struct Mentions: Sendable {
    public var chat: ChatID = .absent
    public var group: GroupID = .absent
    public var channel: ChannelID = .absent
    public var link: LinkID = .absent
    public var order: OrderID = .absent
    /// The most recent first; a person stands here once. As many as are remembered, side by side in a register.
    private var people = SIMD16<Int32>(repeating: PersonID.absent.rawValue)

    mutating func mention(_ person: PersonID) {
        let (person, absent) = (person.rawValue, PersonID.absent.rawValue)
        guard person != absent, people[0] != person else { return }
        withUnsafeMutableBytes(of: &people) { bytes in
            let people = bytes.assumingMemoryBound(to: Int32.self)
            var place = 1
            while place < people.count - 1, people[place] != person, people[place] != absent { place += 1 }
            memmove(bytes.baseAddress! + MemoryLayout<Int32>.stride, bytes.baseAddress!, place * MemoryLayout<Int32>.stride)
            people[0] = person
        }
    }

    /// The person mentioned last of those who are meant.
    func lastPerson(where isMeant: (PersonID) -> Bool) -> PersonID? {
        people.indices.lazy.map { PersonID(rawValue: people[$0]) }.first { $0 != .absent && isMeant($0) }
    }
}

/// A step that could not be carried out because of how it is written, found only when it ran.
public struct ScriptError: Error, Sendable {
    public let diagnostic: Diagnostic

    public init(diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

/// Runs steps against a world. A value: a copy is a dry run, and undo is going back to an earlier one.
///
/// Invariant: a refused act leaves the interpreter as it was, but for what was mentioned and counted.
public struct Interpreter: Sendable {
    public let grammar: Grammar
    public var names: Names
    public var world = World()
    public var ledger = Ledger()
    /// What decides; with the policies in force.
    public private(set) var engine = PolicyEngine(.empty)
    /// The policies that steps may put in force, by the name that they use.
    public var shelf: [NameID: Policy] = [:]
    public var mentions = Mentions()
    /// The duties that time brings about.
    var occasions = Occasions()
    public var log = EventLog()
    public var coverage = CoverageCounters()
    /// Who acts where no line names anybody; `nil` is anybody competent.
    public var acting: PersonID?
    /// The latest rules that said nothing for want of a date of birth: a few, as a person forgotten stands for more.
    private var unknownAges: [UnknownAge] = []
    static let mostUnknownAges = 20
    /// Those of them that nobody has mended since.
    public var missingAges: [UnknownAge] { unknownAges.filter { world.age(of: $0.person) == nil } }
    /// Counting and logging for people to read; off in dry runs.
    var countsCoverage = true
    /// What it has cost so far.
    public internal(set) var work = Work()
    /// Whether anybody reads what a step comes to; in a test without a report of its steps nobody does.
    var isObserved = true

    /// Policies that steps have put in force and nothing has asked for yet: of several one behind another the rules are laid out once.
    var arriving: [Policy] = []

    public var policies: PolicySet {
        _read { yield engine.policies }
        set { engine = PolicyEngine(newValue) }
    }
    public var hasPolicy: Bool { !policies.isEmpty }

    /// A copy on which something is tried.
    var trial: Interpreter {
        var copy = self
        copy.countsCoverage = false
        return copy
    }

    // MARK: - Deciding

    /// The answer for one call with its actor settled.
    public func decide(_ request: Request) -> Decision {
        let act = ActTable.all[request.act]
        work.add(policies.weight(of: request.act) / Work.Rate.questions)
        if let obstacle = obstacle(to: request, act) { return impossible(request, obstacle) }
        var mechanisms: [ClauseRef] = []
        if let confirms = act.confirms, hasPolicy { mechanisms = confirms(world, request, policies) }
        let decision = engine.decide(request, kind: act.kind(of: request), world: world, ledger: ledger, mechanisms: mechanisms)
        guard let besides = act.hooks.alsoIs?(request), hasPolicy else { return decision }
        let other = engine.decide(besides, kind: ActTable.all[besides.act].kind(of: besides), world: world, ledger: ledger)
        return decision.joined(with: other)
    }

    /// Why the world cannot do it. «Кто может подтверждать» leaves open what the world would be asked about.
    @inline(__always)
    private func obstacle(to request: Request, _ act: Act) -> UnmetPrecondition? {
        if !act.isOpenToOutsiders, world.isOutsider(request.actor) { return Requirement.outside(request.actor == request.target) }
        if world.hasDeletedChats, request.chat != .absent, world[chat: request.chat].isDeleted {
            return UnmetPrecondition(Text("the chat has been deleted", "чат удалён"))
        }
        guard let obstacle = act.obstacle, isWhole(request, act) else { return nil }
        return obstacle(world, request, policies)
    }

    /// Whether a call has everything that its act cannot do without.
    func isWhole(_ request: Request, _ act: Act) -> Bool {
        for slot in Self.needs[request.act] {
            let isThere =
                switch slot {
                case .target: request.target != .absent
                case .invitee: request.target != .absent || request.role != nil
                case .other: request.other != .absent
                case .role: request.role != nil || !request.kinds.isEmpty
                case .chat: request.chat != .absent || request.channel != .absent || act.creates.contains(.chat) && request.name != .absent
                case .group: request.group != .absent || act.creates.contains(.group) && request.name != .absent
                case .channel: request.channel != .absent || act.creates.contains(.channel) && request.name != .absent
                case .order: request.order != .absent || request.value != .absent
                case .text, .title: request.name != .absent
                case .value: request.value != .absent
                case .number: request.number != nil
                default: true
                }
            if !isThere { return false }
        }
        return true
    }

    private static let needs: [[Slot]] = ActTable.all.indices.map { index in
        Sfm.grammar.actParts[index].filter(\.required).map(\.slot) + ActTable.all[index].definite
    }

    func impossible(_ request: Request, _ obstacle: UnmetPrecondition) -> Decision {
        var decision = Decision(.impossible, request: request, at: world.now)
        decision.obstacle = obstacle
        let stating = obstacle.mechanism.map { policies.clauses(stating: $0) } ?? []
        for clause in obstacle.clauses + stating { decision.cite(Citation(clause: clause, kind: .states)) }
        return decision
    }

    /// The answer for an act whose actor may be open: the first competent person, else why nobody may.
    public func decideChoosingActor(_ request: Request, actorIsOpen: Bool) -> Decision {
        guard actorIsOpen else { return decide(request) }
        let act = ActTable.all[request.act]
        if act.isDoneByWorld || !hasPolicy && !needsPerson(act) { return decide(request) }
        // In order of appearance; why somebody may not is asked only where nobody may.
        var attempt = request
        work.add(world.people.count * (1 + policies.weight(of: request.act) / Work.Rate.questions) / Work.Rate.people)
        for person in world.present {
            if Interruption.isWanted || work.isSpent { break }
            attempt.actor = person
            if isAllowed(attempt) { return decide(attempt) }
        }
        work.add(world.people.count / Work.Rate.decisions)
        var refusals = Refusals()
        for person in world.present {
            if Interruption.isWanted || work.isSpent { break }
            attempt.actor = person
            refusals.add(decide(attempt))
        }
        return refusals.combined ?? impossible(request, UnmetPrecondition(Text("there is nobody who could", "некому это сделать")))
    }

    /// Whether a call with its actor settled is allowed, without the reasons.
    func isAllowed(_ request: Request) -> Bool {
        let act = ActTable.all[request.act]
        if obstacle(to: request, act) != nil { return false }
        guard engine.ruling(on: request, kind: act.kind(of: request), world: world, ledger: ledger).outcome == .allowed else { return false }
        guard let besides = act.hooks.alsoIs?(request), hasPolicy else { return true }
        return engine.ruling(on: besides, kind: ActTable.all[besides.act].kind(of: besides), world: world, ledger: ledger).outcome == .allowed
    }

    /// Posting, calls and the like need a member even where no policy asks who it is.
    private func needsPerson(_ act: Act) -> Bool { act.kind == .liberty && act.definite.contains(.chat) }

    // MARK: - Doing

    /// Carries out an allowed or forced call: effect, duties met and made, log.
    mutating func perform(_ decision: consuming Decision, forced: Bool) -> (effect: Effect, met: [Duty], made: [Duty]) {
        let act = ActTable.all[decision.request.act]
        policies.asked?.note(decision.request.act)
        // Whom it calls upon is asked before it is done: conditions see people as they were.
        let calls = policies.isEmpty ? [] : callsForDuties(of: decision.request)
        noteUnknownAges(decision.request)
        if act.ends.contains(.unclaimedLink) { work.add(world.links.count / Work.Rate.people) }
        let rates = matchedRates(decision.request)
        let consents = consentsUsed(by: decision.request)
        let effect = act.effect(&world, decision.request)
        count(decision.request, rates, consents)
        // Who bears a duty is looked for among everybody.
        if !calls.isEmpty { work.add(world.people.count / Work.Rate.people) }
        if act.creates.contains(.chat) { work.add(world.lastChatSize / Work.Rate.members) }
        let met = ledger.hasPending ? ledger.discharge(decision.request, in: world) : []
        var made: [Duty] = []
        if !policies.isEmpty {
            for standing in policies.dutiesByAct[decision.request.act] where standing.rule.isStanding && bears(standing.rule, decision.request) {
                note(standing.clause) { $0.dutiesMet += 1 }
            }
            for duty in met {
                note(duty.clause) { $0.dutiesMet += 1 }
                if let deadline = duty.deadline { noteTerm(duty.rule, duty.clause, deadline) }
            }
            noteLimits(decision.request, ofDuties: true)
            if !act.ends.isEmpty, ledger.hasPending { ledger.lapse(act.ends, after: decision.request, in: world) }
            // What was so already calls for nothing.
            if !effect.isUnchanged {
                for (request, rules) in calls { made += engine.arising(rules, from: done(request), item: effect.item, leaves: act.leaves, in: world) }
                made = ledger.add(made)
                openTerms(of: made)
            }
            if !occasions.open.isEmpty { noteDeed(decision.request) }
        }
        if case .link(let link)? = effect.item, act.creates.contains(.link) { mentions.link = link }
        followGroups()
        followChanges()
        log.append(LogEntry(time: world.now, decision: decision, isForced: forced))
        return (effect, met, made)
    }

    private mutating func noteUnknownAges(_ request: Request) {
        guard !policies.isEmpty, policies.asksAges[request.act] else { return }
        for unknown in engine.unknownAges(request, world: world) where !unknownAges.contains(unknown) {
            if unknownAges.count == Self.mostUnknownAges { unknownAges.removeFirst() }
            unknownAges.append(unknown)
        }
    }

    /// The rules that count a deed as one of theirs: asked before it is done.
    private func matchedRates(_ request: Request) -> [Rule] {
        guard !policies.isEmpty, !policies.rates[request.act].isEmpty else { return [] }
        let context = Context(world: world, request: request)
        return policies.rates[request.act].filter { rule in
            context.matches(rule.scope)
                && rule.conditions.allSatisfy { condition in
                    if case .test(let predicate) = condition, predicate.definition?.forms.readAs == .rate { return true }
                    return condition.holds(context)
                }
        }
    }

    /// The consents that a deed uses up: each counts once.
    private func consentsUsed(by request: Request) -> [Int] {
        guard !policies.isEmpty, !policies.consents[request.act].isEmpty, world.consents[request.act] != nil else { return [] }
        return Set(policies.consents[request.act].flatMap { $0.found(request, world) ?? [] }).sorted()
    }

    /// Remembers a deed where rules count it.
    private mutating func count(_ request: Request, _ rates: [Rule], _ consents: [Int]) {
        for place in consents.reversed() { world.consents[request.act]?.remove(at: place) }
        guard !policies.isEmpty else { return }
        if policies.isCounted[request.act] { world.note(request) }
        for rule in rates {
            guard let name = rule.rateName else { continue }
            world.note(request.actor, ActTable.all.count, .doer, in: request.chat, kind: Text(same: name))
        }
    }

    /// Lets everybody who has come into a group or left one into its chats, or out of them, where a policy states it.
    mutating func followGroups() {
        guard world.hasMoves else { return }
        let moves = world.takeMoves()
        guard !policies.isEmpty, !policies.following.isEmpty else { return }
        for (person, left) in moves {
            for statement in policies.following {
                for follower in [person] + Array(world[person: person].parents) {
                    guard !world.roles(of: follower).isDisjoint(with: statement.audience) else { continue }
                    work.add(1)
                    for group in Set([left, world[person: person].group]).sorted() where group != .absent {
                        for chat in world.chats(of: group) where !world[chat: chat].audience.isEmpty && world[chat: chat].audience.isSubset(of: statement.from)
                        {
                            let belongs = world.belongs(follower, to: group) && !world.marks(of: follower).isGone
                            if belongs, !world.has(follower, in: chat) { world.addMember(follower, to: chat, knowsRules: false) }
                            if !belongs, world.has(follower, in: chat) { world.removeMember(follower, from: chat) }
                        }
                    }
                }
            }
        }
    }

    /// What a deed is to the policies, and the duties that each of it calls for: an order that appoints somebody is an appointment as well.
    private func callsForDuties(of request: Request) -> [(Request, [PolicyEngine.CalledFor])] {
        let besides = ActTable.all[request.act].hooks.alsoIs?(request)
        if policies.dutiesByTrigger[request.act].isEmpty, besides == nil { return [] }
        return ([request] + (besides.map { [$0] } ?? [])).map { ($0, engine.duties(calledForBy: $0, in: world)) }.filter { !$0.1.isEmpty }
    }

    /// A call as it is once it has been done: about the chat that it made.
    private func done(_ request: Request) -> Request {
        guard request.chat == .absent, ActTable.all[request.act].creates.contains(.chat) else { return request }
        var done = request
        done.chat = world.chat(named: request.name)
        return done
    }

    private func bears(_ rule: DutyRule, _ request: Request) -> Bool {
        guard case .roles(let roles) = rule.bearer else { return true }
        let context = Context(world: world, request: request)
        return !roles.isDisjoint(with: context.actorRoles) && context.targetFits(rule.scope) && context.placeFits(rule.scope)
            && rule.parts.hold(request)
    }

    mutating func note(_ clause: ClauseRef, _ change: (inout CoverageCounters.Counts) -> Void) {
        guard countsCoverage else { return }
        coverage.add(clause, in: policies, change)
    }

    /// Counts what a decision cited.
    mutating func note(_ decision: Decision, expected: Bool) {
        guard countsCoverage, hasPolicy else { return }
        if decision.outcome != .impossible { noteLimits(decision.request, ofDuties: false) }
        for citation in decision.citations {
            switch (decision.outcome, citation.kind) {
            case (.impossible, _): note(citation.clause) { $0.impossible += 1 }
            case (_, .states): if expected { note(citation.clause) { $0.confirmed += 1 } }
            case (.allowed, _): note(citation.clause) { $0.allowed += 1 }
            default: note(citation.clause) { $0.refused += 1 }
            }
        }
        for miss in decision.nearest { note(miss.clause) { $0.refused += 1 } }
    }

    /// Counts the limits that an act comes next to: of duties when it has been done, of other rules when it is asked about.
    private mutating func noteLimits(_ request: Request, ofDuties: Bool) {
        guard countsCoverage, !policies.limits[request.act].isEmpty else { return }
        let context = Context(world: world, request: request)
        for (policy, limit) in policies.limits[request.act] where (policies.policies[policy].limits[limit].effect == .duty) == ofDuties {
            coverage.reach(policies.policies[policy].limits[limit].side(context), limit: limit, policy: policy, in: policies)
        }
    }

    /// Moves the clock; deadlines that pass are breaches, and duties about what ends by itself lapse with it.
    public mutating func moveClock(to instant: Instant) -> [Breach] {
        work.add(ledger.sortCount / Work.Rate.duties)
        let breaches = passTime(to: instant)
        for breach in breaches {
            note(breach.clause) { $0.dutiesBreached += 1 }
            if let rule = breach.rule { noteTerm(rule, breach.clause, breach.time) }
        }
        noteStandstill()
        return breaches
    }
}

extension Interpreter {
    /// By the memberwise initializer: what one that is written out has made is copied once more.
    public init(grammar: Grammar = Sfm.grammar, names: Names = Names(), policies: PolicySet = .empty, shelf: [NameID: Policy] = [:]) {
        self.init(grammar: grammar, names: names, engine: PolicyEngine(policies), shelf: shelf)
    }
}

/// Why none of several people may: prohibited if it is for any, else not granted, else impossible; with the citations of
/// those who came nearest.
private struct Refusals {
    private var prohibited: Decision?
    private var notGranted: Decision?
    private var impossible: Decision?

    var combined: Decision? { prohibited ?? notGranted ?? impossible }

    mutating func add(_ decision: Decision) {
        switch decision.outcome {
        case .allowed: break
        case .prohibited: Self.join(decision, to: &prohibited)
        case .impossible: Self.join(decision, to: &impossible)
        case .notGranted: addNotGranted(decision)
        }
    }

    private static func join(_ decision: Decision, to first: inout Decision?) {
        guard first != nil else {
            first = decision
            return
        }
        for citation in decision.citations { first?.cite(citation) }
    }

    private mutating func addNotGranted(_ decision: Decision) {
        guard let known = notGranted else {
            notGranted = decision
            return
        }
        let (old, new) = (known.nearest.first?.failures ?? .max, decision.nearest.first?.failures ?? .max)
        if new < old { notGranted = decision }
        guard new == old else { return }
        var nearest = known.nearest
        for miss in decision.nearest where !nearest.contains(where: { $0.clause == miss.clause }) { nearest.append(miss) }
        if nearest.count > known.nearest.count { notGranted?.nearest = nearest }
    }
}

/// What carrying out a call came to.
public struct ActRecord: Sendable {
    public let request: Request
    public var effect = Effect.done
    public var met: [Duty] = []
    public var made: [Duty] = []
    public var breaches: [Breach] = []
    public var notes: [Text] = []
}
