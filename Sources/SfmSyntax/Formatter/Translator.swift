import SfmTerms

/// Says a script in the other language: every statement in its canonical form, names, texts and comments as they are.
///
/// Invariant: a line that would not mean the same in the other language stays in its own.
package struct Translator: Sendable {
    let grammar: Grammar
    let language: Language
    let limits: SyntaxLimits

    package init(grammar: Grammar, to language: Language, limits: SyntaxLimits = .standard) {
        (self.grammar, self.language, self.limits) = (grammar, language, limits)
    }

    package func translate(_ source: SourceFile) -> FormattedScript {
        let formatter = Formatter(grammar: grammar, limits: limits)
        let (lines, parser) = formatter.read(source)
        guard let lines else { return FormattedScript(text: nil, diagnostics: parser.diagnostics, sources: parser.sources) }
        var translation = Translation(lines: lines, language: language, limits: limits)
        let text = formatter.assemble(lines) { translation.text($0) }
        return FormattedScript(text: text, diagnostics: parser.diagnostics, sources: parser.sources)
    }
}

/// One script on its way into the other language, line after line.
struct Translation {
    private let lines: ScriptLines
    private let language: Language
    private let layout: LineLayout
    private var reader: StatementReader
    private var grammar: Grammar { lines.grammar }

    init(lines: ScriptLines, language: Language, limits: SyntaxLimits) {
        (self.lines, self.language) = (lines, language)
        layout = LineLayout(lines)
        reader = StatementReader(grammar: lines.grammar, limits: limits)
    }

    mutating func text(_ line: ScriptLine) -> String {
        switch line.kind {
        case .head(let word): return head(word, line)
        case .rule: return rule(layout.text(line, from: line.tokens.lowerBound))
        case .step:
            let code = layout.text(line, from: line.keywordEnd)
            if let table = line.table, let template = StepTemplate(code, lines.tables[table]) { return step(template) }
            return step(code)
        case .continuation, .row, .broken, .blank, .comment: return layout.text(line, from: line.tokens.lowerBound)
        }
    }

    private var printer: FormPrinter { FormPrinter(grammar: grammar, names: reader.parser.names, language: language, quotes: .source) }

    // MARK: - Heads

    private mutating func head(_ word: Keyword, _ line: ScriptLine) -> String {
        switch word {
        case .repeatBlock, .end, .background, .scenario, .exercise: reader.lead = nil
        default: break
        }
        let rest = layout.text(line, from: line.keywordEnd)
        switch word {
        case .repeatBlock: return word.phrase(language) + " " + times(line)
        case .end: return word.phrase(language)
        case .clause: return clause(rest, line)
        case .adopted: return adopted(layout.text(line, from: line.tokens.lowerBound))
        default: return word.phrase(language) + (rest.isEmpty ? "" : " " + rest)
        }
    }

    private func times(_ line: ScriptLine) -> String {
        let last = line.tokens.upperBound - 1
        let saysTimes = last > line.keywordEnd && lines.tokens[last].word == grammar.lexicon.find("раз") || lines.tokens[last].word == grammar.lexicon.find("time")
        var short = line
        short.tokens = line.tokens.lowerBound..<(saysTimes ? last : last + 1)
        return printer.times(layout.text(short, from: line.keywordEnd))
    }

    /// `clause app.1`, «прил. 1»
    private func clause(_ rest: String, _ line: ScriptLine) -> String {
        let isAppendix = lines.tokens[line.tokens.lowerBound].word == grammar.lexicon.find("прил.")
        if language == .english { return "clause " + (isAppendix ? "app." : "") + rest }
        if isAppendix { return "прил. " + rest }
        let id = rest.split(separator: " ").first.map(String.init) ?? ""
        return FormPrinter.isAppendix(id) ? "прил. " + rest.dropFirst(4) : Keyword.clause.phrase(.russian) + " " + rest
    }

    private mutating func adopted(_ code: String) -> String {
        guard let adopted = reader.policyLine(code)?.adopted else { return code }
        let order = adopted.order.map { (language == .english ? " by order " : " приказом ") + FormPrinter.source($0) } ?? ""
        return Keyword.adopted.phrase(language) + " " + adopted.date.dayText + order
    }

    // MARK: - Rules

    private mutating func rule(_ code: String) -> String {
        guard let rule = reader.policyLine(code)?.clauses.first?.rules.first else { return code }
        let dump = TreeDump(grammar: grammar, names: reader.parser.names).text(rule)
        for variant in [0, 2, 1, 3] {
            let translated = RulePrinter(printer, variant: variant).text(rule)
            guard let back = reader.policyLine(translated)?.clauses.first?.rules.first else { continue }
            if TreeDump(grammar: grammar, names: reader.parser.names).text(back) == dump { return translated }
        }
        return code
    }

