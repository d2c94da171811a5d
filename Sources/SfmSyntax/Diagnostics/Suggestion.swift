import SfmTerms

/// The nearest phrase to what was typed: misspelt, on the wrong keyboard layout, or with look-alike letters.
public struct Suggestion: Sendable {
    public var phrase: String
    /// How many of the typed words the phrase stands for.
    public let replacedWords: Int
    public var note: Text?

    /// Whether it is what was typed: then something else is wrong.
    func says(_ words: [String]) -> Bool { words.prefix(replacedWords).joined(separator: " ").lowercased() == phrase.lowercased() }

    /// The nearest phrase; where none is near as a whole, one whose words are near to the typed ones in any of their forms.
    public static func nearest(to words: [String], in roots: [PhraseTable.Root], of grammar: Grammar) -> Suggestion? {
        if let found = nearestPhrase(to: words, in: roots, of: grammar) { return found }
        let known = words.prefix(3).map { nearestForm(String($0.prefix(longest)).lowercased(), grammar) }
        guard known != Array(words.prefix(3)), var found = nearestPhrase(to: known, in: roots, of: grammar), found.note == nil else { return nil }
        found.phrase = inflected(found.phrase.split(separator: " ").map(String.init), like: Array(words.prefix(found.replacedWords)), grammar)
        return found
    }

    /// The known word that a misspelt one is one letter away from.
    private static func nearestForm(_ word: String, _ grammar: Grammar) -> String {
        guard grammar.lexicon.find(word) == 0, word.unicodeScalars.count > 3 else { return word }
        return grammar.lexicon.forms.first { EditDistance.between($0.form, word, atMost: 1) != nil }?.form ?? word
    }

    private static func nearestPhrase(to words: [String], in roots: [PhraseTable.Root], of grammar: Grammar) -> Suggestion? {
        let words = words.map { String($0.prefix(longest)) }
        guard !words.isEmpty else { return nil }
        let candidates = grammar.phrases.phrases(under: roots).map { phrase -> (words: [String], scalars: [Unicode.Scalar]) in
            let words = phrase.lemmas.map(grammar.lexicon.canonical)
            return (words, Array(words.joined(separator: " ").unicodeScalars))
        }
        let alphabet = Text("some letters are of the other alphabet", "часть букв — из другого алфавита")
        let readings: [(words: [String], note: Text?)] = [
            (words.map { $0.lowercased() }, nil),
            (words.map { Skeleton.russian($0).lowercased() }, alphabet),
            (words.map { Skeleton.latin($0).lowercased() }, alphabet),
            (words.map(KeyboardLayout.russian), Text("the keyboard was set to Latin letters", "раскладка клавиатуры была латинской")),
            (words.map(KeyboardLayout.latin), Text("the keyboard was set to Russian letters", "раскладка клавиатуры была русской")),
        ]
        var best: (phrase: [String], distance: Int, words: [String], note: Text?)?
        for (typed, note) in readings {
            // The first n words as the lexicon knows them, for every n that a phrase may have.
            let forms = (0...typed.count).map { n in Array(form(of: typed.prefix(n), grammar).unicodeScalars) }
            for candidate in candidates {
                let n = min(candidate.words.count, typed.count)
                let length = candidate.scalars.count
                // A word of two letters is one change away from anything, and another layout would explain everything.
                let limit = length <= 2 ? 0 : note == nil ? max(1, length / 4) : length > 3 ? 1 : 0
                guard let distance = EditDistance.between(forms[n], candidate.scalars, atMost: limit) else { continue }
                if best.map({ (distance, -candidate.words.count) < ($0.distance, -$0.phrase.count) }) ?? true {
                    best = (candidate.words, distance, Array(typed.prefix(n)), note)
                }
            }
        }
        return best.map {
            Suggestion(phrase: inflected($0.phrase, like: $0.words, grammar), replacedWords: $0.words.count, note: $0.note)
        }
    }

