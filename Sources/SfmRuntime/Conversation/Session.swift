import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// What came of a text that was typed.
public enum Submission: Sendable {
    /// The text ends inside a block.
    case incomplete
    case invalid([Diagnostic], [SourceFile])
    /// How many steps ran, and the last of them, which may have failed.
    case ran(count: Int, last: (step: StepNode, result: StepResult)?)
    /// Scenarios typed in place, each run in a world of its own.
    case scenarios
    case defined([Policy])
    case empty
}

/// What a session tells while a text runs: nothing of it is kept.
public enum Heard {
    case scenario(String)
    /// The end of a scenario with what it says of itself.
    case ended(ScenarioMark?)
    /// A step that ran, with the state right before it, where that is wanted, and right after it.
    case step(StepNode, StepResult, before: Interpreter?, after: Interpreter)
    /// So many steps of one text that nobody would read ran besides; what fails and the last one are always told.
    case omitted(Int)
}

/// A conversation with one world: texts go in, answers come out, and every accepted text can be undone.
public struct Session: Sendable {
    private struct Moment: Sendable {
        /// Without its names, which only become more: kept twice, the next one would copy all.
        var interpreter: Interpreter
        var checker: Checker
        var defined: [Policy]
    }

    /// An accepted text: how things stood before it, where that is kept, and what it did, to do it again where it is not.
    private struct Turn: Sendable {
        var before: Moment?
        let text: String
        let deed: Replay
        let mark: Timeline.Mark
    }

    private enum Replay: Sendable {
        case reset
        case steps([StepNode], made: [Policy], inForce: [Policy], shelved: [NameID: Policy])
    }

    public internal(set) var interpreter = Interpreter()
    var checker = Checker()
    /// Policies that were typed or loaded in this session.
    private var defined: [Policy] = []
    /// How their names look, made when it is asked for; forgotten where the session goes back.
    private var twins: Twins?
    /// Where `undo` leads, the latest last. A world is kept before the latest few and before some of the others; the rest are made
    /// again from there, so that what a session keeps does not grow with it.
    private var past: [Turn] = []
    private var future: [(turn: Turn, told: [Timeline.Entry])] = []
    /// How far apart the worlds lie that are kept before older texts.
    private var spacing = 1
    /// What was done, tried and looked at, as a test would say it.
    public internal(set) var timeline = Timeline()
    /// Every accepted text, without those that were undone.
    public var accepted: [String] { past.map(\.text) }
    public var acceptedCount: Int { past.count }
    public var lastAccepted: String? { past.last?.text }
    /// The last decision, for `why`.
    public internal(set) var lastDecision: LastDecision? {
        get { decided?.naming(interpreter.names) }
        set { decided = newValue?.naming(Names()) }
    }
    private var decided: LastDecision?

    /// The last answer to "who can".
    public internal(set) var lastAble: [(person: PersonID, decision: Decision)] = []

    /// The text that was submitted last, for the places in it.
    public private(set) var sources: [SourceFile] = []

    /// How large and how deep one text may be, and what it may cost.
    public var limits = ScriptLimits() { didSet { interpreter.work = Work(limits) } }

    public init() {}

    /// A conversation that begins in the midst of things, with the names that are known there.
    public init(at interpreter: Interpreter, knowing checker: Checker) { (self.interpreter, self.checker) = (interpreter, checker) }

    /// Takes over a script that was loaded and checked: runs the steps in the session's world; the first failure, if any, ends it.
    public mutating func play(_ script: Script, _ steps: [StepNode]) -> (step: StepNode, failure: Failure)? {
        interpreter = script.makeInterpreter()
        checker = Checker()
        checker.hasPolicy = interpreter.hasPolicy
        checker.check(steps, names: interpreter.names, policies: nil)
        _ = checker.takeDiagnostics()
        var first: (step: StepNode, failure: Failure)?
        play(steps, tells: .theLast) { heard in
            if first == nil, case .step(let step, .failure(let failure), _, _) = heard { first = (step, failure) }
        }
        return first
    }

    // MARK: - Texts

    /// Takes one statement, block or several lines. A mistake or a refusal changes nothing.
    public mutating func submit(
        _ text: String, files: any ScriptFiles = NoFiles(), library: inout Library, told: (Heard, [SourceFile]) -> Void = { _, _ in }
    ) -> Submission {
        submit(SourceFile(name: "—", text: text), text, files: files, library: &library, told: told)
    }

