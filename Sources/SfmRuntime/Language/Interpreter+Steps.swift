import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// What a step came to; texts are made of it only where somebody reads them.
public indirect enum StepOutcome: Sendable {
    /// It came out well, and nobody wants to hear how.
    case unheard
    case given(FactNode)
    case done([ActRecord], Decision, forced: Bool)
    case checked(FactNode)
    case decided(Decision, ActNode)
    case time(Instant, [Breach], ended: [(person: PersonID, chat: ChatID)])
    case duties([ActRecord], left: [(Duty, Decision)])
    case acting(PersonID?)
    case policies
}

/// A step that did not come out as the script says.
public struct Failure: Error {
    public let message: Text
    /// What was found instead, a line each.
    public var details: [Text] = []
    public var span: Span
    /// The clauses that the failure rests on.
    public var clauses: [ClauseRef] = []
    /// Whether the scenario ends here: an act that was refused, a step that could not run.
    public var ends = true
    public internal(set) var decision: Decision?
    /// The limit that the step went beyond: then nothing that was done counts.
    public internal(set) var limit: Diagnostic?
    /// The clauses by their ids, for reports.
    public var citations: [CitedClause] = []
}

extension Failure {
    /// One that no step brought about by itself: of a scenario as a whole, or as a report kept it.
    public init(_ message: Text, details: [Text] = [], at span: Span, citations: [CitedClause] = []) {
        self.init(message: message, details: details, span: span, citations: citations)
    }
}

/// How a step came out. Both are one reference: most steps come to nothing that anybody hears of, and few fail.
public enum StepResult: Sendable {
    case success(StepOutcome)
    indirect case failure(Failure)
}

extension Interpreter {
    /// Runs one step that is no repeat.
    public mutating func run(_ step: StepNode) -> StepResult {
        work.add(1)
        if case .usePolicy = step.kind {} else { takeArriving() }
        beginUnlessGiven(step)
        var result: StepResult
        do throws(ScriptError) {
            result = try execute(step)
        } catch {
            result = .failure(failure(of: error.diagnostic))
        }
        if let diagnostic = spent(step.span) { result = .failure(failure(of: diagnostic)) }
        return result
    }

    private func failure(of d: Diagnostic) -> Failure {
        var failure = Failure(message: Text(same: d.code.text + ": ") + d.message, details: d.help, span: d.span)
        if d.code.isLimit { failure.limit = d }
        return failure
    }

    @inline(__always)
    private mutating func execute(_ step: StepNode) throws(ScriptError) -> StepResult {
        switch step.kind {
        case .given(let fact): return try runGiven(fact)
        case .act(let act): return try runAct(act, step.span, forced: false)
        case .expectFact(let fact): return try runExpectation(fact)
        case .expectDecision(let expected, let clauses, let act): return try runExpectation(expected, clauses, act, step.span)
        case .force(let act): return try runAct(act, step.span, forced: true)
        case .advance(let duration): return .success(advance(to: world.now.adding(duration)))
        case .advanceTo(let goal):
            guard let moment = goal.moment(after: world.now, stepCalendar) else {
                return .failure(Failure(message: Text("no working day is to come", "рабочих дней впереди нет"), span: step.span))
            }
            return .success(advance(to: moment))
        case .beginning:
            begin()
            return .success(.unheard)
        case .today(let instant, let hasTime): return runToday(instant, hasTime: hasTime, step.span)
        case .fulfilDuties: return .success(fulfilDuties())
        case .actAs(let person):
            guard let person else {
                acting = nil
                return .success(.acting(nil))
            }
            acting = try resolveActor(person, ActTable.all[0])
            return .success(.acting(acting))
        case .usePolicy(let reference):
            if let policy = shelf[reference.name] { arriving.append(policy) }
            return .success(.policies)
        case .include: return .success(.policies)
        case .repeated: preconditionFailure("a repeat is unrolled where steps are run one after another")
        }
    }

