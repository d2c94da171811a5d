import SfmRuntime
import SfmTerms
import Testing

@testable import SfmSyntax

/// What holds of every script of the repository, and of rubbish made from them.
@Suite struct FormatLawTests {
    @Test(arguments: FormatFiles.all)
    func formatting(_ path: String) throws {
        let source = try FormatFiles.source(path)
        guard let once = FormatLaws.formatted(source) else { return }
        let formatted = FormatLaws.file(once)
        #expect(FormatLaws.formatted(formatted) == once, "formatting twice changes the text again")
        #expect(FormatLaws.tree(formatted) == FormatLaws.tree(source), "formatting changes the meaning")
        #expect(FormatLaws.comments(formatted) == FormatLaws.comments(source), "formatting loses a comment")
    }

    @Test(arguments: FormatFiles.all)
    func translating(_ path: String) throws {
        let source = try FormatFiles.source(path)
        let language = FormatLaws.otherLanguage(path)
        guard let there = FormatLaws.translated(source, language) else { return }
        let other: Language = language == .english ? .russian : .english
        let back = try #require(FormatLaws.translated(FormatLaws.file(there), other))
        let tree = FormatLaws.tree(source)
        #expect(FormatLaws.tree(FormatLaws.file(there)) == tree, "translating changes the meaning")
        #expect(FormatLaws.tree(FormatLaws.file(back)) == tree, "translating there and back changes the meaning")
        #expect(FormatLaws.comments(FormatLaws.file(there)) == FormatLaws.comments(source), "translating loses a comment")
        #expect(FormatLaws.formatted(FormatLaws.file(there)) == there, "a translation is not formatted")
    }

    /// There and back is the same text, word for word, in every script that people read.
    @Test(arguments: FormatFiles.all.filter { !$0.hasPrefix("Tests/") })
    func wordsSurvive(_ path: String) throws {
        let source = try FormatFiles.source(path)
        let there = FormatLaws.otherLanguage(path)
        try Self.goesThereAndBack(source, there)
    }

    private static func goesThereAndBack(_ source: SourceFile, _ language: Language) throws {
        func keep(_ source: SourceFile, _ language: Language) throws -> String {
            try #require(Translator(grammar: Sfm.grammar, to: language, keepsWords: true).translate(source).text)
        }
        let there = try keep(source, language)
        let back = try keep(FormatLaws.file(there), language == .english ? .russian : .english)
        #expect(back == FormatLaws.formatted(source), "\(there)")
        #expect(FormatLaws.formatted(FormatLaws.file(there)) == there, "a translation is not formatted")
        #expect(try keep(FormatLaws.file(there), language) == there, "translating twice changes the text again")
        #expect(FormatLaws.tree(FormatLaws.file(there)) == FormatLaws.tree(source), "translating changes the meaning")
    }

    static let wordings: [(Language, String)] = [
        (.english, "дано ученики @а, @б в классе \"7Б\"\nвыбыла @а  # по заявлению\nуволена @в\nтогда @а не заблокирована\nи @б извинилась"),
        (
            .english,
            "контекст\n  дана школа \"Ш\"\n  пусть @а — обучающаяся класса \"7Б\"\nконец предыстории\n\nпример \"х\" [a, b]\n  нарушил правила @а\nконец"
        ),
        (.english, "создать класс \"Учительская\"\nпригласить педагогов в класс \"7Б\"\n@к: исключить @а из чата \"7Б\" из-за выбытия"),
        (.russian, "given class \"7B\"\nlegal representative @p of @a\ngiven legal representative @p of @a\nexpect @a is in chat \"7B\""),
        (.russian, "given staff @e\n@e: post \"class and group\" in chat \"7B\" as insulting\nexpect violations of @a in chat \"7B\" at least 2"),
        (.russian, "given student @a of class \"7B\"\n@a objects\nremind @a about rules\ntransfer @a to class \"8B\""),
    ]

    @Test(arguments: wordings) func wordsOfPeopleSurvive(_ language: Language, _ text: String) throws {
        try Self.goesThereAndBack(FormatLaws.file(text + "\n"), language)
    }

