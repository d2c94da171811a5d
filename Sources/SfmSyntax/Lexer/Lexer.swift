import SfmTerms

/// The tokens of one text. Strings and handles are names already, words carry their lemma.
public struct TokenStream: Sendable {
    public var tokens: [Token]
    public var diagnostics: [Diagnostic]
    /// The first words of all lines, each as one bit: a lemma whose bit is not set begins no line.
    var lineWords: UInt64

    /// The bit of a lemma among the first words of lines; several share one.
    @inline(__always)
    static func bit(_ lemma: Lemma) -> UInt64 { 1 &<< UInt64(lemma & 63) }
}

/// Turns bytes into tokens; never fails, and reads every byte once.
public struct Lexer {
    let source: UnsafeBufferPointer<UInt8>
    let file: UInt16
    let lexicon: Lexicon
    var names: Names
    var tokens: TokenBuffer
    var diagnostics: [Diagnostic] = []
    let limits: SyntaxLimits
    /// Whether names may have to be brought into NFC.
    var composes = false
    /// Whether some lines end with something else than LF or CR LF.
    var hasOtherEnds = false
    var i = 0
    /// The first token of the line at hand.
    private var lineStart = 0
    private var lineWords: UInt64 = 0

    private init(_ source: UnsafeBufferPointer<UInt8>, _ file: UInt16, _ lexicon: Lexicon, _ names: consuming Names, _ limits: SyntaxLimits) {
        (self.source, self.file, self.lexicon, self.names, self.limits) = (source, file, lexicon, names, limits)
        tokens = TokenBuffer(capacity: source.count / 3 + 16)
    }

    /// Lexes a text; names go into `names`.
    public static func lex(
        _ file: SourceFile, number: UInt16 = 0, lexicon: Lexicon, names: inout Names, limits: SyntaxLimits = .standard
    ) -> TokenStream {
        precondition(file.bytes.count <= UInt32.max, "a place in a text has 32 bits")
        return file.bytes.withUnsafeBufferPointer { bytes in
            var lexer = Lexer(bytes, number, lexicon, names, limits)
            names = Names()
            if lexer.scan(fileName: file.name) { lexer.tokenize() }
            lexer.newline(from: bytes.count)
            lexer.add(.end, from: bytes.count)
            names = lexer.names
            return TokenStream(tokens: lexer.tokens.array(), diagnostics: lexer.diagnostics, lineWords: lexer.lineWords)
        }
    }

    public static func bomLength(_ bytes: some RandomAccessCollection<UInt8>) -> Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Words of Latin letters, names without marks and short strings, most of an English text, are read eight bytes at a time; where
    /// they are anything more than that, and for all other tokens, a function of their own reads them.
    mutating func tokenize() {
        var k = Self.bomLength(source)
        while k < source.count {
            let b = source[k]
            if b == 0x20 {
                k &+= 1
                continue
            }
            let start = k
            if k &+ 24 <= source.count {
                if (b | 0x20) >= 0x61, (b | 0x20) <= 0x7A {
                    k = plainWord(from: k)
                } else if b == UInt8(ascii: "@") {
                    k = plainHandle(from: k)
                } else if b == UInt8(ascii: "\""), !hasOtherEnds {
                    k = plainString(from: k)
                }
            }
            if k > start {
                // Most tokens have one blank behind them.
                if source[k] == 0x20 { k &+= 1 }
                continue
            }
            i = k
            next(b)
            k = i
        }
        i = k
    }

    @inline(__always)
    mutating func add(_ kind: TokenKind, from lower: Int, word: Lemma = 0, name: NameID = .absent) { add(kind, lower, i, word: word, name: name) }

    @inline(__always)
    private mutating func add(_ kind: TokenKind, _ lower: Int, _ upper: Int, word: Lemma = 0, name: NameID = .absent) {
        tokens.append(
            Token(kind: kind, word: word, lower: UInt32(truncatingIfNeeded: lower), upper: UInt32(truncatingIfNeeded: upper), name: name))
    }

    /// Whether the line ends at a byte.
    @inline(__always)
    func endsLine(at i: Int) -> Bool { source[i] == 0x0A || hasOtherEnds && LineEnd.length(source, at: i) > 0 }

    private mutating func newline(from start: Int) {
        lineWords |= TokenStream.bit(tokens.word(at: lineStart))
        add(.newline, from: start)
        lineStart = tokens.count
    }

    private mutating func next(_ b: UInt8) {
        switch b {
        case 0x09: i += 1
        case 0x0A, 0x0D:
            let start = i
            i += LineEnd.length(source, at: i)
            newline(from: start)
        case UInt8(ascii: "#"): comment()
        case UInt8(ascii: "\""): string(closer: 0x22, escapes: true)
        case UInt8(ascii: "@"): handle()
        case 0x30...0x39: number()
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0xD0, 0xD1: word()
        case 0x80...: wide()
        default: sign()
        }
    }

