import SfmPolicy
import SfmRuntime
import SfmTerms

/// `sfm compare --format json`: the comparison as one object, as README documents it.
package enum ComparisonJSON {
    package static func render(_ comparison: PolicyComparison, _ language: Language) -> String {
        var json = JSONWriter()
        let ids = comparison.policies.map(\.id)
        json.object { out in
            out.member("policies")
            out.array { out in for policy in comparison.policies { out.object { write(policy, language, &$0) } } }
            out.member("topics")
            out.array { out in
                for topic in comparison.topics {
                    out.object { out in
                        out.member("id")
                        out.string(topic.subject.id)
                        out.member("title")
                        out.string(topic.subject.title[language])
                        out.member("rows")
                        out.array { out in for row in topic.rows { out.object { write(row, ids, language, &$0) } } }
                    }
                }
            }
            for status in [PolicyComparison.Status.same, .differs, .some] {
                out.member(status.rawValue)
                out.number(comparison.count(status))
            }
            out.member("only")
            out.object { out in
                for (k, id) in ids.enumerated() {
                    out.member(id)
                    out.number(comparison.countOnly(k))
                }
            }
        }
        return json.text + "\n"
    }

    private static func write(_ policy: Policy, _ language: Language, _ out: inout JSONWriter) {
        out.member("id")
        out.string(policy.id)
        out.member("title")
        out.string(policy.title[language])
        out.member("platform")
        out.string(policy.platform[language])
    }

    private static func write(_ row: PolicyComparison.Row, _ ids: [String], _ language: Language, _ out: inout JSONWriter) {
        out.member("status")
        out.string(row.status.rawValue)
        out.member("norms")
        out.array { out in
            for case (let id, let norm?) in zip(ids, row.cells) {
                out.object { out in
                    out.member("policy")
                    out.string(id)
                    out.member("kind")
                    out.string(norm.kind.rawValue)
                    out.member("clauses")
                    write(norm.clauses, &out)
                    out.member("text")
                    out.string(norm.text[language])
                }
            }
        }
        guard !row.differences.isEmpty else { return }
        out.member("differences")
        out.array { out in
            for difference in row.differences {
                out.object { out in
                    out.member("aspect")
                    out.string(difference.aspect.id)
                    out.member("values")
                    out.object { out in
                        for case (let id, let value?) in zip(ids, difference.values) {
                            out.member(id)
                            out.string(value[language])
                        }
                    }
                }
            }
        }
    }

    /// Clauses, each with the policy that it belongs to.
    static func write(_ clauses: [CitedClause], _ out: inout JSONWriter) {
        out.array { out in
            for cited in clauses {
                out.object {
                    $0.member("policy")
                    $0.string(cited.policy)
                    $0.member("clause")
                    $0.string(cited.clause)
                }
            }
        }
    }
}
