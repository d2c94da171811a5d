import SfmTerms

/// A closed set of words that a conversation understands besides the language, as one table.
package protocol SessionWord: CaseIterable, Equatable, Sendable {
    static var table: [SessionWordEntry<Self>] { get }
}

package struct SessionWordEntry<Word: Sendable>: Sendable {
    package let word: Word
    /// The first phrase of each language is canonical.
    package let en: [String]
    package let ru: [String]
    package let help: Text
}

extension SessionWord {
    package typealias Entry = SessionWordEntry<Self>

    package var entry: Entry { Self.table.first { $0.word == self } ?? Self.table[0] }

    package func phrases(_ language: Language) -> [String] { language(entry.en, entry.ru) }

    package func phrase(_ language: Language) -> String { phrases(language)[0] }
}
