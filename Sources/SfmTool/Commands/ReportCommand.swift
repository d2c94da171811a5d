import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm report merge OUT A B …`: the reports of all shards as one, in any format.
enum ReportCommand {
    /// What it begins with.
    static let words = ["merge", "сложить"]

    /// A report is larger than any script.
    private static let largest = 1 << 28

    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        let (out, names) = try targets(environment.options)
        let requests = try ReportRequest.all(out, among: ReportFormat.ofTest, reading: names)
        var reports: [(name: String, bytes: [UInt8])] = []
        for name in names {
            switch FileStore.readNamed(name, limit: largest) {
            case .success(let bytes):
                if let diagnostic = Diagnostic.notUTF8(SourceFile(name: name, bytes: bytes)) {
                    environment.console.report("sfm: “\(name)”\n")
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
            environment.console.report("sfm: \(error.message[environment.language()])\n")
            return .invalid
        }
        let language = environment.language(counting: [merged.language])
        let results = merged.results
        let status = TestCommand.status(results)
        let report = TestReport([("", results)], language: language, folder: WorkingFolder.path, showsTimes: merged.hasTimes, isMerged: true)
        let written = environment.console.write(requests, language, or: status) { format in
            format.render(report) { JSONReporter.render(results, language, folder: WorkingFolder.path, status: status.word, seed: merged.seed) }
        }
        // A document on standard output stands there alone.
        guard !requests.contains(where: { $0.isStandardOutput && !$0.format.isLines }) else { return written }
        let reporter = PrettyReporter(language: language, colour: environment.colour, plain: environment.console.isPlain)
        if status == .nothing { environment.print("\(TestReport.lack(skipped: results.reduce(0) { $0 + $1.marked.count })[language])\n") }
        environment.print(
            reporter.marked(results) + TestCommand.unchecked(results.count { $0.isInvalid }, language) + PrettyReporter.totals(results))
        return written
    }

    /// Where the report of the whole goes, and the reports that it is made of. Beside `--report` the first file may be left out: one that
    /// is a shard's report is read.
    private static func targets(_ options: Options) throws(UsageError) -> (out: [String], shards: [String]) {
        let words = Array(options.arguments.dropFirst())
        guard let first = options.arguments.first, Self.words.contains(first), let out = words.first,
            !options.reports.isEmpty || words.count > 1
        else {
            throw UsageError(
                message: Text(
                    "sfm report merge OUT.json SHARD.json …, or with --report junit=OUT.xml in place of OUT.json",
                    "sfm report merge ИТОГ.json ЧАСТЬ.json …, а вместо ИТОГ.json можно указать --report junit=ИТОГ.xml"))
        }
        if !options.reports.isEmpty, isShard(out) { return (options.reports, words) }
        return ([out] + options.reports, Array(words.dropFirst()))
    }

    private static func isShard(_ path: String) -> Bool {
        guard case .success(let bytes) = FileStore.readNamed(path, limit: largest) else { return false }
        return MergedReport.isShard(bytes)
    }
}