    /// What was done before a policy that counts it came into force counts as well.
    private mutating func recount(_ counted: [Bool]) {
        let new = policies.isCounted.indices.filter { policies.isCounted[$0] && !(counted.indices.contains($0) && counted[$0]) }
        guard !new.isEmpty, !log.isEmpty else { return }
        work.add(log.count / Work.Rate.people)
        let now = world.now
        for entry in log where new.contains(entry.request.act) {
            world.now = entry.time
            world.note(entry.request)
        }
        world.now = now
    }

    /// Adds policies to those in force; what was cited before keeps its place.
    public mutating func putInForce(_ added: [Policy]) {
        let new = added.enumerated().filter { k, policy in
            !policies.policies.contains { $0 === policy } && !added[..<k].contains { $0 === policy }
        }.map(\.element)
        guard !new.isEmpty else { return }
        if policies.isEmpty { startClock(for: new) }
        let counted = policies.isCounted
        policies = PolicySet(policies.policies + new, actCount: ActTable.all.count, asked: policies.asked)
        recount(counted)
        work.add(policies.ruleCount / Work.Rate.members)
        beginRules()
    }

    /// Lays out what steps have put in force; asked before anything that could tell the difference.
    mutating func takeArriving() {
        guard !arriving.isEmpty else { return }
        putInForce(arriving)
        arriving = []
    }

    // MARK: - Acts

    /// Everybody named is decided about before anything is done: an act that is refused for one of them, or forced and
    /// impossible for one, changes nothing at all.
    private mutating func runAct(_ node: ActNode, _ span: Span, forced: Bool) throws(ScriptError) -> StepResult {
        // Let go of before anything is done, or every deed would copy what it changes.
        var before: Before? = Before(world: world, mentions: mentions)
        var resolved = ResolvedAct(request: Request(act: node.act))
        var (deeds, last, failure) = ([ActRecord](), Decision?.none, StepResult?.none)
        do throws(ScriptError) {
            try resolve(node, into: &resolved)
            if resolved.count == 1 {
                if try carryOut(resolved, span, forced: forced, letGo: &before, into: &deeds, &last, &failure) {
                    return .success(answer(&deeds, last, resolved.notes, forced: forced))
                }
            } else {
                var decisions = try judgeAll(&resolved, span, forced: forced, &failure)
                if failure == nil, !work.isSpent {
                    before = nil
                    for k in decisions.indices { if let decision = decisions[k].take() { carryOut(decision, forced: forced, into: &deeds, &last) } }
                    return .success(answer(&deeds, last, resolved.notes, forced: forced))
                }
            }
        } catch {
            restore(before)
            throw error
        }
        restore(before)
        return failure ?? .success(.unheard)
    }

    /// What an act that comes to nothing leaves as it was.
    private struct Before {
        let world: World
        let mentions: Mentions
    }

    /// What resolving made, such as a chat that a short form presupposes, goes with a refusal, and so does what was mentioned.
    private mutating func restore(_ before: Before?) {
        guard let before else { return }
        mentions = before.mentions
        guard !world.isSame(as: before.world) else { return }
        // The channels that every school has come about when they are first spoken of; they were there all along.
        let channels = world.channels[before.world.channels.count...].map(\.name).filter { SystemNames.isChannel($0, names) }
        world = before.world
        for name in channels { world.makeChannel(name) }
    }

    /// The decisions about several people up to the first refusal; optional, as they are taken from there one by one.
    private mutating func judgeAll(_ resolved: inout ResolvedAct, _ span: Span, forced: Bool, _ failure: inout StepResult?) throws(ScriptError) -> [Decision?] {
        var decisions: [Decision?] = []
        decisions.reserveCapacity(resolved.count)
        work.add(resolved.count - 1)
        for target in resolved.targets where failure == nil && !Interruption.isWanted && !work.isSpent {
            resolved.request.concern(target)
            var decision = decideUnlessObstructed(resolved, of: resolved.request)
            try judge(&decision, actorIsOpen: resolved.actorIsOpen, span, forced: forced, &failure)
            decisions.append(decision)
        }
        return decisions
    }