    mutating func comment() {
        while i < source.count, !endsLine(at: i) { i += 1 }
        if i < source.count, source[i - 1] == 0x0D, source[i] == 0x0A { i -= 1 }
    }

    /// A word of up to sixteen Latin letters and nothing else: its end, or where it begins if it is or may be another one.
    @inline(__always)
    private mutating func plainWord(from start: Int) -> Int {
        var word = InlineWord(source, start, of: ByteLanes.letters)
        let end = start &+ word.count
        guard Self.endsWord(source[end]) else { return start }
        word.cut(ByteLanes.smallLetters)
        add(.word, start, end, word: lexicon.find(word))
        return end
    }

    /// A handle of up to sixteen bytes without hyphens, full stops and letters of other scripts: its end, or where it begins.
    @inline(__always)
    private mutating func plainHandle(from start: Int) -> Int {
        // The @ that it begins with is counted as if it were a low line.
        var name = InlineWord(source, start, but: 0x40 ^ 0x5F, of: ByteLanes.nameParts)
        let end = start &+ name.count
        guard name.count > 1, Self.endsWord(source[end]) else { return start }
        name.cut()
        add(.handle, start, end, name: names.intern(name))
        return end
    }

    /// A string of up to sixteen bytes of ASCII without escapes: behind its closer, or where it begins.
    @inline(__always)
    private mutating func plainString(from start: Int) -> Int {
        var text = InlineWord(source, start + 1, of: ByteLanes.quotable)
        let end = start &+ 1 &+ text.count
        guard source[end] == 0x22 else { return start }
        text.cut()
        add(.string, start, end + 1, name: names.intern(text))
        return end + 1
    }

    /// Whether a byte behind a word or handle ends it beyond doubt: a blank, a comma, a quotation mark, a colon, a bracket. An apostrophe may
    /// stand within a word.
    @inline(__always)
    private static func endsWord(_ b: UInt8) -> Bool { b <= 0x2C && b != 0x27 || b == 0x3A || b == 0x5D }

    private mutating func sign() {
        let start = i
        let two = i + 1 < source.count && source[i + 1] == UInt8(ascii: "=")
        let b = source[i]
        i += 1
        switch b {
        case UInt8(ascii: ":"): add(.colon, from: start, word: lexicon.signs.colon)
        case UInt8(ascii: ","), UInt8(ascii: ";"): add(.comma, from: start)
        case UInt8(ascii: "("): add(.leftParen, from: start)
        case UInt8(ascii: ")"): add(.rightParen, from: start)
        case UInt8(ascii: "["): add(.leftBracket, from: start)
        case UInt8(ascii: "]"): add(.rightBracket, from: start)
        case UInt8(ascii: "|"): add(.bar, from: start)
        case UInt8(ascii: "?"): add(.question, from: start)
        case UInt8(ascii: "-"): add(.dash, from: start, word: lexicon.signs.dash)
        case UInt8(ascii: "="):
            if two { i += 1 }
            add(.comparison, from: start, word: lexicon.signs.equal)
        case UInt8(ascii: ">"):
            if two { i += 1 }
            add(.comparison, from: start, word: two ? lexicon.signs.atLeast : lexicon.signs.greater)
        case UInt8(ascii: "<"):
            if two { i += 1 }
            add(.comparison, from: start, word: two ? lexicon.signs.atMost : lexicon.signs.less)
        case UInt8(ascii: ".") where isFinal(start): break
        default: add(.other, from: start)
        }
    }

    /// Whether a full stop ends the line behind its last word, as prose has it.
    private func isFinal(_ dot: Int) -> Bool {
        guard dot > 0, !" \t\n\r.,;:!?".utf8.contains(source[dot - 1]) else { return false }
        var k = dot + 1
        while k < source.count, source[k] == UInt8(ascii: " ") || source[k] == UInt8(ascii: "\t") { k += 1 }
        return k == source.count || source[k] == 0x0A || source[k] == 0x0D || source[k] == UInt8(ascii: "#")
    }

    /// A character outside ASCII and Russian: a quotation mark, a dash, a space, a letter of another script.
    private mutating func wide() {
        let start = i
        guard let (v, length) = Scalars.decode(source, i) else {
            i += 1
            return
        }
        switch v {
        case 0xAB: string(closer: 0xBB, escapes: false)  // «»
        case 0x201C: string(closer: 0x201D, escapes: false)  // “”
        case 0x201E: string(closer: 0x201C, or: 0x201D, escapes: false)  // „“
        case 0x2010...0x2015, 0x2212:
            i += length
            add(.dash, from: start, word: lexicon.signs.dash)
        case 0x85, 0x2028, 0x2029:
            i += length
            newline(from: start)
        case 0x2264, 0x2265:
            i += length
            add(.comparison, from: start, word: v == 0x2264 ? lexicon.signs.atMost : lexicon.signs.atLeast)
        case 0x2116:  // №
            i += length
            add(.word, from: start, word: lexicon.signs.numero)
        default:
            if Scalars.isSpace(v) || Scalars.isForbidden(v) {
                i += length
            } else if Scalars.isNamePart(v) {
                word()
            } else if let sign = LookAlikeSigns.meant(v) {
                lookAlike(v, length, sign)
            } else {
                i += length
                add(.other, from: start)
            }
        }
    }

