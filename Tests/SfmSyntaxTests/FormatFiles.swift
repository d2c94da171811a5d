import Foundation
import SfmRuntime
import SfmTerms
import Synchronization

@testable import SfmSyntax

/// The scripts of the repository, found by folder.
enum FormatFiles {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Paths below the root, of every script that people and tests use.
    static let all: [String] = ["Examples", "Policies", "Clauses", "bench", "Tests"].flatMap { scripts(in: $0, ending: ".sfm") }

    static func scripts(in folder: String, ending: String) -> [String] {
        let walker = FileManager.default.enumerator(atPath: root.appending(path: folder).path(percentEncoded: false))
        let names = walker?.compactMap { $0 as? String } ?? []
        // A golden of the loader has a folder and a link with the ending of a script.
        return names.filter { $0.hasSuffix(ending) }.map { folder + "/" + $0 }.filter(isPlainFile).sorted()
    }

    private static func isPlainFile(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: root.appending(path: path).path(percentEncoded: false))
        return attributes?[.type] as? FileAttributeType == .typeRegular
    }

    static func source(_ path: String) throws -> SourceFile {
        SourceFile(name: path, bytes: [UInt8](try Data(contentsOf: root.appending(path: path))))
    }
}

/// The tables of a script of the repository, which stand beside it.
struct TablesBeside: TableFiles {
    let folder: URL

    init(_ path: String) { folder = FormatFiles.root.appending(path: path).deletingLastPathComponent() }

    func table(_ name: String, written: String, at span: Span) -> Result<SourceFile, FileMistake> {
        guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return .failure(FileMistake(.rowsElsewhere(span))) }
        return .success(SourceFile(name: name, bytes: [UInt8](data)))
    }
}

/// What the laws of the formatter look at.
enum FormatLaws {
    /// What was worked out of a text, by the text: most scripts are laid out already, and several laws ask for the same.
    private static let knownLayouts = Mutex<[[UInt8]: String?]>([:])
    private static let knownTrees = Mutex<[[UInt8]: String]>([:])

    static func formatted(_ source: SourceFile) -> String? {
        if let known = knownLayouts.withLock({ $0[source.bytes] }) { return known }
        let text = Formatter(grammar: Sfm.grammar).format(source).text
        knownLayouts.withLock { $0[source.bytes] = .some(text) }
        return text
    }

    static func translated(_ source: SourceFile, _ language: Language) -> String? {
        Translator(grammar: Sfm.grammar, to: language).translate(source).text
    }

    /// The language that a script is not in, going by its name: `blocking.ru.sfm` is Russian.
    static func otherLanguage(_ path: String) -> Language {
        path.contains(".ru.") || path.hasSuffix("typed-in-word.sfm") ? .english : .russian
    }

    static func file(_ text: String) -> SourceFile { SourceFile(name: "test.sfm", text: text) }

    /// The tree without spans, with the codes of what is wrong.
    static func tree(_ source: SourceFile) -> String {
        if let known = knownTrees.withLock({ $0[source.bytes] }) { return known }
        var parser = Parser(grammar: Sfm.grammar)
        let script = parser.parse(source)
        let codes = parser.diagnostics.map(\.code.text).joined(separator: " ")
        let text = TreeDump(grammar: Sfm.grammar, names: parser.names).dump(script) + codes
        knownTrees.withLock { $0[source.bytes] = text }
        return text
    }

    /// What stands behind every `#` that begins a comment.
    static func comments(_ source: SourceFile) -> [String] {
        var names = Names()
        let tokens = Lexer.lex(source, lexicon: Sfm.grammar.lexicon, names: &names).tokens
        var out: [String] = []
        var end = 0
        for token in tokens {
            if token.kind == .newline {
                let rest = source.bytes[end..<max(end, Int(token.lower))]
                if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
                    out.append(String(decoding: rest[hash...], as: UTF8.self).trimmingBlanks)
                }
            }
            end = Int(token.upper)
        }
        return out
    }
}
