import SfmTerms

extension Parser {
    /// step := handle ":" act | subject-act | GIVEN fact | EXPECT expectation | FORCE act | ADVANCE duration | TODAY date
    ///       | AS handle | AS-ANYONE | FULFIL-DUTIES | REPEAT number TIMES block | AND … | [ LEAD ] act
    mutating func parseStep() -> StepNode? {
        let start = i
        let before = diagnostics.count
        current = .none
        let lead = lines == nil ? nil : noteStep()
        let kind = parseStepKind(start)
        if case .repeated? = kind { return kind.map { kept(StepNode(kind: $0, span: spanFrom(start)), lead, at: start) } }
        let span = spanFrom(start)
        if kind != nil, diagnostics.count == before, !atLineEnd {
            diagnostics.append(rest())
        }
        skipToLineEnd()
        let end = i
        _ = accept(.newline)
        if let kind, diagnostics.count == before { return kept(StepNode(kind: kind, span: span), lead, at: start) }
        guard let meant = reworded(start..<end, since: before) else { return nil }
        let whole = Span(Int(tokens[start].lower), Int(tokens[end - 1].upper), file: file)
        let spoken = language(of: start..<end)
        if lead != nil { lines?.keep(LineStep(node: StepNode(kind: meant, span: whole), lead: LineLead(), spoken: spoken), at: start, tokens) }
        return StepNode(kind: meant, span: whole)
    }

    /// The same step, which its line keeps where lines are wanted.
    @inline(__always)
    private mutating func kept(_ step: StepNode, _ lead: LineLead?, at start: Int) -> StepNode {
        if let lead { lines?.keep(LineStep(node: step, lead: lead), at: start, tokens) }
        return step
    }

    private mutating func parseStepKind(_ start: Int) -> StepNode.Kind? {
        if at(.handle) { return parseHandleStep() }
        ask(.word(.act))
        if at(.string) {
            lastLead = .lead
            return parseAct(actor: nil).map { .act($0) }
        }
        if at(.number) || at(.other) {
            if let time = spokenTimeStep() { return time }
            diagnostics.append(dayAlone() ?? unknownStatement())
            return nil
        }
        guard let (word, next) = keyword(.steps), !isAct(longerThan: next) else {
            if let time = spokenTimeStep() { return time }
            if let day = dayAlone() {
                diagnostics.append(day)
                return nil
            }
            // «можно: …», «нельзя по п. 24: …» say by themselves what is expected.
            if let (_, next) = keyword(.decisions), tokens[next].kind == .colon || match(grammar.particle(.byClause), at: next) != nil || startsDenial(at: next)
            {
                lastLead = .expect
                return parseExpectation()
            }
            if let (_, next) = keyword(.exercise), !isAct(longerThan: next) {
                i = next
                diagnostics.append(.outsideExercise(spanFrom(start)))
                return nil
            }
            if let (word, next) = keyword(.marks), !isAct(longerThan: next) {
                i = next
                diagnostics.append(.markElsewhere(spanFrom(start), word))
                return nil
            }
            lastLead = .lead
            return parseAct(actor: nil).map { .act($0) }
        }
        i = next
        switch word {
        case .and: return parseRepeatedLead(start)
        case .lead: return parseAfterLead(start)
        default:
            lastLead = word
            return parseKeywordStep(word, start)
        }
    }

    /// «Затем через 1 день»: the word behind a lead that means nothing says what the step is.
    private mutating func parseAfterLead(_ start: Int) -> StepNode.Kind? {
        lastLead = .lead
        if let (own, next) = keyword(.afterLead), !isAct(longerThan: next) {
            i = next
            lastLead = own
            return parseKeywordStep(own, start)
        }
        guard let (own, next) = keyword(.neverAfterLead), !isAct(longerThan: next) else {
            if let time = spokenTimeStep() { return time }
            return at(.handle) ? parseHandleStep() : parseAct(actor: nil).map { .act($0) }
        }
        let word = i
        i = next
        diagnostics.append(.leadBefore(sources[Int(file)].text(spanFrom(word)), spanFrom(start), lead: text(tokens[word - 1])))
        // What it repeats is read all the same.
        return own == .repeatBlock ? parseRepeat() : nil
    }

