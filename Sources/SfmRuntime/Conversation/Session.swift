import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// What came of a text that was typed.
public enum Submission: Sendable {
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
public struct Session: Sendable {
    private struct Moment: Sendable {
        var interpreter: Interpreter
        var checker: Checker
        var defined: [Policy]
        var timeline: Timeline.Mark
    }

    public internal(set) var interpreter = Interpreter()
    var checker = Checker()
    /// Policies that were typed or loaded in this session.
    private var defined: [Policy] = []
    /// Where `undo` leads, the latest last; each keeps a world of its own, so not all that ever were.
    private var past: [Moment] = [] { didSet { if past.count > Self.undoable { past.removeFirst(past.count - Self.undoable) } } }
    private var future: [(moment: Moment, text: String, told: [Timeline.Entry])] = []
    /// What was done, tried and looked at, as a test would say it.
    public internal(set) var timeline = Timeline()
    /// Every accepted text, without those that were undone.
    public private(set) var accepted: [String] = []
    /// The last decision, for `why`.
    public internal(set) var lastDecision: LastDecision?

    /// The last answer to "who can".
    public internal(set) var lastAble: [(person: PersonID, decision: Decision)] = []

    /// The text that was submitted last, for the places in it.
    public private(set) var sources: [SourceFile] = []

    /// How large and how deep one text may be.
    public var limits = SyntaxLimits.standard

    /// How many texts can be undone.
    public static let undoable = 200

    public init() {}

    /// A conversation that begins in the midst of things, with the names that are known there.
    public init(at interpreter: Interpreter, knowing checker: Checker) { (self.interpreter, self.checker) = (interpreter, checker) }

    /// Takes over a script that was loaded and checked: runs the steps in the session's world; the first failure, if any, ends it.
    public mutating func run(_ script: Script, _ steps: [StepNode]) -> (step: StepNode, failure: Failure)? {
        interpreter = script.makeInterpreter()
        checker = Checker()
        checker.hasPolicy = interpreter.hasPolicy
        checker.check(steps, names: interpreter.names, policies: nil)
        _ = checker.takeDiagnostics()
        var trace: [(step: StepNode, result: StepResult, after: Interpreter)] = []
        let start = interpreter
        _ = play(steps, &interpreter, &trace)
        remember(trace, from: start)
        for (step, result, _) in trace { if case .failure(let failure) = result { return (step, failure) } }
        return nil
    }

    // MARK: - Texts

    /// Takes one statement, block or several lines. A mistake or a refusal changes nothing.
    public mutating func submit(_ text: String, files: any ScriptFiles = NoFiles(), library: inout Library) -> Submission {
        submit(SourceFile(name: "—", text: text), text, files: files, library: &library)
    }

    /// The same of a text that stands in a file, or on a pipe, at a line of its own.
    public mutating func submit(_ source: SourceFile, _ text: String, files: any ScriptFiles = NoFiles(), library: inout Library) -> Submission {
        var parser = Parser(grammar: Sfm.grammar, names: interpreter.names, limits: limits)
        let node = parser.parse(source)
        defer { sources = parser.sources }
        if parser.isIncomplete { return .incomplete }
        guard parser.diagnostics.isEmpty else { return .invalid(parser.diagnostics, parser.sources) }
        if let exercise = node.exercises.first { return .invalid([.exerciseInSession(exercise.titleSpan)], parser.sources) }
        if let include = node.firstInclude { return .invalid([Self.includeIsForFiles(include)], parser.sources) }
        let before = moment
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
        // What was stopped half done has not been done.
        if Interruption.isWanted {
            restore(before)
            return .empty
        }
        if changed(submission) {
            past.append(before)
            future = []
            accepted.append(text)
            timeline.note(.accepted(text))
        } else {
            let tallied = interpreter.tally
            restore(before)
            interpreter.tally = tallied
            interpreter.names = parser.names
            if case .ran(let trace) = submission { noteRefusal(trace) }
        }
        return submission
    }

    /// An include is read with the file that it stands in; a session takes its files one by one.
    private static func includeIsForFiles(_ span: Span) -> Diagnostic {
        Diagnostic(
            .misplaced, Text("here files are not included but loaded", "здесь файлы не подключают, а загружают"), span,
            help: [Text("load \"file.sfm\"", "загрузить \"файл.sfm\"")])
    }

    private var moment: Moment { Moment(interpreter: interpreter, checker: checker, defined: defined, timeline: timeline.mark) }

    private mutating func restore(_ moment: Moment) { (interpreter, checker, defined) = (moment.interpreter, moment.checker, moment.defined) }

