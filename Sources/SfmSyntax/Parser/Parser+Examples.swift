import SfmTerms

extension Parser {
    /// A table of `examples` inside the scenario that begins at the cursor, found before anything is parsed.
    struct ExamplesTable {
        /// The scenario's text from its first line up to the table.
        var body: Range<Int>
        var headers: [String]
        var rows: [[String]]
        var span: Span
        /// The token after the scenario's end.
        var next: Int
    }

    /// examples := EXAMPLES { row } END, as the last part of a scenario; row := "|" { cell "|" }
    mutating func findExamples() -> ExamplesTable? {
        guard lineWords & grammar.examplesWords != 0 else { return nil }
        var k = i
        var open = 0
        while tokens[k].kind != .end {
            while tokens[k].kind != .newline, tokens[k].kind != .end { k += 1 }
            while tokens[k].kind == .newline { k += 1 }
            let saved = i
            i = k
            let word = keyword(.examples)
            let isAct = word.map { self.isAct(longerThan: $0.next) } ?? false
            i = saved
            guard let word, !isAct else { continue }
            switch word.keyword {
            case .repeatBlock: open += 1
            case .end:
                open -= 1
                if open < 0 { return nil }
            case .examples: return open == 0 ? readTable(at: k, word.next) : nil
            default: return nil
            }
        }
        return nil
    }

    private mutating func readTable(at start: Int, _ afterKeyword: Int) -> ExamplesTable? {
        let source = sources[Int(file)]
        let scenarioStart = source.lineRange(of: Int(token.lower)).lowerBound
        var table = ExamplesTable(
            body: scenarioStart..<Int(tokens[start].lower), headers: [], rows: [], span: tokens[start].span(file), next: start)
        var k = afterKeyword
        while true {
            while tokens[k].kind == .newline { k += 1 }
            guard tokens[k].kind == .bar else { break }
            let (cells, _) = Self.cells(source.bytes, from: Int(tokens[k].lower))
            if table.headers.isEmpty { table.headers = cells } else { table.rows.append(cells) }
            if cells.count != table.headers.count {
                let line = source.lineRange(of: Int(tokens[k].lower))
                diagnostics.append(
                    .badTable(
                        Span(Int(tokens[k].lower), line.upperBound, file: file),
                        Text(
                            "this row has \(cells.count) cells, the header \(table.headers.count)",
                            "в этой строке ячеек: \(cells.count), в заголовке: \(table.headers.count)")))
            }
            while tokens[k].kind != .newline, tokens[k].kind != .end { k += 1 }
        }
        if table.headers.isEmpty || table.rows.isEmpty {
            diagnostics.append(.badTable(table.span, Text("a table needs a header and at least one row", "в таблице нужны заголовок и хотя бы одна строка")))
        }
        table.next = afterEnds(k, table.span)
        return table
    }

    /// Passes the table's `end` and the scenario's; one `end` closes both where no second follows.
    private mutating func afterEnds(_ start: Int, _ span: Span) -> Int {
        let saved = i
        defer { i = saved }
        i = start
        guard let (_, next) = keyword(.end) else {
            isIncomplete = at(.end)
            diagnostics.append(.unclosedBlock(Text("examples", "примеры"), span))
            return start
        }
        i = next
        skipBlankLines()
        let after = i
        if let (_, second) = keyword(.end) {
            i = second
            skipLine()
            return i
        }
        return after
    }

    /// The cells of one row and the comment behind them; `\|` is a bar inside a cell.
    static func cells(_ bytes: [UInt8], from start: Int) -> (cells: [String], comment: String) {
        var out: [String] = []
        var cell: [UInt8] = []
        var k = start + 1
        while k < bytes.count, bytes[k] != 10 {
            if bytes[k] == UInt8(ascii: "\\"), k + 1 < bytes.count, bytes[k + 1] == UInt8(ascii: "|") {
                cell.append(UInt8(ascii: "|"))
                k += 2
            } else if bytes[k] == UInt8(ascii: "|") {
                out.append(String(decoding: cell, as: UTF8.self).trimmingBlanks)
                cell.removeAll()
                k += 1
            } else {
                cell.append(bytes[k])
                k += 1
            }
        }
        let rest = String(decoding: cell, as: UTF8.self).trimmingBlanks
        if rest.hasPrefix("#") { return (out, rest) }
        if !rest.isEmpty { out.append(rest) }
        return (out, "")
    }

