import SfmTerms

/// Lines that are understood although they are not put as the language has them (`StepWording`).
extension Parser {
    /// The step that a line which was refused is meant to be, where it can be no other; else the refusal says the lines that may be meant.
    mutating func reworded(_ line: Range<Int>, since before: Int) -> StepNode.Kind? {
        // A limit, a file or a name that is wrong is not mended by other words.
        guard mayReword, diagnostics.count == before + 1, diagnostics[before].code.isSyntax, sources[Int(file)].row == nil, let words = wording(line) else {
            return nil
        }
        let wording = StepWording(words, isRussian: isRussianLine(line))
        var meant: [(dump: String, kind: StepNode.Kind)] = []
        for text in wording.lines.prefix(Self.mostReadings) {
            guard let kind = read(text, words, line) else { continue }
            let dump = TreeDump(grammar: grammar, names: names).dump(StepNode(kind: kind, span: .none))
            if !meant.contains(where: { $0.dump == dump }) { meant.append((dump, kind)) }
        }
        guard let first = meant.first else { return nil }
        if meant.count == 1, !wording.isGuess {
            diagnostics.removeSubrange(before...)
            lastLead = first.kind.lead
            return first.kind
        }
        let span = Span(Int(tokens[line.lowerBound].lower), Int(tokens[line.upperBound - 1].upper), file: file)
        let printer = FormPrinter(grammar: grammar, names: names, language: language(of: line), quotes: .source)
        let lines = meant.map { printer.step(StepNode(kind: $0.kind, span: .none)) }
        diagnostics[before].help = lines.map { Text("if you mean: \($0)", "если имеется в виду: \($0)") }
        diagnostics[before].fixes = lines.map { .perhaps(span, $0) }
        return nil
    }

    private static let mostReadings = 8
    private static let longestLine = 600

    /// The words of a line, unless it is one that nobody would say.
    private func wording(_ line: Range<Int>) -> [StepWording.Word]? {
        guard (2...40).contains(line.count), tokens[line.upperBound - 1].upper - tokens[line.lowerBound].lower < Self.longestLine else { return nil }
        var words: [StepWording.Word] = []
        var roleEnd = line.lowerBound
        for k in line {
            guard [.word, .handle, .string, .number, .comma, .colon, .dash, .other].contains(tokens[k].kind) else { return nil }
            let text = text(tokens[k])
            if k >= roleEnd, let role = match(grammar.roots.roles, at: k), tokens[k].kind == .word { roleEnd = role.next }
            // «7Б» is a number and a letter.
            if tokens[k].kind == .word, let last = words.last, last.kind == .number, last.span.upper == tokens[k].lower {
                words[words.count - 1] = StepWording.Word(
                    text: last.text + text, kind: .word, span: Span(Int(last.span.lower), Int(tokens[k].upper), file: file))
                continue
            }
            words.append(StepWording.Word(text: text, kind: tokens[k].kind, span: tokens[k].span(file), isRole: k < roleEnd))
        }
        return words
    }

    /// In which language the words of a line are.
    func language(of line: Range<Int>) -> Language {
        isRussianLine(line) ? .russian : .english
    }

    private func isRussianLine(_ line: Range<Int>) -> Bool {
        line.contains { tokens[$0].kind == .word && sources[Int(file)].bytes[Int(tokens[$0].lower)] >= 0xD0 }
    }

    /// What a line comes to that is put so, with the places of what it names in the line as it was written.
    private mutating func read(_ text: String, _ words: [StepWording.Word], _ line: Range<Int>) -> StepNode.Kind? {
        var reader = Parser(grammar: grammar, limits: limits)
        reader.mayReword = false
        swap(&reader.names, &names)
        defer { swap(&reader.names, &names) }
        let source = SourceFile(name: "", text: text)
        reader.begin(source)
        guard let step = reader.parseStep(), reader.diagnostics.isEmpty, reader.at(.end) else { return nil }
        switch step.kind {
        case .act, .given, .expectFact, .expectDecision, .force: break
        case .advance, .advanceTo, .today, .fulfilDuties, .actAs, .usePolicy, .include, .repeated, .beginning: return nil
        }
        guard !step.kind.namesFile else { return nil }
        let whole = Span(Int(tokens[line.lowerBound].lower), Int(tokens[line.upperBound - 1].upper), file: file)
        return Places(words, whole, source).moved(step.kind)
    }

    /// Where the parts of a line that was put otherwise stand in the one that was written.
    private struct Places {
        private var own: [String: Span] = [:]
        private let whole: Span
        private let source: SourceFile

        init(_ words: [StepWording.Word], _ whole: Span, _ source: SourceFile) {
            (self.whole, self.source) = (whole, source)
            for word in words { for said in [word.text, "\"\(word.text)\""] where own[said] == nil { own[said] = word.span } }
        }

        private func place(_ span: Span) -> Span { own[source.text(span)] ?? whole }

        func moved(_ kind: StepNode.Kind) -> StepNode.Kind {
            switch kind {
            case .act(let act): .act(moved(act))
            case .force(let act): .force(moved(act))
            case .given(let fact): .given(moved(fact))
            case .expectFact(let fact): .expectFact(moved(fact))
            case .expectDecision(let decision, let clauses, let act): .expectDecision(decision, clauses: clauses.map(moved), moved(act))
            default: kind
            }
        }

        private func moved(_ act: ActNode) -> ActNode {
            var act = act
            act.span = whole
            act.actor = act.actor.map(moved)
            act.slots = act.slots.map(moved)
            return act
        }

        private func moved(_ fact: FactNode) -> FactNode {
            var fact = fact
            fact.span = whole
            fact.slots = fact.slots.map(moved)
            return fact
        }

        private func moved(_ clause: ClauseNode) -> ClauseNode {
            var clause = clause
            clause.span = place(clause.span)
            return clause
        }

        private func moved(_ person: PersonNode) -> PersonNode {
            switch person {
            case .handle(let name, let span): .handle(name, place(span))
            case .role(let role, let span): .role(role, place(span))
            }
        }

        private func moved(_ people: SmallArray<PersonNode>) -> SmallArray<PersonNode> {
            var out = SmallArray<PersonNode>()
            for person in people { out.append(moved(person)) }
            return out
        }

        private func moved(_ slot: SlotNode) -> SlotNode {
            var slot = slot
            slot.span = place(slot.nameSpan ?? slot.span)
            slot.nameSpan = slot.nameSpan.map(place)
            switch slot.value {
            case .people(let people): slot.value = .people(moved(people))
            case .audience(let audience): slot.value = .audience(AudienceNode(roles: audience.roles, people: moved(audience.people)))
            case .clause(let clause): slot.value = .clause(moved(clause))
            case .act(let act): slot.value = .act(moved(act))
            case .role, .place, .name, .names, .duration, .date, .number, .compare, .choice, .namedChoice, .reason, .flag: break
            }
            return slot
        }
    }
}

extension StepNode.Kind {
    /// Whether people come out of a table, which only the line itself can read.
    fileprivate var namesFile: Bool {
        switch self {
        case .act(let act), .force(let act), .expectDecision(_, _, let act): act.slots.contains { $0.file != nil }
        case .given(let fact), .expectFact(let fact): fact.slots.contains { $0.file != nil }
        default: false
        }
    }

    /// What «и» repeats behind a step that was put as people say it.
    fileprivate var lead: Keyword? {
        switch self {
        case .given: .given
        case .expectFact, .expectDecision: .expect
        default: .lead
        }
    }
}
