import SfmTerms

/// A tree as text without spans: two texts that mean the same have the same dump, whatever language they are in.
///
/// Parts stand in the order of their slots, and the doer of an act that is marked so is its actor wherever it was written.
public struct TreeDump: Sendable {
    let grammar: Grammar
    let names: Names

    public init(grammar: Grammar, names: Names) { (self.grammar, self.names) = (grammar, names) }

    // MARK: - Scripts

    /// One line for every item, step, clause and rule.
    public func dump(_ script: ScriptNode) -> String {
        var out: [String] = []
        for policy in script.policies { out += lines(policy) }
        out += script.calendar.lines.map { "calendar " + dump($0.line) }
        for use in script.uses { out.append("use \(quoted(use.name))") }
        for include in script.includes { out.append("include \(quoted(include.name))") }
        if script.hasBackground { out.append("background") }
        out += script.background.flatMap { lines($0, indent: "  ") }
        for scenario in script.scenarios {
            out.append("\(scenario.exploration == nil ? "scenario" : "exploration") \(scenario.title) \(scenario.tags)")
            if let mark = scenario.mark { out.append("  \(mark.kind) \(mark.reason)") }
            out += scenario.steps.flatMap { lines($0, indent: "  ") }
            out += scenario.exploration?.lines.map { "  " + dump($0) } ?? []
        }
        for exercise in script.exercises { out += lines(exercise) }
        out += script.looseSteps.flatMap { lines($0, indent: "") }
        return out.map { $0 + "\n" }.joined()
    }

    /// A step; the steps of a `repeat` follow it.
    public func dump(_ step: StepNode) -> String { lines(step, indent: "").joined(separator: "\n") }

    private func lines(_ step: StepNode, indent: String) -> [String] {
        switch step.kind {
        case .repeated(let count, let inner): return [indent + "repeat \(count)"] + inner.flatMap { lines($0, indent: indent + "  ") }
        case .given(let fact): return [indent + "given " + dump(fact)]
        case .act(let act): return [indent + dump(act)]
        case .expectFact(let fact): return [indent + "expect " + dump(fact)]
        case .expectDecision(let decision, let clauses, let act):
            return [indent + "expect \(decision) \(clauses.map(dump)): " + dump(act)]
        case .force(let act): return [indent + "force " + dump(act)]
        case .advance(let duration): return [indent + "advance " + duration.text.en]
        case .advanceTo(let goal): return [indent + "advance " + CalendarPrinter(.english).goal(goal).rest]
        case .today(let instant, let hasTime): return [indent + "today " + (hasTime ? instant.text : instant.dayText)]
        case .fulfilDuties: return [indent + "fulfil duties"]
        case .actAs(let person): return [indent + "as " + (person.map(dump) ?? "anyone")]
        case .usePolicy(let reference): return [indent + "use \(quoted(reference.name))"]
        case .beginning: return []
        case .include(let name, _): return [indent + "include \(quoted(name))"]
        }
    }

    // MARK: - Exercises

    private func lines(_ exercise: ExerciseNode) -> [String] {
        var out = ["exercise \(exercise.title) \(exercise.tags) \(exercise.points.map(String.init) ?? "-")"]
        out += exercise.story.map { "  story \($0)" }
        out += exercise.steps.flatMap { lines($0, indent: "  ") }
        out += exercise.goals.map { "  goal " + dump($0) }
        out += exercise.hints.map { "  hint \($0)" }
        out += exercise.offLimits.map { "  off limits " + dump($0) }
        if let solution = exercise.solution { out += ["  solution"] + solution.flatMap { lines($0, indent: "    ") } }
        return out
    }

    func dump(_ goal: GoalNode) -> String { "\(goal.title ?? "-"): " + dump(goal.fact) }

    func dump(_ node: OffLimitsNode) -> String { dump(node.acts) + " \(node.words) \(node.reason ?? "-")" }

    // MARK: - Explorations

    func dump(_ line: ExplorationLine) -> String {
        switch line {
        case .people(let people): "people " + people.map(dump).joined(separator: ", ")
        case .acts(let acts): "acts " + dump(acts)
        case .within(let steps): "within \(steps)"
        case .againstPolicy: "against the policy"
        case .property(let property): "\(property.kind) " + property.facts.map(dump).joined(separator: " and ")
        }
    }

    // MARK: - Acts and facts

