import SfmModel
import SfmTerms

/// The policies in force, indexed by act; made when a policy comes into force, then read only.
public final class PolicySet: Sendable {
    public struct Indexed<T: Sendable>: Sendable {
        public let clause: ClauseRef
        public let rule: T
    }

    public let policies: [Policy]
    public let forbids: [[Indexed<Rule>]]
    public let permits: [[Indexed<Rule>]]
    /// Duties by the act they demand, and by the act or event they arise from.
    public let dutiesByAct: [[Indexed<DutyRule>]]
    public let dutiesByTrigger: [[Indexed<DutyRule>]]
    public let standing: [Indexed<DutyRule>]
    public let statements: [Indexed<Statement>]
    /// The words that they declare, and those of which two of them mean another thing each.
    public let words: OwnWords
    public let clashes: [(word: OwnWord, policy: Policy)]
    /// Duties that time, a state or a policy's coming into force brings about, in an order that a further policy leaves as it is.
    public let timed: [Indexed<DutyRule>]

    /// Of which acts some rule names a part by its name or its term, so that calls have to say theirs (`Request.said`).
    public let asksParts: [Bool]

    /// Of which acts some prohibition, or some duty that they give rise to, asks how old somebody is.
    public let asksAges: [Bool]

    /// The acts that some rule counts beyond what the world keeps of them.
    public let isCounted: [Bool]
    /// The rules of an act that say how often is too often.
    public let rates: [[Rule]]
    /// Whose consents rules of an act ask for.
    public let consents: [[ConsentSpec]]
    /// Whether groups are followed into chats.
    public let following: [Statement]

    /// The prohibitions and permits, laid out for deciding.
    let code: CompiledRules

    /// The limits that are asked about at an act: the place of the policy and that of the limit in it.
    public let limits: [[(policy: Int, limit: Int)]]

    /// By duty: see `limits(of:)`.
    private let limitsByDuty: [ObjectIdentifier: [Int]]

    /// By act: see `weight(of:)`.
    private let weights: [Int]

    /// Who is told of every act that is asked about or done, where somebody wants to know.
    public let asked: AskedActs?

    public static let empty = PolicySet([], actCount: 0)

    public init(_ policies: [Policy], actCount: Int, asked: AskedActs? = nil) {
        self.asked = asked
        var all: [Policy] = []
        var seen = Set<String>()
        for policy in policies.flatMap(\.withExtended) where seen.insert(policy.id).inserted { all.append(policy) }
        self.policies = all
        var forbids = Array(repeating: [Indexed<Rule>](), count: actCount)
        var permits = forbids
        var byAct = Array(repeating: [Indexed<DutyRule>](), count: actCount)
        var byTrigger = byAct
        var standing: [Indexed<DutyRule>] = []
        var timed: [Indexed<DutyRule>] = []
        var statements: [Indexed<Statement>] = []
        var words = OwnWords()
        var clashes: [(word: OwnWord, policy: Policy)] = []
        for policy in all { for word in policy.words.all where words.add(word) != nil { clashes.append((word, policy)) } }
        (self.words, self.clashes) = (words, clashes)
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
                if rule.timing.occasion != .deed { timed.append(entry) }
            }
            for (k, limit) in policy.limits.enumerated() where !limit.isTerm && !limit.isOfState {
                for act in limit.acts { limits[act].append((p, k)) }
            }
            for statement in policy.statements {
                statements.append(Indexed(clause: ClauseRef(policy: p, clause: statement.clause), rule: statement))
            }
        }
        (self.forbids, self.permits, dutiesByAct, dutiesByTrigger) = (forbids, permits, byAct, byTrigger)
        (self.standing, self.statements, self.limits) = (standing, statements, limits)
        var byDuty: [ObjectIdentifier: [Int]] = [:]
        for policy in all {
            for (k, limit) in policy.limits.enumerated() where limit.isTerm || limit.isOfState {
                if let duty = limit.duty { byDuty[ObjectIdentifier(duty), default: []].append(k) }
            }
        }
        limitsByDuty = byDuty
        self.timed = timed
        code = CompiledRules(forbids: forbids, permits: permits)
        var asked = Array(repeating: false, count: actCount)
        for rule in all.flatMap(\.rules) where rule.conditions.contains(where: \.asksPart) { asked[rule.act] = true }
        for duty in all.flatMap(\.duties) {
            if !duty.parts.isEmpty { asked[duty.act] = true }
            if duty.conditions.contains(where: \.asksPart) { for act in duty.isStanding ? [duty.act] : duty.triggers { asked[act] = true } }
        }
        asksParts = asked
        func asksAge(_ conditions: [Condition]) -> Bool { conditions.contains { $0.ages.ofTarget || $0.ages.ofActor } }
        asksAges = (0..<actCount).map { act in
            forbids[act].contains { asksAge($0.rule.conditions) } || byTrigger[act].contains { asksAge($0.rule.conditions) }
        }
        var counted = Array(repeating: false, count: actCount)
        var agreed = Array(repeating: [ConsentSpec](), count: actCount)
        let norms = all.flatMap { $0.rules.map { ($0.act, $0.conditions) } + $0.duties.map { ($0.act, $0.conditions) } }
        for case .counted(let spec, _, _) in (norms.flatMap(\.1) + words.all.flatMap(\.conditions)).flatMap(\.predicates).map(\.operand) {
            for act in spec.acts where act < actCount { counted[act] = true }
        }
        for (act, conditions) in norms {
            for case .consent(let spec) in conditions.flatMap(\.predicates).map(\.operand) where !agreed[act].contains(spec) { agreed[act].append(spec) }
        }
        (isCounted, consents) = (counted, agreed)
        rates = forbids.map { $0.map(\.rule).filter { $0.rateName != nil } }
        following = statements.map(\.rule).filter { $0.mechanism == .membersFollow }
        weights = (0..<actCount).map { act in
            (forbids[act] + permits[act]).reduce(0) { $0 + 1 + $1.rule.conditions.reduce(0) { $0 + $1.size } }
                + byAct[act].reduce(0) { $0 + 1 + $1.rule.conditions.reduce(0) { $0 + $1.size } }
        }
    }

    public var isEmpty: Bool { policies.isEmpty }

    /// How much there is to ask where an act is decided about: its prohibitions, permits and duties, each with its conditions.
    public func weight(of act: Int) -> Int { isEmpty ? 0 : weights[act] }

    /// The places in its policy of the limits that are looked at where a duty's states begin and end, and where its term passes.
    public func limits(of rule: DutyRule) -> [Int] { limitsByDuty[ObjectIdentifier(rule)] ?? [] }

    public var ruleCount: Int { policies.reduce(0) { $0 + $1.rules.count + $1.duties.count } }

    public func clause(_ ref: ClauseRef) -> Clause { policies[Int(ref.policy)].clauses[Int(ref.clause)] }

    public func policy(_ ref: ClauseRef) -> Policy { policies[Int(ref.policy)] }

    public func clauses(stating mechanism: Mechanism) -> [ClauseRef] {
        statements.filter { $0.rule.mechanism == mechanism }.map(\.clause)
    }

    /// The clauses of that id in any policy, or in the one named.
    public func find(clause id: String, policy: String? = nil) -> [ClauseRef] {
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
    public func has(_ id: String, _ ref: ClauseRef) -> Bool {
        let home = policy(ref)
        if home.id == id { return true }
        guard let named = policies.first(where: { $0.id == id }), named.withExtended.contains(where: { $0.id == home.id }) else { return false }
        let clause = clause(ref).id
        return !named.clauses.contains { $0.id == clause }
    }
}
