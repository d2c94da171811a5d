import SfmModel
import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// How one scenario came out.
package struct ScenarioResult: Sendable {
    package enum Outcome: String, Sendable, CaseIterable {
        case passed, failed, skipped, knownFailure
    }

    package let title: String
    package let line: Int
    package var tags: [String] = []
    /// What the scenario says of itself: that it is not run, or is known to fail.
    package var mark: ScenarioMark?
    package var steps = 0
    /// What counts against it; what is known to fail is apart.
    package var failures: [Failure] = []
    package var known: [Failure] = []
    /// What happened, where a report asked for it.
    package var records: [StepRecord] = []
    package var isExploration = false
    /// How much of what can happen an exploration has seen.
    package var seen: ExplorationSeen?
    /// What an exploration found that must not come about, in the order of its failures.
    package var counterexamples: [Counterexample] = []
    /// Zero where nobody asked for the time.
    package var nanoseconds: UInt64 = 0

    package var outcome: Outcome {
        guard failures.isEmpty else { return .failed }
        switch mark?.kind {
        case nil: return .passed
        case .skip: return .skipped
        case .knownFailure: return .knownFailure
        }
    }

    package var passed: Bool { failures.isEmpty && mark == nil }
    package var failed: Bool { !failures.isEmpty }
}

/// How one file came out; a file with mistakes has diagnostics and no scenarios. A reference: reports go through thousands of them.
///
/// Invariant: changed only by the thread that makes it, before it is handed on.
package final class FileResult: @unchecked Sendable {
    package let path: String
    /// What excerpts are taken from.
    @exclusivity(unchecked) package var sources: [SourceFile]
    @exclusivity(unchecked) package var diagnostics: [Diagnostic] = []
    @exclusivity(unchecked) package var scenarios: [ScenarioResult] = []
    @exclusivity(unchecked) package var coverage = CoverageCounters()
    /// Every policy that was in force, for coverage.
    @exclusivity(unchecked) package var policies: [Policy] = []
    /// The files that define them, where files do.
    @exclusivity(unchecked) package var policyFiles: [String?] = []
    package var isInvalid: Bool { diagnostics.contains { $0.severity == .error } }
    @exclusivity(unchecked) package var hitLimit = false

    init(path: String, sources: [SourceFile]) { (self.path, self.sources) = (path, sources) }

    /// What running it took, in steps.
    @exclusivity(unchecked) package var work = 0

    /// Forgets all that was run: it went beyond a limit, and nothing of it counts.
    package func refuse(_ diagnostic: Diagnostic) {
        (scenarios, coverage, hitLimit) = ([], CoverageCounters(), true)
        diagnostics.append(diagnostic)
    }

    /// Forgets what comes behind a failed scenario, the so many-th; how many scenarios are left out then.
    package func stop(afterFailures most: Int) -> Int {
        var left = most
        for k in scenarios.indices where scenarios[k].failed {
            left -= 1
            if left == 0 {
                notRun += scenarios.count - k - 1
                scenarios.removeSubrange((k + 1)...)
                break
            }
        }
        return notRun
    }

    package var passed: Int { scenarios.indices.count { scenarios[$0].passed } }
    package var failed: Int { scenarios.indices.count { scenarios[$0].failed } }
    /// Those that say of themselves that they are not run, or are known to fail and do.
    package var marked: [ScenarioResult] { scenarios.contains { $0.mark != nil } ? scenarios.filter { $0.mark != nil && !$0.failed } : [] }
    /// Whether anything of it has run.
    package var hasRun: Bool { scenarios.contains { $0.outcome != .skipped } }
    /// The scenarios that the run left out once enough had failed.
    @exclusivity(unchecked) package var notRun = 0
    package var steps: Int { scenarios.indices.reduce(0) { $0 + scenarios[$1].steps } }
}

