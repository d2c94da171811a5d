import SfmPolicy
import SfmRuntime
import SfmTerms

/// Which clauses of which policies a run has exercised.
package struct Coverage: Sendable {
    package struct Row: Sendable {
        package let clause: Clause
        package let counts: CoverageCounters.Counts

        /// A decision cited it, its duty was met or breached, or what it states was shown.
        package var isExercised: Bool {
            counts.allowed + counts.refused + counts.dutiesMet + counts.dutiesBreached + counts.impossible + counts.confirmed > 0
        }
    }

    /// A count or a term in a policy's conditions, with the sides of it that decisions came next to.
    package struct Edge: Sendable {
        package let clause: String
        package let limit: Threshold
        package let sides: Threshold.Sides
    }

    /// One policy wherever it was in force: those of one name in different folders are different.
    struct Key: Hashable {
        let id: String
        let folder: String
        /// Twins in two languages stand in one folder and have the same clauses.
        let clauses: [String]

        init(_ result: FileResult, _ place: Int) {
            let policy = result.policies[place]
            (id, clauses) = (policy.id, policy.clauses.map(\.id))
            folder = Self.file(result, place).map(ScriptPath.folder) ?? ""
        }

        /// The file that defines the policy, however the command line leads to it.
        static func file(_ result: FileResult, _ place: Int) -> String? {
            let file = result.policyFiles.indices.contains(place) ? result.policyFiles[place] : nil
            return file.map { TestReport.relative($0, to: "") }
        }
    }

    package struct Entry: Sendable {
        package let policy: Policy
        /// Where the first of it stands; those that come with the program are in no file.
        package let file: String?
        let key: Key
        /// Its id, with the file where another policy has the same.
        package let name: String
        package let rows: [Row]
        package let edges: [Edge]

        /// What can be exercised: a clause that only informs cannot.
        package var operational: [Row] { rows.filter { $0.clause.kind != .info } }
        /// The clauses that hold nothing that could be exercised.
        package var notesOnly: [String] { rows.filter { $0.clause.kind == .info }.map(\.clause.id) }
        package var missing: [Row] { operational.filter { !$0.isExercised } }

        /// How much of the policy is exercised, rounded down: all of it is 100 and nothing less.
        package var percent: Int { operational.isEmpty ? 100 : (operational.count - missing.count) * 100 / operational.count }

        /// How many clauses came out each way at least once.
        package var outcomes: [(name: String, words: Text, count: Int)] {
            func count(_ path: KeyPath<CoverageCounters.Counts, Int>) -> Int { rows.count { $0.counts[keyPath: path] > 0 } }
            return [
                ("allowed", Text("allowed", "разрешали"), count(\.allowed)), ("refused", Text("refused", "отказывали"), count(\.refused)),
                ("dutiesMet", Text("duties met", "исполнены"), count(\.dutiesMet)),
                ("dutiesBreached", Text("duties breached", "нарушены"), count(\.dutiesBreached)),
                ("impossible", Text("impossible", "делали невозможным"), count(\.impossible)),
                ("confirmed", Text("shown", "подтверждены"), count(\.confirmed)),
            ]
        }
    }

    package let policies: [Entry]

    /// Coverage of every policy that was in force in some file, in the order of their ids and files.
    package init(_ results: [FileResult]) {
        var found: [(key: Key, policy: Policy, file: String?, counts: [CoverageCounters.Counts], sides: [Threshold.Sides])] = []
        // A worker has one object a policy: what it is called and where it stands is worked out once for each.
        var known: [Int: [(file: String?, at: Int)]] = [:]
        // Files side by side mostly have the same policy.
        var last: (object: Int, file: String?, at: Int)?
        for result in results {
            for place in result.policies.indices {
                let object = result.policies[place].address
                let file = result.policyFiles.indices.contains(place) ? result.policyFiles[place] : nil
                var at = last.flatMap { $0.object == object && $0.file == file ? $0.at : nil } ?? known[object]?.first { $0.file == file }?.at
                if at == nil {
                    let (key, policy) = (Key(result, place), result.policies[place])
                    at = found.firstIndex { $0.key == key }
                    if at == nil {
                        let (counts, sides) = (policy.clauses.map { _ in CoverageCounters.Counts() }, policy.limits.map { _ in Threshold.Sides() })
                        found.append((key, policy, Key.file(result, place), counts, sides))
                        at = found.count - 1
                    }
                    if let at { known[object, default: []].append((file, at)) }
                }
                guard let at else { continue }
                last = (object, file, at)
                result.coverage.addCounts(ofPolicyAt: place, to: &found[at].counts)
                result.coverage.addSides(ofPolicyAt: place, to: &found[at].sides)
            }
        }
        let order = found.sorted { ($0.key.id, $0.file ?? "", $0.key.clauses.count) < ($1.key.id, $1.file ?? "", $1.key.clauses.count) }
        policies = order.map { entry in
            let key = entry.key
            let edges = zip(entry.policy.limits, entry.sides).map { Edge(clause: entry.policy.clauses[$0.clause].id, limit: $0, sides: $1) }
            let isAlone = found.count { $0.key.id == key.id } == 1
            return Entry(
                policy: entry.policy, file: entry.file, key: key, name: isAlone ? key.id : key.id + (entry.file.map { " (\($0))" } ?? ""),
                rows: zip(entry.policy.clauses, entry.counts).map { Row(clause: $0, counts: $1) }, edges: edges)
        }
    }

    /// `{"policies":[…]}`, as README documents it.
    package func json(_ language: Language, folder: String, threshold: Int? = nil, mutants: Mutants? = nil, minScore: Int? = nil) -> String {
        var json = JSONWriter()
        json.object { out in
            out.member("policies")
            out.array { out in
                for entry in policies {
                    out.object { out in
                        Self.write(entry, language, folder, &out)
                        mutants?.write(of: entry.name, language, folder: folder, &out)
                    }
                }
            }
            if let threshold {
                out.member("threshold")
                out.number(threshold)
                out.member("reached")
                out.bool(policies.allSatisfy { $0.percent >= threshold })
            }
            if let minScore, let mutants {
                out.member("minScore")
                out.number(minScore)
                out.member("scoreReached")
                out.bool(mutants.scores.allSatisfy { $0.score >= minScore })
            }
        }
        return json.text + "\n"
    }

    private static func write(_ entry: Entry, _ language: Language, _ folder: String, _ out: inout JSONWriter) {
        out.member("id")
        out.string(entry.policy.id)
        if let file = entry.file {
            out.member("file")
            out.string(TestReport.relative(file, to: folder))
        }
        out.member("clauses")
        out.array { out in for row in entry.rows { out.object { write(row, language, &$0) } } }
        out.member("notesOnly")
        out.array { out in for clause in entry.notesOnly { out.string(clause) } }
        out.member("percent")
        out.number(entry.percent)
        out.member("outcomes")
        out.object { out in
            for outcome in entry.outcomes {
                out.member(outcome.name)
                out.number(outcome.count)
            }
        }
        out.member("limits")
        out.array { out in
            for edge in entry.edges {
                out.object {
                    $0.member("clause")
                    $0.string(edge.clause)
                    $0.member("effect")
                    $0.string(edge.limit.effect.rawValue)
                    $0.member("text")
                    $0.string(edge.limit.words[language])
                    $0.member("within")
                    $0.bool(edge.sides.contains(.within))
                    $0.member("beyond")
                    $0.bool(edge.sides.contains(.beyond))
                }
            }
        }
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
