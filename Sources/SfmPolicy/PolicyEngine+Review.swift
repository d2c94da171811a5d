import SfmModel
import SfmTerms

/// One rule held against an act, whether it matched or not.
public struct RuleReview: Sendable {
    public enum Kind: Sendable { case forbid, permit, duty }

    public let kind: Kind
    /// What of the rule fits and what does not.
    public let miss: NearMiss
    /// Whether it bears on the decision: matched, or is a duty that calls for the act.
    public var matches: Bool
}

extension PolicyEngine {
    /// Every rule that speaks of the act, in the order in which they are asked: prohibitions, permits, duties.
    public func review(_ request: Request, world: World, ledger: Ledger) -> [RuleReview] {
        guard !policies.isEmpty else { return [] }
        let context = Context(world: world, request: request)
        func review(_ entry: PolicySet.Indexed<Rule>, _ kind: RuleReview.Kind) -> RuleReview {
            let miss = miss(entry.clause, entry.rule.scope, entry.rule.conditions, isDuty: false, context)
            return RuleReview(kind: kind, miss: miss, matches: context.matches(entry.rule))
        }
        let matched = Set(duties(request, world, context.parties, ledger))
        let duties = policies.dutiesByAct[request.act].map { RuleReview(kind: .duty, miss: miss($0, context), matches: matched.contains($0.clause)) }
        return policies.forbids[request.act].map { review($0, .forbid) } + policies.permits[request.act].map { review($0, .permit) } + duties
    }
}
