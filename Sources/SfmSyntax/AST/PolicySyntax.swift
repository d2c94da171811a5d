import SfmTerms

/// A policy as it is written.
public struct PolicyNode: Sendable {
    public var id: String
    public var idSpan: Span
    public var span: Span
    public var title = Text("", "")
    public var platform = Text("", "")
    public var adopted: (date: Instant, order: String?)?
    public var calendar = CalendarNode()
    public var extends: [PolicyReference] = []
    /// Nouns that the regulation uses in place of ours, as `school "Лицей"`.
    public var terms: [(noun: RenamedNoun, term: String, span: Span)] = []
    public var clauses: [PolicyClauseNode] = []

    /// Whether a line that a policy has once has been read.
    func says(_ word: Keyword) -> Bool {
        switch word {
        case .title: !title.en.isEmpty
        case .platform: !platform.en.isEmpty
        case .adopted: adopted != nil
        default: false
        }
    }
}

public struct PolicyClauseNode: Sendable {
    public var id: String
    public var title: Text
    public var idSpan: Span
    public var rules: [RuleNode] = []
    public var notes: [Text] = []
    public var lists: [ListNode] = []
    public var span: Span
}

public struct ListNode: Sendable {
    public var name: String
    public var items: [String]
    public var nameSpan: Span
    public var span: Span
}

/// A person that a rule speaks of.
public enum RuleSubject: Sendable, Equatable {
    case roles([Role])
    case target
    case actor
    case nobody
}

/// An act as a rule names it.
public struct RuleActNode: Sendable {
    public var act: Int
    public var span: Span

    public init(act: Int, span: Span) { (self.act, self.span) = (act, span) }
}

public indirect enum ConditionNode: Sendable {
    case and([ConditionNode])
    case or([ConditionNode])
    case not(ConditionNode)
    case test(AttributeID, OperandNode, Span)
    case time(TimeTest, Span)
    case missing(Span)
}

/// What an attribute is compared with, by its type.
public enum OperandNode: Sendable {
    /// A question of yes or no.
    case flag
    case count(Comparison, Int)
    case term(Comparison, Duration)
    case choice([UInt8])
    case roles([Role])
    /// One name, or a list of the policy that has it.
    case name(String)
    case list(String)
}

public struct RuleNode: Sendable {
    public enum Kind: Sendable {
        case permit, forbid
        /// Bearer, and whether it is `not to`.
        case oblige(RuleSubject, negated: Bool)
        case states(StatementNode)
    }

    public var kind: Kind
    public var acts: [RuleActNode]
    public var qualifiers = QualifierNode()
    public var condition: ConditionNode?
    /// The acts and events that a duty arises from, with what narrows them.
    public var triggers: [RuleActNode] = []
    public var triggerQualifiers = QualifierNode()
    /// The bearer of a duty, for messages.
    public var bearerSpan = Span.none
    public var term: Deadline?
    public var termSpan = Span.none
    public var time = DutyTimeNode()
    public var span: Span

    public init(kind: Kind, acts: [RuleActNode], span: Span) { (self.kind, self.acts, self.span) = (kind, acts, span) }
}

/// A property of the platform that a clause states.
public struct StatementNode: Sendable {
    public var mechanism: Mechanism
    public var audience: [Role] = []
    public var from: [Role] = []
    public var role: Role?
    public var places: [PlaceKind] = []
    public var messenger: String?

    public init(mechanism: Mechanism) { self.mechanism = mechanism }
}
