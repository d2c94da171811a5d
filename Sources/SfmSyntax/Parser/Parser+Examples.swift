import SfmTerms

extension Parser {
    /// A table of `examples` inside the scenario that begins at the cursor, found before anything is parsed.
    struct ExamplesTable {
        /// The scenario's text from its first line up to the table.
        var body: Range<Int>
        var headers: [String] = []
        /// The cells of the header, as they stand in the file.
        var headerSpans: [Span] = []
        var rows: [(cells: [String], span: Span, line: Int)] = []
        /// Its rows as they stand in the file, the header first.
        var lines: [(token: Int, cells: [String], comment: String)] = []
        var span: Span
        /// The token of `examples` and the one after it.
        let head: (token: Int, next: Int)
        /// The file in which its rows stand.
        var file: String?
        /// How many `end`s close it and its scenario.
        var ends = 0
        /// The token after the scenario's end.
        var next: Int
    }

    /// examples := EXAMPLES ({ row } | FROM string) END, as the last part of a scenario; row := "|" { cell "|" }
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
        var table = ExamplesTable(body: scenarioStart..<Int(tokens[start].lower), span: tokens[start].span(file), head: (start, afterKeyword), next: start)
        if probe != nil, let from = match(grammar.particle(.fromFile), at: afterKeyword) { ask(.table, at: from.next) }
        if let from = match(grammar.particle(.fromFile), at: afterKeyword), tokens[from.next].kind == .string {
            return readFile(at: from.next, table)
        }
        var k = afterKeyword
        var (line, counted) = (source.reportedLine(of: Int(tokens[start].lower)), Int(tokens[start].lower))
        while true {
            while tokens[k].kind == .newline { k += 1 }
            guard tokens[k].kind == .bar else { break }
            let lower = Int(tokens[k].lower)
            line += LineEnd.count(in: source.bytes, counted..<lower)
            counted = lower
            let (cells, comment) = Self.cells(source.bytes, from: lower, expected: table.headers.count)
            table.lines.append((k, cells, comment))
            let isHeader = table.lines.count == 1
            if isHeader {
                (table.headers, table.headerSpans) = (cells, cellSpans(k, cells.count, lower))
            } else {
                table.rows.append((cells, Span(lower, lineEnd(k), file: file), line))
            }
            if cells.count != table.headers.count {
                diagnostics.append(
                    .badTable(
                        Span(lower, source.lineRange(of: lower).upperBound, file: file),
                        Text(
                            "this row has \(cells.count) cells, the header \(table.headers.count)",
                            "в этой строке ячеек: \(cells.count), в заголовке: \(table.headers.count)")))
            }
            while tokens[k].kind != .newline, tokens[k].kind != .end { k += 1 }
        }
        if table.headers.isEmpty || table.rows.isEmpty {
            diagnostics.append(.badTable(table.span, Text("a table needs a header and at least one row", "в таблице нужны заголовок и хотя бы одна строка")))
        }
        (table.next, table.ends) = afterEnds(k, table.span)
        return table
    }

    /// A table whose rows stand in a file. Where nobody reads files it has none.
    private mutating func readFile(at name: Int, _ head: consuming ExamplesTable) -> ExamplesTable {
        var table = head
        table.file = names[tokens[name].name]
        if let csv = self.table(named: name) {
            (table.headers, table.headerSpans) = (csv.headers?.cells ?? [], csv.headers?.spans ?? [])
            table.rows = csv.rows.map { ($0.cells, $0.span, $0.number) }
        }
        var k = name + 1
        while tokens[k].kind == .newline { k += 1 }
        if tokens[k].kind == .bar { diagnostics.append(.rowsElsewhere(tokens[k].span(file))) }
        while tokens[k].kind == .bar {
            while tokens[k].kind != .newline, tokens[k].kind != .end { k += 1 }
            while tokens[k].kind == .newline { k += 1 }
        }
        (table.next, table.ends) = afterEnds(k, table.span)
        return table
    }

    /// Where the last token of a line ends.
    private func lineEnd(_ start: Int) -> Int {
        var k = start
        while tokens[k + 1].kind != .newline, tokens[k + 1].kind != .end { k += 1 }
        return Int(tokens[k].upper)
    }

    /// The cells of a row between its bars; where they cannot be told apart, all of them are the row.
    private func cellSpans(_ start: Int, _ count: Int, _ lower: Int) -> [Span] {
        var bars: [Int] = []
        var k = start
        while tokens[k].kind != .newline, tokens[k].kind != .end {
            if tokens[k].kind == .bar { bars.append(k) }
            k += 1
        }
        let whole = Span(lower, lineEnd(start), file: file)
        guard bars.count == count + 1 else { return Array(repeating: whole, count: count) }
        return zip(bars, bars.dropFirst()).map { a, b in
            b == a + 1 ? tokens[a].span(file) : Span(Int(tokens[a + 1].lower), Int(tokens[b - 1].upper), file: file)
        }
    }

    /// Passes the table's `end` and the scenario's; one `end` closes both where no second follows.
    private mutating func afterEnds(_ start: Int, _ span: Span) -> (next: Int, ends: Int) {
        let saved = i
        defer { i = saved }
        i = start
        guard let (_, next) = keyword(.end) else {
            isIncomplete = at(.end)
            diagnostics.append(.unclosedBlock(Text("examples", "примеры"), span))
            return (start, 0)
        }
        i = next
        skipBlankLines()
        let after = i
        if let (_, second) = keyword(.end) {
            i = second
            skipLine()
            return (i, 2)
        }
        return (after, 1)
    }

    /// The cells of one row and the comment behind them; `\|` is a bar inside a cell. Behind as many cells as the header has a `#` begins
    /// the comment, whatever bars stand in it; behind a header, of which nobody knows how many it has, a `#` with a blank.
    static func cells(_ bytes: [UInt8], from start: Int, expected: Int) -> (cells: [String], comment: String) {
        var out: [String] = []
        var cell: [UInt8] = []
        var k = start + 1
        while k < bytes.count, !LineEnd.begins(in: bytes, at: k) {
            if bytes[k] == UInt8(ascii: "\\"), k + 1 < bytes.count, bytes[k + 1] == UInt8(ascii: "|") {
                cell.append(UInt8(ascii: "|"))
                k += 2
            } else if bytes[k] == UInt8(ascii: "|") {
                out.append(String(decoding: cell, as: UTF8.self).trimmingBlanks)
                cell.removeAll()
                k += 1
            } else if bytes[k] == UInt8(ascii: "#"), !out.isEmpty, cell.allSatisfy({ $0 == 0x20 || $0 == 0x09 }),
                expected > 0 ? out.count == expected : k + 1 < bytes.count && bytes[k + 1] == 0x20
            {
                let end = bytes.indices[k...].first { LineEnd.begins(in: bytes, at: $0) } ?? bytes.count
                return (out, String(decoding: bytes[k..<end], as: UTF8.self).trimmingBlanks)
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
        defer { i = table.next }
        guard table.rows.allSatisfy({ $0.cells.count == table.headers.count }), !table.headers.isEmpty else { return }
        let places = placeholders(of: table, from: start)
        guard reportColumns(table, places, into: &script) else { return passRows(of: table, places, from: start) }
        readRows(of: table, places, from: start, into: &script)
    }

    /// Rows that nobody knows the columns of are read for what their other lines say.
    private mutating func passRows(of table: ExamplesTable, _ places: [Placeholder], from start: Int) {
        guard lines != nil else { return }
        let (found, files) = (diagnostics, sources.count)
        var nowhere = ScriptNode()
        diagnostics = []
        readRows(of: table, places, from: start, into: &nowhere)
        diagnostics = found
        sources.removeSubrange(files...)
        forgetTables(from: files)
    }

    private mutating func readRows(of table: ExamplesTable, _ places: [Placeholder], from start: Int, into script: inout ScriptNode) {
        let source = sources[Int(file)]
        // The title is a text already: what a cell holds becomes a part of it and ends nothing.
        let title = titleRange(start) ?? table.body.lowerBound..<table.body.lowerBound
        func body(_ range: Range<Int>) -> String { String(decoding: source.bytes[range], as: UTF8.self) }
        let (before, named, behind) = (
            body(table.body.lowerBound..<title.lowerBound), body(title), body(title.upperBound..<table.body.upperBound)
        )
        if (table.body.count + 64) * table.rows.count > limits.fileBytes {
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
        let lines = shapedLines(places, table, firstLine)
        let extent = self.extent(from: start, to: table.next)
        for row in table.rows where diagnostics.count < limits.diagnostics {
            // Cells may be wide and stand in many places: counted while they are put there.
            left -= before.utf8.count + named.utf8.count + 5
            guard left >= 0, let text = Self.substitute(behind, columns, row.cells, atMost: left) else {
                diagnostics.append(.tableTooLarge(table.span, limit: limits.fileBytes))
                return
            }
            left -= text.utf8.count
            let home = sources[Int(row.span.file)]
            let made = TableRow(
                span: row.span, line: row.line, table: table.file == nil ? nil : home.name, text: home.text(row.span), count: table.rows.count, lines: lines)
            let bytes = Array((before + named + text + "\nend\n").utf8)
            for var scenario in parseRow(SourceFile(name: source.name, bytes: bytes, firstLine: firstLine, row: made)) {
                scenario.extent = extent
                guard let title = Self.substitute(scenario.title, columns, row.cells, atMost: left) else {
                    diagnostics.append(.tableTooLarge(table.span, limit: limits.fileBytes))
                    return
                }
                left -= title.utf8.count
                scenario.title = title
                scenarios.append(scenario)
            }
        }
        for k in diagnostics.indices { diagnostics[k] = diagnostics[k].sparingRows(sources) }
        number(&scenarios)
        script.scenarios += scenarios
    }

    /// Where the title's text stands in the file.
    private mutating func titleRange(_ start: Int) -> Range<Int>? {
        let saved = i
        defer { i = saved }
        i = start
        guard let (_, next) = keyword(.scenario), tokens[next].kind == .string else { return nil }
        return Int(tokens[next].lower)..<Int(tokens[next].upper)
    }

    // MARK: - Columns

    /// Something in angle brackets that can be nothing but a column: `<days>`, and not `< 3`.
    private struct Placeholder {
        let span: Span
        let name: String
        let column: Int?
        /// Whether it stands within a text, where a cell is nothing but text.
        let isQuoted: Bool
    }

    /// The places of the scenario that a row fills, or would if the table had such a column. Comments have none.
    private func placeholders(of table: ExamplesTable, from start: Int) -> [Placeholder] {
        let bytes = sources[Int(file)].bytes
        let columns = Self.columns(table.headers)
        var out: [Placeholder] = []
        var k = start
        var at = table.body.lowerBound
        while at < table.body.upperBound {
            guard bytes[at] == UInt8(ascii: "<") else {
                at += 1
                continue
            }
            while tokens[k].kind != .end, Int(tokens[k].upper) <= at { k += 1 }
            // What no token covers is a comment.
            guard Int(tokens[k].lower) <= at else {
                at += 1
                continue
            }
            var close = at + 1
            while close < table.body.upperBound, bytes[close] != UInt8(ascii: ">"), bytes[close] != UInt8(ascii: "<"),
                !LineEnd.begins(in: bytes, at: close)
            { close += 1 }
            guard close < table.body.upperBound, bytes[close] == UInt8(ascii: ">") else {
                at += 1
                continue
            }
            let name = String(decoding: bytes[at + 1..<close], as: UTF8.self)
            if columns[name] != nil || Self.looksLikeColumn(name) {
                out.append(Placeholder(span: Span(at, close + 1, file: file), name: name, column: columns[name], isQuoted: tokens[k].kind == .string))
            }
            at = close + 1
        }
        return out
    }

    /// Whether a `#` stands in a cell outside of quotes.
    private static func opensComment(_ cell: String) -> Bool {
        var isQuoted = false
        for byte in cell.utf8 {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: "#"), !isQuoted { return true }
        }
        return false
    }

    /// A word or several, with no blank at either end; of several the first is no number, as in `<3 and y>`.
    private static func looksLikeColumn(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, let last = name.unicodeScalars.last, !Scalars.isSpace(last.value) else { return false }
        return first.properties.isAlphabetic || first == "_" || name.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Says what is wrong with the columns; false where it is not known what a row would be.
    private mutating func reportColumns(_ table: ExamplesTable, _ places: [Placeholder], into script: inout ScriptNode) -> Bool {
        let before = diagnostics.count
        var first: [String: Span] = [:]
        for (name, span) in zip(table.headers, table.headerSpans) {
            guard diagnostics.count < limits.diagnostics else { break }
            if let earlier = first[name] { diagnostics.append(.doubledColumn(span, name, first: earlier)) } else { first[name] = span }
        }
        var said = Set<String>()
        for place in places where place.column == nil && said.insert(place.name).inserted {
            guard diagnostics.count < limits.diagnostics else { break }
            diagnostics.append(.unknownColumn(place.span, Self.clipped(place.name), known: table.headers, at: table.headerSpans))
        }
        // A `#` would end the line, and with it what the row is to check.
        let bare = Set(places.filter { !$0.isQuoted }.compactMap(\.column))
        for row in table.rows where diagnostics.count < limits.diagnostics {
            if let cell = zip(row.cells.indices, row.cells).first(where: { bare.contains($0) && Self.opensComment($1) })?.1 {
                diagnostics.append(.commentInCell(row.span, Self.clipped(cell)))
            }
        }
        let used = Set(places.compactMap(\.column))
        // A file may say more than one scenario needs.
        for (k, span) in table.headerSpans.enumerated() where table.file == nil && !used.contains(k) && first[table.headers[k]] == span {
            script.warnings.append(.unusedColumn(span, table.headers[k]))
        }
        return diagnostics.count == before
    }

    /// The lines of the scenario that a row fills something into.
    private func shapedLines(_ places: [Placeholder], _ table: ExamplesTable, _ firstLine: Int) -> [Int] {
        let bytes = sources[Int(file)].bytes
        var (line, at) = (firstLine, table.body.lowerBound)
        var out: [Int] = []
        for place in places {
            line += LineEnd.count(in: bytes, at..<Int(place.span.lower))
            at = Int(place.span.lower)
            if out.last != line { out.append(line) }
        }
        return out
    }

    // MARK: - Rows

    private mutating func parseRow(_ source: SourceFile) -> [ScenarioNode] {
        let saved = (tokens, lineWords, i, file, depth, lastLead, diagnostics, isIncomplete)
        diagnostics = []
        begin(source)
        lines?.beginRow()
        skipBlankLines()
        let start = i
        var out: [ScenarioNode] = []
        if let (_, next) = keyword(.scenario) {
            i = next
            if at(.string), let scenario = parsePlainScenario(start) { out.append(scenario) }
        }
        lines?.endRow()
        let found = diagnostics
        (tokens, lineWords, i, file, depth, lastLead, diagnostics, isIncomplete) = saved
        keywordsHere.at = -1
        // The same mistake in every row is one mistake, with the rows that make it.
        for diagnostic in found.map({ $0.namingRow(sources) }) {
            if let k = diagnostics.firstIndex(where: { sameMistake($0, diagnostic) }) {
                diagnostics[k].join(diagnostic)
            } else {
                diagnostics.append(diagnostic)
            }
        }
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

    /// Where a placeholder ends whose `<` stands before the text: on its line, and before another begins, so that however many there are
    /// each piece of the text is looked at once.
    static func placeholderEnd(_ text: Substring) -> String.Index? {
        guard let end = text.utf8.firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "\n") }) else { return nil }
        return text.utf8[end] == UInt8(ascii: ">") ? end : nil
    }

    /// The body with a row's cells in it; `nil` where it would be longer than that many bytes.
    static func substitute(_ body: String, _ columns: [String: Int], _ row: [String], atMost limit: Int) -> String? {
        var out = ""
        var rest = Substring(body)
        while out.utf8.count <= limit, let open = rest.firstIndex(of: "<") {
            out += rest[..<open]
            let after = rest[rest.index(after: open)...]
            if let close = Self.placeholderEnd(after), let column = columns[String(after[..<close])] {
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
