import SfmModel
import SfmTerms

/// Answers "may this be done now?" from the world, the ledger and the policies in force (LANGUAGE.md 5).
package struct PolicyEngine: Sendable {
    package let policies: PolicySet

    package init(_ policies: PolicySet) { self.policies = policies }

    /// Steps 2 to 4: prohibited, granted, otherwise allowed. The world's own preconditions were asked before.
    package func decide(_ call: Call, kind: ActKind, world: World, ledger: Ledger, mechanisms: [ClauseRef] = []) -> Decision {
        var decision = Decision(.allowed, call: call, at: world.now)
        decision.citations = mechanisms.map { Citation(clause: $0, kind: .states) }
        guard !policies.isEmpty, kind != .event else { return decision }
        let context = Context(world: world, call: call)
        let forbidding = policies.forbids[call.act].filter { context.matches($0.rule) }
        if !forbidding.isEmpty {
            decision.outcome = .prohibited
            decision.citations = Self.unique(forbidding.flatMap { Self.citations($0, .forbid) })
            return decision
        }
        for entry in policies.permits[call.act] where context.matches(entry.rule) {
            decision.citations += Self.citations(entry, .permit)
        }
        decision.citations += duties(call, context, ledger)
        decision.citations = Self.unique(decision.citations)
        if kind == .power, !decision.citations.contains(where: { $0.kind != .states }) {
            decision.outcome = .notGranted
            // What the platform can do says nothing about who may.
            decision.citations = []
            decision.nearest = nearest(call, context)
        }
        return decision
    }

    /// The rule's clause and those of the lists that it uses.
    private static func citations(_ entry: PolicySet.Indexed<Rule>, _ kind: Citation.Kind) -> [Citation] {
        [Citation(clause: entry.clause, kind: kind)]
            + entry.rule.lists.map { ClauseRef(policy: Int(entry.clause.policy), clause: $0) }.filter { $0 != entry.clause }
            .map { Citation(clause: $0, kind: .list) }
    }

    /// The duties, pending or standing, by which the actor does this.
    func duties(_ call: Call, _ context: Context, _ ledger: Ledger) -> [Citation] {
        guard !policies.dutiesByAct[call.act].isEmpty else { return [] }
        var out: [Citation] = []
        for duty in ledger.pending where duty.isDischarged(by: call) {
            if bears(duty, call, context) { out.append(Citation(clause: duty.clause, kind: .duty)) }
        }
        for entry in policies.dutiesByAct[call.act] where entry.rule.isStanding {
            guard case .roles(let roles) = entry.rule.bearer, !roles.isDisjoint(with: context.actorRoles),
                context.targetFits(entry.rule.scope), context.placeFits(entry.rule.scope), entry.rule.conditions.allSatisfy({ $0.holds(context) })
            else { continue }
            out.append(Citation(clause: entry.clause, kind: .duty))
        }
        return out
    }

    /// Whether the actor is the bearer; of several people of a role any may do it.
    private func bears(_ duty: Duty, _ call: Call, _ context: Context) -> Bool {
        if duty.bearer(in: context.world) == call.actor, call.actor != none { return true }
        guard case .roles(let roles) = duty.bearer, !roles.has(.moderator) else { return false }
        return !roles.isDisjoint(with: context.actorRoles)
    }

    /// The permits and standing duties, which grant as much, with the fewest failed parts; where the act has none, the duties to do it.
    private func nearest(_ call: Call, _ context: Context) -> [NearMiss] {
        var all = policies.permits[call.act].map { entry in
            miss(entry.clause, entry.rule.scope, entry.rule.conditions, isDuty: false, context)
        }
        let duties = policies.dutiesByAct[call.act].filter { all.isEmpty || $0.rule.isStanding }
        if !duties.isEmpty {
            all += duties.map { entry in
                var miss = miss(entry.clause, entry.rule.scope, entry.rule.isStanding ? entry.rule.conditions : [], isDuty: true, context)
                if case .roles(let roles) = entry.rule.bearer { miss.roleFails = roles.isDisjoint(with: context.actorRoles) }
                return miss
            }
        }
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

    static func unique(_ citations: [Citation]) -> [Citation] {
        guard citations.count > 1 else { return citations }
        var out: [Citation] = []
        for citation in citations where !out.contains(citation) { out.append(citation) }
        return out
    }

    // MARK: - Duties that arise

    /// The duties that a deed gives rise to.
    package func arising(from call: Call, world: World, item: Int32) -> [Duty] {
        guard !policies.isEmpty else { return [] }
        var out: [Duty] = []
        for entry in policies.dutiesByTrigger[call.act] {
            let rule = entry.rule
            let context = Context(world: world, call: call)
            guard context.matches(rule.triggerScope), rule.conditions.allSatisfy({ $0.holds(context) }) else { continue }
            out += arising(entry.clause, rule, call, world, item)
        }
        return out
    }

    private func arising(_ clause: ClauseRef, _ rule: DutyRule, _ call: Call, _ world: World, _ item: Int32) -> [Duty] {
        let deadline = rule.within.map { world.now.adding($0) }
        func duty(_ person: PersonID, _ chat: ChatID, _ target: PersonID) -> Duty {
            Duty(
                clause: clause, act: rule.act, bearer: rule.bearer, person: person, chat: chat, target: target, item: item,
                since: world.now, deadline: deadline, scope: rule.scope)
        }
        switch rule.bearer {
        case .target: return [duty(call.target, none, none)]
        case .actor: return [duty(call.actor, none, none)]
        case .roles(let roles):
            var concerned: [PersonID] = rule.concernsTarget && call.target != none ? [call.target] : []
            if rule.concernsParents, call.target != none { concerned += world[person: call.target].parents }
            guard roles.has(.moderator) else {
                let bearer = Ledger.first(of: roles, in: world)
                return concerned.isEmpty ? [duty(bearer, call.chat, none)] : concerned.map { duty(bearer, call.chat, $0) }
            }
            if concerned.isEmpty { return call.chat == none ? [] : [duty(none, call.chat, none)] }
            return concerned.flatMap { person in
                let chats = call.chat != none ? [call.chat] : world[person: person].chats
                return chats.filter { world[chat: $0].has(person) }.map { duty(none, $0, person) }
            }
        }
    }
}
