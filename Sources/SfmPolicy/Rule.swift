import SfmModel
import SfmTerms

/// What a rule narrows an act to.
public struct Scope: Hashable, Sendable, BitwiseCopyable {
    /// Who may; `nil` is anybody.
    public var by: RoleSet?
    /// The actor's own group only.
    public var ownGroup = false
    public var targets: RoleSet = []
    public var places = ChoiceSet<PlaceKind>()
    public var audience: RoleSet = []
    /// Chats without a stated audience.
    public var otherChats = false
    public var withSubject = false
    public var collective = false
    public var asRoles: RoleSet = []
    public var moods = ChoiceSet<Mood>()
    public var fields = ChoiceSet<SchoolField>()

    public init() {}
}

/// A permission or a prohibition of one act.
public final class Rule: Sendable {
    public enum Effect: Sendable { case permit, forbid }

    public let effect: Effect
    /// The place of the clause in its policy.
    public let clause: Int
    /// The place of the rule in its clause.
    public let position: Int
    public let act: Int
    public let scope: Scope
    /// All must hold.
    public let conditions: [Condition]
    /// The clauses of the lists that the conditions use; cited with the rule's own.
    public let lists: [Int]
    /// Under which name its own deeds are counted, where it says how often is too often.
    public let rateName: String?

    public init(
        effect: Effect, clause: Int, position: Int, act: Int, scope: Scope, conditions: [Condition], lists: [Int] = [], rateName: String? = nil
    ) {
        self.rateName = rateName
        (self.effect, self.clause, self.position, self.act, self.scope) = (effect, clause, position, act, scope)
        (self.conditions, self.lists) = (conditions, lists)
    }
}

/// Who bears a duty.
public enum Bearer: Hashable, Sendable {
    case roles(RoleSet)
    /// The person concerned, each parent of that person, whoever acts.
    case target, parents, actor
}

/// Those of some roles, of the language or of the policy's own: whoever has one of them.
public struct Addressees: Hashable, Sendable {
    public let roles: RoleSet
    public let holders: [Text]

    public init(roles: RoleSet = [], holders: [Text] = []) { (self.roles, self.holders) = (roles, holders) }

    public var isEmpty: Bool { roles.isEmpty && holders.isEmpty }

    /// Whether somebody who has these roles is one of them.
    func has(_ person: PersonID, _ own: RoleSet, in world: World) -> Bool {
        !roles.isDisjoint(with: own) || holders.contains { world.holds($0, person) }
    }
}

/// Those whom a rule is towards, a duty each, which share it: whoever is several of them is meant where the first of these stands.
public final class AddresseeList: Hashable, Sendable {
    public let all: [Addressees]

    public init(_ all: [Addressees]) { self.all = all }

    /// Where somebody who has these roles stands; `nil` where they are none of them.
    func place(of person: PersonID, _ own: RoleSet, in world: World) -> Int? { all.firstIndex { $0.has(person, own, in: world) } }

    public static func == (a: AddresseeList, b: AddresseeList) -> Bool { a === b || a.all == b.all }

    public func hash(into hasher: inout Hasher) { hasher.combine(all) }
}

/// A duty as a policy states it; a `Duty` is what arises from it.
public final class DutyRule: Sendable {
    public let clause: Int
    /// The place of the rule in its clause.
    public let position: Int
    public let bearer: Bearer
    public let act: Int
    public let scope: Scope
    /// The acts and events that it arises from; a standing duty has none.
    public let triggers: Set<Int>
    public let triggerScope: Scope
    public let conditions: [Condition]
    /// When it is borne, and until when.
    public let timing: DutyTiming
    public let concernsTarget: Bool
    public let concernsParents: Bool
    /// Whether it is about whoever wrote the message of the event.
    public let concernsAuthor: Bool
    /// Whether its act tells somebody of the person whom the event is about.
    public let tellsOfTarget: Bool
    /// Roles of the policy's own, beside those of the bearer, by which somebody bears it.
    public let holders: [Text]
    /// Whom its act may be about, where roles of the policy's own are among them.
    public let towards: Addressees
    /// All whom the rule names, and where those of this duty stand among them; `nil` where it names nobody else.
    public let (list, place): (AddresseeList?, Int)
    /// Whether its act is done in a chat, of which whom it is about has to be a member.
    public let isInChat: Bool
    /// What its act needs to be there.
    public let object: DutyObject?
    /// What the act must be beside its scope: `post in channel "…"`.
    public let parts: [PartTest]

