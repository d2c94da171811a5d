import SfmTerms

/// A clause by the place of its policy among those in force and its place in the policy.
public struct ClauseRef: Hashable, Sendable, Comparable, BitwiseCopyable {
    public var policy: UInt16
    public var clause: UInt16

    public init(policy: Int, clause: Int) { (self.policy, self.clause) = (UInt16(policy), UInt16(clause)) }

    public static func < (a: ClauseRef, b: ClauseRef) -> Bool { (a.policy, a.clause) < (b.policy, b.clause) }
}

/// What a clause mainly is; `sfm coverage` prints it.
public enum ClauseKind: String, Sendable {
    case info, power, prohibition, duty, standing, liberty, mechanic
}

public struct Clause: Sendable {
    public let id: String
    public let title: Text
    public let kind: ClauseKind
    public let notes: [Text]

    public init(id: String, title: Text, kind: ClauseKind, notes: [Text]) {
        (self.id, self.title, self.kind, self.notes) = (id, title, kind, notes)
    }
}

/// A list of names that rules use.
public struct ItemList: Sendable {
    public let name: String
    /// The place of its clause in the policy.
    public let clause: Int
    public let items: [String]

    public init(name: String, clause: Int, items: [String]) { (self.name, self.clause, self.items) = (name, clause, items) }
}

/// A compiled policy: clauses with their rules; made by the policy compiler, read only.
public final class Policy: Sendable {
    public let id: String
    public let title: Text
    public let platform: Text
    public let adopted: (date: Instant, order: String?)?
    /// What the school calls the language's nouns.
    public let terms: [RenamedNoun: String]
    public let clauses: [Clause]
    public let rules: [Rule]
    public let duties: [DutyRule]
    public let statements: [Statement]
    public let lists: [ItemList]
    /// The words that it declares itself.
    public let words: OwnWords
    /// Policies whose clauses this one adds to its own.
    public let extends: [Policy]
    /// How many policies extend one another in a row down from this one.
    public let depth: Int
    /// Those and what they extend in turn, each once, the extended ones first.
    private let extended: [Policy]
    /// The counts and terms in its conditions.
    public let limits: [Threshold]
    /// What its rules go by; `nil` where it says nothing of days, then they go by the script's.
    public let calendar: SchoolCalendar?
    /// Between which days its rules speak, where that is said; the numbers of the days.
    public let inForce: (from: Int64?, to: Int64?)?

    public init(
        id: String, title: Text, platform: Text, adopted: (date: Instant, order: String?)?, terms: [RenamedNoun: String],
        clauses: [Clause], rules: [Rule], duties: [DutyRule], statements: [Statement], lists: [ItemList],
        words: OwnWords = OwnWords(), extends: [Policy], calendar: SchoolCalendar? = nil, inForce: (from: Int64?, to: Int64?)? = nil
    ) {
        (self.calendar, self.inForce) = (calendar, inForce)
        (self.id, self.title, self.platform, self.adopted, self.terms) = (id, title, platform, adopted, terms)
        (self.clauses, self.rules, self.duties, self.statements, self.lists, self.extends) = (clauses, rules, duties, statements, lists, extends)
        self.words = words
        limits = Threshold.all(rules, duties)
        depth = extends.map { $0.depth + 1 }.max() ?? 0
        var seen = Set<ObjectIdentifier>()
        extended = extends.flatMap(\.withExtended).filter { seen.insert(ObjectIdentifier($0)).inserted }
    }

    /// What tells this policy from every other one in memory, as a key.
    public var address: Int { Int(bitPattern: ObjectIdentifier(self)) }

    /// This policy and those it extends, each once, the extended ones first.
    public var withExtended: [Policy] { extended + [self] }
}
