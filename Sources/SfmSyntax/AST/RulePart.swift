import SfmTerms

/// One thing that narrows the acts of a rule.
public enum RulePart: Equatable, Sendable {
    /// Who may; nobody where it is empty.
    case by([Role])
    /// The actor's own group.
    case ownGroup
    /// The person whom the event of a duty is about, and that person's parents.
    case target, parentsOfTarget
    /// Who may: parents of the person whom the act is about.
    case byParents
    /// In a duty: whoever wrote the message that its event is about.
    case author
    /// Who may: those who have a role of the policy's own.
    case byHolders([String])
    /// Whom it is about, by roles of the policy's own.
    case towardsHolders([String])
    /// In a duty to tell somebody: of the person whom its event is about.
    case ofTarget
    /// In a duty: of those whom it names one is enough.
    case oneOfThose
    /// More often than so many times a day, a week, a month.
    case rate(Int, RatePeriod)
    /// Whose consent beforehand it needs; whether it speaks of acts without it.
    case consent(ConsentNode, isMissing: Bool)
    /// Chats that are for all of these.
    case together([Role])
    /// Chats without a stated audience.
    case otherChats
    /// Chats that are for these and nobody else.
    case chatOf([Role])
    /// When the rule speaks.
    case when(TimeWindow)
    /// A part that the act has in steps too.
    case slot(Slot, RuleValue)

    /// Whether it says who acts.
    public var isDoer: Bool {
        switch self {
        case .by, .byHolders, .byParents, .ownGroup: true
        default: false
        }
    }

    /// The attribute that it asks as a condition would.
    public var asks: AttributeForms.Phrase? {
        switch self {
        case .chatOf: .chatOf
        case .byParents: .actorIsParent
        case .slot(.closed, _): .closedChat
        case .author, .together, .byHolders, .towardsHolders, .ofTarget, .oneOfThose, .rate, .consent, .by, .ownGroup, .target, .parentsOfTarget, .otherChats,
            .when,
            .slot:
            nil
        }
    }

    /// A number that parts about the same share.
    fileprivate var kind: UInt8 {
        switch self {
        case .by: 0
        case .ownGroup: 1
        case .target: 2
        case .parentsOfTarget: 3
        case .otherChats: 4
        case .chatOf: 5
        case .byParents: 6
        case .author: 7
        case .together: 8
        case .byHolders: 9
        case .towardsHolders: 10
        case .rate: 11
        case .consent: 12
        case .ofTarget: 198
        case .oneOfThose: 199
        case .when(let window): 200 + window.sort
        case .slot(let slot, _): 13 + slot.rawValue
        }
    }
}

/// What a rule asks of a part of its act; of several values any will do.
public enum RuleValue: Equatable, Sendable {
    case roles([Role])
    /// Kinds of place; names only where there is one kind.
    case places([PlaceKind], names: [String])
    case choices([UInt8])
    case names([String])
    case numbers([Int])
    case duration(Duration)
    case date(Instant, hasTime: Bool)
    /// That the part is there, whatever it is.
    case stated

    /// Lists another value with this one; `false` where they cannot be listed together.
    fileprivate mutating func append(_ other: RuleValue) -> Bool {
        // Each list is let go of before it grows, so that it grows in place.
        if case .roles(var roles) = self, case .roles(let more) = other {
            self = .stated
            roles += more.filter { !roles.contains($0) }
            self = .roles(roles)
        } else if case .choices(var values) = self, case .choices(let more) = other {
            self = .stated
            values += more.filter { !values.contains($0) }
            self = .choices(values)
        } else if case .names(var names) = self, case .names(let more) = other {
            self = .stated
            names += more
            self = .names(names)
        } else if case .numbers(var numbers) = self, case .numbers(let more) = other {
            self = .stated
            numbers += more
            self = .numbers(numbers)
        } else if case .places(var places, var names) = self, case .places(let otherPlaces, let more) = other {
            guard names.isEmpty == more.isEmpty, names.isEmpty || places == otherPlaces else { return false }
            self = .stated
            places += otherPlaces.filter { !places.contains($0) }
            names += more
            self = .places(places, names: names)
        } else {
            return false
        }
        return true
    }
}

/// What a rule narrows its acts to, part by part.
///
/// Invariant: of each kind of part there is one; they are in the order of their kinds, however they stand.
public struct QualifierNode: Sendable {
    public private(set) var parts: [(part: RulePart, span: Span)] = []

    public init() {}

    /// Adds a part; `false` where it is there already and the two cannot be listed together.
    @discardableResult
    public mutating func add(_ part: RulePart, _ span: Span = .none) -> Bool {
        let k = parts.firstIndex { $0.part.kind >= part.kind } ?? parts.count
        guard k < parts.count, parts[k].part.kind == part.kind else {
            parts.insert((part, span), at: k)
            return true
        }
        if case .byHolders(let some) = parts[k].part, case .byHolders(let more) = part {
            parts[k].part = .byHolders(some + more)
            return true
        }
        if case .towardsHolders(let some) = parts[k].part, case .towardsHolders(let more) = part {
            parts[k].part = .towardsHolders(some + more.filter { !some.contains($0) })
            return true
        }
        guard case .slot(let slot, var value) = parts[k].part, case .slot(_, let more) = part else { return false }
        parts[k].part = .slot(slot, .stated)
        let isListed = value.append(more)
        parts[k].part = .slot(slot, value)
        return isListed
    }

    public func span(of part: RulePart) -> Span { parts.first { $0.part.kind == part.kind }?.span ?? .none }

    public func has(_ part: RulePart) -> Bool { parts.contains { $0.part == part } }

    /// Who may, where it is said.
    public var by: [Role]? {
        for case (.by(let roles), _) in parts { return roles }
        return nil
    }

    /// The roles of the policy's own by which somebody may.
    public var holders: [String] {
        for case (.byHolders(let names), _) in parts { return names }
        return []
    }

    public subscript(slot: Slot) -> RuleValue? {
        for case (.slot(slot, let value), _) in parts { return value }
        return nil
    }

    public func roles(_ slot: Slot) -> [Role] { if case .roles(let roles)? = self[slot] { roles } else { [] } }

    public var targets: [Role] { roles(.target) }
    public var audience: [Role] { roles(.audience) }
    public var asRoles: [Role] { roles(.role) }
    public var target: Bool { has(.target) }
    public var parentsOfTarget: Bool { has(.parentsOfTarget) }
    /// Whom it is about, by roles of the policy's own.
    public var towards: [String] {
        for case (.towardsHolders(let names), _) in parts { return names }
        return []
    }
    public var otherChats: Bool { has(.otherChats) }
    public var ownGroup: Bool { has(.ownGroup) }
    public var withSubject: Bool { has(.slot(.subject, .stated)) }
    public var collective: Bool { has(.slot(.collective, .stated)) }

    /// Words of closed sets that narrow the acts.
    public func choices(_ slot: Slot) -> [UInt8] { if case .choices(let values)? = self[slot] { values } else { [] } }

    /// The same with something else in place of a part of the same kind, or without it.
    public func replacing(_ place: Int, with part: RulePart?) -> QualifierNode {
        var out = self
        if let part { out.parts[place].part = part } else { out.parts.remove(at: place) }
        return out
    }

    /// The parts that pass a test.
    public func filter(_ isKept: (RulePart) -> Bool) -> QualifierNode {
        var out = self
        out.parts = parts.filter { isKept($0.part) }
        return out
    }

    public var places: [PlaceKind] { if case .places(let places, _)? = self[.place] { places } else { [] } }
}