    /// Parses the scenario once a row, with the row's cells in place of `<header>`.
    mutating func expand(_ table: ExamplesTable, from start: Int, into script: inout ScriptNode) {
        let source = sources[Int(file)]
        let body = String(decoding: source.bytes[table.body], as: UTF8.self)
        defer { i = table.next }
        guard table.rows.allSatisfy({ $0.count == table.headers.count }), !table.headers.isEmpty else { return }
        if (body.utf8.count + 64) * table.rows.count > limits.fileBytes {
            diagnostics.append(.tableTooLarge(table.span, limit: limits.fileBytes))
            return
        }
        // Every row is a file of its own, and files have sixteen bits for their number.
        if sources.count + table.rows.count > Int(UInt16.max) {
            diagnostics.append(.tooManyRows(table.span, limit: Int(UInt16.max)))
            return
        }
        var scenarios: [ScenarioNode] = []
        var left = limits.fileBytes
        let columns = Self.columns(table.headers)
        let firstLine = source.reportedLine(of: table.body.lowerBound)
        for row in table.rows where diagnostics.count < limits.diagnostics {
            // Cells may be wide and stand in many places: counted while they are put there.
            guard let text = Self.substitute(body, columns, row, atMost: left - 5).map({ $0 + "\nend\n" }) else {
                diagnostics.append(.tableTooLarge(table.span, limit: limits.fileBytes))
                return
            }
            left -= text.utf8.count
            scenarios += parseRow(SourceFile(name: source.name, bytes: Array(text.utf8), firstLine: firstLine))
        }
        number(&scenarios)
        script.scenarios += scenarios
    }

    private mutating func parseRow(_ source: SourceFile) -> [ScenarioNode] {
        let saved = (tokens, lineWords, i, file, depth, lastLead, diagnostics, isIncomplete)
        diagnostics = []
        begin(source)
        skipBlankLines()
        let start = i
        var out: [ScenarioNode] = []
        if let (_, next) = keyword(.scenario) {
            i = next
            if at(.string), let scenario = parsePlainScenario(start) { out.append(scenario) }
        }
        let found = diagnostics
        (tokens, lineWords, i, file, depth, lastLead, diagnostics, isIncomplete) = saved
        keywordsHere.at = -1
        // The same mistake in every row is one mistake.
        for diagnostic in found where !diagnostics.contains(where: { sameMistake($0, diagnostic) }) { diagnostics.append(diagnostic) }
        return out
    }

    private func sameMistake(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
        a.code == b.code && a.message == b.message && line(a.span) == line(b.span)
    }

    private func line(_ span: Span) -> Int {
        sources[Int(span.file)].reportedLine(of: Int(span.lower))
    }

    /// Where each header's column is; the first of two alike counts.
    private static func columns(_ headers: [String]) -> [String: Int] { Dictionary(zip(headers, headers.indices)) { first, _ in first } }

    /// The body with a row's cells in it.
    static func substitute(_ body: String, _ headers: [String], _ row: [String]) -> String {
        substitute(body, columns(headers), row, atMost: .max) ?? body
    }

    /// The body with a row's cells in it; `nil` where it would be longer than that many bytes.
    static func substitute(_ body: String, _ columns: [String: Int], _ row: [String], atMost limit: Int) -> String? {
        var out = ""
        var rest = Substring(body)
        while out.utf8.count <= limit, let open = rest.firstIndex(of: "<") {
            out += rest[..<open]
            let after = rest[rest.index(after: open)...]
            if let close = after.firstIndex(of: ">"), let column = columns[String(after[..<close])] {
                out += row[column]
                rest = after[after.index(after: close)...]
            } else {
                out += "<"
                rest = after
            }
        }
        return out.utf8.count + rest.utf8.count <= limit ? out + rest : nil
    }

    private func number(_ scenarios: inout [ScenarioNode]) {
        var count: [String: Int] = [:]
        for scenario in scenarios { count[scenario.title, default: 0] += 1 }
        var seen: [String: Int] = [:]
        for index in scenarios.indices where count[scenarios[index].title, default: 0] > 1 {
            let title = scenarios[index].title
            seen[title, default: 0] += 1
            scenarios[index].title = "\(title) #\(seen[title, default: 0])"
        }
    }
}

extension String {
    /// Without spaces, tabs, no-break spaces and carriage returns at both ends.
    var trimmingBlanks: String {
        var s = Substring(self)
        while let c = s.unicodeScalars.first, Scalars.isSpace(c.value) { s.unicodeScalars.removeFirst() }
        while let c = s.unicodeScalars.last, Scalars.isSpace(c.value) { s.unicodeScalars.removeLast() }
        return String(s)
    }
}
