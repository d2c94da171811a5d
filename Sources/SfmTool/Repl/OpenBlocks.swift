import SfmSyntax
import SfmTerms

/// Counts the blocks that are open in a text which comes line by line: while one is, reading all of it again tells nothing new.
///
/// It only says when to read; whether the text is whole the parser knows.
struct OpenBlocks {
    private var depth = 0
    private var lines = 0

    /// So few lines are read again with each that comes.
    private static let few = 32

    init() {}

    init(_ text: String) { for line in text.split(separator: "\n", omittingEmptySubsequences: false) { add(line) } }

    mutating func add(_ line: some StringProtocol) {
        lines += 1
        let words = line.prefix(Self.longest).lowercased().replacing("ё", with: "е").drop { $0 == " " || $0 == "\t" }
        if Self.begins(words, Self.ends) { depth -= 1 } else if Self.begins(words, Self.openings) { depth += 1 }
    }

    /// Whether the text may be whole, as far as its lines tell.
    var mayBeWhole: Bool { lines <= Self.few || depth <= 0 }

    var isOpen: Bool { depth > 0 }

    /// The parser has read the text and it is not.
    mutating func isNotWhole() { depth = max(depth, 1) }

    /// What a later line may still mend: a word or a list that is declared below.
    static let mayBeMended: Set<DiagnosticCode> = [.unclosedBlock, .unknownWord, .unknownClause, .emptyList, .termWithoutStart]

    /// So many lines of a block are looked at as they come; what is pasted is rather longer than typed.
    private static let mostChecked = 200

    /// A block with a line more and with the ends that it still lacks; `nil` where it is not looked at before its end.
    func text(_ pending: String, with line: String, isOpen: Bool) -> SourceFile? {
        var copy = isOpen ? self : OpenBlocks()
        copy.add(line)
        // The cells of a table are put in at its end.
        guard copy.depth > 0, copy.lines <= Self.mostChecked, !line.utf8.contains(UInt8(ascii: "\n")), !Self.hasCells(pending), !Self.hasCells(line),
            !pending.utf8.contains(UInt8(ascii: "|")), !line.utf8.contains(UInt8(ascii: "|"))
        else { return nil }
        let whole = (isOpen ? pending + "\n" : "") + line
        return SourceFile(name: "—", text: whole + String(repeating: "\nend", count: copy.depth))
    }

    /// `<column>`; a smaller-than has a blank or a sign behind it.
    private static func hasCells(_ text: String) -> Bool {
        var isOpen = false
        for scalar in text.unicodeScalars {
            if isOpen, scalar.properties.isAlphabetic { return true }
            isOpen = scalar == "<"
        }
        return false
    }

    // MARK: - Words

    /// One `end` closes a scenario with its `examples`.
    private static let openings = phrases(Keyword.blocks.filter { $0 != .examples && $0 != .solution })
    private static let ends = phrases([.end])
    private static let longest = 64

    private static func phrases(_ keywords: [Keyword]) -> [String] {
        keywords.flatMap { $0.entry.en + $0.entry.ru }.map { $0.lowercased().replacing("ё", with: "е") }
    }

    private static func begins(_ words: Substring, _ phrases: [String]) -> Bool {
        phrases.contains { words.hasPrefix($0) && !(words.dropFirst($0.count).first.map { $0.isLetter || $0.isNumber } ?? false) }
    }
}
