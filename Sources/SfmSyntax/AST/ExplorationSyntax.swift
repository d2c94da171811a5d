import SfmTerms

/// What is asked of every situation that can come about.
public struct PropertyNode: Sendable {
    public enum Kind: UInt8, Sendable {
        /// Its facts do not hold together anywhere; all of them hold everywhere; they hold together somewhere.
        case never, always, reachable

        var keyword: Keyword {
            switch self {
            case .never: .never
            case .always: .always
            case .reachable: .reachable
            }
        }
    }

    public var kind: Kind
    public var facts: [FactNode]
    public var span: Span
}

/// A line of an exploration.
public enum ExplorationLine: Sendable {
    case people([PersonNode])
    case acts([RuleActNode])
    case within(Int)
    case againstPolicy
    case property(PropertyNode)
}

/// What an exploration lets happen, how far it looks, and what it asks (LANGUAGE.md 16).
public struct ExplorationNode: Sendable {
    public internal(set) var lines: [ExplorationLine] = []

    public init() {}

    /// Who acts; everybody where nobody is named.
    public var people: [PersonNode] { lines.flatMap { line -> [PersonNode] in if case .people(let people) = line { people } else { [] } } }
    /// What may happen; all that the policies in force speak of where nothing is named.
    public var acts: [RuleActNode] { lines.flatMap { line -> [RuleActNode] in if case .acts(let acts) = line { acts } else { [] } } }
    public var properties: [PropertyNode] { lines.compactMap { if case .property(let property) = $0 { property } else { nil } } }
    /// Whether what the policy refuses happens as well.
    public var isAgainstPolicy: Bool { lines.contains { if case .againstPolicy = $0 { true } else { false } } }
    /// How many steps it looks ahead; `nil` is as far as anything new comes about.
    public var depth: Int? {
        for case .within(let steps) in lines { return steps }
        return nil
    }

    /// What it names, as the steps of a scenario that would name it.
    public var claims: [StepNode] {
        people.map { StepNode(kind: .actAs($0), span: $0.span) }
            + properties.flatMap(\.facts).map { StepNode(kind: .expectFact($0), span: $0.span) }
    }

    /// Whether a line of this one's kind, of which one is enough, is there already.
    func repeats(_ line: ExplorationLine) -> Bool {
        lines.contains { other in
            switch (line, other) {
            case (.people, .people), (.acts, .acts), (.within, .within), (.againstPolicy, .againstPolicy): true
            default: false
            }
        }
    }
}
