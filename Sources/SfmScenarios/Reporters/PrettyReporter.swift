import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// The report for people: a line a file, every failure with its source line and clause, the totals.
package struct PrettyReporter: Sendable {
    let language: Language
    let colour: Bool
    /// Letters in place of signs, for screen readers and dumb terminals.
    let plain: Bool

    package init(language: Language, colour: Bool, plain: Bool) {
        (self.language, self.colour, self.plain) = (language, colour, plain)
    }

    /// A line a file, and for a file with mistakes those; of a run that was told in dots only the latter.
    package func lines(_ results: [FileResult], mistakesOnly: Bool = false) -> SafeText {
        let names = results.map { SafeText($0.path) }
        let widths = names.map { DisplayWidth.of($0) }
        let width = min(widths.max() ?? 0, 60)
        let good = paint(plain ? "ok" : "✓", "32")
        var out = SafeTextBuffer()
        // Most files have as many scenarios and steps as the one before.
        var counts = (scenarios: -1, steps: -1, text: SafeText(""), passed: SafeText(""))
        for (k, result) in results.enumerated() {
            if result.isInvalid {
                out.add(mistakes(result))
                continue
            }
            if mistakesOnly { continue }
            let explorations = result.explorations
            let (scenarios, steps, failed) = (result.scenarios.count - explorations, result.steps, result.failed)
            if counts.scenarios != scenarios || counts.steps != steps {
                let text = SafeText(
                    DisplayWidth.padded(Plural.scenario.counted(scenarios, language), 14) + DisplayWidth.padded(Plural.step.counted(steps, language), 12))
                counts = (scenarios, steps, text, "\(text)\(good)\n")
            }
            out.add(blanks: 1)
            out.add(names[k])
            out.add(blanks: max(0, width - widths[k]) + 2)
            // A file of which nothing was run has not passed.
            if explorations > 0 {
                out.add(cells(result, scenarios: scenarios))
                if failed == 0, result.hasRun { out.add("\(good)\n") }
            } else {
                out.add(failed == 0 && result.hasRun ? counts.passed : counts.text)
            }
            if failed == 0, !result.hasRun { out.add(language("skipped\n", "пропущено\n")) }
            if failed > 0 { out.add(paint("\(plain ? "FAILED " : "✗ ")\(failed)", "31") + "\n") }
            if explorations > 0 { out.add(seen(result)) }
        }
        return out.text
    }

    /// What was run of a file with explorations: they have no steps.
    private func cells(_ result: FileResult, scenarios: Int) -> SafeText {
        let own = Plural.exploration.counted(result.explorations, language)
        let situations = SafeText(ExplorationSeen.grouped(result.situations) + " " + Plural.situation.noun(result.situations, language))
        let before = scenarios == 0 ? "" : "\(Plural.scenario.counted(scenarios, language)), \(Plural.step.counted(result.steps, language)); " as SafeText
        return "\(before)\(own), \(situations)  "
    }

    /// What each exploration that did not fail comes to.
    private func seen(_ result: FileResult) -> SafeText {
        result.scenarios.compactMap { scenario in
            guard let seen = scenario.seen, scenario.passed else { return nil }
            return Wrap.wrapped("\(title: scenario.title) — \(seen.told[language])", indent: 6, first: "    ")
        }.joined()
    }

    /// What is wrong with a file.
    package func mistakes(_ result: FileResult) -> SafeText {
        let renderer = DiagnosticRenderer(language: language, colour: colour)
        return result.diagnostics.map { renderer.render($0, sources: result.sources) }.joined(separator: "\n")
    }

    package func failures(_ result: FileResult) -> SafeText {
        var out: SafeText = ""
        for scenario in result.scenarios where scenario.failed {
            out += "\n\(paint(plain ? "FAILED: " : "✗ ", "31"))\(title: scenario.title)\n"
            for failure in scenario.failures { out += failureText(failure, result) }
        }
        return out
    }

    private func failureText(_ failure: Failure, _ result: FileResult) -> SafeText {
        DiagnosticRenderer(language: language, colour: colour)
            .excerpt(failure.span, label: failure.message[language], notes: failure.details.map { $0[language] }, sources: result.sources)
    }

    /// Nobody reads more of them.
    private static let mostMarked = 20

    /// The scenarios that were not run or are known to fail, each with its reason.
    package func marked(_ results: [FileResult]) -> SafeText {
        let all = results.flatMap { result in result.marked.map { (result.path, $0) } }
        return [ScenarioMark.Kind.skip, .knownFailure].map { kind in
            marked(kind, all.filter { $0.1.mark?.kind == kind }.map { ($0, $1.line, $1.title, $1.mark?.reason ?? "", []) })
        }.joined()
    }

    /// The same of a run under several policies: where it is not so under all of them they are named.
    package func marked(_ matrix: Matrix) -> SafeText {
        [ScenarioMark.Kind.skip, .knownFailure].map { kind in
            marked(kind, matrix.marked(kind).map { ($0.row.path, $0.row.line, $0.row.title, $0.reason, $0.policies) })
        }.joined()
    }

    private func marked(_ kind: ScenarioMark.Kind, _ all: [(path: String, line: Int, title: String, reason: String, policies: [String])]) -> SafeText {
        guard !all.isEmpty else { return "" }
        let head: SafeText = kind == .skip ? language("skipped: ", "пропущено: ") : language("known failures: ", "известные ошибки: ")
        var out: SafeText = "\n\(head)\(Plural.scenario.counted(all.count, language))\n"
        for one in all.prefix(Self.mostMarked) {
            let policies: SafeText = one.policies.isEmpty ? "" : " [\(one.policies.map { SafeText($0) }.joined(separator: ", "))]"
            out += "  \(one.path):\(one.line) \(title: one.title)\(policies) — \(message: one.reason)\n"
        }
        let left = all.count - Self.mostMarked
        return left > 0 ? out + language("  … and \(left) more\n", "  … и ещё \(left)\n") : out
    }

    /// The hint about clauses that nothing exercised, a line a policy.
    package func coverage(_ coverage: Coverage) -> SafeText {
        coverage.policies.map { entry -> SafeText in
            let (name, operational) = (SafeText(entry.name), entry.operational)
            let exercised = operational.count - entry.missing.count
            return language == .english
                ? "clauses of \(name): \(exercised) of \(operational.count) exercised\(notes(entry)) — sfm coverage shows which\n"
                : "пункты \(name): проверено \(exercised) из \(operational.count)\(notes(entry)) — подробно: sfm coverage\n"
        }.joined()
    }

    /// How many clauses beside those could not be exercised at all.
    private func notes(_ entry: Coverage.Entry) -> SafeText {
        let count = entry.notesOnly.count
        if count == 0 { return "" }
        return language(" (\(count) more \(count == 1 ? "is" : "are") notes only)", " (ещё \(count) — только примечания)")
    }

    /// What scripts and CI look for: alone on its line, in English.
    package static func totals(_ results: [FileResult]) -> SafeText {
        var (passed, failed) = (0, 0)
        for result in results {
            passed += result.passed
            failed += result.failed
        }
        return "\(passed) passed, \(failed) failed\n"
    }

    private func paint(_ text: SafeText, _ code: SafeText) -> SafeText { text.painted(code, colour) }
}
