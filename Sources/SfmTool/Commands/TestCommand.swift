import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm test PATHS`: runs every scenario and reports.
enum TestCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        let json = try environment.format(["pretty", "json"]) == "json"
        guard let (results, language) = execute(environment) else { return .invalid }
        if json {
            environment.print(JSONReporter.text(results, language))
        } else {
            report(results, language, environment)
        }
        return status(results)
    }

    /// Every file of the command line, run; `nil` where a path does not exist, which has been said.
    static func execute(_ environment: Environment) -> ([FileResult], Language)? {
        var scripts = ScriptSet(environment)
        let paths = environment.options.arguments.isEmpty ? ["."] : environment.options.arguments
        let files: [String]
        switch scripts.files(paths) {
        case .success(let found): files = found
        case .failure(let trouble):
            environment.say(ScriptSet.diagnostic(trouble.trouble, trouble.path, 0))
            return nil
        }
        let runner = Runner(limits: environment.options.limits)
        var own: Language?
        let results = files.compactMap { file -> FileResult? in
            let script = scripts.load(file, override: environment.options.policies)
            if own == nil, let source = script.sources.first { own = ScriptSet.language(of: source.bytes) }
            // A file of policies or of background alone has nothing to run.
            if !script.hasSteps, !script.hasErrors { return nil }
            return runner.run(script, named: ScriptPath.last(of: file))
        }
        return (results, environment.language(ofFile: own))
    }

    private static func report(_ results: [FileResult], _ language: Language, _ environment: Environment) {
        let reporter = PrettyReporter(language: language, colour: environment.colour, plain: environment.console.isPlain)
        let width = results.map { DisplayWidth.of(Safe.text($0.path)) }.max() ?? 0
        var out = ""
        for result in results { out += reporter.line(result, width: min(width, 60)) }
        for result in results { out += reporter.failures(result) }
        let coverage = Coverage(results)
        if !coverage.policies.isEmpty { out += "\n" + reporter.coverage(coverage) }
        if results.isEmpty {
            out += language == .english ? "no scenario was found\n" : "не найдено ни одного сценария\n"
        }
        environment.print(out + PrettyReporter.totals(results))
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
