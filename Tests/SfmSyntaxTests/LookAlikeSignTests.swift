import Foundation
import SfmRuntime
import Testing

@testable import SfmSyntax

/// Signs of other kinds, and letters that are composed otherwise.
@Suite struct LookAlikeSignTests {
    private static func diagnostics(_ text: String) -> [Diagnostic] {
        var parser = Parser(grammar: Sfm.grammar)
        _ = parser.parse(SourceFile(name: "x", text: text))
        return parser.diagnostics
    }

    /// The text with all that is certain done.
    private static func mended(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for fix in diagnostics(text).compactMap(\.certainFix).sorted(by: { $0.span.lower > $1.span.lower }) {
            bytes.replaceSubrange(Int(fix.span.lower)..<Int(fix.span.upper), with: Array(fix.replacement.utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("a dash in a word is named with the hyphen that is meant", arguments: [0x2010, 0x2011, 0x2012, 0x2212, 0xFE63, 0xFF0D, 0x2043] as [UInt32])
    func hyphens(v: UInt32) throws {
        let dash = String(Character(try #require(Unicode.Scalar(v))))
        for right in ["given student @anna-maria in group \"7B\"", "expect @a is non-member of chat \"7B\"", "given вице-директор @a"] {
            let text = right.replacing("-", with: dash) + "\n"
            let found = Self.diagnostics(text).filter { $0.code == .strayCharacter }
            #expect(found.count == 1 && found[0].message.en.contains(Scalars.code(v)), "\(text)")
            #expect(found.first?.certainFix?.replacement == "-")
            #expect(Self.mended(text) == right + "\n")
        }
        // A name is read as the one that is meant: nothing follows of the mistake.
        #expect(Self.diagnostics("given student @anna\(dash)maria in group \"7B\"\nexpect @anna-maria is student\n").count == 1)
    }

    @Test("where a dash may part words as well it is a question", arguments: ["2024–09–02", "2024—09—02"])
    func dashes(date: String) throws {
        let found = Self.diagnostics("today is \(date)\n")
        let fix = try #require(found.first?.fixes.first)
        #expect(fix.grade == .perhaps && fix.replacement == "-" && found[0].help.contains { $0.en.contains("is a dash") }, "\(found)")
        #expect(Self.diagnostics("given @x — teacher\n").allSatisfy { $0.fixes.isEmpty })
    }

    @Test(
        "signs of full width and others that look alike",
        arguments: [
            ("given student ＠a in group \"7B\"\n", "given student @a in group \"7B\"\n"),
            ("given students @a， @b in group \"7B\"\n", "given students @a, @b in group \"7B\"\n"),
            ("@a： create group \"x\"\n", "@a: create group \"x\"\n"), ("@a∶ create group \"x\"\n", "@a: create group \"x\"\n"),
            ("create group ″7B″\n", "create group \"7B\"\n"), ("create group 〝7B〞\n", "create group \"7B\"\n"),
            ("create group ＂7B＂\n", "create group \"7B\"\n"),
            ("scenario \"a\" ［b］\n  create group \"x\"\nend\n", "scenario \"a\" [b]\n  create group \"x\"\nend\n"),
        ])
    func signs(text: String, right: String) {
        #expect(Self.diagnostics(text).allSatisfy { $0.code == .strayCharacter } && !Self.diagnostics(text).isEmpty, "\(Self.diagnostics(text))")
        #expect(Self.mended(text) == right && Self.diagnostics(right).isEmpty)
    }

    @Test("each of them has the picture of what is meant: its fix is certain") func law() {
        for v in UInt32(0)...0x1FFFF {
            guard let scalar = Unicode.Scalar(v), let sign = LookAlikeSigns.meant(v) else { continue }
            let fix = FixIt.lookAlike(.none, typed: String(Character(scalar)), meant: String(Character(Unicode.Scalar(sign))))
            if fix.grade != .certain { Issue.record("\(Scalars.code(v))") }
            if !LookAlikeSigns.joins(v), LookAlikeSigns.isDash(v) { Issue.record("\(Scalars.code(v)) is a dash that joins nothing") }
        }
    }

    @Test(
        "letters with marks of their own are read as those that have them",
        arguments: FormatFiles.all.filter { $0.hasPrefix("Examples/") && $0.hasSuffix(".ru.sfm") })
    func decomposed(_ path: String) throws {
        let source = try FormatFiles.source(path)
        let text = String(decoding: source.bytes, as: UTF8.self)
        let other = FormatLaws.file(text.decomposedStringWithCanonicalMapping)
        #expect(!other.bytes.elementsEqual(source.bytes))
        #expect(FormatLaws.tree(other) == FormatLaws.tree(source))
        // The language's own words are laid out composed.
        let once = try #require(FormatLaws.formatted(other))
        let twice = try #require(FormatLaws.formatted(FormatLaws.file(once)))
        #expect(FormatLaws.tree(FormatLaws.file(twice)) == FormatLaws.tree(source))
    }
}