    private mutating func parseRepeatedLead(_ start: Int) -> StepNode.Kind? {
        guard let lead = lastLead else {
            diagnostics.append(.nothingToRepeat(spanFrom(start)))
            return nil
        }
        // A new keyword after «и» says for itself what it is.
        if let (word, next) = keyword(.steps), word != .and, word != .actAs, !isAct(longerThan: next) {
            i = next
            lastLead = word
            return word == .lead ? parseAfterLead(start) : parseKeywordStep(word, start)
        }
        if lead == .lead { return at(.handle) ? parseHandleStep() : parseAct(actor: nil).map { .act($0) } }
        return parseKeywordStep(lead, start)
    }

    private mutating func parseKeywordStep(_ word: Keyword, _ start: Int) -> StepNode.Kind? {
        switch word {
        case .given:
            _ = accept(.colon) || accept(.comma)
            return parseFact().map { .given($0) }
        case .expect: return parseExpectation()
        case .force:
            _ = accept(.colon)
            return parseActWithActor().map { .force($0) }
        case .advance:
            let before = diagnostics.count
            if let goal = parseWorkingTime() { return .advanceTo(goal) }
            guard diagnostics.count == before, let duration = parseDuration() else { return nil }
            clockInText = clockInText.adding(duration)
            return .advance(duration)
        case .advanceTo: return parseClockGoal().map { .advanceTo($0) }
        case .today:
            _ = accept(.dash)
            let date = parseDate(mayLackYear: true)
            if let date { clockInText = date.instant }
            return date.map { .today($0.instant, hasTime: $0.hasTime) }
        case .fulfilDuties: return .fulfilDuties
        case .actAsAnyone: return .actAs(nil)
        case .actAs:
            guard let person = parsePerson() else {
                diagnostics.append(.expected(Text("@handle or anyone", "@имя или «любого»"), span, found: found))
                return nil
            }
            return .actAs(person)
        case .usePolicy: return parsePolicyReference().map { .usePolicy($0) }
        case .include: return parseInclude().map { .include($0.name, $0.span) }
        case .repeatBlock: return parseRepeat()
        default:
            presume(false, "a step keyword without a production")
            return nil
        }
    }

    /// repeat-head := REPEAT number TIMES; the block behind it is read by whoever reads the steps
    private mutating func parseRepeat() -> StepNode.Kind? {
        let said = number.map { ($0, i + 1) } ?? numberInWords(at: i)
        guard let (count, next) = said else {
            diagnostics.append(.badNumber(span, found: found, Text("repeat 3 times", "повторить 3 раза")))
            skipLine()
            return .repeated(0, [])
        }
        i = next
        _ = accept(.times)
        endLine()
        return .repeated(count, [])
    }

    /// A line that begins with a person: `@who: ACT`, «@x нарушил правила».
    private mutating func parseHandleStep() -> StepNode.Kind? {
        let start = i
        if tokens[i + 1].kind == .colon {
            lastLead = .lead
            return parseActWithActor().map { .act($0) }
        }
        let people = parsePeople()
        if let head = match(grammar.roots.actSubjects, at: i) {
            lastLead = .lead
            let subject = SlotNode(slot: .target, value: .people(people), span: spanFrom(start))
            i = head.next
            return parseActParts(Int(value(head)), actor: nil, ReadParts(subject), start: start).map { .act($0) }
        }
        if match(grammar.roots.factSubjects, at: i, fact: true) != nil || factFollows() {
            diagnostics.append(.factWithoutLead(restOfLineFrom(start)))
        } else if people.count == 1, match(grammar.roots.actHeads, at: i) != nil {
            diagnostics.append(.missingColon(spanFrom(start), text(tokens[start])))
        } else {
            diagnostics.append(unknownStatement())
        }
        return nil
    }

    private func factFollows() -> Bool {
        var k = i
        while tokens[k].word != 0, grammar.copulas.contains(tokens[k].word) || grammar.negations.contains(tokens[k].word) { k += 1 }
        return k > i && (match(grammar.roots.factSubjects, at: k, fact: true) != nil || match(grammar.roots.roles, at: k) != nil)
    }

    func restOfLineFrom(_ start: Int) -> Span {
        var k = i
        while tokens[k].kind != .newline, tokens[k].kind != .end { k += 1 }
        return Span(Int(tokens[start].lower), Int(tokens[max(start, k - 1)].upper), file: file)
    }

