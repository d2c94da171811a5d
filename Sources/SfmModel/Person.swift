import SfmTerms

/// Somebody who has to do with the school.
public struct Person: Sendable {
    /// Where somebody stands with the school and the platform.
    public struct Marks: OptionSet, Sendable {
        public let rawValue: UInt16
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// Has joined the school on the platform.
        public static let joined = Marks(rawValue: 1)
        public static let verified = Marks(rawValue: 2)
        public static let departed = Marks(rawValue: 4)
        public static let dismissed = Marks(rawValue: 8)
        public static let signedIn = Marks(rawValue: 16)
        public static let hacked = Marks(rawValue: 32)
        public static let accountShared = Marks(rawValue: 64)
        public static let falseData = Marks(rawValue: 128)
    }

    public let name: NameID
    /// What the person is by fact or appointment; what follows from it is `standing`.
    public var roles: RoleSet { didSet { settle() } }
    public var marks: Marks = [] { didSet { settle() } }
    /// A student's group.
    public internal(set) var group: GroupID = none
    /// A parent's children.
    public internal(set) var children: [PersonID] = []
    /// A student's parents.
    public internal(set) var parents: [PersonID] = []
    /// The groups whose class teacher this is.
    public internal(set) var leads: [GroupID] = [] { didSet { settle() } }
    /// What a subject teacher teaches, and whom.
    public internal(set) var teaches: [(subject: NameID, group: GroupID)] = [] { didSet { settle() } }
    /// Every chat that has a record of the person, in the order in which they began.
    public var chats: [ChatID] = []
    /// The role in an open request to join the school.
    public var requested: Role?

    /// Everything the person is apart from any chat: facts, appointments and what follows from them.
    public private(set) var standing: RoleSet

    public init(name: NameID, roles: RoleSet) {
        (self.name, self.roles) = (name, roles)
        standing = roles.closed
    }

    /// Decisions ask far more often than anything changes.
    private mutating func settle() {
        var all = roles
        if !leads.isEmpty { all.formUnion(RoleSet(.classTeacher)) }
        if !teaches.isEmpty { all.formUnion(RoleSet(.subjectTeacher)) }
        if marks.contains(.joined) { all.formUnion(RoleSet(.participant)) }
        standing = all.closed
    }

    public var isGone: Bool { !marks.isDisjoint(with: [.departed, .dismissed]) }
}
