import SfmRuntime
import SfmSyntax
import SfmTerms

/// The vocabulary as editors need it: groups of phrases, every declined form of every word, both languages.
struct EditorWords {
    let keywords: EditorPhrases
    let acts: EditorPhrases
    let nouns: EditorPhrases

    init() {
        let grammar = Sfm.grammar
        var forms: [Lemma: [String]] = [:]
        for (form, lemma) in grammar.lexicon.forms { forms[lemma, default: []].append(form) }
        func phrases(_ roots: [PhraseTable.Root]) -> EditorPhrases {
            var seen = Set<[Lemma]>()
            var out: [EditorPhrases.Phrase] = []
            for found in grammar.phrases.phrases(under: roots) where seen.insert(found.lemmas).inserted {
                let phrase = found.lemmas.map { (forms[$0] ?? []).sorted() }
                // Signs and single letters are no words to paint.
                guard phrase.allSatisfy({ $0.allSatisfy { $0.unicodeScalars.allSatisfy(Self.isWordScalar) } }) else { continue }
                out.append(phrase)
            }
            return EditorPhrases(out)
        }
        keywords = phrases([grammar.roots.keywords])
        acts = phrases([grammar.roots.ruleHeads, grammar.roots.actSubjects])
        nouns = phrases([grammar.roots.roles, grammar.roots.places, grammar.roots.units])
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic || scalar == "-" || scalar == "." }
}

/// How an engine of regular expressions writes what all of them know.
struct PatternDialect: Sendable {
    let open: String
    let space: String

    static let perl = PatternDialect(open: "(?:", space: "\\s+")
    /// Vim's, «very magic».
    static let vim = PatternDialect(open: "%(", space: "\\s+")

    func group(_ alternatives: [String]) -> String {
        alternatives.count == 1 ? alternatives[0] : open + alternatives.joined(separator: "|") + ")"
    }
}

/// Phrases of one colour.
struct EditorPhrases {
    /// For every word all its forms.
    typealias Phrase = [[String]]

    /// Engines compile expressions up to a size (PCRE2 64 K of its code), and editors try each at every letter of a line.
    static let longestPattern = 2_000

    /// In the order of their first word; of those that begin alike the longer ones first.
    private let phrases: [Phrase]

    init(_ phrases: [Phrase]) { self.phrases = phrases }

    /// Words that are phrases by themselves and nothing but letters, as lists of keywords want them; with «ё» wherever it may be written.
    func words(leavingOut heads: Set<String> = []) -> [String] {
        phrases.filter { $0.count == 1 && Self.isPlain($0[0]) }.flatMap { $0[0] }.filter { !heads.contains($0) }.flatMap(Self.spellings).sorted()
    }

    /// The first words of phrases of several.
    var heads: Set<String> { Set(phrases.filter { $0.count > 1 }.flatMap { $0[0] }) }

    private static func isPlain(_ forms: [String]) -> Bool { forms.allSatisfy { !$0.contains(".") && !$0.contains("-") } }

    /// A word as it stands and with one «е» after another written «ё»: no word has two.
    private static func spellings(_ word: String) -> [String] {
        [word] + word.indices.filter { word[$0] == "е" }.map { word[..<$0] + "ё" + word[word.index(after: $0)...] }
    }

    /// Phrases of several words, and those words that no list of keywords can take.
    func longer(_ dialect: PatternDialect) -> [String] { Self.patterns(phrases.filter { $0.count > 1 || !Self.isPlain($0[0]) }, dialect) }

    /// The other words; where heads are given those among them that begin longer phrases.
    func single(_ dialect: PatternDialect, of heads: Set<String>? = nil) -> [String] {
        Self.patterns(
            phrases.filter { phrase in phrase.count == 1 && Self.isPlain(phrase[0]) && (heads.map { !$0.isDisjoint(with: phrase[0]) } ?? true) }, dialect)
    }

    // MARK: - Patterns

    /// Phrases that begin with the same word share it.
    private struct Node {
        var forms: [String] = []
        var isEnd = false
        var children: [Node] = []
        /// Where a child is, by its forms.
        private var places: [[String]: Int] = [:]

        init(forms: [String] = []) { self.forms = forms }

        mutating func insert(_ phrase: ArraySlice<[String]>) {
            guard let first = phrase.first else {
                isEnd = true
                return
            }
            let at = places[first] ?? children.count
            if at == children.count {
                children.append(Node(forms: first))
                places[first] = at
            }
            children[at].insert(phrase.dropFirst())
        }

        /// Alternatives none of which is longer than the limit; what is longer in words comes first.
        func alternatives(_ dialect: PatternDialect) -> [String] {
            let own = EditorPhrases.pattern(forms, dialect)
            guard !children.isEmpty else { return [own] }
            let room = EditorPhrases.longestPattern - own.utf16.count - 20
            let rest = EditorPhrases.packed(children.flatMap { $0.alternatives(dialect) }, room)
            return rest.map { own + dialect.space + dialect.group($0) } + (isEnd ? [own] : [])
        }
    }

    private static func patterns(_ phrases: [Phrase], _ dialect: PatternDialect) -> [String] {
        var root = Node()
        let flat = phrases.map { (phrase: $0, words: Array($0.joined())) }
        for entry in flat.sorted(by: { $0.words.lexicographicallyPrecedes($1.words) }) { root.insert(entry.phrase[...]) }
        return packed(root.children.flatMap { $0.alternatives(dialect) }, longestPattern).map(dialect.group)
    }

    /// Alternatives in their order, as many in a list as there is room for.
    private static func packed(_ alternatives: [String], _ room: Int) -> [[String]] {
        var out: [[String]] = []
        var length = 0
        for one in alternatives {
            let own = one.utf16.count + 1
            if out.isEmpty || length + own > room {
                out.append([])
                length = 0
            }
            out[out.count - 1].append(one)
            length += own
        }
        return out
    }

    /// The forms of a word: what they begin with, then their ends.
    private static func pattern(_ forms: [String], _ dialect: PatternDialect) -> String {
        let stem = forms.dropFirst().reduce(forms.first ?? "") { $0.commonPrefix(with: $1) }
        // The longer end first: an end may begin with another.
        let ends = forms.map { escaped(String($0.dropFirst(stem.count))) }.sorted { $0.count != $1.count ? $0.count > $1.count : $0 < $1 }
        return escaped(stem) + dialect.group(ends)
    }

    /// `е` stands for `ё` too, as the program reads it.
    private static func escaped(_ word: String) -> String {
        word.unicodeScalars.reduce(into: "") { out, scalar in
            switch scalar {
            case ".": out += "\\."
            case "е": out += "[её]"
            default: out.unicodeScalars.append(scalar)
            }
        }
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String { String(zip(self, other).prefix { $0 == $1 }.map { $0.0 }) }
}
