import SfmTerms

/// A clause by the place of its policy among those in force and its place in the policy.
package struct ClauseRef: Hashable, Sendable, Comparable {
    package var policy: UInt16
    package var clause: UInt16

    package init(policy: Int, clause: Int) { (self.policy, self.clause) = (UInt16(policy), UInt16(clause)) }

    package static func < (a: ClauseRef, b: ClauseRef) -> Bool { (a.policy, a.clause) < (b.policy, b.clause) }
}

/// What a clause mainly is; `sfm coverage` prints it.
package enum ClauseKind: String, Sendable {
    case info, power, prohibition, duty, standing, liberty, mechanic
}

package struct Clause: Sendable {
    package let id: String
    package let title: Text
    package let kind: ClauseKind
    package let notes: [Text]

    package init(id: String, title: Text, kind: ClauseKind, notes: [Text]) {
        (self.id, self.title, self.kind, self.notes) = (id, title, kind, notes)
    }
}

/// A list of names that rules use.
package struct ItemList: Sendable {
    package let name: String
    /// The place of its clause in the policy.
    package let clause: Int
    package let items: [String]

    package init(name: String, clause: Int, items: [String]) { (self.name, self.clause, self.items) = (name, clause, items) }
}

/// A compiled policy: clauses with their rules; made by the policy compiler, read only.
package final class Policy: Sendable {
    package let id: String
    package let title: Text
    package let platform: Text
    package let adopted: (date: Instant, order: String?)?
    /// What the school calls the language's nouns.
    package let terms: [RenamedNoun: String]
    package let clauses: [Clause]
    package let rules: [Rule]
    package let duties: [DutyRule]
    package let statements: [Statement]
    package let lists: [ItemList]
    /// Policies whose clauses this one adds to its own.
    package let extends: [Policy]
    /// The counts and terms in its conditions.
    package let limits: [Limit]

    package init(
        id: String, title: Text, platform: Text, adopted: (date: Instant, order: String?)?, terms: [RenamedNoun: String],
        clauses: [Clause], rules: [Rule], duties: [DutyRule], statements: [Statement], lists: [ItemList],
        extends: [Policy]
    ) {
        (self.id, self.title, self.platform, self.adopted, self.terms) = (id, title, platform, adopted, terms)
        (self.clauses, self.rules, self.duties, self.statements, self.lists, self.extends) = (clauses, rules, duties, statements, lists, extends)
        limits = Limit.all(rules, duties)
    }

    /// This policy and those it extends, each once, the extended ones first.
    package var withExtended: [Policy] {
        var out: [Policy] = []
        for policy in extends.flatMap(\.withExtended) + [self] where !out.contains(where: { $0 === policy }) { out.append(policy) }
        return out
    }
}
