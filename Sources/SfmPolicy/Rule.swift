import SfmModel
import SfmTerms

/// What a rule narrows an act to.
package struct Scope: Equatable, Sendable {
    /// Who may; `nil` is anybody.
    package var by: RoleSet?
    /// The actor's own group only.
    package var ownGroup = false
    package var targets: RoleSet = []
    package var places = ChoiceSet<PlaceKind>()
    package var audience: RoleSet = []
    /// Chats without a stated audience.
    package var otherChats = false
    package var withSubject = false
    package var collective = false
    package var asRoles: RoleSet = []
    package var moods = ChoiceSet<Mood>()
    package var fields = ChoiceSet<SchoolField>()

    package init() {}
}

/// A permission or a prohibition of one act.
package final class Rule: Sendable {
    package enum Effect: Sendable { case permit, forbid }

    package let effect: Effect
    /// The place of the clause in its policy.
    package let clause: Int
    /// The place of the rule in its clause.
    package let position: Int
    package let act: Int
    package let scope: Scope
    /// All must hold.
    package let conditions: [Condition]
    /// The clauses of the lists that the conditions use; cited with the rule's own.
    package let lists: [Int]

    package init(effect: Effect, clause: Int, position: Int, act: Int, scope: Scope, conditions: [Condition], lists: [Int] = []) {
        (self.effect, self.clause, self.position, self.act, self.scope) = (effect, clause, position, act, scope)
        (self.conditions, self.lists) = (conditions, lists)
    }
}

/// Who bears a duty.
package enum Bearer: Equatable, Sendable {
    case roles(RoleSet)
    case target, actor
}

/// A duty as a policy states it; a `Duty` is what arises from it.
package final class DutyRule: Sendable {
    package let clause: Int
    /// The place of the rule in its clause.
    package let position: Int
    package let bearer: Bearer
    package let act: Int
    package let scope: Scope
    /// The acts and events that it arises from; a standing duty has none.
    package let triggers: Set<Int>
    package let triggerScope: Scope
    package let conditions: [Condition]
    package let within: Duration?
    package let concernsTarget: Bool
    package let concernsParents: Bool

    package init(
        clause: Int, position: Int, bearer: Bearer, act: Int, scope: Scope, triggers: Set<Int>, triggerScope: Scope, conditions: [Condition],
        within: Duration?, concernsTarget: Bool, concernsParents: Bool
    ) {
        (self.clause, self.position, self.bearer, self.act, self.scope) = (clause, position, bearer, act, scope)
        (self.triggers, self.triggerScope, self.conditions, self.within) = (triggers, triggerScope, conditions, within)
        (self.concernsTarget, self.concernsParents) = (concernsTarget, concernsParents)
    }

    package var isStanding: Bool { triggers.isEmpty }
}

/// A property of the platform that a clause states.
package final class Statement: Sendable {
    package let clause: Int
    /// The place of the rule in its clause.
    package let position: Int
    package let mechanism: Mechanism
    /// Whose links it speaks of, who may have made them, in which role and where to; empty is any.
    package let audience: RoleSet
    package let from: RoleSet
    package let role: Role?
    package let places: ChoiceSet<PlaceKind>
    package let messenger: String?

    package init(
        clause: Int, position: Int, mechanism: Mechanism, audience: RoleSet, from: RoleSet, role: Role?, places: ChoiceSet<PlaceKind>, messenger: String?
    ) {
        (self.clause, self.position, self.mechanism, self.audience, self.from) = (clause, position, mechanism, audience, from)
        (self.role, self.places, self.messenger) = (role, places, messenger)
    }
}
