import SfmSyntax
import SfmTerms

/// Ready clauses that belong together, with the scenarios that show what they come to: a pair of files of `Clauses/`.
struct ClauseItem: Sendable {
    /// As its files are called, without the ending.
    let file: String
    let english: ClauseText
    let russian: ClauseText

    /// What it is called, and in a sentence what it is for.
    var name: Text { Text(english.name, russian.name) }
    var purpose: Text { Text(english.purpose, russian.purpose) }

    func text(_ language: Language) -> ClauseText { language(english, russian) }
}

/// The text of one of its files, taken apart. Its form is fixed: a comment, one policy, `use policy`, a background that all files share, scenarios.
struct ClauseText: Sendable {
    let name: String
    let purpose: String
    /// Own words and the calendar, a line each.
    let declarations: [Substring]
    let clauses: [Substring]
    let background: [Substring]
    let scenarios: [Substring]

    init(_ text: String, _ words: ClauseWords) {
        var rest = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        /// The lines before the first that begins so.
        func lines(before start: String) -> [Substring] {
            let end = rest.firstIndex { $0.hasPrefix(start) } ?? rest.endIndex
            defer { rest = rest[end...] }
            return Array(rest[..<end])
        }
        purpose = String(rest.popFirst()?.dropFirst(2) ?? "")
        name = rest.popFirst()?.split(separator: "\"").dropFirst().first.map(String.init) ?? ""
        declarations = lines(before: "  \(words.clause) ")
        clauses = lines(before: words.end)
        _ = lines(before: words.background)
        background = lines(before: words.end) + [Substring(words.end)]
        rest = rest.dropFirst(2)
        if rest.last?.isEmpty == true { rest.removeLast() }
        scenarios = Array(rest)
    }

    /// How many clauses there are: they are numbered from 1 on.
    func count(_ words: ClauseWords) -> Int { clauses.count { $0.hasPrefix("  \(words.clause) ") } }
}

/// The words by which the files of `Clauses/` are laid out.
struct ClauseWords: Sendable {
    let policy, clause, usePolicy, background, end: String
    /// What stands before the number of a clause.
    let citations: [Substring]

    static func of(_ language: Language) -> ClauseWords { language(english, russian) }

    static let english = ClauseWords(
        policy: "policy", clause: "clause", usePolicy: "use policy", background: "background", end: "end", citations: ["clause"])
    static let russian = ClauseWords(
        policy: "порядок", clause: "пункт", usePolicy: "применить порядок", background: "предыстория", end: "конец", citations: ["пункт", "п."])
}
