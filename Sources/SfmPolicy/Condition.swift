import SfmModel
import SfmTerms

/// A test on the act and the world, typed when the policy was compiled.
public indirect enum Condition: Equatable, Sendable {
    case and([Condition])
    case or([Condition])
    case not(Condition)
    case count(Attribute, Comparison, Int)
    case duration(Comparison, Duration)
    case flag(Attribute)
    case reason(ChoiceSet<Reason>)
    case mood(ChoiceSet<Mood>)
    case purpose(ChoiceSet<Purpose>)
    case role(RoleSet)
    case targetRole(RoleSet)
    case actorRole(RoleSet)
    /// One of a list's items; the list goes by its clause's title.
    case listed(name: Text, items: [String])
    /// The part that the rule names beside its act: `with photo`.
    case part(PartTest)

    /// A condition on the actor, and one that contains it, never matches what nobody does.
    public func holds(_ c: borrowing Context) -> Bool { (c.request.actor != none || !asksActor) && matches(c) }

    private func matches(_ c: borrowing Context) -> Bool {
        switch self {
        case .and(let parts): return parts.allSatisfy { $0.matches(c) }
        case .or(let parts): return parts.contains { $0.matches(c) }
        // A condition on the target never matches an act that names no person, negated or not.
        case .not(let inner): return (!inner.asksTarget || c.request.target != none) && !inner.matches(c)
        case .listed(_, let items):
            guard let listed = c.request.listed.map(Self.folded) else { return false }
            return items.contains { Self.folded($0) == listed }
        case .part(let test): return test.holds(c.request)
        default: return predicate.map(c.holds) ?? false
        }
    }

    /// The condition with everything settled but how many violations there are.
    func settled(in c: Context) -> Condition {
        if asksActor, c.request.actor == none { return .or([]) }
        switch self {
        case .count(.violations, _, _): return self
        case .and(let parts): return .and(parts.map { $0.settled(in: c) })
        case .or(let parts): return .or(parts.map { $0.settled(in: c) })
        case .not(let inner): return inner.asksTarget && c.request.target == none ? .or([]) : .not(inner.settled(in: c))
        default: return matches(c) ? .and([]) : .or([])
        }
    }

    /// The question that a condition without parts of its own asks; a list is asked about where its items are at hand.
    var predicate: Predicate? {
        switch self {
        case .count(let attribute, let sign, let n): .count(attribute, sign, n)
        case .duration(let sign, let duration): .duration(sign, duration)
        case .flag(let attribute): .flag(attribute)
        case .reason(let set): .reason(set)
        case .mood(let set): .mood(set)
        case .purpose(let set): .purpose(set)
        case .role(let set): .role(set)
        case .targetRole(let set): .targetRole(set)
        case .actorRole(let set): .actorRole(set)
        case .and, .or, .not, .listed, .part: nil
        }
    }

    /// How many questions it comes to; of a list each item is one.
    var size: Int {
        switch self {
        case .and(let parts), .or(let parts): parts.reduce(1) { $0 + $1.size }
        case .not(let inner): inner.size
        case .listed(_, let items): items.count
        case .count, .duration, .flag, .reason, .mood, .purpose, .role, .targetRole, .actorRole, .part: 1
        }
    }

    static func folded(_ text: String) -> String { text.lowercased() }

    /// Whether the condition asks about an attribute.
    public func asks(_ attribute: Attribute) -> Bool {
        switch self {
        case .and(let parts), .or(let parts): parts.contains { $0.asks(attribute) }
        case .not(let inner): inner.asks(attribute)
        case .count(let asked, _, _), .flag(let asked): asked == attribute
        case .duration: attribute == .duration
        case .reason: attribute == .reason
        case .mood: attribute == .mood
        case .purpose: attribute == .purpose
        case .role: attribute == .role
        case .targetRole: attribute == .targetRole
        case .actorRole: attribute == .actorRole
        case .listed: attribute == .messenger || attribute == .channel
        case .part: false
        }
    }

    /// The parts by which it holds: of alternatives only those that do.
    public func holding(in context: Context) -> [Condition] {
        switch self {
        case .and(let parts): parts.flatMap { $0.holding(in: context) }
        case .or(let parts): parts.filter { $0.holds(context) }.flatMap { $0.holding(in: context) }
        default: [self]
        }
    }

    /// Whether the condition, or a part of it, is about who acts.
    public var asksActor: Bool {
        switch self {
        case .and(let parts), .or(let parts): parts.contains(where: \.asksActor)
        case .not(let inner): inner.asksActor
        case .flag(let a): a == .actorVerified || a == .targetIsActor
        case .actorRole: true
        case .count, .duration, .reason, .mood, .purpose, .role, .targetRole, .listed, .part: false
        }
    }

    /// Whether it asks what a part of the act is.
    var asksPart: Bool {
        switch self {
        case .and(let parts), .or(let parts): parts.contains(where: \.asksPart)
        case .not(let inner): inner.asksPart
        case .part: true
        default: false
        }
    }

    /// Whether the condition is about the person that the act names.
    var asksTarget: Bool {
        switch self {
        case .and(let parts), .or(let parts): parts.contains(where: \.asksTarget)
        case .not(let inner): inner.asksTarget
        case .count, .targetRole: true
        case .flag(let a): a.isAboutTarget
        default: false
        }
    }
}

extension Attribute {
    /// Whether a yes-or-no attribute is one of the person that the act names.
    public var isAboutTarget: Bool {
        switch self {
        case .applicationSubmitted, .orderEnclosed, .questionnaireEnclosed, .phoneGiven, .emailGiven, .subjectStated, .collective, .actorVerified: false
        default: true
        }
    }
}

/// What conditions and scopes are matched against where an answer is explained; roles are worked out once.
public struct Context {
    public let world: World
    public let request: Request
    let parties: Parties

    public init(world: World, request: Request) { (self.world, self.request, parties) = (world, request, Parties(request, world)) }

    public var actorRoles: RoleSet { parties.actor }

    func holds(_ predicate: Predicate) -> Bool { predicate.holds(request, world, parties) }

    public func count(_ attribute: Attribute) -> Int { Predicate.count(attribute, request, world, parties) }

    func roleFits(_ scope: Scope) -> Bool { scope.roleFits(request, world, parties) }

    public func targetFits(_ scope: Scope) -> Bool { scope.targetFits(request, parties) }

    public func placeFits(_ scope: Scope) -> Bool { scope.placeFits(request) }

    public func matches(_ scope: Scope) -> Bool { roleFits(scope) && targetFits(scope) && placeFits(scope) }

    public func matches(_ rule: Rule) -> Bool { matches(rule.scope) && rule.conditions.allSatisfy { $0.holds(self) } }
}
