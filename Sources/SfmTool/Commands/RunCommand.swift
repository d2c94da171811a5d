import SfmRuntime
import SfmSyntax
import SfmTerms

/// `sfm run FILES`: runs scripts and says what happened at every step.
enum RunCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        guard !environment.options.arguments.isEmpty else {
            throw UsageError(message: Text("run which file?", "какой файл исполнить?"))
        }
        var scripts = ScriptSet(options: environment.options)
        var worst = ExitStatus.ok
        var override: [PolicyChoice]?
        if let names = environment.options.policies {
            switch environment.choose(names) {
            case .success(let chosen): override = chosen
            case .failure(let stopped): return stopped.status
            }
        }
        // All are read before anything is said: what they are written in decides in which language.
        let loaded = environment.options.arguments.map { scripts.loadToRun($0, override: override) }
        _ = environment.language(counting: loaded.map(\.language))
        for script in loaded {
            let status = run(script, environment)
            if status.rawValue > worst.rawValue { worst = status }
        }
        return worst
    }

    private static func run(_ script: Script, _ environment: Environment) -> ExitStatus {
        let language = environment.language()
        let renderer = DiagnosticRenderer(language: language, colour: environment.colour)
        guard !script.hasErrors else {
            for d in script.diagnostics { environment.console.report(renderer.render(d, sources: script.sources) + "\n") }
            return script.hitLimit ? .limit : .invalid
        }
        guard script.hasSteps else { return .nothing }
        var (failed, hasRun) = (false, false)
        var teller = Teller(language: language, colour: environment.colour, plain: environment.console.isPlain, sources: script.sources)
        func play(_ steps: [StepNode], _ interpreter: inout Interpreter) -> Bool {
            for step in steps {
                if case .repeated(let n, let inner) = step.kind {
                    for _ in 0..<n where !play(inner, &interpreter) { return false }
                    continue
                }
                let result = interpreter.run(step)
                environment.tell(teller.tell(step, result, interpreter))
                if case .failure(let failure) = result {
                    failed = true
                    if failure.ends { return false }
                }
            }
            return true
        }
        if !script.looseSteps.isEmpty {
            hasRun = true
            var interpreter = script.makeInterpreter()
            _ = play(script.background + script.looseSteps, &interpreter)
        }
        for scenario in script.scenarios + script.exercises.map(\.scenario) {
            environment.tell((language == .english ? "scenario " : "сценарий ") + FormPrinter.source(Safe.title(scenario.title)) + "\n")
            if let mark = scenario.mark { environment.tell("  " + Safe.message(mark.words[language]) + "\n") }
            if scenario.mark?.kind == .skip { continue }
            hasRun = true
            teller.indent = "  "
            var interpreter = script.makeInterpreter()
            let failedBefore = failed
            failed = false
            _ = play(script.background + scenario.steps, &interpreter)
            if let mark = scenario.mark {
                failed.toggle()
                if failed { environment.tell("  " + Safe.message(mark.mended.message[language]) + "\n") }
            }
            failed = failed || failedBefore
            teller.indent = ""
        }
        return failed ? .failed : hasRun ? .ok : .nothing
    }
}
