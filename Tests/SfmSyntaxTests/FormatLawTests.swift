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
        let once = try #require(FormatLaws.formatted(source))
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
