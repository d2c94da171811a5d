import SfmModel
import SfmTerms

/// A count, a term or a time with which a rule compares, and the rule that it stands in.
public struct Threshold: Sendable {
    /// What follows where the condition holds; a duty that always stands grants as a permission does.
    public enum Effect: String, Sendable { case permit, forbid, duty }

    public enum Subject: Sendable {
        /// Whether the condition holds on this side of the limit only where it is denied.
        case condition(Predicate, isNegated: Bool)
        /// Since when a count counts.
        case window(Predicate, CountWindow)
        /// Until when a duty has to be met.
        case term(Deadline)
        /// How often: the end of each period.
        case period(Recurrence)
    }

    public let effect: Effect
    /// The place of the clause in its policy.
    public let clause: Int
    /// The acts of its rule: its own, or those that a duty arises from.
    public let acts: [Int]
    public let scope: Scope
    public let subject: Subject
    /// Of acts of the policy's own their names.
    public let own: [Text]
    /// The duty that it is a limit of.
    public let duty: DutyRule?

    /// Every limit of a policy, in the order of the rules.
    static func all(_ rules: [Rule], _ duties: [DutyRule]) -> [Threshold] {
        var out: [Threshold] = []
        for rule in rules {
            let effect: Effect = rule.effect == .permit ? .permit : .forbid
            let own = Self.own(rule.conditions.compactMap(\.partTest))
            for condition in rule.conditions { collect(condition, false, Threshold(effect, rule.clause, [rule.act], own, rule.scope, nil), &out) }
        }
        for duty in duties {
            let (acts, scope) = duty.triggers.isEmpty ? ([duty.act], duty.scope) : (duty.triggers.sorted(), duty.triggerScope)
            let event = Self.own(duty.triggers.isEmpty ? duty.parts : duty.conditions.compactMap(\.partTest))
            let limit = Threshold(duty.isStanding ? .permit : .duty, duty.clause, acts, event, scope, duty)
            for condition in duty.conditions { collect(condition, false, limit, &out) }
            let term = Threshold(.duty, duty.clause, [duty.act], Self.own(duty.parts), duty.scope, duty)
            if let deadline = duty.term { out.append(term.about(.term(deadline))) }
            if case .every(let recurrence) = duty.timing.occasion { out.append(term.about(.period(recurrence))) }
        }
        return out.enumerated().sorted { ($0.element.clause, $0.offset) < ($1.element.clause, $1.offset) }.map(\.element)
    }

    private init(
        _ effect: Effect, _ clause: Int, _ acts: [Int], _ own: [Text], _ scope: Scope, _ duty: DutyRule?, _ subject: Subject = .period(Recurrence(.workingDay))
    ) {
        (self.effect, self.clause, self.acts, self.own, self.scope, self.duty, self.subject) = (effect, clause, acts, own, scope, duty, subject)
    }

    private func about(_ subject: Subject) -> Threshold { Threshold(effect, clause, acts, own, scope, duty, subject) }

    private static func own(_ tests: [PartTest]) -> [Text] {
        tests.flatMap { test -> [Text] in if case .words(let words) = test { words.map(\.word) } else { [] } }
    }

