import SfmTerms

/// What a parser tried at one place of a text, where a word stands that nothing knows: what could stand there instead.
public final class ExpectationProbe {
    /// What a text in quotes would name.
    public enum Name: Hashable, Sendable {
        case ofAct(Slot, Int)
        case ofFact(Slot, Int)
        case place(PlaceKind)
        case word(WordSort)
        /// What an attribute is compared with.
        case attribute(AttributeID)
        case period, policy, table
    }

    /// Words that no table of phrases has.
    enum Word: Hashable, CaseIterable {
        case weekday, month, adverb, copula, negation, to, of, nobody
    }

    /// A place within the phrases of a root: the words that have been said already.
    struct Place: Hashable {
        let root: PhraseTable.Root
        let said: [Lemma]
    }

    /// The byte at which the place lies.
    private let cursor: UInt32
    private(set) var places: Set<Place> = []
    private(set) var keywords: [[Lemma]: KeywordSet] = [:]
    private(set) var names: Set<Name> = []
    private(set) var words: Set<Word> = []

    init(at cursor: Int) { self.cursor = UInt32(truncatingIfNeeded: cursor) }

    func isHere(_ k: Int, _ tokens: [Token]) -> Bool { k < tokens.count && tokens[k].lower == cursor && tokens[k].kind == .word }

    @inline(never)
    func note(_ root: PhraseTable.Root, _ tokens: [Token], at start: Int, fact: Bool, _ grammar: Grammar) {
        guard let said = path(from: root, tokens, at: start, fact: fact, grammar) else { return }
        places.insert(Place(root: root, said: said))
        // «Родитель лица не в копии»: what a condition may be denied with stands within its words.
        if fact, !said.isEmpty, root == grammar.roots.attributes { words.formUnion([.copula, .negation]) }
    }

    @inline(never)
    func note(_ allowed: KeywordSet, _ tokens: [Token], at start: Int, _ grammar: Grammar) {
        guard let said = path(from: grammar.roots.keywords, tokens, at: start, fact: false, grammar) else { return }
        keywords[said, default: KeywordSet([])].add(allowed)
    }

    @inline(never)
    func note(_ name: Name, _ tokens: [Token], at k: Int) { if isHere(k, tokens) { names.insert(name) } }

    @inline(never)
    func note(_ sorts: [Word], _ tokens: [Token], at k: Int) { if isHere(k, tokens) { words.formUnion(sorts) } }

    /// The words of a phrase between a token and the place; `nil` where no phrase of the root comes so far.
    private func path(from root: PhraseTable.Root, _ tokens: [Token], at start: Int, fact: Bool, _ grammar: Grammar) -> [Lemma]? {
        guard start < tokens.count, tokens[start].lower <= cursor else { return nil }
        var (node, k, said) = (root, start, [Lemma]())
        while k < tokens.count, tokens[k].lower < cursor {
            let word = tokens[k].word
            if word == 0 { return nil }
            if let next = grammar.phrases.step(node, word) {
                node = next
                said.append(word)
            } else if !grammar.articles.contains(word), !fact || k == start || !(grammar.copulas.contains(word) || grammar.negations.contains(word)) {
                return nil
            }
            k += 1
        }
        return isHere(k, tokens) ? said : nil
    }
}

extension Parser {
    /// Notes that a text in quotes may stand at a token.
    @inline(__always)
    func ask(_ name: @autoclosure () -> ExpectationProbe.Name, at k: Int? = nil) {
        if let probe { probe.note(name(), tokens, at: k ?? i) }
    }

    @inline(__always)
    func ask(_ words: @autoclosure () -> [ExpectationProbe.Word], at k: Int? = nil) {
        if let probe { probe.note(words(), tokens, at: k ?? i) }
    }

    /// Notes that the value of a part of the act or fact at hand may stand at a token.
    @inline(__always)
    func ask(_ slot: Slot, at k: Int) {
        guard let probe else { return }
        switch current {
        case .act(let act): probe.note(.ofAct(slot, act), tokens, at: k)
        case .fact(let fact): probe.note(.ofFact(slot, fact), tokens, at: k)
        case .none: break
        }
    }

    /// A block that is being written has no end yet, a table no rows, an act not all of its parts.
    private static let unfinished: Set<DiagnosticCode> = [.unclosedBlock, .badTable, .missingPart]

    /// What ends a block without its `end` is nothing to go on with.
    mutating func refuseItem() { if probe != nil, !at(.end) { diagnostics.append(.unexpectedRest(span, "", help: nil)) } }

    /// Reads a text as far as it goes and notes what could stand at its end; true where nothing before that is a mistake.
    mutating func goes(_ source: SourceFile, as reading: ProbedText, upTo cursor: Int, _ probe: ExpectationProbe) -> Bool {
        self.probe = probe
        defer { self.probe = nil }
        switch reading {
        case .script:
            begin(source)
            _ = parseScript()
        case .question: _ = parseAct(source)
        }
        return !diagnostics.contains { $0.severity == .error && !Self.unfinished.contains($0.code) && Int($0.span.lower) < cursor }
    }
}

/// As what a text is read behind which words are looked for.
public enum ProbedText: Sendable {
    case script
    /// An act in the infinitive, as behind `who can`.
    case question
}

extension KeywordSet {
    fileprivate mutating func add(_ other: KeywordSet) { for word in Keyword.allCases where other.has(word) { insert(word.rawValue) } }
}
