import SfmSyntax
import SfmTerms

extension ScriptLoader {
    /// Puts what included files say in the place of the `include`.
    mutating func splice(_ node: inout ScriptNode, from folder: String, library: inout Library) {
        for include in node.includes {
            guard var inner = read(include.name, include.span, from: folder, library: &library) else { continue }
            node.policies = inner.policies + node.policies
            node.calendar.add(inner.calendar)
            node.uses = inner.uses + node.uses
            if !inner.looseSteps.isEmpty, node.looseSteps.isEmpty, !node.scenarios.isEmpty || !node.exercises.isEmpty || node.hasBackground {
                inner.background += inner.looseSteps
                inner.looseSteps = []
            }
            node.background = inner.background + node.background
            node.scenarios = inner.scenarios + node.scenarios
            node.exercises = inner.exercises + node.exercises
            node.looseSteps = inner.looseSteps + node.looseSteps
        }
        node.background = spliceSteps(node.background, folder, library: &library)
        node.looseSteps = spliceSteps(node.looseSteps, folder, library: &library)
        for k in node.scenarios.indices { node.scenarios[k].steps = spliceSteps(node.scenarios[k].steps, folder, library: &library) }
        for k in node.exercises.indices {
            node.exercises[k].steps = spliceSteps(node.exercises[k].steps, folder, library: &library)
            node.exercises[k].solution = node.exercises[k].solution.map { spliceSteps($0, folder, library: &library) }
        }
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
        let folder = ScriptPath.folder(of: path)
        var node = parse(path, bytes)
        // Before what it includes in its turn is spliced in, which names its policies from its own folder.
        if !folder.isEmpty { rebase(&node, to: folder) }
        splice(&node, from: folder, library: &library)
        return node
    }

    /// Parses a file that the script names: what that names in its turn it names from its own folder.
    mutating func parse(_ path: String, _ bytes: [UInt8]) -> ScriptNode {
        reader.folder = ScriptPath.folder(of: path)
        defer { reader.folder = "" }
        return parser.parse(SourceFile(name: shown(path), bytes: bytes))
    }

    /// Policy files are named from the file that names them; once spliced, from the script's folder.
    private mutating func rebase(_ node: inout ScriptNode, to folder: String) {
        for k in node.uses.indices { rebase(&node.uses[k], to: folder) }
        for k in node.policies.indices {
            for e in node.policies[k].extends.indices { rebase(&node.policies[k].extends[e], to: folder) }
        }
        rebase(&node.background, to: folder)
        rebase(&node.looseSteps, to: folder)
        for k in node.scenarios.indices { rebase(&node.scenarios[k].steps, to: folder) }
    }

    private mutating func rebase(_ steps: inout [StepNode], to folder: String) {
        for k in steps.indices {
            switch steps[k].kind {
            case .usePolicy(var reference):
                rebase(&reference, to: folder)
                steps[k].kind = .usePolicy(reference)
            case .repeated(let n, var inner):
                rebase(&inner, to: folder)
                steps[k].kind = .repeated(n, inner)
            default: continue
            }
        }
    }

    /// A path that leads out keeps its form, and is refused as it stands.
    private mutating func rebase(_ reference: inout PolicyReference, to folder: String) {
        let name = parser.names[reference.name]
        guard SourceFile.isScript(name), let path = ScriptPath.inside(folder, name) else { return }
        reference.name = parser.names.intern("./" + path)
    }

    func shown(_ path: String) -> String { reader.shown(path) }

    mutating func enter(_ path: String, _ span: Span) -> Bool {
        if trail.contains(path) {
            script.diagnostics.append(.includeCycle(trail + [path], span))
            return false
        }
        if trail.count > limits.includeDepth {
            script.diagnostics.append(.includeTooDeep(limits.includeDepth, span))
            return false
        }
        trail.append(path)
        return true
    }

    /// A file that the script names, with its path from the script's folder.
    mutating func read(_ said: String, _ span: Span, from folder: String) -> (String, [UInt8])? {
        switch reader.read(said, written: written(span), from: folder, as: .script, span) {
        case .success(let file): return file
        case .failure(let mistake):
            script.diagnostics.append(mistake.diagnostic)
            return nil
        }
    }

    /// A name as it stands in the text; as a text of the program's where it stands nowhere.
    private func written(_ span: Span) -> String {
        parser.sources.indices.contains(Int(span.file)) ? parser.sources[Int(span.file)].text(span) : ""
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