    public func dump(_ act: ActNode) -> String {
        var slots = act.slots
        var actor = act.actor.map(dump)
        if grammar.acts[act.act].doerIsTarget, let doer = act.slot(.target), case .people(let people) = doer.value, people.count == 1 {
            let name = dump(people[0])
            if actor == nil || actor == name {
                actor = name
                slots.removeAll { $0.slot == .target }
            }
        }
        return (actor.map { $0 + ": " } ?? "") + grammar.acts[act.act].id + dump(slots)
    }

    public func dump(_ fact: FactNode) -> String {
        (fact.negated ? "not " : "") + grammar.facts[fact.fact].id + dump(fact.slots)
    }

    private func dump(_ slots: [SlotNode]) -> String {
        // There is one school: «школы» without its name says nothing.
        slots.filter { if case (.school, .name(nil)) = ($0.slot, $0.value) { false } else { true } }.sorted { $0.slot.rawValue < $1.slot.rawValue }.map {
            " {\($0.slot) \($0.file.map { "from " + quoted($0) } ?? dump($0.value))}"
        }.joined()
    }

    private func dump(_ value: SlotValue) -> String {
        switch value {
        case .people(let people): people.map(dump).joined(separator: ", ")
        case .role(let role): "\(role)"
        case .audience(let audience): (audience.roles.map { "\($0)" } + audience.people.map(dump)).joined(separator: ", ")
        case .place(let kind, let name): "\(kind) " + (name.map(quoted) ?? "-")
        case .name(let name): name.map(quoted) ?? "-"
        case .names(let all): all.map(quoted).joined(separator: ", ")
        case .duration(let duration): duration.text.en
        case .date(let instant, let hasTime): hasTime ? instant.text : instant.dayText
        case .number(let n): "\(n)"
        case .compare(let sign, let n): "\(sign.sign) \(n)"
        case .choice(let raw): "\(raw)"
        case .namedChoice(let raw, let name): "\(raw)" + (name == .absent ? "" : " " + quoted(name))
        case .reason(let reason, let name): name.map(quoted) ?? "\(reason)"
        case .flag: "yes"
        case .clause(let clause): dump(clause)
        case .act(let act): dump(act)
        }
    }

    private func dump(_ person: PersonNode) -> String {
        switch person {
        case .handle(let name, _): names[name]
        case .role(let role, _): "the \(role)"
        }
    }

    private func dump(_ clause: ClauseNode) -> String { (clause.isDenied ? "not " : "") + names[clause.id] + (clause.policy.map { " of " + quoted($0) } ?? "") }

    private func quoted(_ name: NameID) -> String { FormPrinter.source(names[name]) }

    // MARK: - Policies

    private func lines(_ policy: PolicyNode) -> [String] {
        var out = ["policy \(policy.id) title \(dump(policy.title)) platform \(dump(policy.platform))"]
        if let adopted = policy.adopted { out.append("  adopted \(adopted.date.dayText) \(adopted.order ?? "-")") }
        out += policy.calendar.lines.map { "  calendar " + dump($0.line) }
        for reference in policy.extends { out.append("  extends \(quoted(reference.name))") }
        for term in policy.terms { out.append("  calls \(term.noun.noun(.english)) \(term.term)") }
        for word in policy.words { out.append("  " + dump(word)) }
        for clause in policy.clauses {
            out.append("  clause \(clause.id) \(dump(clause.title))")
            out += clause.rules.map { "    " + dump($0) }
            out += clause.lists.map { "    list \($0.name): \($0.items)" }
            out += clause.notes.map { "    note " + dump($0) }
        }
        return out
    }

    public func dump(_ line: CalendarLine) -> String { CalendarPrinter(.english).line(line) }

    private func dump(_ text: Text) -> String { "«\(text.en)» «\(text.ru)»" }

    public func dump(_ rule: RuleNode) -> String {
        var out: [String] = []
        switch rule.kind {
        case .permit: out.append("permit")
        case .forbid: out.append("forbid")
        case .oblige(let subject, let negated): out.append("oblige \(subject)" + (negated ? " not" : ""))
        case .states(let s):
            out.append("states \(s.mechanism) \(s.audience) from \(s.from) as \(s.role.map { "\($0)" } ?? "-") to \(s.places) \(s.messenger ?? "-")")
        }
        out.append(dump(rule.acts) + dump(rule.qualifiers))
        out += rule.also.map { "and " + dump($0.acts) + dump($0.qualifiers) }
        if !rule.triggers.isEmpty { out.append("when " + dump(rule.triggers) + dump(rule.triggerQualifiers)) }
        if let condition = rule.condition { out.append("if " + dump(condition)) }
        out += rule.exceptions.map { exception in
            switch exception {
            case .roles(let roles, _): "except \(roles)"
            case .holders(let names, _): "except \(names)"
            case .messages(let kinds, _): "except messages \(kinds)"
            case .condition(let condition): "except " + dump(condition)
            }
        }
        if rule.time.isEach { out.append("each") }
        if let recurrence = rule.time.recurrence { out.append(CalendarPrinter(.english).recurrence(recurrence)) }
        if let day = rule.time.day { out.append("on \(CalendarPrinter(.english).day(day))") }
        if let term = rule.term { out.append(CalendarPrinter(.english).deadline(term)) }
        return out.joined(separator: " ")
    }

