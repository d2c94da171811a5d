import SfmRuntime
import SfmSyntax
import SfmTerms

/// A summary in Markdown, as GitHub shows one beside a job: totals, files, failures.
package struct MarkdownReporter {
    private let report: TestReport
    /// GitHub takes no summary above 1 MiB.
    private let most: Int

    package init(_ report: TestReport, most: Int = 900_000) { (self.report, self.most) = (report, most) }

    package var text: String {
        let isBad = report.failed > 0 || report.invalid > 0 || report.lack != nil
        var out = "## \(isBad ? "❌" : report.isEmpty ? "⚪" : "✅") sfm: \(report.lack.map { $0 + "; " } ?? "")\(report.totals(Escape.markdown))\n\n"
        let heads = [report.language("File", "Файл"), report.language("Passed", "Прошло"), report.language("Failed", "Не прошло")]
        out += "| " + heads.joined(separator: " | ") + " |\n| --- | ---: | ---: |\n"
        var pieces: [String] = []
        for entry in report.entries {
            let failed = entry.result.isInvalid ? report.language("mistakes", "ошибки") : "\(entry.result.failed)"
            pieces.append("| \(Escape.markdown(entry.path + entry.suffix)) | \(entry.result.passed) | \(failed) |\n")
        }
        pieces.append("\n")
        for entry in report.entries {
            if entry.result.isInvalid { pieces.append(section(entry.path + entry.suffix, report.mistakes(entry.result))) }
            for scenario in entry.result.scenarios where scenario.failed {
                pieces.append(section(entry.title(scenario), report.excerpts(scenario, entry.result)))
            }
        }
        pieces += explorations
        pieces += marked(.skipped, report.language("Skipped", "Пропущено")) + marked(.knownFailure, report.language("Known failures", "Известные ошибки"))
        var size = out.utf8.count
        for (k, piece) in pieces.enumerated() {
            size += piece.utf8.count
            guard size < most else { return out + "\n" + report.truncated(pieces.count - k) }
            out += piece
        }
        return out
    }

    /// What the explorations that did not fail have seen.
    private var explorations: [String] {
        let lines = report.entries.flatMap { entry in
            entry.result.scenarios.compactMap { scenario -> String? in
                guard let seen = scenario.seen, scenario.passed else { return nil }
                let title = Escape.markdown("\(entry.path):\(scenario.line) " + Sanitizer.cut(entry.title(scenario), to: 400))
                return "- \(title) — \(Escape.markdown(seen.told[report.language]))\n"
            }
        }
        return lines.isEmpty ? [] : ["### \(report.language("Explorations", "Исследования"))\n\n"] + lines + ["\n"]
    }

    /// What was not run or is known to fail, with the reasons.
    private func marked(_ outcome: ScenarioResult.Outcome, _ title: String) -> [String] {
        let lines = report.entries.flatMap { entry in
            entry.result.marked.filter { $0.outcome == outcome }.map { scenario in
                let reason = Escape.markdown(Sanitizer.cut(scenario.mark?.reason ?? "", to: 400))
                return "- \(Escape.markdown("\(entry.path):\(scenario.line) " + Sanitizer.cut(entry.title(scenario), to: 400))) — \(reason)\n"
            }
        }
        return lines.isEmpty ? [] : ["### \(title)\n\n"] + lines + ["\n"]
    }

    /// HTML's own element holds the text: nothing in it can end it, as a fence could be ended.
    private func section(_ title: String, _ text: String) -> String {
        "### ❌ \(Escape.markdown(Sanitizer.cut(title, to: 400)))\n\n<pre>\n\(Escape.xmlLines(text))</pre>\n\n"
    }
}
