import SfmRuntime
import SfmTerms
import Testing

@testable import SfmSyntax

/// Most tokens are read eight bytes at a time, but not the last ones of a text: both ways must see the same.
struct LexerTests {
    private struct Seen: Equatable {
        var kind: TokenKind
        var word: Lemma
        var lower, upper: UInt32
        var name: String?
    }

    /// The tokens of one line, alone or with much behind it.
    private static func line(_ text: String, tail: String) -> [Seen] {
        var names = Names()
        // A name that is there already is found, not entered.
        for known in ["@abc", "@abcdefgh", "@abcdefghijklmno", "", "C1", "abcdefgh", "abcdefghi"] { _ = names.intern(known) }
        let stream = Lexer.lex(SourceFile(name: "", text: text + tail), lexicon: Sfm.grammar.lexicon, names: &names)
        return stream.tokens.prefix { $0.kind != .newline && $0.kind != .end }.map {
            Seen(kind: $0.kind, word: $0.word, lower: $0.lower, upper: $0.upper, name: $0.name == .absent ? nil : names[$0.name])
        }
    }

    private static let tail = "\n" + String(repeating: " ", count: 40)

    private func same(_ text: String) {
        let (alone, followed) = (Self.line(text, tail: ""), Self.line(text, tail: Self.tail))
        #expect(alone == followed, "\(text)")
    }

    /// Words, handles and strings of every length, up to and past two registers, before everything that may follow them.
    @Test func everyLengthIsReadTheSame() {
        let letters = "abcdefghijklmnopqrstuvwxyz"
        for length in 0...22 {
            let word = String(letters.prefix(length))
            for follower in ["", " ", ",", ":", "-x", ".5", "_", "9", "é", "ж", "@a", "\"q\"", "]", "|", "?", "#", "\u{7F}"] {
                for opener in ["", "@", "\"", "@A", "Z", "\"\\\""] { same(opener + word + follower) }
                same("\"" + word + "\"" + follower)
            }
        }
        for phrase in ["teachers", "TEACHERS", "Teachers", "acknowledged", "given", "of", "a", "moderators", "clause"] {
            same(phrase)
            #expect(Self.line(phrase, tail: Self.tail).first?.word == Sfm.grammar.lexicon.find(phrase))
            #expect(Sfm.grammar.lexicon.find(phrase) != 0)
        }
    }

    @Test func everyByteEndsAWordTheSame() {
        for byte in UInt8(1)...0x7E where byte != 0x0A {
            let sign = String(Unicode.Scalar(byte))
            for word in ["ab", "@ab", "\"ab", "abcdefg", "@abcdefg", "\"abcdefg", "abcdefghijklmno", "@abcdefghijklmn"] {
                same(word + sign)
                same(word + sign + "cd\"")
            }
        }
    }

    @Test func randomLinesAreReadTheSame() {
        var random = Generator(state: 7)
        let pieces = ["a", "B", "z", "the", "given", "@", "@anna", "_", "-", ".", ",", ":", " ", "\"", "\\", "1", "24", "é", "ж", "[", "`", "{", "—", "«", "»"]
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<Int.random(in: 1...8, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
            // Behind 24 bytes a line alone is read in registers as well.
            if text.utf8.count <= 24 { same(text) }
        }
    }
}

struct LineWordsTests {
    /// A table is looked for only where some line begins with one of its words.
    @Test func everyWordThatBeginsATableIsKnown() {
        let entry = Keyword.examples.entry
        for phrase in entry.en + entry.ru {
            let first = phrase.split(separator: " ").first.map(String.init) ?? ""
            #expect(Sfm.grammar.examplesWords & TokenStream.bit(Sfm.grammar.lexicon.find(first)) != 0, "\(phrase)")
        }
    }
}
