import SfmModel
import SfmTerms

/// A count or a term with which a condition compares, and the rule that it stands in.
public struct Threshold: Sendable {
    /// What follows where the condition holds; a duty that always stands grants as a permission does.
    public enum Effect: String, Sendable { case permit, forbid, duty }

    public let effect: Effect
    /// The place of the clause in its policy.
    public let clause: Int
    /// The acts at which it is asked: the rule's own, or those that a duty arises from.
    public let acts: [Int]
    public let scope: Scope
    public let predicate: Predicate
    /// Whether the condition holds on this side of the limit only where it is denied.
    public let isNegated: Bool

    /// Every limit in the conditions of a policy, in the order of the rules.
    static func all(_ rules: [Rule], _ duties: [DutyRule]) -> [Threshold] {
        var out: [Threshold] = []
        for rule in rules {
            let effect: Effect = rule.effect == .permit ? .permit : .forbid
            for condition in rule.conditions { collect(condition, false, effect, rule.clause, [rule.act], rule.scope, &out) }
        }
        for duty in duties {
            let (acts, scope) = duty.triggers.isEmpty ? ([duty.act], duty.scope) : (duty.triggers.sorted(), duty.triggerScope)
            for condition in duty.conditions { collect(condition, false, duty.isStanding ? .permit : .duty, duty.clause, acts, scope, &out) }
        }
        return out.enumerated().sorted { ($0.element.clause, $0.offset) < ($1.element.clause, $1.offset) }.map(\.element)
    }

    private static func collect(
        _ condition: Condition, _ isNegated: Bool, _ effect: Effect, _ clause: Int, _ acts: [Int], _ scope: Scope, _ out: inout [Threshold]
    ) {
        switch condition {
        case .and(let parts), .or(let parts): for part in parts { collect(part, isNegated, effect, clause, acts, scope, &out) }
        case .not(let inner): collect(inner, !isNegated, effect, clause, acts, scope, &out)
        case .test(let predicate):
            switch predicate.operand {
            case .count, .counted, .term:
                out.append(Threshold(effect: effect, clause: clause, acts: acts, scope: scope, predicate: predicate, isNegated: isNegated))
            case .flag, .choice, .roles, .names, .words, .majority, .consent, .part, .time: break
            }
        }
    }

    /// Where a value stands: the last within the limit, the first beyond it.
    public struct Sides: OptionSet, Sendable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let within = Sides(rawValue: 1)
        public static let beyond = Sides(rawValue: 2)
    }

    /// The side that a decision was at, if it was next to the limit; a term is by a day, or by an hour where it is shorter than one.
    public func side(_ context: borrowing Context) -> Sides {
        guard context.matches(scope) else { return [] }
        let holds: Bool
        let isAtEdge: Bool
        switch predicate.operand {
        case .count(let sign, let n), .counted(_, let sign, let n):
            guard let value = predicate.count(context) else { return [] }
            holds = sign.holds(value, n)
            isAtEdge = sign.holds(value + 1, n) != holds || value > 0 && sign.holds(value - 1, n) != holds
        case .term(let sign, let duration):
            guard let until = predicate.end(context), until != .never else { return [] }
            let limit = context.world.now.adding(duration)
            let step: Int64 = duration.months == 0 && duration.days == 0 ? 60 : 1440
            holds = sign.holds(until, limit)
            isAtEdge = [-step, step].contains { sign.holds(Instant(minutes: until.minutes + $0), limit) != holds }
        case .flag, .choice, .roles, .names, .words, .majority, .consent, .part, .time: return []
        }
        return isAtEdge ? holds != isNegated ? .within : .beyond : []
    }
}

extension Policy {
    /// The policy without what one of its clauses rules, obliges to and states; those that it extends likewise where they
    /// are the one meant.
    public func without(clause id: String, of policy: String) -> Policy {
        let own = self.id == policy ? Set(clauses.indices.filter { clauses[$0].id == id }) : []
        return Policy(
            id: self.id, title: title, platform: platform, adopted: adopted, terms: terms, clauses: clauses,
            rules: rules.filter { !own.contains($0.clause) }, duties: duties.filter { !own.contains($0.clause) },
            statements: statements.filter { !own.contains($0.clause) }, lists: lists, words: words,
            extends: extends.map { $0.without(clause: id, of: policy) }, calendar: calendar, inForce: inForce)
    }

    /// The clauses that something could be taken from.
    public var clausesWithRules: [Int] {
        Set(rules.map(\.clause) + duties.map(\.clause) + statements.map(\.clause)).sorted()
    }
}
