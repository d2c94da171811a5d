import SfmModel
import SfmTerms

/// What one rule of a clause, as it is written, comes to.
public struct CompiledLine: Sendable {
    public var rules: [Rule] = []
    public var duties: [DutyRule] = []
    public var statements: [Statement] = []

    public init() {}

    public var isEmpty: Bool { rules.isEmpty && duties.isEmpty && statements.isEmpty }

    /// Whether both come to the same, whatever they are called and wherever they stand.
    public func says(sameAs other: CompiledLine) -> Bool {
        rules.count == other.rules.count && duties.count == other.duties.count && statements.count == other.statements.count
            && zip(rules, other.rules).allSatisfy { $0.says(sameAs: $1) } && zip(duties, other.duties).allSatisfy { $0.says(sameAs: $1) }
            && zip(statements, other.statements).allSatisfy { $0.says(sameAs: $1) }
    }

    /// The same for lines that say the same.
    public var fingerprint: Int {
        var hasher = Hasher()
        func combine(_ conditions: [Condition]) { for predicate in conditions.flatMap(\.predicates) { hasher.combine(predicate) } }
        for rule in rules {
            hasher.combine(rule.effect)
            hasher.combine(rule.act)
            hasher.combine(rule.scope)
            combine(rule.conditions)
        }
        for duty in duties {
            hasher.combine(duty.act)
            hasher.combine(duty.scope)
            hasher.combine(duty.triggers)
            hasher.combine(duty.triggerScope)
            combine(duty.conditions)
        }
        for statement in statements { hasher.combine(statement.mechanism) }
        return hasher.finalize()
    }

    /// The acts that it speaks of or counts; `nil` where what it does may be felt at any other too: what time brings about, what is stated.
    public var acts: Set<Int>? {
        guard statements.isEmpty, duties.allSatisfy({ $0.timing.occasion == .deed }) else { return nil }
        var acts = Set(rules.map(\.act)).union(duties.map(\.act))
        for duty in duties { acts.formUnion(duty.triggers) }
        for case .counted(let spec, _, _) in (rules.flatMap(\.conditions) + duties.flatMap(\.conditions)).flatMap(\.predicates).map(\.operand) {
            acts.formUnion(spec.acts)
        }
        return acts
    }
}

extension Rule {
    public func says(sameAs other: Rule) -> Bool {
        effect == other.effect && act == other.act && scope == other.scope && conditions == other.conditions && Set(lists) == Set(other.lists)
            && (rateName == nil) == (other.rateName == nil)
    }

    /// Whether a deed that it matches leaves a trace of the rule itself: a count of its own, a consent used up.
    public var isUsedUp: Bool {
        rateName != nil || conditions.contains { $0.contains { if case .consent = $0.operand { true } else { false } } }
    }
}

extension DutyRule {
    /// When it is borne and by how many: what always stands is borne by nobody yet, and a moderator's duty is each chat's whether it is each's or not.
    private var laid: DutyTiming {
        var timing = timing
        if case .roles(let roles) = bearer, !roles.has(.moderator), !(triggers.isEmpty && timing.occasion == .deed) { return timing }
        timing.isEach = false
        return timing
    }

    public func says(sameAs other: DutyRule) -> Bool {
        bearer == other.bearer && act == other.act && scope == other.scope && triggers == other.triggers && triggerScope == other.triggerScope
            && conditions == other.conditions && laid == other.laid && object == other.object && parts == other.parts && isAboutTheSame(as: other)
    }
}

extension Statement {
    public func says(sameAs other: Statement) -> Bool {
        mechanism == other.mechanism && audience == other.audience && from == other.from && role == other.role && places == other.places
            && messenger == other.messenger
    }
}

extension Policy {
    /// What the rule at a place of a clause comes to.
    public func line(_ position: Int, ofClause clause: Int) -> CompiledLine {
        var line = CompiledLine()
        line.rules = rules.filter { $0.clause == clause && $0.position == position }
        line.duties = duties.filter { $0.clause == clause && $0.position == position }
        line.statements = statements.filter { $0.clause == clause && $0.position == position }
        return line
    }

    /// The policy with something else in place of what the rule at a place of a clause comes to.
    public func replacing(_ position: Int, ofClause clause: Int, with line: CompiledLine) -> Policy {
        func replaced<T>(_ all: [T], _ new: [T], _ place: (T) -> (Int, Int)) -> [T] {
            all.filter { place($0) < (clause, position) } + new + all.filter { place($0) > (clause, position) }
        }
        return Policy(
            id: id, title: title, platform: platform, adopted: adopted, terms: terms, clauses: clauses,
            rules: replaced(rules, line.rules) { ($0.clause, $0.position) }, duties: replaced(duties, line.duties) { ($0.clause, $0.position) },
            statements: replaced(statements, line.statements) { ($0.clause, $0.position) }, lists: lists, words: words, extends: extends,
            calendar: calendar, inForce: inForce)
    }

    /// The policy itself or, where it is another one, with that one in place of those of its name that it extends.
    public func replacing(with changed: Policy) -> Policy {
        if id == changed.id { return changed }
        guard extends.contains(where: { $0.withExtended.contains { $0.id == changed.id } }) else { return self }
        return Policy(
            id: id, title: title, platform: platform, adopted: adopted, terms: terms, clauses: clauses, rules: rules, duties: duties,
            statements: statements, lists: lists, words: words, extends: extends.map { $0.replacing(with: changed) }, calendar: calendar,
            inForce: inForce)
    }

    /// Whether it comes to the same rule by rule, in its words and its days.
    public func says(sameAs other: Policy) -> Bool {
        func all(_ policy: Policy) -> CompiledLine {
            var line = CompiledLine()
            (line.rules, line.duties, line.statements) = (policy.rules, policy.duties, policy.statements)
            return line
        }
        return all(self).says(sameAs: all(other)) && words.all.count == other.words.all.count
            && zip(words.all, other.words.all).allSatisfy { $0.name == $1.name && $0.means($1) } && calendar == other.calendar
            && inForce?.from == other.inForce?.from && inForce?.to == other.inForce?.to
    }

    /// The roles that its rules name.
    public var knownRoles: RoleSet {
        var known: RoleSet = []
        func add(_ scope: Scope) { known.formUnion((scope.by ?? []).union(scope.targets).union(scope.audience).union(scope.asRoles)) }
        func add(_ conditions: [Condition]) {
            for case .roles(let roles) in conditions.flatMap(\.predicates).map(\.operand) { known.formUnion(roles) }
        }
        for rule in rules {
            add(rule.scope)
            add(rule.conditions)
        }
        for duty in duties {
            add(duty.scope)
            add(duty.triggerScope)
            add(duty.conditions)
            if case .roles(let roles) = duty.bearer { known.formUnion(roles) }
        }
        for statement in statements { known.formUnion(statement.audience.union(statement.from).union(statement.role.map(RoleSet.init) ?? [])) }
        return known
    }
}
