import SfmTerms

/// Says a script in the other language: every statement in its canonical form, names, texts and comments as they are; lines that are in that
/// language already stay.
///
/// Invariant: a line that would not mean the same in the other language stays in its own.
public struct Translator {
    let grammar: Grammar
    let language: Language
    let limits: SyntaxLimits
    /// Whether words that the other language has not got are kept in remarks: then the way there and back leads to the same text.
    let keepsWords: Bool
    /// Who reads the tables that a script names.
    let files: (any TableFiles)?

    public init(
        grammar: Grammar, to language: Language, limits: SyntaxLimits = .standard, keepsWords: Bool = false, files: (any TableFiles)? = nil
    ) {
        (self.grammar, self.language, self.limits, self.keepsWords, self.files) = (grammar, language, limits, keepsWords, files)
    }

    public func translate(_ source: SourceFile) -> FormattedScript {
        guard keepsWords else { return direct(source) }
        let whole = restored(source)
        let there = direct(whole)
        guard let text = there.text else { return there }
        return FormattedScript(text: remarked(text, of: whole), diagnostics: there.diagnostics, sources: there.sources)
    }

    /// Line by line.
    func direct(_ source: SourceFile) -> FormattedScript {
        var parser = Parser(grammar: grammar, limits: limits)
        parser.files = files
        guard let lines = parser.parseLines(source) else {
            return FormattedScript(text: nil, diagnostics: parser.diagnostics, sources: parser.sources)
        }
        var translation = Translation(lines: lines, grammar: grammar, names: parser.names, language: language, limits: limits)
        let text = Formatter(grammar: grammar, limits: limits).assemble(lines) { translation.translated($0) }
        return FormattedScript(text: text, diagnostics: parser.diagnostics, sources: parser.sources)
    }
}

/// One script on its way into the other language, line after line.
struct Translation {
    let lines: LineTable
    let language: Language
    let layout: LineLayout
    /// Writes what the script says.
    let printer: FormPrinter
    /// The trees of what the script says.
    let tree: TreeDump
    /// Reads what is written.
    var reader: StatementReader
    /// The tables with their words translated.
    private var tables: [TableLayout]
    private var stepsWithTable: [Int: String] = [:]
    private let grammar: Grammar

    init(lines: LineTable, grammar: Grammar, names: Names, language: Language, limits: SyntaxLimits) {
        (self.lines, self.grammar, self.language) = (lines, grammar, language)
        layout = LineLayout(lines, grammar.lexicon)
        printer = FormPrinter(grammar: grammar, names: names, language: language, quotes: .source)
        tree = TreeDump(grammar: grammar, names: names)
        tables = lines.tables.map { TableLayout($0) }
        reader = StatementReader(grammar: grammar, limits: limits)
        for number in lines.tables.indices where !lines.tables[number].isBroken {
            let translated = TableTranslation(self, number).result()
            tables[number] = TableLayout(translated.table)
            stepsWithTable.merge(translated.steps) { $1 }
        }
    }

    mutating func translated(_ line: ScriptLine) -> String {
        switch line.kind {
        case .head(let word):
            let translated = head(word, line)
            return isInLanguage(line) ? layout.laidOut(line, from: line.tokens.lowerBound) : translated
        case .rule:
            let code = layout.laidOut(line, from: line.tokens.lowerBound)
            return isInLanguage(line) ? code : rule(line) ?? code
        case .step:
            if case .step(let said)? = line.node { return step(line, said) }
            return stepsWithTable[line.number] ?? layout.laidOut(line, from: line.keywordEnd)
        case .row: return line.table.flatMap { tables[$0].row(line.number) } ?? ""
        case .continuation, .broken, .blank, .comment: return layout.laidOut(line, from: line.tokens.lowerBound)
        }
    }

