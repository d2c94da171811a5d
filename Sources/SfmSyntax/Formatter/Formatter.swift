import SfmTerms

/// A script laid out again, with what the parser found wrong in it.
public struct FormattedScript: Sendable {
    /// `nil` where the bytes are no text in UTF-8, or too many, and where a script with mistakes holds what nobody sees: that is told of, and
    /// neither printed nor written, as a terminal would obey it.
    public let text: String?
    public let diagnostics: [Diagnostic]
    /// The texts that the diagnostics point into.
    public let sources: [SourceFile]

    init(text: String?, diagnostics: [Diagnostic], sources: [SourceFile]) {
        self.text = text.flatMap { diagnostics.isEmpty || !Sanitizer.hidesSomething(in: $0) ? $0 : nil }
        (self.diagnostics, self.sources) = (diagnostics, sources)
    }
}

/// The one layout of scripts: blocks indented by two spaces, one space between words, tables in columns.
///
/// Words stay as they were typed but for their case. Lines with mistakes and all comments are kept.
public struct Formatter {
    let grammar: Grammar
    let limits: SyntaxLimits
    /// Who reads the tables that a script names; a scenario whose table nobody reads stays as it is.
    let files: (any TableFiles)?

    public init(grammar: Grammar, limits: SyntaxLimits = .standard, files: (any TableFiles)? = nil) {
        (self.grammar, self.limits, self.files) = (grammar, limits, files)
    }

    public func format(_ source: SourceFile) -> FormattedScript {
        var parser = Parser(grammar: grammar, limits: limits)
        parser.files = files
        guard let lines = parser.parseLines(source) else {
            return FormattedScript(text: nil, diagnostics: parser.diagnostics, sources: parser.sources)
        }
        let layout = LineLayout(lines, grammar.lexicon)
        let tables = lines.tables.map { TableLayout($0) }
        let names = parser.names
        let text = assemble(lines) { line in
            if case .step(let said)? = line.node, let language = said.spoken {
                return FormPrinter(grammar: grammar, names: names, language: language, quotes: .source).step(said.node)
            }
            if line.kind == .row { return line.table.flatMap { tables[$0].row(line.number) } ?? "" }
            return layout.laidOut(line, from: line.kind == .step ? line.keywordEnd : line.tokens.lowerBound)
        }
        return FormattedScript(text: text, diagnostics: parser.diagnostics, sources: parser.sources)
    }

    /// Puts lines together, with no more than one blank line in a row and none at the ends of a block; `code` says what stands in a line that is understood.
    func assemble(_ lines: LineTable, code: (ScriptLine) -> String) -> String {
        var out = ""
        var isSpaced = false
        var wasOpener = false
        for line in lines.all {
            if line.kind == .blank {
                isSpaced = !out.isEmpty
                continue
            }
            if isSpaced, !wasOpener, line.kind != .head(.end) { out += "\n" }
            isSpaced = false
            wasOpener = line.opensBlock
            var text: String
            switch line.kind {
            case .blank, .comment: text = ""
            case .broken: text = String(decoding: lines.source.bytes[line.bytes], as: UTF8.self).trimmingBlanks
            case .head, .step, .rule, .continuation, .row: text = code(line)
            }
            if line.kind != .broken, !line.comment.isEmpty { text += (text.isEmpty ? "" : "  ") + line.comment }
            out += String(repeating: "  ", count: line.depth) + text + "\n"
        }
        return out
    }
}

/// The rows of one table, with their bars below each other.
struct TableLayout {
    private var rows: [Int: String] = [:]

    init(_ table: ScriptTable) {
        let cells = ([table.headers] + table.rows).map { $0.map(Self.escaped) }
        let columns = cells.map(\.count).max() ?? 0
        var widths = Array(repeating: 0, count: columns)
        for row in cells {
            for (column, cell) in row.enumerated() { widths[column] = max(widths[column], min(DisplayWidth.of(cell), Self.widest)) }
        }
        for (line, row) in zip(table.rowLines, cells) {
            rows[line] = "|" + zip(row, widths).map { " " + DisplayWidth.padded($0, $1) + " |" }.joined()
        }
    }

    /// A longer cell stands as it is, and no other is filled up to it: a layout stays as large as what it lays out.
    private static let widest = 60

    func row(_ line: Int) -> String? { rows[line] }

    private static func escaped(_ cell: String) -> String { cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }
}
