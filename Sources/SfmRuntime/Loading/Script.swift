import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// A script that has been read, parsed and checked: ready to run where it has no errors.
public struct Script: Sendable {
    /// The name under which it was asked for.
    public let path: String
    public var sources: [SourceFile] = []
    public var names = Names()
    /// In force from the start.
    public var policies: [Policy] = []
    /// Put in force by steps, by the number of the name that they use.
    public var shelf: [NameID: Policy] = [:]
    /// Those that the script itself and what it includes define, in order.
    public var definedPolicies: [Policy] = []
    /// Where the policies that files define are defined, as it is shown, by the policy's address; those of the program are in none.
    public var policyFiles: [Int: String] = [:]
    public var policySet = PolicySet.empty
    /// With those that steps put in force: what citations are checked against.
    public var everyPolicy = PolicySet.empty
    /// Its own calendar; steps go by it, and the policies that have none.
    public var calendar: SchoolCalendar?
    /// With the place at its end where time begins to bring duties about.
    public var background: [StepNode] = []
    public var scenarios: [ScenarioNode] = []
    public var exercises: [ExerciseNode] = []
    public var looseSteps: [StepNode] = []
    /// The policies that the file itself defines.
    public var ownPolicies: [(node: PolicyNode, policy: Policy)] = []
    public var diagnostics: [Diagnostic] = []
    /// What the file itself can hardly mean; said by `sfm check` alone.
    var warnings: [Diagnostic] = []
    /// The further files that it depends on: what it includes and the policies that it names, as they are shown.
    public var reads: [String] = []

    /// What it may cost to run.
    public var limits = ScriptLimits()

    public init(path: String) { self.path = path }

    /// An interpreter at the start of the script.
    public func makeInterpreter() -> Interpreter {
        var interpreter = Interpreter(names: names, policies: policySet, shelf: shelf)
        interpreter.work = Work(limits)
        interpreter.world.calendar = calendar
        interpreter.startClock(for: policies)
        interpreter.occasions.waits = !background.isEmpty
        return interpreter
    }

    /// Whether the file says anything that can run: a policy file alone does not.
    public var hasSteps: Bool { !scenarios.isEmpty || !exercises.isEmpty || !looseSteps.isEmpty }

    /// Whether the file says nothing at all, as one that was emptied by mistake.
    public var isBlank: Bool {
        !hasSteps && !hasErrors && background.isEmpty && definedPolicies.isEmpty && everyPolicy.policies.isEmpty && reads.isEmpty
    }

    /// Adds what the policies of the file can hardly mean to a script that is otherwise in order. What a note answers is
    /// left out, or marked.
    public mutating func addWarnings(withAnswered: Bool, limit: Int) {
        guard diagnostics.isEmpty else { return }
        let findings = ownPolicies.flatMap { PolicyLint.findings($0.node, $0.policy, among: definedPolicies) }.filter { withAnswered || !$0.isAnswered }
        let found = findings.map { finding in
            var d = finding.diagnostic
            if finding.isAnswered { d.help = [Diagnostic.answered] }
            return d
        }
        let sorted = (found + warnings + ExplorationLint.findings(self)).sorted { ($0.span.lower, $0.code.rawValue) < ($1.span.lower, $1.code.rawValue) }
        diagnostics = Array(sorted.prefix(limit))
    }

    /// The same script where a clause of a policy says nothing.
    public func without(clause: String, of policy: String) -> Script {
        var copy = self
        copy.policySet = PolicySet(policies.map { $0.without(clause: clause, of: policy) }, actCount: ActTable.all.count)
        copy.shelf = shelf.mapValues { $0.without(clause: clause, of: policy) }
        return copy
    }

