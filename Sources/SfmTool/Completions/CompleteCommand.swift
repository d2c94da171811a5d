import SfmRuntime
import SfmSyntax
import SfmTerms

/// What the shells' completions ask, hidden from people: `sfm __complete bash LINE WORDBREAKS`, `sfm __complete words WORD… CURRENT`.
///
/// A candidate a line. For bash it is what to put in the place of the word at the cursor, quoted, with a space behind it where the word
/// is done; else the whole word, a tab and a note. What a shell might read as more than a word is never offered.
enum CompleteCommand {
    static let name = "__complete"

    /// Nobody looks through more, and a shell takes long to lay them out.
    private static let (most, longest) = (2_000, 4_096)

    /// Whether the line asks for completions, which then are printed; what is wrong with it is nobody's matter yet.
    static func answers(_ words: [String], _ console: Console) -> Bool {
        guard words.first == name else { return false }
        let words = Array(words.dropFirst())
        switch words.first {
        case "bash" where words.count > 1:
            let line = ShellLine(words[1], breaks: words.count > 2 ? words[2] : ShellLine.usualBreaks)
            let found = candidates(line.words, line.current, console)
            console.write(document: found.compactMap { line.insertion($0).map { $0 + "\n" } }.joined())
        case "words":
            let found = candidates(Array(words.dropFirst().dropLast()), words.count > 1 ? words[words.count - 1] : "", console)
            console.write(document: found.map { $0.value + ($0.note.isEmpty ? "" : "\t" + SafeText(title: $0.note).rawText) + "\n" }.joined())
        default: break
        }
        return true
    }

    private static func candidates(_ words: [String], _ current: String, _ console: Console) -> [WordCandidate] {
        var seen = Set<PathKey>()
        return CommandLineCompleter(words, console).candidates(current).filter { candidate in
            candidate.isPlain && candidate.value.utf8.count <= longest
                && candidate.value.utf8.starts(with: current.utf8) && seen.insert(PathKey(candidate.value)).inserted
        }.prefix(most).map { $0 }
    }
}

/// A word that may stand at the cursor.
struct WordCandidate: Equatable {
    /// The whole word, without quotes.
    let value: String
    var note = ""
    /// Whether something of the word still follows: a folder, `--lang=`, `smoke and `.
    var isOpen: Bool { value.hasSuffix("/") || value.hasSuffix("=") || value.hasSuffix(" ") }

    /// Whether it is one line, and shows as what it is.
    var isPlain: Bool { value.unicodeScalars.allSatisfy { !Scalars.isForbidden($0.value) && !"\t\n\r\u{FFFD}".unicodeScalars.contains($0) } }
}
