import SfmTerms

/// Draws diagnostics for a terminal: place, source line, caret, way out.
public struct DiagnosticRenderer: Sendable {
    public var language: Language
    public var colour: Bool
    /// What a file is called to whoever reads it.
    private let naming: @Sendable (String) -> String

    public init(language: Language, colour: Bool = false, naming: @escaping @Sendable (String) -> String = { $0 }) {
        (self.language, self.colour, self.naming) = (language, colour, naming)
    }

    public func render(_ d: Diagnostic, sources: [SourceFile]) -> SafeText {
        var out = paint("\(word(d.severity)) \(d.code.text)", d.severity == .error ? "1;31" : "1;33")
        out += ": \(message: d.message[language])\n"
        let places = ([d.span] + d.related.map(\.span)).compactMap { span in source(span, sources).map { Place($0, span) } }
        let gutter = places.map { String($0.line).utf8.count }.max() ?? 1
        let notes = [d.label] + d.related.map { Optional($0.note) }
        for (k, place) in places.enumerated() where k < notes.count {
            out += snippet(place, label: notes[k]?[language], gutter: gutter, primary: k == 0)
        }
        let pad = SafeText(repeating: " ", count: gutter + 1)
        for line in d.help { out += "\(pad)= \(message: line[language])\n" }
        if let fix = d.certainFix { out += "\(pad)= \(mend(fix, sources))\n" }
        return out
    }

    /// "исправить: "10А"        sfm check --fix урок.sfm". What is a question is asked in the lines of help alone.
    private func mend(_ fix: FixIt, _ sources: [SourceFile]) -> SafeText {
        let text = SafeText(message: fix.words[language])
        guard let source = source(fix.span, sources), source.row == nil, SourceFile.isScript(source.name) else { return text }
        return "\(text)        sfm check --fix \(Sanitizer.shellWord(naming(source.name)))"
    }

    /// A place with its source line and what is said about it, without a code: a failed step.
    public func excerpt(_ span: Span, label: String, notes: [String], sources: [SourceFile]) -> SafeText {
        guard let source = source(span, sources) else { return "  \(message: label)\n" }
        let place = Place(source, span)
        let gutter = String(place.line).utf8.count
        let pad = SafeText(repeating: " ", count: gutter + 1)
        // A step of a scenario with a table is the same line for every row.
        let all = notes + (source.row.map { [$0.words[language]] } ?? [])
        return snippet(place, label: label, gutter: gutter, primary: true) + all.map { "\(pad)= \(message: $0)\n" }.joined()
    }

    /// `file:line:column: error SFM0301: …`, a line each, for editors.
    public func line(_ d: Diagnostic, sources: [SourceFile]) -> SafeText {
        let place = source(d.span, sources).map { placeText(Place($0, d.span)) } ?? "?"
        return "\(place): \(word(d.severity)) \(d.code.text): \(message: d.message[language])"
    }

    private func word(_ severity: Severity) -> String {
        severity.name[language]
    }

    private func source(_ span: Span, _ sources: [SourceFile]) -> SourceFile? {
        sources.indices.contains(Int(span.file)) ? sources[Int(span.file)] : nil
    }

    /// A span with what is needed to name and to show it, looked up once.
    private struct Place {
        let source: SourceFile
        let span: Span
        let line: Int
        let column: Int

        init(_ source: SourceFile, _ span: Span) {
            (self.source, self.span) = (source, span)
            line = source.reportedLine(of: Int(span.lower))
            column = source.column(of: Int(span.lower))
        }
    }

    private func placeText(_ place: Place) -> SafeText { "\(naming(place.source.name)):\(place.line):\(place.column)" }

    private func snippet(_ place: Place, label: String?, gutter: Int, primary: Bool) -> SafeText {
        let source = place.source
        let pad = SafeText(repeating: " ", count: gutter + 1)
        // A file that could not be read has no line to show, and its name stands in the message.
        guard !source.bytes.isEmpty else { return "" }
        var out: SafeText = "\(pad)\(primary ? "┌─ " : "├─ ")\(placeText(place))\n"
        let (left, marked, right) = Self.pieces(source, place.span)
        out += "\(pad)│\n"
        out += "\(DisplayWidth.aligned(String(place.line), gutter)) │ \(left)\(marked)\(right)\n"
        let caret = SafeText(repeating: primary ? "^" : "-", count: max(1, DisplayWidth.of(marked)))
        out += "\(pad)│ \(SafeText(repeating: " ", count: DisplayWidth.of(left)))\(paint(caret, primary ? "1;31" : "1;34"))"
        if let label, !label.isEmpty { out += " \(message: label)" }
        return out + "\n"
    }

    /// What stands before, under and behind the caret; a long line is cut around it. No character that is seen as one is cut in half.
    private static func pieces(_ source: SourceFile, _ span: Span) -> (SafeText, SafeText, SafeText) {
        let range = source.lineRange(of: Int(span.lower))
        let start = min(range.lowerBound == 0 ? Lexer.bomLength(source.bytes) : range.lowerBound, range.upperBound)
        let whole = source.widened(span)
        let lower = min(max(Int(whole.lower), start), range.upperBound)
        let upper = min(max(Int(whole.upper), lower), range.upperBound)
        // Bytes enough for the widest window, so that a line of megabytes costs no more than another.
        let reach = 800
        func text(_ from: Int, _ to: Int) -> String {
            source.text(Span(source.scalarStart(from), source.scalarStart(to)))
        }
        let before = text(max(start, lower - reach), lower)
        let marked = text(lower, min(upper, lower + reach))
        let after = text(upper, min(range.upperBound, upper + reach))
        let left = cutLeft(before, isWhole: lower - start <= reach)
        let middle = cutRight(marked, 100, isWhole: upper - lower <= reach)
        return (
            SafeText(sourceLine: left), SafeText(sourceLine: middle, after: left),
            SafeText(sourceLine: cutRight(after, middle.hasSuffix("…") ? 0 : 100, isWhole: range.upperBound - upper <= reach), after: middle)
        )
    }

    private static func cutLeft(_ text: String, isWhole: Bool) -> String {
        isWhole && text.count <= 100 ? text : "…" + text.suffix(60)
    }

    private static func cutRight(_ text: String, _ limit: Int, isWhole: Bool) -> String {
        if isWhole, text.count <= limit { return text }
        return limit == 0 ? "" : text.prefix(60) + "…"
    }

    private func paint(_ text: SafeText, _ code: SafeText) -> SafeText { text.painted(code, colour) }
}
