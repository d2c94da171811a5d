import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// An exercise with its world: where a learner begins, and what the world has to come to.
///
/// Graded by state alone: how a learner got there is nobody's business, but for breaches and what is off limits.
public struct ExerciseWorld: Sendable {
    public let node: ExerciseNode
    /// After the background and everything that the exercise says was before.
    public let start: Interpreter
    /// The names that are known at the start.
    public let checker: Checker
    /// How often the model solution breaches each clause.
    private var tolerated: [ClauseRef: Int] = [:]

    /// Fails where a step before the start does.
    public init(_ node: ExerciseNode, of script: Script) throws(Failure) {
        self.node = node
        var checker = Checker()
        checker.hasPolicy = !script.policySet.isEmpty
        checker.check(script.background + node.steps, names: script.names, policies: nil)
        _ = checker.takeDiagnostics()
        self.checker = checker
        var interpreter = script.makeInterpreter()
        try interpreter.play(script.background + node.steps)
        start = interpreter
        if let after = try? solved() {
            for breach in after.ledger.breaches.dropFirst(start.ledger.breaches.count) { tolerated[breach.clause, default: 0] += 1 }
        }
    }

    /// The world after the model solution.
    private func solved() throws(Failure) -> Interpreter {
        var interpreter = start
        interpreter.work = start.work.branched()
        try interpreter.play(node.solution ?? [])
        return interpreter
    }

    // MARK: - Measuring

    /// Why a goal is not met; `nil` where it is.
    public func shortfall(of goal: GoalNode, in interpreter: Interpreter) -> Failure? {
        var copy = interpreter.trial
        copy.work = interpreter.work.branched()
        guard case .failure(let failure) = copy.run(StepNode(kind: .expectFact(goal.fact), span: goal.span)) else { return nil }
        return failure
    }

    /// Which goals hold.
    public func met(in interpreter: Interpreter) -> [Bool] { node.goals.map { shortfall(of: $0, in: interpreter) == nil } }

    /// The breaches since the start that the model solution does without.
    public func excess(in interpreter: Interpreter) -> [Breach] {
        var left = tolerated
        return interpreter.ledger.breaches.dropFirst(start.ledger.breaches.count).filter { breach in
            guard let free = left[breach.clause], free > 0 else { return true }
            left[breach.clause] = free - 1
            return false
        }
    }

    /// The rule that what was done since a moment goes against: acts by the log, so that no other way of doing them gets by.
    public func offLimits(_ steps: [StepNode], since earlier: Int, in interpreter: Interpreter) -> OffLimitsNode? {
        let done = Set(interpreter.log.dropFirst(earlier).map(\.request.act))
        return node.offLimits.first { rule in
            rule.acts.contains { done.contains($0.act) } || steps.contains { $0.uses(rule.words) }
        }
    }

    // MARK: - Proving

    /// What is wrong with the exercises of a script that has no mistakes otherwise: found by running them.
    static func trouble(in script: Script) -> [Diagnostic] {
        script.exercises.flatMap { node -> [Diagnostic] in
            do throws(Failure) {
                return try ExerciseWorld(node, of: script).trouble()
            } catch {
                return [.stepFails(error)]
            }
        }
    }

    private func trouble() throws(Failure) -> [Diagnostic] {
        if met(in: start).allSatisfy({ $0 }) { return [.solvedAtStart(node.titleSpan)] }
        let after = try solved()
        if let rule = offLimits(node.solution ?? [], since: start.log.count, in: after) { return [.solutionOffLimits(rule.span)] }
        return node.goals.compactMap { goal in shortfall(of: goal, in: after).map { .goalNotReached(goal.span, $0) } }
    }
}

/// Stops at the first step that does not come out as it says.
private struct FirstFailure: StepObserver {
    var failure: Failure?

    func attention(to step: StepNode) -> Attention { .result }

    mutating func ran(_ step: StepNode, _ result: StepResult, before: Interpreter?, after: borrowing Interpreter) -> Bool {
        if case .failure(let found) = result { failure = found }
        return failure == nil
    }
}

extension Script {
    /// The world in which its scenarios begin; fails where a step of the background does.
    func beginning() throws(Failure) -> Interpreter {
        var interpreter = makeInterpreter()
        try interpreter.play(background)
        interpreter.begin()
        return interpreter
    }

