import SfmModel
import SfmTerms

/// What a duty is about that may cease to be; with it the duty lapses.
public enum DutyObject: UInt8, Sendable {
    /// That somebody is a member of the chat.
    case membership
    /// That somebody is blocked there.
    case block
    /// A message that can still be read.
    case message
    /// A link by which one can join.
    case link
    /// A link that nobody has used.
    case unclaimedLink
    /// A request to join that nobody has answered.
    case request
    /// A call, lesson or meeting that is going on.
    case gathering
}

/// Something that somebody has to do: what a rule of a policy came to at one event.
public struct Duty: Sendable {
    /// Which of all duties it is, in the order in which they arose; given by the ledger.
    public internal(set) var id = 0
    /// Which of all deeds that made duties made it.
    public internal(set) var event = 0
    public let clause: ClauseRef
    public let rule: DutyRule
    /// The bearer where it is one person from the start; of a role, the first who had it then.
    public private(set) var person: PersonID
    /// The chat, the person and the thing that the duty is about, where it is about one.
    public let chat: ChatID
    public let target: PersonID
    /// Of whom somebody has to be told.
    public let about: PersonID
    public let item: Item?
    /// The group that "own group" is asked about.
    public let group: GroupID
    /// The group whose class teacher bears it, where it is a class teacher's and about somebody of a group.
    public let led: GroupID
    /// Whose departure made it; as a moderator that person does not bear it.
    public let leaver: PersonID
    public private(set) var since: Instant
    public private(set) var deadline: Instant?
    /// Whether what it is about was there when it arose.
    private(set) var hasObject = false
    /// Whether its term has passed.
    public internal(set) var isBreached = false

    public init(
        clause: ClauseRef, rule: DutyRule, person: PersonID = .absent, chat: ChatID = .absent, target: PersonID = .absent, about: PersonID = .absent,
        item: Item? = nil, group: GroupID = .absent, led: GroupID = .absent, leaver: PersonID = .absent, until: Instant? = nil, in world: World
    ) {
        (self.clause, self.rule, self.chat, self.target, self.item, self.group, self.leaver) = (clause, rule, chat, target, item, group, leaver)
        (self.person, self.about, self.led) = (person, about, led)
        since = world.now
        deadline = until ?? rule.term.flatMap { $0.end(from: world.now, rule.timing.calendar(in: world)) }
        hasObject = objectEnd(in: world) > world.now
    }

    public var act: Int { rule.act }
    public var bearer: Bearer { rule.bearer }
    public var scope: Scope { rule.scope }
    public var parts: [PartTest] { rule.parts }

    /// Whether it is one person's by a role that several have; a moderator's is that of a chat.
    public var isPersonal: Bool {
        guard rule.timing.isEach, person != .absent, case .roles(let roles) = bearer else { return false }
        return !roles.has(.moderator)
    }

    /// The same of somebody else.
    public func of(_ person: PersonID) -> Duty {
        var other = self
        (other.person, other.isBreached) = (person, false)
        return other
    }

    /// Everybody who has its role, in order of appearance.
    public func holders(in world: World) -> [PersonID] { world.present.filter { isHeld(by: $0, in: world) } }

    /// Whether somebody has its role.
    public func isHeld(by person: PersonID, in world: World) -> Bool {
        guard case .roles(let roles) = bearer else { return false }
        return holds(roles, person, world)
    }

    /// The same made by another event.
    func again(at since: Instant, until deadline: Instant?) -> Duty {
        var other = self
        (other.since, other.deadline) = (since, deadline)
        return other
    }

    // MARK: - Who bears it

    /// Who bears it now; `none` is nobody. The duty of a role passes on when its first bearer leaves or has it no longer.
    public func bearer(in world: World) -> PersonID {
        switch bearer {
        case .target, .parents, .actor: return person
        case .roles(let roles) where isPersonal: return holds(roles, person, world) ? person : .absent
        case .roles(let roles):
            let moderator = moderator(roles, world)
            if moderator != .absent { return moderator }
            let others = roles.subtracting(RoleSet(.moderator))
            if others.isEmpty, rule.holders.isEmpty, chat != .absent || roles.isEmpty { return .absent }
            if person != .absent, holds(roles, person, world) { return person }
            return first(of: chat == .absent ? roles : others, in: world)
        }
    }

    /// Whether somebody has it now: the duty of a role is everybody's of that role until one does it.
    public func binds(_ someone: PersonID, in world: World) -> Bool {
        guard someone != .absent else { return false }
        switch bearer {
        case .target, .parents, .actor: return person == someone
        case .roles(let roles) where isPersonal: return person == someone && holds(roles, person, world)
        case .roles(let roles):
            if moderator(roles, world) == someone { return true }
            return holds(chat == .absent ? roles : roles.subtracting(RoleSet(.moderator)), someone, world)
        }
    }

