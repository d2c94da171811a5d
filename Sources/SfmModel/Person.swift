import SfmTerms

/// Somebody who has to do with the school.
public struct Person: Sendable {
    /// Where somebody stands with the school and the platform.
    public struct Marks: OptionSet, Sendable, BitwiseCopyable {
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
        /// Is named in an issued order as whom it appoints.
        public static let appointedByOrder = Marks(rawValue: 256)

        /// Whether the person has left the school, as a student or as an employee.
        public var isGone: Bool { rawValue & (Self.departed.rawValue | Self.dismissed.rawValue) != 0 }
    }

    public let name: NameID
    /// What the person is by fact or appointment; what follows from it is `World.roles(of:)`.
    public var roles: RoleSet
    public var marks: Marks = []
    /// A student's group.
    public internal(set) var group: GroupID = .absent
    /// A parent's children.
    public internal(set) var children = SmallArray<PersonID>()
    /// A student's parents.
    public internal(set) var parents = SmallArray<PersonID>()
    /// The groups whose class teacher this is.
    public internal(set) var leads = Roster<Identified.Group>()
    /// What a subject teacher teaches, and whom.
    public internal(set) var teaches: [(subject: NameID, group: GroupID)] = []
    /// Every chat that has a record of the person, in the order in which they began.
    public var chats = SmallArray<ChatID>()
    /// The marks of the policies' own that the person bears.
    public internal(set) var ownMarks = OwnMarks()
    /// The offices of the policies' own that the person holds.
    public internal(set) var ownRoles = OwnMarks()
    /// The role in an open request to join the school.
    public var requested: Role?
    /// Where that request asks to be let in.
    public var requestedPlace: PlaceKind = .school
    /// The day of birth, where it is known.
    public var born: Instant?

    public init(name: NameID, roles: RoleSet) { (self.name, self.roles) = (name, roles) }

    var status: PersonStatus {
        var all = roles
        if !leads.isEmpty { all.formUnion(RoleSet(.classTeacher)) }
        if !teaches.isEmpty { all.formUnion(RoleSet(.subjectTeacher)) }
        if marks.contains(.joined) { all.formUnion(RoleSet(.participant)) }
        // Who has left holds no office.
        if marks.isGone { all.subtract(.offices) }
        return PersonStatus(roles: all.closed, marks: marks)
    }

    public var isGone: Bool { marks.isGone }
}

/// What decisions ask about somebody, apart from any chat: small, so that those of a million people lie close together.
struct PersonStatus: BitwiseCopyable, Sendable {
    /// The roles in the lower bits, the marks above them.
    private let bits: UInt32

    private static let width: UInt32 = 20

    init(roles: RoleSet, marks: Person.Marks) {
        precondition(roles.rawValue >> Self.width == 0 && UInt32(marks.rawValue) >> (32 - Self.width) == 0, "more roles or marks than there is room for")
        bits = roles.rawValue | UInt32(marks.rawValue) << Self.width
    }

    /// Facts, appointments and what follows from them.
    var roles: RoleSet { RoleSet(rawValue: bits & (1 << Self.width - 1)) }
    var marks: Person.Marks { Person.Marks(rawValue: UInt16(bits >> Self.width)) }
}