    private mutating func run(_ node: ScriptNode, _ made: [Policy]) -> Submission {
        if !node.scenarios.isEmpty { return .scenarios(node.scenarios.map { ($0.title, play(scenario: $0, node.background)) }) }
        var trace: [(step: StepNode, result: StepResult, after: Interpreter)] = []
        for use in node.uses {
            trace.append((StepNode(kind: .usePolicy(use), span: use.span), .success(.policies), interpreter))
        }
        let start = interpreter
        _ = play(node.background + node.looseSteps, &interpreter, &trace)
        if case .failure? = trace.last?.result {} else if trace.isEmpty { return made.isEmpty ? .empty : .defined(made) }
        remember(trace, from: start)
        return .ran(trace)
    }

    private func play(scenario: ScenarioNode, _ background: [StepNode]) -> [(step: StepNode, result: StepResult, after: Interpreter)] {
        var world = Interpreter(names: interpreter.names)
        (world.policies, world.shelf) = (interpreter.policies, interpreter.shelf)
        var trace: [(step: StepNode, result: StepResult, after: Interpreter)] = []
        _ = play(background + scenario.steps, &world, &trace)
        return trace
    }

    private func play(_ steps: [StepNode], _ world: inout Interpreter, _ trace: inout [(step: StepNode, result: StepResult, after: Interpreter)]) -> Bool {
        for step in steps {
            if case .repeated(let n, let inner) = step.kind {
                for _ in 0..<n where Interruption.isWanted || !play(inner, &world, &trace) { return false }
                continue
            }
            if Interruption.isWanted { return false }
            let result = world.run(step)
            trace.append((step, result, world))
            if case .failure(let failure) = result, failure.ends { return false }
        }
        return true
    }

    private mutating func remember(_ trace: [(step: StepNode, result: StepResult, after: Interpreter)], from start: Interpreter) {
        var before = start
        for (step, result, after) in trace where !Interruption.isWanted {
            let decision: Decision? =
                switch result {
                case .success(.done(_, let decision, _)), .success(.decided(let decision, _)): decision
                case .failure(let failure): failure.decision
                default: nil
                }
            if let decision {
                let knowing = after.world.knows(decision.call) ? after : before.presupposed(by: step)
                lastDecision = LastDecision(decision: decision, before: before, after: knowing)
            }
            before = after
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
        checker.hasPolicy = interpreter.hasPolicy
        checker.check(node.background + node.looseSteps, names: interpreter.names, policies: interpreter.policies)
        for scenario in node.scenarios {
            var inner = Checker()
            inner.hasPolicy = interpreter.hasPolicy
            inner.check(node.background + scenario.steps, names: interpreter.names, policies: interpreter.policies)
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
            if let twin = NameChecks.twin(of: node.id, among: defined.map(\.id) + Library.shippedIDs) {
                problems.append(NameChecks.lookAlike(node.id, kind: .policy, of: twin, span: node.idSpan))
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
            if case .usePolicy(let use) = step.kind, let policy = resolve(use, files, &problems, &library) { interpreter.shelf[Int(use.name)] = policy }
        }
    }

    // MARK: - Back and forth

    /// Takes back up to `n` texts; returns them, the latest first.
    public mutating func undo(_ n: Int = 1) -> [String] {
        var out: [String] = []
        for _ in 0..<max(0, n) {
            guard let earlier = past.popLast(), let text = accepted.popLast() else { break }
            let told = timeline.entries(since: earlier.timeline)
            future.append((moment, text, told))
            restore(earlier)
            timeline.goBack(to: earlier.timeline)
            out.append(text)
        }
        return out
    }

    /// Does again what was taken back last.
    public mutating func redo() -> String? {
        guard let (later, text, told) = future.popLast() else { return nil }
        past.append(moment)
        restore(later)
        timeline.goForward(told, to: later.timeline)
        accepted.append(text)
        return text
    }

    /// A fresh world; it can be undone.
    public mutating func reset() {
        past.append(moment)
        interpreter = Interpreter(names: interpreter.names)
        checker = Checker()
        accepted.append("# reset")
        timeline.begin()
        future = []
        lastDecision = nil
    }

    public func names(of kind: NameKind) -> [String] { checker.names(of: kind).map { interpreter.names[$0] } }
}

extension ScriptNode {
    /// Where the text includes a file, if it does.
    fileprivate var firstInclude: Span? {
        func first(_ steps: [StepNode]) -> Span? {
            for step in steps {
                switch step.kind {
                case .include: return step.span
                case .repeated(_, let inner): if let found = first(inner) { return found }
                default: continue
                }
            }
            return nil
        }
        return includes.first?.span ?? first(background + looseSteps + scenarios.flatMap(\.steps))
    }
}