    /// Whether all words of a line are of the language that it is to be said in.
    func isInLanguage(_ line: ScriptLine) -> Bool {
        var hasWords = false
        for (k, token) in zip(line.tokens, lines.tokens[line.tokens]) where line.title?.tokens.contains(k) != true {
            // Tags behind a title are anybody's.
            if token.kind == .leftBracket, [.head(.scenario), .head(.exercise), .head(.exploration)].contains(line.kind) { break }
            guard token.kind == .word, token.word != 0 else { continue }
            let isRussian = lines.source.bytes[Int(token.lower)] >= 0xD0
            if isRussian != (language == .russian) { return false }
            hasWords = true
        }
        return hasWords
    }

    private func isOfClasses(_ line: ScriptLine) -> Bool { GroupNoun.isClass(lines.tokens[line.tokens], lines.source, grammar) }

    /// The canonical wording, or what differs from it in the word that the line had for a group, whichever fits first.
    private func wordings(_ text: String, of line: ScriptLine) -> [String] { isOfClasses(line) ? [GroupNoun.asClasses(text), text] : [text] }

    // MARK: - Heads

    private mutating func head(_ word: Keyword, _ line: ScriptLine) -> String {
        let rest = layout.laidOut(line, from: line.keywordEnd)
        switch word {
        case .repeatBlock: return word.phrase(language) + " " + times(line)
        case .end: return word.phrase(language)
        case .examples:
            guard let file = lines.tokens[line.tokens].last, file.kind == .string else { return word.phrase(language) }
            return word.phrase(language) + language(" from ", " из ") + FormPrinter.source(printer.names[file.name])
        case .scenario: return word.phrase(language) + " " + rest
        case .clause: return clause(rest, line)
        case .adopted: return adopted(line) ?? layout.laidOut(line, from: line.tokens.lowerBound)
        case .workingDays, .daysOff, .alsoWorking, .period, .schoolYear, .inForce:
            guard case .calendar(let said)? = line.node else { return layout.laidOut(line, from: line.tokens.lowerBound) }
            return CalendarPrinter(language).line(said)
        case .goal: return goal(line) ?? layout.laidOut(line, from: line.tokens.lowerBound)
        case .offLimits: return offLimits(line) ?? layout.laidOut(line, from: line.tokens.lowerBound)
        case .people, .acts, .withinSteps, .againstPolicy, .never, .always, .reachable:
            return explored(line) ?? layout.laidOut(line, from: line.tokens.lowerBound)
        case .calls: return calls(line) ?? layout.laidOut(line, from: line.tokens.lowerBound)
        case .messageKinds, .violationKinds, .ownRole, .ownMark, .ownAct, .ownEvent:
            return declaration(word, line) ?? layout.laidOut(line, from: line.tokens.lowerBound)
        default: return word.phrase(language) + (rest.isEmpty ? "" : " " + rest)
        }
    }

    private func times(_ line: ScriptLine) -> String {
        let last = line.tokens.upperBound - 1
        let saysTimes =
            last > line.keywordEnd && lines.tokens[last].word == grammar.lexicon.find("раз") || lines.tokens[last].word == grammar.lexicon.find("time")
        var short = line
        short.tokens = line.tokens.lowerBound..<(saysTimes ? last : last + 1)
        let said = layout.laidOut(short, from: line.keywordEnd)
        let inWords = said.split(separator: " ").compactMap { NumberWords.number(String($0)) }.reduce(0, +)
        return printer.times(inWords > 0 ? "\(inWords)" : said)
    }

    /// `clause app.1`, «прил. 1»
    private func clause(_ rest: String, _ line: ScriptLine) -> String {
        let isAppendix = lines.tokens[line.tokens.lowerBound].word == grammar.lexicon.find("прил.")
        if language == .english { return "clause " + (isAppendix ? "app." : "") + rest }
        if isAppendix { return "прил. " + rest }
        let id = rest.split(separator: " ").first.map(String.init) ?? ""
        return FormPrinter.isAppendix(id) ? "прил. " + rest.dropFirst(4) : Keyword.clause.phrase(.russian) + " " + rest
    }

