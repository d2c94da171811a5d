import SfmModel
import SfmTerms

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
        guard request.actor != .absent, group != .absent else { return false }
        return world.belongs(request.actor, to: group, as: roles)
    }

    /// The group that "own group" is asked about: the act's, else its chat's.
    private static func group(_ request: borrowing Request, _ world: borrowing World) -> GroupID {
        request.group != .absent ? request.group : request.chat != .absent ? world[chat: request.chat].group : .absent
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
        if withSubject, request.subject == .absent { return false }
        if collective, !request.isCollective { return false }
        if !moods.isEmpty, !moods.contains(request.mood) { return false }
        if fields.isEmpty { return true }
        guard let field = request.field else { return false }
        return fields.contains(field)
    }
}
