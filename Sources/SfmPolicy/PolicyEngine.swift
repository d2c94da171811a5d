import SfmModel
import SfmTerms

/// Answers "may this be done now?" from the world, the ledger and the policies in force (LANGUAGE.md 5).
public struct PolicyEngine: Sendable {
    public let policies: PolicySet

    public init(_ policies: PolicySet) { self.policies = policies }

    /// Steps 2 to 4: prohibited, granted, otherwise allowed. The world's own preconditions were asked before.
    public func decide(_ call: Call, kind: ActKind, world: World, ledger: Ledger, mechanisms: [ClauseRef] = []) -> Decision {
        var citations = Few<Citation>()
        for clause in mechanisms { citations.cite(clause, .states) }
        guard !policies.isEmpty, kind != .event else { return .made(.allowed, call, citations, world.now) }
        let (code, parties) = (policies.code, Parties(call, world))
        let forbids = code.forbids(call.act)
        var isProhibited = false
        for index in forbids where code.matches(index, call, world, parties) {
            // What the platform can do is of no account where somebody must not.
            if !isProhibited { (isProhibited, citations) = (true, []) }
            citations.cite(policies.forbids[call.act][index - forbids.lowerBound], .forbid)
        }
        if isProhibited { return .made(.prohibited, call, citations, world.now) }
        let permits = code.permits(call.act)
        var isGranted = false
        for index in permits where code.matches(index, call, world, parties) {
            isGranted = true
            citations.cite(policies.permits[call.act][index - permits.lowerBound], .permit)
        }
        if !policies.dutiesByAct[call.act].isEmpty {
            for clause in duties(call, world, parties, ledger) {
                isGranted = true
                citations.cite(clause, .duty)
            }
        }
        if kind != .power || isGranted { return .made(.allowed, call, citations, world.now) }
        // What the platform can do says nothing about who may.
        var decision = Decision.made(.notGranted, call, [], world.now)
        decision.nearest = nearest(call, Context(world: world, call: call))
        return decision
    }

    /// The answer alone with the clause that it rests on first; nothing is gathered for people to read.
    public func ruling(on call: borrowing Call, kind: ActKind, world: borrowing World, ledger: borrowing Ledger) -> Ruling {
        guard !policies.isEmpty, kind != .event else { return Ruling(.allowed) }
        let (code, parties) = (policies.code, Parties(call, world))
        let rules = code.rules(call.act)
        let match = code.first(of: rules, call, world, parties)
        if match < rules.upperBound {
            return Ruling(match < code.permits(call.act).lowerBound ? .prohibited : .allowed, code.clause(match))
        }
        if !policies.dutiesByAct[call.act].isEmpty, let clause = duties(call, world, parties, ledger).first { return Ruling(.allowed, clause) }
        return Ruling(kind == .power ? .notGranted : .allowed)
    }

    /// The clauses of the duties, pending or standing, by which the actor does this.
    func duties(_ call: borrowing Call, _ world: borrowing World, _ parties: Parties, _ ledger: borrowing Ledger) -> [ClauseRef] {
        let entries = policies.dutiesByAct[call.act]
        guard !entries.isEmpty else { return [] }
        var out: [ClauseRef] = []
        for duty in ledger.pending where duty.isDischarged(by: call) && duty.isAbout(parties) && bears(duty, call, world, parties) { out.append(duty.clause) }
        for entry in entries where entry.rule.isStanding {
            guard case .roles(let roles) = entry.rule.bearer, !roles.isDisjoint(with: parties.actor), entry.rule.scope.targetFits(call, parties),
                entry.rule.scope.placeFits(call), entry.rule.scope.isOwnGroup(of: roles, call, world), entry.rule.parts.hold(call)
            else { continue }
            if !entry.rule.conditions.isEmpty {
                let context = Context(world: copy world, call: copy call)
                guard entry.rule.conditions.allSatisfy({ $0.holds(context) }) else { continue }
            }
            out.append(entry.clause)
        }
        return out
    }

    /// Whether the actor is the bearer; of several people of a role any may do it.
    private func bears(_ duty: Duty, _ call: borrowing Call, _ world: borrowing World, _ parties: Parties) -> Bool {
        if call.actor != none, duty.bearer(in: copy world) == call.actor { return true }
        guard case .roles(let roles) = duty.bearer, !roles.has(.moderator), !duty.scope.ownGroup else { return false }
        return !roles.isDisjoint(with: parties.actor)
    }

