import SfmTerms

/// What a mistake is compared with: every form of the vocabulary by its length, every phrase as it is spelt, and the words that go on from each
/// place of the phrase table.
///
/// Made at the first mistake and kept by the grammar: most scripts have none, and making it costs more than reading one.
final class SpellingLists: Sendable {
    /// The letters of all forms, one behind another, those of one length together.
    let scalars: [UInt32]
    /// Of each form the word, what it leads to, its letters as bits (`EditDistance.Pattern.letters`) and its place in the order of the lexicon.
    let texts: [String]
    let lemmas: [Lemma]
    let letters: [UInt64]
    let order: [Int32]
    /// By a length the forms that have it, and where the letters of the first one begin.
    let lengths: [(forms: Range<Int>, scalars: Int)]
    /// How a phrase is spelt first, by its lemmas.
    let spellings: [[Lemma]: String]
    let continuations: PhraseTable.Continuations

    init(_ grammar: Grammar) {
        let forms = grammar.lexicon.forms.map { (text: $0.form, scalars: $0.form.unicodeScalars.map(\.value), lemma: $0.lemma) }
        var byLength = [[Int]](repeating: [], count: (forms.map(\.scalars.count).max() ?? 0) + 1)
        for (k, form) in forms.enumerated() { byLength[form.scalars.count].append(k) }
        let sorted = byLength.joined()
        (texts, lemmas) = (sorted.map { forms[$0].text }, sorted.map { forms[$0].lemma })
        letters = sorted.map { EditDistance.Pattern.letters(forms[$0].scalars) }
        (order, scalars) = (sorted.map(Int32.init), sorted.flatMap { forms[$0].scalars })
        var (at, from) = (0, 0)
        var lengths: [(Range<Int>, Int)] = []
        for (length, forms) in byLength.enumerated() {
            lengths.append((at..<at + forms.count, from))
            (at, from) = (at + forms.count, from + length * forms.count)
        }
        self.lengths = lengths
        let phrases = grammar.spelledPhrases.map { phrase in (phrase.split(separator: " ").map { grammar.lexicon.find(String($0)) }, phrase) }
        spellings = Dictionary(phrases) { first, _ in first }
        continuations = grammar.phrases.continuations
    }
}