    private func dump(_ acts: [RuleActNode]) -> String {
        acts.map { grammar.acts[$0.act].id + ($0.word.map { " " + FormPrinter.source($0) } ?? "") }.joined(separator: ", ")
    }

    func dump(_ word: OwnWordNode) -> String {
        let meaning: String =
            switch word.meaning {
            case .messageKind, .violationKind: ""
            case .role(let role): " is \(role)"
            case .mark(let holder): " of \(holder)"
            case .act(let act): " \(act.kind) \(act.parts) \(act.effects.map(\.effect))" + (act.condition.map { " when " + dump($0) } ?? "")
            }
        return "\(word.meaning.sort) " + dump(word.name) + meaning
    }

    /// The parts in the order of their kinds, as they may stand in any.
    private func dump(_ q: QualifierNode) -> String { q.parts.map { " {" + dump($0.part) + "}" }.sorted().joined() }

    private func dump(_ part: RulePart) -> String {
        switch part {
        case .by(let roles): "by \(roles)"
        case .ownGroup: "of own group"
        case .target: "target"
        case .parentsOfTarget: "parents of target"
        case .otherChats: "for others"
        case .byParents: "by parents of target"
        case .author: "author"
        case .byHolders(let names): "by \(names)"
        case .towardsHolders(let names): "towards \(names)"
        case .oneOfThose: "one of those"
        case .ofTarget: "of target"
        case .rate(let count, let period): "more than \(count) a \(period)"
        case .consent(let consent, let isMissing): "\(isMissing ? "without" : "with") consent \(consent)"
        case .together(let roles): "together \(roles)"
        case .chatOf(let roles): "chat of \(roles)"
        case .when(let window): "when " + CalendarPrinter(.english).window(window)
        case .slot(let slot, let value): "\(slot) " + dump(value)
        }
    }

    private func dump(_ value: RuleValue) -> String {
        switch value {
        case .roles(let roles): "\(roles)"
        case .places(let places, let names): "\(places)" + (names.isEmpty ? "" : " \(names)")
        case .choices(let values): "\(values)"
        case .names(let names): "\(names)"
        case .numbers(let numbers): "\(numbers)"
        case .duration(let duration): duration.text.en
        case .date(let instant, let hasTime): hasTime ? instant.text : instant.dayText
        case .stated: "stated"
        }
    }

    public func dump(_ condition: ConditionNode) -> String {
        switch condition {
        case .and(let parts): "(" + parts.map(dump).joined(separator: " and ") + ")"
        case .or(let parts): "(" + parts.map(dump).joined(separator: " or ") + ")"
        case .not(let inner): "not " + dump(inner)
        case .test(let attribute, let operand, _): grammar[attribute].id + dump(operand)
        case .time(let test, _): CalendarPrinter(.english).test(test)
        case .missing: "missing"
        }
    }

    private func dump(_ operand: OperandNode) -> String {
        switch operand {
        case .flag: ""
        case .count(let sign, let n): " \(sign.sign) \(n)"
        case .term(let sign, let duration): " \(sign.sign) \(duration.text.en)"
        case .choice(let values): " \(values)"
        case .roles(let roles): " \(roles)"
        case .name(let name): " is \(name)"
        case .list(let name): " in \(name)"
        case .words(let words): " is \(words)"
        case .counted(let count, let sign, let n):
            " \(count.act.map { dump([$0]) } ?? "") \(count.kinds) \(count.isDone) \(count.ofActor) \(count.inChat) "
                + "\(count.window.map { $0.words.en } ?? "-") \(sign.sign) \(n)"
        case .majority(let answer, let poll): " \(answer) in \(poll)"
        case .consent(let consent): " \(consent)"
        }
    }
}
