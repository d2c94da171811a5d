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
            case .success(let bytes):
                if let diagnostic = Diagnostic.notUTF8(SourceFile(name: name, bytes: bytes)) {
                    environment.console.report("sfm: “\(Safe.text(name))”\n")
                    environment.say(diagnostic)
                    return .invalid
                }
                reports.append((name, Array(bytes.dropFirst(Lexer.bomLength(bytes)))))
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
        let status = status(merged)
        if let trouble = FileWriter.replace(words[1], with: Array(merged.text(status: status.word).utf8), at: .report) {
            return environment.console.unwritten(words[1], trouble, language)
        }
        if status == .nothing { environment.print(language == .english ? "no scenario was found\n" : "не найдено ни одного сценария\n") }
        environment.print(TestCommand.unchecked(merged.invalid, language) + "\(merged.passed) passed, \(merged.failed) failed\n")
        return status
    }

    /// The status that one run of the whole would have had.
    private static func status(_ merged: MergedReport) -> ExitStatus {
        if merged.errors.contains(where: { code in DiagnosticCode.allCases.contains { $0.isLimit && $0.text == code } }) { return .limit }
        if !merged.errors.isEmpty { return .invalid }
        if merged.passed + merged.failed == 0 { return .nothing }
        return merged.failed > 0 ? .failed : .ok
    }
}
