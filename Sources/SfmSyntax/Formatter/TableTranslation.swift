import SfmTerms

/// The steps of a scenario with `examples` on their way into the other language, together with the words in its table.
///
/// Invariant: every row means what it meant; a column whose words do not fit stays as it is.
struct TableTranslation {
    private var translation: Translation
    private let number: Int
    private let table: ScriptTable
    private let kinds: [ColumnKind]
    private var rows: [[String]]
    private var usesWords = true
    /// The columns whose words have been chosen.
    private var settled = Set<Int>()
    private var steps: [Int: String] = [:]

    init(_ translation: Translation, _ number: Int) {
        (self.translation, self.number, table) = (translation, number, translation.lines.tables[number])
        rows = table.rows
        kinds = table.headers.indices.map { column in ColumnKind(translation.lines.tables[number].rows.map { $0[column] }) }
    }

    /// The table and the steps by the numbers of their lines.
    func result() -> (table: ScriptTable, steps: [Int: String]) {
        var attempt = self
        // The words of another file stay as they are.
        attempt.usesWords = !table.isElsewhere
        if !attempt.translate() {
            attempt = self
            attempt.usesWords = false
            _ = attempt.translate()
        }
        var table = table
        table.rows = attempt.rows
        return (table, attempt.steps)
    }

    /// False where a row would not mean the same any more.
    private mutating func translate() -> Bool {
        let quoted = quotedColumns()
        var checks: [(old: [LineStep], new: String)] = []
        for line in translation.lines.all[table.extent] where line.kind == .step {
            let code = translation.layout.laidOut(line, from: line.keywordEnd)
            let said = table.steps[line.number] ?? []
            guard !Translation.hidesBracket(code), let template = StepTemplate(code, table.headers) else {
                // It says the same in every row.
                if let first = said.first { steps[line.number] = translation.step(line, first) }
                continue
            }
            let translated = translate(template, said, quoted)
            let text = translation.isInLanguage(line) ? code : translated ?? code
            steps[line.number] = text
            checks.append((said, text))
        }
        // A cell that is in that language already keeps its words.
        for (row, column) in rows.indices.flatMap({ row in settled.map { (row, $0) } }) where isInLanguage(table.rows[row][column]) {
            rows[row][column] = table.rows[row][column]
        }
        return checks.allSatisfy { isSame($0.old, $0.new, rows) }
    }

    /// Columns that stand in texts are the script's own.
    private func quotedColumns() -> Set<Int> {
        var out = Set<Int>()
        for line in translation.lines.all[table.extent] where line.table == number && line.kind != .row {
            let code = translation.layout.laidOut(line, from: line.tokens.lowerBound)
            out.formUnion(StepTemplate(code, table.headers)?.quoted ?? [])
        }
        return out
    }

    // MARK: - One step

    /// A step as it was read in every row.
    private mutating func translate(_ template: StepTemplate, _ said: [LineStep], _ quoted: Set<Int>) -> String? {
        let worded = template.uses.filter { standIn($0, 0) == nil }.map(\.column)
        guard Set(worded).count == worded.count, worded.allSatisfy({ usesWords && !quoted.contains($0) }) else { return nil }
        var variants: [String] = []
        for (row, step) in zip(table.rows, said) {
            guard let text = filled(template, row, step).flatMap({ restored($0, template) }) else { return nil }
            variants.append(text)
            if worded.isEmpty { break }
        }
        guard let first = variants.first else { return nil }
        if worded.isEmpty { return isSame(said, first, table.rows) ? first : nil }
        for candidate in templates(first, worded, 0) {
            let chosen = variants.indices.map { choice(of: worded, row: $0, candidate, variants[$0]) }
            guard chosen.allSatisfy({ $0 != nil }) else { continue }
            for (row, words) in chosen.enumerated() {
                for (column, word) in zip(worded, words ?? []) { rows[row][column] = word }
            }
            settled.formUnion(worded)
            return candidate
        }
        return nil
    }

