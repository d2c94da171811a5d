import SfmModel
import SfmTerms

/// What the two people of an act are to the school and to its chat; worked out once a decision.
///
/// Everything is looked up at once and nothing waits for anything: among a million people each lies in a place of its own, far off.
struct Parties: Sendable {
    let actor: RoleSet
    /// Of somebody whom the act names by a role alone, as a link for a parent, what that role brings with it.
    let target: RoleSet
    /// Whether the chat knows anything of anybody.
    let hasRecords: Bool

    @inline(__always)
    init(_ call: borrowing Call, _ world: borrowing World) {
        hasRecords = call.chat != none && world.hasRecords(call.chat)
        actor = world.roles(of: call.actor, chat: call.chat)
        if call.target != none {
            target = world.roles(of: call.target, chat: call.chat)
        } else if let role = call.role {
            target = RoleSet(role).closed
        } else {
            target = []
        }
    }
}

/// One question about an act and the world, without parts of its own.
enum Probe: BitwiseCopyable, Sendable {
    case count(Attribute, Comparison, Int)
    case duration(Comparison, Duration)
    case flag(Attribute)
    case reason(ChoiceSet<Reason>)
    case mood(ChoiceSet<Mood>)
    case purpose(ChoiceSet<Purpose>)
    case role(RoleSet)
    case targetRole(RoleSet)
    case actorRole(RoleSet)
    /// Whether the act names somebody.
    case target
    /// Whether somebody does it.
    case actor
    /// Whether what the act names is in the list with that place in the code, and whether it passes the test of a part there.
    case listed(Int)
    case part(Int)

    @inline(__always)
    func holds(_ call: borrowing Call, _ world: borrowing World, _ parties: Parties) -> Bool {
        switch self {
        case .count(let attribute, let sign, let n): call.target != none && sign.holds(Self.count(attribute, call, world, parties), n)
        case .duration(let sign, let duration): Self.duration(sign, duration, call, world)
        case .flag(let attribute): Self.flag(attribute, call, world, parties)
        case .reason(let set): if let reason = call.reason { set.contains(reason) } else { false }
        case .mood(let set): set.contains(call.mood)
        case .purpose(let set): if let purpose = call.purpose { set.contains(purpose) } else { false }
        case .role(let set): if let role = call.givenRole { set.has(role) } else { false }
        case .targetRole(let set): call.target != none && !parties.target.isDisjoint(with: set)
        case .actorRole(let set): !parties.actor.isDisjoint(with: set)
        case .target: call.target != none
        case .actor: call.actor != none
        case .listed, .part: preconditionFailure("a list or a part is asked about by the code that holds it")
        }
    }

    @inline(__always)
    static func count(_ attribute: Attribute, _ call: borrowing Call, _ world: borrowing World, _ parties: Parties) -> Int {
        guard parties.hasRecords, call.target != none else { return 0 }
        switch attribute {
        case .violations: return world.violations(of: call.target, in: call.chat)
        case .objections: return world.block(of: call.target, in: call.chat)?.objections.count ?? 0
        default: return 0
        }
    }

    private static func duration(_ sign: Comparison, _ duration: Duration, _ call: borrowing Call, _ world: borrowing World) -> Bool {
        guard let until = call.until else { return false }
        if until == .never { return sign == .greater || sign == .atLeast }
        return sign.holds(until, world.now.adding(duration))
    }

    @inline(__always)
    private static func flag(_ attribute: Attribute, _ call: borrowing Call, _ world: borrowing World, _ parties: Parties) -> Bool {
        switch attribute {
        case .actorVerified: call.actor != none && world.marks(of: call.actor).contains(.verified)
        case .subjectStated: call.subject != none
        case .collective: call.isCollective
        case .acknowledged: call.target != none && parties.hasRecords && world.knowsRules(call.target, in: call.chat)
        case .apologized: call.target != none && parties.hasRecords && world.block(of: call.target, in: call.chat)?.apologized ?? false
        case .verified: call.target != none && world.marks(of: call.target).contains(.verified)
        case .joined: call.target != none && world.marks(of: call.target).contains(.joined)
        case .departed: call.target != none && world.marks(of: call.target).isGone
        case .targetIsActor: call.target != none && call.target == call.actor
        default: encloses(attribute, world)
        }
    }

    /// Questions about the school's application.
    @inline(never)
    private static func encloses(_ attribute: Attribute, _ world: borrowing World) -> Bool {
        guard let application = world.school.application else { return false }
        return switch attribute {
        case .applicationSubmitted: true
        case .orderEnclosed: application.isWhole || application.order != none
        case .questionnaireEnclosed: application.isWhole || application.hasQuestionnaire
        case .phoneGiven: application.isWhole || application.phone != none
        case .emailGiven: application.isWhole || application.email != none
        default: false
        }
    }
}

extension Scope {
    /// Who may: the role, and where the own group is asked for, that it is the actor's.
    func roleFits(_ call: borrowing Call, _ world: borrowing World, _ parties: Parties) -> Bool {
        if let by {
            guard !by.isDisjoint(with: parties.actor) else { return false }
            return isOwnGroup(of: by.intersection(parties.actor), call, world)
        }
        return !ownGroup || world.belongs(call.actor, to: Self.group(call, world))
    }

    /// Whether the act's group is the actor's own, where it has to be, in one of the roles that the actor has.
    func isOwnGroup(of roles: RoleSet, _ call: borrowing Call, _ world: borrowing World) -> Bool {
        guard ownGroup else { return true }
        let group = Self.group(call, world)
        guard call.actor != none, group != none else { return false }
        return world.belongs(call.actor, to: group, as: roles)
    }

    /// The group that "own group" is asked about: the act's, else its chat's.
    private static func group(_ call: borrowing Call, _ world: borrowing World) -> GroupID {
        call.group != none ? call.group : call.chat != none ? world[chat: call.chat].group : none
    }

    func targetFits(_ call: borrowing Call, _ parties: Parties) -> Bool {
        if !targets.isEmpty, targets.isDisjoint(with: parties.target) { return false }
        if asRoles.isEmpty { return true }
        guard let given = call.givenRole else { return false }
        return asRoles.has(given)
    }

    func placeFits(_ call: borrowing Call) -> Bool {
        if !places.isEmpty {
            guard let place = call.place, places.contains(place) else { return false }
        }
        if otherChats, !call.audience.isEmpty { return false }
        if !audience.isEmpty, call.audience.isEmpty || !call.audience.isSubset(of: audience) { return false }
        if withSubject, call.subject == none { return false }
        if collective, !call.isCollective { return false }
        if !moods.isEmpty, !moods.contains(call.mood) { return false }
        if fields.isEmpty { return true }
        guard let field = call.field else { return false }
        return fields.contains(field)
    }
}
