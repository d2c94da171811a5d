import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// A script that has been read, parsed and checked: ready to run where it has no errors.
package struct Script: Sendable {
    /// The name under which it was asked for.
    package let path: String
    package var sources: [SourceFile] = []
    package var names = Names()
    /// In force from the start.
    package var policies: [Policy] = []
    /// Put in force by steps, by the name that they use.
    package var shelf: [NameID: Policy] = [:]
    package var policySet = PolicySet.empty
    /// With those that steps put in force: what citations are checked against.
    package var everyPolicy = PolicySet.empty
    package var background: [StepNode] = []
    package var scenarios: [ScenarioNode] = []
    package var looseSteps: [StepNode] = []
    package var diagnostics: [Diagnostic] = []

    package init(path: String) { self.path = path }

    /// An interpreter at the start of the script.
    package func makeInterpreter() -> Interpreter {
        var interpreter = Interpreter(names: names)
        interpreter.policies = policySet
        interpreter.shelf = shelf
        return interpreter
    }

    /// Whether the file says anything that can run: a policy file alone does not.
    package var hasSteps: Bool { !scenarios.isEmpty || !looseSteps.isEmpty }

    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
    package var hitLimit: Bool { diagnostics.contains { $0.code.isLimit } }
}

/// Why a file that a script names could not be read.
package enum FileTrouble: Error, Sendable, Equatable {
    case outside, missing, notRegular, tooLarge
    case unreadable(String)
}

/// Reads the files that scripts name; the tool gives the real one, tests a dictionary.
package protocol ScriptFiles {
    /// The script's own folder, as a key for what was read from it.
    var root: String { get }
    /// The bytes of a file inside the script's own folder tree, by its path from that folder.
    func read(_ path: String) -> Result<[UInt8], FileTrouble>
}

package struct NoFiles: ScriptFiles {
    package let root = ""
    package init() {}
    package func read(_ path: String) -> Result<[UInt8], FileTrouble> { .failure(.outside) }
}

package struct ScriptLimits: Sendable {
    package var syntax = SyntaxLimits()
    package var steps = 1_000_000
    package var includeDepth = 16
    package var files = 256

    package init() {}
}

