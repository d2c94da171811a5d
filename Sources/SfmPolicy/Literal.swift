import SfmTerms

/// A single test that must hold, or must not, for a rule to match: what a condition asks, or what the rule says beside its act.
struct Literal {
    let question: Question
    let operand: Predicate.Operand
    let holds: Bool
    /// Whether it is about the person that the act names.
    let asksTarget: Bool

    init(_ question: Question, _ operand: Predicate.Operand, holds: Bool, asksTarget: Bool = false) {
        (self.question, self.operand, self.holds, self.asksTarget) = (question, operand, holds, asksTarget)
    }

    init(_ predicate: Predicate, holds: Bool) {
        // What stands beside the act says the same as a condition.
        if case .part(let part) = predicate.operand, let question = part.question, let operand = part.operand {
            self.init(question, operand, holds: holds)
        } else {
            self.init(predicate.question, predicate.operand, holds: holds, asksTarget: predicate.concerns.contains(.target))
        }
    }
}

/// Tests that must hold together, with what is known of the act's person.
struct Conjunction {
    var literals: [Literal] = []
    /// Whether the act must name a person, or must name none.
    var mustName = false
    var mustNotName = false

    /// Conditions as alternatives of single tests; `nil` where there are too many to look at.
    static func alternatives(_ condition: Condition, holds: Bool, most: Int = 64) -> [Conjunction]? {
        switch (condition, holds) {
        case (.and(let parts), true), (.or(let parts), false): return product(parts.map { ($0, holds) }, most)
        case (.or(let parts), true), (.and(let parts), false): return sum(parts.map { ($0, holds) }, most)
        case (.not(let inner), true):
            // Negated or not, a condition on the person never matches an act that names nobody.
            guard var out = alternatives(inner, holds: false, most: most) else { return nil }
            if inner.asksTarget { for k in out.indices { out[k].mustName = true } }
            return out
        case (.not(let inner), false):
            guard var out = alternatives(inner, holds: true, most: most) else { return nil }
            if inner.asksTarget { out.append(Conjunction(mustNotName: true)) }
            return out
        case (.test(let predicate), _):
            let literal = Literal(predicate, holds: holds)
            return [Conjunction(literals: [literal], mustName: holds && literal.asksTarget)]
        }
    }

    static func product(_ parts: [(Condition, Bool)], _ most: Int = 64) -> [Conjunction]? {
        var out = [Conjunction()]
        for (part, holds) in parts {
            guard let further = alternatives(part, holds: holds, most: most), out.count * further.count <= most else { return nil }
            if further.count == 1 {
                for k in out.indices { out[k].join(further[0]) }
            } else {
                out = out.flatMap { a in further.map { a.joined($0) } }
            }
            // Each is compared with each: of so many nobody asks whether they contradict one another.
            guard out.allSatisfy({ $0.literals.count <= mostLiterals }) else { return nil }
        }
        return out
    }

    private static func sum(_ parts: [(Condition, Bool)], _ most: Int) -> [Conjunction]? {
        var out: [Conjunction] = []
        for (part, holds) in parts {
            guard let further = alternatives(part, holds: holds, most: most), out.count + further.count <= most else { return nil }
            out += further
        }
        return out
    }

    private static let mostLiterals = 256

    private mutating func join(_ other: Conjunction) {
        literals += other.literals
        (mustName, mustNotName) = (mustName || other.mustName, mustNotName || other.mustNotName)
    }

    func joined(_ other: Conjunction) -> Conjunction {
        var copy = self
        copy.join(other)
        return copy
    }

    // MARK: - Contradictions

    /// Whether some act could pass all the tests; in doubt it could.
    func isPossible(doerIsTarget: Bool) -> Bool {
        guard !(mustName && mustNotName) else { return false }
        return countsAgree && durationsAgree && flagsAgree && choicesAgree && rolesAgree(doerIsTarget) && listsAgree && partsAgree && timesAgree
    }

    /// Whether a test that must not hold says something: of an act that names nobody it is true without saying anything.
    private func counts(_ literal: Literal) -> Bool { literal.holds || mustName || !literal.asksTarget }

    private var countsAgree: Bool {
        for question in questions({ if case .count = $0 { true } else { false } }) {
            var (low, high) = (0, Int.max)
            var excluded = Set<Int>()
            for literal in literals where literal.question == question && counts(literal) {
                guard case .count(let sign, let n) = literal.operand else { continue }
                switch (sign, literal.holds) {
                case (.equal, true): (low, high) = (max(low, n), min(high, n))
                case (.equal, false): excluded.insert(n)
                case (.greater, true), (.atMost, false): low = max(low, n == Int.max ? n : n + 1)
                case (.less, true), (.atLeast, false): high = min(high, n - 1)
                case (.atLeast, true), (.less, false): low = max(low, n)
                case (.atMost, true), (.greater, false): high = min(high, n)
                }
            }
            guard low <= high else { return false }
            if high - low < excluded.count, (low...high).allSatisfy(excluded.contains) { return false }
        }
        return true
    }

    /// What is asked in that way, each question once.
    private func questions(_ isSuch: (Predicate.Operand) -> Bool) -> [Question] {
        literals.reduce(into: []) { found, literal in
            if isSuch(literal.operand), !found.contains(literal.question) { found.append(literal.question) }
        }
    }

