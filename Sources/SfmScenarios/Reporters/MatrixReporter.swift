import SfmRuntime
import SfmSyntax
import SfmTerms

/// `sfm test --policy A,B`: scenarios by policies, then every failure with what decided instead.
package struct MatrixReporter: Sendable {
    let language: Language
    let colour: Bool
    /// Letters in place of signs, for screen readers and dumb terminals.
    let plain: Bool

    package init(language: Language, colour: Bool, plain: Bool) { (self.language, self.colour, self.plain) = (language, colour, plain) }

    package func render(_ matrix: Matrix) -> SafeText {
        guard !matrix.rows.isEmpty else { return language("no scenario was found\n", "не найдено ни одного сценария\n") }
        return table(matrix) + failures(matrix)
    }

    // MARK: - The table

    /// A policy's heading: its id in pieces under one another, or a letter where there is no room for that.
    private struct Column {
        let lines: [SafeText]
        let width: Int
    }

    private func table(_ matrix: Matrix) -> SafeText {
        let cells = matrix.rows.map { row in row.cells.map { cell($0, row) } }
        let (columns, legend) = headings(matrix, cells)
        let room = Wrap.tableWidth - columns.reduce(0) { $0 + $1.width + 2 }
        let longest = matrix.rows.map { DisplayWidth.of(SafeText(title: $0.title)) + 2 }.max() ?? 0
        let width = max(min(longest, room), 24)
        func line(_ name: SafeText, _ cells: [SafeText]) -> SafeText {
            var out = DisplayWidth.padded(name, width)
            for (cell, column) in zip(cells, columns) { out += "  " + DisplayWidth.padded(cell, column.width) }
            return out.withoutBlanksAtEnd
        }
        var out = legend
        let depth = columns.map(\.lines.count).max() ?? 0
        for k in 0..<depth { out += line("", columns.map { $0.lines.count > k ? $0.lines[k] : "" }) + "\n" }
        var path: String?
        for (row, texts) in zip(matrix.rows, cells) {
            if row.path != path { out += "\(row.path)\n" }
            path = row.path
            // A title that is longer than its column goes on below; the cells stand beside its first line.
            let title = Wrap.lines(SafeText(title: row.title), indent: 2, width: width)
            out += painted(line(title.first ?? "", texts)) + "\n"
            for rest in title.dropFirst() { out += "  \(rest)\n" }
        }
        let totals: [SafeText] = matrix.policies.indices.map { "\(matrix.passed($0))/\(matrix.rows.count)" }
        return out + "\n" + line(language("passed", "пройдено"), totals) + "\n"
    }

    /// Where it failed; `!` where it could not be run at all.
    private func cell(_ cell: Matrix.Cell, _ row: Matrix.Row) -> SafeText {
        switch cell {
        case .passed: return plain ? "ok" : "✓"
        case .failed(let failures):
            let line = failures.first.map { place($0, row).line } ?? row.line
            return "\(plain ? "FAILED " : "✗ ")\(line)"
        case .marked(let mark): return mark.kind == .skip ? language("skipped", "пропущен") : language("known", "известно")
        case .notRun: return "!"
        }
    }

    private func headings(_ matrix: Matrix, _ cells: [[SafeText]]) -> ([Column], SafeText) {
        func column(_ lines: [SafeText], _ k: Int) -> Column {
            let widest = cells.map { DisplayWidth.of($0[k]) }.max() ?? 0
            return Column(lines: lines, width: (lines.map { DisplayWidth.of($0) } + [widest]).max() ?? 0)
        }
        // `recommendations-` over `2023`: the year stands by itself.
        let whole = matrix.policies.enumerated().map { column(SafeText($1).parts(afterLast: "-"), $0) }
        if whole.reduce(0, { $0 + $1.width + 2 }) <= Wrap.tableWidth - 30 { return (whole, "") }
        let letters = matrix.policies.indices.map { k in SafeText(k < 26 ? String(UnicodeScalar(UInt8(65 + k))) : String(k + 1)) }
        let legend = zip(letters, matrix.policies).map { "\($0)  \($1)\n" as SafeText }.joined() + "\n"
        return (letters.enumerated().map { column([$1], $0) }, legend)
    }

    private func painted(_ line: SafeText) -> SafeText {
        [("✓", "32"), ("✗", "31")].reduce(line) { line, mark in colour ? line.replacing(mark.0, with: mark.0.painted(mark.1, true)) : line }
    }

    // MARK: - The failures

    /// Every scenario that failed somewhere; policies under which it failed alike are named together.
    private func failures(_ matrix: Matrix) -> SafeText {
        var out: SafeText = ""
        for row in matrix.rows {
            var told: [(policies: [String], text: SafeText)] = []
            for (policy, cell) in zip(matrix.policies, row.cells) {
                guard let first = cell.failures.first else { continue }
                let text = self.failureText(first, more: cell.failures.count - 1, row)
                if let k = told.firstIndex(where: { $0.text == text }) { told[k].policies.append(policy) } else { told.append(([policy], text)) }
            }
            guard !told.isEmpty else { continue }
            out += "\n\(plain ? "FAILED: " : "✗ ")\(title: row.title)\n"
            for (policies, text) in told { out += "  \(policies.map { SafeText($0) }.joined(separator: ", "))\n\(text)" }
        }
        return out
    }

    private func failureText(_ failure: Failure, more: Int, _ row: Matrix.Row) -> SafeText {
        let place = place(failure, row)
        var out = Wrap.wrapped("\(place.path):\(place.line): \(message: failure.message[language])", indent: 6, first: "    ")
        for detail in failure.details {
            let text = SafeText(message: detail[language])
            let depth = text.indent
            out += Wrap.wrapped(text, indent: 8 + depth, first: SafeText(repeating: " ", count: 6 + depth))
        }
        let noun = Plural("further failure", "further failures", ru: "ошибка", "ошибки", "ошибок")
        if more > 0 { out += "      \(language("and ", "и ещё "))\(noun.counted(more, language))\n" }
        return out
    }

    private func place(_ failure: Failure, _ row: Matrix.Row) -> (path: String, line: Int) {
        guard row.sources.indices.contains(Int(failure.span.file)) else { return (row.path, row.line) }
        let source = row.sources[Int(failure.span.file)]
        return (source.name, source.row?.lineInScript ?? source.reportedLine(of: Int(failure.span.lower)))
    }
}
