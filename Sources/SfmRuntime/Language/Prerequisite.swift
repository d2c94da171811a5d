import SfmPolicy
import SfmSyntax
import SfmTerms

/// What makes sense only where somebody may do something else: every row of `table` is one such dependence, and says what acts say.
public struct Prerequisite: Sendable {
    /// What a policy may rely on.
    public enum Reliance: Equatable, Sendable {
        /// The act is permitted to somebody, or somebody's duty.
        case act(Int)
        /// A condition asks about one of them.
        case attributes([Attribute])
        /// Somebody acts in the role.
        case role(Role)
        /// A clause states it of the platform.
        case mechanism(Mechanism)
    }

    /// An act that supplies what is relied on; where a role stands, done for that role.
    public struct Need: Equatable, Sendable {
        /// Its place in the table.
        public let act: Int
        public let role: Role?

        init(_ act: Int, as role: Role? = nil) { (self.act, self.role) = (act, role) }
    }

    public let reliance: Reliance
    /// One of them is enough.
    public let needs: [Need]
    /// Whether one of them has to have been done before.
    public let isPrior: Bool

    private init(_ reliance: Reliance, _ needs: [Need], isPrior: Bool = false) {
        (self.reliance, self.needs, self.isPrior) = (reliance, needs, isPrior)
    }

    /// What acts say of themselves: what they need, what conditions ask of their work, which roles they give, which properties they serve.
    public static let table: [Prerequisite] = {
        var rows: [Prerequisite] = []
        let acts = Array(ActTable.all.enumerated())
        for (index, act) in acts {
            let needs = act.supplies.needs().map { Need(ActTable.index(of: $0)) }
            if !needs.isEmpty { rows.append(Prerequisite(.act(index), needs, isPrior: act.supplies.isAfterThem)) }
        }
        // Whoever may do what is no power needs no permission to bring it about.
        for (index, act) in acts where act.kind == .power && !act.supplies.attributes.isEmpty {
            rows.append(Prerequisite(.attributes(act.supplies.attributes), [Need(index)]))
        }
        for role in Role.allCases {
            func givers(isStated: Bool) -> [Need] {
                acts.filter { $1.supplies.grants.contains { $0.role == role && $0.isStated == isStated } }.map { Need($0.offset, as: isStated ? role : nil) }
            }
            let needs = givers(isStated: false) + givers(isStated: true)
            if !needs.isEmpty { rows.append(Prerequisite(.role(role), needs)) }
        }
        for mechanism in Mechanism.allCases {
            let needs = acts.filter { $1.supplies.mechanisms.contains(mechanism) }.map { Need($0.offset) }
            if !needs.isEmpty { rows.append(Prerequisite(.mechanism(mechanism), needs)) }
        }
        return rows
    }()

    public static func of(_ reliance: Reliance) -> Prerequisite? { table.first { $0.reliance == reliance } }
}

extension Prerequisite.Need {
    /// "unblocking", "appointment as moderator".
    public var noun: Text {
        let noun = ActTable.all[act].noun
        guard let role else { return noun }
        let title = RoleNoun.of(role)
        return noun + Text(" as \(title.inflected(.english))", " \(title.inflected(.russian, .instrumental))")
    }

    /// Whether a permission or duty of that scope supplies it.
    func isSupplied(by scope: Scope) -> Bool {
        guard let role, !scope.asRoles.isEmpty else { return true }
        return !RoleSet(role).closed.subtracting(RoleSet(.anyone)).isDisjoint(with: scope.asRoles)
    }
}
