import SfmModel
import SfmTerms

/// What the two people of an act are to the school and to its chat; worked out once a decision.
///
/// Everything is looked up at once and nothing waits for anything: among a million people each lies in a place of its own, far off.
public struct Parties: Sendable {
    public let actor: RoleSet
    /// Of somebody whom the act names by a role alone, as a link for a parent, what that role brings with it.
    public let target: RoleSet
    /// Whether the chat knows anything of anybody.
    public let hasRecords: Bool

    @inline(__always)
    init(_ request: borrowing Request, _ world: borrowing World) {
        hasRecords = request.chat != .absent && world.hasRecords(request.chat)
        actor = world.roles(of: request.actor, chat: request.chat)
        if request.target != .absent {
            target = world.roles(of: request.target, chat: request.chat)
        } else if let role = request.role {
            target = RoleSet(role).closed
        } else {
            target = []
        }
    }
}
