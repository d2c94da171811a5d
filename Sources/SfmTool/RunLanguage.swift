import SfmRuntime
import SfmSyntax
import SfmTerms

/// In which language a run answers: `--lang`, then `SFM_LANG`, then the project's settings, then a locale that names one, then that of most
/// of the files chosen, else English. It is found once and is the same for everything that the run says.
final class RunLanguage {
    private var found: Language?

    func value(orElse find: () -> Language?) -> Language {
        if let found { return found }
        let language = find() ?? .english
        found = language
        return language
    }

    /// The language of most texts; those that show none do not count, and where neither has more there is none.
    static func ofMost(_ languages: some Sequence<Language?>) -> Language? {
        let balance = languages.reduce(0) { $0 + ($1 == .russian ? 1 : $1 == .english ? -1 : 0) }
        return balance == 0 ? nil : balance > 0 ? .russian : .english
    }

    /// The language that most letters of a text belong to; names, texts in quotes and remarks are in any.
    static func of(_ bytes: [UInt8]) -> Language? {
        let bytes = TextEncoding.readable(bytes)
        var (cyrillic, latin) = (0, 0)
        bytes.withUnsafeBufferPointer { text in
            var i = 0
            while i < text.count, cyrillic + latin < enough {
                let b = text[i]
                i += 1
                switch b {
                case 0xD0, 0xD1: cyrillic += 1
                case 0x41...0x5A, 0x61...0x7A: latin += 1
                case UInt8(ascii: "#"): skip(text, &i) { _ in false }
                case UInt8(ascii: "@"): skip(text, &i) { $0 <= 0x2C || $0 == UInt8(ascii: ":") }
                case UInt8(ascii: "\""): skip(text, &i) { $0 == UInt8(ascii: "\"") }
                // «…», “…”, „…“: the closers of all of them end in these bytes.
                case 0xAB where i > 1 && text[i - 2] == 0xC2: skip(text, &i) { $0 == 0xBB }
                case 0x9C, 0x9E: if i > 2, text[i - 2] == 0x80, text[i - 3] == 0xE2 { skip(text, &i) { $0 == 0x9D || $0 == 0x9C } }
                default: break
                }
            }
        }
        if cyrillic == latin { return nil }
        return cyrillic > latin ? .russian : .english
    }

    /// The same where remarks are all that there is to go by: of a line in another encoding.
    static func ofLetters(_ bytes: [UInt8]) -> Language? {
        of(bytes) ?? (TextEncoding.readable(bytes).contains { $0 == 0xD0 || $0 == 0xD1 } ? .russian : nil)
    }

    /// A text is long before it is in doubt.
    private static let enough = 2048

    /// Past everything up to what ends it, the end of its line at the latest.
    private static func skip(_ text: UnsafeBufferPointer<UInt8>, _ i: inout Int, to isEnd: (UInt8) -> Bool) {
        while i < text.count, !isEnd(text[i]), LineEnd.length(text, at: i) == 0 { i += 1 }
        // The end of a line and what stands behind a name belong to what follows.
        if i < text.count, isEnd(text[i]), text[i] >= 0x80 || text[i] == UInt8(ascii: "\"") { i += 1 }
    }
}

extension Script {
    /// What its file is written in.
    var language: Language? { sources.first.flatMap { RunLanguage.of($0.bytes) } }
}

extension Environment {
    /// What the command line, the environment or its locale says; `nil` leaves it to the files.
    var namedLanguage: Language? { options.language ?? console.ownLanguage ?? options.projectLanguage ?? console.language }

    /// The one language of the run; what the files are in is looked up where it matters.
    package func language() -> Language { namedLanguage ?? own.value { RunLanguage.ofMost(chosenFiles.lazy.map(language(of:))) } }

    /// The same where the texts that were chosen have been read.
    func language(counting languages: @autoclosure () -> [Language?]) -> Language { namedLanguage ?? own.value { RunLanguage.ofMost(languages()) } }

    func language(of file: String) -> Language? {
        guard case .success(let bytes) = FileStore.readNamed(file, limit: options.limits.syntax.fileBytes) else { return nil }
        return RunLanguage.of(bytes)
    }

    /// The scripts that the command line chooses.
    private var chosenFiles: [String] {
        let paths: [String]
        switch options.command {
        case "test", "check", "coverage": paths = options.paths
        case "run", "fmt", "compare", "train", "show": paths = options.arguments.filter { $0 != "-" }
        default: paths = options.after.map { [$0] } ?? []
        }
        return paths.flatMap { path in (try? ScriptWalk(path).scripts) ?? [] }
    }
}