    // MARK: - Steps

    private mutating func step(_ code: String) -> String {
        let lead = reader.lead
        guard let step = reader.step(code) else { return code }
        let translated = text(step)
        return reader.dump(translated, after: lead) == reader.dump(step.node) ? translated : code
    }

    private func text(_ step: StatementReader.Step) -> String {
        let text = printer.text(step.node, withLead: !step.isAnd || step.hasOwnLead)
        return step.isAnd ? Keyword.and.phrase(language) + " " + text : text
    }

    /// A step with `<headers>`: translated with stand-ins for them, then compared row by row.
    private mutating func step(_ template: StepTemplate) -> String {
        let lead = reader.lead
        guard let step = reader.step(template.withStandIns) else {
            // The words that `and` repeats are in every row the same.
            _ = reader.step(template.rows.first ?? "")
            return template.code
        }
        guard let translated = template.restored(text(step)) else { return template.code }
        let isSame = zip(template.rows, template.table.rows).allSatisfy { row, cells in
            reader.dump(row, after: lead) == reader.dump(StepTemplate.substitute(translated, template.table.headers, cells), after: lead)
        }
        return isSame ? translated : template.code
    }
}

/// A step of a scenario with `examples`, with what can stand in for its `<headers>` while it is parsed.
struct StepTemplate {
    let code: String
    let table: ScriptTable
    /// The step with a value of the right kind in place of every header.
    let withStandIns: String
    private let standIns: [(text: String, header: String)]

    /// `nil` where no header stands in the step.
    init?(_ code: String, _ table: ScriptTable) {
        (self.code, self.table) = (code, table)
        var standIns: [(text: String, header: String)] = []
        var out = ""
        var rest = Substring(code)
        var isInString = false
        var isFound = false
        while let c = rest.first {
            if c == "\"" { isInString.toggle() }
            if c == "\\", isInString { out.append(rest.removeFirst()) }
            if c == "<", let close = rest.firstIndex(of: ">"), case let header = String(rest[rest.index(after: rest.startIndex)..<close]),
                let column = table.headers.firstIndex(of: header)
            {
                isFound = true
                if !isInString {
                    let text = Self.standIn(standIns.count, table.rows.compactMap { column < $0.count ? $0[column] : nil })
                    standIns.append((text, "<\(header)>"))
                    out += text
                    rest = rest[rest.index(after: close)...]
                    continue
                }
            }
            if let next = rest.popFirst() { out.append(next) }
        }
        guard isFound else { return nil }
        (withStandIns, self.standIns) = (out, standIns)
    }

    /// The step in every row.
    var rows: [String] { table.rows.map { Self.substitute(code, table.headers, $0) } }

    /// A value that no script has, of the kind that a column's cells are.
    private static func standIn(_ index: Int, _ cells: [String]) -> String {
        // Five of anything takes the same form in Russian as most numbers do.
        if cells.allSatisfy({ Int($0) != nil }) { return String(3575 + index * 1000) }
        if cells.allSatisfy({ $0.hasPrefix("\"") }) { return "\"zq\(index)zq\"" }
        if cells.allSatisfy({ $0.hasPrefix("@") }) { return "@zq\(index)zq" }
        let isDate = cells.allSatisfy { $0.utf8.count == 10 && $0.utf8.allSatisfy { (0x2D...0x39).contains($0) } }
        return isDate ? "\(11 + index % 17).03.2971" : "zq\(index)zq"
    }

    /// The headers back in their places; `nil` where one got lost.
    func restored(_ text: String) -> String? {
        var out = text
        for (standIn, header) in standIns {
            let parts = Self.split(out, standIn)
            guard parts.count == 2 else { return nil }
            out = parts.joined(separator: header)
        }
        return out
    }

    private static func split(_ text: String, _ separator: String) -> [String] {
        var out: [String] = [""]
        var rest = Substring(text)
        while !rest.isEmpty {
            if rest.hasPrefix(separator) {
                rest = rest.dropFirst(separator.count)
                out.append("")
            } else {
                out[out.count - 1].append(rest.removeFirst())
            }
        }
        return out
    }

    static func substitute(_ code: String, _ headers: [String], _ row: [String]) -> String {
        Parser.substitute(code, headers, row)
    }
}
