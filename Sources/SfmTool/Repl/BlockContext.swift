import SfmSyntax

/// Of the lines of a block that is being written those that say where the next one stands: the heads of what is open, and what «и» repeats.
struct BlockContext {
    private var open: [(head: String, clause: String?)] = []
    /// The last line that says itself what it is.
    private var last: String?

    init(_ lines: String = "") { for line in lines.split(separator: "\n") { add(String(line)) } }

    mutating func add(_ line: String) {
        let words = ReplWord.fold(ReplWord.head(line, Self.longest)).drop { $0 == " " }
        if words.isEmpty || words.hasPrefix("#") { return }
        if Self.begins(words, Self.ends) {
            _ = open.popLast()
            last = nil
        } else if Self.begins(words, Self.openings) {
            // What a table puts into a head is not known yet.
            open.append((line.replacing(#/<[^<>]*>/#, with: "1"), nil))
            last = nil
        } else if let k = open.indices.last, isPolicy {
            if Self.begins(words, Self.clauses) { open[k].clause = line }
        } else if !Self.begins(words, Self.repeats) {
            last = line
        }
    }

    var isOpen: Bool { !open.isEmpty }
    var hasClause: Bool { open.last?.clause != nil }
    var isPolicy: Bool { open.last.map { Self.begins(ReplWord.fold(ReplWord.head($0.head, Self.longest))[...], Self.policies) } ?? false }

    /// The lines, short as they are; what the line at hand repeats where it repeats something.
    func text(before line: String) -> String {
        let isRepeated = Self.begins(ReplWord.fold(ReplWord.head(line, Self.longest))[...], Self.repeats)
        return (open.flatMap { [$0.head] + ($0.clause.map { [$0] } ?? []) } + (isRepeated && isOpen ? [last].compactMap { $0 } : [])).map { $0 + "\n" }.joined()
    }

    // MARK: - Words

    private static let longest = 200
    /// One `end` closes a scenario with its `examples`.
    private static let openings = phrases(Keyword.blocks.filter { $0 != .examples })
    private static let ends = phrases([.end])
    /// With the short forms that the lexicon leads to them.
    private static let clauses = phrases([.clause]) + ["п.", "прил.", "app."]
    private static let policies = phrases([.policy])
    private static let repeats = phrases([.and])

    private static func phrases(_ keywords: [Keyword]) -> [String] { keywords.flatMap { $0.entry.en + $0.entry.ru }.map(ReplWord.fold) }

    private static func begins(_ words: Substring, _ phrases: [String]) -> Bool {
        phrases.contains { words.hasPrefix($0) && !(words.dropFirst($0.count).first.map { $0.isLetter || $0.isNumber } ?? false) }
    }
}