    /// The same of a text that stands in a file, or on a pipe, at a line of its own.
    public mutating func submit(
        _ source: SourceFile, _ text: String, files: any ScriptFiles = NoFiles(), library: inout Library,
        told: (Heard, [SourceFile]) -> Void = { _, _ in }
    ) -> Submission {
        var parser = Parser(grammar: Sfm.grammar, names: takeNames(), limits: limits.syntax)
        parser.files = ScriptReader(files, limits, path: "")
        parser.clockInText = interpreter.world.now
        let node = parser.parse(source)
        interpreter.names = parser.takeNames()
        defer { sources = parser.sources }
        if parser.isIncomplete { return .incomplete }
        guard parser.diagnostics.isEmpty else { return .invalid(hinted(parser.diagnostics, node, parser.sources), parser.sources) }
        if let misplaced = Diagnostic.misplacedInSession(node) { return .invalid([misplaced], parser.sources) }
        if let include = node.firstInclude { return .invalid([Self.includeIsForFiles(include)], parser.sources) }
        interpreter.work.begin()
        let before = moment
        let mark = timeline.mark
        var problems: [Diagnostic] = []
        let made = define(node.policies, &problems, &library)
        let inForce = node.uses.compactMap { resolve($0, files, &problems, &library) }
        let shelved = shelved(by: node.looseSteps + node.background, files, &problems, &library)
        takeOver(inForce, shelved)
        if let days = node.calendar.days { interpreter.world.calendar = SchoolCalendar((interpreter.world.calendar?.lines ?? .init()).adding(days)) }
        problems += check(node)
        guard problems.isEmpty else {
            restore(before)
            return .invalid(hinted(problems, node, parser.sources), parser.sources)
        }
        let submission = carryOut(node, made) { told($0, parser.sources) }
        // What was stopped half done has not been done.
        if Interruption.isWanted {
            restore(before)
            return .empty
        }
        if changed(submission) {
            let steps = node.scenarios.isEmpty ? node.background + node.looseSteps : []
            past.append(Turn(before: before, text: text, deed: .steps(steps, made: made, inForce: inForce, shelved: shelved), mark: mark))
            thinOut()
            future = []
            timeline.note(.accepted(text))
        } else {
            let tallied = interpreter.coverage
            restore(before)
            interpreter.coverage = tallied
            noteRefusal(submission)
        }
        return submission
    }

    mutating func takeOver(_ inForce: [Policy], _ shelved: [NameID: Policy]) {
        interpreter.putInForce(inForce)
        interpreter.shelf.merge(shelved) { _, new in new }
    }

    /// An include is read with the file that it stands in; a session takes its files one by one.
    private static func includeIsForFiles(_ span: Span) -> Diagnostic {
        Diagnostic(
            .misplaced, Text("here files are not included but loaded", "здесь файлы не подключают, а загружают"), span,
            help: [Text("load \"file.sfm\"", "загрузить \"файл.sfm\"")])
    }

    /// Where this one stands, with nothing behind it: what is only tried copies no more than it changes.
    var withoutPast: Session {
        var copy = self
        (copy.past, copy.future, copy.timeline) = ([], [], Timeline())
        return copy
    }

    private var moment: Moment {
        var moment = Moment(interpreter: interpreter, checker: checker, defined: defined)
        moment.interpreter.names = Names()
        return moment
    }

    private mutating func restore(_ moment: Moment) {
        let names = takeNames()
        (interpreter, checker, defined, twins) = (moment.interpreter, moment.checker, moment.defined, nil)
        interpreter.names = names
    }

    /// The names, for somebody who adds to them and puts them back.
    mutating func takeNames() -> Names {
        defer { interpreter.names = Names() }
        return interpreter.names
    }

    private mutating func carryOut(_ node: ScriptNode, _ made: [Policy], _ told: (Heard) -> Void) -> Submission {
        if !node.scenarios.isEmpty {
            for scenario in node.scenarios {
                told(.scenario(scenario.title))
                defer { told(.ended(scenario.mark)) }
                if scenario.mark?.kind == .skip { continue }
                var session = Session(at: Interpreter(names: interpreter.names), knowing: Checker())
                (session.interpreter.policies, session.interpreter.shelf) = (interpreter.policies, interpreter.shelf)
                session.interpreter.work = interpreter.work
                session.interpreter.world.calendar = interpreter.world.calendar
                session.interpreter.occasions.waits = !node.background.isEmpty
                let beginning = node.background.isEmpty ? [] : [StepNode(kind: .beginning, span: .none)]
                session.play(node.background + beginning + scenario.steps, tells: .all, told)
            }
            return .scenarios
        }
        for use in node.uses { told(.step(StepNode(kind: .usePolicy(use), span: use.span), .success(.policies), before: nil, after: interpreter)) }
        let (count, last) = play(node.background + node.looseSteps, tells: .all, told)
        if count == 0, node.uses.isEmpty { return made.isEmpty && node.calendar.lines.isEmpty ? .empty : .defined(made) }
        return .ran(count: count + node.uses.count, last: last)
    }