    /// Whether an act is done for one of the people whom it is about, by whom it is forced, or why it is done for none of them.
    @inline(__always)
    private mutating func judge(
        _ decision: inout Decision, actorIsOpen: Bool, _ span: Span, forced: Bool, _ failure: inout StepResult?
    ) throws(ScriptError) {
        if !forced { note(decision, expected: false) }
        if decision.outcome == .allowed { return }
        if !forced || decision.outcome == .impossible {
            failure = .failure(refusal(decision, span))
        } else if actorIsOpen, hasPolicy {
            decision = try namedByNearest(decision, span)
        }
    }

    private func answer(_ deeds: inout [ActRecord], _ last: Decision?, _ notes: [Text], forced: Bool) -> StepOutcome {
        guard let last else { return .unheard }
        deeds[0].notes = notes + deeds[0].notes
        return .done(deeds, last, forced: forced)
    }

    /// Does an act about one person, or about nobody, unless it is refused. By itself, so that its decision is made where it lies and
    /// handed on from there.
    @inline(never)
    private mutating func carryOut(
        _ resolved: ResolvedAct, _ span: Span, forced: Bool, letGo before: inout Before?, into deeds: inout [ActRecord],
        _ last: inout Decision?, _ failure: inout StepResult?
    ) throws(ScriptError) -> Bool {
        var decision = decideTarget(resolved, 0)
        try judge(&decision, actorIsOpen: resolved.actorIsOpen, span, forced: forced, &failure)
        guard failure == nil else { return false }
        before = nil
        carryOut(decision, forced: forced, into: &deeds, &last)
        return true
    }

    private mutating func carryOut(_ decision: consuming Decision, forced: Bool, into deeds: inout [ActRecord], _ last: inout Decision?) {
        let makes = Makes(decision.request)
        guard isObserved || forced else {
            _ = perform(decision, forced: false)
            return mention(makes)
        }
        if isObserved { last = copy decision }
        let request = decision.request
        let ages = isObserved ? engine.unknownAges(request, world: world).map { renderer.unknown($0) } : []
        if forced { note(decision, expected: false) }
        let breaches = forced ? self.breaches(of: decision) : []
        let (effect, met, made) = perform(decision, forced: forced)
        ledger.breaches.append(contentsOf: breaches)
        mention(makes)
        if isObserved { deeds.append(ActRecord(request: request, effect: effect, met: met, made: made, breaches: breaches, notes: ages)) }
    }

    /// The answer for one of the people whom an act is about.
    func decideTarget(_ resolved: ResolvedAct, _ index: Int) -> Decision {
        resolved.targets.count > 1 ? decideUnlessObstructed(resolved, of: resolved.request(index)) : decideUnlessObstructed(resolved, of: resolved.request)
    }

    @inline(__always)
    private func decideUnlessObstructed(_ resolved: ResolvedAct, of request: Request) -> Decision {
        if let obstacle = resolved.obstacle { return impossible(request, obstacle) }
        return decideChoosingActor(request, actorIsOpen: resolved.actorIsOpen)
    }

    @inline(never)
    func refusal(_ decision: Decision, _ span: Span) -> Failure {
        let renderer = self.renderer
        return Failure(
            message: Text(renderer.headline(decision, .english), renderer.headline(decision, .russian)),
            details: renderer.reasons(decision), span: span, clauses: decision.clauses, decision: decision)
    }

    /// What is "the chat", "the group" once an act has been done.
    private struct Makes {
        let slots: SlotSet
        let name: NameID
        let group: GroupID

        @inline(__always)
        init(_ request: borrowing Request) {
            (slots, name) = (ActTable.all[request.act].creates, request.name)
            group = request.place == .group ? request.group : .absent
        }
    }

