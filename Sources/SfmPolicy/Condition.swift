import SfmModel
import SfmTerms

/// A test on the act and the world, typed when the policy was compiled.
package indirect enum Condition: Equatable, Sendable {
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

    package func holds(_ c: borrowing Context) -> Bool {
        switch self {
        case .and(let parts): return parts.allSatisfy { $0.holds(c) }
        case .or(let parts): return parts.contains { $0.holds(c) }
        // A condition on the target never matches an act that names no person, negated or not.
        case .not(let inner): return (!inner.asksTarget || c.call.target != none) && !inner.holds(c)
        case .count(let attribute, let sign, let n):
            return c.call.target != none && sign.holds(c.count(attribute), n)
        case .duration(let sign, let duration):
            guard let until = c.call.until else { return false }
            if until == .never { return sign == .greater || sign == .atLeast }
            return sign.holds(until, c.world.now.adding(duration))
        case .flag(let attribute): return c.flag(attribute)
        case .reason(let set): return c.call.reason.map(set.contains) ?? false
        case .mood(let set): return set.contains(c.call.mood)
        case .purpose(let set): return c.call.purpose.map(set.contains) ?? false
        case .role(let set): return c.call.givenRole.map(set.has) ?? false
        case .targetRole(let set): return c.call.target != none && !c.targetRoles.isDisjoint(with: set)
        case .actorRole(let set): return !c.actorRoles.isDisjoint(with: set)
        case .listed(_, let items):
            guard let listed = c.call.listed else { return false }
            return items.contains { Self.folded($0) == Self.folded(listed) }
        }
    }

    private static func folded(_ text: String) -> String { text.lowercased() }

    /// Whether the condition asks about an attribute.
    package func asks(_ attribute: Attribute) -> Bool {
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
        }
    }

    /// The parts by which it holds: of alternatives only those that do.
    package func holding(in context: Context) -> [Condition] {
        switch self {
        case .and(let parts): parts.flatMap { $0.holding(in: context) }
        case .or(let parts): parts.filter { $0.holds(context) }.flatMap { $0.holding(in: context) }
        default: [self]
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
    package var isAboutTarget: Bool {
        switch self {
        case .applicationSubmitted, .orderEnclosed, .questionnaireEnclosed, .phoneGiven, .emailGiven, .subjectStated, .collective, .actorVerified: false
        default: true
        }
    }
}

/// What conditions and scopes are matched against; roles are worked out once.
package struct Context {
    package let world: World
    package let call: Call
    package let actorRoles: RoleSet
    package let targetRoles: RoleSet

    package init(world: World, call: Call) {
        (self.world, self.call) = (world, call)
        actorRoles = world.roles(of: call.actor, chat: call.chat)
        targetRoles =
            call.target == none ? call.role.map { RoleSet($0).closed } ?? [] : world.roles(of: call.target, chat: call.chat)
    }

    private var record: ChatRecord? { call.chat == none || call.target == none ? nil : world[chat: call.chat][call.target] }

    package func count(_ attribute: Attribute) -> Int {
        switch attribute {
        case .violations: Int(record?.violations ?? 0)
        case .objections: call.chat == none || call.target == none ? 0 : world.block(of: call.target, in: call.chat)?.objections.count ?? 0
        default: 0
        }
    }

    package func flag(_ attribute: Attribute) -> Bool {
        switch attribute {
        case .applicationSubmitted: return world.school.application != nil
        case .orderEnclosed: return world.school.application.map { $0.isWhole || $0.order != none } ?? false
        case .questionnaireEnclosed: return world.school.application.map { $0.isWhole || $0.hasQuestionnaire } ?? false
        case .phoneGiven: return world.school.application.map { $0.isWhole || $0.phone != none } ?? false
        case .emailGiven: return world.school.application.map { $0.isWhole || $0.email != none } ?? false
        case .actorVerified: return call.actor != none && world[person: call.actor].marks.contains(.verified)
        case .subjectStated: return call.subject != none
        case .collective: return call.isCollective
        default: break
        }
        guard call.target != none else { return false }
        switch attribute {
        case .acknowledged: return record?.knowsRules ?? false
        case .apologized: return call.chat != none && world.block(of: call.target, in: call.chat)?.apologized ?? false
        case .verified: return world[person: call.target].marks.contains(.verified)
        case .joined: return world[person: call.target].marks.contains(.joined)
        case .departed: return world[person: call.target].isGone
        case .targetIsActor: return call.target == call.actor
        default: return false
        }
    }

    /// The group that "own group" is asked about: the act's, else its chat's.
    var group: GroupID { call.group != none ? call.group : call.chat != none ? world[chat: call.chat].group : none }

    package func roleFits(_ scope: Scope) -> Bool {
        guard let by = scope.by else { return !scope.ownGroup || world.belongs(call.actor, to: group) }
        guard !by.isDisjoint(with: actorRoles) else { return false }
        guard scope.ownGroup else { return true }
        guard call.actor != none, group != none else { return false }
        return by.has(.classTeacher) && world[person: call.actor].leads.contains(group) || (!by.has(.classTeacher) && world.belongs(call.actor, to: group))
    }

    package func targetFits(_ scope: Scope) -> Bool {
        if !scope.targets.isEmpty, scope.targets.isDisjoint(with: targetRoles) { return false }
        return scope.asRoles.isEmpty || call.givenRole.map(scope.asRoles.has) ?? false
    }

    package func placeFits(_ scope: Scope) -> Bool {
        if !scope.places.isEmpty, !(call.place.map(scope.places.contains) ?? false) { return false }
        if scope.otherChats, !call.audience.isEmpty { return false }
        if !scope.audience.isEmpty, call.audience.isEmpty || !call.audience.isSubset(of: scope.audience) { return false }
        if scope.withSubject, call.subject == none { return false }
        if scope.collective, !call.isCollective { return false }
        if !scope.moods.isEmpty, !scope.moods.contains(call.mood) { return false }
        return scope.fields.isEmpty || call.field.map(scope.fields.contains) ?? false
    }

    package func matches(_ scope: Scope) -> Bool { roleFits(scope) && targetFits(scope) && placeFits(scope) }

    package func matches(_ rule: Rule) -> Bool { matches(rule.scope) && rule.conditions.allSatisfy { $0.holds(self) } }
}
