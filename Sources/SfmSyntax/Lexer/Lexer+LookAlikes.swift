import SfmTerms

/// Signs that look like those of the language: each is said with the right one, and read as that, so that nothing else of its line is lost.
extension Lexer {
    /// A sign of another kind where one of the language is meant.
    mutating func lookAlike(_ v: UInt32, _ length: Int, _ sign: UInt8) {
        let start = i
        report(.lookAlikeSign(Span(start, start + length, file: file), v, sign))
        switch sign {
        case UInt8(ascii: "@"): handle()
        case UInt8(ascii: "\""): lookAlikeString(v, length)
        default:
            i += length
            add(kind(of: sign), from: start, word: sign == UInt8(ascii: ":") ? lexicon.signs.colon : sign == UInt8(ascii: "-") ? lexicon.signs.dash : 0)
        }
    }

    private func kind(of sign: UInt8) -> TokenKind {
        switch sign {
        case UInt8(ascii: ":"): .colon
        case UInt8(ascii: ","), UInt8(ascii: ";"): .comma
        case UInt8(ascii: "("): .leftParen
        case UInt8(ascii: ")"): .rightParen
        case UInt8(ascii: "["): .leftBracket
        case UInt8(ascii: "]"): .rightBracket
        case UInt8(ascii: "|"): .bar
        case UInt8(ascii: "?"): .question
        case UInt8(ascii: "-"): .dash
        default: .other
        }
    }

    /// A text between marks that look like quotation marks: up to the next of them.
    private mutating func lookAlikeString(_ opener: UInt32, _ length: Int) {
        let start = i
        i += length
        let body = i
        var hasOddSpaces = false
        while i < source.count, !endsLine(at: i) {
            let (v, length) = Scalars.decode(source, i) ?? (0, 1)
            guard v == 0x22 || v == opener || LookAlikeSigns.meant(v) == UInt8(ascii: "\"") else {
                if reportOddSpace(v, length) { hasOddSpaces = true }
                i += length
                continue
            }
            let end = i
            if v != 0x22 { report(.lookAlikeSign(Span(end, end + length, file: file), v, UInt8(ascii: "\""))) }
            i += length
            return add(.string, from: start, name: hasOddSpaces ? names.intern(Scalars.withPlainSpaces(sourceText(body..<end))) : intern(body..<end))
        }
        add(.string, from: start, name: intern(body..<i))
    }

    /// Passes a dash between two parts of a word that only looks like a hyphen.
    mutating func passFalseHyphen() -> Bool {
        guard let (v, length) = Scalars.decode(source, i), LookAlikeSigns.joins(v), namePart(at: i + length) > 0 else { return false }
        report(.lookAlikeSign(Span(i, i + length, file: file), v, UInt8(ascii: "-")))
        i += length
        return true
    }

    /// The length of an English genitive's `'s`, with the apostrophe of a keyboard or of a word processor (U+2019).
    func genitive(at i: Int) -> Int? {
        guard let (v, length) = Scalars.decode(source, i), v == 0x27 || v == 0x2019, i + length < source.count, source[i + length] | 0x20 == 0x73,
            namePart(at: i + length + 1) == 0
        else { return nil }
        return length + 1
    }

    /// A part of the text with the signs that are meant in the place of those that look like them.
    func withHyphens(_ range: Range<Int>) -> String {
        var out = String.UnicodeScalarView()
        for scalar in sourceText(range).unicodeScalars {
            let meant = scalar.value == 0x2019 ? UInt8(ascii: "'") : LookAlikeSigns.joins(scalar.value) ? UInt8(ascii: "-") : LookAlikeSigns.meant(scalar.value)
            out.append(meant.map { Unicode.Scalar($0) } ?? scalar)
        }
        return String(out)
    }
}

extension Diagnostic {
    /// A sign that looks like one of the language, with that one in its place.
    static func lookAlikeSign(_ span: Span, _ v: UInt32, _ meant: UInt8) -> Diagnostic {
        let typed = Unicode.Scalar(v).map { String(Character($0)) } ?? ""
        let right = String(Character(Unicode.Scalar(meant)))
        let (code, plain) = (Scalars.code(v), Scalars.code(UInt32(meant)))
        return Diagnostic(
            .strayCharacter,
            Text(
                "“\(typed)” (\(code)) looks like “\(right)” (\(plain)) and is another sign",
                "«\(typed)» (\(code)) похож на «\(right)» (\(plain)), но это другой знак"),
            span, label: Text(same: code), help: [Text("write: \(right)", "напишите: \(right)")],
            fixes: [.lookAlike(span, typed: typed, meant: right)])
    }
}
