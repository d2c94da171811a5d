import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm run FILES`: runs scripts and says what happened at every step.
enum RunCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        guard !environment.options.arguments.isEmpty else {
            throw UsageError(message: Text("run which file?", "какой файл исполнить?"))
        }
        if environment.saysTable(environment.options.arguments) { return .invalid }
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
            let status = tell(script, &budget, environment)
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

    private static func tell(_ script: Script, _ budget: inout Budget, _ environment: Environment) -> ExitStatus {
        let language = environment.language()
        let renderer = DiagnosticRenderer(language: language, colour: environment.colour)
        guard !script.hasErrors else {
            for d in script.diagnostics { environment.console.report(renderer.render(d, sources: script.sources) + "\n") }
            return script.hitLimit ? .limit : .invalid
        }
        guard script.hasSteps else { return .nothing }
        var telling = Telling(
            renderer: OutcomeRenderer(language: language, colour: environment.colour, plain: environment.console.isPlain, sources: script.sources),
            environment: environment, budget: budget)
        defer { budget = telling.budget }
        /// Runs steps in a world of their own, behind the background.
        func runAnew(_ steps: [StepNode], _ span: Span) {
            var interpreter = script.makeInterpreter()
            interpreter.play(script.background + steps, &telling)
            telling.count(interpreter.work.steps, span)
        }
        var hasRun = false
        if let first = script.looseSteps.first {
            hasRun = true
            runAnew(script.looseSteps, first.span)
        }
        for scenario in script.scenarios + script.exercises.map(\.scenario) where telling.limit == nil {
            let head: SafeText = scenario.exploration == nil ? language("scenario ", "сценарий ") : language("exploration ", "исследование ")
            telling.tell("\(head)\(SafeText(title: scenario.title).quoted)\n", scenario.titleSpan)
            if let mark = scenario.mark { telling.tell("  \(message: mark.words[language])\n", scenario.titleSpan) }
            if scenario.mark?.kind == .skip { continue }
            hasRun = true
            telling.renderer.indent = "  "
            let failedBefore = telling.failed
            telling.failed = false
            if scenario.exploration != nil {
                telling.explore(scenario, of: script)
                telling.failed = telling.failed || failedBefore
                telling.renderer.indent = ""
                continue
            }
            runAnew(scenario.steps, scenario.titleSpan)
            if let mark = scenario.mark {
                telling.failed.toggle()
                if telling.failed { telling.tell("  \(message: mark.mended.message[language])\n", scenario.titleSpan) }
            }
            telling.failed = telling.failed || failedBefore
            telling.renderer.indent = ""
        }
        if let limit = telling.limit {
            environment.console.report(renderer.render(limit, sources: script.sources) + "\n")
            return .limit
        }
        return telling.failed ? .failed : hasRun ? .ok : .nothing
    }

    /// Tells every step, as long as that is within the budget.
    private struct Telling: StepObserver {
        var renderer: OutcomeRenderer
        let environment: Environment
        var budget: Budget
        private(set) var limit: Diagnostic?
        var failed = false

        init(renderer: OutcomeRenderer, environment: Environment, budget: Budget) {
            (self.renderer, self.environment, self.budget) = (renderer, environment, budget)
        }

        mutating func tell(_ text: SafeText, _ span: Span) {
            limit = limit ?? budget.tell(text.size, span)
            if limit == nil { environment.tell(text) }
        }

        mutating func count(_ steps: Int, _ span: Span) {
            let excess = budget.take(steps, span)
            limit = limit ?? excess
        }

        /// Tells what an exploration comes to.
        mutating func explore(_ scenario: ScenarioNode, of script: Script) {
            Interruptible.mayStopOnce()
            let progress = ExplorationProgress(environment)
            var runner = Runner(limits: environment.options.limits)
            if let progress { runner.progress = { progress.tell($0, $1) } }
            let (outcome, work, exceeded) = runner.explored(scenario, of: script)
            progress?.finish()
            count(work, scenario.titleSpan)
            limit = limit ?? exceeded
            guard let outcome, limit == nil else { return }
            let language = environment.language()
            for failure in outcome.failures + outcome.known {
                tell(
                    DiagnosticRenderer(language: language, colour: environment.colour)
                        .excerpt(failure.span, label: failure.message[language], notes: failure.details.map { $0[language] }, sources: script.sources),
                    scenario.titleSpan)
            }
            if let seen = outcome.seen, outcome.passed { tell("  \(seen.told[language])\n", scenario.titleSpan) }
            failed = outcome.failed
        }

        func attention(to step: StepNode) -> Attention { .result }

        mutating func ran(_ step: StepNode, _ result: StepResult, before: Interpreter?, after: borrowing Interpreter) -> Bool {
            var failure: Failure?
            if case .failure(let found) = result { failure = found }
            limit = failure?.limit
            if limit == nil { tell(renderer.tell(step, result, copy after), step.span) }
            if limit == nil, failure != nil { failed = true }
            return limit == nil && !(failure?.ends ?? false)
        }
    }
}
