import SfmScenarios

/// What belongs behind the beginning of a query that is being written.
enum QueryPlace: Equatable {
    /// A tag, words, or what denies them.
    case part
    /// What joins two of them.
    case behindPart

    /// `smoke and ` wants a part, `smoke ` what joins one: only what could be read as it stands has a part at its end.
    init(_ before: String, _ kind: ScenarioQuery.Kind) {
        let text = String(before.reversed().drop { $0 == " " }.reversed())
        let isOpen = text.last.map { "!,(".contains($0) } ?? true
        // Behind a word a blank says that it is done.
        guard !isOpen, before.hasSuffix(" ") || before.hasSuffix(")") else {
            self = .part
            return
        }
        let last = String(text.split { " ()".contains($0) }.last ?? "").lowercased()
        self = Self.operators.contains(last) ? .part : .behindPart
    }

    private static let operators = Set(ScenarioQuery.Operator.allCases.flatMap { $0.english + $0.russian })

    /// What stands before the words that are being written: up to the last word that joins or denies.
    static func beforeLastPart(_ text: String) -> String {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count > 1, let last = words.dropLast().lastIndex(where: { operators.contains($0.lowercased()) }) else { return "" }
        return words[...last].joined(separator: " ") + " "
    }
}
