import SfmModel
import SfmTerms

/// One rule held against an act, whether it matched or not.
package struct RuleReview: Sendable {
    package enum Kind: Sendable { case forbid, permit, duty }

    package let kind: Kind
    /// What of the rule fits and what does not.
    package let miss: NearMiss
    /// Whether it bears on the decision: matched, or is a duty that calls for the act.
    package var matches: Bool
}

extension PolicyEngine {
    /// Every rule that speaks of the act, in the order in which they are asked: prohibitions, permits, duties.
    package func review(_ call: Call, world: World, ledger: Ledger) -> [RuleReview] {
        guard !policies.isEmpty else { return [] }
        let context = Context(world: world, call: call)
        func review(_ entry: PolicySet.Indexed<Rule>, _ kind: RuleReview.Kind) -> RuleReview {
            let miss = miss(entry.clause, entry.rule.scope, entry.rule.conditions, isDuty: false, context)
            return RuleReview(kind: kind, miss: miss, matches: context.matches(entry.rule))
        }
        let matched = Set(duties(call, context, ledger).map(\.clause))
        let duties = policies.dutiesByAct[call.act].map { entry in
            var miss = miss(entry.clause, entry.rule.scope, entry.rule.isStanding ? entry.rule.conditions : [], isDuty: true, context)
            if case .roles(let roles) = entry.rule.bearer { miss.roleFails = roles.isDisjoint(with: context.actorRoles) }
            return RuleReview(kind: .duty, miss: miss, matches: matched.contains(entry.clause))
        }
        return policies.forbids[call.act].map { review($0, .forbid) } + policies.permits[call.act].map { review($0, .permit) } + duties
    }
}
