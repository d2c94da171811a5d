import SfmRuntime
import SfmSyntax
import SfmTerms

/// `sfm test --policy A,B --format json`: the matrix as one object, as README documents it.
package enum MatrixJSON {
    package static func render(_ matrix: Matrix, _ language: Language, folder: String, status: String, notRun: [NotRun?] = []) -> String {
        var json = JSONWriter()
        json.object { out in
            out.member("policies")
            out.array { out in
                for (k, policy) in matrix.policies.enumerated() {
                    out.object {
                        $0.member("id")
                        $0.string(policy)
                        $0.member("passed")
                        $0.number(matrix.passed(k))
                        $0.member("failed")
                        $0.number(matrix.failed(k))
                        if notRun.indices.contains(k) { notRun[k]?.write(&$0) }
                    }
                }
            }
            out.member("scenarios")
            out.array { out in for row in matrix.rows { out.object { write(row, matrix.policies, language, folder, &$0) } } }
            if !matrix.invalid.isEmpty {
                out.member("diagnostics")
                out.array { out in
                    for result in matrix.invalid {
                        for diagnostic in result.diagnostics { out.object { JSONReporter.write(diagnostic, result.sources, language, folder, &$0) } }
                    }
                }
            }
            out.member("passed")
            out.number(matrix.passed)
            out.member("failed")
            out.number(matrix.failed)
            out.member("status")
            out.string(status)
        }
        return json.text + "\n"
    }

    private static func write(_ row: Matrix.Row, _ policies: [String], _ language: Language, _ folder: String, _ out: inout JSONWriter) {
        out.member("path")
        out.string(TestReport.relative(row.path, to: folder))
        out.member("name")
        out.string(row.title)
        out.member("line")
        out.number(row.line)
        JSONReporter.write(tags: row.tags, &out)
        out.member("results")
        out.array { out in
            for (policy, cell) in zip(policies, row.cells) {
                out.object { out in
                    out.member("policy")
                    out.string(policy)
                    out.member("status")
                    switch cell {
                    case .passed: out.string("passed")
                    case .failed: out.string("failed")
                    case .marked(let mark):
                        out.string((mark.kind == .skip ? ScenarioResult.Outcome.skipped : .knownFailure).rawValue)
                        out.member("reason")
                        out.string(mark.reason)
                    case .notRun: out.string("notRun")
                    }
                    out.member("failures")
                    out.array { out in for failure in cell.failures { out.object { write(failure, row, language, folder, &$0) } } }
                }
            }
        }
    }

    private static func write(_ failure: Failure, _ row: Matrix.Row, _ language: Language, _ folder: String, _ out: inout JSONWriter) {
        JSONReporter.writePlace(failure, row.sources, language, folder, &out)
        if let decision = failure.decision {
            out.member("outcome")
            out.string("\(decision.outcome)")
        }
        out.member("clauses")
        ComparisonJSON.write(failure.citations, &out)
    }
}