    /// The permits and standing duties, which grant as much, with the fewest failed parts; where the act has none, the duties to do it.
    private func nearest(_ call: Call, _ context: Context) -> [NearMiss] {
        var all = policies.permits[call.act].map { entry in
            miss(entry.clause, entry.rule.scope, entry.rule.conditions, isDuty: false, context)
        }
        let duties = policies.dutiesByAct[call.act].filter { all.isEmpty || $0.rule.isStanding }
        all += duties.map { miss($0, context) }
        guard let fewest = all.map(\.failures).min() else { return [] }
        return all.filter { $0.failures == fewest }
    }

    func miss(_ clause: ClauseRef, _ scope: Scope, _ conditions: [Condition], isDuty: Bool, _ context: Context) -> NearMiss {
        var miss = NearMiss(clause: clause, scope: scope, conditions: conditions, isDuty: isDuty)
        miss.roleFails = !context.roleFits(scope)
        miss.targetFails = !context.targetFits(scope)
        miss.placeFails = !context.placeFits(scope)
        miss.failedConditions = conditions.indices.filter { !conditions[$0].holds(context) }
        return miss
    }

    /// A duty as what could grant the act: its bearer is who may.
    func miss(_ entry: PolicySet.Indexed<DutyRule>, _ context: Context) -> NearMiss {
        let conditions = entry.rule.parts.map(Condition.part) + (entry.rule.isStanding ? entry.rule.conditions : [])
        var miss = miss(entry.clause, entry.rule.scope, conditions, isDuty: true, context)
        if case .roles(let roles) = entry.rule.bearer { miss.roleFails = roles.isDisjoint(with: context.actorRoles) }
        return miss
    }

    // MARK: - Duties that arise

    /// The duties that a deed gives rise to.
    public func arising(from call: Call, world: World, item: Int32) -> [Duty] {
        guard !policies.isEmpty, !policies.dutiesByTrigger[call.act].isEmpty else { return [] }
        let context = Context(world: world, call: call)
        var out: [Duty] = []
        for entry in policies.dutiesByTrigger[call.act] {
            let rule = entry.rule
            guard context.matches(rule.triggerScope), rule.conditions.allSatisfy({ $0.holds(context) }) else { continue }
            out += arising(entry.clause, rule, call, world, item)
        }
        return out
    }

    /// The first of some roles whose own group the event is about.
    private func owner(of roles: RoleSet, _ call: Call, _ world: World) -> PersonID {
        var call = call
        if call.group == none, call.chat == none, call.target != none { call.group = world[person: call.target].group }
        let own = Scope.own
        return world.present.first { person in
            call.actor = person
            return !world.roles(of: person).isDisjoint(with: roles) && own.isOwnGroup(of: roles, call, world)
        } ?? none
    }

    private func arising(_ clause: ClauseRef, _ rule: DutyRule, _ call: Call, _ world: World, _ item: Int32) -> [Duty] {
        let deadline = rule.within.map { world.now.adding($0) }
        func duty(_ person: PersonID, _ chat: ChatID, _ target: PersonID) -> Duty {
            Duty(
                clause: clause, act: rule.act, bearer: rule.bearer, person: person, chat: chat, target: target, item: item,
                since: world.now, deadline: deadline, scope: rule.scope, parts: rule.parts)
        }
        switch rule.bearer {
        case .target: return [duty(call.target, none, none)]
        case .actor: return [duty(call.actor, none, none)]
        case .roles(let roles):
            var concerned: [PersonID] = rule.concernsTarget && call.target != none ? [call.target] : []
            if rule.concernsParents, call.target != none { concerned += world[person: call.target].parents }
            guard roles.has(.moderator) else {
                let bearer = rule.scope.ownGroup ? owner(of: roles, call, world) : Ledger.first(of: roles, in: world)
                return concerned.isEmpty ? [duty(bearer, call.chat, none)] : concerned.map { duty(bearer, call.chat, $0) }
            }
            if concerned.isEmpty {
                // With a person only, in each chat of that person.
                let chats = call.chat != none ? [call.chat] : call.target == none ? [] : world[person: call.target].chats
                return chats.map { duty(none, $0, none) }
            }
            return concerned.flatMap { person in
                let chats = call.chat != none ? [call.chat] : world[person: person].chats
                return chats.filter { world.has(person, in: $0) }.map { duty(none, $0, person) }
            }
        }
    }
}