    public init(
        clause: Int, position: Int, bearer: Bearer, act: Int, scope: Scope, triggers: Set<Int>, triggerScope: Scope, conditions: [Condition],
        timing: DutyTiming = DutyTiming(), concernsTarget: Bool, concernsParents: Bool, concernsAuthor: Bool = false, tellsOfTarget: Bool = false,
        holders: [Text] = [], towards: Addressees = Addressees(), list: AddresseeList? = nil, place: Int = 0,
        isInChat: Bool = true, object: DutyObject? = nil, parts: [PartTest] = []
    ) {
        (self.clause, self.position, self.bearer, self.act, self.scope) = (clause, position, bearer, act, scope)
        (self.triggers, self.triggerScope, self.conditions, self.timing) = (triggers, triggerScope, conditions, timing)
        (self.concernsTarget, self.concernsParents, self.object, self.parts) = (concernsTarget, concernsParents, object, parts)
        (self.concernsAuthor, self.tellsOfTarget, self.holders, self.towards) = (concernsAuthor, tellsOfTarget, holders, towards)
        (self.list, self.place, self.isInChat) = (list, place, isInChat)
    }

    /// Whether it grants its act at any time: it arises from no event, or comes again and again.
    public var isStanding: Bool { triggers.isEmpty && timing.occasion.isStanding }

    public var term: Deadline? { timing.term }

    /// Whether its act may be about somebody of these roles, where it names roles.
    public func mayBeAbout(_ person: PersonID, _ roles: RoleSet, in world: World) -> Bool {
        (scope.targets.isEmpty || !scope.targets.isDisjoint(with: roles)) && isTowards(person, roles, in: world)
    }

    /// Whether its act may be about somebody of these roles, where roles of the policy's own are named.
    func isTowards(_ person: PersonID, _ roles: RoleSet, in world: World) -> Bool { towards.isEmpty || towards.has(person, roles, in: world) }

    /// Whom its act may be about, where it says so.
    public var addressees: Addressees { towards.isEmpty ? Addressees(roles: scope.targets) : towards }

    /// Whether it is about somebody of a role beside the parents of whom its event befell: «сообщить директору и родителям лица».
    var namesOthers: Bool { concernsParents && !concernsTarget && (!scope.targets.isEmpty || !towards.isEmpty) }

    /// Whether another rule says the same beside when, where and about what it is said.
    public func isAboutTheSame(as other: DutyRule) -> Bool {
        concernsTarget == other.concernsTarget && concernsParents == other.concernsParents && concernsAuthor == other.concernsAuthor
            && tellsOfTarget == other.tellsOfTarget && holders == other.holders && towards == other.towards && place == other.place
            && list == other.list
    }
}

/// A property of the platform that a clause states.
public final class Statement: Sendable {
    public let clause: Int
    /// The place of the rule in its clause.
    public let position: Int
    public let mechanism: Mechanism
    /// Whose links it speaks of, who may have made them, in which role and where to; empty is any.
    public let audience: RoleSet
    public let from: RoleSet
    public let role: Role?
    public let places: ChoiceSet<PlaceKind>
    public let messenger: String?

    public init(
        clause: Int, position: Int, mechanism: Mechanism, audience: RoleSet, from: RoleSet, role: Role?, places: ChoiceSet<PlaceKind>, messenger: String?
    ) {
        (self.clause, self.position, self.mechanism, self.audience, self.from) = (clause, position, mechanism, audience, from)
        (self.role, self.places, self.messenger) = (role, places, messenger)
    }
}
