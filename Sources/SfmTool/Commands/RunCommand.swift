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
        var budget = Budget(environment.options.limits)
        for script in loaded where !budget.isSpent {
            let status = run(script, &budget, environment)
            if status.rawValue > worst.rawValue { worst = status }
        }
        return worst
    }

    /// What all files of a run together may take and tell.
    private struct Budget {
        private let limits: ScriptLimits
        private var (steps, bytes) = (0, 0)

        init(_ limits: ScriptLimits) { self.limits = limits }

        var isSpent: Bool { steps > limits.runSteps || bytes > limits.outputBytes }

        /// The limit that a text of so many bytes would go beyond.
        mutating func tell(_ count: Int, _ span: Span) -> Diagnostic? {
            bytes += count
            return bytes > limits.outputBytes ? .tooMuchOutput(span, limits.outputBytes) : nil
        }

        /// The limit that so many steps have gone beyond.
        mutating func take(_ count: Int, _ span: Span) -> Diagnostic? {
            steps += count
            return steps > limits.runSteps ? .tooManyRunSteps(span, limits.runSteps) : nil
        }
    }

    private static func run(_ script: Script, _ budget: inout Budget, _ environment: Environment) -> ExitStatus {
        let language = environment.language()
        let renderer = DiagnosticRenderer(language: language, colour: environment.colour)
        guard !script.hasErrors else {
            for d in script.diagnostics { environment.console.report(renderer.render(d, sources: script.sources) + "\n") }
            return script.hitLimit ? .limit : .invalid
        }
        guard script.hasSteps else { return .nothing }
        var (failed, hasRun) = (false, false)
        var teller = Teller(language: language, colour: environment.colour, plain: environment.console.isPlain, sources: script.sources)
        var limit: Diagnostic?
        /// Tells a text while that is within the limit.
        func tell(_ text: String, _ span: Span) {
            limit = limit ?? budget.tell(text.utf8.count, span)
            if limit == nil { environment.tell(text) }
        }
        func play(_ steps: [StepNode], _ interpreter: inout Interpreter) -> Bool {
            for step in steps {
                if case .repeated(let n, let inner) = step.kind {
                    for _ in 0..<n where !play(inner, &interpreter) { return false }
                    continue
                }
                let result = interpreter.run(step)
                if case .failure(let failure) = result { limit = failure.limit }
                guard limit == nil else { return false }
                tell(teller.tell(step, result, interpreter), step.span)
                guard limit == nil else { return false }
                if case .failure(let failure) = result {
                    failed = true
                    if failure.ends { return false }
                }
            }
            return true
        }
        /// Runs steps in a world of their own, behind the background.
        func runAnew(_ steps: [StepNode], _ span: Span) {
            var interpreter = script.makeInterpreter()
            _ = play(script.background + steps, &interpreter)
            let excess = budget.take(interpreter.work.steps, span)
            limit = limit ?? excess
        }
        if let first = script.looseSteps.first {
            hasRun = true
            runAnew(script.looseSteps, first.span)
        }
        for scenario in script.scenarios + script.exercises.map(\.scenario) where limit == nil {
            tell((language == .english ? "scenario " : "сценарий ") + FormPrinter.source(Safe.title(scenario.title)) + "\n", scenario.titleSpan)
            if let mark = scenario.mark { tell("  " + Safe.message(mark.words[language]) + "\n", scenario.titleSpan) }
            if scenario.mark?.kind == .skip { continue }
            hasRun = true
            teller.indent = "  "
            let failedBefore = failed
            failed = false
            runAnew(scenario.steps, scenario.titleSpan)
            if let mark = scenario.mark {
                failed.toggle()
                if failed { tell("  " + Safe.message(mark.mended.message[language]) + "\n", scenario.titleSpan) }
            }
            failed = failed || failedBefore
            teller.indent = ""
        }
        if let limit {
            environment.console.report(renderer.render(limit, sources: script.sources) + "\n")
            return .limit
        }
        return failed ? .failed : hasRun ? .ok : .nothing
    }
}