    private mutating func mention(_ makes: Makes) {
        if makes.group != .absent { mentions.group = makes.group }
        guard !makes.slots.isEmpty else { return }
        if makes.slots.contains(.chat) { mentions.chat = world.chat(named: makes.name) }
        if makes.slots.contains(.group), makes.group == .absent { mentions.group = world.group(named: makes.name) }
        if makes.slots.contains(.channel) { mentions.channel = world.channel(named: makes.name) }
    }

    /// `force` without an actor is done by the first, in order of appearance, whom the nearest permit fits in everything that it asks
    /// of who acts; where the act has no permit, by a bearer of the duty to do it.
    @inline(never)
    private func namedByNearest(_ decision: Decision, _ span: Span) throws(ScriptError) -> Decision {
        let named = named(decision.request, engine.failures(ofPermitNaming:world:)) ?? named(decision.request, engine.failures(ofDutyNaming:world:))
        if let named { return named }
        throw ScriptError(diagnostic: NameChecks.nobodyForces(span))
    }

    private func named(_ request: Request, _ failures: (Request, World) -> Int?) -> Decision? {
        var best: (failures: Int, decision: Decision)?
        work.add(world.people.count / Work.Rate.decisions)
        for person in world.present {
            if Interruption.isWanted || work.isSpent { break }
            var request = request
            request.actor = person
            guard let failures = failures(request, world), failures < best?.failures ?? .max else { continue }
            let again = decide(request)
            if again.outcome != .impossible { best = (failures, again) }
        }
        return best?.decision
    }

    /// Prohibited: one breach for each clause that forbids it. Not granted: one for each nearest permit's clause, "without right".
    @inline(never)
    func breaches(of decision: Decision) -> [Breach] {
        switch decision.outcome {
        case .allowed, .impossible: return []
        case .prohibited:
            // A decision cites a clause once, however many of its rules match.
            return decision.citations.filter { $0.kind == .forbid }.map {
                Breach(clause: $0.clause, person: decision.request.actor, time: world.now, withoutRight: false)
            }
        case .notGranted:
            var seen = Set<ClauseRef>()
            return decision.nearest.filter { seen.insert($0.clause).inserted }.map {
                Breach(clause: $0.clause, person: decision.request.actor, time: world.now, withoutRight: true)
            }
        }
    }

    // MARK: - Expectations

    /// Changes nothing, not even what "the chat" means in the next line.
    private mutating func runExpectation(_ fact: FactNode) throws(ScriptError) -> StepResult {
        let before = Before(world: world, mentions: mentions)
        defer { restore(before) }
        var query = Query(node: fact)
        try resolve(fact, into: &query)
        let definition = FactTable.all[fact.fact]
        let verdict = definition.lacksChat(query) ? Verdict(false) { _, _ in Self.noChat } : try definition.holds(self, query)
        if let decision = verdict.decision { note(decision, expected: true) }
        if verdict.holds != fact.negated { return .success(isObserved ? .checked(fact) : .unheard) }
        let actual = verdict.actual(self, query)
        return .failure(
            Failure(
                message: Text("this does not hold", "это не так"), details: actual.map { [$0] } ?? [], span: fact.span, clauses: verdict.clauses, ends: false))
    }

    private mutating func runExpectation(
        _ expected: ExpectedDecision, _ clauses: [ClauseNode], _ node: ActNode, _ span: Span
    ) throws(ScriptError) -> StepResult {
        // Short forms make things up on the way; an expectation leaves none of them.
        let before = Before(world: world, mentions: mentions)
        defer { restore(before) }
        let resolved = try resolve(node)
        // A list of people is done for all or for none: the first who is refused decides.
        var decision = decideTarget(resolved, 0)
        work.add(resolved.count - 1)
        for index in 1..<resolved.count where !decision.isRefusal && !work.isSpent { decision = decideTarget(resolved, index) }
        note(decision, expected: true)
        let missing = clauses.filter { cites(decision, $0) == $0.isDenied }
        if !expected.accepts(decision.outcome) || !missing.isEmpty { return .failure(unexpected(decision, expected, missing, node)) }
        return .success(isObserved ? .decided(decision, node) : .unheard)
    }

