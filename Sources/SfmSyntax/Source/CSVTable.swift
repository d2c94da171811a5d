import SfmTerms

/// A table in a file of values separated by commas, semicolons or tabs: a line of headers, then a line a row. A cell in quotes may hold the
/// separator, and a quote that is doubled; it ends on its line. A first line `sep=;`, as spreadsheets write it, names the separator.
struct CSVTable {
    struct Line {
        var cells: [String] = []
        /// Where the cells stand in the file, without quotes.
        var spans: [Span] = []
        var span: Span
        /// From 1.
        let number: Int
    }

    private(set) var headers: Line?
    private(set) var rows: [Line] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Tabs between cells are no blanks.
    private var isSeparatedByTabs = false

    /// Reads a text; `file` is its number among the sources. Of many mistakes the first few are told.
    init(_ source: SourceFile, file: UInt16, limits: SyntaxLimits) {
        let bytes = source.bytes
        var start = Lexer.bomLength(bytes)
        var number = 0
        let said = Self.saidSeparator(bytes, from: start)
        if let said {
            number = 1
            guard let byte = said.byte else {
                diagnostics.append(.badSeparator(Span(start, said.end, file: file)))
                return
            }
            start = said.next
        }
        let separator = said?.byte ?? Self.separator(bytes, from: start)
        isSeparatedByTabs = separator == Self.tab
        while start < bytes.count, diagnostics.count < limits.diagnostics {
            number += 1
            var end = start
            while end < bytes.count, !LineEnd.begins(in: bytes, at: end) { end += 1 }
            if !bytes[start..<end].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
                add(bytes, start..<end, separator, Line(span: Span(start, end, file: file), number: number))
            }
            start = end + LineEnd.length(in: bytes, at: end)
        }
        // One column that has bars in its name is a table of another sort.
        if let headers, headers.cells.count == 1, headers.cells[0].contains("|") { diagnostics = [.badSeparator(headers.span)] }
        if rows.isEmpty, diagnostics.isEmpty {
            let end = min(bytes.count, headers.map { Int($0.span.upper) } ?? 0)
            diagnostics.append(
                .badCSV(
                    Span(0, end, file: file),
                    Text("a table needs a line of headers and at least one row", "в таблице нужны строка заголовков и хотя бы одна строка")))
        }
    }

    /// Semicolons where the headers have any, as tables in Russian are saved; tabs where nothing else separates them.
    private static func separator(_ bytes: [UInt8], from start: Int) -> UInt8 {
        var line = bytes[start..<lineEnd(bytes, from: start)]
        while let last = line.last, last == tab || last == 0x20 { line.removeLast() }
        while let first = line.first, first == tab || first == 0x20 { line.removeFirst() }
        var isQuoted = false
        var seen = Set<UInt8>()
        for byte in line {
            if byte == quote { isQuoted.toggle() }
            if !isQuoted { seen.insert(byte) }
        }
        return [semicolon, comma, tab].first { seen.contains($0) } ?? comma
    }

    /// What a first line `sep=;` says, with where the next line begins; no byte where it is nothing that separates cells.
    private static func saidSeparator(_ bytes: [UInt8], from start: Int) -> (byte: UInt8?, end: Int, next: Int)? {
        let end = lineEnd(bytes, from: start)
        var line = bytes[start..<end]
        if line.count > 1, line.first == quote, line.last == quote { line = line.dropFirst().dropLast() }
        guard line.count >= 4, line.count <= 8, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=" else { return nil }
        let said = line.dropFirst(4)
        let byte = said.count == 1 ? said.first.flatMap { [semicolon, comma, tab].contains($0) ? $0 : nil } : nil
        return (byte, end, end + LineEnd.length(in: bytes, at: end))
    }

    private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int { bytes[start...].indices.first { LineEnd.begins(in: bytes, at: $0) } ?? bytes.count }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == Self.tab && !isSeparatedByTabs }

    private static let quote = UInt8(ascii: "\"")
    private static let (semicolon, comma, tab) = (UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(0x09))

    private mutating func add(_ bytes: [UInt8], _ range: Range<Int>, _ separator: UInt8, _ empty: Line) {
        var line = empty
        let file = line.span.file
        var at = range.lowerBound
        while true {
            var end = at
            while end < range.upperBound, isBlank(bytes[end]) { end += 1 }
            if end < range.upperBound, bytes[end] == Self.quote {
                guard let (cell, after) = Self.quoted(bytes, end, range.upperBound) else {
                    return diagnostics.append(
                        .badCSV(
                            Span(end, range.upperBound, file: file),
                            Text("the quotes of a cell are not closed on its line", "кавычки ячейки не закрыты на её строке")))
                }
                line.cells.append(cell)
                line.spans.append(Span(end + 1, after - 1, file: file))
                end = after
                while end < range.upperBound, isBlank(bytes[end]) { end += 1 }
                guard end == range.upperBound || bytes[end] == separator else {
                    return diagnostics.append(
                        .badCSV(
                            Span(end, range.upperBound, file: file), Text("something stands behind the quotes of a cell", "после кавычек ячейки что-то стоит")))
                }
            } else {
                while end < range.upperBound, bytes[end] != separator { end += 1 }
                let text = String(decoding: bytes[at..<end], as: UTF8.self)
                line.cells.append(text.trimmingBlanks)
                var (lower, upper) = (at, end)
                while lower < upper, isBlank(bytes[lower]) { lower += 1 }
                while upper > lower, isBlank(bytes[upper - 1]) { upper -= 1 }
                line.spans.append(Span(lower, upper, file: file))
            }
            if end == range.upperBound { break }
            at = end + 1
        }
        guard let headers else {
            self.headers = line
            return
        }
        guard line.cells.count == headers.cells.count else {
            return diagnostics.append(
                .badCSV(
                    line.span,
                    Text(
                        "this row has \(line.cells.count) cells, the headers \(headers.cells.count)",
                        "в этой строке ячеек: \(line.cells.count), заголовков: \(headers.cells.count)")))
        }
        rows.append(line)
    }

    /// The text of a cell in quotes, and what stands behind it.
    private static func quoted(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (String, Int)? {
        var out: [UInt8] = []
        var at = start + 1
        while at < end {
            guard bytes[at] == quote else {
                out.append(bytes[at])
                at += 1
                continue
            }
            guard at + 1 < end, bytes[at + 1] == quote else { return (String(decoding: out, as: UTF8.self), at + 1) }
            out.append(quote)
            at += 2
        }
        return nil
    }
}

