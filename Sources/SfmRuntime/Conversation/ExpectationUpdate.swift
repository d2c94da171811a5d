import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// New expectations for a scenario that has come out otherwise: edits of the file's own lines.
///
/// A step that a `repeat` runs is only changed where it wants the same change every time; rows of `examples` and included
/// lines stay as they are.
public struct ExpectationUpdate {
    private let script: Script
    private var wanted: [Span: String?] = [:]
    private var order: [Span] = []
    /// Steps that came out as they say at least once.
    private var passed = Set<Span>()
    private var insertions: [Edit] = []
    /// Whether what runs now is the file's own and may be changed.
    private var isEditing = false

    private let expectsAnything: Bool
    private let checkNothing: Set<Span>
    /// How many bytes of new text may still come about: what is more than a file may hold is no better test.
    private var room: Int

    public init(_ script: Script, room: Int) {
        (self.script, self.room) = (script, room)
        expectsAnything = script.expectations > 0
        checkNothing = Set(script.diagnostics.filter { $0.code == .nothingChecked }.map(\.span))
        // What is known to fail says what ought to be so, and what is skipped says nothing yet.
        for scenario in script.scenarios where scenario.mark == nil && scenario.exploration == nil { revise(scenario) }
        if !script.looseSteps.isEmpty {
            var interpreter = script.makeInterpreter()
            walk(script.background, &interpreter, edits: false)
            walk(script.looseSteps, &interpreter, edits: true)
        }
    }

    /// From the first to the last; none overlaps another.
    public var edits: [Edit] {
        let changes = order.filter { !passed.contains($0) }.compactMap { span in (wanted[span] ?? nil).map { Edit(span: span, replacement: $0) } }
        return (changes + insertions).sorted { $0.span.lower < $1.span.lower }
    }

    private var source: SourceFile { script.sources[0] }

    private mutating func revise(_ scenario: ScenarioNode) {
        guard scenario.span.file == 0 else { return }
        var interpreter = script.makeInterpreter()
        let before = order.count
        guard walk(script.background, &interpreter, edits: false), walk(scenario.steps, &interpreter, edits: true) else { return }
        // Scenarios whose acts are their checks stay so, as long as the file expects something.
        let wantsChecks = checkNothing.contains(scenario.titleSpan) || !expectsAnything
        if wantsChecks, scenario.steps.expectations == 0, order.count == before { fill(scenario, interpreter) }
    }

    /// False where the scenario ends in a way that no expectation can state.
    @discardableResult
    private mutating func walk(_ steps: [StepNode], _ interpreter: inout Interpreter, edits: Bool) -> Bool {
        isEditing = edits
        return interpreter.play(steps, &self)
    }
}

extension ExpectationUpdate: StepObserver {
    public func attention(to step: StepNode) -> Attention { .result }

    public mutating func ran(_ step: StepNode, _ result: StepResult, before: Interpreter?, after: borrowing Interpreter) -> Bool {
        guard case .failure(let failure) = result else {
            passed.insert(step.span)
            return true
        }
        guard isEditing, step.span.file == 0 else { return !failure.ends }
        // What has failed has changed nothing: the world is still the one that the line met.
        var text = room > 0 ? renewed(step, failure, copy after) : nil
        let isFirst = wanted[step.span] == nil
        if isFirst { room -= text?.utf8.count ?? 0 }
        if room < 0 { text = nil }
        if isFirst { order.append(step.span) }
        wanted[step.span] = isFirst || wanted[step.span] == .some(text) ? .some(text) : .some(nil)
        return !failure.ends || text != nil
    }
}

extension ExpectationUpdate {
    private func language(_ span: Span) -> Language {
        source.text(span).unicodeScalars.contains { ("а"..."я").contains($0) || ("А"..."Я").contains($0) } ? .russian : .english
    }

    private func renewed(_ step: StepNode, _ failure: Failure, _ i: Interpreter) -> String? {
        switch step.kind {
        case .act(let node):
            guard let decision = failure.decision else { return nil }
            return line(decision, node, step.span, i)
        case .expectDecision(_, _, let node):
            guard let decision = failure.decision else { return nil }
            return line(decision, node, step.span, i)
        case .expectFact(let fact): return renewed(fact, step.span, i)
        default: return nil
        }
    }

    private func line(_ decision: Decision, _ node: ActNode, _ span: Span, _ i: Interpreter) -> String {
        let actor: String
        if case .handle(let name, let place)? = node.actor, place.upper <= node.span.lower { actor = i.names[name] + ": " } else { actor = "" }
        return i.proposals.lead(decision, language(span)) + ": " + actor + source.text(node.span)
    }

    // MARK: - Facts

