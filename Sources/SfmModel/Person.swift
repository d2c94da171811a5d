import SfmTerms

/// Somebody who has to do with the school.
package struct Person: Sendable {
    /// Where somebody stands with the school and the platform.
    package struct Marks: OptionSet, Sendable {
        package let rawValue: UInt16
        package init(rawValue: UInt16) { self.rawValue = rawValue }

        /// Has joined the school on the platform.
        package static let joined = Marks(rawValue: 1)
        package static let verified = Marks(rawValue: 2)
        package static let departed = Marks(rawValue: 4)
        package static let dismissed = Marks(rawValue: 8)
        package static let signedIn = Marks(rawValue: 16)
        package static let hacked = Marks(rawValue: 32)
        package static let accountShared = Marks(rawValue: 64)
        package static let falseData = Marks(rawValue: 128)
    }

    package let name: NameID
    /// What the person is by fact or appointment; what follows from it is `World.roles(of:)`.
    package var roles: RoleSet
    package var marks: Marks = []
    /// A student's group.
    package internal(set) var group: GroupID = none
    /// A parent's children.
    package internal(set) var children: [PersonID] = []
    /// A student's parents.
    package internal(set) var parents: [PersonID] = []
    /// The groups whose class teacher this is.
    package internal(set) var leads: [GroupID] = []
    /// What a subject teacher teaches, and whom.
    package internal(set) var teaches: [(subject: NameID, group: GroupID)] = []
    /// Every chat that has a record of the person, in the order in which they began.
    package var chats: [ChatID] = []
    /// The role in an open request to join the school.
    package var requested: Role?

    package init(name: NameID, roles: RoleSet) { (self.name, self.roles) = (name, roles) }

    package var isGone: Bool { !marks.isDisjoint(with: [.departed, .dismissed]) }
}