extension Diagnostic {
    static func badCSV(_ span: Span, _ why: Text) -> Diagnostic {
        Diagnostic(
            .badTable, why, span,
            help: [
                Text(
                    "a row is one, two or one;two (or with tabs between), as many cells as there are headers; a cell with a comma stands in quotes",
                    "строка — это один;два или один,два (или через табуляцию), ячеек столько же, сколько заголовков; ячейка с запятой стоит в кавычках")
            ])
    }

    /// A first line `sep=|`.
    static func badSeparator(_ span: Span) -> Diagnostic {
        Diagnostic(
            .badTable, Text("this does not separate the cells of a table", "этим ячейки таблицы не разделяют"), span,
            help: [
                Text(
                    "between cells stand commas, semicolons or tabs, as in: name;age — a first line that says so is sep=; or sep=,",
                    "между ячейками стоят запятые, точки с запятой или табуляции, например: имя;возраст — первая строка, если она нужна: sep=; или sep=,")
            ])
    }

    static func emptyTable(_ span: Span, _ name: String) -> Diagnostic {
        Diagnostic(
            .badTable, Text("the table “\(name)” is empty", "таблица «\(name)» пуста"), span,
            help: [
                Text(
                    "put a line of headers and at least one row into it, as in: name;age and below it @petya;15",
                    "внесите в неё строку заголовков и хотя бы одну строку, например: имя;возраст, а под ней @петя;15")
            ])
    }

    static func noHandle(_ span: Span, _ cell: String) -> Diagnostic {
        Diagnostic(
            .badTable, Text("the first column names people, and “\(cell)” is no handle", "в первом столбце стоят люди, а «\(cell)» — не имя вида @имя"), span,
            help: [Text("as in: @petya", "например: @петя")])
    }

    /// Rows of a table that stands in a file.
    static func rowsElsewhere(_ span: Span) -> Diagnostic {
        Diagnostic(
            .badTable, Text("the rows of this table stand in its file", "строки этой таблицы стоят в её файле"), span,
            help: [Text("put the row there, or take from \"…\" out", "перенесите строку туда или уберите из \"…\"")])
    }
}