    /// Which steps are told, besides those that fail.
    private enum Telling { case all, theLast, nothing }

    /// The most steps of one text that are told one by one.
    public static let mostTold = 1_000

    /// Runs steps up to the first failure that ends a scenario.
    @discardableResult
    private mutating func play(_ steps: [StepNode], tells: Telling, _ told: (Heard) -> Void) -> (count: Int, last: (step: StepNode, result: StepResult)?) {
        withoutActuallyEscaping(told) { told in
            var renderer = StepTeller(tells: tells, total: Self.count(steps), told: told)
            interpreter.play(steps, &renderer)
            if let decided = renderer.decided { lastDecision = decided }
            return (renderer.count, renderer.last)
        }
    }

    /// Tells steps one by one up to `mostTold`, and beyond that those that fail and the last one. The state before a step is kept only
    /// where it is told.
    private struct StepTeller: StepObserver {
        let tells: Telling
        let total: Int
        let told: (Heard) -> Void
        private(set) var count = 0
        private(set) var last: (step: StepNode, result: StepResult)?
        private(set) var decided: LastDecision?
        private var omitted = 0

        init(tells: Telling, total: Int, told: @escaping (Heard) -> Void) { (self.tells, self.total, self.told) = (tells, total, told) }

        mutating func attention(to step: StepNode) -> Attention {
            count += 1
            return tells == .all && count <= Session.mostTold || tells != .nothing && count == total ? .changes : .none
        }

        mutating func ran(_ step: StepNode, _ result: StepResult, before: Interpreter?, after: borrowing Interpreter) -> Bool {
            var failure: Failure?
            if case .failure(let found) = result { failure = found }
            if before != nil || failure != nil {
                if omitted > 0 { told(.omitted(omitted)) }
                omitted = 0
                if tells != .nothing, let found = LastDecision(step, result, before, copy after) { decided = found }
                told(.step(step, result, before: before, after: copy after))
            } else {
                omitted += 1
            }
            last = (step, result)
            return !(failure?.ends ?? false)
        }
    }

    /// How many steps will run, if none fails.
    private static func count(_ steps: [StepNode]) -> Int {
        steps.reduce(0) { sum, step in
            guard case .repeated(let n, let inner) = step.kind else { return sum &+ 1 }
            let (all, overflows) = n.multipliedReportingOverflow(by: count(inner))
            return overflows ? .max : sum &+ all
        }
    }

    /// Refused steps change nothing; a text whose last step failed is not part of the session.
    private func changed(_ submission: Submission) -> Bool {
        switch submission {
        case .ran(_, let last):
            guard case .failure? = last?.result else { return true }
            return false
        case .scenarios, .defined: return true
        case .incomplete, .invalid, .empty: return false
        }
    }

