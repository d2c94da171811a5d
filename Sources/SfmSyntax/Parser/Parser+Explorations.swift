import SfmTerms

extension Parser {
    static let explorationWord = Text("exploration", "исследование")
    private static let mostSteps = 1_000_000

    /// exploration := EXPLORATION string [tags] [ mark ] { exploration-line } END
    mutating func parseExploration(_ start: Int) -> ScenarioNode? {
        var (title, tags): (Token?, [String]) = (nil, [])
        if at(.string) {
            title = token
            i += 1
            tags = parseTags()
        } else {
            diagnostics.append(missingQuotes(Text("the exploration's title in quotes", "название исследования в кавычках")))
        }
        let head = spanFrom(start)
        if title != nil { endLine() } else { skipLine() }
        lastLead = nil
        let mark = parseMark(in: .exploration)
        lines?.open(below: start)
        let before = diagnostics.count
        let exploration = parseExplorationLines(from: start)
        guard let title else { return nil }
        if exploration.properties.isEmpty, diagnostics.count == before { diagnostics.append(.nothingAsked(title.span(file))) }
        var node = ScenarioNode(
            title: names[title.name], titleSpan: title.span(file), tags: tags, mark: mark, steps: [], span: head, extent: extent(from: start))
        node.exploration = exploration
        return node
    }

    private mutating func parseExplorationLines(from start: Int) -> ExplorationNode {
        var exploration = ExplorationNode()
        while !stopped, diagnostics.count < limits.diagnostics {
            skipBlankLines()
            if let (_, next) = keyword(.end) {
                lines?.end(at: i, keywordEnd: next)
                i = next
                endLine()
                break
            }
            if at(.end) || nextItemBegins() {
                refuseItem()
                isIncomplete = at(.end)
                diagnostics.append(.unclosedBlock(Self.explorationWord, tokens[start].span(file)))
                break
            }
            let (line, before) = (i, diagnostics.count)
            if let (word, next) = keyword(.exploration) { lines?.note(.head(word), in: .exploration, at: line, keywordEnd: next) }
            if let read = parseExplorationLine() {
                if !atLineEnd, diagnostics.count == before {
                    current = .none
                    diagnostics.append(rest())
                } else if exploration.repeats(read) {
                    diagnostics.append(.doubledPart(spanFrom(line)))
                } else {
                    exploration.lines.append(read)
                    lines?.keep(.explored(read), at: line)
                }
            }
            skipLine()
        }
        return exploration
    }

    /// exploration-line := PEOPLE handles | ACTS rule-acts | WITHIN number STEPS | AGAINST-POLICY | ( NEVER | ALWAYS | REACHABLE ) fact { AND fact }
    mutating func parseExplorationLine() -> ExplorationLine? {
        current = .none
        let start = i
        guard let (word, next) = keyword(.exploration) else {
            diagnostics.append(.noExplorationLine(restOfLine, found: found))
            return nil
        }
        i = next
        _ = accept(.colon)
        switch word {
        case .people: return parseExplorers()
        case .acts:
            var acts: [RuleActNode] = []
            while true {
                guard parseRuleActs(&acts) else { return nil }
                guard !atLineEnd, accept(.comma) || accept(.and) else { return .acts(acts) }
            }
        case .withinSteps:
            guard let steps = number, (1...Self.mostSteps).contains(steps) else {
                diagnostics.append(.badNumber(span, found: found, Text("within 6 steps (from 1 to 1000000)", "не дольше 6 шагов (от 1 до 1000000)")))
                return nil
            }
            i += 1
            return expectSteps() ? .within(steps) : nil
        case .againstPolicy: return .againstPolicy
        case .never, .always, .reachable:
            let kind: PropertyNode.Kind = word == .never ? .never : word == .always ? .always : .reachable
            return parseFacts().map { .property(PropertyNode(kind: kind, facts: $0, span: spanFrom(start))) }
        default:
            presume(false, "a line of an exploration without a production")
            return nil
        }
    }

    private mutating func expectSteps() -> Bool {
        if accept(.steps) { return true }
        diagnostics.append(.expected(Text("the word “steps”", "слово «шагов»"), span, found: found))
        return false
    }

    private mutating func parseExplorers() -> ExplorationLine? {
        var people: [PersonNode] = []
        while true {
            guard at(.handle) else {
                diagnostics.append(.expected(Text("@handle", "@имя"), span, found: found))
                return nil
            }
            people.append(.handle(token.name, span))
            i += 1
            guard accept(.comma) || accept(.and) else { return .people(people) }
        }
    }

    /// fact { AND fact }. An `and` may belong to a list of people as well: a fact ends at the first where what stands before it is one.
    private mutating func parseFacts() -> [FactNode]? {
        var facts: [FactNode] = []
        while true {
            guard let fact = parseFactBeforeAnd() else { return nil }
            facts.append(fact)
            _ = accept(.comma)
            guard !atLineEnd, let joint = match(grammar.particle(.and), at: i) else { return facts }
            i = joint.next
            if facts.count > Self.mostFacts {
                diagnostics.append(.tooManyFacts(restOfLine, Self.mostFacts))
                return nil
            }
        }
    }

    private static let mostFacts = 64

    private mutating func parseFactBeforeAnd() -> FactNode? {
        let (start, before) = (i, diagnostics)
        let ands = joints(from: start)
        for place in ands.prefix(Self.mostFacts) {
            // What stands behind the word is out of sight for the moment.
            let token = tokens[place]
            tokens[place].kind = .newline
            tokens[place].word = 0
            let fact = parseFact()
            let isWhole = i == place || i == place - 1 && at(.comma)
            tokens[place] = token
            if let fact, isWhole, diagnostics.count == before.count { return fact }
            (i, diagnostics) = (start, before)
        }
        return parseFact()
    }

    /// Where «и» stands in the rest of a line.
    private func joints(from start: Int) -> [Int] {
        var (k, found) = (start, [Int]())
        while tokens[k].kind != .newline, tokens[k].kind != .end {
            if match(grammar.particle(.and), at: k) != nil { found.append(k) }
            k += 1
        }
        return found
    }
}

extension Diagnostic {
    static func nothingAsked(_ span: Span) -> Diagnostic {
        Diagnostic(
            .nothingAsked, Text("the exploration asks nothing", "исследование ни о чём не спрашивает"), span,
            help: [Text("say what must not come about: never FACT", "скажите, чего не должно случиться: никогда УТВЕРЖДЕНИЕ")])
    }

    static func noExplorationLine(_ span: Span, found: String?) -> Diagnostic {
        let what = found.map { Text("no line of an exploration begins with “\($0)”", "строка исследования не начинается с «\($0)»") }
        return Diagnostic(
            .unknownStatement, what ?? Text("this is no line of an exploration", "это не строка исследования"), span,
            help: [
                Text(
                    "in an exploration: people, acts, within N steps, against the policy, never, always, reachable",
                    "в исследовании бывают: участники, действия, не дольше N шагов, вопреки порядку, никогда, всегда, достижимо")
            ])
    }

    static func tooManyFacts(_ span: Span, _ most: Int) -> Diagnostic {
        Diagnostic(
            .unexpectedRest, Text("more than \(most) facts in one line", "больше \(most) утверждений в одной строке"), span,
            help: [Text("write some of them into a line of their own", "напишите часть из них отдельной строкой")])
    }
}