/// Runs a script's scenarios, each in a fresh world.
package struct Runner {
    let limits: ScriptLimits
    let plan: RunPlan
    /// Puts steps in words for the reports that show them; without it no step is remembered.
    let recorder: StepRecorder?
    /// A clock in nanoseconds for the reports that show times.
    let clock: (@Sendable () -> UInt64)?
    /// Told now and then how far an exploration has come.
    package var progress: (@Sendable (_ situations: Int, _ depth: Int) -> Void)?

    package init(
        limits: ScriptLimits = ScriptLimits(), plan: RunPlan = RunPlan(), recorder: StepRecorder? = nil, clock: (@Sendable () -> UInt64)? = nil
    ) {
        (self.limits, self.plan, self.recorder, self.clock) = (limits, plan, recorder, clock)
    }

    package func test(_ script: Script, named fallback: @autoclosure () -> String) -> FileResult {
        let result = FileResult(path: script.path, sources: script.sources)
        result.diagnostics = script.diagnostics
        result.hitLimit = script.hitLimit
        result.policies = script.everyPolicy.policies
        result.policyFiles = result.policies.map { script.policyFiles[$0.address] }
        guard !script.hasErrors else { return result }
        let scenarios = plan.scenarios(of: script, named: fallback())
        // Of a few the lines are counted one by one, of thousands once.
        let lines = scenarios.count > 32 ? LineTable(script.sources) : nil
        var failed = 0
        for (k, scenario) in scenarios.enumerated() {
            if let most = plan.mostFailures, failed >= most {
                result.notRun = scenarios.count - k
                break
            }
            let row = script.sources[Int(scenario.span.file)].row
            let line = row?.lineInScript ?? lines?.line(of: scenario.span.lower, file: scenario.span.file) ?? script.line(of: scenario)
            if let limit = play(scenario, at: line, of: script, into: result) {
                result.refuse(limit)
                break
            }
            if result.scenarios[k].failed { failed += 1 }
            if Interruption.isWanted {
                result.notRun = scenarios.count - k - 1
                break
            }
        }
        return result
    }

    /// Whether one of the scenarios that passed does not pass any more.
    package func misses(_ script: Script, named fallback: @autoclosure () -> String, passed: Set<String>) -> Bool {
        let result = FileResult(path: script.path, sources: script.sources)
        result.policies = script.everyPolicy.policies
        for scenario in plan.scenarios(of: script, named: fallback()) where passed.contains(scenario.title) {
            let limit = play(scenario, at: script.line(of: scenario), of: script, into: result)
            // An exploration that gets no further than its limit has not come to another answer.
            if limit != nil && scenario.exploration == nil || result.failed > 0 { return true }
        }
        return false
    }

    /// Runs a scenario; the limit that it goes beyond, if it does.
    func play(_ scenario: ScenarioNode, at line: Int, of script: Script, into result: FileResult, mostFailures: Int = 100) -> Diagnostic? {
        var outcome = ScenarioResult(title: scenario.title, line: line, tags: scenario.tags, mark: scenario.mark)
        outcome.isExploration = scenario.exploration != nil
        if scenario.mark?.kind == .skip {
            result.scenarios.append(outcome)
            return nil
        }
        if scenario.exploration != nil { return explore(scenario, outcome, of: script, into: result) }
        var interpreter = script.makeInterpreter()
        let start = clock?() ?? 0
        var watch = Watch(recorder: recorder, mostFailures: mostFailures, outcome: outcome)
        if interpreter.play(script.background, &watch) {
            watch.isInBackground = false
            interpreter.play(scenario.steps, &watch)
        }
        outcome = watch.outcome
        if let clock { outcome.nanoseconds = clock() - start }
        result.work += interpreter.work.steps
        if let limit = outcome.failures.last?.limit { return limit }
        stop(&outcome, at: scenario.titleSpan)
        if result.work > limits.runSteps { return .tooManyRunSteps(scenario.titleSpan, limits.runSteps) }
        // A step may have put a policy in force: the places of one scenario are not those of the file.
        let places = interpreter.policies.policies.map { policy in result.policies.firstIndex { $0.id == policy.id } ?? result.policies.endIndex }
        result.coverage.merge(interpreter.coverage, at: places)
        outcome.settleMark()
        result.scenarios.append(outcome)
        return nil
    }
}

extension ScenarioResult {
    /// What is known to fail and does counts not against it; what is and does not does.
    mutating func settleMark() {
        guard let mark else { return }
        known = failures
        failures = known.isEmpty ? [mark.mended] : []
    }
}

/// Takes down what comes of a scenario's steps.
private struct Watch: StepObserver {
    let recorder: StepRecorder?
    let mostFailures: Int
    var outcome: ScenarioResult
    var isInBackground = true

    /// Of a scenario that goes on and on, only its beginning is remembered, and what fails.
    func attention(to step: StepNode) -> Attention {
        recorder == nil ? .none : outcome.records.count < StepRecord.most ? .changes : .result
    }

    mutating func ran(_ step: StepNode, _ result: StepResult, before: Interpreter?, after: borrowing Interpreter) -> Bool {
        if !isInBackground { outcome.steps += 1 }
        var failure: Failure?
        if case .failure(let found) = result { failure = found }
        if let recorder, before != nil || failure != nil {
            var record = recorder(step, result, before ?? copy after, copy after)
            record.isBackground = isInBackground
            outcome.records.append(record)
        }
        guard let failure else { return true }
        outcome.failures.append(failure.citing(after))
        return !failure.ends && outcome.failures.count < mostFailures
    }
}

extension Failure {
    /// With its clauses as text, as long as the policies are at hand.
    fileprivate func citing(_ interpreter: borrowing Interpreter) -> Failure {
        var copy = self
        let policies = interpreter.policies
        copy.citations = clauses.map { CitedClause(policy: policies.policy($0).id, clause: policies.clause($0).id) }
        return copy
    }
}