    /// The phrase in the forms that come nearest to what was typed: «модератору» for «модиратору».
    private static func inflected(_ phrase: [String], like typed: [String], _ grammar: Grammar) -> String {
        let spelling = grammar.spelling(phrase).split(separator: " ").map(String.init)
        guard spelling.count == typed.count, typed.count == phrase.count else { return spelling.joined(separator: " ") }
        let forms = grammar.lexicon.forms
        return zip(spelling, typed).map { word, wanted in
            let lemma = grammar.lexicon.find(word)
            var best = (word, EditDistance.between(word.lowercased(), wanted, atMost: longest) ?? longest)
            for (form, of) in forms where of == lemma && lemma != 0 {
                if let distance = EditDistance.between(form, wanted, atMost: longest), distance < best.1 { best = (form, distance) }
            }
            return best.0
        }.joined(separator: " ")
    }

    /// Of a longer word only the beginning is compared.
    private static let longest = 64
    /// Among more names than these a misspelling is not looked for.
    private static let mostNames = 4000

    /// The typed words with every form that the lexicon knows in its first form.
    private static func form(of words: some Collection<String>, _ grammar: Grammar) -> String {
        words.map { word in
            let lemma = grammar.lexicon.find(word)
            return lemma == 0 ? word : grammar.lexicon.canonical(lemma)
        }.joined(separator: " ")
    }

    /// The nearest of a list of names, or `nil` where none is near.
    public static func nearest(to name: String, among names: [String]) -> String? {
        guard names.count <= mostNames else { return nil }
        let wanted = String(name.prefix(longest)).lowercased()
        var best: (name: String, distance: Int)?
        for variant in [wanted, KeyboardLayout.russian(wanted), KeyboardLayout.latin(wanted)] {
            for candidate in names {
                let limit = max(1, candidate.unicodeScalars.count / 3)
                if let d = EditDistance.between(variant, candidate.lowercased(), atMost: limit), best.map({ d < $0.distance }) ?? true {
                    best = (candidate, d)
                }
            }
        }
        return best?.name
    }
}

/// What the same keys give on the other of the two usual Russian keyboard layouts.
public enum KeyboardLayout {
    private static let pairs: [(latin: Character, russian: Character)] = Array(
        zip("qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхъфывапролджэячсмитьбюё"))

    public static func russian(_ text: String) -> String {
        String(text.lowercased().map { c in pairs.first { $0.latin == c }?.russian ?? c })
    }

    public static func latin(_ text: String) -> String {
        String(text.lowercased().map { c in pairs.first { $0.russian == c }?.latin ?? c })
    }
}

/// Optimal string alignment: insertions, deletions, changes and swaps of neighbours.
public enum EditDistance {
    /// `nil` where it would be more than the limit.
    public static func between(_ a: String, _ b: String, atMost limit: Int) -> Int? {
        // A letter has four bytes at most: most pairs are told apart by their lengths alone.
        guard abs(a.utf8.count - b.utf8.count) <= 4 * limit else { return nil }
        return between(Array(a.unicodeScalars.prefix(64)), Array(b.unicodeScalars.prefix(64)), atMost: limit)
    }

    static func between(_ x: [Unicode.Scalar], _ y: [Unicode.Scalar], atMost limit: Int) -> Int? {
        guard abs(x.count - y.count) <= limit, max(x.count, y.count) <= 256 else { return nil }
        if x.isEmpty || y.isEmpty { return max(x.count, y.count) <= limit ? max(x.count, y.count) : nil }
        var beforeLast = Array(repeating: 0, count: y.count + 1)
        var last = Array(0...y.count)
        for i in 1...x.count {
            var row = [i] + Array(repeating: 0, count: y.count)
            for j in 1...y.count {
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1))
                if i > 1, j > 1, x[i - 1] == y[j - 2], x[i - 2] == y[j - 1] { row[j] = min(row[j], beforeLast[j - 2] + 1) }
            }
            (beforeLast, last) = (last, row)
        }
        return last[y.count] <= limit ? last[y.count] : nil
    }
}
