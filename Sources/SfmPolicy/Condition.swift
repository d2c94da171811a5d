import SfmModel
import SfmTerms

/// Tests on the act and the world, joined and denied.
public indirect enum Condition: Equatable, Sendable {
    case and([Condition])
    case or([Condition])
    case not(Condition)
    case test(Predicate)

    /// The part that the rule names beside its act: `with photo`.
    public static func part(_ test: PartTest) -> Condition { .test(Predicate(test)) }

    /// The test of a part, where it is nothing else.
    public var partTest: PartTest? { if case .test(let predicate) = self, case .part(let test) = predicate.operand { test } else { nil } }

    /// A condition on the actor, and one that contains it, never matches what nobody does.
    public func holds(_ c: borrowing Context) -> Bool { (c.request.actor != .absent || !asksActor) && matches(c) }

    private func matches(_ c: borrowing Context) -> Bool {
        switch self {
        case .and(let parts): parts.allSatisfy { $0.matches(c) }
        case .or(let parts): parts.contains { $0.matches(c) }
        // A condition on the target never matches an act that names no person, negated or not.
        // One on an age holds neither way where the date of birth is not known.
        case .not(let inner): (!inner.asksTarget || c.request.target != .absent) && inner.knowsAges(c) && !inner.matches(c)
        case .test(let predicate): c.holds(predicate)
        }
    }

    /// The condition with everything settled but what the deed itself changes.
    func settled(in c: Context) -> Condition {
        if asksActor, c.request.actor == .absent { return .or([]) }
        switch self {
        case .and(let parts): return .and(parts.map { $0.settled(in: c) })
        case .or(let parts): return .or(parts.map { $0.settled(in: c) })
        case .not(let inner):
            return inner.asksTarget && c.request.target == .absent || !inner.knowsAges(c) ? .or([]) : .not(inner.settled(in: c))
        case .test(let predicate): return predicate.countsTheDeed ? self : matches(c) ? .and([]) : .or([])
        }
    }

    /// The parts by which it holds: of alternatives only those that do.
    public func holding(in context: Context) -> [Condition] {
        switch self {
        case .and(let parts): parts.flatMap { $0.holding(in: context) }
        case .or(let parts): parts.filter { $0.holds(context) }.flatMap { $0.holding(in: context) }
        case .not, .test: [self]
        }
    }

    /// How many questions it comes to.
    var size: Int {
        switch self {
        case .and(let parts), .or(let parts): parts.reduce(1) { $0 + $1.size }
        case .not(let inner): inner.size
        case .test(let predicate): predicate.size
        }
    }

    // MARK: - What it asks

    /// Whether one of its tests is such.
    public func contains(where isSuch: (Predicate) -> Bool) -> Bool {
        switch self {
        case .and(let parts), .or(let parts): parts.contains { $0.contains(where: isSuch) }
        case .not(let inner): inner.contains(where: isSuch)
        case .test(let predicate): isSuch(predicate)
        }
    }

    /// The first of its tests.
    public var first: Predicate? {
        switch self {
        case .and(let parts), .or(let parts): parts.lazy.compactMap(\.first).first
        case .not(let inner): inner.first
        case .test(let predicate): predicate
        }
    }

    /// All of its tests.
    public var predicates: [Predicate] {
        switch self {
        case .and(let parts), .or(let parts): parts.flatMap(\.predicates)
        case .not(let inner): inner.predicates
        case .test(let predicate): [predicate]
        }
    }

    public func asks(_ attribute: AttributeID) -> Bool { contains { $0.attribute == attribute } }

    /// Whether the condition, or a part of it, is about who acts.
    public var asksActor: Bool { contains { $0.concerns.contains(.actor) } }

    /// Whether the condition is about the person that the act names.
    var asksTarget: Bool { contains { $0.concerns.contains(.target) } }

    /// Whether it asks what a part of the act is.
    var asksPart: Bool { contains(where: \.asksTexts) }

    /// Whether it is an act that the rule speaks of: of a policy's own acts each is another.
    func means(_ request: borrowing Request) -> Bool { if case .words? = partTest { partTest?.holds(request) ?? true } else { true } }

    /// Whether the deed that a duty arises from changes what it asks.
    public var countsTheDeed: Bool { contains(where: \.countsTheDeed) }
}

extension [Condition] {
    /// Whether the act is one that a rule with these conditions speaks of at all.
    func mean(_ request: Request) -> Bool { allSatisfy { $0.means(request) } }
}
