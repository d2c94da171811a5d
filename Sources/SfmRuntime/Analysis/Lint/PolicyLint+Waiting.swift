import SfmPolicy
import SfmSyntax
import SfmTerms

/// Acts of which each may be done only after another: nobody can ever begin.
extension PolicyLint {
    /// What lets somebody do an act, or bars it, and what has to have been done before.
    struct Wait {
        let policy: Policy
        let place: Place?
        /// One of them has to have been done.
        let acts: [Int]
    }

    /// One way to come to an act: all the waits must be over.
    private struct Way {
        let waits: [Wait]
    }

    mutating func findWaiting() {
        let ways = ActTable.all.indices.map { self.ways(to: $0) }
        var open = Set(ActTable.all.indices.filter { ways[$0] == nil })
        var grew = true
        while grew {
            grew = false
            for (act, ways) in ways.enumerated() where !open.contains(act) {
                guard let ways, ways.contains(where: { way in way.waits.allSatisfy { !open.isDisjoint(with: $0.acts) } }) else { continue }
                open.insert(act)
                grew = true
            }
        }
        var told = Set<Int>()
        for act in ActTable.all.indices where !open.contains(act) && !told.contains(act) {
            let circle = circle(from: act, ways, open)
            let acts = Set(circle.map(\.act))
            // An act that only waits for a circle of others is mended with them.
            if acts.isDisjoint(with: told) { report(circle) }
            told.formUnion(acts)
        }
    }

    /// The ways to an act; `nil` where it waits for nothing that the policy says.
    private mutating func ways(to act: Int) -> [Way]? {
        let kind = ActTable.all[act].kind
        guard kind != .event else { return nil }
        let prior = Prerequisite.prior(to: act).map { Wait(policy: policy, place: nil, acts: supplied($0)) }
        var ways: [Way] = []
        func add(_ policy: Policy, _ place: Place, _ conditions: [Condition], _ barred: [Wait]) {
            for needs in Needs.alternatives(.and(conditions), holds: true) {
                let own = needs.compactMap { Prerequisite.acts(for: $0) }.map { Wait(policy: policy, place: place, acts: supplied($0)) }
                ways.append(Way(waits: own + barred + prior.map { Wait(policy: policy, place: place, acts: $0.acts) }))
            }
        }
        for (owner, rule) in everyRule where rule.act == act && rule.effect == .permit && rule.scope.by?.isEmpty != true {
            add(owner, Place(rule), rule.conditions, bars(act, rule.scope))
        }
        for (owner, duty) in everyDuty where duty.act == act {
            // What time brings about waits for nobody.
            if duty.triggers.isEmpty {
                add(owner, Place(duty), duty.conditions, bars(act, duty.scope))
            } else {
                add(owner, Place(duty), [], bars(act, duty.scope) + [Wait(policy: owner, place: Place(duty), acts: duty.triggers.sorted())])
            }
        }
        if kind == .liberty || ways.isEmpty {
            // A liberty needs no permission; what nobody may do is a matter of its own.
            let barred = kind == .liberty ? bars(act, Scope()) + prior : []
            return barred.isEmpty ? nil : [Way(waits: barred)]
        }
        return ways
    }

    /// Those of some acts that somebody may do; all where nobody may do any, which is warned of by itself.
    private func supplied(_ acts: [Int]) -> [Int] {
        let held = acts.filter { isHeld(Prerequisite.Need($0)) }
        return held.isEmpty ? acts : held
    }

    /// What has to have been done so that no prohibition bars an act within a scope.
    private mutating func bars(_ act: Int, _ scope: Scope) -> [Wait] {
        var out: [Wait] = []
        let shape = CallShape.of(act)
        for (owner, rule) in barring[act] ?? [] {
            guard spend() else { return out }
            guard Reach(scope, []).isCovered(by: Reach(rule.scope, []), shape) else { continue }
            let escapes = Needs.alternatives(.and(rule.conditions), holds: false)
            // Whatever else lets one out of it needs no act before.
            guard !escapes.isEmpty, escapes.allSatisfy({ !$0.isEmpty }) else { continue }
            out.append(Wait(policy: owner, place: Place(rule), acts: escapes.flatMap { $0.prefix(1) }.flatMap { Prerequisite.acts(for: $0) ?? [] }))
        }
        return out
    }

    private typealias Step = (act: Int, next: Int, wait: Wait)

