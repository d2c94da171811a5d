import SfmTerms

/// A person as a script names one.
public enum PersonNode: Sendable, Equatable {
    case handle(NameID, Span)
    /// "the student": the last mentioned one of that role.
    case role(Role, Span)

    public var span: Span {
        switch self {
        case .handle(_, let span), .role(_, let span): span
        }
    }
}

/// Whom a chat is for: roles, or people by name.
public struct AudienceNode: Sendable, Equatable {
    public var roles: [Role] = []
    public var people: SmallArray<PersonNode> = []

    public init(roles: [Role] = [], people: SmallArray<PersonNode> = []) { (self.roles, self.people) = (roles, people) }
}

/// A clause as a script cites it.
public struct ClauseNode: Sendable, Equatable {
    public var id: NameID
    /// The policy's name where the citation names one.
    public var policy: NameID?
    public var span: Span
    /// `not by clause 7`: it must not be among those cited.
    public var isDenied = false
}

/// The value of a slot.
public enum SlotValue: Sendable {
    case people(SmallArray<PersonNode>)
    case role(Role)
    case audience(AudienceNode)
    case place(PlaceKind, NameID?)
    /// `nil` where the label stands without a name: "in chat".
    case name(NameID?)
    case names([NameID])
    case duration(Duration)
    /// With whether a time of day was written.
    case date(Instant, hasTime: Bool)
    case number(Int)
    case compare(Comparison, Int)
    case choice(UInt8)
    /// Without a name where none is given.
    case namedChoice(UInt8, NameID)
    case reason(Reason, NameID?)
    case flag
    case clause(ClauseNode)
    indirect case act(ActNode)
}

public struct SlotNode: Sendable {
    public var value: SlotValue
    public var slot: Slot
    /// From the label to the value's end.
    public var span: Span
    /// The value's last token: a name without its label.
    public var nameSpan: Span?
    /// The file whose first column names the people.
    public var file: NameID?

    public init(slot: Slot, value: SlotValue, span: Span, nameSpan: Span? = nil) {
        (self.slot, self.value, self.span, self.nameSpan) = (slot, value, span, nameSpan)
    }
}

/// An act as it is written: which one, who does it, and its parts in the order in which they stand.
public struct ActNode: Sendable {
    /// The index in the act table.
    public var act: Int
    public var actor: PersonNode?
    public var slots: [SlotNode]
    public var span: Span

    public init(act: Int, actor: PersonNode?, slots: [SlotNode], span: Span) {
        (self.act, self.actor, self.slots, self.span) = (act, actor, slots, span)
    }

    public func slot(_ slot: Slot) -> SlotNode? { slots.first { $0.slot == slot } }
}

/// A fact as it is written.
public struct FactNode: Sendable {
    public var fact: Int
    public var negated: Bool
    public var slots: [SlotNode]
    public var span: Span

    public init(fact: Int, negated: Bool, slots: [SlotNode], span: Span) {
        (self.fact, self.negated, self.slots, self.span) = (fact, negated, slots, span)
    }

    public func slot(_ slot: Slot) -> SlotNode? { slots.first { $0.slot == slot } }
}

/// What an `expect … : ACT` expects.
public enum ExpectedDecision: UInt8, Sendable, CaseIterable {
    case allowed, denied, prohibited, notGranted, impossible

    public func accepts(_ outcome: Outcome) -> Bool {
        switch self {
        case .allowed: outcome == .allowed
        case .denied: outcome == .prohibited || outcome == .notGranted
        case .prohibited: outcome == .prohibited
        case .notGranted: outcome == .notGranted
        case .impossible: outcome == .impossible
        }
    }
}

/// Where a policy comes from: a shipped or defined id, or a file of the script's folder tree.
public struct PolicyReference: Sendable {
    public var name: NameID
    public var span: Span
}

