import SfmTerms

/// One line of a script with what the formatter and the translator need to know of it.
struct ScriptLine {
    enum Kind: Equatable {
        case blank, comment
        /// A line that opens, closes or heads something, with the keyword that it begins with.
        case head(Keyword)
        case step, rule
        /// Further items of the list above.
        case continuation
        /// A row of an `examples` table.
        case row
        /// Not understood: kept as it is.
        case broken
    }

    var kind: Kind
    /// The line's number in the file, from 0.
    var number: Int
    /// Tokens without the newline.
    var tokens: Range<Int>
    var bytes: Range<Int>
    /// The token after the keyword of a head or a rule, or after a lead that means nothing; else the first.
    var keywordEnd: Int
    /// With its `#`, empty where there is none.
    var comment = ""
    var depth = 0
    /// The table whose row it is, or whose headers may stand in it.
    var table: Int?

    var opensBlock: Bool { if case .head(let keyword) = kind { keyword.opensBlock } else { false } }
}

/// A table of `examples`.
struct ScriptTable {
    var headers: [String] = []
    var rows: [[String]] = []
    /// The places of its rows among the lines.
    var lines: [Int] = []
    /// Where the scenario that it belongs to begins.
    var firstLine: Int
    var isBroken = false
}

/// The lines of one file, with what the parser found wrong.
struct ScriptLines {
    var all: [ScriptLine] = []
    var tables: [ScriptTable] = []
    let source: SourceFile
    let tokens: [Token]
    let grammar: Grammar

    /// `nil` where the bytes are not a text that can be laid out.
    init?(_ source: SourceFile, grammar: Grammar, parser: Parser, limits: SyntaxLimits) {
        guard source.bytes.count <= limits.fileBytes,
            !parser.diagnostics.contains(where: { $0.code == .invalidUTF8 || $0.code == .legacyEncoding })
        else { return nil }
        (self.source, self.grammar) = (source, grammar)
        tokens = parser.tokens
        split()
        var outline = BlockOutline(parser: parser)
        outline.arrange(&self)
        markBroken(parser)
    }

    private mutating func split() {
        var first = 0
        var lower = Lexer.bomLength(source.bytes)
        for (k, token) in tokens.enumerated() where token.kind == .newline {
            let bytes = lower..<max(lower, Int(token.lower))
            var line = ScriptLine(kind: .step, number: all.count, tokens: first..<k, bytes: bytes, keywordEnd: first)
            let codeEnd = line.tokens.isEmpty ? bytes.lowerBound : Int(tokens[k - 1].upper)
            if let hash = source.bytes[codeEnd..<max(codeEnd, bytes.upperBound)].firstIndex(of: UInt8(ascii: "#")) {
                line.comment = String(decoding: source.bytes[hash..<bytes.upperBound], as: UTF8.self).trimmingBlanks
            }
            if line.tokens.isEmpty { line.kind = line.comment.isEmpty ? .blank : .comment }
            all.append(line)
            first = k + 1
            lower = Int(token.upper)
        }
    }

    /// The place of the line that holds a byte.
    private func index(of offset: Int) -> Int {
        var low = 0
        var high = all.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if all[middle].bytes.lowerBound <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// Lines with a mistake stay as they are, and so does everything behind the place where the parser gave up.
    private mutating func markBroken(_ parser: Parser) {
        for diagnostic in parser.diagnostics where diagnostic.code != .unclosedBlock && diagnostic.code != .strayEnd {
            let offset = Int(diagnostic.span.lower)
            let isOwn = diagnostic.span.file == 0
            let k = isOwn ? index(of: offset) : parser.sources[Int(diagnostic.span.file)].reportedLine(of: offset) - 1
            guard all.indices.contains(k) else { continue }
            let givesUp = diagnostic.code == .tooManyDiagnostics || diagnostic.code == .nestedTooDeep
            for line in k..<(givesUp ? all.count : k + 1) where all[line].kind != .blank && all[line].kind != .comment { all[line].kind = .broken }
            let damagesTable = diagnostic.code == .badTable || (diagnostic.code == .fileTooLarge && isOwn)
            if damagesTable, let table = all[k].table { breakTable(table) }
        }
        for (number, table) in tables.enumerated() where table.headers.isEmpty || table.rows.contains(where: { $0.count != table.headers.count }) {
            breakTable(number)
        }
    }

    /// A scenario whose table is wrong was never parsed.
    private mutating func breakTable(_ table: Int) {
        tables[table].isBroken = true
        for k in tables[table].firstLine..<all.count where all[k].table == table {
            switch all[k].kind {
            case .step, .row: all[k].kind = .broken
            case .blank, .comment, .head, .rule, .continuation, .broken: break
            }
        }
    }
}
