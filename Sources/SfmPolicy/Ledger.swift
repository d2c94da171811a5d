import SfmModel
import SfmTerms

/// Something that somebody has to do.
public struct Duty: Sendable {
    public let clause: ClauseRef
    public let act: Int
    public let bearer: Bearer
    /// The bearer where it is one person from the start.
    public let person: PersonID
    /// The chat and the person that the duty is about, where it is about one.
    public let chat: ChatID
    public let target: PersonID
    /// A message's number, a link or an order.
    public let item: Int32
    public let since: Instant
    public let deadline: Instant?
    public let scope: Scope
    public let parts: [PartTest]
    public var isBreached = false

    /// Who bears it now; `none` is nobody. A chat's moderator does not bear the duty about himself.
    public func bearer(in world: World) -> PersonID {
        switch bearer {
        case .target, .actor: return person
        case .roles(let roles):
            if roles.has(.moderator), chat != none {
                let moderator = world[chat: chat].moderator
                return moderator == target ? none : moderator
            }
            if person != none { return person }
            return Ledger.first(of: roles, in: world)
        }
    }

    /// Whether somebody has it now: the duty of a role is everybody's of that role until one does it.
    public func binds(_ someone: PersonID, in world: World) -> Bool {
        if bearer(in: world) == someone { return true }
        guard case .roles(let roles) = bearer, !roles.has(.moderator), !scope.ownGroup, !world[person: someone].isGone else { return false }
        return !world.roles(of: someone).isDisjoint(with: roles)
    }

    /// Whether somebody of a role is whom it is about, where it names roles: `add students`.
    func isAbout(_ parties: Parties) -> Bool { scope.targets.isEmpty || target != none || !scope.targets.isDisjoint(with: parties.target) }

    /// Whether doing the act discharges it.
    public func isDischarged(by call: borrowing Call) -> Bool {
        guard act == call.act else { return false }
        switch bearer {
        // What one person has to do nobody does for them.
        case .target, .actor: if call.actor != person { return false }
        case .roles: break
        }
        if target != none, call.target != target { return false }
        if chat != none, call.chat != none, call.chat != chat { return false }
        if item != none {
            if call.number != 0 {
                if Int32(call.number) != item { return false }
            } else if call.link != none {
                if call.link != item { return false }
            } else if call.order != none, call.order != item {
                return false
            }
        }
        return scope.placeFits(call) && parts.hold(call) && (scope.asRoles.isEmpty || call.role.map(scope.asRoles.has) ?? true)
    }
}

/// A norm that was broken.
public struct Breach: Sendable {
    /// `nil` where the act had no clause that could have granted it.
    public let clause: ClauseRef
    public let person: PersonID
    public let time: Instant
    /// Done without a right to it, not against a prohibition.
    public let withoutRight: Bool

    public init(clause: ClauseRef, person: PersonID, time: Instant, withoutRight: Bool) {
        (self.clause, self.person, self.time, self.withoutRight) = (clause, person, time, withoutRight)
    }
}

/// The duties that are pending and the breaches that were recorded.
public struct Ledger: Sendable {
    public private(set) var pending: [Duty] = []
    public var breaches: [Breach] = []

    public init() {}

    static func first(of roles: RoleSet, in world: World) -> PersonID {
        world.present.first { !world.roles(of: $0).isDisjoint(with: roles) } ?? none
    }

    /// Adds a duty unless the same one is pending already.
    public mutating func add(_ duty: Duty) {
        let same = pending.contains {
            $0.clause == duty.clause && $0.act == duty.act && $0.chat == duty.chat && $0.target == duty.target && $0.item == duty.item
                && $0.person == duty.person && $0.scope == duty.scope && $0.parts == duty.parts
        }
        if !same { pending.append(duty) }
    }

    /// Removes what an act discharges; the clauses of the duties met, in order.
    public mutating func discharge(_ call: Call, in world: World) -> [Duty] {
        guard !pending.isEmpty else { return [] }
        let parties = Parties(call, world)
        let met = pending.filter { $0.isDischarged(by: call) && $0.isAbout(parties) }
        if !met.isEmpty { pending.removeAll { $0.isDischarged(by: call) && $0.isAbout(parties) } }
        return met
    }

    /// Removes duties that have lost their object, as the annulment of a link that was claimed.
    public mutating func lapse(where gone: (Duty) -> Bool) { pending.removeAll(where: gone) }

    /// Records a breach for every deadline that has passed, in the order of the deadlines.
    public mutating func passDeadlines(in world: World) -> [Breach] {
        var found: [(deadline: Instant, breach: Breach)] = []
        for k in pending.indices where !pending[k].isBreached {
            guard let deadline = pending[k].deadline, deadline < world.now else { continue }
            pending[k].isBreached = true
            let breach = Breach(clause: pending[k].clause, person: pending[k].bearer(in: world), time: deadline, withoutRight: false)
            found.append((deadline, breach))
        }
        // A stable order: insertion order among equal deadlines.
        let sorted = found.enumerated().sorted { ($0.element.deadline, $0.offset) < ($1.element.deadline, $1.offset) }.map(\.element.breach)
        breaches += sorted
        return sorted
    }
}
