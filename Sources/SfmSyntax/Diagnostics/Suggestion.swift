import SfmTerms

/// A phrase that may have been meant by what was typed: misspelt, on the wrong keyboard layout, or with look-alike letters.
///
/// Of several that are as near all are given, and beside the nearest the one of the opposite meaning, where that is near as well: it is a
/// question then. What means the opposite of what was typed, or is negated where that is not, is never given (`Opposites`).
public struct Suggestion: Sendable {
    /// What speaks for it.
    public enum Evidence: Equatable, Sendable {
        case nearness, lookAlike, otherLayout, spacing
    }

    public let phrase: String
    /// How many of the typed words the phrase stands for.
    public let replacedWords: Int
    public let evidence: Evidence
    /// The reading of the letters in which the phrase was found.
    public let note: Text?

    /// The phrases under some roots that come nearest; none where what was typed is one of them as it stands. `negatable`: a word of them
    /// may stand behind a negation.
    public static func nearest(to words: [String], in roots: [PhraseTable.Root], of grammar: Grammar, negatable: Bool = false) -> [Suggestion] {
        let typed = words.map { $0.unicodeScalars.count > longest ? String(String.UnicodeScalarView($0.unicodeScalars.prefix(longest))) : $0 }
        guard !typed.isEmpty else { return [] }
        var search = PhraseSearch(grammar)
        var found: [PhraseSearch.Candidate] = []
        for reading in Reading.all(of: typed) {
            for root in roots { found += search.candidates(for: reading, under: root, negatable: negatable) }
        }
        let apart = found.filter { !Opposites.differ($0.typed, $0.words) }
        guard let best = apart.min(by: PhraseSearch.Candidate.isNearer), best.distance > 0 || best.reading != .asTyped else { return [] }
        var out: [PhraseSearch.Candidate] = []
        for candidate in apart.sorted(by: PhraseSearch.Candidate.isNearer) where out.count < most && candidate.typed.count == best.typed.count {
            // Two words for one thing are one answer.
            if out.contains(where: { $0.words == candidate.words || $0.values == candidate.values && $0.words.count == candidate.words.count }) { continue }
            // What is a phrase as it stands, but for the alphabet of its letters, is no misspelling of another one.
            if candidate.distance == best.distance || best.distance > 0 && Opposites.differ(best.words, candidate.words) { out.append(candidate) }
        }
        return out.map { candidate in
            Suggestion(
                phrase: candidate.phrase(grammar), replacedWords: candidate.typed.count, evidence: out.count == 1 ? candidate.evidence : .nearness,
                note: candidate.reading.note)
        }
    }

    /// More than these are no help.
    private static let most = 3
    /// Of a longer word only the beginning is compared.
    static let longest = EditDistance.longest
    /// Among more names than these a misspelling is not looked for.
    private static let mostNames = 4000

    /// The nearest of a list of names; several where they are as near.
    public static func names(near name: String, among names: [String]) -> [String] {
        guard names.count <= mostNames else { return [] }
        let wanted = String(String.UnicodeScalarView(name.unicodeScalars.prefix(longest))).lowercased()
        let folded = names.map { FoldedName($0) }
        var best: (distance: Int, names: [String])?
        var variants = [wanted]
        for variant in [KeyboardLayout.russian(wanted), KeyboardLayout.latin(wanted)] where !variants.contains(variant) { variants.append(variant) }
        for variant in variants {
            let scalars = variant.unicodeScalars.prefix(longest).map(\.value)
            guard let pattern = EditDistance.Pattern(scalars) else { continue }
            for (name, candidate) in zip(names, folded) {
                guard let d = candidate.distance(to: pattern, of: variant, atMost: best?.distance ?? .max) else { continue }
                if Opposites.differ(words(variant), words(candidate.text)) { continue }
                if d < best?.distance ?? .max { best = (d, []) }
                if best?.names.contains(name) == false { best?.names.append(name) }
            }
        }
        return best.map { Array($0.names.prefix(most)) } ?? []
    }

    /// A name as misspellings are compared with it.
    private struct FoldedName {
        let text: String
        private let scalars: [UInt32]
        private let letters: UInt64
        private let limit: Int

        init(_ name: String) {
            text = name.lowercased()
            scalars = text.unicodeScalars.prefix(Suggestion.longest).map(\.value)
            letters = EditDistance.Pattern.letters(scalars)
            limit = max(1, name.unicodeScalars.count / 3)
        }

        func distance(to pattern: EditDistance.Pattern, of variant: String, atMost best: Int) -> Int? {
            let limit = min(limit, best)
            guard abs(text.utf8.count - variant.utf8.count) <= 4 * limit, (letters ^ pattern.letters).nonzeroBitCount <= 2 * limit else { return nil }
            return pattern.distance(to: scalars, 0, scalars.count, atMost: limit)
        }
    }

    /// The nearest of a list of names, or `nil` where none is near or none is the nearest.
    public static func nearest(to name: String, among names: [String]) -> String? {
        let found = Self.names(near: name, among: names)
        return found.count == 1 ? found[0] : nil
    }

    private static func words(_ name: String) -> [String] {
        name.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }
}

/// What was typed, read in one of the ways in which letters go wrong.
struct Reading {
    enum Kind {
        case asTyped, russianTwins, latinTwins, russianLayout, latinLayout

        var note: Text? {
            switch self {
            case .asTyped: nil
            case .russianTwins, .latinTwins: Text("some letters are of the other alphabet", "часть букв — из другого алфавита")
            case .russianLayout: Text("the keyboard was set to Latin letters", "раскладка клавиатуры была латинской")
            case .latinLayout: Text("the keyboard was set to Russian letters", "раскладка клавиатуры была русской")
            }
        }
    }

    let kind: Kind
    let words: [String]

    /// As it was typed first; the others where they are anything else.
    static func all(of typed: [String]) -> [Reading] {
        func folded(_ word: String) -> String { String(word.lowercased().map { $0 == "ё" ? "е" : $0 }) }
        let plain = typed.map(folded)
        let others: [Reading] = [
            Reading(kind: .russianTwins, words: typed.map { folded(Confusables.russian($0)) }),
            Reading(kind: .latinTwins, words: typed.map { folded(Confusables.latin($0)) }),
            Reading(kind: .russianLayout, words: typed.map { folded(KeyboardLayout.russian($0)) }),
            Reading(kind: .latinLayout, words: typed.map { folded(KeyboardLayout.latin($0)) }),
        ]
        return [Reading(kind: .asTyped, words: plain)] + others.filter { $0.words != plain }
    }
}

/// What the same keys give on the other of the two usual Russian keyboard layouts.
public enum KeyboardLayout {
    private static let pairs = Array(zip("qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхъфывапролджэячсмитьбюё"))
    private static let toRussian = Dictionary(uniqueKeysWithValues: pairs.map { ($0, $1) })
    private static let toLatin = Dictionary(uniqueKeysWithValues: pairs.map { ($1, $0) })

    public static func russian(_ text: String) -> String { String(text.lowercased().map { toRussian[$0] ?? $0 }) }

    public static func latin(_ text: String) -> String { String(text.lowercased().map { toLatin[$0] ?? $0 }) }
}