    private func renewed(_ fact: FactNode, _ span: Span, _ i: Interpreter) -> String? {
        if let compare = fact.slot(.compare), let n = count(fact, i) { return replaced(compare.span, by: "= \(n)", in: span) }
        if let members = fact.slot(.members), let people = people(fact, i), !people.isEmpty {
            let list = people.sorted().map { i.names[i.world[person: $0].name] }.joined(separator: ", ")
            return replaced(members.span, by: list, in: span)
        }
        let language = language(span)
        if let date = fact.slot(.until) ?? fact.slot(.at), !fact.negated, let moment = moment(fact, date, i) {
            // A date and its time are two words.
            let text = Array(source.text(date.span).utf8)
            guard let digit = text.firstIndex(where: { (0x30...0x39).contains($0) }) else { return nil }
            return replaced(Span(Int(date.span.lower) + digit, Int(date.span.upper)), by: moment, in: span)
        }
        if let lines = FactTable.all[fact.fact].instead?(i, fact), !fact.negated, !lines.isEmpty {
            return translated(lines, language, i).joined(separator: "\n" + indent(of: span))
        }
        var other = fact
        // Where no other date makes it hold, it does not hold with any.
        other.slots.removeAll { $0.slot == .until || $0.slot == .at }
        other.negated.toggle()
        guard holds(other, i) else { return nil }
        let printer = FormPrinter(grammar: i.grammar, names: i.names, language: language, quotes: .source)
        return language("expect ", "ожидаем ") + printer.fact(other)
    }

    private func indent(of span: Span) -> String {
        let start = source.lineRange(of: Int(span.lower)).lowerBound
        return String(source.text(Span(start, Int(span.lower))).prefix { $0 == " " || $0 == "\t" })
    }

    /// English lines in the file's language, without their ends.
    private func translated(_ lines: [String], _ language: Language, _ i: Interpreter) -> [String] {
        lines.compactMap { line in
            let source = SourceFile(name: "—", text: line + "\n")
            return Translator(grammar: i.grammar, to: language).translate(source).text.map { String($0.drop { $0 == " " }.prefix { $0 != "\n" }) }
        }
    }

    /// The date with which the fact holds: that of today, the end of a block, a date of birth.
    private func moment(_ fact: FactNode, _ part: SlotNode, _ i: Interpreter) -> String? {
        var moments = [i.world.now]
        if let block = blockEnd(fact, i) { moments.append(block) }
        if case .people(let people)? = fact.slot(.target)?.value, case .handle(let name, _)? = people.first {
            let person = i.world.person(named: name)
            if person != .absent, let born = i.world[person: person].born { moments.append(born) }
        }
        // As exact as it was.
        let wasExact = if case .date(_, hasTime: true) = part.value { true } else { false }
        for moment in moments {
            for hasTime in [wasExact, !wasExact] {
                var other = fact
                for k in other.slots.indices where other.slots[k].slot == part.slot {
                    other.slots[k].value = .date(hasTime ? moment : Instant(minutes: moment.day * 1440), hasTime: hasTime)
                }
                if holds(other, i) { return hasTime ? moment.text : moment.dayText }
            }
        }
        return nil
    }

    private func blockEnd(_ fact: FactNode, _ i: Interpreter) -> Instant? {
        guard case .people(let people)? = fact.slot(.target)?.value, case .handle(let who, _)? = people.first, case .name(let name?)? = fact.slot(.chat)?.value
        else { return nil }
        let (person, chat) = (i.world.person(named: who), i.world.chat(named: name))
        guard person != .absent, chat != .absent, let until = i.world.block(of: person, in: chat)?.until, until != .never else { return nil }
        return until
    }

    private func replaced(_ part: Span, by text: String, in span: Span) -> String {
        source.text(Span(Int(span.lower), Int(part.lower))) + text + source.text(Span(Int(part.upper), Int(span.upper)))
    }

    private func holds(_ fact: FactNode, _ i: Interpreter) -> Bool {
        var trial = i
        guard case .success = trial.run(StepNode(kind: .expectFact(fact), span: fact.span)) else { return false }
        return true
    }

    /// The number that the fact would hold with.
    private func count(_ fact: FactNode, _ i: Interpreter) -> Int? {
        (0...Self.most).first { n in
            var equal = fact
            for k in equal.slots.indices where equal.slots[k].slot == .compare { equal.slots[k].value = .compare(.equal, n) }
            return holds(equal, i)
        }
    }

    /// Counts above this are nothing that a test would state.
    private static let most = 4096

    private func people(_ fact: FactNode, _ i: Interpreter) -> [PersonID]? {
        if case .act(let node)? = fact.slot(.act)?.value {
            var query = Query(node: fact)
            query.act = node
            return try? NormFacts.able(i, query)
        }
        guard case .name(let name?)? = fact.slot(.chat)?.value else { return nil }
        let chat = i.world.chat(named: name)
        return chat == .absent ? nil : i.world[chat: chat].members
    }

    // MARK: - Filling in

    /// How things stand at the end, behind the last step.
    private mutating func fill(_ scenario: ScenarioNode, _ interpreter: Interpreter) {
        guard let last = scenario.steps.last?.span else { return }
        let lineEnd = source.lineRange(of: Int(last.upper)).upperBound
        let end = lineEnd + LineEnd.length(in: source.bytes, at: lineEnd)
        let language = language(scenario.span)
        var lines: [String] = []
        for line in translated(interpreter.proposals(in: language).state, language, interpreter) { lines.append(line + "\n") }
        insertions.append(Edit(span: Span(end, end), replacement: LineEnd.Style(of: source.bytes).applied(lines.map { "  " + $0 }.joined())))
    }
}

extension Script {
    /// Whether the only thing wrong is that nothing is checked, which new expectations mend.
    public var lacksOnlyChecks: Bool { hasErrors && diagnostics.allSatisfy { $0.code == .nothingChecked } }
}
