import SfmModel
import SfmTerms

/// The policies in force, indexed by act; made when a policy comes into force, then read only.
package final class PolicySet: Sendable {
    package struct Indexed<T: Sendable>: Sendable {
        package let clause: ClauseRef
        package let rule: T
    }

    package let policies: [Policy]
    package let forbids: [[Indexed<Rule>]]
    package let permits: [[Indexed<Rule>]]
    /// Duties by the act they demand, and by the act or event they arise from.
    package let dutiesByAct: [[Indexed<DutyRule>]]
    package let dutiesByTrigger: [[Indexed<DutyRule>]]
    package let standing: [Indexed<DutyRule>]
    package let statements: [Indexed<Statement>]

    /// The limits that are asked about at an act: the place of the policy and that of the limit in it.
    package let limits: [[(policy: Int, limit: Int)]]

    package static let empty = PolicySet([], actCount: 0)

    package init(_ policies: [Policy], actCount: Int) {
        var all: [Policy] = []
        for policy in policies.flatMap(\.withExtended) where !all.contains(where: { $0.id == policy.id }) { all.append(policy) }
        self.policies = all
        var forbids = Array(repeating: [Indexed<Rule>](), count: actCount)
        var permits = forbids
        var byAct = Array(repeating: [Indexed<DutyRule>](), count: actCount)
        var byTrigger = byAct
        var standing: [Indexed<DutyRule>] = []
        var statements: [Indexed<Statement>] = []
        var limits = Array(repeating: [(policy: Int, limit: Int)](), count: actCount)
        for (p, policy) in all.enumerated() {
            for rule in policy.rules {
                let entry = Indexed(clause: ClauseRef(policy: p, clause: rule.clause), rule: rule)
                if rule.effect == .forbid { forbids[rule.act].append(entry) } else { permits[rule.act].append(entry) }
            }
            for rule in policy.duties {
                let entry = Indexed(clause: ClauseRef(policy: p, clause: rule.clause), rule: rule)
                byAct[rule.act].append(entry)
                for trigger in rule.triggers.sorted() { byTrigger[trigger].append(entry) }
                if rule.isStanding { standing.append(entry) }
            }
            for (k, limit) in policy.limits.enumerated() {
                for act in limit.acts { limits[act].append((p, k)) }
            }
            for statement in policy.statements {
                statements.append(Indexed(clause: ClauseRef(policy: p, clause: statement.clause), rule: statement))
            }
        }
        (self.forbids, self.permits, dutiesByAct, dutiesByTrigger) = (forbids, permits, byAct, byTrigger)
        (self.standing, self.statements, self.limits) = (standing, statements, limits)
    }

    package var isEmpty: Bool { policies.isEmpty }

    package func clause(_ ref: ClauseRef) -> Clause { policies[Int(ref.policy)].clauses[Int(ref.clause)] }

    package func policy(_ ref: ClauseRef) -> Policy { policies[Int(ref.policy)] }

    package func clauses(stating mechanism: Mechanism) -> [ClauseRef] {
        statements.filter { $0.rule.mechanism == mechanism }.map(\.clause)
    }

    /// The clauses of that id in any policy, or in the one named.
    package func find(clause id: String, policy: String? = nil) -> [ClauseRef] {
        var out: [ClauseRef] = []
        for (p, candidate) in policies.enumerated() {
            for (c, clause) in candidate.clauses.enumerated() where clause.id == id {
                let ref = ClauseRef(policy: p, clause: c)
                if policy.map({ has($0, ref) }) ?? true { out.append(ref) }
            }
        }
        return out
    }

    /// Whether a policy has the clause: as its own, or from one that it extends and says nothing else in its place.
    package func has(_ id: String, _ ref: ClauseRef) -> Bool {
        let home = policy(ref)
        if home.id == id { return true }
        guard let named = policies.first(where: { $0.id == id }), named.withExtended.contains(where: { $0.id == home.id }) else { return false }
        let clause = clause(ref).id
        return !named.clauses.contains { $0.id == clause }
    }
}