    /// In which language the head of a scenario is written.
    func language(of scenario: ScenarioNode) -> Language {
        guard sources.indices.contains(Int(scenario.span.file)) else { return .english }
        let bytes = sources[Int(scenario.span.file)].bytes
        return bytes.indices.contains(Int(scenario.span.lower)) && bytes[Int(scenario.span.lower)] >= 0xD0 ? .russian : .english
    }
}

extension Interpreter {
    fileprivate mutating func play(_ steps: [StepNode]) throws(Failure) {
        var first = FirstFailure()
        play(steps, &first)
        if let failure = first.failure { throw failure }
    }
}

extension StepNode {
    /// Whether the step, or one inside it, begins with one of the words.
    fileprivate func uses(_ words: [Keyword]) -> Bool {
        switch kind {
        case .force: words.contains(.force)
        case .fulfilDuties: words.contains(.fulfilDuties)
        case .repeated(_, let inner): inner.contains { $0.uses(words) }
        default: false
        }
    }
}

extension Diagnostic {
    /// What an exercise cannot do without and has not got.
    static func missing(in exercise: ExerciseNode) -> [Diagnostic] {
        func missing(_ what: Text, _ help: Text) -> Diagnostic {
            Diagnostic(.incompleteExercise, Text("the exercise has no ", "в упражнении нет ") + what, exercise.titleSpan, help: [help])
        }
        var out: [Diagnostic] = []
        if exercise.story.isEmpty {
            out.append(missing(Text("story", "рассказа"), Text("say what has happened: story \"…\"", "расскажите, что случилось: рассказ \"…\"")))
        }
        if exercise.goals.isEmpty {
            out.append(missing(Text("goal", "цели"), Text("say what is to be reached: goal FACT", "скажите, чего достичь: цель УТВЕРЖДЕНИЕ")))
        }
        if exercise.solution?.isEmpty ?? true {
            out.append(missing(Text("solution", "решения"), Text("show a way: solution … end", "покажите путь: решение … конец")))
        }
        return out
    }

    /// A limit is one here as in any scenario.
    static func stepFails(_ failure: Failure) -> Diagnostic {
        failure.limit
            ?? Diagnostic(.solutionFails, Text("this step does not work: ", "этот шаг не проходит: ") + failure.message, failure.span, help: failure.details)
    }

    static func solutionOffLimits(_ span: Span) -> Diagnostic {
        Diagnostic(
            .solutionFails, Text("the solution uses what is off limits here", "решение применяет то, что здесь применять нельзя"), span,
            help: [Text("solve it otherwise, or allow the act", "решите иначе или разрешите это действие")])
    }

    static func goalNotReached(_ span: Span, _ failure: Failure) -> Diagnostic {
        failure.limit
            ?? Diagnostic(
                .goalNotReached, Text("the solution does not reach this goal", "решение не достигает этой цели"), span,
                help: failure.details.isEmpty ? [failure.message] : failure.details)
    }

    static func solvedAtStart(_ span: Span) -> Diagnostic {
        Diagnostic(
            .solvedAtStart, Text("every goal is met before the exercise starts", "все цели выполнены ещё до начала"), span,
            help: [Text("add a goal that is still to be reached", "добавьте цель, которой ещё предстоит достичь")])
    }

    static func explorationInSession(_ span: Span) -> Diagnostic {
        Diagnostic(
            .misplaced, Text("an exploration begins in the background of a file, and not here", "исследование начинается с предыстории файла, а не здесь"),
            span, help: [Text("put it into a file: sfm test FILE", "запишите его в файл: sfm test ФАЙЛ")])
    }

    /// What a script says that is not done at the prompt.
    static func misplacedInSession(_ script: ScriptNode) -> Diagnostic? {
        if let exercise = script.exercises.first { return exerciseInSession(exercise.titleSpan) }
        return script.scenarios.first { $0.exploration != nil }.map { explorationInSession($0.titleSpan) }
    }

    static func exerciseInSession(_ span: Span) -> Diagnostic {
        Diagnostic(
            .misplaced, Text("exercises are not done here", "упражнения выполняют не здесь"), span,
            help: [Text("put it into a file: sfm train FILE", "запишите его в файл: sfm train ФАЙЛ")])
    }
}
