import SfmRuntime
import Testing

@testable import SfmSyntax

/// A line ends where any program ends it.
@Suite struct LineEndTests {
    private static let ends: [String] = ["\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]

    private static func replaced(_ text: String, _ end: (Int) -> String) -> String {
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        return lines.enumerated().reduce(into: "") { $0 += ($1.offset > 0 ? end($1.offset) : "") + $1.element }
    }

    /// What is wrong with a script and where, and what it says.
    private static func reading(_ source: SourceFile) -> [String] {
        var parser = Parser(grammar: Sfm.grammar)
        let tree = TreeDump(grammar: Sfm.grammar, names: parser.names).dump(parser.parse(source))
        return [tree]
            + parser.diagnostics.map { d in
                let source = parser.sources[Int(d.span.file)]
                return
                    "\(d.code) \(source.reportedLine(of: Int(d.span.lower))):\(source.column(of: Int(d.span.lower))) \(source.text(d.span).unicodeScalars.filter { !LineEnd.isEnd($0.value) })"
            }
    }

    @Test(
        "a script means the same with each of them, and with all of them",
        arguments: FormatFiles.all.filter { $0.hasPrefix("Tests/Golden/check/") || $0.hasPrefix("Examples/findings/1") })
    func scripts(_ path: String) throws {
        let source = try FormatFiles.source(path)
        // What has other ends, or is no text, is looked at elsewhere.
        guard let text = String(validating: source.bytes, as: UTF8.self), !text.utf8.contains(0x0D),
            !text.unicodeScalars.contains(where: { LineEnd.isEnd($0.value) && $0 != "\n" })
        else { return }
        let expected = Self.reading(source)
        let formatted = FormatLaws.formatted(source)
        for k in 0...Self.ends.count {
            let other = SourceFile(name: path, text: Self.replaced(text) { k < Self.ends.count ? Self.ends[k] : Self.ends[$0 % Self.ends.count] })
            #expect(Self.reading(other) == expected, "\(k)")
            #expect(FormatLaws.formatted(other) == formatted, "\(k)")
            #expect(other.line(of: other.bytes.count) == source.line(of: source.bytes.count))
        }
    }

    @Test("lines are cut, counted and shown alike") func places() {
        let source = SourceFile(name: "x", text: "a\r\nб\rc\u{85}d\u{2028}e\u{2029}f\n\r\n")
        let starts = LineEnd.starts(in: source.bytes)
        #expect(LineEnd.lines(of: source.bytes) == ["a", "б", "c", "d", "e", "f", "", ""])
        #expect(starts.count == 8 && LineEnd.count(in: source.bytes, source.bytes.indices) == 7)
        for offset in 0...source.bytes.count {
            let range = source.lineRange(of: offset)
            #expect(source.line(of: range.lowerBound) == source.line(of: offset) && starts.contains(range.lowerBound), "\(offset)")
            #expect(range.upperBound == source.bytes.count || LineEnd.begins(in: source.bytes, at: range.upperBound), "\(offset)")
        }
    }

    @Test(
        "a text keeps the ends of its first line that programs write",
        arguments: [
            ("a\nb\r\n", LineEnd.Style.feed), ("a\r\nb\n", .returnFeed), ("a\rb\n", .carriageReturn), ("a\u{85}b\r", .carriageReturn), ("a", .feed),
            ("a\r", .carriageReturn),
        ])
    func styles(text: String, style: LineEnd.Style) {
        #expect(LineEnd.Style(of: Array(text.utf8)) == style)
        #expect(style.applied("x\ny\n") == "x\(style.rawValue)y\(style.rawValue)")
    }
}
