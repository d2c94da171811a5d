import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Interpreter {
    /// Every bearer does what was pending, again and again until nothing more of it can be done; what arises meanwhile stays pending,
    /// and what cannot be done is left and listed.
    mutating func fulfilDuties() -> StepOutcome {
        var deeds: [ActRecord] = []
        let last = ledger.lastID
        var open = Self.inOrder(ledger.sorts)
        var wasMet = true
        while wasMet {
            wasMet = false
            var left: [Duty] = []
            for duty in open where !Interruption.isWanted && !work.isSpent && ledger.isPending(sort: duty) {
                work.add(1)
                guard let deed = fulfil(duty) else {
                    left.append(duty)
                    continue
                }
                wasMet = true
                if isObserved { deeds.append(deed) }
            }
            open = left
        }
        for duty in open where !Interruption.isWanted && !work.isSpent && ledger.isPending(sort: duty) { note(decision(on: duty), expected: false) }
        guard isObserved, !Interruption.isWanted, !work.isSpent else { return .unheard }
        return .duties(deeds, left: ledger.pending.filter { $0.id <= last }.map { ($0, decision(on: $0)) })
    }

    /// In an order that the order of clauses has no part in: event by event, and of one event last what puts an end to something that
    /// another duty may be about.
    private static func inOrder(_ duties: [Duty]) -> [Duty] {
        func rank(_ duty: Duty) -> [Int] {
            var item = -1
            switch duty.item {
            case nil: break
            case .message(let number): item = number
            case .link(let id): item = id.index
            case .order(let id): item = id.index
            }
            let ends = ActTable.all[duty.act].ends.isEmpty ? 0 : 1
            return [duty.event, ends, duty.act, duty.chat.index, duty.target.index, duty.person.index, item]
        }
        return duties.map { (rank($0), $0) }.sorted { a, b in
            if a.0 != b.0 { return a.0.lexicographicallyPrecedes(b.0) }
            let (x, y) = ("\(a.1.parts) \(a.1.scope)", "\(b.1.parts) \(b.1.scope)")
            return x == y ? a.1.id < b.1.id : x < y
        }.map(\.1)
    }

    /// Does what a duty asks for, if that is allowed and meets it.
    private mutating func fulfil(_ duty: Duty) -> ActRecord? {
        var decision = decision(on: duty)
        guard decision.outcome == .allowed, duty.isDischarged(by: decision.request) else { return nil }
        note(decision, expected: false)
        if ActTable.all[decision.request.act].creates.contains(.link) { decision.request.name = freshLinkName() }
        let request = decision.request
        let (effect, met, made) = perform(decision, forced: false)
        return ActRecord(request: request, effect: effect, met: met, made: made)
    }

    /// Whether the bearer may do now what a duty asks for.
    private func decision(on duty: Duty) -> Decision {
        let request = self.request(for: duty)
        if request.actor == .absent { return impossible(request, UnmetPrecondition(Text("nobody bears the duty", "исполнить обязанность некому"))) }
        guard isWhole(request, ActTable.all[request.act]) else {
            return impossible(request, UnmetPrecondition(Text("the duty leaves open what exactly is to be done", "обязанность не говорит, что именно сделать")))
        }
        return decide(request)
    }

    /// The act that discharges a duty, done by its bearer.
    public func request(for duty: Duty) -> Request {
        var request = duty.request(in: world, names)
        if request.target == .absent, request.role == nil, !duty.scope.targets.isEmpty || !duty.rule.towards.isEmpty {
            // Of a role that one person alone has, nothing is left open.
            let holders = Array(world.present.filter { duty.mayBeAbout($0, world.roles(of: $0, chat: request.chat), in: world) }.prefix(2))
            if holders.count == 1 { request.target = holders[0] }
        }
        if let word = request.word { request.own = policies.words.find(.act, word.en)?.act }
        if policies.asksParts[request.act] { say(&request) }
        return request
    }
}

extension Duty {
    /// The act that discharges it, done by its bearer, with what the duty says of it.
    func request(in world: World, _ names: Names) -> Request {
        let definition = ActTable.all[act]
        var request = Request(act: act)
        request.actor = bearer(in: world)
        request.target = definition.forms.doerIsTarget ? request.actor : target
        if about != .absent { request.other = about }
        if request.target == .absent, !rule.towards.isEmpty || tellsClassTeacher {
            request.target = world.present.first { mayBeAbout($0, world.roles(of: $0, chat: chat), in: world) } ?? .absent
        }
        let goesSomewhere = definition.definite.contains(.place)
        if chat != .absent, goesSomewhere || Sfm.grammar.actParts[act].contains(where: { $0.slot == .chat }) {
            (request.chat, request.place) = (chat, .chat)
        }
        request.take(scope)
        for part in parts { request.take(part, names, in: world) }
        request.concern(item, in: world)
        if goesSomewhere, request.place == nil { request.place = .school }
        return request
    }
}