    /// With what the short form of an expected act presupposes: an expectation leaves none of it, but its decision speaks of it.
    func presupposed(by step: StepNode) -> Interpreter {
        var copy = trial
        if case .expectDecision(_, _, let act) = step.kind { _ = try? copy.resolve(act) }
        return copy
    }

    func cites(_ decision: Decision, _ clause: ClauseNode) -> Bool {
        let id = names[clause.id]
        return decision.clauses.contains { ref in
            policies.clause(ref).id == id && (clause.policy.map { policies.has(names[$0], ref) } ?? true)
        }
    }

    private func unexpected(_ decision: Decision, _ expected: ExpectedDecision, _ missing: [ClauseNode], _ node: ActNode) -> Failure {
        let renderer = self.renderer
        var message = Text(renderer.headline(decision, .english), renderer.headline(decision, .russian))
        if expected.accepts(decision.outcome), !missing.isEmpty {
            let (denied, absent) = (missing.filter(\.isDenied), missing.filter { !$0.isDenied })
            let ids = (absent.isEmpty ? denied : absent).map { names[$0.id] }.joined(separator: ", ")
            let lead =
                absent.isEmpty
                ? Text("clause \(ids) is among those cited, against what was expected: ", "п. \(ids) назван, а не должен был: ")
                : Text("clause \(ids) is not among those cited: ", "п. \(ids) среди названных нет: ")
            message = lead + message
        } else {
            message = Text("expected: \(renderer.name(expected, .english)); ", "ожидали: \(renderer.name(expected, .russian)); ") + message
        }
        return Failure(message: message, details: renderer.reasons(decision), span: node.span, clauses: decision.clauses, ends: false, decision: decision)
    }

    private static let noChat = Text("there is no such chat now", "такого чата сейчас нет")

    // MARK: - Facts given

    private mutating func runGiven(_ fact: FactNode) throws(ScriptError) -> StepResult {
        var query = Query(node: fact)
        try resolve(fact, declaring: true, into: &query)
        let definition = FactTable.all[fact.fact]
        if definition.lacksChat(query) { return .failure(Failure(message: Self.noChat, span: fact.span)) }
        if let reason = definition.reasonNotToGive(fact) { return .failure(Failure(message: reason, span: fact.span)) }
        work.add(query.people.count / Work.Rate.members)
        guard let set = definition.set else { preconditionFailure("a fact that cannot be given, without a reason") }
        if let obstacle = set(&self, query) { return .failure(Failure(message: obstacle.reason, span: fact.span)) }
        followGroups()
        if ledger.hasPending {
            work.add(ledger.sortCount / Work.Rate.duties)
            ledger.lapse(in: world)
        }
        followChanges()
        return .success(isObserved ? .given(fact) : .unheard)
    }

    // MARK: - Time and duties

    private mutating func advance(to instant: Instant) -> StepOutcome {
        var ended: [(person: PersonID, chat: ChatID)] = []
        if isObserved, world.chats.count < 1000 {
            for (k, chat) in world.chats.enumerated() {
                for record in chat.records {
                    if let block = record.block, block.holds(at: world.now), !block.holds(at: instant) { ended.append((record.person, ChatID(k))) }
                }
            }
        }
        let breaches = moveClock(to: instant)
        return .time(instant, breaches, ended: ended)
    }

    private mutating func runToday(_ instant: Instant, hasTime: Bool, _ span: Span) -> StepResult {
        // A date without a time is that day at the hour that the clock shows.
        guard instant.day >= world.now.day || log.isEmpty else {
            return .failure(
                Failure(message: Text("the clock does not go back: it is \(world.now.text)", "часы назад не идут: сейчас \(world.now.text)"), span: span))
        }
        let clock = world.now.minutes - world.now.day * 1440
        return .success(advance(to: hasTime ? instant : Instant(minutes: instant.minutes + clock)))
    }
}
