import SfmPolicy
import SfmSyntax
import SfmTerms

/// Powers that a policy needs and gives to nobody.
extension PolicyLint {
    mutating func findWithoutHolder() {
        findEmptyPermits()
        findForbiddenPowers()
        findIdleTriggers()
        for row in Prerequisite.table where !row.needs.contains(where: isHeld) {
            guard let (place, span) = firstRelying(on: row.reliance) else { continue }
            report(.nobodyMay(row, span), clause: place)
        }
    }

    /// Whether somebody may or must do it; what is no power needs no permission.
    func isHeld(_ need: Prerequisite.Need) -> Bool {
        let act = need.act
        guard ActTable.all[act].kind == .power else { return true }
        return everyRule.contains { $0.rule.act == act && $0.rule.effect == .permit && $0.rule.scope.by?.isEmpty != true && need.isSupplied(by: $0.rule.scope) }
            || everyDuty.contains { $0.rule.act == act && need.isSupplied(by: $0.rule.scope) }
    }

    private mutating func findEmptyPermits() {
        var seen = Set<Place>()
        for rule in policy.rules where rule.effect == .permit && rule.scope.by?.isEmpty == true && seen.insert(Place(rule)).inserted {
            report(.emptyPermit(span(Place(rule))), clause: rule.clause)
        }
    }

    private mutating func findForbiddenPowers() {
        var seen = Set<Int>()
        for rule in policy.rules where rule.effect == .forbid && rule.scope.by?.isEmpty != true && !isOfOwnWords(rule.act) && seen.insert(rule.act).inserted {
            let need = Prerequisite.Need(rule.act)
            if !isHeld(need) { report(.forbiddenToNobody(need, span(Place(rule))), clause: rule.clause) }
        }
    }

    /// Whether an act is many, told apart by words of the policy: of these each has a holder of its own (`findIdleWords`).
    private func isOfOwnWords(_ act: Int) -> Bool { ActTable.all[act].words[.word] != nil }

    private mutating func findIdleTriggers() {
        var seen = Set<Place>()
        for duty in policy.duties where !duty.triggers.isEmpty && seen.insert(Place(duty)).inserted {
            if duty.triggers.contains(where: isOfOwnWords) { continue }
            let needs = duty.triggers.sorted().map { Prerequisite.Need($0, as: duty.triggerScope.asRoles.roles.first) }
            if !needs.contains(where: isHeld) { report(.idleDuty(needs, span(Place(duty))), clause: duty.clause) }
        }
    }

    /// The first place of the policy that relies on it.
    private func firstRelying(on reliance: Prerequisite.Reliance) -> (clause: Int, Span)? {
        for (k, clause) in node.clauses.enumerated() {
            for (position, rule) in clause.rules.enumerated() where relies(rule, k, position, reliance) { return (k, rule.span) }
        }
        return nil
    }

    private func relies(_ node: RuleNode, _ clause: Int, _ position: Int, _ reliance: Prerequisite.Reliance) -> Bool {
        let place = Place(clause: clause, position: position)
        let (rules, duties) = (rulesAt[place] ?? [], dutiesAt[place] ?? [])
        switch reliance {
        case .act(let act):
            return rules.contains { $0.act == act && $0.effect == .permit && $0.scope.by?.isEmpty != true } || duties.contains { $0.act == act }
        case .attributes(let attributes):
            let conditions = rules.flatMap(\.conditions) + duties.flatMap(\.conditions)
            let asked = attributes.map(\.id)
            return conditions.contains { condition in asked.contains(where: condition.asks) }
        case .role(let role):
            // A moderator of forbidden acts may be wished away; whom something is entrusted to must exist.
            let doers = rules.compactMap { $0.effect == .permit ? $0.scope.by : nil }
            let bearers = duties.compactMap { if case .roles(let set) = $0.bearer { set } else { nil } }
            return (doers + bearers).contains { $0.has(role) }
        case .mechanism(let mechanism):
            if case .states(let statement) = node.kind { return statement.mechanism == mechanism }
            return false
        }
    }
}
