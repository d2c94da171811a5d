import SfmModel
import SfmTerms

/// What calls of one act can look like: which of their parts there are at all.
public struct CallShape: Sendable {
    /// Whether the act may name a person, whether it always does, and whether that person is the doer.
    public var namesTarget = false
    public var alwaysNamesTarget = false
    public var doerIsTarget = false
    public var namesRole = false
    /// Whether somebody does it.
    public var hasDoer = true
    /// Whether it happens in a chat, so that its doer may be the chat's moderator.
    public var hasChat = false
    public var places = ChoiceSet<PlaceKind>()
    public var hasAudience = false
    public var hasSubject = false
    public var hasInitiative = false
    public var hasMood = false
    public var hasField = false
    public var hasAttachments = false
    public var hasPurpose = false
    public var hasTerm = false
    public var hasNumber = false
    /// Names, texts and words that it may have.
    public var parts = ChoiceSet<CallPart>()

    public init() {}

    /// Whether the act has what the test asks about.
    func has(_ test: PartTest) -> Bool {
        switch test {
        case .kinds: parts.contains(.kinds)
        case .words: parts.contains(.word)
        case .forAll: hasAudience
        case .attachments: hasAttachments
        case .purposes: hasPurpose
        case .reasons: parts.contains(.reason)
        case .stated(let part), .named(let part, _): parts.contains(part)
        case .lasts, .until: hasTerm
        case .numbers: hasNumber
        case .tells: hasAudience
        }
    }
}

/// Which acts a scope with its conditions can match, found without a world.
public struct Reach: Sendable {
    public let scope: Scope
    public let conditions: [Condition]

    public init(_ scope: Scope, _ conditions: [Condition]) { (self.scope, self.conditions) = (scope, conditions) }

    /// Why no act of that shape ever matches.
    public enum Gap: Equatable, Sendable {
        case nobody, doer, moderatorWithoutChat, target, role, place, audience, audienceOfOthers, subject, initiative, mood, field, part, group, conditions
    }

    /// Why no act matches, or `nil` where one may.
    public func gap(_ shape: CallShape) -> Gap? {
        if let by = scope.by {
            if by.isEmpty { return .nobody }
            if !shape.hasDoer, !by.has(.anyone) { return .doer }
            if !shape.hasChat, by == RoleSet(.moderator) { return .moderatorWithoutChat }
        }
        if !scope.targets.isEmpty, !shape.namesTarget, !shape.namesRole { return .target }
        if !scope.asRoles.isEmpty, !shape.namesRole { return .role }
        if !scope.places.isEmpty, !scope.places.elements.contains(where: shape.places.contains) { return .place }
        if !scope.audience.isEmpty || scope.otherChats, !shape.hasAudience { return .audience }
        if !scope.audience.isEmpty, scope.otherChats { return .audienceOfOthers }
        if scope.ownGroup, !shape.hasChat, !shape.places.contains(.group) { return .group }
        if scope.withSubject, !shape.hasSubject { return .subject }
        if scope.collective, !shape.hasInitiative { return .initiative }
        if !scope.moods.isEmpty, !shape.hasMood { return .mood }
        if !scope.fields.isEmpty, !shape.hasField { return .field }
        for test in conditions.compactMap(\.partTest) where !shape.has(test) { return .part }
        return isPossible(with: [], shape) ? nil : .conditions
    }

    /// Whether every act that this matches is matched by the other too.
    public func isCovered(by other: Reach, _ shape: CallShape) -> Bool {
        guard scope.isCovered(by: other.scope), shape.hasDoer || !other.conditions.contains(where: \.asksActor) else { return false }
        return other.conditions.allSatisfy { !isPossible(with: [($0, false)], shape) }
    }

    /// Whether an act may pass the scope and the conditions, and the further tests; in doubt it may.
    private func isPossible(with further: [(Condition, Bool)], _ shape: CallShape) -> Bool {
        guard shape.hasDoer || !conditions.contains(where: \.asksActor) else { return false }
        guard let alternatives = Conjunction.product(conditions.map { ($0, true) } + further) else { return true }
        var base = Conjunction(mustName: shape.alwaysNamesTarget || shape.doerIsTarget, mustNotName: !shape.namesTarget)
        if !shape.hasDoer { base.literals.append(Literal(.doer, .roles(RoleSet(.anyone).complement), holds: false)) }
        if let by = scope.by { base.literals.append(Literal(.doer, .roles(by), holds: true)) }
        // Where an act names a role and no person, its targets are judged by the role.
        if !scope.targets.isEmpty, shape.alwaysNamesTarget { base.literals.append(Literal(.person, .roles(scope.targets), holds: true)) }
        if !scope.asRoles.isEmpty { base.literals.append(Literal(.givenRole, .roles(scope.asRoles), holds: true)) }
        if !scope.moods.isEmpty { base.literals.append(Literal(.message, .choice(scope.moods.bits), holds: true)) }
        if scope.withSubject { base.literals.append(Literal(.subject, .flag, holds: true)) }
        if scope.collective { base.literals.append(Literal(.initiative, .flag, holds: true)) }
        return alternatives.contains { base.joined($0).isPossible(doerIsTarget: shape.doerIsTarget) }
    }
}

extension Scope {
    /// Whether every act within this scope is within the other.
    func isCovered(by other: Scope) -> Bool {
        isDoerCovered(by: other) && Self.isCovered(targets, by: other.targets) && Self.isWithin(asRoles, other.asRoles)
            && isWithin(places, other.places) && Self.isWithin(audience, other.audience) && (!other.otherChats || otherChats)
            && (!other.withSubject || withSubject) && (!other.collective || collective) && isWithin(moods, other.moods)
            && isWithin(fields, other.fields)
    }

    private func isDoerCovered(by other: Scope) -> Bool {
        if other.ownGroup { return ownGroup && by == other.by }
        guard let theirs = other.by, !theirs.has(.anyone) else { return true }
        return by.map { !$0.isEmpty && Self.isCovered($0, by: theirs) } ?? false
    }

    /// Whoever has one of these roles has one of the others, by what a role brings along.
    private static func isCovered(_ roles: RoleSet, by others: RoleSet) -> Bool {
        others.isEmpty || !roles.isEmpty && roles.roles.allSatisfy { !RoleSet($0).closed.isDisjoint(with: others) }
    }

    private static func isWithin(_ roles: RoleSet, _ others: RoleSet) -> Bool { others.isEmpty || !roles.isEmpty && roles.isSubset(of: others) }

    private func isWithin<E>(_ some: ChoiceSet<E>, _ others: ChoiceSet<E>) -> Bool { others.isEmpty || !some.isEmpty && some.isSubset(of: others) }
}
