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
    /// Words of its own, wherever they are declared.
    public var words: [OwnWordNode] = []
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
    /// Those who have roles of the policy's own, beside others.
    case holders([String], [Role])
    case target
    /// The parents of the person concerned, each of them.
    case parentsOfTarget
    case actor
    case nobody
}

/// An act as a rule names it.
public struct RuleActNode: Sendable {
    public var act: Int
    public var span: Span
    /// The word that makes it this one: an own act's name, a mark.
    public var word: String?

    public init(act: Int, span: Span, word: String? = nil) { (self.act, self.span, self.word) = (act, span, word) }
}

public indirect enum ConditionNode: Sendable {
    case and([ConditionNode])
    case or([ConditionNode])
    case not(ConditionNode)
    case test(AttributeID, OperandNode, Span)
    case time(TimeTest, Span)
    case missing(Span)

    /// What it asks, however that is joined and denied.
    public var tests: [ConditionNode] {
        switch self {
        case .and(let parts), .or(let parts): parts.flatMap(\.tests)
        case .not(let inner): inner.tests
        case .test, .time, .missing: [self]
        }
    }
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
    /// Words that the policy declares, of which any will do.
    case words([String])
    /// A number of deeds, narrowed beyond what the attribute says.
    case counted(CountNode, Comparison, Int)
    /// That more than half of the members are for an answer of a poll.
    case majority(answer: String, poll: String)
    /// That these have agreed beforehand.
    case consent(ConsentNode)
}

extension OperandNode {
    /// Whether it is about who acts, which can be asked of any act.
    public var isOfActor: Bool { if case .counted(let count, _, _) = self { count.ofActor } else { false } }
}

/// What is counted, and of whom, where and since when.
public struct CountNode: Sendable {
    /// `count of ACT`; otherwise the attribute says it.
    public var act: RuleActNode?
    public var kinds: [String] = []
    /// Whether what somebody did is counted, not what was done to somebody.
    public var isDone = false
    /// Whether it is about who acts, not about the person concerned.
    public var ofActor = false
    public var inChat = false
    public var window: CountWindow?

    public init() {}
}

/// Whose consent a rule asks for.
public enum ConsentNode: Sendable, Equatable {
    /// Roles of the language and of the policy's own, of which any will do.
    case roles([Role], holders: [String] = [])
    case parentsOfTarget
    case eachParentOfTarget
}

/// What a rule does not speak of.
public enum ExceptionNode: Sendable {
    case roles([Role], Span)
    /// Messages of kinds that the policy declares.
    case messages([String], Span)
    /// Those who have a role of the policy's own.
    case holders([String], Span)
    case condition(ConditionNode)
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
    /// Further acts of the same rule, each with parts of its own: `permit tell teacher, tell parents`.
    public var also: [(acts: [RuleActNode], qualifiers: QualifierNode)] = []
    public var condition: ConditionNode?
    public var exceptions: [ExceptionNode] = []
    /// The acts and events that a duty arises from, with what narrows them.
    public var triggers: [RuleActNode] = []
    public var triggerQualifiers = QualifierNode()
    /// The bearer of a duty, for messages.
    public var bearerSpan = Span.none
    public var term: Deadline?
    public var termSpan = Span.none
    public var time = DutyTimeNode()
    public var span: Span

    /// Where one of its acts is said to be done more often than so many times.
    var rate: Span? {
        ([qualifiers] + also.map(\.qualifiers)).lazy.flatMap(\.parts).first { if case .rate = $0.part { true } else { false } }?.span
    }

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