/// Reads a script with everything that it includes and the policies that it uses.
package struct ScriptLoader {
    let files: any ScriptFiles
    let limits: ScriptLimits
    /// Policies to put in force in place of the script's own; `nil` leaves those.
    let override: [String]?
    private var parser: Parser
    var script: Script
    private var definedPolicies: [(node: PolicyNode, policy: Policy)] = []
    /// The files that are being included, outermost first.
    private var trail: [String] = []
    private var fileCount = 0
    private var inForce: [Policy] = []

    package init(files: any ScriptFiles = NoFiles(), limits: ScriptLimits = ScriptLimits(), override: [String]? = nil, path: String) {
        (self.files, self.limits, self.override) = (files, limits, override)
        parser = Parser(grammar: Sfm.grammar, limits: limits.syntax)
        script = Script(path: path)
    }

    /// The script, with every diagnostic; nothing has run.
    package mutating func load(_ source: SourceFile, library: inout Library) -> Script {
        trail = [ScriptPath.last(of: source.name)]
        var node = parser.parse(source)
        splice(&node, from: "", library: &library)
        definePolicies(node, library: &library)
        if let override {
            for id in override { if let policy = find(id, library: &library) { put(policy) } }
        } else {
            for use in node.uses { if let policy = resolve(use, from: "", library: &library) { put(policy) } }
        }
        script.background = node.background
        script.scenarios = node.scenarios
        script.looseSteps = node.looseSteps
        loadPolicies(of: node.looseSteps, library: &library)
        for scenario in node.scenarios { loadPolicies(of: scenario.steps, library: &library) }
        loadPolicies(of: node.background, library: &library)
        script.policies = inForce
        script.policySet = library.set(inForce)
        script.everyPolicy = script.shelf.isEmpty ? script.policySet : library.set(inForce + script.shelf.sorted { $0.key < $1.key }.map(\.value))
        script.sources = parser.sources
        script.names = parser.names
        script.diagnostics += parser.diagnostics
        if !script.diagnostics.contains(where: { $0.severity == .error && $0.code != .unknownPolicy }) { check() }
        return script
    }

    private mutating func put(_ policy: Policy) {
        if !inForce.contains(where: { $0 === policy }) { inForce.append(policy) }
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

    // MARK: - Policies

    private mutating func definePolicies(_ node: ScriptNode, library: inout Library) {
        for policy in node.policies { define(policy, folder: "", library: &library) }
    }

    private mutating func define(_ node: PolicyNode, folder: String, library: inout Library) {
        if definedPolicies.contains(where: { $0.node.id == node.id }) {
            script.diagnostics.append(
                Diagnostic(.duplicatePolicy, Text("policy “\(node.id)” is defined twice", "порядок «\(node.id)» определён дважды"), node.idSpan, help: [Text("give it another name", "дайте ему другое название")]))
            return
        }
        if Library.shippedIDs.contains(node.id), !isShippedSource(node) {
            script.diagnostics.append(
                Diagnostic(
                    .shippedPolicy, Text("a policy of the name “\(node.id)” comes with the program", "порядок с названием «\(node.id)» поставляется с программой"),
                    node.idSpan, help: [Text("give yours another name", "дайте своему порядку другое название")]))
            return
        }
        let extended = node.extends.compactMap { reference -> Policy? in
            if parser.names[reference.name] == node.id {
                script.diagnostics.append(Self.cycle(node.id, reference.span))
                return nil
            }
            return resolve(reference, from: folder, library: &library)
        }
        var compiler = PolicyCompiler(node)
        let policy = compiler.compile(extending: extended)
        script.diagnostics += compiler.diagnostics
        definedPolicies.append((node, policy))
    }

    private static func cycle(_ id: String, _ span: Span) -> Diagnostic {
        Diagnostic(.extendsCycle, Text("policy “\(id)” extends itself", "порядок «\(id)» дополняет сам себя"), span, help: [Text("take one of the extends out", "уберите одно из дополнений")])
    }

    /// The shipped file itself may be checked under its own name.
    private func isShippedSource(_ node: PolicyNode) -> Bool {
        guard let text = ShippedPolicies.all.first(where: { $0.id == node.id })?.text else { return false }
        return parser.sources[Int(node.span.file)].bytes.elementsEqual(text.utf8)
    }

    private mutating func find(_ id: String, library: inout Library) -> Policy? {
        definedPolicies.first { $0.node.id == id }?.policy ?? library.shippedPolicy(id)
    }

    private mutating func resolve(_ reference: PolicyReference, from folder: String, library: inout Library) -> Policy? {
        let id = parser.names[reference.name]
        if id.hasSuffix(".sfm") { return policyFile(id, reference.span, from: folder, library: &library) }
        if let policy = find(id, library: &library) { return policy }
        let known = definedPolicies.map(\.node.id) + Library.shippedIDs
        var d = Diagnostic(.unknownPolicy, Text("there is no policy “\(id)”", "нет порядка «\(id)»"), reference.span)
        if let near = Suggestion.nearest(to: id, among: known) {
            d.help = [Text("did you mean “\(near)”?", "может быть, «\(near)»?")]
            d.fix = FixIt(span: reference.span, replacement: FormPrinter.source(near))
        }
        d.help.append(Text("known: \(known.joined(separator: ", "))", "известны: \(known.joined(separator: ", "))"))
        script.diagnostics.append(d)
        return nil
    }

    /// `use policy "./our-school.sfm"`: the policies of that file, the last of them in force.
    private mutating func policyFile(_ name: String, _ span: Span, from folder: String, library: inout Library) -> Policy? {
        if let path = ScriptPath.inside(folder, name), let known = library.cached(files.root + "/" + path) { return known.last }
        guard let (path, bytes) = read(name, span, from: folder) else { return nil }
        guard enter(path, span) else { return nil }
        defer { trail.removeLast() }
        let before = definedPolicies.count
        let node = parser.parse(SourceFile(name: shown(path), bytes: bytes))
        for policy in node.policies { define(policy, folder: ScriptPath.folder(of: path), library: &library) }
        let made = definedPolicies[before...].map(\.policy)
        if made.isEmpty, parser.diagnostics.isEmpty {
            script.diagnostics.append(Diagnostic(.unknownPolicy, Text("the file holds no policy", "в файле нет порядка"), span))
        }
        if parser.diagnostics.isEmpty, script.diagnostics.isEmpty { library.cache(files.root + "/" + path, made) }
        return made.last
    }

    // MARK: - Includes

    /// Puts what included files say in the place of the `include`.
    private mutating func splice(_ node: inout ScriptNode, from folder: String, library: inout Library) {
        for include in node.includes {
            guard var inner = read(include.name, include.span, from: folder, library: &library) else { continue }
            node.policies = inner.policies + node.policies
            node.uses = inner.uses + node.uses
            if !inner.looseSteps.isEmpty, node.looseSteps.isEmpty, !node.scenarios.isEmpty || node.hasBackground {
                inner.background += inner.looseSteps
                inner.looseSteps = []
            }
            node.background = inner.background + node.background
            node.scenarios = inner.scenarios + node.scenarios
            node.looseSteps = inner.looseSteps + node.looseSteps
        }
        node.background = spliceSteps(node.background, folder, library: &library)
        node.looseSteps = spliceSteps(node.looseSteps, folder, library: &library)
        for k in node.scenarios.indices { node.scenarios[k].steps = spliceSteps(node.scenarios[k].steps, folder, library: &library) }
    }

    private mutating func spliceSteps(_ steps: [StepNode], _ folder: String, library: inout Library) -> [StepNode] {
        guard steps.contains(where: \.mayInclude) else { return steps }
        var out: [StepNode] = []
        for var step in steps {
            switch step.kind {
            case .include(let name, let span):
                if let inner = read(name, span, from: folder, library: &library) { out += inner.background + inner.looseSteps }
            case .repeated(let n, let inner):
                step.kind = .repeated(n, spliceSteps(inner, folder, library: &library))
                out.append(step)
            default: out.append(step)
            }
        }
        return out
    }

    private mutating func read(_ name: NameID, _ span: Span, from folder: String, library: inout Library) -> ScriptNode? {
        guard let (path, bytes) = read(parser.names[name], span, from: folder), enter(path, span) else { return nil }
        defer { trail.removeLast() }
        var node = parser.parse(SourceFile(name: shown(path), bytes: bytes))
        splice(&node, from: ScriptPath.folder(of: path), library: &library)
        return node
    }

    private func shown(_ path: String) -> String { ScriptPath.join(ScriptPath.folder(of: script.path), path) }

    private mutating func enter(_ path: String, _ span: Span) -> Bool {
        if trail.contains(path) {
            let way = (trail + [path]).joined(separator: " → ")
            script.diagnostics.append(Diagnostic(.includeCycle, Text("the files include one another: \(way)", "файлы подключают друг друга: \(way)"), span, help: [Text("take one of the includes out", "уберите одно из подключений")]))
            return false
        }
        if trail.count > limits.includeDepth {
            script.diagnostics.append(Diagnostic(.includeTooDeep, Text("includes are deeper than the limit of \(limits.includeDepth)", "подключения глубже предела: \(limits.includeDepth)"), span, help: [Text("--max-include-depth N raises it", "предел поднимает --max-include-depth N")]))
            return false
        }
        trail.append(path)
        return true
    }

    private mutating func read(_ name: String, _ span: Span, from folder: String) -> (String, [UInt8])? {
        fileCount += 1
        var trouble: FileTrouble
        if fileCount > limits.files {
            script.diagnostics.append(Diagnostic(.includeTooDeep, Text("more files are included than the limit of \(limits.files)", "подключённых файлов больше предела: \(limits.files)"), span))
            return nil
        }
        if let path = ScriptPath.inside(folder, name) {
            switch files.read(path) {
            case .success(let bytes): return (path, bytes)
            case .failure(let found): trouble = found
            }
        } else {
            trouble = .outside
        }
        script.diagnostics.append(Self.diagnostic(trouble, name, span))
        return nil
    }

    private static func diagnostic(_ trouble: FileTrouble, _ name: String, _ span: Span) -> Diagnostic {
        let inside = Text("files are taken from the script's own folder and below", "файлы берутся из папки сценария и вложенных в неё")
        switch trouble {
        case .outside:
            return Diagnostic(.outsideRoot, Text("“\(name)” is outside of the script's folder", "«\(name)» вне папки сценария"), span, help: [inside])
        case .notRegular:
            return Diagnostic(.notRegular, Text("“\(name)” is a link or not a plain file", "«\(name)» — ссылка или не обычный файл"), span, help: [inside])
        case .tooLarge:
            return Diagnostic(.fileTooLarge, Text("“\(name)” is larger than the limit", "«\(name)» больше предела"), span, help: [Text("--max-file-bytes N raises it", "предел поднимает --max-file-bytes N")])
        case .missing:
            return Diagnostic(.unreadable, Text("there is no file “\(name)”", "нет файла «\(name)»"), span, help: [inside])
        case .unreadable(let why):
            return Diagnostic(.unreadable, Text("“\(name)” cannot be read: \(why)", "«\(name)» не читается: \(why)"), span)
        }
    }
}

extension StepNode {
    fileprivate var mayInclude: Bool {
        switch kind {
        case .include: true
        case .repeated(_, let inner): inner.contains(where: \.mayInclude)
        default: false
        }
    }
}

/// Paths inside the script's folder tree, as text.
package enum ScriptPath {
    package static func last(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    package static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return String(path[..<slash])
    }

    package static func join(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : folder + "/" + name }

    /// A file's path from the root, or `nil` where it leads out of it.
    static func inside(_ folder: String, _ name: String) -> String? {
        guard !name.isEmpty, !name.hasPrefix("/"), !name.hasPrefix("~"), !name.utf8.contains(0), !name.contains("\\") else { return nil }
        var parts = folder.split(separator: "/").map(String.init)
        for part in name.split(separator: "/") {
            if part == "." { continue }
            if part == ".." {
                if parts.isEmpty { return nil }
                parts.removeLast()
            } else {
                parts.append(String(part))
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }
}