    /// The same script where a policy has been changed.
    public func replacing(_ changed: Policy, sets: inout [(policies: [Policy], set: PolicySet)]) -> Script {
        var copy = self
        // Scripts side by side mostly have the same policies in force.
        if let known = sets.first(where: { $0.policies.elementsEqual(policies, by: ===) }) {
            copy.policySet = known.set
        } else {
            copy.policySet = PolicySet(policies.map { $0.replacing(with: changed) }, actCount: ActTable.all.count)
            sets.append((policies, copy.policySet))
        }
        if !shelf.isEmpty { copy.shelf = shelf.mapValues { $0.replacing(with: changed) } }
        return copy
    }

    /// The same script, which says what its policies are asked about.
    public func telling(_ asked: AskedActs) -> Script {
        var copy = self
        copy.policySet = PolicySet(policies, actCount: ActTable.all.count, asked: asked)
        return copy
    }

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
    public var hitLimit: Bool { diagnostics.contains { $0.code.isLimit } }
}

/// Why a file that a script names could not be read.
public enum FileTrouble: Error, Sendable, Equatable {
    case outside, missing, notRegular, tooLarge
    /// Why, in words.
    case unreadable(Text)
}

/// Reads the files that scripts name; the tool gives the real one, tests a dictionary.
public protocol ScriptFiles {
    /// The script's own folder, as a key for what was read from it.
    var root: String { get }
    /// The bytes of a file inside the script's own folder tree, by its path from that folder.
    func read(_ path: String) -> Result<[UInt8], FileTrouble>
    /// A file that is there under nearly the path of one that is not: in other case, or with letters composed otherwise.
    func near(_ path: String) -> String?
}

extension ScriptFiles {
    public func near(_ path: String) -> String? { nil }
}

public struct NoFiles: ScriptFiles {
    public let root = ""
    public init() {}
    public func read(_ path: String) -> Result<[UInt8], FileTrouble> { .failure(.outside) }
}

public struct ScriptLimits: Sendable {
    public var syntax = SyntaxLimits()
    /// Of a scenario, and of all that is done for them (`Work`).
    public var steps = 1_000_000
    /// Of a whole run.
    public var runSteps = 100_000_000
    /// What a world may hold: a person, a group or an order is one, a link two, a chat four, as what they take.
    public var objects = 2_000_000
    /// What an exploration may keep.
    public var states = 1_000_000
    /// What `run` may print.
    public var outputBytes = 64 * 1024 * 1024
    public var includeDepth = 16
    public var files = 256
    /// Of all files that a script takes in, each as often as it is taken.
    public var includedBytes = 32 * 1024 * 1024
    /// Of a script and the files that it takes in.
    public var policies = 1_000
    public var clauses = 10_000
    /// How many policies may extend one another in a row.
    public var extendsDepth = 64
    /// The place of a clause, and that of a policy among those in force, have sixteen bits.
    public static let mostClauses = 65_535

    public init() {}
}

/// A policy that the command line puts in place of a script's own.
public enum PolicyChoice: Sendable {
    /// One that comes with the program or that the script defines.
    case named(String)
    /// One of a file that the user named, with the files that it and those that it extends stand in, by their addresses.
    case loaded(Policy, files: [Int: String])
}

/// Reads a script with everything that it includes and the policies that it uses.
public struct ScriptLoader {
    let files: any ScriptFiles
    let limits: ScriptLimits
    /// Policies to put in force in place of the script's own; `nil` leaves those.
    let override: [PolicyChoice]?
    var parser: Parser
    var script: Script
    var definedPolicies: [(node: PolicyNode, policy: Policy)] = []
    /// Where a policy stands among them, by its id.
    var places: [String: Int] = [:]
    /// The files that are being included, outermost first.
    var trail: [String] = []
    let reader: ScriptReader
    /// The policies that extend one another on the way to the one at hand, outermost first.
    var extending: [String] = []
    /// The policies of files that the script has named, by path: each file is read once.
    var policyFiles: [String: [Policy]] = [:]
    /// The policies of the files at hand that are being defined.
    var waiting: [(nodes: [String: PolicyNode], order: [String], folder: String)] = []
    /// The names of policies by what they look like.
    var policyNames = Twins.shipped
    private var inForce: [Policy] = []
    private var addressesInForce = Set<Int>()