/// One step.
public struct StepNode: Sendable {
    public enum Kind: Sendable {
        case given(FactNode)
        case act(ActNode)
        case expectFact(FactNode)
        case expectDecision(ExpectedDecision, clauses: [ClauseNode], ActNode)
        case force(ActNode)
        case advance(Duration)
        case advanceTo(ClockGoal)
        /// With whether a time of day was written.
        case today(Instant, hasTime: Bool)
        case fulfilDuties
        case actAs(PersonNode?)
        case usePolicy(PolicyReference)
        case include(NameID, Span)
        case repeated(Int, [StepNode])
        /// No line of a script: where the background ends, and time begins to bring duties about.
        case beginning
    }

    public var kind: Kind
    public var span: Span

    public init(kind: Kind, span: Span) { (self.kind, self.span) = (kind, span) }
}

/// What a scenario says of itself under its head: that it is not run, or that it is known to fail.
public struct ScenarioMark: Sendable {
    public enum Kind: UInt8, Sendable {
        case skip, knownFailure
    }

    public var kind: Kind
    public var reason: String
    public var span: Span

    public init(kind: Kind, reason: String, span: Span) { (self.kind, self.reason, self.span) = (kind, reason, span) }
}

public struct ScenarioNode: Sendable {
    public var title: String
    public var titleSpan: Span
    public var tags: [String]
    public var mark: ScenarioMark?
    public var steps: [StepNode]
    /// What it asks of everything that can happen, where it is an exploration and has no steps.
    public var exploration: ExplorationNode?
    /// Its head.
    public var span: Span
    /// From its head to its end, in the file that holds it whichever row of a table it was made with.
    public var extent: Span

    public init(title: String, titleSpan: Span, tags: [String], mark: ScenarioMark? = nil, steps: [StepNode], span: Span, extent: Span? = nil) {
        (self.title, self.titleSpan, self.tags, self.mark, self.steps, self.span) = (title, titleSpan, tags, mark, steps, span)
        self.extent = extent ?? span
    }
}

/// What an exercise wants to be so in the end.
public struct GoalNode: Sendable {
    /// How the task is put; without one the fact speaks for itself.
    public var title: String?
    public var fact: FactNode
    public var span: Span
}

/// Acts that an exercise does without.
public struct OffLimitsNode: Sendable {
    public var acts: [RuleActNode] = []
    /// `force` and `fulfil duties`, where they are out as well.
    public var words: [Keyword] = []
    public var reason: String?
    public var span: Span
}

/// A task: a world, what it should come to, and a way there.
public struct ExerciseNode: Sendable {
    public var title: String
    public var titleSpan: Span
    public var tags: [String] = []
    public var story: [String] = []
    /// `nil` where the exercise does not say.
    public var points: Int?
    /// What was before the learner comes in.
    public var steps: [StepNode] = []
    public var goals: [GoalNode] = []
    public var hints: [String] = []
    public var offLimits: [OffLimitsNode] = []
    public var solution: [StepNode]?
    /// Its head.
    public var span: Span
    /// From its head to its end.
    public var extent: Span

    public init(title: String, titleSpan: Span, span: Span) {
        (self.title, self.titleSpan, self.span, self.extent) = (title, titleSpan, span, span)
    }

    /// What all goals together bring.
    public var worth: Int { points ?? 10 }

    /// The model solution as a scenario that expects the goals.
    public var scenario: ScenarioNode {
        let expected = goals.map { StepNode(kind: .expectFact($0.fact), span: $0.span) }
        return ScenarioNode(title: title, titleSpan: titleSpan, tags: tags, steps: steps + (solution ?? []) + expected, span: span, extent: extent)
    }
}

/// A parsed file; items that were not understood are in the diagnostics only.
public struct ScriptNode: Sendable {
    public var policies: [PolicyNode] = []
    /// What all its steps go by, and the policies that have no calendar of their own.
    public var calendar = CalendarNode()
    public var uses: [PolicyReference] = []
    public var background: [StepNode] = []
    public var scenarios: [ScenarioNode] = []
    public var exercises: [ExerciseNode] = []
    /// Steps outside of every scenario: the file is one script.
    public var looseSteps: [StepNode] = []
    public var includes: [(name: NameID, span: Span)] = []
    public var hasBackground = false
    /// What the file can hardly mean though it can be run; `sfm check` says it.
    public var warnings: [Diagnostic] = []
}