    /// [ handle ":" ] act
    mutating func parseActWithActor() -> ActNode? {
        if at(.handle), tokens[i + 1].kind == .colon {
            let actor = PersonNode.handle(token.name, span)
            i += 2
            return parseAct(actor: actor)
        }
        if at(.handle) {
            let start = i
            let people = parsePeople()
            if let head = match(grammar.roots.actSubjects, at: i) {
                i = head.next
                let subject = SlotNode(slot: .target, value: .people(people), span: spanFrom(start))
                return parseActParts(Int(value(head)), actor: nil, ReadParts(subject), start: start)
            }
            diagnostics.append(unknownStatement())
            return nil
        }
        return parseAct(actor: nil)
    }

    /// expectation := decision { [ NOT ] BY-CLAUSE clauses } ":" act | fact
    private mutating func parseExpectation() -> StepNode.Kind? {
        if at(.comma), [grammar.lexicon.find("что"), grammar.lexicon.find("that")].contains(tokens[i + 1].word) { i += 2 }
        _ = accept(.colon) || accept(.comma)
        guard let (word, next) = keyword(.decisions) else { return parseFact().map { .expectFact($0) } }
        i = next
        var clauses: [ClauseNode] = []
        while !at(.colon), at(.byClause) || startsDenial(at: i) {
            let isDenied = startsDenial(at: i)
            if isDenied { i += 1 }
            var cited = parseCitations()
            if cited.isEmpty { return nil }
            for k in cited.indices { cited[k].isDenied = isDenied }
            clauses += cited
            if at(.comma) || at(.and), startsDenial(at: i + 1) { i += 1 }
        }
        guard accept(.colon) else {
            diagnostics.append(missingColonBeforeAct())
            return nil
        }
        let decision: ExpectedDecision =
            switch word {
            case .allowed: .allowed
            case .prohibited: .prohibited
            case .notGranted: .notGranted
            case .impossible: .impossible
            default: .denied
            }
        guard let act = parseActWithActor() else { return nil }
        return .expectDecision(decision, clauses: clauses, act)
    }

    /// citations := BY-CLAUSE clause { ("," | AND) clause }
    private mutating func parseCitations() -> [ClauseNode] {
        var out: [ClauseNode] = []
        var appendix = isAppendix(match(grammar.particle(.byClause), at: i))
        _ = accept(.byClause)
        while let clause = parseClauseID(appendix: appendix) {
            out.append(clause)
            if at(.comma) || at(.and), !startsDenial(at: i + 1) {
                i += 1
                if let (_, next) = keyword(.citation) {
                    appendix = tokens[next - 1].word == grammar.appendix
                    i = next
                }
                continue
            }
            return out
        }
        return []
    }

    /// `not by clause`
    private func startsDenial(at k: Int) -> Bool {
        ask([.negation], at: k)
        return tokens[k].word != 0 && grammar.negations.contains(tokens[k].word) && match(grammar.particle(.byClause), at: k + 1) != nil
    }

    private mutating func isAppendix(_ match: Match?) -> Bool {
        guard let match else { return false }
        return tokens[match.next - 1].word == grammar.appendix
    }

    /// clause-id := number | "app." number  [ [ OF-POLICY ] policy ], as it is written and as reports print it: «app. 2», «п. 24 koshdo-2024»
    mutating func parseClauseID(appendix isSaid: Bool = false) -> ClauseNode? {
        let start = i
        let appendix = acceptAppendix() || isSaid
        guard at(.number) || at(.word) else {
            diagnostics.append(.expected(Text("a clause number", "номер пункта"), span, found: found))
            return nil
        }
        let id = at(.number) && !appendix ? internNumber() : names.intern((appendix ? "app." : "") + text(token))
        i += 1
        var clause = ClauseNode(id: id, policy: nil, span: spanFrom(start))
        if let m = match(grammar.particle(.ofPolicy), at: i), tokens[m.next].kind == .string {
            clause.policy = tokens[m.next].name
            i = m.next + 1
            clause.span = spanFrom(start)
        } else if at(.word), token.word == 0, text(token).contains("-") {
            clause.policy = names.intern(text(token))
            i += 1
            clause.span = spanFrom(start)
        }
        return clause
    }

    /// «app.», «прил.» before the number.
    private mutating func acceptAppendix() -> Bool {
        guard at(.word) else { return false }
        if token.word == grammar.appendix, tokens[i + 1].kind == .number {
            i += 1
            return true
        }
        guard tokens[i + 1].kind == .other, tokens[i + 2].kind == .number, text(token).lowercased() == "app", text(tokens[i + 1]) == "." else { return false }
        i += 2
        return true
    }
}