    /// The length of a letter, digit or mark at an index, 0 for anything else.
    @inline(__always)
    func namePart(at i: Int) -> Int {
        guard i < source.count else { return 0 }
        let b = source[i]
        if b < 0x80 {
            return (b >= 0x30 && b <= 0x39) || (b | 0x20 >= 0x61 && b | 0x20 <= 0x7A) || b == 0x5F ? 1 : 0
        }
        if b == 0xD0 || b == 0xD1 { return 2 }
        guard let (v, length) = Scalars.decode(source, i), Scalars.isNamePart(v) else { return 0 }
        return length
    }

    private mutating func word() {
        let start = i
        var isPlain = true
        while i < source.count {
            let b = source[i]
            let n = (b | 0x20) >= 0x61 && (b | 0x20) <= 0x7A ? 1 : namePart(at: i)
            if n > 0 {
                i += n
            } else if b == UInt8(ascii: "-"), namePart(at: i + 1) > 0 {
                i += 1
            } else if b == 0x27 || b == 0xE2, let length = genitive(at: i) {
                isPlain = isPlain && b == 0x27
                i += length
            } else if b >= 0xE2, passFalseHyphen() {
                isPlain = false
            } else {
                break
            }
        }
        guard isPlain else { return add(.word, from: start, word: lemma(ofPlain: withHyphens(start..<i))) }
        // «п.», «пп.», «прил.» carry their full stop; `app.1` is one clause id.
        if i < source.count, source[i] == UInt8(ascii: ".") {
            let lemma = lexicon.find(UnsafeBufferPointer(rebasing: source[start...i]))
            if lemma != 0 {
                i += 1
                add(.word, from: start, word: lemma)
                return
            }
            if i + 1 < source.count, source[i + 1] >= 0x30, source[i + 1] <= 0x39 {
                while i < source.count, source[i] == UInt8(ascii: ".") || namePart(at: i) > 0 {
                    i += max(1, namePart(at: i))
                }
                if source[i - 1] == UInt8(ascii: ".") { i -= 1 }
            }
        }
        let lemma = lexicon.find(UnsafeBufferPointer(rebasing: source[start..<i]))
        add(.word, from: start, word: lemma == 0 && composes ? self.lemma(ofPlain: sourceText(start..<i)) : lemma)
    }

    /// The lemma of a word whose letters may be written with marks of their own (NFD), as some systems write `й`.
    @inline(never)
    private func lemma(ofPlain word: String) -> Lemma {
        var composed = NormalForm.composed(word)
        return composed.withUTF8 { lexicon.find($0) }
    }

    /// Digits with what may belong to them: `12.6.1`, `02.09.2024`, `2024-09-02`, `09:30`.
    private mutating func number() {
        let start = i
        func digit(_ k: Int) -> Bool { k < source.count && source[k] >= 0x30 && source[k] <= 0x39 }
        while digit(i) { i += 1 }
        let first = i - start
        if first == 4, i + 5 < source.count, source[i] == 0x2D, digit(i + 1), digit(i + 2), source[i + 3] == 0x2D, digit(i + 4), digit(i + 5) {
            i += 6
        } else if first <= 2, i < source.count, source[i] == 0x3A, digit(i + 1), digit(i + 2), !digit(i + 3) {
            i += 3
        } else {
            while i < source.count, source[i] == 0x2E, digit(i + 1) {
                i += 1
                while digit(i) { i += 1 }
            }
        }
        add(.number, from: start)
    }

    mutating func handle() {
        let start = i
        // The @ of full width has three bytes.
        i += source[i] == UInt8(ascii: "@") ? 1 : 3
        var end = i
        var isPlain = i == start + 1
        while i < source.count {
            let n = namePart(at: i)
            if n > 0 {
                i += n
                end = i
            } else if source[i] >= 0xE2, passFalseHyphen() {
                isPlain = false
            } else if source[i] == UInt8(ascii: "-") || source[i] == UInt8(ascii: ".") {
                i += 1
            } else {
                break
            }
        }
        i = end
        guard end > start + 1 else {
            add(.other, from: start)
            return
        }
        add(.handle, from: start, name: isPlain ? intern(start..<end) : names.intern(withHyphens(start..<end)))
    }

    mutating func intern(_ range: Range<Int>) -> NameID {
        let bytes = UnsafeBufferPointer(rebasing: source[range])
        return composes ? names.intern(String(decoding: bytes, as: UTF8.self)) : names.intern(bytes: bytes)
    }
}
