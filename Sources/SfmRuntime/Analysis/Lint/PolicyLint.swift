import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// What is written correctly and yet cannot be meant: rules that never apply, powers that nobody has.
public struct PolicyLint {
    /// What was found, and whether the clause that it points at explains itself in a note.
    public struct Finding: Sendable {
        public let diagnostic: Diagnostic
        public let isAnswered: Bool
    }

    let node: PolicyNode
    let policy: Policy
    /// The policy with those that it extends.
    let everyRule: [(policy: Policy, rule: Rule)]
    let everyDuty: [(policy: Policy, rule: DutyRule)]
    /// The prohibitions that hold under conditions, by act.
    let barring: [Int: [(policy: Policy, rule: Rule)]]
    /// The policy's own, by the rule as it is written.
    let rulesAt: [Place: [Rule]]
    let dutiesAt: [Place: [DutyRule]]
    var findings: [Finding] = []
    /// The policies at hand that extend it.
    var extending: [Policy] = []
    /// Which of these times are never at once, none where they are, as far as it has been found out: it takes a walk of years.
    private var apart: [[TimeTest]: [TimeTest]] = [:]
    /// Tests of time that may be asked yet.
    private var timesLeft = 5_000_000
    /// Comparisons left: a policy of thousands of rules is not compared rule by rule with itself.
    private var budget = 50_000

    private init(_ node: PolicyNode, _ policy: Policy) {
        (self.node, self.policy) = (node, policy)
        rulesAt = Dictionary(grouping: policy.rules) { Place($0) }
        dutiesAt = Dictionary(grouping: policy.duties) { Place($0) }
        everyRule = policy.withExtended.flatMap { policy in policy.rules.map { (policy, $0) } }
        barring = Dictionary(grouping: everyRule.filter { $0.rule.effect == .forbid && !$0.rule.conditions.isEmpty }) { $0.rule.act }
        everyDuty = policy.withExtended.flatMap { policy in policy.duties.map { (policy, $0) } }
    }

    /// What is found in a policy; others beside it may extend it, and use its words.
    public static func findings(_ node: PolicyNode, _ policy: Policy, among others: [Policy] = []) -> [Finding] {
        var lint = PolicyLint(node, policy)
        lint.extending = others.filter { other in other !== policy && other.withExtended.contains { $0 === policy } }
        lint.findEmptyClauses()
        lint.findDutiesWithoutTerm()
        let dead = lint.findImpossible()
        lint.findCovered(except: dead)
        lint.findSame()
        lint.findWithoutHolder()
        lint.findWaiting()
        lint.findIdleWords()
        return lint.findings
    }

    mutating func report(_ diagnostic: Diagnostic, clause: Int) {
        findings.append(Finding(diagnostic: diagnostic, isAnswered: !node.clauses[clause].notes.isEmpty))
    }

    /// Where a rule stands.
    struct Place: Hashable, Comparable {
        let clause: Int
        let position: Int

        init(clause: Int, position: Int) { (self.clause, self.position) = (clause, position) }
        init(_ rule: Rule) { (clause, position) = (rule.clause, rule.position) }
        init(_ rule: DutyRule) { (clause, position) = (rule.clause, rule.position) }
        init(_ statement: Statement) { (clause, position) = (statement.clause, statement.position) }

        static func < (a: Place, b: Place) -> Bool { (a.clause, a.position) < (b.clause, b.position) }
    }

    func span(_ place: Place) -> Span { node.clauses[place.clause].rules[place.position].span }

    mutating func spend() -> Bool {
        budget -= 1
        return budget > 0
    }

    // MARK: - Clauses and terms

    private mutating func findEmptyClauses() {
        for (k, clause) in node.clauses.enumerated() where clause.rules.isEmpty && clause.notes.isEmpty && clause.lists.isEmpty {
            report(.emptyClause(clause.id, clause.idSpan), clause: k)
        }
    }

    private mutating func findDutiesWithoutTerm() {
        var seen = Set<Place>()
        for duty in policy.duties where !duty.triggers.isEmpty && duty.term == nil && seen.insert(Place(duty)).inserted {
            report(.dutyWithoutTerm(span(Place(duty))), clause: duty.clause)
        }
        for duty in policy.duties where duty.triggers.isEmpty && duty.timing.occasion == .deed && duty.term == nil {
            guard Self.isTimed(duty.conditions), seen.insert(Place(duty)).inserted else { continue }
            let days = Self.days(duty.conditions).map { days in CalendarReading.inBoth { $0.recurrence(days) } }
            report(days.map { .dutyOnDays(span(Place(duty)), $0) } ?? .dutyWithoutTerm(span(Place(duty))), clause: duty.clause)
        }
    }

