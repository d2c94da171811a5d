import SfmModel
import SfmTerms

/// One rule held against an act, whether it matched or not.
public struct RuleReview: Sendable {
    /// `occasion` is a duty that the act gives rise to.
    public enum Kind: Sendable { case forbid, permit, duty, occasion }

    public let kind: Kind
    /// What of the rule fits and what does not.
    public let miss: NearMiss
    /// Whether it bears on the decision: matched, or is a duty that calls for the act.
    public var matches: Bool
}

/// A rule that says nothing of an act because nobody has said how old somebody is.
public struct UnknownAge: Sendable, Hashable {
    public let clause: ClauseRef
    public let person: PersonID
}

extension PolicyEngine {
    /// The prohibitions of an act, and the duties that it would give rise to, which hold neither way for want of a date of birth.
    public func unknownAges(_ request: Request, world: World) -> [UnknownAge] {
        guard !policies.isEmpty, policies.asksAges[request.act] else { return [] }
        let context = Context(world: world, request: request)
        func unknown(_ clause: ClauseRef, _ scope: Scope, _ conditions: [Condition]) -> [UnknownAge] {
            guard context.matches(scope) else { return [] }
            var people: [PersonID] = []
            for condition in conditions where !condition.holds(context) {
                // Whatever else fails makes the age no matter.
                guard !condition.knowsAges(context) else { return [] }
                let (ofTarget, ofActor) = condition.ages
                for (isAsked, person) in [(ofTarget, request.target), (ofActor, request.actor)] where isAsked {
                    guard person != .absent else { return [] }
                    if world.age(of: person) == nil { people.append(person) }
                }
            }
            return people.unique.map { UnknownAge(clause: clause, person: $0) }
        }
        return policies.forbids[request.act].flatMap { unknown($0.clause, $0.rule.scope, $0.rule.conditions) }
            + policies.dutiesByTrigger[request.act].flatMap { unknown($0.clause, $0.rule.triggerScope, $0.rule.conditions) }
    }

    /// The duties that an act gives rise to or would, each with what fails; what the deed itself changes is asked after it.
    public func occasions(_ request: Request, before: World, after: World) -> [RuleReview] {
        guard !policies.isEmpty else { return [] }
        let (earlier, later) = (Context(world: before, request: request), Context(world: after, request: request))
        return policies.dutiesByTrigger[request.act].compactMap { entry in
            guard entry.rule.conditions.mean(request) else { return nil }
            var miss = miss(entry.clause, entry.rule.triggerScope, entry.rule.conditions, isDuty: true, earlier)
            miss.failedConditions = entry.rule.conditions.indices.filter { k in
                let condition = entry.rule.conditions[k]
                return condition.countsTheDeed ? !condition.holds(later) : !condition.holds(earlier)
            }
            // Of somebody else, or somewhere else, it does not speak.
            guard !miss.roleFails, !miss.targetFails, !miss.placeFails else { return nil }
            return RuleReview(kind: .occasion, miss: miss, matches: miss.failedConditions.isEmpty)
        }
    }

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
