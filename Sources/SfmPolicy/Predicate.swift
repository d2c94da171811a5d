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
    init(_ request: borrowing Request, _ world: borrowing World) {
        hasRecords = request.chat != none && world.hasRecords(request.chat)
        actor = world.roles(of: request.actor, chat: request.chat)
        if request.target != none {
            target = world.roles(of: request.target, chat: request.chat)
        } else if let role = request.role {
            target = RoleSet(role).closed
        } else {
            target = []
        }
    }
}

/// One question about an act and the world, without parts of its own.
enum Predicate: BitwiseCopyable, Sendable {
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
    func holds(_ request: borrowing Request, _ world: borrowing World, _ parties: Parties) -> Bool {
        switch self {
        case .count(let attribute, let sign, let n): request.target != none && sign.holds(Self.count(attribute, request, world, parties), n)
        case .duration(let sign, let duration): Self.duration(sign, duration, request, world)
        case .flag(let attribute): Self.flag(attribute, request, world, parties)
        case .reason(let set): if let reason = request.reason { set.contains(reason) } else { false }
        case .mood(let set): set.contains(request.mood)
        case .purpose(let set): if let purpose = request.purpose { set.contains(purpose) } else { false }
        case .role(let set): if let role = request.givenRole { set.has(role) } else { false }
        case .targetRole(let set): request.target != none && !parties.target.isDisjoint(with: set)
        case .actorRole(let set): !parties.actor.isDisjoint(with: set)
        case .target: request.target != none
        case .actor: request.actor != none
        case .listed, .part: preconditionFailure("a list or a part is asked about by the code that holds it")
        }
    }

    @inline(__always)
    static func count(_ attribute: Attribute, _ request: borrowing Request, _ world: borrowing World, _ parties: Parties) -> Int {
        guard parties.hasRecords, request.target != none else { return 0 }
        switch attribute {
        case .violations: return world.violations(of: request.target, in: request.chat)
        case .objections: return world.block(of: request.target, in: request.chat)?.objections.count ?? 0
        default: return 0
        }
    }

    private static func duration(_ sign: Comparison, _ duration: Duration, _ request: borrowing Request, _ world: borrowing World) -> Bool {
        guard let until = request.until else { return false }
        if until == .never { return sign == .greater || sign == .atLeast }
        return sign.holds(until, world.now.adding(duration))
    }

    @inline(__always)
    private static func flag(_ attribute: Attribute, _ request: borrowing Request, _ world: borrowing World, _ parties: Parties) -> Bool {
        switch attribute {
        case .actorVerified: request.actor != none && world.marks(of: request.actor).contains(.verified)
        case .subjectStated: request.subject != none
        case .collective: request.isCollective
        case .acknowledged: request.target != none && parties.hasRecords && world.knowsRules(request.target, in: request.chat)
        case .apologized: request.target != none && parties.hasRecords && world.block(of: request.target, in: request.chat)?.apologized ?? false
        case .verified: request.target != none && world.marks(of: request.target).contains(.verified)
        case .joined: request.target != none && world.marks(of: request.target).contains(.joined)
        case .departed: request.target != none && world.marks(of: request.target).isGone
        case .targetIsActor: request.target != none && request.target == request.actor
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
    func roleFits(_ request: borrowing Request, _ world: borrowing World, _ parties: Parties) -> Bool {
        if let by {
            guard !by.isDisjoint(with: parties.actor) else { return false }
            return isOwnGroup(of: by.intersection(parties.actor), request, world)
        }
        return !ownGroup || world.belongs(request.actor, to: Self.group(request, world))
    }

    /// Whether the act's group is the actor's own, where it has to be, in one of the roles that the actor has.
    func isOwnGroup(of roles: RoleSet, _ request: borrowing Request, _ world: borrowing World) -> Bool {
        guard ownGroup else { return true }
        let group = Self.group(request, world)
        guard request.actor != none, group != none else { return false }
        return world.belongs(request.actor, to: group, as: roles)
    }

    /// The group that "own group" is asked about: the act's, else its chat's.
    private static func group(_ request: borrowing Request, _ world: borrowing World) -> GroupID {
        request.group != none ? request.group : request.chat != none ? world[chat: request.chat].group : none
    }

    func targetFits(_ request: borrowing Request, _ parties: Parties) -> Bool {
        if !targets.isEmpty, targets.isDisjoint(with: parties.target) { return false }
        if asRoles.isEmpty { return true }
        guard let given = request.givenRole else { return false }
        return asRoles.has(given)
    }

    func placeFits(_ request: borrowing Request) -> Bool {
        if !places.isEmpty {
            guard let place = request.place, places.contains(place) else { return false }
        }
        if otherChats, !request.audience.isEmpty { return false }
        if !audience.isEmpty, request.audience.isEmpty || !request.audience.isSubset(of: audience) { return false }
        if withSubject, request.subject == none { return false }
        if collective, !request.isCollective { return false }
        if !moods.isEmpty, !moods.contains(request.mood) { return false }
        if fields.isEmpty { return true }
        guard let field = request.field else { return false }
        return fields.contains(field)
    }
}