    /// Whether it speaks at some times only.
    private static func isTimed(_ conditions: [Condition]) -> Bool {
        conditions.contains { condition in
            guard case .test(let predicate) = condition, case .time(.window, _) = predicate.operand else { return false }
            return true
        }
    }

    /// «Обязан … по понедельникам»: the days, as a recurrence.
    private static func days(_ conditions: [Condition]) -> Recurrence? {
        for case .test(let predicate) in conditions {
            switch predicate.operand {
            case .time(.window(.weekdays(let days)), _): return Recurrence(.weekdays(days))
            case .time(.window(.workingDays), _): return Recurrence(.workingDay)
            case .time(.window(.weekends), _): return Recurrence(.weekdays(.weekend))
            default: continue
            }
        }
        return nil
    }

    // MARK: - Rules that never apply

    private mutating func findImpossible() -> Set<Place> {
        var out = Set<Place>()
        for rule in policy.rules {
            let shape = CallShape.of(rule.act)
            if ActTable.all[rule.act].kind == .event {
                out.insert(Place(rule))
                report(.impossibleRule(.event, rule.act, span(Place(rule))), clause: rule.clause)
            } else if let gap = Reach(rule.scope, rule.conditions).gap(shape), !(gap == .nobody && rule.effect == .permit) {
                if out.insert(Place(rule)).inserted { report(.impossibleRule(.gap(gap), rule.act, span(Place(rule))), clause: rule.clause) }
            } else if let tests = timesApart(rule.conditions), out.insert(Place(rule)).inserted {
                report(.impossibleRule(.times(tests), rule.act, span(Place(rule))), clause: rule.clause)
            }
        }
        for duty in policy.duties {
            let own = duty.triggers.isEmpty ? duty.conditions : []
            if let gap = Reach(duty.scope, duty.parts.map(Condition.part) + own).gap(.of(duty.act)) {
                if out.insert(Place(duty)).inserted { report(.impossibleRule(.gap(gap), duty.act, span(Place(duty))), clause: duty.clause) }
                continue
            }
            if let tests = timesApart(duty.conditions) {
                if out.insert(Place(duty)).inserted { report(.impossibleRule(.times(tests), duty.act, span(Place(duty))), clause: duty.clause) }
                continue
            }
            // One of the events that it arises from is enough.
            let gaps = duty.triggers.sorted().map { ($0, Reach(duty.triggerScope, duty.conditions).gap(.of($0))) }
            guard let (act, gap) = gaps.first, let gap, gaps.allSatisfy({ $0.1 != nil }) else { continue }
            if out.insert(Place(duty)).inserted { report(.impossibleRule(.gap(gap), act, span(Place(duty))), clause: duty.clause) }
        }
        return out
    }

    /// What conditions ask of time, where that never holds at once.
    private mutating func timesApart(_ conditions: [Condition]) -> [TimeTest]? {
        var calendar: SchoolCalendar?
        let tests = conditions.compactMap { condition -> TimeTest? in
            guard case .test(let predicate) = condition, case .time(let test, let own) = predicate.operand else { return nil }
            calendar = calendar ?? own
            return test
        }
        // Of a policy without a calendar the script says which days are worked on.
        guard tests.count > 1, calendar != nil || !tests.contains(where: \.asksTheCalendar) else { return nil }
        if let known = apart[tests] { return known.isEmpty ? nil : known }
        var needed = TimeTest.areEverAtOnce(tests, calendar ?? .standard, left: &timesLeft) ? [] : tests
        // What does not matter is not told.
        for test in needed where needed.count > 1 && timesLeft >= 0 {
            let rest = needed.filter { $0 != test }
            if !TimeTest.areEverAtOnce(rest, calendar ?? .standard, left: &timesLeft) { needed = rest }
        }
        apart[tests] = needed
        return needed.isEmpty ? nil : needed
    }

    /// Permits that a prohibition always takes back.
    private mutating func findCovered(except dead: Set<Place>) {
        let forbids = Dictionary(grouping: everyRule.filter { $0.rule.effect == .forbid }) { $0.rule.act }
        var seen = Set<Place>()
        for permit in policy.rules where permit.effect == .permit && !dead.contains(Place(permit)) {
            let reach = Reach(permit.scope, permit.conditions)
            for (owner, forbid) in forbids[permit.act] ?? [] {
                guard spend() else { return }
                guard reach.isCovered(by: Reach(forbid.scope, forbid.conditions), .of(permit.act)) else { continue }
                guard seen.insert(Place(permit)).inserted else { break }
                let own = owner === policy ? span(Place(forbid)) : nil
                let clause = owner.clauses[forbid.clause].id
                report(.coveredPermit(permit.act, by: clause, of: own == nil ? owner.id : nil, own, span(Place(permit))), clause: permit.clause)
                break
            }
        }
    }

