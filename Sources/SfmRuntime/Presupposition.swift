import SfmPolicy
import SfmSyntax
import SfmTerms

/// What makes sense only where somebody may do something else: every row of `table` is one such dependence.
public struct Presupposition: Sendable {
    /// What a policy may rely on.
    public enum Reliance: Equatable, Sendable {
        /// The act is permitted to somebody, or somebody's duty.
        case act(String)
        /// A condition asks about one of them.
        case attributes([Attribute])
        /// Somebody acts in the role.
        case role(Role)
        /// A clause states it of the platform.
        case mechanism(Mechanism)
    }

    /// An act that supplies what is relied on; where a role stands, done for that role.
    public struct Need: Equatable, Sendable {
        public let act: String
        public let role: Role?

        init(_ act: String, as role: Role? = nil) { (self.act, self.role) = (act, role) }
    }

    public let reliance: Reliance
    /// One of them is enough.
    public let needs: [Need]
    /// Whether one of them has to have been done before.
    public let isPrior: Bool

    private init(_ reliance: Reliance, _ needs: Need..., isPrior: Bool = false) {
        (self.reliance, self.needs, self.isPrior) = (reliance, needs, isPrior)
    }

    public static let table: [Presupposition] = [
        Presupposition(.act("block"), Need("unblock")),
        Presupposition(.act("restrict"), Need("unblock")),
        Presupposition(.act("unblock"), Need("block"), Need("restrict"), isPrior: true),
        Presupposition(.act("apologize"), Need("block"), Need("restrict"), isPrior: true),
        Presupposition(.act("object"), Need("unblock")),
        Presupposition(.act("request join"), Need("accept")),
        Presupposition(.act("join"), Need("invite"), Need("accept"), Need("add")),
        Presupposition(.act("annul"), Need("invite"), isPrior: true),
        Presupposition(.act("publish"), Need("issue"), isPrior: true),
        Presupposition(.act("announce"), Need("issue"), isPrior: true),
        Presupposition(.attributes([.verified, .actorVerified]), Need("verify")),
        Presupposition(.attributes([.acknowledged]), Need("acquaint")),
        Presupposition(.attributes([.applicationSubmitted, .orderEnclosed, .questionnaireEnclosed, .phoneGiven, .emailGiven]), Need("apply")),
        Presupposition(.role(.moderator), Need("create chat"), Need("appoint", as: .moderator)),
        Presupposition(.role(.admin), Need("appoint", as: .admin), Need("issue")),
        Presupposition(.role(.additionalAdmin), Need("appoint", as: .additionalAdmin)),
        Presupposition(.role(.classTeacher), Need("attach", as: .classTeacher)),
        Presupposition(.role(.subjectTeacher), Need("attach", as: .subjectTeacher)),
        Presupposition(.role(.parentActivist), Need("appoint", as: .parentActivist)),
        Presupposition(.role(.studentActivist), Need("appoint", as: .studentActivist)),
        Presupposition(.role(.responsible), Need("appoint", as: .responsible)),
        Presupposition(.mechanism(.linksFor), Need("invite")),
        Presupposition(.mechanism(.inviteOnly), Need("invite")),
        Presupposition(.mechanism(.ownPhone), Need("apply")),
        Presupposition(.mechanism(.registrationByApplication), Need("apply")),
    ]

    public static func of(_ reliance: Reliance) -> Presupposition? { table.first { $0.reliance == reliance } }
}

extension Presupposition.Need {
    /// "unblocking", "appointment as moderator".
    public var noun: Text {
        let noun = ActTable.all[ActTable.index(of: act)].noun
        guard let role else { return noun }
        let title = RoleNoun.of(role)
        return noun + Text(" as \(title.text(.english))", " \(title.text(.russian, .instrumental))")
    }

    /// Whether a permission or duty of that scope supplies it.
    func isSupplied(by scope: Scope) -> Bool {
        guard let role, !scope.asRoles.isEmpty else { return true }
        return !RoleSet(role).closed.subtracting(RoleSet(.anyone)).isDisjoint(with: scope.asRoles)
    }
}
