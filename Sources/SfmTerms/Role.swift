/// What a person can be to the school, to a chat or to an act.
public enum Role: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case student, parent
    case teacher, classTeacher, subjectTeacher
    case director, deputy, administration, employee
    case admin, additionalAdmin
    case moderator
    case parentActivist, studentActivist
    case responsible
    case outsider
    /// Somebody who has joined the school on the platform.
    case participant
    case anyone
}

/// A set of roles.
public struct RoleSet: OptionSet, Hashable, Sendable, BitwiseCopyable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }
    @inline(__always)
    public init(_ role: Role) { self.init(rawValue: 1 &<< UInt32(role.rawValue)) }

    @inline(__always)
    public func has(_ role: Role) -> Bool { rawValue & (1 &<< UInt32(role.rawValue)) != 0 }

    public var complement: RoleSet { Role.allCases.reduce(into: RoleSet()) { if !has($1) { $0.formUnion(RoleSet($1)) } } }

    /// The roles in the order of their declaration.
    public var roles: [Role] { Role.allCases.filter(has) }

    /// What somebody is by appointment at the school. A moderator is one of a chat until replaced; student, parent and activist
    /// are no offices.
    public static let offices: RoleSet = [
        .teacher, .classTeacher, .subjectTeacher, .director, .deputy, .administration, .employee, .admin, .additionalAdmin, .responsible,
    ].reduce(into: RoleSet()) { $0.formUnion(RoleSet($1)) }

    /// With what follows: a class teacher is a teacher, a teacher an employee, an additional admin an admin (LANGUAGE.md 5).
    public var closed: RoleSet {
        var s = self
        if s.has(.classTeacher) || s.has(.subjectTeacher) { s.formUnion(RoleSet(.teacher)) }
        if s.has(.director) || s.has(.deputy) { s.formUnion(RoleSet(.administration)) }
        if s.has(.administration) || s.has(.teacher) { s.formUnion(RoleSet(.employee)) }
        if s.has(.additionalAdmin) { s.formUnion(RoleSet(.admin)) }
        if s.has(.parentActivist) { s.formUnion(RoleSet(.parent)) }
        if s.has(.studentActivist) { s.formUnion(RoleSet(.student)) }
        return s.union(RoleSet(.anyone))
    }
}