    // MARK: - Clauses that say the same

    private mutating func findSame() {
        var seen = Set<Place>()
        var rules: [Int: [Rule]] = [:]
        for rule in policy.rules {
            guard budget > 0 else { break }
            let earlier = rules[rule.act, default: []].first { other in spend() && other.clause != rule.clause && Self.isSame(rule, other) }
            rules[rule.act, default: []].append(rule)
            if let earlier { reportSame(Place(rule), Place(earlier), &seen) }
        }
        var duties: [Int: [DutyRule]] = [:]
        for duty in policy.duties {
            guard budget > 0 else { break }
            let earlier = duties[duty.act, default: []].first { other in spend() && other.clause != duty.clause && Self.isSame(duty, other) }
            duties[duty.act, default: []].append(duty)
            if let earlier { reportSame(Place(duty), Place(earlier), &seen) }
        }
        for (k, statement) in policy.statements.enumerated() {
            let earlier = policy.statements[..<k].first { other in spend() && other.clause != statement.clause && other.says(sameAs: statement) }
            if let earlier { reportSame(Place(statement), Place(earlier), &seen) }
        }
    }

    private static func isSame(_ a: Rule, _ b: Rule) -> Bool {
        guard a.effect == b.effect else { return false }
        let (x, y, shape) = (Reach(a.scope, a.conditions), Reach(b.scope, b.conditions), CallShape.of(a.act))
        return x.isCovered(by: y, shape) && y.isCovered(by: x, shape)
    }

    private static func isSame(_ a: DutyRule, _ b: DutyRule) -> Bool {
        a.bearer == b.bearer && a.scope == b.scope && a.parts == b.parts && a.triggers == b.triggers && a.triggerScope == b.triggerScope
            && a.conditions == b.conditions && a.timing.occasion == b.timing.occasion && a.timing.isEach == b.timing.isEach && a.isAboutTheSame(as: b)
    }

    private mutating func reportSame(_ later: Place, _ earlier: Place, _ seen: inout Set<Place>) {
        guard seen.insert(later).inserted else { return }
        report(.sameClause(node.clauses[earlier.clause].id, span(earlier), span(later)), clause: later.clause)
    }
}

extension CallShape {
    /// What the calls of an act look like, from its forms.
    static func of(_ act: Int) -> CallShape { shapes[act] }

    private static let shapes: [CallShape] = ActTable.all.indices.map { index in
        let act = ActTable.all[index]
        let parts = Sfm.grammar.actParts[index]
        let slots = Set(parts.map(\.slot)).subtracting(act.creates.slots.filter { $0 != .target })
        var shape = CallShape()
        shape.namesTarget = slots.contains(.target) || slots.contains(.invitee) || act.forms.doerIsTarget
        shape.hasDoer = !act.isDoneByWorld
        shape.doerIsTarget = act.forms.doerIsTarget
        shape.alwaysNamesTarget = act.definite.contains(.target) || parts.contains { $0.slot == .target && $0.required }
        shape.namesRole = slots.contains(.role) || slots.contains(.invitee)
        shape.hasChat = slots.contains(.chat) || slots.contains(.place)
        shape.hasAudience = slots.contains(.audience)
        shape.hasSubject = slots.contains(.subject)
        shape.hasInitiative = slots.contains(.collective)
        shape.hasMood = slots.contains(.mood)
        shape.hasField = slots.contains(.field)
        shape.hasAttachments = slots.contains(.attachment)
        shape.hasPurpose = slots.contains(.purpose)
        shape.hasTerm = slots.contains(.duration) || slots.contains(.until) || slots.contains(.at)
        shape.hasNumber = slots.contains(.number)
        shape.parts = ChoiceSet(parts.compactMap { CallPart($0.slot) })
        if slots.contains(.place) || slots.contains(.chat) { shape.parts.insert(.chat) }
        if slots.contains(.place) { shape.parts.insert(.group) }
        if slots.contains(.place) { shape.places = ChoiceSet([.chat, .group, .school, .staffRoom]) }
        if slots.contains(.chat) { shape.places.insert(.chat) }
        if slots.contains(.group) { shape.places.insert(.group) }
        if slots.contains(.channel) { shape.places.insert(.channel) }
        return shape
    }
}
