import Foundation
import SfmPolicy
import SfmRuntime
import SfmTerms
import Synchronization
import Testing

@testable import SfmSyntax
@testable import SfmTool

/// Law: whatever stands in a script of the repository is among what TAB offers behind the words before it.
@Suite struct ExpectationLawTests {
    private static let folders = ["Examples/own-words", "Examples/exercises", "Clauses", "Tests/Scenarios/own-words"]
    /// Other forms of words that are offered in one.
    private static let otherForms: Set = ["извинилось"]

    private static let seen = Mutex<Set<[String]>>([])

    static let files: [String] = folders.flatMap { folder in
        let walker = FileManager.default.enumerator(atPath: ToolRun.root + "/" + folder)
        return (walker?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".sfm") }.map { folder + "/" + $0 }.sorted()
    } + ["explorations.sfm", "explorations.ru.sfm"].map { "Tests/Scenarios/semantics/" + $0 }

    private static func source(_ path: String) throws -> SourceFile {
        SourceFile(name: path, bytes: [UInt8](try Data(contentsOf: URL(filePath: ToolRun.root + "/" + path))))
    }

    @Test("each word of the language and each word of a policy is expected where it stands", arguments: files)
    func everyWord(path: String) throws {
        let source = try Self.source(path)
        let text = String(decoding: source.bytes, as: UTF8.self)
        var parser = Parser(grammar: Sfm.grammar)
        let declared = Dictionary(
            grouping: parser.parse(source).policies.flatMap(\.words).flatMap { word in
                [word.name.en, word.name.ru].map { (name: $0, sort: word.meaning.sort) }
            }
        ) { $0.name }
        var (context, misses) = (BlockContext(), [String]())
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            defer { context.add(line) }
            if line.contains("<") && line.contains(">") || line.contains("|") { continue }
            misses += Self.misses(
                of: line, behind: context.text(before: line), context.isPolicy ? "policy" : context.isOpen ? "block" : "", declared.mapValues { $0.map(\.sort) }
            )
        }
        #expect(misses.isEmpty, "\(misses.count)\n\(misses.joined(separator: "\n"))")
    }

    private static func misses(of line: String, behind context: String, _ kind: String, _ declared: [String: [WordSort]]) -> [String] {
        var names = Names()
        let grammar = Sfm.grammar
        let tokens = Lexer.lex(SourceFile(name: "", text: line + "\n"), lexicon: grammar.lexicon, names: &names).tokens
        var out: [String] = []
        for (k, token) in tokens.enumerated() where token.kind == .word && token.word != 0 || token.kind == .string {
            let before = String(decoding: Array(line.utf8)[..<Int(token.lower)], as: UTF8.self)
            let here = String(decoding: Array(line.utf8)[Int(token.lower)..<Int(token.upper)], as: UTF8.self)
            guard here.contains(where: \.isLetter), !before.contains("["), !grammar.articles.contains(token.word), !otherForms.contains(here) else { continue }
            // Most lines begin as others do.
            guard seen.withLock({ $0.insert([kind, before, here]).inserted }) else { continue }
            let found = grammar.expectations(behind: context + before)
            if token.kind == .string {
                guard let sorts = declared[names[token.name]], k > 0, !["message", "write", "написать"].contains(here) else { continue }
                let expected = found.names.flatMap(sortsOf)
                // A declaration names what is new, and a text may read like a word.
                if !expected.isEmpty, !sorts.contains(where: expected.contains) { out.append("\(before)⟨\(here)⟩ \(expected)") }
                continue
            }
            let offered = found.phrases.filter { phrase in
                phrase.text.split(separator: " ").first.map { grammar.lexicon.find($0.lowercased().replacing("ё", with: "е")) == token.word } ?? false
            }
            // What is offered is refused where it does not go on with the line.
            if !offered.contains(where: { grammar.goesOn(context + before, with: $0.text) }) {
                out.append("\(offered.isEmpty ? "" : "taken back: ")\(before)⟨\(here)⟩")
            }
        }
        return out
    }

    private static func sortsOf(_ name: ExpectationProbe.Name) -> [WordSort] {
        switch name {
        case .word(let sort): [sort]
        case .ofAct(let slot, let act): ActTable.all[act].words[slot].map { [$0] } ?? []
        case .ofFact(let slot, let fact): FactTable.all[fact].words[slot].map { [$0] } ?? []
        case .attribute(let id): [AttributeTable.all[id.index].sort]
        case .place, .period, .policy, .table: []
        }
    }
}