    private func isInLanguage(_ cell: String) -> Bool {
        let letters = cell.unicodeScalars.filter(\.properties.isAlphabetic)
        return !letters.isEmpty && letters.allSatisfy { (0x400...0x52F).contains($0.value) == (translation.language == .russian) }
    }

    /// A step in the other language with the words of a row in it, and what stands in for the cells that are no words.
    private mutating func filled(_ template: StepTemplate, _ row: [String], _ said: LineStep) -> String? {
        // A row of words alone has been read already; what stands in for a cell must be read, as a cell is any part of a text.
        if template.quoted.isEmpty, template.uses.allSatisfy({ standIn($0, 0) == nil }) { return translation.printed(said, translation.printer) }
        let code = template.filled { standIn($1, $0) ?? row[$1.column] }
        guard let step = translation.reader.step(code, after: said.lead.above) else { return nil }
        return translation.printed(step, translation.printer.naming(translation.reader.names))
    }

    /// Whether a line says in every row what it said.
    private mutating func isSame(_ said: [LineStep], _ text: String, _ rows: [[String]]) -> Bool {
        guard !said.isEmpty else { return false }
        return zip(rows, said).allSatisfy { row, step in
            translation.reader.dump(Parser.substitute(text, table.headers, row), after: step.lead.above) == translation.tree.dump(step.node)
        }
    }

    /// The headers back in place of what stood in for them; `nil` where one got lost.
    private func restored(_ text: String, _ template: StepTemplate) -> String? {
        var out = text
        for (number, use) in template.uses.enumerated() {
            guard let standIn = standIn(use, number) else { continue }
            let parts = out.parts(around: standIn)
            guard parts.count == 2 else { return nil }
            out = parts.joined(separator: template.header(use))
        }
        return out
    }

    private func standIn(_ use: StepTemplate.Use, _ number: Int) -> String? {
        use.isGlued ? ColumnKind.label.standIn(number) : kinds[use.column].standIn(number)
    }

    // MARK: - Words

    /// The line with headers in place of the words of a row, in every way that the words allow.
    private mutating func templates(_ text: String, _ columns: [Int], _ row: Int) -> [String] {
        var out = [text]
        for column in columns {
            let words = words(column, row)
            out = out.flatMap { line in
                words.compactMap { word -> String? in
                    let parts = (" " + line + " ").parts(around: " " + word)
                    guard parts.count == 2, let next = parts[1].first, next == " " || next == ":" || next == "," else { return nil }
                    return parts.joined(separator: " <\(table.headers[column])>").trimmingBlanks
                }
            }
        }
        return out
    }

    /// The words of a row with which a template becomes its line.
    private mutating func choice(of columns: [Int], row: Int, _ template: String, _ line: String) -> [String]? {
        var choices: [[String]] = [[]]
        for column in columns {
            let words = words(column, row)
            choices = choices.flatMap { chosen in words.map { chosen + [$0] } }
        }
        return choices.first { chosen in
            let headers = columns.map { table.headers[$0] }
            return Parser.substitute(template, headers, chosen) == line
        }
    }

    /// What a cell may be called in the other language; one word where an earlier step has chosen it.
    private mutating func words(_ column: Int, _ row: Int) -> [String] {
        if settled.contains(column) { return [rows[row][column]] }
        return translation.reader.meanings(table.rows[row][column]).flatMap { translation.printer.words($0) }
    }
}

extension FormPrinter {
    /// The forms in which a printed line may hold a meaning.
    func words(_ meaning: CellMeaning) -> [String] {
        switch meaning {
        case .decision(let word): [word.phrase(language)]
        case .role(let role):
            [true, false].flatMap { plural in
                [GrammaticalCase.genitive, .nominative, .dative, .accusative, .instrumental].map { RoleNoun.of(role).inflected(language, plural: plural, $0) }
            }
        case .duration(let duration): [.accusative, .genitive].map { Government.durationText(duration, language, $0) }
        case .choice(let slot, let value): [ChoiceWords.phrase(slot.choices, value, language)]
        }
    }
}

extension String {
    /// What stands before, between and after every place where a text occurs.
    func parts(around separator: String) -> [String] {
        var out: [String] = [""]
        var rest = Substring(self)
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
}
