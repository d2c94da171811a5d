import SfmTerms

/// What may stand at the end of a text.
public struct Expectations: Sendable {
    /// What a phrase is a phrase of.
    public enum Sort: Hashable, Sendable {
        case keyword(Keyword)
        case act(Int)
        case role
        /// The label of a part.
        case part(Slot)
        case other
    }

    public struct Phrase: Hashable, Sendable {
        public let text: String
        public let sort: Sort

        public init(text: String, sort: Sort) { (self.text, self.sort) = (text, sort) }
    }

    public fileprivate(set) var phrases: [Phrase] = []
    public fileprivate(set) var names: Set<ExpectationProbe.Name> = []
    /// Whether what stands before is understood as the beginning of something.
    public fileprivate(set) var isUnderstood = true
}

extension Grammar {
    /// A word that the language has not, in the letters of the line that it stands in.
    private static func unknown(in line: some StringProtocol) -> String { line.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) } ? "ъъъ" : "qqq" }

    /// What the grammar goes on with behind a text whose last line is being written.
    public func expectations(behind text: String, as reading: ProbedText = .script) -> Expectations {
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        let probe = ExpectationProbe(at: text.utf8.count)
        var parser = Parser(grammar: self)
        var out = Expectations()
        out.isUnderstood = parser.goes(SourceFile(name: "", text: text + Self.unknown(in: line) + "\n"), as: reading, upTo: text.utf8.count, probe)
        out.names = probe.names
        var seen = Set<String>()
        func add(_ text: String, _ sort: Expectations.Sort) {
            if !text.isEmpty, seen.insert(text).inserted { out.phrases.append(.init(text: text, sort: sort)) }
        }
        let before = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).last.map(String.init) ?? ""
        let link = Link(before.lowercased(), isNegation: negations.contains(lexicon.find(before.lowercased())))
        let texts = phraseTexts
        for (said, allowed) in probe.keywords {
            for entry in texts.of(roots.keywords) {
                guard let word = Keyword(rawValue: UInt8(entry.value)), allowed.has(word), let rest = entry.rest(behind: said, copulas) else { continue }
                add(rest.joined(separator: " "), .keyword(word))
            }
        }
        for place in probe.places where place.root != roots.keywords {
            for entry in texts.of(place.root) {
                guard var rest = entry.rest(behind: place.said, copulas), let first = rest.first else { continue }
                if place.said.isEmpty, place.root == roots.factSubjects || place.root == roots.roles, !link.fits(first) { continue }
                if link.isSaid, copulas.contains(lexicon.find(first)) { rest.removeFirst() }
                if place.root == roots.units, let count = Int(before), !TimeUnit.fits(first, count) { continue }
                add(rest.joined(separator: " "), entry.sort)
            }
        }
        for word in probe.words where !link.isSaid || word != .copula { for text in Self.texts(of: word) { add(text, .other) } }
        return out
    }

    /// The word between a person and what is said of them, where it stands at the end of a line.
    private enum Link {
        case none, being, having, either

        init(_ word: String, isNegation: Bool) {
            self =
                switch word {
                case "has", "have": .having
                case "is", "are", "was", "were": .being
                default: isNegation || Particle.copulas.contains(word) ? .either : .none
                }
        }

        var isSaid: Bool { self != .none }

        /// Whether a phrase may stand behind it.
        func fits(_ first: String) -> Bool {
            switch self {
            case .none, .either: true
            case .being: Link(first, isNegation: false) != .having
            case .having: Link(first, isNegation: false) == .having
            }
        }
    }

    /// Whether a word or a value, with whatever may follow it, goes on with a text.
    public func goesOn(_ text: String, with word: String, as reading: ProbedText = .script) -> Bool {
        let whole = text + word
        let line = whole.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        let unknown = " " + Self.unknown(in: line) + "\n"
        for ending in Self.endings {
            let text = whole + ending
            for end in ending.isEmpty ? [unknown, "\n"] : [unknown] {
                var parser = Parser(grammar: self)
                let cursor = text.utf8.count + (end == "\n" ? 0 : 1)
                if parser.goes(SourceFile(name: "", text: text + end), as: reading, upTo: cursor, ExpectationProbe(at: cursor)) { return true }
            }
        }
        return false
    }

    /// What a word may need behind it to be one of its line: a value, a comparison, whose the mark is.
    private static let endings = [
        "", " 1", " \"x\"", " @x", " 1 day", " day", " >= 1", " 1 day >= 1", " day >= 1", " has \"x\"", " target has \"x\"", " \"x\" in poll \"x\"",
        " chat of students", " students", " by clause 1", " 1 = 1",
    ]

    private static func texts(of word: ExpectationProbe.Word) -> [String] {
        switch word {
        case .weekday: DayWords.allWeekdays
        case .month: DayWords.allMonths
        case .adverb: DayWords.adverbs
        case .copula: ["is", "are", "has", "have", "—", "есть"]
        case .negation: ["not", "no", "не", "нет"]
        case .to: ["to"]
        case .of: ["of"]
        case .nobody: ["objects", "возражает"]
        }
    }
}
