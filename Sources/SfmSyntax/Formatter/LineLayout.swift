import SfmTerms

/// Lays the tokens of one line out again: one space between them, one kind of quotes, dates, small letters.
struct LineLayout {
    private struct Piece {
        var text: String
        var kind: TokenKind
        var lower: Int
        var upper: Int
        /// `<header>`, which stays glued to what it touches.
        var isPlaceholder = false
    }

    private let lines: LineTable
    private let lexicon: Lexicon
    /// Words after which a label stands as it is: of a link, of a clause, of a list.
    private let labelled: Set<Lemma>
    private let lists: Set<Lemma>

    init(_ lines: LineTable, _ lexicon: Lexicon) {
        (self.lines, self.lexicon) = (lines, lexicon)
        labelled = Set(["link", "ссылка", "clause", "пункт", "прил."].map { lexicon.find($0) })
        lists = Set(["list", "перечень"].map { lexicon.find($0) })
    }

    /// The line's tokens from one on.
    func laidOut(_ line: ScriptLine, from start: Int) -> String {
        let pieces = self.pieces(line, from: start)
        // Dates and days of a calendar are joined by their dash.
        let isTight = if case .head(let word) = line.kind { KeywordSet.calendar.has(word) } else { false }
        var out = ""
        for (k, piece) in pieces.enumerated() {
            if k > 0, needsSpace(pieces[k - 1], piece), !(isTight && (piece.kind == .dash || pieces[k - 1].kind == .dash)) { out += " " }
            out += isTight && piece.kind == .dash ? "–" : piece.text
        }
        return out
    }

    private func needsSpace(_ a: Piece, _ b: Piece) -> Bool {
        switch b.kind {
        case .comma, .colon, .rightParen, .rightBracket, .question: return false
        default: break
        }
        if a.kind == .leftParen || a.kind == .leftBracket { return false }
        let touches = a.upper == b.lower
        if touches, a.kind == .number, ["st", "nd", "rd", "th"].contains(b.text) { return false }
        return !(touches && (a.isPlaceholder || b.isPlaceholder || a.kind == .other || b.kind == .other))
    }

    private func pieces(_ line: ScriptLine, from start: Int) -> [Piece] {
        // Of a table that nobody has read anything may be a header.
        let headers = line.table.flatMap { lines.tables[$0].isElsewhere && lines.tables[$0].headers.isEmpty ? nil : lines.tables[$0].headers }
        var out: [Piece] = []
        var keeps = keepsWords(line)
        var brackets = 0
        var k = start
        while k < line.tokens.upperBound {
            let token = lines.tokens[k]
            if let title = line.title, title.tokens.contains(k) {
                let bytes = Int(token.lower)..<Int(lines.tokens[title.tokens.upperBound - 1].upper)
                out.append(Piece(text: FormPrinter.source(title.text), kind: .string, lower: bytes.lowerBound, upper: bytes.upperBound))
                k = title.tokens.upperBound
                continue
            }
            // Behind a background's word a colon says nothing.
            if token.kind == .colon, line.kind == .head(.background) {
                k += 1
                continue
            }
            if let end = placeholder(at: k, line, headers) {
                let upper = max(end, Int(lines.tokens[k].upper))
                var last = k
                while last + 1 < line.tokens.upperBound, Int(lines.tokens[last + 1].lower) < upper { last += 1 }
                let bytes = Int(token.lower)..<max(upper, Int(lines.tokens[last].upper))
                out.append(Piece(text: source(bytes), kind: .word, lower: bytes.lowerBound, upper: bytes.upperBound, isPlaceholder: true))
                k = last + 1
                continue
            }
            if token.kind == .leftBracket { brackets += 1 }
            if token.kind == .rightBracket { brackets -= 1 }
            if token.kind == .colon || isConnective(token) { keeps = line.kind == .head(.calls) }
            let isLabel = k > line.tokens.lowerBound && labelled.contains(lines.tokens[k - 1].word)
            let isKept = (keeps && k >= line.keywordEnd) || brackets > 0 || isLabel
            let text = isKept ? source(Int(token.lower)..<Int(token.upper)) : canonical(token, line)
            out.append(Piece(text: text, kind: token.kind, lower: Int(token.lower), upper: Int(token.upper)))
            if lists.contains(token.word), token.word != 0 { keeps = true }
            k += 1
        }
        return out
    }

    /// Nouns of `calls` and names of lists are the policy's own.
    private func keepsWords(_ line: ScriptLine) -> Bool { line.kind == .head(.calls) || line.kind == .head(.list) }

    private func isConnective(_ token: Token) -> Bool { token.word != 0 && ["and", "or", "и", "или"].contains { lexicon.find($0) == token.word } }

    /// Where a `<header>` of the line's table ends, if one begins at a token.
    private func placeholder(at k: Int, _ line: ScriptLine, _ headers: [String]?) -> Int? {
        guard line.table != nil, lines.tokens[k].kind == .comparison else { return nil }
        let lower = Int(lines.tokens[k].lower)
        let bytes = lines.source.bytes[lower..<line.bytes.upperBound]
        guard bytes.first == UInt8(ascii: "<"),
            let close = bytes.dropFirst().firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }), bytes[close] == UInt8(ascii: ">")
        else { return nil }
        return headers?.contains(source(lower + 1..<close)) ?? true ? close + 1 : nil
    }

    private func source(_ range: Range<Int>) -> String { String(decoding: lines.source.bytes[range], as: UTF8.self) }

    private func canonical(_ token: Token, _ line: ScriptLine) -> String {
        let typed = source(Int(token.lower)..<Int(token.upper))
        switch token.kind {
        // A month is a name, though `may` is a word as well.
        case .word: return token.word == 0 || typed == "May" ? typed : NormalForm.composed(typed.lowercased())
        case .string: return quoted(typed, line)
        case .number: return Self.date(typed) ?? typed
        default: return typed
        }
    }

    /// `"…"` in place of the quotes of a word processor.
    private func quoted(_ typed: String, _ line: ScriptLine) -> String {
        guard typed.unicodeScalars.first != "\"" else { return typed }
        if let table = line.table, typed.contains("<"), lines.tables[table].rows.joined().contains(where: { $0.contains { $0 == "\"" || $0 == "\\" } }) {
            return typed
        }
        return FormPrinter.source(String(String.UnicodeScalarView(typed.unicodeScalars.dropFirst().dropLast())))
    }

    /// `2024-09-02` as `02.09.2024`.
    private static func date(_ typed: String) -> String? {
        let fields = typed.split(separator: "-").compactMap { Int($0) }
        guard typed.utf8.count == 10, fields.count == 3 else { return nil }
        return Instant(year: fields[0], month: fields[1], day: fields[2])?.dayText
    }
}