    mutating func check(_ node: ScriptNode) -> [Diagnostic] {
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

    mutating func define(_ nodes: [PolicyNode], _ problems: inout [Diagnostic], _ library: inout Library) -> [Policy] {
        nodes.map { node in
            var compiler = PolicyCompiler(node)
            let extended = node.extends.compactMap { find(interpreter.names[$0.name], &library) }
            let policy = compiler.compile(extending: extended)
            if defined.count >= limits.policies { problems.append(.tooManyPolicies(limits.policies, node.idSpan)) }
            if node.clauses.count > limits.clauses { problems.append(.tooManyClauses(limits.clauses, node.clauses[limits.clauses].idSpan)) }
            if policy.depth > limits.extendsDepth { problems.append(.extendsTooDeep(limits.extendsDepth, node.idSpan)) }
            problems += compiler.diagnostics
            if Library.shippedIDs.contains(node.id) {
                problems.append(
                    Diagnostic(
                        .shippedPolicy,
                        Text("a policy of the name “\(node.id)” comes with the program", "порядок с названием «\(node.id)» поставляется с программой"),
                        node.idSpan))
            }
            var known = twins ?? Twins(defined.map(\.id) + Library.shippedIDs)
            // Held here alone, or the next name would copy all.
            twins = nil
            if let twin = known.twin(of: node.id) {
                problems.append(NameChecks.lookAlike(node.id, kind: .policy, of: twin, span: node.idSpan))
            }
            known.insert(node.id)
            twins = known
            define(policy)
            return policy
        }
    }

    private mutating func define(_ policy: Policy) {
        defined.removeAll { $0.id == policy.id }
        defined.append(policy)
    }

    private func find(_ id: String, _ library: inout Library) -> Policy? { defined.last { $0.id == id } ?? library.shippedPolicy(id) }

    mutating func resolve(_ use: PolicyReference, _ files: any ScriptFiles, _ problems: inout [Diagnostic], _ library: inout Library) -> Policy? {
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

    mutating func shelved(
        by steps: [StepNode], _ files: any ScriptFiles, _ problems: inout [Diagnostic], _ library: inout Library
    ) -> [NameID: Policy] {
        var out: [NameID: Policy] = [:]
        for step in steps {
            if case .usePolicy(let use) = step.kind, let policy = resolve(use, files, &problems, &library) { out[use.name] = policy }
        }
        return out
    }

    // MARK: - Back and forth

    /// Takes back up to `n` texts; returns them, the latest first. Nothing is taken back where that is interrupted.
    public mutating func undo(_ n: Int = 1) -> [String] {
        let start = max(0, past.count - max(0, n))
        let taken = Array(past[start...])
        guard let first = taken.first else { return [] }
        let told = past.indices[start...].map { k -> [Timeline.Entry] in
            k + 1 < past.endIndex ? timeline.entries(since: past[k].mark, until: past[k + 1].mark) : timeline.entries(since: past[k].mark)
        }
        guard bringBack(beforeTurn: start) else { return [] }
        past.removeSubrange(start...)
        for (turn, told) in zip(taken, told).reversed() {
            // The way forward is gone again.
            var turn = turn
            turn.before = nil
            future.append((turn, told))
        }
        timeline.goBack(to: first.mark)
        return taken.reversed().map(\.text)
    }

    /// Does again what was taken back last, unless that is interrupted.
    public mutating func redo() -> String? {
        guard case (var turn, let told)? = future.last else { return nil }
        let before = moment
        take(turn.deed)
        guard !Interruption.isWanted else {
            restore(before)
            return nil
        }
        future.removeLast()
        turn.before = before
        past.append(turn)
        thinOut()
        let isReset: Bool
        if case .reset = turn.deed { isReset = true } else { isReset = false }
        timeline.goForward(told, from: turn.mark, beginsAnew: isReset)
        return turn.text
    }

    /// A fresh world; it can be undone.
    public mutating func reset() {
        past.append(Turn(before: moment, text: "# reset", deed: .reset, mark: timeline.mark))
        thinOut()
        take(.reset)
        timeline.begin()
        future = []
        lastDecision = nil
    }

    private mutating func take(_ deed: Replay) {
        interpreter.work.begin()
        switch deed {
        case .reset:
            let work = interpreter.work
            interpreter = Interpreter(names: interpreter.names)
            interpreter.work = work
            checker = Checker()
        case .steps(let steps, let made, let inForce, let shelved):
            for policy in made { define(policy) }
            takeOver(inForce, shelved)
            checker.hasPolicy = interpreter.hasPolicy
            checker.check(steps, names: interpreter.names, policies: interpreter.policies)
            _ = checker.takeDiagnostics()
            play(steps, tells: .nothing) { _ in }
        }
    }

    /// How many worlds are kept before the latest texts, and how many before all others.
    private static let kept = 16

    /// How many texts the next `undo` would do again.
    var textsToDoAgain: Int { past.reversed().prefix { $0.before == nil }.count }

    /// How many worlds are kept to go back to.
    var keptWorlds: Int { past.count { $0.before != nil } }

    /// Lets go of worlds that are made again when they are asked for: of the older ones every second, when they are too many.
    private mutating func thinOut() {
        let older = max(0, past.count - Self.kept)
        if older > 0, !(older - 1).isMultiple(of: spacing) { past[older - 1].before = nil }
        guard older > spacing * Self.kept else { return }
        spacing *= 2
        for k in 0..<older where !k.isMultiple(of: spacing) { past[k].before = nil }
    }

    /// Makes the session what it was before a text, from the nearest world before it that was kept; on the way it keeps some, so that going
    /// on back costs a few texts each. False where it is interrupted: then the session is as it was.
    private mutating func bringBack(beforeTurn turn: Int) -> Bool {
        let now = moment
        var place = turn
        var kept = past[place].before
        while kept == nil {
            place -= 1
            kept = past[place].before
        }
        if let kept { restore(kept) }
        let (origin, stride) = (place, max(1, (turn - place) / Self.kept))
        while place < turn {
            take(past[place].deed)
            guard !Interruption.isWanted else {
                restore(now)
                return false
            }
            place += 1
            let isKept = turn - place <= Self.kept || (place - origin).isMultiple(of: stride)
            if isKept, past[place].before == nil { past[place].before = moment }
        }
        return true
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
