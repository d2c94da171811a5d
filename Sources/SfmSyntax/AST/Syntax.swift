import SfmTerms

/// A person as a script names one.
package enum PersonNode: Sendable, Equatable {
    case handle(NameID, Span)
    /// "the student": the last mentioned one of that role.
    case role(Role, Span)

    package var span: Span {
        switch self {
        case .handle(_, let span), .role(_, let span): span
        }
    }
}

/// Whom a chat is for: roles, or people by name.
package struct AudienceNode: Sendable, Equatable {
    package var roles: [Role] = []
    package var people: Few<PersonNode> = []

    package init(roles: [Role] = [], people: Few<PersonNode> = []) { (self.roles, self.people) = (roles, people) }
}

/// A clause as a script cites it.
package struct ClauseNode: Sendable, Equatable {
    package var id: NameID
    /// The policy's name where the citation names one.
    package var policy: NameID?
    package var span: Span
}

/// The value of a slot.
package enum SlotValue: Sendable {
    case people(Few<PersonNode>)
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
    case namedChoice(UInt8, NameID)
    case reason(Reason, NameID?)
    case flag
    case clause(ClauseNode)
    indirect case act(ActNode)
}

package struct SlotNode: Sendable {
    package var value: SlotValue
    package var slot: Slot
    /// From the label to the value's end.
    package var span: Span
    /// The value's last token: a name without its label.
    package var nameSpan: Span?

    package init(slot: Slot, value: SlotValue, span: Span, nameSpan: Span? = nil) {
        (self.slot, self.value, self.span, self.nameSpan) = (slot, value, span, nameSpan)
    }
}

/// An act as it is written: which one, who does it, and its parts in the order in which they stand.
package struct ActNode: Sendable {
    /// The index in the act table.
    package var act: Int
    package var actor: PersonNode?
    package var slots: [SlotNode]
    package var span: Span

    package init(act: Int, actor: PersonNode?, slots: [SlotNode], span: Span) {
        (self.act, self.actor, self.slots, self.span) = (act, actor, slots, span)
    }

    package func slot(_ slot: Slot) -> SlotNode? { slots.first { $0.slot == slot } }
}

/// A fact as it is written.
package struct FactNode: Sendable {
    package var fact: Int
    package var negated: Bool
    package var slots: [SlotNode]
    package var span: Span

    package init(fact: Int, negated: Bool, slots: [SlotNode], span: Span) {
        (self.fact, self.negated, self.slots, self.span) = (fact, negated, slots, span)
    }

    package func slot(_ slot: Slot) -> SlotNode? { slots.first { $0.slot == slot } }
}

/// What an `expect … : ACT` expects.
package enum ExpectedDecision: UInt8, Sendable, CaseIterable {
    case allowed, denied, prohibited, notGranted, impossible

    package func accepts(_ outcome: Outcome) -> Bool {
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
package struct PolicyReference: Sendable {
    package var name: NameID
    package var span: Span
}

/// One step.
package struct StepNode: Sendable {
    package enum Kind: Sendable {
        case given(FactNode)
        case act(ActNode)
        case expectFact(FactNode)
        case expectDecision(ExpectedDecision, clauses: [ClauseNode], ActNode)
        case force(ActNode)
        case advance(Duration)
        case today(Instant)
        case fulfilDuties
        case actAs(PersonNode?)
        case usePolicy(PolicyReference)
        case include(NameID, Span)
        case repeated(Int, [StepNode])
    }

    package var kind: Kind
    package var span: Span

    package init(kind: Kind, span: Span) { (self.kind, self.span) = (kind, span) }
}

/// The rows of a scenario's `examples`.
package struct ExamplesNode: Sendable {
    package var headers: [String]
    package var rows: [(cells: [String], span: Span)]
    package var span: Span
}

package struct ScenarioNode: Sendable {
    package var title: String
    package var titleSpan: Span
    package var tags: [String]
    package var steps: [StepNode]
    package var span: Span

    package init(title: String, titleSpan: Span, tags: [String], steps: [StepNode], span: Span) {
        (self.title, self.titleSpan, self.tags, self.steps, self.span) = (title, titleSpan, tags, steps, span)
    }
}

/// What an exercise wants to be so in the end.
package struct GoalNode: Sendable {
    /// How the task is put; without one the fact speaks for itself.
    package var title: String?
    package var fact: FactNode
    package var span: Span
}

/// Acts that an exercise does without.
package struct OffLimitsNode: Sendable {
    package var acts: [RuleActNode] = []
    /// `force` and `fulfil duties`, where they are out as well.
    package var words: [Keyword] = []
    package var reason: String?
    package var span: Span
}

/// A task: a world, what it should come to, and a way there.
package struct ExerciseNode: Sendable {
    package var title: String
    package var titleSpan: Span
    package var tags: [String] = []
    package var story: [String] = []
    /// `nil` where the exercise does not say.
    package var points: Int?
    /// What was before the learner comes in.
    package var steps: [StepNode] = []
    package var goals: [GoalNode] = []
    package var hints: [String] = []
    package var offLimits: [OffLimitsNode] = []
    package var solution: [StepNode]?
    package var span: Span

    package init(title: String, titleSpan: Span, span: Span) { (self.title, self.titleSpan, self.span) = (title, titleSpan, span) }

    /// What all goals together bring.
    package var worth: Int { points ?? 10 }

    /// The model solution as a scenario that expects the goals.
    package var scenario: ScenarioNode {
        let expected = goals.map { StepNode(kind: .expectFact($0.fact), span: $0.span) }
        return ScenarioNode(title: title, titleSpan: titleSpan, tags: tags, steps: steps + (solution ?? []) + expected, span: span)
    }
}

/// A parsed file; items that were not understood are in the diagnostics only.
package struct ScriptNode: Sendable {
    package var policies: [PolicyNode] = []
    package var uses: [PolicyReference] = []
    package var background: [StepNode] = []
    package var scenarios: [ScenarioNode] = []
    package var exercises: [ExerciseNode] = []
    /// Steps outside of every scenario: the file is one script.
    package var looseSteps: [StepNode] = []
    package var includes: [(name: NameID, span: Span)] = []
    package var hasBackground = false
}
