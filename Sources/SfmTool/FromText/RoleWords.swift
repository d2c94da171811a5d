import SfmRuntime
import SfmSyntax
import SfmTerms

/// Roles among the words of a text.
enum RoleWords {
    /// Whether the first of some words may begin the name of one.
    static func begin(_ words: [String]) -> Bool {
        let lemma = words.first.map { Sfm.grammar.lexicon.find($0.lowercased()) } ?? 0
        return lemma != 0 && Sfm.grammar.phrases.step(Sfm.grammar.roots.roles, lemma) != nil
    }

    /// Whether it names people who are some of all: students, the moderator, and not just participants.
    static func names(_ text: String) -> Bool {
        let grammar = Sfm.grammar
        let words = text.prefix(400).split(whereSeparator: { !$0.isLetter && $0 != "-" }).map { grammar.lexicon.find(String($0).lowercased()) }
        return words.indices.contains { start in
            var node = grammar.roots.roles
            var found: Role?
            for word in words[start...] {
                guard word != 0, let next = grammar.phrases.step(node, word) else { break }
                node = next
                if grammar.phrases.hasValue(node) { found = Role(rawValue: UInt8(grammar.phrases.value(of: node))) ?? found }
            }
            return found.map { $0 != .participant && $0 != .anyone } ?? false
        }
    }

    // MARK: - Cases

    /// Whether each of some roles stands as who does something does: «учителя и родители». Object and doer differ by nothing else where the object
    /// comes first: «ученика вправе исключить директор».
    static func areNominative(_ words: [String]) -> Bool { heads(words).allSatisfy { isNominative($0[0]) } }

    /// Whether each stands as whom something is forbidden to does: «ученикам и родителям».
    static func areDative(_ words: [String]) -> Bool { heads(words).allSatisfy { Declension.dative($0) != .no } }

    /// Whether somebody is named as a doer among the words of an act.
    static func nameDoer(_ words: [String]) -> Bool {
        words.contains { begin([$0]) && isNominative($0) && !["учителя", "директора", "мастера"].contains(NormWords.folded($0)) }
    }

    /// The words of each role in a list; what stands in brackets is another name of it.
    private static func heads(_ words: [String]) -> [[String]] {
        let parts = words.split { ["и", "или", ",", "и,"].contains($0) || $0.hasPrefix("(") || $0.hasSuffix(")") }
        return parts.map { part in part.map { $0.lowercased() } }
    }

    private static func isNominative(_ word: String) -> Bool {
        let folded = NormWords.folded(word)
        let lemma = Sfm.grammar.lexicon.find(word.lowercased())
        return nominatives.contains(folded) || lemma != 0 && NormWords.folded(Sfm.grammar.lexicon.canonical(lemma)) == folded
    }

    /// Forms that are not the one by which the vocabulary lists a word.
    private static let nominatives: Set<String> = Set(
        RoleNoun.table.flatMap { [$0.plural[0], $0.singular[0]] }.map { NormWords.folded($0.split(separator: " ")[0]) }
            + [
                "обучающиеся", "учащиеся", "студенты", "педагоги", "преподаватели", "сотрудники", "кураторы", "завучи", "активисты", "пользователи",
                "представители",
                "ученица", "ученицы", "студентка", "студентки", "участница", "участницы", "учительница", "посторонняя", "ответственная", "обучающаяся",
                "учащаяся",
                "законные", "классные", "педагогические", "дополнительные", "мастера", "третьи", "каждая", "руководители",
            ])
}
