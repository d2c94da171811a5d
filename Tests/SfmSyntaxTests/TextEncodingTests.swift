import SfmRuntime
import Testing

@testable import SfmSyntax

/// What a text is in is told by its letters, and where they do not tell it nothing is made of it.
@Suite struct TextEncodingTests {
    private static let narrow: [TextEncoding] = [.windows1251, .koi8R, .cp866, .macCyrillic, .iso88595]
    private static let wide: [TextEncoding] = [.utf16LE, .utf16BE, .utf32LE, .utf32BE]

    /// The bytes of a text in an encoding, without what it has not.
    private static func bytes(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
        if let upperHalf = encoding.upperHalf {
            let places = Dictionary(zip(upperHalf.unicodeScalars, UInt8(0x80)...0xFF)) { first, _ in first }
            return text.unicodeScalars.compactMap { $0.isASCII ? UInt8($0.value) : $0.value == 0xFFFD ? nil : places[$0] }
        }
        func parts(_ value: UInt32, _ size: Int, _ isLittle: Bool) -> [UInt8] {
            let little = (0..<size).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
            return isLittle ? little : little.reversed()
        }
        return switch encoding {
        case .utf16LE, .utf16BE: text.utf16.flatMap { parts(UInt32($0), 2, encoding == .utf16LE) }
        default: text.unicodeScalars.flatMap { parts($0.value, 4, encoding == .utf32LE) }
        }
    }

    @Test(
        "the tables say what the encodings are",
        arguments: [
            (TextEncoding.windows1251, [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x20, 0x97, 0x20, 0xB8, 0xFF, 0xAB, 0xBB, 0xB9] as [UInt8]),
            (.koi8R, [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4, 0x20, 0x20, 0xA3, 0xD1]),
            (.cp866, [0x8F, 0xE0, 0xA8, 0xA2, 0xA5, 0xE2, 0x20, 0x20, 0xF1, 0xEF, 0xFC]),
            (.macCyrillic, [0x8F, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x20, 0xD1, 0x20, 0xDE, 0xDF, 0xC7, 0xC8, 0xDC]),
            (.iso88595, [0xBF, 0xE0, 0xD8, 0xD2, 0xD5, 0xE2, 0x20, 0x20, 0xF1, 0xEF, 0xF0]),
        ])
    func tables(encoding: TextEncoding, bytes: [UInt8]) {
        let has = Set((encoding.upperHalf ?? "").unicodeScalars)
        let text = String(String.UnicodeScalarView("Привет — ёя«»№".unicodeScalars.filter { $0.isASCII || has.contains($0) }))
        #expect(encoding.text(of: bytes) == text && Self.bytes(text, encoding) == bytes)
        #expect(encoding.upperHalf?.unicodeScalars.count == 128)
    }

    static let russian = FormatFiles.all.filter { $0.hasPrefix("Examples/") && $0.hasSuffix(".ru.sfm") }.enumerated().filter { $0.offset % 3 == 0 }.map(
        \.element)

    @Test("a script in any of them is known for what it is", arguments: russian)
    func scripts(_ path: String) throws {
        let text = String(decoding: try FormatFiles.source(path).bytes, as: UTF8.self)
        for encoding in Self.narrow + Self.wide {
            let bytes = Self.bytes(text, encoding)
            let guess = try #require(TextEncoding.guess(bytes), "\(encoding)")
            #expect(guess.isCertain, "\(encoding): \(guess.candidates)")
            #expect(TextEncoding.converted(bytes)?.text == encoding.text(of: bytes), "\(encoding): \(guess.candidates)")
        }
        #expect(TextEncoding.guess(Array(text.utf8)) == nil)
    }

    /// In UTF-16 a capital letter of the alphabet is two control characters, or one and a sign of ASCII.
    @Test(
        "a text in capital letters is known as well, and nothing else is said of it",
        arguments: [
            "АБВГДЕЖЗИЙ", "СЦЕНАРИЙ «ШКОЛА»\n", "КОНЕЦ\n", "ABC DEFG\n", "— КОНЕЦ №1 —\r\nКОНЕЦ", "# ЁЖ\n",
        ])
    func capitals(text: String) {
        for encoding in Self.wide {
            let bytes = Self.bytes(text, encoding)
            #expect(TextEncoding.converted(bytes)?.from == encoding, "\(encoding)")
            var names = Names()
            let told = Lexer.lex(SourceFile(name: "a.sfm", bytes: bytes), lexicon: Sfm.grammar.lexicon, names: &names).diagnostics
            #expect(told.map(\.code) == [.legacyEncoding], "\(encoding)")
            let iconv = "iconv -f \(encoding.name) -t UTF-8 a.sfm > new.sfm"
            #expect(told.first?.help.contains { $0.en.contains(iconv) && $0.ru.contains(iconv) } == true, "\(encoding)")
        }
    }

