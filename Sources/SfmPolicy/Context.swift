import SfmModel
import SfmTerms

/// What conditions and scopes are matched against where an answer is explained; roles are worked out once.
public struct Context {
    public let world: World
    public let request: Request
    let parties: Parties

    public init(world: World, request: Request) { (self.world, self.request, parties) = (world, request, Parties(request, world)) }

    public var actorRoles: RoleSet { parties.actor }

    func holds(_ predicate: Predicate) -> Bool { predicate.holds(request, world, parties) }

    func roleFits(_ scope: Scope) -> Bool { scope.roleFits(request, world, parties) }

    public func targetFits(_ scope: Scope) -> Bool { scope.targetFits(request, parties) }

    public func placeFits(_ scope: Scope) -> Bool { scope.placeFits(request) }

    public func matches(_ scope: Scope) -> Bool { roleFits(scope) && targetFits(scope) && placeFits(scope) }

    public func matches(_ rule: Rule) -> Bool { matches(rule.scope) && rule.conditions.allSatisfy { $0.holds(self) } }
}
