import SfmTerms

extension Parser {
    /// script := { item }
    mutating func parseScript() -> ScriptNode {
        var script = ScriptNode()
        while true {
            skipBlankLines()
            if at(.end) { break }
            if diagnostics.count >= limits.diagnostics {
                diagnostics.append(.tooManyDiagnostics(span, limit: limits.diagnostics))
                passRest()
                break
            }
            parseItem(into: &script)
        }
        return script
    }

    /// item := USE-POLICY string | INCLUDE string | policy | background | scenario | exercise | exploration | step
    private mutating func parseItem(into script: inout ScriptNode) {
        guard let (word, next) = keyword(.items), !isAct(longerThan: next) else {
            let (start, before) = (i, diagnostics.count)
            if var step = parseStep() {
                if case .repeated(let count, _) = step.kind {
                    step.kind = .repeated(count, parseBlock(from: start, what: Self.repeatWord))
                    step.span = spanFrom(start)
                }
                script.looseSteps.append(step)
            } else if let word = headlessBlock(since: before) {
                readHeadless(word, from: start, into: &script)
            } else {
                noteHeadless(since: before)
            }
            return
        }
        let start = i
        if lines != nil { noteItem(word, at: start, next) }
        switch word {
        case .usePolicy:
            i = next
            if let reference = parsePolicyReference() { script.addUse(reference, spanFrom(start)) }
            endLine()
        case .include:
            i = next
            if let include = parseInclude() { script.includes.append(include) }
            endLine()
        case .workingDays, .daysOff, .alsoWorking, .period, .schoolYear:
            i = next
            parseCalendarLine(word, start, into: &script.calendar)
            endLine()
        case .policy:
            if let probe, probe.isHere(next, tokens) {
                // What it is called is still to be written.
                diagnostics.append(.expected(Slot.text.description, tokens[next].span(file), found: nil))
                skipLine()
            } else if headsPolicy(next) {
                i = next
                if let policy = parsePolicy(start) { script.policies.append(policy) }
            } else if let step = parseStep() {
                script.looseSteps.append(step)
            }
        case .background:
            i = next
            _ = accept(.colon)
            endLine()
            script.hasBackground = true
            script.background += parseBlock(from: start, what: Text("background", "предыстория"))
            clockOfScenarios = clockInText
        case .scenario:
            i = next
            parseScenario(start, into: &script)
        case .exercise:
            i = next
            if let exercise = parseExercise(start) { script.exercises.append(exercise) }
        case .exploration:
            i = next
            if let exploration = parseExploration(start) { script.scenarios.append(exploration) }
        default:
            i = next
            if headlessBlocks > 0 { headlessBlocks -= 1 } else { diagnostics.append(.strayEnd(restOfLineFrom(start))) }
            skipLine()
        }
    }

    /// Whether a policy begins whose title is at a token.
    func headsPolicy(_ title: Int) -> Bool {
        guard tokens[title].kind == .string else { return false }
        // No fact goes on with a second text: that is for the words that a policy declares.
        return !restOfLineIsFact(title) || [.english, .russian].contains { match(grammar.particle($0), at: title + 1) != nil }
    }

    /// Whether an act begins here whose head is longer than a keyword's phrase: `end call`.
    mutating func isAct(longerThan next: Int) -> Bool {
        if let head = match(grammar.roots.actHeads, at: i), head.next > next { return true }
        return spokenHead().map { i + $0.length > next } ?? false
    }

    @inline(__always)
    func restOfLineIsFact(_ next: Int) -> Bool {
        tokens[next + 1].kind != .newline && tokens[next + 1].kind != .end
    }

    /// What is left of a line after its statement is a mistake.
    mutating func endLine() {
        if !atLineEnd, !lineIsReported {
            current = .none
            diagnostics.append(rest())
        }
        skipLine()
    }

    var restOfLine: Span {
        var k = i
        while tokens[k].kind != .newline, tokens[k].kind != .end { k += 1 }
        return Span(Int(tokens[i].lower), Int(tokens[max(i, k - 1)].upper), file: file)
    }

    /// Words where a text in quotes belongs; they are quoted up to the tags or the end of the line.
    func missingQuotes(_ what: Text) -> Diagnostic {
        guard at(.word) || at(.number) else { return .expected(what, span, found: found) }
        var k = i
        while [.word, .number, .dash, .comma, .other].contains(tokens[k + 1].kind) { k += 1 }
        let whole = Span(Int(token.lower), Int(tokens[k].upper), file: file)
        return .unquotedName(whole, sources[Int(file)].text(whole), what, isAlone: [.newline, .end, .leftBracket].contains(tokens[k + 1].kind))
    }