    public init(files: any ScriptFiles = NoFiles(), limits: ScriptLimits = ScriptLimits(), override: [PolicyChoice]? = nil, path: String) {
        (self.files, self.limits, self.override) = (files, limits, override)
        reader = ScriptReader(files, limits, path: path)
        parser = Parser(grammar: Sfm.grammar, limits: limits.syntax)
        parser.files = reader
        script = Script(path: path)
        script.limits = limits
    }

    /// The script, with every diagnostic; nothing has run.
    public mutating func load(_ source: SourceFile, library: inout Library) -> Script {
        trail = [ScriptPath.last(of: source.name)]
        var node = parser.parse(source)
        splice(&node, from: "", library: &library)
        define(node.policies, folder: "", library: &library)
        if let override {
            for choice in override { if let policy = overriding(choice, library: &library) { put(policy) } }
        } else {
            for use in node.uses { if let policy = resolve(use, from: "", library: &library) { put(policy) } }
        }
        script.background = node.background.isEmpty ? [] : node.background + [StepNode(kind: .beginning, span: .none)]
        script.calendar = node.calendar.days.map(SchoolCalendar.init)
        script.scenarios = node.scenarios
        script.exercises = node.exercises
        script.looseSteps = node.looseSteps
        loadPolicies(of: node.looseSteps, library: &library)
        for scenario in node.scenarios { loadPolicies(of: scenario.steps, library: &library) }
        for exercise in node.exercises { loadPolicies(of: exercise.scenario.steps, library: &library) }
        loadPolicies(of: node.background, library: &library)
        script.policies = inForce
        script.definedPolicies = definedPolicies.map(\.policy)
        script.policySet = library.set(inForce)
        script.everyPolicy = script.shelf.isEmpty ? script.policySet : library.set(inForce + script.shelf.sorted { $0.key < $1.key }.map(\.value))
        script.ownPolicies = definedPolicies.filter { $0.node.span.file == 0 }
        script.sources = parser.sources
        script.reads = reader.reads
        script.names = parser.names
        script.names.share()
        script.warnings = node.warnings.filter { $0.span.file == 0 }
        script.diagnostics += parser.diagnostics
        let first = script.diagnostics.count
        check()
        checkCalendars(of: node)
        holdBackConsequences(after: first)
        if override == nil, !script.hasErrors { script.diagnostics += ExerciseWorld.trouble(in: script) }
        if script.hasErrors {
            script.diagnostics = OwnWordHints(script.everyPolicy.words, definedPolicies.map(\.node)).added(to: script.diagnostics, script.sources)
        }
        arrangeDiagnostics()
        return script
    }

    /// The policy of `--policy`; one that does not exist is said, not left out.
    private mutating func overriding(_ choice: PolicyChoice, library: inout Library) -> Policy? {
        switch choice {
        case .loaded(let policy, let files):
            script.policyFiles.merge(files) { $1 }
            return policy
        case .named(let id):
            if let policy = find(id, library: &library) { return policy }
            script.diagnostics.append(.unknownPolicy(id, .none, known: knownPolicies))
            return nil
        }
    }

    private mutating func put(_ policy: Policy) {
        if addressesInForce.insert(policy.address).inserted { inForce.append(policy) }
    }

    /// The policies that steps put in force are found before anything runs.
    private mutating func loadPolicies(of steps: [StepNode], library: inout Library) {
        for step in steps {
            switch step.kind {
            case .usePolicy(let reference):
                if override == nil, let policy = resolve(reference, from: "", library: &library) { script.shelf[reference.name] = policy }
            case .repeated(_, let inner): loadPolicies(of: inner, library: &library)
            default: break
            }
        }
    }
}
