import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// What came of a text that was typed.
package enum Submission: Sendable {
    /// The text ends inside a block.
    case incomplete
    case invalid([Diagnostic], [SourceFile])
    /// Every step that ran, with the state right after it; the last may have failed.
    case ran([(step: StepNode, result: StepResult, after: Interpreter)])
    /// A scenario typed in place ran in a world of its own.
    case scenarios([(title: String, steps: [(step: StepNode, result: StepResult, after: Interpreter)])])
    case defined([Policy])
    case empty
}

/// A conversation with one world: texts go in, answers come out, and every accepted text can be undone.
package struct Session: Sendable {
    private struct Moment: Sendable {
        var interpreter: Interpreter
        var checker: Checker
        var defined: [Policy]
    }

    package private(set) var interpreter = Interpreter()
    private var checker = Checker()
    /// Policies that were typed or loaded in this session.
    private var defined: [Policy] = []
    private var past: [Moment] = []
    private var future: [(moment: Moment, text: String)] = []
    /// Every accepted text, without those that were undone.
    package private(set) var accepted: [String] = []
    /// The last decision, for `why`.
    package var lastDecision: (decision: Decision, interpreter: Interpreter)?

    package init() {}

    // MARK: - Texts

    /// Takes one statement, block or several lines. A mistake or a refusal changes nothing.
    package mutating func submit(_ text: String, files: any ScriptFiles = NoFiles(), library: inout Library) -> Submission {
        var parser = Parser(grammar: Sfm.grammar, names: interpreter.names)
        let node = parser.parse(SourceFile(name: "—", text: text))
        if parser.isIncomplete { return .incomplete }
        guard parser.diagnostics.isEmpty else { return .invalid(parser.diagnostics, parser.sources) }
        let before = Moment(interpreter: interpreter, checker: checker, defined: defined)
        interpreter.names = parser.names
        var problems: [Diagnostic] = []
        let made = define(node.policies, &problems, &library)
        for use in node.uses { putInForce(use, files, &problems, &library) }
        shelve(node.looseSteps + node.background, files, &problems, &library)
        problems += check(node)
        guard problems.isEmpty else {
            restore(before)
            return .invalid(problems, parser.sources)
        }
        let submission = run(node, made)
        if changed(submission) {
            past.append(before)
            future = []
            accepted.append(text)
        } else {
            let tallied = interpreter.tally
            restore(before)
            interpreter.tally = tallied
            interpreter.names = parser.names
        }
        return submission
    }

    private mutating func restore(_ moment: Moment) { (interpreter, checker, defined) = (moment.interpreter, moment.checker, moment.defined) }

    private mutating func run(_ node: ScriptNode, _ made: [Policy]) -> Submission {
        if !node.scenarios.isEmpty { return .scenarios(node.scenarios.map { ($0.title, play(scenario: $0)) }) }
        var trace: [(step: StepNode, result: StepResult, after: Interpreter)] = []
        for use in node.uses {
            trace.append((StepNode(kind: .usePolicy(use), span: use.span), .success(.policies), interpreter))
        }
        _ = play(node.background + node.looseSteps, &interpreter, &trace)
        if case .failure? = trace.last?.result {} else if trace.isEmpty { return made.isEmpty ? .empty : .defined(made) }
        remember(trace)
        return .ran(trace)
    }

    private func play(scenario: ScenarioNode) -> [(step: StepNode, result: StepResult, after: Interpreter)] {
        var world = Interpreter(names: interpreter.names)
        (world.policies, world.shelf) = (interpreter.policies, interpreter.shelf)
        var trace: [(step: StepNode, result: StepResult, after: Interpreter)] = []
        _ = play(scenario.steps, &world, &trace)
        return trace
    }

    private func play(_ steps: [StepNode], _ world: inout Interpreter, _ trace: inout [(step: StepNode, result: StepResult, after: Interpreter)]) -> Bool {
        for step in steps {
            if case .repeated(let n, let inner) = step.kind {
                for _ in 0..<n where !play(inner, &world, &trace) { return false }
                continue
            }
            let result = world.run(step)
            trace.append((step, result, world))
            if case .failure(let failure) = result, failure.ends { return false }
        }
        return true
    }

    private mutating func remember(_ trace: [(step: StepNode, result: StepResult, after: Interpreter)]) {
        for (_, result, after) in trace {
            switch result {
            case .success(.done(_, let decision, _)), .success(.decided(let decision, _)): lastDecision = (decision, after)
            case .failure(let failure): if let decision = failure.decision { lastDecision = (decision, after) }
            default: continue
            }
        }
    }

    /// Refused steps change nothing; a text whose last step failed is not part of the session.
    private func changed(_ submission: Submission) -> Bool {
        switch submission {
        case .ran(let trace):
            guard case .success? = trace.last?.result else { return false }
            return true
        case .scenarios, .defined: return true
        case .incomplete, .invalid, .empty: return false
        }
    }

    private mutating func check(_ node: ScriptNode) -> [Diagnostic] {
        if let exercise = node.exercises.first { return [.exerciseInSession(exercise.titleSpan)] }
        checker.hasPolicy = interpreter.hasPolicy
        checker.check(node.background + node.looseSteps, names: interpreter.names, policies: interpreter.policies)
        for scenario in node.scenarios {
            var inner = Checker()
            inner.hasPolicy = interpreter.hasPolicy
            inner.check(scenario.steps, names: interpreter.names, policies: interpreter.policies)
            let found = inner.takeDiagnostics()
            if !found.isEmpty { return found }
        }
        return checker.takeDiagnostics()
    }

    // MARK: - Policies

    private mutating func define(_ nodes: [PolicyNode], _ problems: inout [Diagnostic], _ library: inout Library) -> [Policy] {
        nodes.map { node in
            var compiler = PolicyCompiler(node)
            let extended = node.extends.compactMap { find(interpreter.names[$0.name], &library) }
            let policy = compiler.compile(extending: extended)
            problems += compiler.diagnostics
            if Library.shippedIDs.contains(node.id) {
                problems.append(
                    Diagnostic(
                        .shippedPolicy,
                        Text("a policy of the name “\(node.id)” comes with the program", "порядок с названием «\(node.id)» поставляется с программой"),
                        node.idSpan))
            }
            defined.removeAll { $0.id == node.id }
            defined.append(policy)
            return policy
        }
    }

    private func find(_ id: String, _ library: inout Library) -> Policy? { defined.last { $0.id == id } ?? library.shippedPolicy(id) }

    private mutating func resolve(_ use: PolicyReference, _ files: any ScriptFiles, _ problems: inout [Diagnostic], _ library: inout Library) -> Policy? {
        let id = interpreter.names[use.name]
        if let policy = find(id, &library) { return policy }
        // A file's policy goes the way of a script's.
        var loader = ScriptLoader(files: files, path: "—")
        let script = loader.load(SourceFile(name: "—", text: "use policy " + FormPrinter.source(id)), library: &library)
        problems += script.diagnostics.map { d in
            var moved = d
            moved.span = use.span
            return moved
        }
        return script.policies.last
    }

    private mutating func putInForce(_ use: PolicyReference, _ files: any ScriptFiles, _ problems: inout [Diagnostic], _ library: inout Library) {
        if let policy = resolve(use, files, &problems, &library) { interpreter.putInForce(policy) }
    }

    private mutating func shelve(_ steps: [StepNode], _ files: any ScriptFiles, _ problems: inout [Diagnostic], _ library: inout Library) {
        for step in steps {
            if case .usePolicy(let use) = step.kind, let policy = resolve(use, files, &problems, &library) { interpreter.shelf[use.name] = policy }
        }
    }

    /// A conversation that begins in the midst of things, with the names that are known there.
    package init(at interpreter: Interpreter, knowing checker: Checker) { (self.interpreter, self.checker) = (interpreter, checker) }

    // MARK: - Back and forth

    /// Takes back up to `n` texts; returns them, the latest first.
    package mutating func undo(_ n: Int = 1) -> [String] {
        var out: [String] = []
        for _ in 0..<max(0, n) {
            guard let moment = past.popLast(), let text = accepted.popLast() else { break }
            future.append((Moment(interpreter: interpreter, checker: checker, defined: defined), text))
            restore(moment)
            out.append(text)
        }
        return out
    }

    /// Does again what was taken back last.
    package mutating func redo() -> String? {
        guard let (moment, text) = future.popLast() else { return nil }
        past.append(Moment(interpreter: interpreter, checker: checker, defined: defined))
        restore(moment)
        accepted.append(text)
        return text
    }

    /// A fresh world; it can be undone.
    package mutating func reset() {
        let before = Moment(interpreter: interpreter, checker: checker, defined: defined)
        interpreter = Interpreter(names: interpreter.names)
        checker = Checker()
        past.append(before)
        accepted.append("# reset")
        future = []
        lastDecision = nil
    }

    // MARK: - Questions

    /// The answer to an act without doing it, for `why not ACT`.
    package mutating func ask(_ text: String) -> Result<Decision, Problems> {
        parse(act: text).flatMap { node in
            var trial = interpreter.trial
            do throws(Trouble) {
                let resolved = try trial.resolve(node)
                guard let call = resolved.calls.first else { preconditionFailure("an act without calls") }
                let decision = resolved.obstacle.map { trial.impossible(call, $0) } ?? trial.decide(call, actorIsOpen: resolved.actorIsOpen)
                lastDecision = (decision, interpreter)
                return .success(decision)
            } catch {
                return .failure(Problems(diagnostics: [error.diagnostic], sources: [SourceFile(name: "—", text: text)]))
            }
        }
    }

    /// Everybody who may do an act now.
    package mutating func whoCan(_ text: String) -> Result<[PersonID], Problems> {
        parse(act: text).flatMap { node in
            do throws(Trouble) {
                var q = Query(node: FactNode(fact: 0, negated: false, slots: [], span: node.span))
                q.act = node
                return .success(try NormFacts.able(interpreter, q))
            } catch {
                return .failure(Problems(diagnostics: [error.diagnostic], sources: [SourceFile(name: "—", text: text)]))
            }
        }
    }

    package struct Problems: Error, Sendable {
        package let diagnostics: [Diagnostic]
        package let sources: [SourceFile]
    }

    private mutating func parse(act text: String) -> Result<ActNode, Problems> {
        var parser = Parser(grammar: Sfm.grammar, names: interpreter.names)
        let node = parser.parseAct(SourceFile(name: "—", text: text))
        interpreter.names = parser.names
        var problems = parser.diagnostics
        if let node, problems.isEmpty {
            var copy = checker
            copy.check([StepNode(kind: .act(node), span: node.span)], names: parser.names, policies: interpreter.policies)
            problems = copy.takeDiagnostics()
            if problems.isEmpty { return .success(node) }
        }
        return .failure(Problems(diagnostics: problems, sources: parser.sources))
    }

    package func names(of kind: NameKind) -> [String] { checker.names(of: kind).map { interpreter.names[$0] } }
}
