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

    struct Near: Equatable {
        let lemma: Lemma
        let form: String
        let distance: Int
    }

    private let grammar: Grammar
    private let lists: SpellingLists
    /// What is near to a word, by the word, with and without its being another reading.
    private var known: [String: [Near]] = [:]

    init(_ grammar: Grammar) { (self.grammar, lists) = (grammar, grammar.lists) }

    /// The lemmas that a word comes near to, each with its nearest form.
    private mutating func near(_ word: String, isOtherReading: Bool) -> [Near] {
        let key = (isOtherReading ? "!" : "") + word
        if let found = known[key] { return found }
        let found = Self.near(word, isOtherReading: isOtherReading, lists)
        known[key] = found
        return found
    }

    static func near(_ word: String, isOtherReading: Bool, _ lists: SpellingLists) -> [Near] {
        guard let pattern = EditDistance.Pattern(word.unicodeScalars.map(\.value)) else { return [] }
        var best: [Lemma: (form: Int, distance: Int)] = [:]
        for length in lists.lengths.indices {
            // A word of two letters is one change away from anything, and another layout would explain everything.
            let limit = length <= 2 ? 0 : isOtherReading ? (length > 3 ? 1 : 0) : max(1, length / 4)
            guard abs(length - pattern.count) <= limit else { continue }
            let (forms, scalars) = lists.lengths[length]
            for k in forms where (lists.letters[k] ^ pattern.letters).nonzeroBitCount <= 2 * limit {
                let from = scalars + (k - forms.lowerBound) * length
                guard let distance = pattern.distance(to: lists.scalars, from, from + length, atMost: limit) else { continue }
                // Of forms that are as near the one that the vocabulary names first.
                if let known = best[lists.lemmas[k]], (known.distance, lists.order[known.form]) < (distance, lists.order[k]) { continue }
                best[lists.lemmas[k]] = (k, distance)
            }
        }
        return best.sorted { $0.key < $1.key }.map { Near(lemma: $0.key, form: lists.texts[$0.value.form], distance: $0.value.distance) }
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