    /// Whether somebody may do it because of the duty: whoever bears it, and of several moderators each.
    func grants(_ someone: PersonID, in world: World) -> Bool {
        if binds(someone, in: world) { return true }
        guard case .roles(let roles) = bearer, roles.has(.moderator), chat != .absent, someone != target, someone != leaver else { return false }
        return world.moderators(of: chat).contains(someone)
    }

    /// A chat's moderator bears neither the duty about himself nor one that his own departure made.
    private func moderator(_ roles: RoleSet, _ world: World) -> PersonID {
        guard roles.has(.moderator), chat != .absent else { return .absent }
        return world.moderators(of: chat).first { $0 != target && $0 != leaver } ?? .absent
    }

    func holds(_ roles: RoleSet, _ person: PersonID, _ world: World) -> Bool {
        guard !world.marks(of: person).isGone else { return false }
        if rule.holders.contains(where: { world.holds($0, person) }) { return true }
        let own = world.roles(of: person).intersection(roles)
        guard !own.isEmpty else { return false }
        // «Классный руководитель» is that of the person's group.
        if led != .absent, own.subtracting(RoleSet(.classTeacher)).isEmpty, !world.belongs(person, to: led, as: RoleSet(.classTeacher)) { return false }
        guard scope.ownGroup else { return true }
        var request = Request(act: act)
        (request.actor, request.group) = (person, group)
        return scope.isOwnGroup(of: own, request, world)
    }

    /// The first, in order of appearance, who has one of some roles.
    public func first(of roles: RoleSet, in world: World) -> PersonID {
        roles.isEmpty && rule.holders.isEmpty ? .absent : world.present.first { holds(roles, $0, world) } ?? .absent
    }

    // MARK: - What meets it

    /// Whether doing the act meets it; what it leaves open may be anything, and so may what the act does not name.
    public func isDischarged(by request: borrowing Request) -> Bool {
        guard act == request.act else { return false }
        switch bearer {
        // What one person has to do nobody does for them.
        case .target, .parents, .actor: if request.actor != person { return false }
        case .roles: if isPersonal, request.actor != person { return false }
        }
        if target != .absent, request.target != target { return false }
        if about != .absent, request.other != about { return false }
        if chat != .absent, request.chat != .absent, request.chat != chat { return false }
        if let item, let named = request.item, named != item { return false }
        return scope.placeFits(request) && parts.hold(request) && (scope.asRoles.isEmpty || request.role.map(scope.asRoles.has) ?? true)
    }

    /// Whether somebody of a role is whom it is about, where it names roles: `add students`.
    public func mayBeAbout(_ person: PersonID, _ roles: RoleSet, in world: World) -> Bool {
        target != .absent || isOfItsGroup(person, world) && rule.mayBeAbout(person, roles, in: world)
    }

    /// Whether it is to tell a class teacher of somebody.
    public var tellsClassTeacher: Bool { about != .absent && scope.targets == RoleSet(.classTeacher) }

    /// «Сообщить классному руководителю о лице»: to that of the person's group, where it has one.
    private func isOfItsGroup(_ person: PersonID, _ world: World) -> Bool {
        guard tellsClassTeacher else { return true }
        let group = world[person: about].group
        return group == .absent || !world.hasClassTeacher(group) || world.belongs(person, to: group, as: RoleSet(.classTeacher))
    }

    // MARK: - What it is about

    /// Whether what it is about was there and is there no longer.
    public func isIdle(in world: World) -> Bool { hasObject && objectEnd(in: world) <= world.now }

    /// Until when what it is about is there, as far as can be seen now; a moment in the past where it is gone.
    func objectEnd(in world: World) -> Instant {
        guard let object = rule.object else { return .never }
        let subject = target != .absent ? target : person
        switch object {
        case .membership:
            return chat == .absent || subject == .absent || world.has(subject, in: chat) ? .never : Self.gone
        case .block:
            guard chat != .absent, subject != .absent else { return .never }
            return world.block(of: subject, in: chat)?.until ?? Self.gone
        case .message:
            guard case .message(let number)? = item, chat != .absent, number >= 1, number <= world[chat: chat].messages.count else { return .never }
            return world[chat: chat].messages[number - 1].isDeleted ? Self.gone : .never
        case .link:
            guard case .link(let id)? = item else { return .never }
            return world[link: id].isServing ? world[link: id].until : Self.gone
        case .unclaimedLink:
            guard case .link(let id)? = item else { return .never }
            return world[link: id].state == .open ? world[link: id].until : Self.gone
        case .request:
            return target == .absent || world[person: target].requested != nil ? .never : Self.gone
        case .gathering:
            return chat == .absent || world[chat: chat].gathering != nil ? .never : Self.gone
        }
    }

    private static let gone = Instant(minutes: .min)
}
