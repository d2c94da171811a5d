import SfmTerms

/// A table in a file of values separated by commas or semicolons: a line of headers, then a line a row. A cell in quotes may hold the
/// separator, and a quote that is doubled; it ends on its line.
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

    /// Reads a text; `file` is its number among the sources. Of many mistakes the first few are told.
    init(_ source: SourceFile, file: UInt16, limits: SyntaxLimits) {
        let bytes = source.bytes
        var start = Lexer.bomLength(bytes)
        let separator = Self.separator(bytes, from: start)
        var number = 0
        while start < bytes.count, diagnostics.count < limits.diagnostics {
            number += 1
            var end = start
            while end < bytes.count, !LineEnd.begins(in: bytes, at: end) { end += 1 }
            if !bytes[start..<end].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
                add(bytes, start..<end, separator, Line(span: Span(start, end, file: file), number: number))
            }
            start = end + LineEnd.length(in: bytes, at: end)
        }
        if rows.isEmpty, diagnostics.isEmpty {
            let end = min(bytes.count, headers.map { Int($0.span.upper) } ?? 0)
            diagnostics.append(
                .badCSV(
                    Span(0, end, file: file),
                    Text("a table needs a line of headers and at least one row", "в таблице нужны строка заголовков и хотя бы одна строка")))
        }
    }

    /// Semicolons where the headers have any, as tables in Russian are saved.
    private static func separator(_ bytes: [UInt8], from start: Int) -> UInt8 {
        let line = bytes[start...].indices.first { LineEnd.begins(in: bytes, at: $0) } ?? bytes.count
        var isQuoted = false
        for byte in bytes[start..<line] {
            if byte == quote { isQuoted.toggle() }
            if byte == UInt8(ascii: ";"), !isQuoted { return byte }
        }
        return UInt8(ascii: ",")
    }

    private static let quote = UInt8(ascii: "\"")

    private mutating func add(_ bytes: [UInt8], _ range: Range<Int>, _ separator: UInt8, _ empty: Line) {
        var line = empty
        let file = line.span.file
        var at = range.lowerBound
        while true {
            var end = at
            while end < range.upperBound, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
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
                while end < range.upperBound, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
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
                while lower < upper, bytes[lower] == 0x20 || bytes[lower] == 0x09 { lower += 1 }
                while upper > lower, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 { upper -= 1 }
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
                    "a row is one, two or one;two, as many cells as there are headers; a cell with a comma stands in quotes",
                    "строка — это один;два или один,два, ячеек столько же, сколько заголовков; ячейка с запятой стоит в кавычках")
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