    private var durationsAgree: Bool { questions { if case .term = $0 { true } else { false } }.allSatisfy(durationsAgree) }

    private func durationsAgree(_ question: Question) -> Bool {
        // What must not hold is true as well of an act without a term, unless something else demands one.
        let isStated = literals.contains { $0.question == question && $0.holds }
        guard isStated else { return true }
        var lows: [(Duration, isStrict: Bool)] = []
        var highs: [(Duration, isStrict: Bool)] = []
        for literal in literals {
            guard literal.question == question, case .term(let sign, let d) = literal.operand else { continue }
            switch (sign, literal.holds) {
            case (.equal, true):
                lows.append((d, false))
                highs.append((d, false))
            case (.equal, false): continue
            case (.greater, true): lows.append((d, true))
            case (.atLeast, true): lows.append((d, false))
            case (.less, true): highs.append((d, true))
            case (.atMost, true): highs.append((d, false))
            case (.atMost, false): lows.append((d, true))
            case (.less, false): lows.append((d, false))
            case (.atLeast, false): highs.append((d, true))
            case (.greater, false): highs.append((d, false))
            }
        }
        return lows.allSatisfy { low in
            highs.allSatisfy { high in
                if low.0 == high.0 { return !low.isStrict && !high.isStrict }
                return low.0.shortest <= high.0.longest
            }
        }
    }

    private var flagsAgree: Bool {
        var seen: [Question: Bool] = [:]
        for literal in literals where literal.operand == .flag && counts(literal) {
            if seen.updateValue(literal.holds, forKey: literal.question) == !literal.holds { return false }
        }
        return true
    }

    private var choicesAgree: Bool {
        var left: [Question: UInt32] = [:]
        // A message is always of some kind.
        left[.message] = ChoiceSet(Mood.allCases).bits
        for literal in literals where literal.holds { if case .choice(let values) = literal.operand { left[literal.question, default: .max] &= values } }
        // Nothing else has to be one of them unless something demands it.
        for literal in literals where !literal.holds { if case .choice(let values) = literal.operand { left[literal.question]? &= ~values } }
        return !left.values.contains(0)
    }

    private func rolesAgree(_ doerIsTarget: Bool) -> Bool {
        var actor: [(RoleSet, Bool)] = []
        var target: [(RoleSet, Bool)] = []
        var stated: [(RoleSet, Bool)] = []
        for literal in literals where counts(literal) {
            guard case .roles(let set) = literal.operand else { continue }
            switch literal.question {
            case .doer: actor.append((set, literal.holds))
            case .person: target.append((set, literal.holds))
            case .givenRole: stated.append((set, literal.holds))
            case .message, .purpose, .reason, .term, .subject, .initiative, .attribute, .part, .time: break
            }
        }
        if doerIsTarget { (actor, target) = (actor + target, []) }
        // An act states one role; a person may have several, with everything that they bring along.
        let states = stated.contains(where: \.1)
        let isStatable = !states || Role.allCases.contains { role in stated.allSatisfy { $0.0.has(role) == $0.1 } }
        return isStatable && Self.isPerson(actor) && Self.isPerson(target)
    }

    private static func isPerson(_ tests: [(RoleSet, Bool)]) -> Bool {
        let barred = tests.filter { !$0.1 }.reduce(into: RoleSet()) { $0.formUnion($1.0) }
        return tests.filter(\.1).allSatisfy { wanted, _ in wanted.roles.contains { RoleSet($0).closed.isDisjoint(with: barred) } }
            && !barred.has(.anyone)
    }

    /// No part that must be there is one that must not be.
    private var partsAgree: Bool {
        let tests = literals.compactMap { literal -> (test: PartTest, holds: Bool)? in
            if case .part(let test) = literal.operand { (test, literal.holds) } else { nil }
        }
        let denied = tests.filter { !$0.holds }
        return tests.filter(\.holds).allSatisfy { wanted in !denied.contains { wanted.test.implies($0.test) } }
    }

    /// Nothing that is asked of time must both be so and not be so.
    private var timesAgree: Bool {
        let asked = literals.filter { if case .time = $0.operand { counts($0) } else { false } }
        let denied = Set(asked.filter { !$0.holds }.map(\.operand))
        return denied.isEmpty || !asked.contains { $0.holds && denied.contains($0.operand) }
    }

    private var listsAgree: Bool { questions { if case .names = $0 { true } else { false } }.allSatisfy(listsAgree) }

    private func listsAgree(_ question: Question) -> Bool {
        var left: Set<String>?
        for literal in literals where literal.question == question && literal.holds {
            guard case .names(_, let items) = literal.operand else { continue }
            let folded = Set(items.map(Predicate.folded))
            left = left.map { $0.intersection(folded) } ?? folded
        }
        for literal in literals where literal.question == question && !literal.holds {
            guard case .names(_, let items) = literal.operand else { continue }
            left?.subtract(items.map(Predicate.folded))
        }
        return left?.isEmpty != true
    }
}

extension Duration {
    /// In minutes, where every month is as short or as long as a month can be.
    fileprivate var shortest: Int64 { Int64(months) * 28 * 1440 + Int64(days) * 1440 + Int64(minutes) }
    fileprivate var longest: Int64 { Int64(months) * 31 * 1440 + Int64(days) * 1440 + Int64(minutes) }
}