    private static func collect(_ condition: Condition, _ isNegated: Bool, _ limit: Threshold, _ out: inout [Threshold]) {
        switch condition {
        case .and(let parts), .or(let parts): for part in parts { collect(part, isNegated, limit, &out) }
        case .not(let inner): collect(inner, !isNegated, limit, &out)
        case .test(let predicate):
            let of = limit.about(.condition(predicate, isNegated: isNegated))
            switch predicate.operand {
            case .count, .term: out.append(of)
            case .counted(let spec, _, _):
                out.append(of)
                if let window = spec.window { out.append(limit.about(.window(predicate, window))) }
            // Between which days a policy is in force is said once and no limit of each of its rules.
            case .time(.inForce, _): break
            case .time: out.append(of)
            case .flag, .choice, .roles, .names, .words, .majority, .consent, .part: break
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

    /// Whether it is looked at where a state begins or ends, and at no act.
    public var isOfState: Bool { duty?.timing.occasion == .state && !isTerm }

    /// Whether it is that of a duty's term, which the clock passes.
    public var isTerm: Bool {
        switch subject {
        case .term, .period: true
        case .condition, .window: false
        }
    }

    /// The side that a decision was at, if it was next to the limit; a length of time is by a day, or by an hour where it is shorter than one, and
    /// what the clock shows by a minute.
    public func side(_ context: borrowing Context) -> Sides {
        guard isOfState || context.matches(scope) else { return [] }
        switch subject {
        case .condition(let predicate, let isNegated): return Self.side(predicate, isNegated, context)
        case .window(let predicate, let window):
            guard case .counted(_, let sign, let n) = predicate.operand, let value = predicate.count(context) else { return [] }
            let holds = sign.holds(value, n)
            return Self.isAtEdge(of: holds, context, step: window.step) { sign.holds(predicate.count($0) ?? 0, n) } ? holds ? .within : .beyond : []
        case .term, .period: return []
        }
    }

    private static func side(_ predicate: Predicate, _ isNegated: Bool, _ context: borrowing Context) -> Sides {
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
            holds = sign.holds(until, limit)
            isAtEdge = [-duration.step, duration.step].contains { sign.holds(Instant(minutes: until.minutes + $0), limit) != holds }
        case .time(let test, let calendar):
            let (request, world) = (context.request, context.world)
            // Of nobody, and where a date of birth is not known, nothing is asked.
            if case .under(_, let ofActor) = test, world.age(of: ofActor ? request.actor : request.target) == nil { return [] }
            if case .silent = test, request.chat == .absent { return [] }
            holds = test.holds(request, world, calendar)
            isAtEdge = Self.isAtEdge(of: holds, context, step: test.step) { test.holds($0.request, $0.world, calendar) }
        case .flag, .choice, .roles, .names, .words, .majority, .consent, .part: return []
        }
        return isAtEdge ? holds != isNegated ? .within : .beyond : []
    }

    /// Whether it was otherwise a step of time ago, or will be a step from now.
    private static func isAtEdge(of holds: Bool, _ context: borrowing Context, step: Int64, _ asked: (Context) -> Bool) -> Bool {
        let request = context.request
        return [-step, step].contains { offset in
            var world = context.world
            world.now = Instant(minutes: world.now.minutes + offset)
            return asked(Context(world: world, request: request)) != holds
        }
    }

    /// The side of a term that the clock stands at, where it is next to it.
    public func side(ofDeadline deadline: Instant, at now: Instant) -> Sides {
        let step: Int64 =
            switch subject {
            case .term(.within(let duration)): duration.step
            case .term(.workingMinutes), .term(.clock), .term(.date(_, hasTime: true)): 60
            case .term(.workingDays), .term(.date(_, hasTime: false)), .term(.endOf), .term(.endOfPeriod), .period: 1440
            case .condition, .window: 0
            }
        if deadline >= now { return deadline.minutes - now.minutes <= step ? .within : [] }
        return now.minutes - deadline.minutes <= step ? .beyond : []
    }
}

extension Duration {
    fileprivate var step: Int64 { months == 0 && days == 0 ? 60 : 1440 }
}

extension CountWindow {
    fileprivate var step: Int64 {
        switch self {
        case .last(let duration): duration.step
        case .today: 60
        case .thisWeek, .thisMonth, .thisSchoolYear: 1440
        }
    }
}

extension TimeTest {
    fileprivate var step: Int64 {
        switch self {
        case .window(.hours), .window(.workingHours), .window(.since(_, hasTime: true)), .window(.until(_, hasTime: true)): 1
        case .window, .under, .inForce: 1440
        case .silent(let duration): duration.step
        }
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
