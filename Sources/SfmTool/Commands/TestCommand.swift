import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm test PATHS`: runs every scenario and reports; under several policies, as a matrix.
enum TestCommand {
    /// One run of every file: under the policies that the files put in force, or under the one named.
    struct Run {
        let policy: String?
        let results: [FileResult]
    }

    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        if environment.options.updates { return try UpdateCommand.run(environment) }
        let format = try environment.format(["pretty", "dots", "json"])
        let reports = try ReportRequest.all(environment.options.reports, among: ReportFormat.ofTest)
        guard let (runs, language) = execute(environment, recordsSteps: reports.contains { $0.format == .html }) else { return .invalid }
        let results = runs.flatMap(\.results)
        let status = environment.write(reports, of: runs, language, or: status(results))
        // A document on standard output stands there alone.
        if reports.contains(where: { $0.isStandardOutput && !$0.format.isLines }) { return status }
        if format == "json" {
            environment.print(json(runs, language))
        } else if runs.count > 1 {
            MatrixPrinter.print(runs, language, environment)
        } else {
            report(results, language, dots: format == "dots", environment)
        }
        return status
    }

    /// Results as `--format json` has them: a list, or the table where there are several policies.
    static func json(_ runs: [Run], _ language: Language) -> String {
        runs.count > 1 ? MatrixJSON.text(MatrixPrinter.matrix(runs), language) : JSONReporter.text(runs.flatMap(\.results), language)
    }

    /// Every file of the command line, run once under each policy named; `nil` where a path or a policy is no good, which
    /// has been said.
    static func execute(_ environment: Environment, recordsSteps: Bool = false) -> (runs: [Run], language: Language)? {
        let scripts = ScriptSet(options: environment.options)
        let paths = environment.options.arguments.isEmpty ? ["."] : environment.options.arguments
        let files: [String]
        switch scripts.files(paths) {
        case .success(let found): files = found
        case .failure(let trouble):
            environment.say(ScriptSet.diagnostic(trouble.trouble, trouble.path, 0))
            return nil
        }
        let recorded = recordsSteps ? language(of: files, environment) : nil
        guard let names = environment.policyNames else {
            let played = play(files, nil, recorded, environment)
            return ([Run(policy: nil, results: played.compactMap(\.result))], language(played, environment))
        }
        guard let choices = environment.choose(names) else { return nil }
        let played = choices.map { play(files, [$0], recorded, environment) }
        let runs = zip(names, zip(choices, played)).map { name, made in
            Run(policy: made.0.policy?.id ?? name, results: made.1.compactMap(\.result))
        }
        return (runs, language(played.first ?? [], environment))
    }

    private static func language(_ played: [Played], _ environment: Environment) -> Language {
        environment.language(ofFile: played.lazy.compactMap(\.language).first)
    }

    /// The language in which steps are told while the files run: the one that the report will have.
    private static func language(of files: [String], _ environment: Environment) -> Language {
        if let given = environment.options.language { return given }
        var scripts = ScriptSet(options: environment.options)
        for file in files {
            if let own = scripts.load(file).sources.first.flatMap({ ScriptSet.language(of: $0.bytes) }) { return own }
        }
        return environment.language()
    }

    /// What came of one file, with the language that it is written in.
    private struct Played: Sendable {
        let result: FileResult?
        let language: Language?
    }

    /// Runs the files on all cores; what comes out does not depend on how many there are. Steps are told where a language is given.
    private static func play(_ files: [String], _ override: [PolicyChoice]?, _ recorded: Language?, _ environment: Environment) -> [Played] {
        let jobs = environment.options.jobs ?? ParallelMap.cores
        let options = environment.options
        // A handful of files is done before a thread has started.
        return ParallelMap.map(files.count, jobs: files.count < 8 ? 1 : jobs, context: { ScriptSet(options: options) }) { scripts, index in
            let script = scripts.load(files[index], override: override)
            let language = script.sources.first.flatMap { ScriptSet.language(of: $0.bytes) }
            // A file of policies or of background alone has nothing to run.
            guard script.hasSteps || script.hasErrors else { return Played(result: nil, language: language) }
            let recorder = recorded.map { StepRecording(language: $0, sources: script.sources).recorder }
            let runner = Runner(limits: options.limits, recorder: recorder, clock: options.showsTimes ? Environment.clock : nil)
            return Played(result: runner.run(script, named: ScriptPath.last(of: files[index])), language: language)
        }
    }

    private static func report(_ results: [FileResult], _ language: Language, dots: Bool, _ environment: Environment) {
        let reporter = PrettyReporter(language: language, colour: environment.colour, plain: environment.console.isPlain)
        let width = results.map { DisplayWidth.of(Safe.text($0.path)) }.max() ?? 0
        var out = ""
        if dots { out += DotsReporter.text(results) }
        // What is wrong with a file is told either way.
        for result in results where !dots || result.isInvalid { out += reporter.line(result, width: min(width, 60)) }
        for result in results { out += reporter.failures(result) }
        let coverage = Coverage(results)
        if !coverage.policies.isEmpty { out += "\n" + reporter.coverage(coverage) }
        if results.isEmpty {
            out += language == .english ? "no scenario was found\n" : "не найдено ни одного сценария\n"
        }
        environment.print(out + unchecked(results.count(where: \.isInvalid), language) + PrettyReporter.totals(results))
    }

    /// How many files have mistakes: their scenarios are in neither of the totals.
    static func unchecked(_ files: Int, _ language: Language) -> String {
        guard files > 0 else { return "" }
        let counted = Plural.file.counted(files, language)
        return "\n" + (language == .english ? "not checked because of mistakes: \(counted)\n" : "не проверено из-за ошибок: \(counted)\n")
    }

    static func status(_ results: [FileResult]) -> ExitStatus {
        if results.contains(where: \.hitLimit) { return .limit }
        if results.contains(where: \.isInvalid) { return .invalid }
        if results.isEmpty || results.allSatisfy({ $0.scenarios.isEmpty }) { return .nothing }
        return results.contains { $0.failed > 0 } ? .failed : .ok
    }
}

extension Environment {
    /// The format asked for, one of those that the command has; the first without an option.
    func format(_ known: [String]) throws(UsageError) -> String {
        guard let format = options.format else { return known[0] }
        guard known.contains(format) else {
            let list = known.joined(separator: ", ")
            throw UsageError(message: Text("--format is one of: \(list)", "--format — одно из: \(list)"))
        }
        return format
    }

    /// A diagnostic that belongs to no source text, on standard error.
    func say(_ diagnostic: Diagnostic) {
        let renderer = DiagnosticRenderer(language: language(), colour: false)
        console.report(renderer.render(diagnostic, sources: []))
    }
}