    @Test func aClassStaysAClass() {
        let source = FormatLaws.file("дано ученик @а в классе \"7Б\"\nперевести @а в класс \"8Б\"\nдано группа \"9\"\n")
        let there = "given student @а in class \"7Б\"\ntransfer @а to class \"8Б\"\ngiven group \"9\"\n"
        #expect(Translator(grammar: Sfm.grammar, to: .english, keepsWords: true).translate(source).text == there)
    }

    /// A remark that says something else by now is left as it stands.
    @Test func aChangedLineIsNotGoneBackOn() {
        let source = FormatLaws.file("dismiss @x  # ru: уволена @t\ndismiss @t  # ru: уволена @t\n")
        let back = "уволен @x  # ru: уволена @t\nуволена @t\n"
        #expect(Translator(grammar: Sfm.grammar, to: .russian, keepsWords: true).translate(source).text == back)
    }

    /// Every script that people read is laid out already; what tests feed in need not be.
    @Test(arguments: FormatFiles.all.filter { !$0.hasPrefix("Tests/") })
    func layout(_ path: String) throws {
        let source = try FormatFiles.source(path)
        #expect(FormatLaws.formatted(source) == String(decoding: source.bytes, as: UTF8.self), "run: sfm fmt --write \(path)")
    }

    /// Nothing of a script's own statements is left in the other language.
    @Test(arguments: FormatFiles.all.filter { $0.hasPrefix("Policies/") })
    func policiesTranslateWhole(_ path: String) throws {
        let source = try FormatFiles.source(path)
        let russian = try #require(FormatLaws.translated(source, .russian))
        for word in ["permit", "forbid", "oblige", "states", "note", "clause"] {
            #expect(!russian.split(separator: "\n").contains { $0.split(separator: " ").first.map(String.init) == word }, "left in English: \(word)")
        }
    }

    /// Without what is cut off at its edges this is a text in another encoding, as bytes go; nothing of it is laid out.
    @Test(arguments: ["  \0 \0 ", "post \"a\u{1B}[2Jb\"\n"]) func whatNobodySeesIsNotLaidOut(_ text: String) {
        let formatted = Formatter(grammar: Sfm.grammar).format(SourceFile(name: "a.sfm", text: text))
        #expect(formatted.text == nil && !formatted.diagnostics.isEmpty)
    }

    /// A header without cells is none, and its line and the last row stay.
    @Test func aHeaderWithoutCells() {
        let text = "scenario \"x\"\n  expect @<a> is admin\nexamples\n  |\n  | a |\n  | b |\nend\n"
        #expect(FormatLaws.formatted(FormatLaws.file(text)) == text)
    }

    /// Lines cut, doubled and swapped: no crash, the same again, no text lost.
    @Test(arguments: FormatFiles.all)
    func rubbish(_ path: String) throws {
        let lines = String(decoding: try FormatFiles.source(path).bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        var random = Generator(state: UInt64(path.utf8.count) &* 7919 &+ 17)
        var mutated = lines
        for _ in 0..<6 where !mutated.isEmpty {
            let k = random.below(mutated.count)
            switch random.below(5) {
            case 0: mutated.remove(at: k)
            case 1: mutated.swapAt(k, random.below(mutated.count))
            case 2: mutated[k] = mutated[k].dropFirst(random.below(mutated[k].count + 1))
            case 3: mutated[k] = mutated[k].dropLast(random.below(mutated[k].count + 1))
            default: mutated[k] = Substring(mutated[k].split(separator: " ").shuffled(using: &random).joined(separator: "\t"))
            }
        }
        let text = mutated.joined(separator: "\r\n")
        let source = FormatLaws.file(text)
        // Only what nobody sees is a reason to lay out nothing.
        guard let once = FormatLaws.formatted(source) else { return #expect(Sanitizer.hidesSomething(in: text), "\(text)") }
        #expect(FormatLaws.formatted(FormatLaws.file(once)) == once, "\(text)")
        #expect(FormatLaws.tree(FormatLaws.file(once)) == FormatLaws.tree(source), "\(text)")
        let there = try #require(FormatLaws.translated(source, FormatLaws.otherLanguage(path)))
        #expect(FormatLaws.tree(FormatLaws.file(there)) == FormatLaws.tree(source), "\(text)")
    }
}

/// Numbers that are the same in every run.
struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 31)
    }

    mutating func below(_ n: Int) -> Int { Int(next() >> 33) % n }
}
