import SfmPolicy
import SfmRuntime
import SfmTerms

/// Which clauses of which policies a run has exercised.
package struct Coverage: Sendable {
    package struct Row: Sendable {
        package let clause: Clause
        package let counts: Tally.Counts

        /// A decision cited it, its duty was met or breached, or what it states was shown.
        package var isExercised: Bool {
            counts.allowed + counts.refused + counts.dutiesMet + counts.dutiesBreached + counts.impossible + counts.confirmed > 0
        }
    }

    package let policies: [(policy: Policy, rows: [Row])]

    /// Coverage of every policy that was in force in some file, in the order of their ids.
    package init(_ results: [FileResult]) {
        var found: [String: (policy: Policy, counts: [Tally.Counts])] = [:]
        for result in results {
            for (place, policy) in result.policies.enumerated() {
                var entry = found[policy.id] ?? (policy, Array(repeating: Tally.Counts(), count: policy.clauses.count))
                for (c, counts) in result.tally.counts(ofPolicyAt: place).enumerated() where c < entry.counts.count { entry.counts[c].add(counts) }
                found[policy.id] = entry
            }
        }
        policies = found.sorted { $0.key < $1.key }.map { _, entry in
            (entry.policy, zip(entry.policy.clauses, entry.counts).map { Row(clause: $0, counts: $1) })
        }
    }

    /// `{"policies":[…]}`, as README documents it.
    package func json(_ language: Language) -> String {
        var json = JSONWriter()
        json.object {
            $0.member("policies")
            $0.array { out in
                for (policy, rows) in policies {
                    out.object {
                        $0.member("id")
                        $0.string(policy.id)
                        $0.member("clauses")
                        $0.array { out in for row in rows { out.object { Self.write(row, language, &$0) } } }
                    }
                }
            }
        }
        return json.text + "\n"
    }

    private static func write(_ row: Row, _ language: Language, _ out: inout JSONWriter) {
        out.member("id")
        out.string(row.clause.id)
        out.member("kind")
        out.string(row.clause.kind.rawValue)
        out.member("title")
        out.string(row.clause.title[language])
        out.member("allowed")
        out.number(row.counts.allowed)
        out.member("refused")
        out.number(row.counts.refused)
        out.member("dutiesMet")
        out.number(row.counts.dutiesMet)
        out.member("dutiesBreached")
        out.number(row.counts.dutiesBreached)
        out.member("impossible")
        out.number(row.counts.impossible)
        out.member("exercised")
        out.bool(row.isExercised)
    }
}
