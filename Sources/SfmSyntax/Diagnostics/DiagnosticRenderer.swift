import SfmTerms

/// Draws diagnostics for a terminal: place, source line, caret, way out.
package struct DiagnosticRenderer: Sendable {
    package var language: Language
    package var colour: Bool

    package init(language: Language, colour: Bool = false) { (self.language, self.colour) = (language, colour) }

    package func render(_ d: Diagnostic, sources: [SourceFile]) -> String {
        let word = d.severity == .error ? Text("error", "ошибка") : Text("warning", "предупреждение")
        var out = paint(word[language] + " " + d.code.text, d.severity == .error ? "1;31" : "1;33") + ": " + Safe.text(d.message[language]) + "\n"
        let numbers = ([d.span] + d.related.map(\.span)).compactMap { span in source(span, sources).map { String($0.reportedLine(of: Int(span.lower))) } }
        let gutter = numbers.map(\.utf8.count).max() ?? 1
        if let source = source(d.span, sources) {
            out += snippet(source, d.span, label: d.label?[language], gutter: gutter, primary: true)
        }
        for (span, note) in d.related {
            if let source = source(span, sources) { out += snippet(source, span, label: note[language], gutter: gutter, primary: false) }
        }
        let pad = String(repeating: " ", count: gutter + 1)
        for line in d.help { out += pad + "= " + Safe.text(line[language]) + "\n" }
        if let fix = d.fix, !fix.replacement.isEmpty {
            let arrow = language == .english ? "fix: " : "исправить: "
            out += pad + "= " + arrow + Safe.text(fix.replacement) + "\n"
        }
        return out
    }

    /// A place with its source line and what is said about it, without a code: a failed step.
    package func excerpt(_ span: Span, label: String, notes: [String], sources: [SourceFile]) -> String {
        guard let source = source(span, sources) else { return "  " + Safe.text(label) + "\n" }
        let gutter = String(source.reportedLine(of: Int(span.lower))).utf8.count
        let pad = String(repeating: " ", count: gutter + 1)
        return snippet(source, span, label: label, gutter: gutter, primary: true)
            + notes.map { pad + "= " + Safe.text($0) + "\n" }.joined()
    }

    /// `file:line:column: error SFM0301: …`, a line each, for editors.
    package func line(_ d: Diagnostic, sources: [SourceFile]) -> String {
        let source = sources.indices.contains(Int(d.span.file)) ? sources[Int(d.span.file)] : nil
        let place = source.map { "\(Safe.text($0.name)):\($0.reportedLine(of: Int(d.span.lower))):\($0.column(of: Int(d.span.lower)))" } ?? "?"
        let word = d.severity == .error ? Text("error", "ошибка") : Text("warning", "предупреждение")
        return "\(place): \(word[language]) \(d.code.text): \(Safe.text(d.message[language]))"
    }

    private func source(_ span: Span, _ sources: [SourceFile]) -> SourceFile? {
        sources.indices.contains(Int(span.file)) ? sources[Int(span.file)] : nil
    }

    private func snippet(_ source: SourceFile, _ span: Span, label: String?, gutter: Int, primary: Bool) -> String {
        let offset = Int(span.lower)
        let line = source.reportedLine(of: offset)
        let pad = String(repeating: " ", count: gutter + 1)
        var out = pad + (primary ? "┌─ " : "├─ ") + "\(Safe.text(source.name)):\(line):\(source.column(of: offset))\n"
        let range = source.lineRange(of: offset)
        let start = range.lowerBound == 0 ? Lexer.bomLength(source.bytes) : range.lowerBound
        guard start <= range.upperBound else { return out }
        let before = String(decoding: source.bytes[start..<max(start, min(offset, range.upperBound))], as: UTF8.self)
        let upper = min(max(Int(span.upper), offset), range.upperBound)
        let marked = String(decoding: source.bytes[min(max(start, offset), range.upperBound)..<max(upper, min(offset, range.upperBound))], as: UTF8.self)
        let after = String(decoding: source.bytes[max(upper, start)..<range.upperBound], as: UTF8.self)
        let (left, shown, width, right) = Self.window(Safe.line(before), Safe.line(marked), Safe.line(after))
        out += pad + "│\n"
        out += String(repeating: " ", count: gutter - String(line).utf8.count) + "\(line) │ " + left + shown + right + "\n"
        let caret = String(repeating: primary ? "^" : "-", count: max(1, width))
        out += pad + "│ " + String(repeating: " ", count: DisplayWidth.of(left)) + paint(caret, primary ? "1;31" : "1;34")
        if let label, !label.isEmpty { out += " " + Safe.text(label) }
        return out + "\n"
    }

    /// A long line is cut around what is marked.
    private static func window(_ left: String, _ marked: String, _ right: String) -> (String, String, Int, String) {
        let limit = 100
        var (left, marked, right) = (left, marked, right)
        if left.unicodeScalars.count > limit { left = "…" + String(String.UnicodeScalarView(left.unicodeScalars.suffix(60))) }
        if marked.unicodeScalars.count > limit { marked = String(String.UnicodeScalarView(marked.unicodeScalars.prefix(limit))) + "…" }
        if right.unicodeScalars.count > limit { right = String(String.UnicodeScalarView(right.unicodeScalars.prefix(60))) + "…" }
        return (left, marked, DisplayWidth.of(marked), right)
    }

    private func paint(_ text: String, _ code: String) -> String { colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}

/// Text from a script on its way to a terminal or a report.
package enum Safe {
    /// Control, bidirectional and zero-width characters become visible; a newline becomes `\n`.
    package static func text(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var out = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (k, c) in scalars.enumerated() {
            if c == "\n" {
                out.append(contentsOf: "\\n".unicodeScalars)
            } else if c == "\t" {
                out.append(" ")
            } else if c.value == Scalars.joiner, k > 0, k + 1 < scalars.count, Scalars.isEmoji(scalars[k - 1].value), Scalars.isEmoji(scalars[k + 1].value) {
                out.append(c)
            } else if c == "\r" || Scalars.isForbidden(c.value) {
                out.append(contentsOf: "<\(Scalars.code(c.value))>".unicodeScalars)
            } else {
                out.append(c)
            }
        }
        return String(out)
    }

    /// A source line: tabs are four spaces wide, whatever cannot be shown is one visible mark.
    static func line(_ text: String) -> String {
        var out = ""
        for c in text.unicodeScalars {
            if c == "\t" { out += "    " } else if c == "\r" || (Scalars.isForbidden(c.value) && c.value != Scalars.joiner) { out += "·" } else { out.unicodeScalars.append(c) }
        }
        return out
    }
}

/// How many cells of a terminal a text takes.
package enum DisplayWidth {
    package static func of(_ text: String) -> Int {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
        var width = 0
        var joined = false
        for c in text.unicodeScalars {
            if c.value == Scalars.joiner {
                joined = true
                continue
            }
            let w = cells(c)
            if joined, w == 2 {
                joined = false
                continue
            }
            if w > 0 { joined = false }
            width += w
        }
        return width
    }

    private static func cells(_ c: Unicode.Scalar) -> Int {
        let v = c.value
        if v < 0x300 { return 1 }
        switch c.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        if (0x1F3FB...0x1F3FF).contains(v) || v == 0xFE0F { return 0 }
        let wide =
            (0x1100...0x115F).contains(v) || (0x2E80...0x303E).contains(v) || (0x3041...0xA4CF).contains(v)
            || (0xAC00...0xD7A3).contains(v) || (0xF900...0xFAFF).contains(v) || (0xFE30...0xFE6F).contains(v)
            || (0xFF00...0xFF60).contains(v) || (0xFFE0...0xFFE6).contains(v) || (0x1F300...0x1FAFF).contains(v)
            || (0x20000...0x3FFFD).contains(v) || c.properties.isEmojiPresentation
        return wide ? 2 : 1
    }

    /// Filled with spaces to a width.
    package static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - of(text)))
    }
}
