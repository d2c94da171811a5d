import SfmTerms

/// A word that a policy declares for itself.
public struct OwnWordNode: Sendable {
    /// What the word is, by its sort.
    public enum Meaning: Sendable {
        case messageKind, violationKind
        /// An office that only somebody of the other role may have.
        case role(Role)
        case mark(MarkHolder)
        case act(OwnActNode)

        public var sort: WordSort {
            switch self {
            case .messageKind: .messageKind
            case .violationKind: .violationKind
            case .role: .role
            case .mark: .mark
            case .act: .act
            }
        }
    }

    public var name: Text
    public var nameSpan: Span
    public var meaning: Meaning

    public init(name: Text, nameSpan: Span, meaning: Meaning) { (self.name, self.nameSpan, self.meaning) = (name, nameSpan, meaning) }
}

/// What an own act or event is: its kind, what it is about, what it does, and when it can be done.
public struct OwnActNode: Sendable {
    public var kind: ActKind
    public var parts: [OwnPart] = []
    public var effects: [(effect: OwnEffectNode, span: Span)] = []
    public var condition: ConditionNode?

    public init(kind: ActKind) { self.kind = kind }
}

/// What an own act does, as it is written.
public enum OwnEffectNode: Sendable, Equatable {
    case sets(String)
    case clears(String)
    case addsTarget, removesTarget, removesActor
}
