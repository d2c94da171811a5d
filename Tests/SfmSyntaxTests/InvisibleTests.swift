import SfmRuntime
import Testing

@testable import SfmSyntax

/// What nobody sees is known by what Unicode says of it.
@Suite struct InvisibleTests {
    private static func codes(_ text: String) -> [DiagnosticCode] {
        var names = Names()
        return Lexer.lex(SourceFile(name: "x", text: text), lexicon: Sfm.grammar.lexicon, names: &names).diagnostics.map(\.code)
    }

    @Test("the quick way says of every character what the properties say") func law() {
        for v in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(v) else {
                #expect(Scalars.isForbidden(v))
                continue
            }
            let mayStand = v == 0x09 || v == 0x0A || v == 0x0D
            if Scalars.isForbidden(v) != (Scalars.isInvisible(scalar) && !mayStand) { Issue.record("\(Scalars.code(v))") }
            if scalar.properties.isDefaultIgnorableCodePoint, !Scalars.isForbidden(v) { Issue.record("\(Scalars.code(v))") }
        }
    }

    @Test(
        "no text has one, typed or by its number",
        arguments: [
            0xAD, 0x34F, 0x600, 0x115F, 0x1160, 0x180B, 0x200B, 0x200D, 0x2065, 0x2800, 0x3164, 0xFE00, 0xFE0F, 0xFFA0, 0xFFF0, 0xFFF8, 0xFFF9, 0xFFFC, 0xFFFE,
            0x13430, 0x16FE4, 0x1BCA0, 0x1D159, 0x1D173, 0xE0001, 0xE0100, 0xE0FFF, 0x10FFFF,
            0xE000, 0xF0B7, 0xF8FF, 0xF0000, 0x10FFFD,
        ] as [UInt32])
    func refused(v: UInt32) throws {
        let scalar = String(Character(try #require(Unicode.Scalar(v))))
        for text in ["# a\(scalar)b", "create group \"a\(scalar)b\"", "create group \"a\\u{\(String(v, radix: 16))}b\"", "given student @a\(scalar)b"] {
            #expect(Self.codes(text).contains(.forbiddenCharacter), "\(text)")
        }
        #expect(Sanitizer.text("a\(scalar)b") == "a<\(Scalars.code(v))>b")
    }

    @Test("in quotes a space is the ordinary one or a no-break one; another is read as the ordinary one and mended so") func spaces() throws {
        for v in UInt32(0)...0x3000 {
            guard let scalar = Unicode.Scalar(v), scalar.properties.generalCategory == .spaceSeparator else { continue }
            let isFine = [0x20, 0xA0, 0x202F].contains(v)
            for space in [String(Character(scalar)), "\\u{\(String(v, radix: 16))}"] {
                for (opener, closer) in [("\"", "\""), ("«", "»"), ("„", "“"), ("〝", "〞")] where opener == "\"" || !space.hasPrefix("\\") {
                    let source = SourceFile(name: "x", text: "create group \(opener)а\(space)b\(closer)")
                    var names = Names()
                    let stream = Lexer.lex(source, lexicon: Sfm.grammar.lexicon, names: &names)
                    let found = stream.diagnostics.filter { $0.code == .forbiddenCharacter }
                    #expect(found.count == (isFine ? 0 : 1), "\(Scalars.code(v)) \(opener)")
                    guard !isFine, let one = found.first else { continue }
                    #expect(source.text(one.span) == space && one.fixes.map(\.replacement) == [" "] && one.fixes[0].grade == .certain)
                    #expect(one.message.en.contains(Scalars.code(v)) && one.message.ru.contains("пробел другого вида"))
                    #expect(stream.tokens.contains { $0.kind == .string && names[$0.name] == "а b" }, "\(Scalars.code(v)) \(opener)")
                }
            }
            // Between words it is a blank like any other, and in a remark it hides nothing.
            #expect(Self.codes("create\(scalar)group \"a\" #\(scalar)x") == [], "\(Scalars.code(v))")
        }
    }

    @Test("pictures keep what they are made of", arguments: ["❤️", "👨‍👩‍👧", "1️⃣", "#️⃣", "🏳️‍🌈", "👍🏽", "🇷🇺", "©️", "☎️ 8"])
    func pictures(picture: String) {
        #expect(Self.codes("create group \"\(picture)\"") == [] && Sanitizer.text(picture) == picture)
        let escaped = picture.unicodeScalars.map { "\\u{\(String($0.value, radix: 16))}" }.joined()
        #expect(Self.codes("create group \"\(escaped)\"") == [], "\(escaped)")
    }

    @Test(
        "a selector behind what is no picture, or behind another, hides something",
        arguments: ["a\u{FE0F}", "1\u{FE0F}", "❤\u{FE0F}\u{FE0F}", "7А\u{FE0F}", "\u{FE0F}"])
    func selectors(text: String) {
        #expect(Self.codes("create group \"\(text)\"") == [.forbiddenCharacter])
        #expect(Sanitizer.text(text).contains("<U+FE0F>"))
    }
}