    mutating func parsePolicyReference() -> PolicyReference? {
        ask(.policy)
        if let reference = spokenPolicyName() { return reference }
        guard at(.string) else {
            diagnostics.append(missingQuotes(Text("the policy's name in quotes", "название порядка в кавычках")))
            return nil
        }
        let reference = PolicyReference(name: token.name, span: span)
        i += 1
        return reference
    }

    mutating func parseInclude() -> (name: NameID, span: Span)? {
        guard at(.string) else {
            diagnostics.append(missingQuotes(Text("a file name in quotes", "имя файла в кавычках")))
            return nil
        }
        let include = (token.name, span)
        i += 1
        return include
    }

    /// scenario := SCENARIO string [tags] [ mark ] { step } [ examples ] END
    mutating func parseScenario(_ start: Int, into script: inout ScriptNode) {
        clockInText = clockOfScenarios ?? clockInText
        readSpokenTitle(start)
        guard at(.string) else {
            diagnostics.append(missingQuotes(Text("the scenario's title in quotes", "название сценария в кавычках")))
            skipLine()
            _ = parseBlock(from: start, what: Self.scenarioWord)
            return
        }
        if let table = findExamples() {
            if lines != nil { noteTable(table, from: start) }
            expand(table, from: start, into: &script)
            return
        }
        if let scenario = parsePlainScenario(start) { script.scenarios.append(scenario) }
    }

    static let scenarioWord = Text("scenario", "сценарий")

    mutating func parsePlainScenario(_ start: Int) -> ScenarioNode? {
        let titleToken = token
        i += 1
        let tags = parseTags()
        let span = spanFrom(start)
        endLine()
        let mark = parseMark()
        let steps = parseBlock(from: start, what: Self.scenarioWord)
        return ScenarioNode(
            title: names[titleToken.name], titleSpan: titleToken.span(file), tags: tags, mark: mark, steps: steps, span: span,
            extent: extent(from: start))
    }

    /// From a block's first token to the last that has been read.
    func extent(from start: Int, to next: Int? = nil) -> Span {
        var last = max(start, (next ?? i) - 1)
        while last > start, tokens[last].kind == .newline || tokens[last].kind == .end { last -= 1 }
        return Span(Int(tokens[start].lower), Int(tokens[last].upper), file: file)
    }

    /// mark := ( SKIP | KNOWN-FAILURE ) string
    mutating func parseMark(in place: Keyword = .scenario) -> ScenarioMark? {
        var mark: ScenarioMark?
        while true {
            skipBlankLines()
            guard let (word, next) = keyword(.marks), !isAct(longerThan: next) else { return mark }
            let (line, before) = (i, diagnostics.count)
            i = next
            _ = accept(.colon)
            lines?.note(.head(word), in: place, at: line, keywordEnd: i, deeper: 1)
            let reason = parseReason(word)
            if mark != nil, diagnostics.count == before { diagnostics.append(.secondMark(spanFrom(line))) }
            if mark == nil, let reason {
                mark = ScenarioMark(kind: word == .skip ? .skip : .knownFailure, reason: reason, span: spanFrom(line))
            }
            endLine()
        }
    }

    private mutating func parseReason(_ word: Keyword) -> String? {
        guard at(.string) else {
            diagnostics.append(atLineEnd ? .noReason(span, word) : missingQuotes(Text("the reason in quotes", "причина в кавычках")))
            return nil
        }
        let reason = names[token.name]
        if reason.trimmingBlanks.isEmpty { diagnostics.append(.noReason(span, word)) }
        i += 1
        return reason
    }

    /// tags := "[" word { "," word } "]"
    mutating func parseTags() -> [String] {
        guard accept(.leftBracket) else { return [] }
        var tags: [String] = []
        while !atLineEnd, !at(.rightBracket) {
            if at(.word) || at(.number) { tags.append(text(token)) }
            i += 1
        }
        _ = expect(.rightBracket, Text("] after the tags", "] после меток"))
        return tags
    }
}

extension ScriptNode {
    /// A policy in force from here on: for the whole file where nothing ran before it, else from this step on.
    mutating func addUse(_ reference: PolicyReference, _ span: Span) {
        if looseSteps.isEmpty { uses.append(reference) } else { looseSteps.append(StepNode(kind: .usePolicy(reference), span: span)) }
    }
}
