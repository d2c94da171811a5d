import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm report merge OUT A B …`: the reports of all shards as one.
enum ReportCommand {
    /// A report is larger than any script.
    private static let largest = 1 << 28

    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        let words = environment.options.arguments
        guard words.first == "merge", words.count >= 3 else {
            throw UsageError(message: Text("sfm report merge OUT.json SHARD.json …", "sfm report merge ИТОГ.json ЧАСТЬ.json …"))
        }
        try ReportRequest.check(words[1], read: Set(words.dropFirst(2).map(FileStore.Identity.init)))
        let language = environment.language()
        var reports: [(name: String, bytes: [UInt8])] = []
        for name in words.dropFirst(2) {
            switch FileStore.readNamed(name, limit: largest) {
            case .success(let bytes): reports.append((name, bytes))
            case .failure(let trouble):
                let diagnostic = ScriptSet.diagnostic(trouble, name, largest)
                environment.say(diagnostic)
                return ExitStatus(of: [diagnostic])
            }
        }
        let merged: MergedReport
        do throws(MergedReport.Refusal) {
            merged = try MergedReport(reports)
        } catch {
            environment.console.report("sfm: \(Safe.text(error.message[language]))\n")
            return .invalid
        }
        if let trouble = FileWriter.replace(words[1], with: Array(merged.text.utf8), at: .report) {
            return environment.console.unwritten(words[1], trouble, language)
        }
        environment.print("\(merged.passed) passed, \(merged.failed) failed\n")
        return status(merged)
    }

    /// The status that one run of the whole would have had.
    private static func status(_ merged: MergedReport) -> ExitStatus {
        if merged.errors.contains(where: { code in DiagnosticCode.allCases.contains { $0.isLimit && $0.text == code } }) { return .limit }
        if !merged.errors.isEmpty { return .invalid }
        if merged.passed + merged.failed == 0 { return .nothing }
        return merged.failed > 0 ? .failed : .ok
    }
}