    private func adopted(_ line: ScriptLine) -> String? {
        guard case .adopted(let date, let order)? = line.node else { return nil }
        let byOrder = order.map { language(" by order ", " приказом ") + FormPrinter.source($0) } ?? ""
        return Keyword.adopted.phrase(language) + " " + date.dayText + byOrder
    }

    /// `calls teacher "…"`: the nouns are words of the language, what they are called is not.
    private func calls(_ line: ScriptLine) -> String? {
        guard case .terms(let terms)? = line.node, !terms.isEmpty else { return nil }
        let pairs = terms.map { term in term.noun.noun(language) + " " + FormPrinter.source(term.term) }
        return Keyword.calls.phrase(language) + " " + pairs.joined(separator: ", ")
    }

    private func declaration(_ word: Keyword, _ line: ScriptLine) -> String? {
        guard case .words(let words)? = line.node, !words.isEmpty else { return nil }
        return word.phrase(language) + " " + words.map { RulePrinter(printer).declaration($0) }.joined(separator: ", ")
    }

    // MARK: - Exercises

    /// `nil` where the fact would not be the same.
    private mutating func goal(_ line: ScriptLine) -> String? {
        guard case .goal(let goal)? = line.node else { return nil }
        let translated = (goal.title.map { FormPrinter.source($0) + ": " } ?? "") + printer.fact(goal.fact)
        return reader.goal(translated) == tree.dump(goal) ? Keyword.goal.phrase(language) + " " + translated : nil
    }

    private mutating func offLimits(_ line: ScriptLine) -> String? {
        guard case .offLimits(let node)? = line.node else { return nil }
        let meant = tree.dump(node)
        for variant in [0, 2, 1, 3] {
            let acts = node.acts.isEmpty ? [] : [RulePrinter(printer, variant: variant).heads(node.acts, perfective: false)]
            var translated = (acts + node.words.map { $0.phrase(language) }).joined(separator: ", ")
            if let reason = node.reason { translated += language(" because ", ", потому что ") + FormPrinter.source(reason) }
            if reader.offLimits(translated) == meant { return Keyword.offLimits.phrase(language) + ": " + translated }
        }
        return nil
    }

    /// A line of an exploration; `nil` where it would not be the same.
    private mutating func explored(_ line: ScriptLine) -> String? {
        guard case .explored(let node)? = line.node else { return nil }
        let meant = tree.dump(node)
        for variant in [0, 2, 1, 3] {
            let translated = ExplorationPrinter(printer, variant: variant).line(node)
            if reader.explored(translated) == meant { return translated }
        }
        return nil
    }

    // MARK: - Rules

    private mutating func rule(_ line: ScriptLine) -> String? {
        guard case .rule(let rule)? = line.node else { return nil }
        let meant = tree.dump(rule)
        for variant in [0, 2, 1, 3] {
            for translated in wordings(RulePrinter(printer, variant: variant).rule(rule), of: line) where reader.rule(translated) == meant {
                return translated
            }
        }
        return nil
    }

    // MARK: - Steps

    mutating func step(_ line: ScriptLine, _ said: LineStep) -> String {
        if let own = said.spoken {
            let code = FormPrinter(grammar: grammar, names: printer.names, language: own, quotes: .source).step(said.node)
            let meant = tree.dump(said.node)
            return own == language ? code : wordings(printer.step(said.node), of: line).first { reader.dump($0, after: nil) == meant } ?? code
        }
        let code = layout.laidOut(line, from: line.keywordEnd)
        if isInLanguage(line) || line.table != nil && Self.hidesBracket(code) { return code }
        let meant = tree.dump(said.node)
        return wordings(printed(said, printer), of: line).first { reader.dump($0, after: said.lead.above) == meant } ?? code
    }

    /// Whether a `<` is written as its number: said as it stands, it would begin a column of the table.
    static func hidesBracket(_ code: String) -> Bool { code.lowercased().contains("\\u{3c}") }

    func printed(_ step: LineStep, _ printer: FormPrinter) -> String {
        let text = printer.step(step.node, withLead: step.lead.isOwn)
        return step.lead.isAnd ? Keyword.and.phrase(language) + " " + text : text
    }
}
