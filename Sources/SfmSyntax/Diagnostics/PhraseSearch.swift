/// Looks for the phrases of the vocabulary that typed words come near to, word by word: a word that is another one altogether is none
/// that was misspelt, however long the phrase is.
struct PhraseSearch {
    /// A phrase that was found.
    struct Candidate {
        let reading: Reading.Kind
        /// The words of the reading that it stands for.
        let typed: [String]
        /// The words in the forms that come nearest.
        let words: [String]
        /// What the phrase stands for: its values, and where they belong to.
        let values: [Int32]
        let distance: Int
        /// Whether the words of the reading are those of the phrase as they stand.
        let isExact: Bool
        /// Whether they are but for spaces that are missing between them.
        var isRunTogether = false

        static func isNearer(_ a: Candidate, _ b: Candidate) -> Bool {
            (a.distance, -a.typed.count, a.reading == .asTyped ? 0 : 1) < (b.distance, -b.typed.count, b.reading == .asTyped ? 0 : 1)
        }

        var evidence: Suggestion.Evidence {
            guard isExact else { return isRunTogether && reading == .asTyped ? .spacing : .nearness }
            switch reading {
            case .asTyped: return .nearness
            case .russianTwins, .latinTwins: return .lookAlike
            case .russianLayout, .latinLayout: return .otherLayout
            }
        }

        /// As the vocabulary writes it, where the form of a word was not typed.
        func phrase(_ grammar: Grammar) -> String {
            if isExact || isRunTogether { return words.joined(separator: " ") }
            let spelling = grammar.spelling(words).split(separator: " ").map(String.init)
            guard spelling.count == words.count, words.count == typed.count else { return words.joined(separator: " ") }
            return zip(zip(spelling, words), typed).map { pair, typed in
                let (spelt, form) = pair
                let far = Suggestion.longest
                let (a, b) = (EditDistance.between(spelt.lowercased(), typed, atMost: far) ?? far, EditDistance.between(form, typed, atMost: far) ?? far)
                return a <= b ? spelt : form
            }.joined(separator: " ")
        }
    }

    private struct Form {
        let text: String
        let scalars: [Unicode.Scalar]
        let lemma: Lemma
        let letters: UInt64
    }

    private struct Near {
        let lemma: Lemma
        let form: String
        let distance: Int
    }

    private let grammar: Grammar
    private let forms: [Form]
    /// What is near to a word, by the word, with and without its being another reading.
    private var known: [String: [Near]] = [:]

    init(_ grammar: Grammar) {
        self.grammar = grammar
        forms = grammar.lexicon.forms.map { form, lemma in
            let scalars = Array(form.unicodeScalars)
            return Form(text: form, scalars: scalars, lemma: lemma, letters: Self.letters(scalars))
        }
    }

    /// Which letters a word has, as bits: two words that differ by n changes differ in at most 2n of them.
    private static func letters(_ word: [Unicode.Scalar]) -> UInt64 { word.reduce(0) { $0 | 1 &<< UInt64($1.value & 63) } }

    /// The lemmas that a word comes near to, each with its nearest form.
    private mutating func near(_ word: String, isOtherReading: Bool) -> [Near] {
        let key = (isOtherReading ? "!" : "") + word
        if let found = known[key] { return found }
        let scalars = Array(word.unicodeScalars)
        let letters = Self.letters(scalars)
        var best: [Lemma: Near] = [:]
        for form in forms {
            let length = form.scalars.count
            // A word of two letters is one change away from anything, and another layout would explain everything.
            let limit = length <= 2 ? 0 : isOtherReading ? (length > 3 ? 1 : 0) : max(1, length / 4)
            guard abs(length - scalars.count) <= limit, (form.letters ^ letters).nonzeroBitCount <= 2 * limit else { continue }
            guard let distance = EditDistance.between(scalars, form.scalars, atMost: limit) else { continue }
            if best[form.lemma].map({ distance < $0.distance }) ?? true { best[form.lemma] = Near(lemma: form.lemma, form: form.text, distance: distance) }
        }
        let found = best.values.sorted { $0.lemma < $1.lemma }
        known[key] = found
        return found
    }

    private struct Walk {
        var node: Int32
        var typed = 0
        var words: [String] = []
        var distance = 0
        var isExact = true
        var isRunTogether = false
    }

    /// Every phrase under a root that the first words of a reading come near to.
    mutating func candidates(for reading: Reading, under root: PhraseTable.Root, negatable: Bool) -> [Candidate] {
        var out = walk(reading.words, reading.kind, from: root)
        guard negatable, let (negation, rest) = Opposites.negated(reading.words[0]) else { return out }
        // «неучастник»: what is meant is «не участник».
        for candidate in walk([rest] + reading.words.dropFirst(), reading.kind, from: root) {
            out.append(
                Candidate(
                    reading: reading.kind, typed: Array(reading.words.prefix(candidate.typed.count)), words: [negation] + candidate.words,
                    values: candidate.values, distance: candidate.distance + 1, isExact: false))
        }
        return out
    }

    private mutating func walk(_ words: [String], _ kind: Reading.Kind, from root: PhraseTable.Root) -> [Candidate] {
        var out: [Candidate] = []
        var stack = [Walk(node: root)]
        while let here = stack.popLast() {
            if here.typed > 0, grammar.phrases.hasValue(here.node) {
                out.append(
                    Candidate(
                        reading: kind, typed: Array(words.prefix(here.typed)), words: here.words, values: [root] + grammar.phrases.values(of: here.node),
                        distance: here.distance, isExact: here.isExact, isRunTogether: here.isRunTogether))
            }
            guard here.typed < words.count, stack.count < 1000 else { continue }
            let word = words[here.typed]
            for near in near(word, isOtherReading: kind != .asTyped) {
                guard let next = grammar.phrases.step(here.node, near.lemma) else { continue }
                var there = here
                there.node = next
                there.typed += 1
                there.words.append(near.form)
                there.distance += near.distance
                there.isExact = there.isExact && near.distance == 0
                there.isRunTogether = there.isRunTogether && near.distance == 0
                stack.append(there)
            }
            if word.unicodeScalars.count > 5 { stack += runTogether(word, here) }
        }
        return out
    }

    /// `usepolicy`: words between which the space is missing, each as it should be.
    private func runTogether(_ word: String, _ start: Walk) -> [Walk] {
        var out: [Walk] = []
        var stack = [(walk: start, rest: Substring(word))]
        while let (here, rest) = stack.popLast() {
            for end in rest.indices.dropFirst() + [rest.endIndex] {
                let part = String(rest[..<end])
                let lemma = grammar.lexicon.find(part)
                guard lemma != 0, let next = grammar.phrases.step(here.node, lemma) else { continue }
                var there = here
                there.node = next
                there.words.append(part)
                (there.isRunTogether, there.isExact) = (start.isExact || start.isRunTogether, false)
                if end < rest.endIndex {
                    there.distance += 1
                    stack.append((there, rest[end...]))
                } else if there.words.count > start.words.count + 1 {
                    there.typed += 1
                    out.append(there)
                }
            }
        }
        return out
    }
}
