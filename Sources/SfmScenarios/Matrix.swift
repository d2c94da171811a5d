import SfmRuntime
import SfmSyntax
import SfmTerms

/// The same scenarios under several policies: how each came out under each.
package struct Matrix: Sendable {
    package enum Cell: Sendable {
        case passed
        case failed([Failure])
        /// Not run, or known to fail, as the scenario says of itself.
        case marked(ScenarioMark)
        /// The file is not valid under this policy.
        case notRun

        package var failures: [Failure] { if case .failed(let failures) = self { failures } else { [] } }
        package var passed: Bool { if case .passed = self { true } else { false } }
    }

    package struct Row: Sendable {
        package let path: String
        package let title: String
        package let line: Int
        package let tags: [String]
        package let sources: [SourceFile]
        /// In the order of the policies.
        package fileprivate(set) var cells: [Cell]
    }

    package let policies: [String]
    package private(set) var rows: [Row] = []
    /// The files that are not valid, each once, though it may be so under several policies.
    package private(set) var invalid: [FileResult] = []

    package init(_ runs: [(policy: String, results: [FileResult])]) {
        policies = runs.map(\.policy)
        var places: [PathKey: [Int: Int]] = [:]
        for (p, run) in runs.enumerated() {
            for result in run.results {
                if result.isInvalid {
                    if !invalid.contains(where: { PathKey($0.path) == PathKey(result.path) }) { invalid.append(result) }
                    continue
                }
                for (k, scenario) in result.scenarios.enumerated() {
                    let place = places[PathKey(result.path)]?[k] ?? rows.count
                    if place == rows.count {
                        let cells = Array(repeating: Cell.notRun, count: policies.count)
                        rows.append(
                            Row(
                                path: result.path, title: scenario.title, line: scenario.line, tags: scenario.tags, sources: result.sources, cells: cells))
                        places[PathKey(result.path), default: [:]][k] = place
                    }
                    rows[place].cells[p] = scenario.failed ? .failed(scenario.failures) : scenario.mark.map(Cell.marked) ?? .passed
                }
            }
        }
    }

    /// The files with mistakes of their own: that a policy is nowhere is none of theirs.
    package var unchecked: Int { invalid.count { $0.diagnostics.contains { !Self.isAboutPolicy($0) } } }

    /// Whether it is the command line's mistake: it names a policy that is nowhere.
    package static func isAboutPolicy(_ diagnostic: Diagnostic) -> Bool { diagnostic.code == .unknownPolicy && diagnostic.span == .none }

    /// The scenarios that are not run, or known to fail, with the policies under which it is so where that is not all of them.
    package func marked(_ kind: ScenarioMark.Kind) -> [(row: Row, reason: String, policies: [String])] {
        rows.compactMap { row in
            var (reason, names) = ("", [String]())
            for (policy, cell) in zip(policies, row.cells) {
                guard case .marked(let mark) = cell, mark.kind == kind else { continue }
                reason = mark.reason
                names.append(policy)
            }
            return names.isEmpty ? nil : (row, reason, names.count == policies.count ? [] : names)
        }
    }

    package func passed(_ policy: Int) -> Int { rows.count { $0.cells[policy].passed } }
    package func failed(_ policy: Int) -> Int { rows.count { !$0.cells[policy].failures.isEmpty } }
    package var passed: Int { policies.indices.reduce(0) { $0 + passed($1) } }
    package var failed: Int { policies.indices.reduce(0) { $0 + failed($1) } }
}
