import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// What explorations do with an interpreter: try acts and ask facts by the hundred thousand, and hear no reasons.
extension Interpreter {
    /// What an act comes to whose refusal nobody has to hear the reasons of.
    enum Attempt: Sendable {
        case done, forced, refused
    }

    /// Does an act about one person at most if it is allowed or, where it may go against the policy, if it is possible; on a copy, which a
    /// refusal may leave half resolved.
    mutating func attempt(_ node: ActNode, mayForce: Bool) -> Attempt {
        var resolved = ResolvedAct(request: Request(act: node.act))
        do throws(ScriptError) { try resolve(node, into: &resolved) } catch { return .refused }
        guard resolved.obstacle == nil, resolved.count == 1 else { return .refused }
        let attempt = outcome(of: resolved.request, mayForce: mayForce)
        if attempt != .refused { carryOut(resolved.request, attempt) }
        return attempt
    }

    /// What a call would come to.
    func outcome(of request: Request, mayForce: Bool) -> Attempt {
        if isAllowed(request) { return .done }
        return mayForce && hasPolicy && decide(request).outcome != .impossible ? .forced : .refused
    }

    /// Does what a call comes to. Of an allowed one nobody hears by which clause.
    mutating func carryOut(_ request: Request, _ attempt: Attempt) {
        guard attempt == .forced else {
            _ = perform(Decision(.allowed, request: request, at: world.now), forced: false)
            return
        }
        let decision = decide(request)
        let breaches = self.breaches(of: decision)
        _ = perform(decision, forced: true)
        ledger.breaches.append(contentsOf: breaches)
    }

    /// The call that an act is whatever happens; `nil` where it depends on how things stand.
    mutating func prepared(_ node: ActNode) -> Request? {
        let act = ActTable.all[node.act]
        guard act.hooks.settles == nil, act.hooks.becomes == nil, act.hooks.makesUpChat == nil, act.creates.isEmpty,
            let resolved = try? resolve(node), resolved.obstacle == nil, resolved.count == 1, policies.isEmpty || !policies.asksParts[resolved.request.act],
            // What an own act leaves to be presumed is named here.
            act.hooks.presumes == nil || resolved.request.own != nil
        else { return nil }
        return resolved.request
    }

    /// The same fact with what it leaves to be understood named.
    func explicit(_ fact: FactNode) throws(ScriptError) -> FactNode {
        var copy = trial
        var query = Query(node: fact)
        try copy.resolve(fact, into: &query)
        var said = fact
        for k in said.slots.indices {
            switch (said.slots[k].slot, said.slots[k].value) {
            case (.chat, .name(nil)) where query.chat != .absent: said.slots[k].value = .name(world[chat: query.chat].name)
            case (.group, .name(nil)) where query.group != .absent: said.slots[k].value = .name(world[group: query.group].name)
            case (.place, .place(.chat, nil)) where query.chat != .absent: said.slots[k].value = .place(.chat, world[chat: query.chat].name)
            case (.place, .place(.group, nil)) where query.group != .absent: said.slots[k].value = .place(.group, world[group: query.group].name)
            case (.target, .people(let people)) where people.contains { if case .role = $0 { true } else { false } }:
                var named = SmallArray<PersonNode>()
                for person in query.people { named.append(.handle(world[person: person].name, .none)) }
                said.slots[k].value = .people(named)
            default: continue
            }
        }
        let parts = Sfm.grammar.factParts[fact.fact]
        if query.chat != .absent, said.slot(.chat) == nil, said.slot(.place) == nil, parts.contains(where: { $0.slot == .chat }) {
            said.slots.append(SlotNode(slot: .chat, value: .name(world[chat: query.chat].name), span: .none))
        }
        return said
    }
}

/// A fact that is asked of many worlds in a row.
struct AskedFact: Sendable {
    let node: FactNode
    /// With its names resolved, where they mean the same in every world.
    private let query: Query?

    /// Whether it holds, and the number that it compares.
    typealias Answer = (holds: Bool, number: Int?)

    /// What the answer is written down as: a number no further than it is compared. It may rest on what is not seen otherwise, as what was done once.
    func number(_ answer: Answer?) -> Int {
        guard let answer else { return -1 }
        guard let number = answer.number else { return answer.holds ? 1 : 0 }
        var most = 1
        if case .compare(_, let n)? = node.slot(.compare)?.value { most = n + 1 }
        return min(number, most) + 1
    }

    init(_ node: FactNode, in start: Interpreter, namesChange: Bool) {
        self.node = node
        var copy = start.trial
        var query = Query(node: node)
        let isResolved = (try? copy.resolve(node, into: &query)) != nil
        self.query = isResolved && !namesChange && query.isWhole ? query : nil
    }

    /// `nil` where it cannot be asked.
    func answer(in interpreter: Interpreter) -> Answer? {
        let definition = FactTable.all[node.fact]
        do throws(ScriptError) {
            if let query {
                let verdict = try definition.holds(interpreter, query)
                return (verdict.holds != node.negated, verdict.number)
            }
            var copy = interpreter.trial
            var query = Query(node: node)
            try copy.resolve(node, into: &query)
            if definition.lacksChat(query) { return (node.negated, nil) }
            let verdict = try definition.holds(copy, query)
            return (verdict.holds != node.negated, verdict.number)
        } catch {
            return nil
        }
    }
}

extension Query {
    /// Whether everything that the fact names is there.
    fileprivate var isWhole: Bool {
        node.slots.allSatisfy { slot in
            switch (slot.slot, slot.value) {
            case (.chat, .name): chat != .absent
            case (.group, .name): group != .absent
            case (.channel, .name): channel != .absent
            case (.link, .name): link != .absent
            case (.order, .name): order != .absent
            case (.place, .place(.chat, _)): chat != .absent
            case (.place, .place(.group, _)), (.place, .place(.staffRoom, _)): group != .absent
            default: true
            }
        }
    }
}
