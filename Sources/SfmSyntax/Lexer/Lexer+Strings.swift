import SfmTerms

extension Lexer {
    /// A string up to its closer on the same line; the opener has not been passed yet.
    mutating func string(closer first: UInt32, or second: UInt32 = 0, escapes: Bool) {
        let start = i
        i += Scalars.decode(source, i)?.length ?? 1
        let body = i
        var escaped = false
        while i < source.count, source[i] != 0x0A {
            let b = source[i]
            if b == UInt8(ascii: "\\"), escapes {
                escaped = true
                i += i + 1 < source.count && source[i + 1] != 0x0A ? 2 : 1
                continue
            }
            if b < 0x80 {
                if first == UInt32(b) {
                    close(start, body, escaped)
                    return
                }
                i += 1
                continue
            }
            let (v, length) = Scalars.decode(source, i) ?? (0, 1)
            if v == first || (v == second && second != 0) {
                close(start, body, escaped, closerLength: length)
                return
            }
            i += length
        }
        var end = i
        while end > body, source[end - 1] == 0x0D || source[end - 1] == 0x20 { end -= 1 }
        i = end
        let closer = first == 0x22 ? "\"" : String(Unicode.Scalar(first).map(Character.init) ?? "\"")
        reportUnterminated(start, body, end, closer)
        add(.string, from: start, name: intern(body..<end))
    }

    /// Another closing mark at the end stands in the closer's place; a mark with nothing behind it has lost its pair earlier.
    private mutating func reportUnterminated(_ start: Int, _ body: Int, _ end: Int, _ closer: String) {
        var mistake = Diagnostic.unterminatedString(Span(start, end, file: file), closer: closer)
        if body == end {
            mistake.help = [Text("a quotation mark of this line has no pair", "у одной из кавычек этой строки нет пары")]
            mistake.fix = nil
        }
        for mark in ["\"", "»", "”", "“"] {
            let lower = end - mark.utf8.count
            if lower > body, source[lower..<end].elementsEqual(mark.utf8) {
                mistake.fix = FixIt(span: Span(lower, end, file: file), replacement: closer)
            }
        }
        report(mistake)
    }

    private mutating func close(_ start: Int, _ body: Int, _ escaped: Bool, closerLength: Int = 1) {
        let end = i
        i += closerLength
        add(.string, from: start, name: escaped ? names.intern(unescape(body..<end)) : intern(body..<end))
    }

    /// The text of a string with its escapes resolved; a wrong one is reported and left as it stands.
    private mutating func unescape(_ range: Range<Int>) -> String {
        var out: [UInt8] = []
        var joiners: [(at: Int, span: Span)] = []
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
                    if scalar.value == Scalars.joiner { joiners.append((out.count, Span(k, next, file: file))) }
                    out += Array(String(Character(scalar)).utf8)
                    k = next
                    continue
                }
            default:
                report(.badEscape(Span(k, k + 2, file: file)))
            }
            k += 2
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// A joiner that an escape stands for obeys the rule of one that is typed: it joins two emoji.
    private mutating func reportJoiners(_ joiners: [(at: Int, span: Span)], in text: [UInt8]) {
        guard !joiners.isEmpty else { return }
        let before = joiners.map { String(decoding: text[..<$0.at], as: UTF8.self).unicodeScalars.last?.value ?? 0 }
        let after = joiners.map { String(decoding: text[($0.at + 3)...], as: UTF8.self).unicodeScalars.first?.value ?? 0 }
        for (k, joiner) in joiners.enumerated() where !Scalars.isEmoji(before[k]) || !Scalars.isEmoji(after[k]) {
            report(.forbiddenCharacter(joiner.span, Scalars.joiner))
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
                // A joiner is judged by its neighbours, once they are known.
                if (Scalars.isForbidden(value) && value != Scalars.joiner) || value == 0x0D || value == 0x09 {
                    report(.forbiddenCharacter(span, value))
                }
                return (scalar, j + 1)
            }
        }
        report(.badEscape(Span(k, min(j + 1, end), file: file)))
        return nil
    }

    /// Looks at every byte before lexing: UTF-8, forbidden characters, the need for NFC. False: not a text at all.
    mutating func scan(fileName: String) -> Bool {
        var k = Self.bomLength(source)
        var previous: UInt32 = 0
        // How many marks stand behind one letter, and where the next one of them would.
        var (marks, next) = (0, 0)
        while k < source.count {
            let b = source[k]
            if b < 0x80 {
                let plain = plainLetters(from: k)
                if plain > 0 {
                    k += plain
                    previous = 0x20
                    continue
                }
                // A carriage return belongs to the end of a line; elsewhere it hides what stands before it.
                let strayReturn = b == 0x0D && k + 1 < source.count && source[k + 1] != 0x0A
                if b < 0x20 || b == 0x7F, strayReturn || Scalars.isForbidden(UInt32(b)) { forbidden(k, 1, UInt32(b)) }
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
                let legacy = LegacyEncoding.looksLikeCP1251(source)
                diagnostics.append(legacy ? .legacyEncoding(Span(k, k + 1, file: file), fileName) : .invalidUTF8(Span(k, k + 1, file: file)))
                return false
            }
            if Scalars.isForbidden(v), !joinsEmoji(v, previous, k + length) { forbidden(k, length, v) }
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

    /// How many bytes from here on are printable ASCII or ends of lines: most of an English text, and nothing to look at twice.
    private func plainLetters(from start: Int) -> Int {
        var k = start
        while k + 8 <= source.count {
            let n = LetterRuns.plain(LetterRuns.load(source, k))
            k += n
            if n < 8 { break }
        }
        return k - start
    }

    private func joinsEmoji(_ v: UInt32, _ previous: UInt32, _ next: Int) -> Bool {
        guard v == Scalars.joiner, Scalars.isEmoji(previous), next < source.count, let after = Scalars.decode(source, next) else { return false }
        return Scalars.isEmoji(after.value)
    }

    /// As many as anybody reads.
    private mutating func report(_ diagnostic: Diagnostic) { if diagnostics.count < 100 { diagnostics.append(diagnostic) } }

    private mutating func forbidden(_ k: Int, _ length: Int, _ v: UInt32) {
        // One file of binary rubbish does not need a thousand lines.
        guard diagnostics.count < 20 else { return }
        diagnostics.append(.forbiddenCharacter(Span(k, k + length, file: file), v))
    }
}

/// Recognises a Russian text that was saved in the encoding of old Windows editors.
enum LegacyEncoding {
    static func looksLikeCP1251(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var letters = 0
        var high = 0
        for b in bytes.prefix(65_536) {
            // Texts hold no such control characters; pictures and archives do.
            if b < 0x09 || (b > 0x0D && b < 0x1B) { return false }
            guard b >= 0x80 else { continue }
            high += 1
            if b >= 0xC0 || b == 0xA8 || b == 0xB8 { letters += 1 }
        }
        return high > 0 && letters * 10 >= high * 8
    }
}