    @Test("a line or a word is never taken for another: in doubt the right reading is among those that are named", arguments: russian)
    func pieces(_ path: String) throws {
        let text = String(decoding: try FormatFiles.source(path).bytes, as: UTF8.self)
        let lines = text.split(separator: "\n").map(String.init).filter { $0.unicodeScalars.contains { $0.value >= 0x400 } }.prefix(12)
        for piece in lines + lines.prefix(4).flatMap({ $0.split(separator: " ").map(String.init) }) {
            for encoding in Self.narrow {
                let bytes = Self.bytes(piece, encoding)
                guard bytes.contains(where: { $0 >= 0x80 }), String(validating: bytes, as: UTF8.self) == nil else { continue }
                let guess = try #require(TextEncoding.guess(bytes), "\(encoding): \(piece)")
                let readings = guess.candidates.map { $0.text(of: bytes) }
                #expect(readings.contains(encoding.text(of: bytes)), "\(encoding): \(piece): \(guess.candidates)")
                let letters = piece.unicodeScalars.count { (0x410...0x44F).contains($0.value) || $0 == "Ё" || $0 == "ё" }
                #expect(guess.isCertain == (readings.count == 1 && letters >= 6), "\(piece)")
            }
        }
    }

    @Test("what few letters leave open is left open", arguments: ["Ё", "я", "да", "3А"])
    func doubt(text: String) throws {
        let guess = try #require(TextEncoding.guess(Self.bytes(text, .windows1251)))
        #expect(!guess.isCertain && guess.candidates.contains(.windows1251))
        #expect(TextEncoding.converted(Self.bytes(text, .windows1251)) == nil)
    }

    /// Ukrainian letters in Windows-1251 and KOI8-U, French ones in Mac Roman, Russian ones in CP855: none of these encodings is known.
    @Test(
        "what is in an encoding that nobody asked about is converted to nothing else",
        arguments: [
            [0x23, 0x20, 0xBA, 0x20, 0xBF, 0x20, 0xB3, 0x20, 0xB4, 0x0A], [0x23, 0x20, 0xA4, 0x20, 0xA7, 0x20, 0xA6, 0x20, 0xAD, 0x0A],
            [0x83, 0x76, 0x8E, 0x6E, 0x65, 0x6D, 0x65, 0x6E, 0x74, 0x0A],
            [0xE3, 0xA4, 0xA8, 0xD4, 0xC6, 0xE1, 0xB7, 0xBD, 0x20, 0x22, 0x85, 0x22, 0x0A],
        ] as [[UInt8]])
    func foreign(bytes: [UInt8]) { #expect(TextEncoding.converted(bytes) == nil, "\(TextEncoding.converted(bytes)?.text ?? "")") }

    @Test("letters with accents of an English text") func western() throws {
        let bytes = Self.bytes("create group \"café naïve\" — “x”\n", .windows1252)
        #expect(TextEncoding.converted(bytes)?.text == "create group \"café naïve\" — “x”\n")
    }

    @Test("a mark says it, however short the text") func marks() throws {
        for (mark, encoding) in [([0xFF, 0xFE], TextEncoding.utf16LE), ([0xFE, 0xFF], .utf16BE), ([0, 0, 0xFE, 0xFF], .utf32BE)] as [([UInt8], TextEncoding)] {
            #expect(TextEncoding.converted(mark + Self.bytes("я", encoding))?.text == "я")
            #expect(TextEncoding.converted(mark)?.text == "")
        }
        // What is cut in the middle of a character is not converted.
        let cut = try #require(TextEncoding.guess([0xFF, 0xFE] + Self.bytes("create group", .utf16LE) + [0x20]))
        #expect(cut.candidates == [.utf16LE] && !cut.isCertain)
    }

    @Test("what is no text, or UTF-8 with a byte lost, is none of them") func others() {
        let utf8 = Array("сценарий \"Привет\"\n".utf8)
        for bytes in [
            Array(utf8.dropLast(5)) + [0x20], utf8.prefix(10) + [0xFF] + utf8, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF, 0xD8],
            (0..<4000).map { UInt8(truncatingIfNeeded: ($0 &* 7919) >> 3 | 0x20) }, Array("create group \"a\"\n\0".utf8), [],
            Array("# \u{1B}[31m привет\n".utf8), Array("# \u{10}\n".utf8), Array("# \u{1B} مرحبا\n".utf8),
        ] as [[UInt8]] {
            #expect(TextEncoding.guess(Array(bytes)) == nil)
        }
    }
}
