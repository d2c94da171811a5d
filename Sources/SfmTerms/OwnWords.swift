/// What a word that a policy declares is a word for.
public enum WordSort: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case messageKind, violationKind, role, mark, act

    /// What such a word is called in messages; Russian in the nominative.
    public var noun: Text {
        switch self {
        case .messageKind: Text("kind of message", "вид сообщений")
        case .violationKind: Text("kind of violation", "вид нарушений")
        case .role: Text("role", "роль")
        case .mark: Text("mark", "отметка")
        case .act: Text("act or event", "действие или событие")
        }
    }
}

/// What a mark is put on.
public enum MarkHolder: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case person, chat, personInChat
}

extension Text {
    /// Whether it is the name in one of the two languages.
    public func isCalled(_ name: String) -> Bool { en == name || ru == name }

    /// Whether two names of words are those of one: they share a text.
    public func sharesName(with other: Text) -> Bool { isCalled(other.en) || isCalled(other.ru) }
}
