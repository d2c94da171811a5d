import SfmPolicy
import SfmSyntax
import SfmTerms

/// What to say of a line that was not understood because a policy's own word stands in it without quotation marks, and the whole right line
/// where such a word was misspelt.
struct OwnWordHints {
    private let names: [String]

    init(_ words: OwnWords, _ nodes: [PolicyNode]) {
        names = (words.all.map(\.name) + nodes.flatMap(\.words).map(\.name)).flatMap { [$0.en, $0.ru] }.unique
    }

    private static let most = 20

    /// The mistakes with what there is to say; of many the first few.
    func added(to mistakes: [Diagnostic], _ sources: [SourceFile]) -> [Diagnostic] {
        guard !names.isEmpty, mistakes.contains(where: { $0.severity == .error }) else { return mistakes }
        var left = Self.most
        return mistakes.map { mistake in
            guard left > 0, mistake.severity == .error, sources.indices.contains(Int(mistake.span.file)), mistake.span != .none else { return mistake }
            left -= 1
            return mistake.code == .unknownWord ? whole(mistake, sources[Int(mistake.span.file)]) : quoted(mistake, sources[Int(mistake.span.file)])
        }
    }

    /// The line at a mistake, where it is not too long to be shown.
    private static func line(_ mistake: Diagnostic, _ source: SourceFile) -> (text: String, start: Int)? {
        guard source.bytes.indices.contains(Int(mistake.span.lower)) else { return nil }
        let range = source.lineRange(of: Int(mistake.span.lower))
        guard range.count <= 400 else { return nil }
        return (source.text(Span(range.lowerBound, range.upperBound)), range.lowerBound)
    }

    // MARK: - Misspelt

    private func whole(_ mistake: Diagnostic, _ source: SourceFile) -> Diagnostic {
        guard !mistake.fixes.contains(where: { $0.grade == .certain }), let (line, start) = Self.line(mistake, source) else { return mistake }
        let (lower, upper) = (Int(mistake.span.lower) - start, Int(mistake.span.upper) - start)
        let bytes = Array(line.utf8)
        guard lower >= 0, lower < upper, upper <= bytes.count else { return mistake }
        let typed = String(decoding: bytes[lower..<upper], as: UTF8.self).filter { !"\"«»“”„".contains($0) }
        let near = Suggestion.names(near: typed, among: names)
        guard near.count == 1, let right = Self.right(bytes, lower..<upper, near[0]) else { return mistake }
        var copy = mistake
        copy.help.append(Diagnostic.rightLine(Text(same: right)))
        return copy
    }

    // MARK: - Without quotation marks

    private func quoted(_ mistake: Diagnostic, _ source: SourceFile) -> Diagnostic {
        guard let (line, start) = Self.line(mistake, source) else { return mistake }
        let bytes = Array(line.utf8)
        let words = Self.words(of: bytes)
        var best: (name: String, range: Range<Int>, count: Int)?
        for name in names {
            let parts = Self.words(of: Array(name.utf8)).map(\.text)
            guard !parts.isEmpty, parts.count > best?.count ?? 0 else { continue }
            for k in words.indices where k + parts.count <= words.count {
                let found = words[k..<k + parts.count]
                let range = found[k].range.lowerBound..<found[k + parts.count - 1].range.upperBound
                // What stands before the mistake has been understood.
                guard start + range.upperBound > Int(mistake.span.lower), zip(found, parts).allSatisfy({ Self.isForm($0.text, of: $1) }),
                    Self.isOnePhrase(bytes[range])
                else { continue }
                best = (name, range, parts.count)
                break
            }
        }
        guard let best, let right = Self.right(bytes, best.range, best.name) else { return mistake }
        var copy = mistake
        copy.help = [
            Text("“\(best.name)” is a word of a policy and stands in quotes", "«\(best.name)» — слово порядка, его пишут в кавычках"),
            Diagnostic.rightLine(Text(same: right)),
        ]
        return copy
    }

    /// The words that stand outside of quotation marks and before a comment, with their places.
    private static func words(of bytes: [UInt8]) -> [(text: String, range: Range<Int>)] {
        var out: [(String, Range<Int>)] = []
        var (at, start, isQuoted) = (0, 0, false)
        func isPart(_ c: Unicode.Scalar) -> Bool { c.properties.isAlphabetic || c.properties.numericType != nil || c == "-" }
        var word = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            defer { at += String(scalar).utf8.count }
            if "\"«»“”„".unicodeScalars.contains(scalar) {
                isQuoted = scalar == "\"" ? !isQuoted : scalar == "«" || scalar == "„" || scalar == "“" && !isQuoted
            }
            if !isQuoted, isPart(scalar) {
                if word.isEmpty { start = at }
                word.unicodeScalars.append(scalar)
                continue
            }
            if !word.isEmpty { out.append((word, start..<at)) }
            word = ""
            if scalar == "#", !isQuoted { return out }
        }
        if !word.isEmpty { out.append((word, start..<at)) }
        return out
    }

    private static func isOnePhrase(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.contains { [UInt8(ascii: "\""), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: ",")].contains($0) }
    }

    /// Whether a word is another one, or a Russian one in another case or tense.
    private static func isForm(_ word: String, of name: String) -> Bool {
        let (a, b) = (fold(word), fold(name))
        if a == b { return true }
        guard min(a.count, b.count) >= 4, abs(a.count - b.count) <= 3, (a + b).unicodeScalars.allSatisfy({ (0x400...0x4FF).contains($0.value) }) else {
            return false
        }
        let shared = zip(a, b).prefix { $0 == $1 }.count
        return shared >= max(4, min(a.count, b.count) - 3)
    }

    private static func fold(_ text: String) -> String { String(text.lowercased().map { $0 == "ё" ? "е" : $0 }) }

    // MARK: - The right line

    /// The line with a word in quotes in one place; `nil` where it would not be understood either.
    private static func right(_ bytes: [UInt8], _ place: Range<Int>, _ name: String) -> String? {
        // «Назначить @x фотографом»: a role of a policy's own is told by the word before it.
        for lead in ["", "ролью ", "as "] {
            let word = Array((lead + FormPrinter.source(name)).utf8)
            let line = String(decoding: bytes[..<place.lowerBound] + word + bytes[place.upperBound...], as: UTF8.self)
            if isRead(line) { return String(line.drop { $0 == " " || $0 == "\t" }) }
        }
        return nil
    }

    /// Whether a line is understood as a step, in a policy or in an exercise.
    private static func isRead(_ line: String) -> Bool {
        [("", ""), ("policy \"x\"\nclause 1 \"x\"\n", "end\n"), ("policy \"x\"\n", "end\n"), ("exercise \"x\"\n", "end\n")].contains { head, end in
            var parser = Parser(grammar: Sfm.grammar)
            _ = parser.parse(SourceFile(name: "", text: head + line + "\n" + end))
            return parser.diagnostics.isEmpty
        }
    }
}
