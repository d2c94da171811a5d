import SfmRuntime
import SfmSyntax
import SfmTerms

/// `sfm test --format json`: one object with files, scenarios and failures, as README documents it.
package enum JSONReporter {
    /// Paths start from `folder`, as in every report. The status says in a word what the exit status says: nothing may have run at all.
    package static func render(
        _ results: [FileResult], _ language: Language, folder: String, status: String, shard: ShardMark? = nil, seed: UInt64? = nil, notRun: NotRun? = nil
    ) -> String {
        var json = JSONWriter()
        json.object { out in
            shard?.write(&out)
            if let seed {
                // A number of this size is not safe in JSON.
                out.member("seed")
                out.string(String(seed))
            }
            out.member("files")
            out.array { out in
                for result in results {
                    out.object { out in
                        write(result, language, folder, &out)
                        guard shard != nil else { return }
                        out.member(FileRecord.member)
                        out.object { FileRecord.write(result, folder: folder, &$0) }
                    }
                }
            }
            var counts: [ScenarioResult.Outcome: Int] = [:]
            for result in results { for scenario in result.scenarios { counts[scenario.outcome, default: 0] += 1 } }
            write(counts, &out)
            notRun?.write(&out)
            out.member("status")
            out.string(status)
        }
        return json.text + "\n"
    }

    /// How many scenarios came out how; what did not come up at all is said of the first two alone.
    static func write(_ counts: [ScenarioResult.Outcome: Int], _ out: inout JSONWriter) {
        for (outcome, name) in [(ScenarioResult.Outcome.passed, "passed"), (.failed, "failed"), (.skipped, "skipped"), (.knownFailure, "knownFailures")] {
            let n = counts[outcome, default: 0]
            guard n > 0 || outcome == .passed || outcome == .failed else { continue }
            out.member(name)
            out.number(n)
        }
    }

    private static func write(_ result: FileResult, _ language: Language, _ folder: String, _ out: inout JSONWriter) {
        out.member("path")
        out.string(TestReport.relative(result.path, to: folder))
        out.member("scenarios")
        out.array { out in
            for scenario in result.scenarios {
                out.object { out in
                    out.member("name")
                    out.string(scenario.title)
                    out.member("line")
                    out.number(scenario.line)
                    out.member("status")
                    out.string(scenario.outcome.rawValue)
                    if let mark = scenario.mark, !scenario.failed {
                        out.member("reason")
                        out.string(mark.reason)
                    }
                    write(tags: scenario.tags, &out)
                    out.member("steps")
                    out.number(scenario.steps)
                    write(scenario, &out)
                    out.member("failures")
                    out.array { out in for failure in scenario.failures + scenario.known { out.object { write(failure, result, language, folder, &$0) } } }
                }
            }
        }
        guard !result.diagnostics.isEmpty else { return }
        out.member("diagnostics")
        out.array { out in for diagnostic in result.diagnostics { out.object { write(diagnostic, result.sources, language, folder, &$0) } } }
    }

    /// What an exploration has seen, of one that was run.
    private static func write(_ scenario: ScenarioResult, _ out: inout JSONWriter) {
        guard scenario.isExploration else { return }
        out.member("exploration")
        out.object { out in
            guard let seen = scenario.seen else { return }
            out.member("situations")
            out.number(seen.situations)
            out.member("depth")
            out.number(seen.depth)
            out.member("complete")
            out.bool(seen.isComplete)
            if seen.walks > 0 {
                out.member("walks")
                out.number(seen.walks)
            }
            if !seen.idle.isEmpty {
                out.member("idle")
                out.array { out in for act in seen.idle { out.string(act) } }
            }
        }
    }

    /// The tags of a scenario that has some.
    static func write(tags: [String], _ out: inout JSONWriter) {
        guard !tags.isEmpty else { return }
        out.member("tags")
        out.array { out in for tag in tags { out.string(tag) } }
    }

    private static func write(_ failure: Failure, _ result: FileResult, _ language: Language, _ folder: String, _ out: inout JSONWriter) {
        writePlace(failure, result.sources, language, folder, &out)
        out.member("clauses")
        out.array { out in for cited in failure.citations { out.string(cited.clause) } }
    }

    /// Where a failure happened and what is said of it.
    static func writePlace(_ failure: Failure, _ sources: [SourceFile], _ language: Language, _ folder: String, _ out: inout JSONWriter) {
        let source = sources[Int(failure.span.file)]
        out.member("line")
        out.number(source.reportedLine(of: Int(failure.span.lower)))
        out.member("column")
        out.number(source.column(of: Int(failure.span.lower)))
        out.member("message")
        out.string(([failure.message[language]] + failure.details.map { $0[language] }).joined(separator: "\n"))
        write(source.row, folder, &out)
    }

    /// The line of the row that a step was made with.
    private static func write(_ row: TableRow?, _ folder: String, _ out: inout JSONWriter) {
        guard let row else { return }
        out.member("row")
        out.number(row.line)
        guard let table = row.table else { return }
        out.member("table")
        out.string(TestReport.relative(table, to: folder))
    }

    /// Where something stands: the first character and, behind the last, where it ends.
    package static func write(_ span: Span, _ source: SourceFile, _ folder: String, _ out: inout JSONWriter) {
        out.member("path")
        out.string(TestReport.relative(source.name, to: folder))
        for (name, value) in [
            ("line", source.reportedLine(of: Int(span.lower))), ("column", source.column(of: Int(span.lower))),
            ("endLine", source.reportedLine(of: Int(span.upper))), ("endColumn", source.column(of: Int(span.upper))),
        ] {
            out.member(name)
            out.number(value)
        }
    }

    /// A diagnostic as an object: code, severity, place, message, help, fixes.
    package static func write(_ d: Diagnostic, _ sources: [SourceFile], _ language: Language, _ folder: String, _ out: inout JSONWriter) {
        out.member("code")
        out.string(d.code.text)
        out.member("severity")
        out.string(d.severity == .error ? "error" : "warning")
        if sources.indices.contains(Int(d.span.file)) {
            write(d.span, sources[Int(d.span.file)], folder, &out)
            let (source, lower) = (sources[Int(d.span.file)], Int(d.span.lower))
            write(source.row.flatMap { $0.shapes(line: source.reportedLine(of: lower)) ? $0 : nil }, folder, &out)
        }
        out.member("message")
        out.string(d.message[language])
        out.member("help")
        out.array { out in for line in d.help { out.string(line[language]) } }
        out.member("fixes")
        out.array { out in
            for fix in d.fixes where sources.indices.contains(Int(fix.span.file)) {
                out.object { out in
                    out.member("grade")
                    out.string(d.certainFix == nil ? FixIt.Grade.perhaps.rawValue : fix.grade.rawValue)
                    write(fix.span, sources[Int(fix.span.file)], folder, &out)
                    out.member("replacement")
                    out.string(fix.replacement)
                }
            }
        }
    }
}
