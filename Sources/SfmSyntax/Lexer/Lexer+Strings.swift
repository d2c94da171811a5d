import SfmTerms

extension Lexer {
    /// A string up to its closer on the same line; the opener has not been passed yet.
    mutating func string(closer first: UInt32, or second: UInt32 = 0, escapes: Bool) {
        let start = i
        i += Scalars.decode(source, i)?.length ?? 1
        let body = i
        var (escaped, hasOddSpaces) = (false, false)
        while i < source.count, !endsLine(at: i) {
            let b = source[i]
            if b == UInt8(ascii: "\\"), escapes {
                escaped = true
                i += i + 1 < source.count && !endsLine(at: i + 1) ? 2 : 1
                continue
            }
            if b < 0x80 {
                if first == UInt32(b) {
                    close(start, body, escaped, hasOddSpaces)
                    return
                }
                i += 1
                continue
            }
            let (v, length) = Scalars.decode(source, i) ?? (0, 1)
            if v == first || (v == second && second != 0) {
                close(start, body, escaped, hasOddSpaces, closerLength: length)
                return
            }
            // No letter of Russian or Latin has three bytes; these spaces have.
            if b >= 0xE1, reportOddSpace(v, length) { hasOddSpaces = true }
            i += length
        }
        var end = i
        while end > body, source[end - 1] == 0x0D || source[end - 1] == 0x20 { end -= 1 }
        i = end
        let closer = first == 0x22 ? "\"" : String(Unicode.Scalar(first).map(Character.init) ?? "\"")
        let closed = reportUnterminated(start, body, end, closer)
        i = closed?.upperBound ?? end
        add(.string, from: start, name: intern(body..<(closed?.lowerBound ?? end)))
    }

    /// A text that is not closed: where its own word ends with another closing mark that mark is the wrong one. A mark with nothing behind
    /// it has lost its pair earlier. The wrong mark is returned: the line is read on behind it.
    private mutating func reportUnterminated(_ start: Int, _ body: Int, _ end: Int, _ closer: String) -> Range<Int>? {
        var mistake = Diagnostic.unterminatedString(Span(start, end, file: file), closer: closer)
        defer { report(mistake) }
        if Self.opens(source, start), let mark = QuoteMarks(source[start..<end], opener: body - start).wrongCloser {
            let (lower, upper) = (start + mark.lowerBound, start + mark.upperBound)
            let typed = sourceText(lower..<upper)
            mistake.span = Span(start, upper, file: file)
            mistake.message = Text(
                "the text begins with \(sourceText(start..<body)) and ends with \(typed)",
                "текст начинается знаком \(sourceText(start..<body)), а кончается знаком \(typed)")
            mistake.help = [Text("put \(closer) in the place of \(typed)", "поставьте \(closer) вместо \(typed)")]
            mistake.fixes = [.marks(Span(lower, upper, file: file), typed: typed, meant: closer)]
            return lower..<upper
        }
        guard body < end, Self.opens(source, start) else {
            mistake.help = [Text("a quotation mark of this line has no pair", "у одной из кавычек этой строки нет пары")]
            return nil
        }
        let place = Span(end, end, file: file)
        // A text of one word ends with its word; one of several may have ended before.
        let isOneWord = !source[body..<end].contains { $0 == 0x20 || $0 == 0x09 || $0 == 0xA0 }
        mistake.fixes = [isOneWord ? .marks(place, typed: "", meant: closer) : .perhaps(place, closer)]
        return nil
    }

