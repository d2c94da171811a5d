import SfmTerms

/// A policy as it is written.
package struct PolicyNode: Sendable {
    package var id: String
    package var idSpan: Span
    package var span: Span
    package var title = Text("", "")
    package var platform = Text("", "")
    package var adopted: (date: Instant, order: String?)?
    package var extends: [PolicyReference] = []
    /// Nouns that the regulation uses in place of ours, as `school "Лицей"`.
    package var terms: [(noun: RenamedNoun, term: String, span: Span)] = []
    package var clauses: [PolicyClauseNode] = []

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

package struct PolicyClauseNode: Sendable {
    package var id: String
    package var title: Text
    package var idSpan: Span
    package var rules: [RuleNode] = []
    package var notes: [Text] = []
    package var lists: [ListNode] = []
    package var span: Span
}

package struct ListNode: Sendable {
    package var name: String
    package var items: [String]
    package var nameSpan: Span
    package var span: Span
}

/// A person that a rule speaks of.
package enum RuleSubject: Sendable, Equatable {
    case roles([Role])
    case target
    case actor
    case nobody
}

/// An act in a rule, with what narrows it.
package struct RuleActNode: Sendable {
    package var act: Int
    package var span: Span
    /// Presets and choices that the act must have: `edit school site`, `create chat` for a subject.
    package var choices: [(slot: Slot, value: UInt8)] = []

    package init(act: Int, span: Span) { (self.act, self.span) = (act, span) }
}

/// What a rule narrows its acts to.
package struct QualifierNode: Sendable {
    package var audience: [Role] = []
    package var otherChats = false
    package var ownGroup = false
    package var withSubject = false
    package var asRoles: [Role] = []
    package var by: [Role]?
    package var bySpan = Span.none
    package var targets: [Role] = []
    /// `remove target and parents of target`.
    package var target = false
    package var parentsOfTarget = false
    package var places: [PlaceKind] = []
    package var collective = false
    package var choices: [(slot: Slot, value: UInt8)] = []

    package init() {}
}

package indirect enum ConditionNode: Sendable {
    case and([ConditionNode])
    case or([ConditionNode])
    case not(ConditionNode)
    case compare(Attribute, Comparison, ConditionValue, Span)
    case flag(Attribute, Span)
    case choice(Attribute, [UInt8], Span)
    case role(Attribute, [Role], Span)
    case inList(Attribute, String, Span)
    case missing(Span)
}

package enum ConditionValue: Sendable {
    case number(Int)
    case duration(Duration)
}

package struct RuleNode: Sendable {
    package enum Kind: Sendable {
        case permit, forbid
        /// Bearer, and whether it is `not to`.
        case oblige(RuleSubject, negated: Bool)
        case states(StatementNode)
    }

    package var kind: Kind
    package var acts: [RuleActNode]
    package var qualifiers = QualifierNode()
    package var condition: ConditionNode?
    /// The acts and events that a duty arises from, with what narrows them.
    package var triggers: [RuleActNode] = []
    package var triggerQualifiers = QualifierNode()
    package var within: Duration?
    package var span: Span

    package init(kind: Kind, acts: [RuleActNode], span: Span) { (self.kind, self.acts, self.span) = (kind, acts, span) }
}

/// A property of the platform that a clause states.
package struct StatementNode: Sendable {
    package var mechanism: Mechanism
    package var audience: [Role] = []
    package var from: [Role] = []
    package var role: Role?
    package var places: [PlaceKind] = []
    package var messenger: String?

    package init(mechanism: Mechanism) { self.mechanism = mechanism }
}
