import SfmRuntime
import SfmSyntax
import SfmTerms

/// The vocabulary as editors need it: groups of phrases, every declined form of every word, both languages.
struct EditorWords {
    /// A phrase: for every word all its forms.
    typealias Phrase = [[String]]

    let keywords: [Phrase]
    let acts: [Phrase]
    let nouns: [Phrase]

    init() {
        let grammar = Sfm.grammar
        var forms: [Lemma: [String]] = [:]
        for (form, lemma) in grammar.lexicon.forms { forms[lemma, default: []].append(form) }
        func phrases(_ roots: [PhraseTable.Root]) -> [Phrase] {
            var seen = Set<[Lemma]>()
            var out: [Phrase] = []
            for found in grammar.phrases.phrases(under: roots) where seen.insert(found.lemmas).inserted {
                let phrase = found.lemmas.map { (forms[$0] ?? []).sorted() }
                // Signs and single letters are no words to paint.
                guard phrase.allSatisfy({ $0.allSatisfy { $0.unicodeScalars.allSatisfy(Self.isWordScalar) } }) else { continue }
                out.append(phrase)
            }
            return out.sorted { a, b in a.count != b.count ? a.count > b.count : a.flatMap { $0 }.lexicographicallyPrecedes(b.flatMap { $0 }) }
        }
        keywords = phrases([grammar.roots.keywords])
        acts = phrases([grammar.roots.ruleHeads, grammar.roots.actSubjects])
        nouns = phrases([grammar.roots.roles, grammar.roots.places, grammar.roots.units])
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic || scalar == "-" || scalar == "." }

    /// A phrase as a regular expression; `е` stands for `ё` too, as the program reads it.
    static func pattern(_ phrase: Phrase, space: String, group: (String) -> String) -> String {
        phrase.map { forms in
            let words = forms.map { escaped($0).replacing("е", with: "[её]") }
            return words.count == 1 ? words[0] : group(words.joined(separator: "|"))
        }.joined(separator: space)
    }

    private static func escaped(_ word: String) -> String { word.replacing(".", with: "\\.") }
}
