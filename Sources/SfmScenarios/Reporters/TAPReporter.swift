import SfmRuntime
import SfmSyntax
import SfmTerms

/// TAP 14: a test point a file, its scenarios as a subtest.
package struct TAPReporter {
    private let report: TestReport

    /// TAP's word for what is known to fail.
    private static let known = "TO" + "DO"

    package init(_ report: TestReport) { self.report = report }

    package var text: String {
        var out = "TAP version 14\n"
        // A plan of no points counts as one that was kept.
        if let lack = report.lack { return out + "1..1\nnot ok 1 - \(Escape.tap(lack))\n" }
        guard !report.entries.isEmpty else { return out + "1..0 # SKIP \(report.emptiness?.words[report.language] ?? "")\n" }
        let leftOut = report.leftOut
        out += "1..\(report.entries.count + leftOut.count)\n"
        for (k, entry) in report.entries.enumerated() { out += file(entry, k + 1) }
        for (k, line) in leftOut.enumerated() {
            out += "ok \(report.entries.count + k + 1) - \(report.language("the rest", "остальное")) # SKIP \(Escape.tap(line))\n"
        }
        return out
    }

    private func file(_ entry: TestReport.Entry, _ number: Int) -> String {
        let result = entry.result
        let name = Escape.tap(entry.path + entry.suffix)
        if !result.scenarios.isEmpty, !result.hasRun, !result.isInvalid {
            return subtest(entry, name) + "ok \(number) - \(name) # SKIP \(report.language("every scenario is skipped", "пропущены все сценарии"))\n"
        }
        let table = LineTable(result.isInvalid || result.failed > 0 ? result.sources : [])
        if result.isInvalid {
            let diagnostics = result.diagnostics.filter { $0.severity == .error }.prefix(20)
            return "not ok \(number) - \(name)\n" + yaml(diagnostics.map { point($0, result, table) }, indent: "  ")
        }
        return subtest(entry, name, table) + "\(result.failed == 0 ? "ok" : "not ok") \(number) - \(name)\n"
    }

    private func subtest(_ entry: TestReport.Entry, _ name: String, _ table: LineTable = LineTable([])) -> String {
        let result = entry.result
        var out = "# Subtest: \(name)\n    1..\(result.scenarios.count)\n"
        for (k, scenario) in result.scenarios.enumerated() {
            let point = "\(k + 1) - \(Escape.tap(scenario.title))"
            let reason = Escape.tap(Sanitizer.cut(scenario.mark?.reason ?? "", to: 400))
            switch scenario.outcome {
            case .passed:
                out += "    ok \(point)\n"
                if let seen = scenario.seen { out += "    # \(Escape.tap(seen.told[report.language]))\n" }
            case .failed: out += "    not ok \(point)\n" + yaml(scenario.failures.prefix(20).map { self.point($0, result, table) }, indent: "      ")
            case .skipped: out += "    ok \(point) # SKIP \(reason)\n"
            case .knownFailure: out += "    not ok \(point) # \(Self.known) \(reason)\n"
            }
        }
        return out
    }

    private typealias Point = (message: [String], line: Int, column: Int, file: String, extra: (String, [String]))

    private func point(_ failure: Failure, _ result: FileResult, _ table: LineTable) -> Point {
        let place = place(failure.span, result, table)
        let row = result.sources.indices.contains(Int(failure.span.file)) ? result.sources[Int(failure.span.file)].row : nil
        let lines = [failure.message[report.language]] + failure.details.map { $0[report.language] } + (row.map { [$0.words[report.language]] } ?? [])
        return (lines, place.line, place.column, place.file, ("clauses", failure.citations.map(\.clause)))
    }

    private func point(_ d: Diagnostic, _ result: FileResult, _ table: LineTable) -> Point {
        let place = place(d.span, result, table)
        return ([d.message[report.language]] + d.help.map { $0[report.language] }, place.line, place.column, place.file, ("codes", [d.code.text]))
    }

    private func place(_ span: Span, _ result: FileResult, _ table: LineTable) -> (line: Int, column: Int, file: String) {
        guard result.sources.indices.contains(Int(span.file)) else { return (1, 1, result.path) }
        let source = result.sources[Int(span.file)]
        return (table.line(of: span.lower, file: span.file), source.column(of: Int(span.lower)), source.name)
    }

    /// Every string as JSON has it, which YAML reads as well.
    private func yaml(_ points: [Point], indent: String) -> String {
        guard let first = points.first else { return "" }
        func quoted(_ text: String) -> String { JSONWriter.quoted(SafeText(message: text).rawText) }
        var lines = ["---", "message: " + quoted(first.message[0]), "severity: fail", "problems:"]
        for point in points {
            lines.append("  - message: " + quoted(point.message[0]))
            lines += ["    file: " + quoted(TestReport.relative(point.file, to: report.folder)), "    line: \(point.line)", "    column: \(point.column)"]
            lines.append("    \(point.extra.0): [" + point.extra.1.map(quoted).joined(separator: ", ") + "]")
            if point.message.count > 1 { lines.append("    details:") }
            lines += point.message.dropFirst().map { "      - " + quoted($0) }
        }
        return (lines + ["..."]).map { indent + $0 + "\n" }.joined()
    }
}
