import SfmTerms

/// A single test that must hold, or must not, for a rule to match.
struct Literal {
    let test: Condition
    let holds: Bool
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
        // What stands beside the act says the same as a condition.
        case (.part(.purposes(let set)), _): return [Conjunction(literals: [Literal(test: .purpose(set), holds: holds)])]
        case (.part(.reasons(let set)), _): return [Conjunction(literals: [Literal(test: .reason(set), holds: holds)])]
        default: return [Conjunction(literals: [Literal(test: condition, holds: holds)], mustName: holds && condition.asksTarget)]
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
        return countsAgree && durationsAgree && flagsAgree && choicesAgree && rolesAgree(doerIsTarget) && listsAgree && partsAgree
    }

    /// Whether a test that must not hold says something: of an act that names nobody it is true without saying anything.
    private func counts(_ literal: Literal) -> Bool { literal.holds || mustName || !literal.test.asksTarget }

    private var countsAgree: Bool {
        for attribute in [Attribute.violations, .objections] {
            var (low, high) = (0, Int.max)
            var excluded = Set<Int>()
            for literal in literals where counts(literal) {
                guard case .count(attribute, let sign, let n) = literal.test else { continue }
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

    private var durationsAgree: Bool {
        // What must not hold is true as well of an act without a term, unless something else demands one.
        let isStated = literals.contains { if case .duration = $0.test { $0.holds } else { false } }
        guard isStated else { return true }
        var lows: [(Duration, isStrict: Bool)] = []
        var highs: [(Duration, isStrict: Bool)] = []
        for literal in literals {
            guard case .duration(let sign, let d) = literal.test else { continue }
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
        var seen: [Attribute: Bool] = [:]
        for literal in literals where counts(literal) {
            guard case .flag(let attribute) = literal.test else { continue }
            if seen.updateValue(literal.holds, forKey: attribute) == !literal.holds { return false }
        }
        return true
    }

    private var choicesAgree: Bool {
        let reasons = Self.remaining(literals) { if case .reason(let set) = $0 { set } else { nil } }
        let purposes = Self.remaining(literals) { if case .purpose(let set) = $0 { set } else { nil } }
        // A message is always of some kind.
        let moods = Self.remaining(literals + [Literal(test: .mood(ChoiceSet(Mood.allCases)), holds: true)]) {
            if case .mood(let set) = $0 { set } else { nil }
        }
        return reasons != [] && purposes != [] && moods != []
    }

    /// The values that are left, or `nil` where nothing demands one.
    private static func remaining<E: CaseIterable & RawRepresentable & Sendable>(
        _ literals: [Literal], _ set: (Condition) -> ChoiceSet<E>?
    ) -> [E]? where E.RawValue == UInt8 {
        guard literals.contains(where: { $0.holds && set($0.test) != nil }) else { return nil }
        return E.allCases.filter { value in literals.allSatisfy { l in set(l.test).map { $0.contains(value) == l.holds } ?? true } }
    }

    private func rolesAgree(_ doerIsTarget: Bool) -> Bool {
        var actor: [(RoleSet, Bool)] = []
        var target: [(RoleSet, Bool)] = []
        var stated: [(RoleSet, Bool)] = []
        for literal in literals where counts(literal) {
            switch literal.test {
            case .actorRole(let set): actor.append((set, literal.holds))
            case .targetRole(let set): target.append((set, literal.holds))
            case .role(let set): stated.append((set, literal.holds))
            default: break
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
            if case .part(let test) = literal.test { (test, literal.holds) } else { nil }
        }
        let denied = tests.filter { !$0.holds }
        return tests.filter(\.holds).allSatisfy { wanted in !denied.contains { wanted.test.implies($0.test) } }
    }

    private var listsAgree: Bool {
        var left: Set<String>?
        for literal in literals {
            guard case .listed(_, let items) = literal.test, literal.holds else { continue }
            let folded = Set(items.map { $0.lowercased() })
            left = left.map { $0.intersection(folded) } ?? folded
        }
        for literal in literals {
            guard case .listed(_, let items) = literal.test, !literal.holds else { continue }
            left?.subtract(items.map { $0.lowercased() })
        }
        return left?.isEmpty != true
    }
}

extension Duration {
    /// In minutes, where every month is as short or as long as a month can be.
    fileprivate var shortest: Int64 { Int64(months) * 28 * 1440 + Int64(days) * 1440 + Int64(minutes) }
    fileprivate var longest: Int64 { Int64(months) * 31 * 1440 + Int64(days) * 1440 + Int64(minutes) }
}