    /// From an act along what it waits for until an act comes again: the circle at the end of that way.
    private func circle(from start: Int, _ ways: [[Way]?], _ open: Set<Int>) -> [Step] {
        var steps: [Step] = []
        var act = start
        while !steps.contains(where: { $0.act == act }) {
            let waits = (ways[act] ?? []).flatMap(\.waits).filter { open.isDisjoint(with: $0.acts) }
            guard let wait = waits.first, let next = wait.acts.first else { return [] }
            steps.append((act, next, wait))
            act = next
        }
        return Array(steps.drop { $0.act != act })
    }

    private mutating func report(_ circle: [Step]) {
        guard let own = circle.first(where: { $0.wait.policy === policy && $0.wait.place != nil }), let place = own.wait.place else { return }
        var related: [(Span, Text)] = []
        for step in circle {
            guard step.wait.policy === policy, let other = step.wait.place, other != place else { continue }
            related.append((span(other), Self.waits(step)))
        }
        var d = Diagnostic.waitingRules(circle.map { Self.waits($0, citing: $0.wait.place.map { $0.clause }) }, span(place))
        d.related = related
        report(d, clause: place.clause)
    }

    private static func waits(_ step: Step, citing clause: Int? = nil) -> Text {
        let (act, next) = (ActTable.all[step.act].noun, ActTable.all[step.next].noun)
        let cited = clause.map { DecisionRenderer.cite(step.wait.policy.clauses[$0].id, of: nil, .english) }
        let citedRu = clause.map { DecisionRenderer.cite(step.wait.policy.clauses[$0].id, of: nil, .russian) }
        return Text(
            "“\(act.en)” waits for “\(next.en)”" + (cited.map { " (\($0))" } ?? ""),
            "«\(act.ru)»: сначала — «\(next.ru)»" + (citedRu.map { " (\($0))" } ?? ""))
    }
}

/// What has to hold that only an act brings about, for a condition to hold or not to.
private enum Needs {
    /// Each of the alternatives is enough; one that is empty needs nothing.
    static func alternatives(_ condition: Condition, holds: Bool, most: Int = 64) -> [[Attribute]] {
        switch (condition, holds) {
        case (.and(let parts), true), (.or(let parts), false):
            var out: [[Attribute]] = [[]]
            for part in parts {
                let further = alternatives(part, holds: holds, most: most)
                // Too many to look at: in doubt nothing is needed.
                guard out.count * further.count <= most else { return [[]] }
                out = out.flatMap { a in further.map { a + $0 } }
            }
            return out
        case (.or(let parts), true), (.and(let parts), false):
            let out = parts.flatMap { alternatives($0, holds: holds, most: most) }
            return out.count <= most ? out : [[]]
        case (.not(let inner), _): return alternatives(inner, holds: !holds, most: most)
        case (.test(let predicate), _):
            guard let attribute = predicate.definition, Prerequisite.acts(for: attribute) != nil else { return [[]] }
            switch predicate.operand {
            case .flag: return [holds ? [attribute] : []]
            case .count(let sign, let n): return [sign.holds(0, n) == holds ? [] : [attribute]]
            case .term, .choice, .roles, .names, .words, .counted, .majority, .consent, .part, .time: return [[]]
            }
        }
    }
}

extension Prerequisite {
    /// The acts of which one brings about what an attribute asks; `nil` where it may hold by itself.
    static func acts(for attribute: Attribute) -> [Int]? {
        if attribute.mayHoldByItself { return nil }
        let acts = ActTable.all.indices.filter { ActTable.all[$0].supplies.attributes.contains(attribute) }
        return acts.isEmpty ? nil : acts
    }

    /// What has to have been done before an act, a choice each.
    static func prior(to act: Int) -> [[Int]] {
        table.filter { $0.isPrior && $0.reliance == .act(act) }.map { row in row.needs.map(\.act) }
    }
}

extension Diagnostic {
    static func waitingRules(_ steps: [Text], _ span: Span) -> Diagnostic {
        var d = Diagnostic(
            .waitingRules,
            Text("rules wait for each other, so that nobody can begin: ", "правила ждут друг друга, и начать никто не сможет: ") + Text.joined(steps, "; "),
            span, severity: .warning)
        d.help = [
            Text("permit one of the acts by itself, or drop one of the conditions", "разрешите одно из действий само по себе или уберите одно из условий"),
            answer,
        ]
        return d
    }
}
