import SfmModel
import SfmTerms

/// A word that a policy declares, with what it means.
public final class OwnWord: Sendable {
    public enum Meaning: Sendable {
        case messageKind, violationKind
        case role(Role)
        case mark(MarkHolder)
        /// An act, with what must hold for it to be possible.
        case act(OwnAct, when: [Condition])
    }

    public let name: Text
    public let meaning: Meaning

    public init(name: Text, meaning: Meaning) { (self.name, self.meaning) = (name, meaning) }

    public var sort: WordSort {
        switch meaning {
        case .messageKind: .messageKind
        case .violationKind: .violationKind
        case .role: .role
        case .mark: .mark
        case .act: .act
        }
    }

    public var holder: MarkHolder? { if case .mark(let holder) = meaning { holder } else { nil } }

    public var act: OwnAct? { if case .act(let act, _) = meaning { act } else { nil } }

    /// What must hold for the act to be possible.
    public var conditions: [Condition] { if case .act(_, let conditions) = meaning { conditions } else { [] } }

    /// Whether two policies mean the same by it.
    public func means(_ other: OwnWord) -> Bool {
        switch (meaning, other.meaning) {
        case (.messageKind, .messageKind), (.violationKind, .violationKind): true
        case (.role(let a), .role(let b)): a == b
        case (.mark(let a), .mark(let b)): a == b
        case (.act(let a, let some), .act(let b, let others)):
            a.kind == b.kind && Set(a.parts) == Set(b.parts) && Set(a.effects) == Set(b.effects) && some == others
        default: false
        }
    }
}

/// The words that one or more policies declare, each found by either of its names.
public struct OwnWords: Sendable {
    private struct Key: Hashable {
        let sort: WordSort
        let name: String
    }

    /// In the order in which they are declared.
    public private(set) var all: [OwnWord] = []
    private var places: [Key: Int] = [:]

    public init() {}

    /// The word of a policy that has it as declared before where it means the same; otherwise the one that is in its way.
    @discardableResult
    public mutating func add(_ word: OwnWord) -> OwnWord? {
        let keys = [word.name.en, word.name.ru].map { Key(sort: word.sort, name: $0) }
        if let known = keys.compactMap({ places[$0] }).first {
            let other = all[known]
            guard other.means(word) else { return other }
            // Two names of one word may be added to each other, but not one name to two words.
            let names = [other.name, word.name].filter { $0.en != $0.ru }
            if names.count == 2, names[0] != names[1] { return other }
            // One of them may have a text for the other language.
            let name = other.name.en == other.name.ru ? word.name : other.name
            if name != other.name { all[known] = OwnWord(name: name, meaning: other.meaning) }
            for key in keys { places[key] = known }
            return nil
        }
        for key in keys { places[key] = all.count }
        all.append(word)
        return nil
    }

    public func find(_ sort: WordSort, _ name: String) -> OwnWord? { places[Key(sort: sort, name: name)].map { all[$0] } }

    public func words(_ sort: WordSort) -> [OwnWord] { all.filter { $0.sort == sort } }

    /// What the words of a sort are called, in either language.
    public func names(_ sort: WordSort) -> [String] { words(sort).flatMap { $0.name.en == $0.name.ru ? [$0.name.en] : [$0.name.en, $0.name.ru].sorted() } }

    /// The names of a word in both languages; of one that nobody declares the one that was said.
    public func name(_ sort: WordSort, _ name: String) -> Text { find(sort, name)?.name ?? Text(same: name) }

    public var isEmpty: Bool { all.isEmpty }
}