    func sourceText(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

    /// Whether a quotation mark stands where a text begins: behind a blank, a bracket or a sign.
    private static func opens(_ source: UnsafeBufferPointer<UInt8>, _ mark: Int) -> Bool {
        mark == 0 || [0x20, 0x09, 0x28, 0x5B, 0x2C, 0x3A, 0x3D].contains(source[mark - 1]) || mark == bomLength(source)
            || LineEnd.length(source, before: mark) > 0
            || mark > 1 && source[mark - 2] == 0xC2 && source[mark - 1] == 0xA0
    }

    private mutating func close(_ start: Int, _ body: Int, _ escaped: Bool, _ hasOddSpaces: Bool, closerLength: Int = 1) {
        let end = i
        i += closerLength
        guard escaped || hasOddSpaces else { return add(.string, from: start, name: intern(body..<end)) }
        let text = escaped ? unescape(body..<end) : sourceText(body..<end)
        add(.string, from: start, name: names.intern(Scalars.withPlainSpaces(text)))
    }

    /// Says of a space of another kind within quotes what it is; it is read as the ordinary one, so that nothing else is said of its name.
    mutating func reportOddSpace(_ v: UInt32, _ length: Int) -> Bool {
        guard Scalars.isOddSpace(v) else { return false }
        report(.forbiddenCharacter(Span(i, i + length, file: file), v))
        return true
    }

    /// The text of a string with its escapes resolved; a wrong one is reported and left as it stands.
    private mutating func unescape(_ range: Range<Int>) -> String {
        var out: [UInt8] = []
        var joiners: [(value: UInt32, at: Int, span: Span)] = []
        defer {
            reportJoiners(joiners, in: out)
            reportMarks(in: out, Span(range.lowerBound, range.upperBound, file: file))
        }
        var k = range.lowerBound
        while k < range.upperBound {
            guard source[k] == UInt8(ascii: "\\"), k + 1 < range.upperBound else {
                out.append(source[k])
                k += 1
                continue
            }
            switch source[k + 1] {
            case UInt8(ascii: "\""): out.append(0x22)
            case UInt8(ascii: "\\"): out.append(0x5C)
            case UInt8(ascii: "n"): out.append(0x0A)
            case UInt8(ascii: "|"): out += [0x7C]
            case UInt8(ascii: "u"):
                if let (scalar, next) = codePoint(k, range.upperBound) {
                    if Scalars.isJudgedByNeighbours(scalar.value) { joiners.append((scalar.value, out.count, Span(k, next, file: file))) }
                    out += Array(String(Character(scalar)).utf8)
                    k = next
                    continue
                }
            default:
                // What stands behind the backslash is one character, of however many bytes.
                let end = k + 1 + max(1, Scalars.decode(source, k + 1)?.length ?? 1)
                report(.badEscape(Span(k, end, file: file)))
                out += source[k..<end]
                k = end
                continue
            }
            k += 2
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// A joiner or selector that an escape stands for obeys the rule of one that is typed: it makes a picture of its neighbours.
    private mutating func reportJoiners(_ joiners: [(value: UInt32, at: Int, span: Span)], in text: [UInt8]) {
        for joiner in joiners {
            // No character has more than four bytes; these have three.
            let before = String(decoding: text[max(0, joiner.at - 4)..<joiner.at], as: UTF8.self).unicodeScalars.last?.value ?? 0
            let after = String(decoding: text[(joiner.at + 3)...].prefix(4), as: UTF8.self).unicodeScalars.first?.value ?? 0
            if !Scalars.makesPicture(joiner.value, after: before, before: after) { report(.forbiddenCharacter(joiner.span, joiner.value)) }
        }
    }

    /// Marks that escapes stand for are counted like those that are typed.
    private mutating func reportMarks(in text: [UInt8], _ span: Span) {
        var marks = 0
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            marks = Scalars.isMark(scalar.value) ? marks + 1 : 0
            if marks > limits.marks { return report(.tooManyMarks(span, limits.marks)) }
        }
    }

    private mutating func codePoint(_ k: Int, _ end: Int) -> (Unicode.Scalar, Int)? {
        var j = k + 2
        var value: UInt32 = 0
        var digits = 0
        if j < end, source[j] == UInt8(ascii: "{") {
            j += 1
            while j < end, digits < 7, let d = Character(Unicode.Scalar(source[j])).hexDigitValue {
                value = value &* 16 &+ UInt32(d)
                digits += 1
                j += 1
            }
            if digits > 0, digits < 7, j < end, source[j] == UInt8(ascii: "}"), let scalar = Unicode.Scalar(value) {
                let span = Span(k, j + 1, file: file)
                // Some are judged by their neighbours, once they are known.
                if (Scalars.isForbidden(value) && !Scalars.isJudgedByNeighbours(value)) || Scalars.isOddSpace(value) || value == 0x0D || value == 0x09 {
                    report(.forbiddenCharacter(span, value))
                }
                return (scalar, j + 1)
            }
        }
        let behind = j < end ? j + (Scalars.decode(source, j)?.length ?? 1) : end
        report(.badEscape(Span(k, behind, file: file)))
        return nil
    }

    /// Looks at every byte before lexing: UTF-8, forbidden characters, the need for NFC. False: not a text at all.
    mutating func scan(fileName: String) -> Bool {
        var k = Self.bomLength(source)
        var previous: UInt32 = 0
        // How many marks stand behind one letter, and where the next one of them would.
        var (marks, next) = (0, 0)
        var isKnownAsUTF8 = false
        while k < source.count {
            let b = source[k]
            if b < 0x80 {
                let plain = plainLetters(from: k)
                if plain > 0 {
                    k += plain
                    previous = UInt32(source[k - 1])
                    continue
                }
                if b < 0x20 || b == 0x7F {
                    if b == 0x0D, k + 1 == source.count || source[k + 1] != 0x0A { hasOtherEnds = true }
                    if Scalars.isForbidden(UInt32(b)) {
                        // Texts in UTF-16 may look like ASCII with control characters in it.
                        if b < 0x20, !isKnownAsUTF8 {
                            if reportEncoding(at: k, fileName) { return false }
                            isKnownAsUTF8 = true
                        }
                        forbidden(k, 1, UInt32(b))
                    }
                }
                previous = UInt32(b)
                k += 1
                continue
            }
            if b == 0xD0 || b == 0xD1, k + 1 < source.count, source[k + 1] & 0xC0 == 0x80 {
                previous = 0x430
                k += 2
                continue
            }
            guard let (v, length) = Scalars.decode(source, k) else {
                if !reportEncoding(at: k, fileName) { diagnostics.append(.invalidUTF8(Span(k, k + 1, file: file))) }
                return false
            }
            if LineEnd.isEnd(v) {
                hasOtherEnds = true
            } else if Scalars.isForbidden(v), !makesPicture(v, previous, k + length) {
                forbidden(k, length, v)
            }
            if v >= 0x300 {
                composes = true
                if Scalars.isMark(v) {
                    (marks, next) = (k == next ? marks + 1 : 1, k + length)
                    guard marks <= limits.marks else {
                        diagnostics.append(.tooManyMarks(Span(k, k + length, file: file), limits.marks))
                        return false
                    }
                }
            }
            previous = v
            k += length
        }
        return true
    }

    /// Says what the text is in where that is not UTF-8; false where it is, or nobody knows.
    private mutating func reportEncoding(at k: Int, _ fileName: String) -> Bool {
        let bytes = Array(source)
        guard let guess = TextEncoding.guess(bytes) else { return false }
        diagnostics.append(.legacyEncoding(Span(k, k + 1, file: file), SourceFile(name: fileName, bytes: bytes), guess))
        return true
    }

    /// How many bytes from here on are printable ASCII or ends of lines: most of an English text, and nothing to look at twice.
    private func plainLetters(from start: Int) -> Int {
        var k = start
        while k + 8 <= source.count {
            let n = ByteLanes.plain(ByteLanes.load(source, k))
            k += n
            if n < 8 { break }
        }
        return k - start
    }

    private func makesPicture(_ v: UInt32, _ previous: UInt32, _ next: Int) -> Bool {
        guard Scalars.isJudgedByNeighbours(v) else { return false }
        return Scalars.makesPicture(v, after: previous, before: next < source.count ? Scalars.decode(source, next)?.value ?? 0 : 0)
    }

    /// As many as anybody reads.
    mutating func report(_ diagnostic: Diagnostic) { if diagnostics.count < limits.diagnostics { diagnostics.append(diagnostic) } }

    private mutating func forbidden(_ k: Int, _ length: Int, _ v: UInt32) {
        // One file of binary rubbish does not need a thousand lines.
        guard diagnostics.count < max(1, limits.diagnostics / 5) else { return }
        diagnostics.append(.forbiddenCharacter(Span(k, k + length, file: file), v))
    }
}
