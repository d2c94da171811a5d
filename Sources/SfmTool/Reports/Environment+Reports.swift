import Glibc
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

extension Console {
    /// Writes the reports asked for; one that cannot be written is said and gives the status, whatever else came out.
    func write(_ requests: [ReportRequest], _ language: Language, or status: ExitStatus, text: (ReportFormat) -> String) -> ExitStatus {
        var out = status
        for request in requests {
            if request.isStandardOutput {
                write(document: text(request.format))
            } else if let trouble = FileWriter.replace(request.path, with: Array(text(request.format).utf8), at: .report) {
                out = unwritten(request.path, trouble, language)
            }
        }
        return out
    }

    /// Says why a file was not written.
    func unwritten(_ path: String, _ trouble: WriteTrouble, _ language: Language) -> ExitStatus {
        report("sfm: \(path): \(trouble.text[language])\n")
        return .unwritable
    }
}

extension Environment {
    /// The reports of `sfm test`.
    func write(_ requests: [ReportRequest], of runs: [TestCommand.Run], _ language: Language, _ plan: TestPlan, or status: ExitStatus) -> ExitStatus {
        guard !requests.isEmpty else { return status }
        let report = TestReport(
            runs.map { ($0.policy ?? "", $0.results) }, language: language, folder: WorkingFolder.path, showsTimes: options.showsTimes,
            emptiness: plan.emptiness, notRun: runs.map(\.notRun))
        return console.write(requests, language, or: status) { $0.render(report) { TestCommand.json(runs, language, plan) } }
    }

    /// The reports of `sfm check`.
    func write(_ requests: [ReportRequest], of checked: [Script], _ language: Language, or status: ExitStatus) -> ExitStatus {
        guard !requests.isEmpty else { return status }
        let findings = Finding.all(checked.map { ($0.sources, $0.diagnostics, $0.path) }, language, folder: WorkingFolder.path)
        return console.write(requests, language, or: status) { format in
            switch format {
            case .sarif: SARIFReporter.render(findings, language, version: SfmTool.version, isEmpty: checked.isEmpty)
            case .gitlab: GitLabReporter.render(findings)
            case .github: GitHubReporter.render(findings, language)
            default: CheckCommand.json(checked, self)
            }
        }
    }

    /// Nanoseconds of a clock that only runs forward.
    static let clock: @Sendable () -> UInt64 = {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
    }
}
