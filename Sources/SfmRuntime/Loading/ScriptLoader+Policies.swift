import SfmPolicy
import SfmSyntax
import SfmTerms

/// Policies that a script defines, extends and puts in force; where they stand in a file does not matter.
extension ScriptLoader {
    /// Defines the policies of one file. A policy may extend one that stands below it.
    mutating func define(_ nodes: [PolicyNode], folder: String, library: inout Library) {
        guard !nodes.isEmpty else { return }
        var accepted: [PolicyNode] = []
        var byID: [String: PolicyNode] = [:]
        for node in nodes {
            let first = definedPolicy(node.id)?.node ?? byID[node.id]
            if definedPolicies.count + accepted.count >= limits.policies {
                script.diagnostics.append(.tooManyPolicies(limits.policies, node.idSpan))
                break
            } else if node.clauses.count > limits.clauses {
                script.diagnostics.append(.tooManyClauses(limits.clauses, node.clauses[limits.clauses].idSpan))
            } else if first != nil {
                script.diagnostics.append(.duplicatePolicy(node, first: first?.idSpan))
            } else if Library.shippedIDs.contains(node.id), !isShippedSource(node) {
                script.diagnostics.append(.shippedPolicy(node))
            } else if let twin = policyNames.twin(of: node.id) {
                script.diagnostics.append(NameChecks.lookAlike(node.id, kind: .policy, of: twin, span: node.idSpan))
            } else {
                accepted.append(node)
                byID[node.id] = node
                policyNames.insert(node.id)
            }
        }
        waiting.append((byID, accepted.map(\.id), folder))
        for node in accepted { define(node, folder: folder, library: &library) }
        waiting.removeLast()
    }

    private mutating func define(_ node: PolicyNode, folder: String, library: inout Library) {
        guard places[node.id] == nil else { return }
        extending.append(node.id)
        let extended = node.extends.compactMap { reference -> Policy? in
            let id = parser.names[reference.name]
            if let start = extending.firstIndex(of: id) {
                script.diagnostics.append(.extendsCycle(Array(extending[start...]) + [id], reference.span))
                return nil
            }
            // A chain is as deep whichever of its policies is read first.
            let isTooDeep = extending.count > limits.extendsDepth
            let extended = isTooDeep ? nil : resolve(reference, from: folder, library: &library)
            guard isTooDeep || extended.map({ $0.depth >= limits.extendsDepth }) ?? false else { return extended }
            script.diagnostics.append(.extendsTooDeep(limits.extendsDepth, reference.span))
            return nil
        }
        extending.removeLast()
        var compiler = PolicyCompiler(node)
        let policy = compiler.compile(extending: extended)
        script.diagnostics += compiler.diagnostics
        places[node.id] = definedPolicies.count
        definedPolicies.append((node, policy))
        script.policyFiles[policy.address] = parser.sources[Int(node.span.file)].name
    }

    /// The shipped file itself may be checked under its own name.
    private func isShippedSource(_ node: PolicyNode) -> Bool {
        guard let text = ShippedPolicies.all.first(where: { $0.name == node.id })?.text else { return false }
        return parser.sources[Int(node.span.file)].bytes.elementsEqual(text.utf8)
    }

    func definedPolicy(_ id: String) -> (node: PolicyNode, policy: Policy)? { places[id].map { definedPolicies[$0] } }

    mutating func find(_ id: String, library: inout Library) -> Policy? {
        if let known = definedPolicy(id) { return known.policy }
        if let (nodes, _, folder) = waiting.last, let later = nodes[id] {
            define(later, folder: folder, library: &library)
            return definedPolicy(id)?.policy
        }
        return library.shippedPolicy(id)
    }

    mutating func resolve(_ reference: PolicyReference, from folder: String, library: inout Library) -> Policy? {
        let id = parser.names[reference.name]
        if SourceFile.isScript(id) { return policyFile(id, reference.span, from: folder, library: &library) }
        if let policy = find(id, library: &library) { return policy }
        // Each tells of all that are known: of more than anybody reads the first ones do.
        guard script.diagnostics.count <= limits.syntax.diagnostics else { return nil }
        script.diagnostics.append(.unknownPolicy(id, reference.span, known: knownPolicies))
        return nil
    }

    /// Those of the file, wherever they stand in it, and those that come with the program.
    var knownPolicies: [String] {
        var out = definedPolicies.map(\.node.id)
        out += (waiting.last?.order ?? []).filter { places[$0] == nil }
        return out + Library.shippedIDs.filter { !out.contains($0) }
    }

    private mutating func take(_ policies: [Policy], of file: String) -> Policy? {
        reader.note(file)
        for policy in policies { script.policyFiles[policy.address] = file }
        return policies.last
    }

    /// `use policy "./our-school.sfm"`: the policies of that file, the last of them in force.
    private mutating func policyFile(_ name: String, _ span: Span, from folder: String, library: inout Library) -> Policy? {
        let naming = Library.Naming(root: files.root, script: ScriptPath.folder(of: script.path), folder: folder, name: name)
        if let last = library.lastNamed, last.naming == naming { return take(last.policies, of: last.shown) }
        if let path = ScriptPath.inside(folder, name), let known = policyFiles[path] ?? library.cached(files.root + "/" + path) {
            let shown = shown(path)
            if policyFiles[path] == nil { library.remember(naming, shown, known) }
            return take(known, of: shown)
        }
        guard let (path, bytes) = read(name, span, from: folder) else { return nil }
        guard enter(path, span) else { return nil }
        defer { trail.removeLast() }
        let (parsed, found) = (parser.diagnostics.count, script.diagnostics.count)
        let node = parse(path, bytes)
        define(node.policies, folder: ScriptPath.folder(of: path), library: &library)
        let made = node.policies.compactMap { definedPolicy($0.id)?.policy }
        let isClean = parser.diagnostics.count == parsed && script.diagnostics.count == found
        if made.isEmpty, isClean { script.diagnostics.append(.noPolicyInFile(name, span)) }
        policyFiles[path] = made
        // One that extends others depends on more than its own bytes.
        if isClean, node.policies.allSatisfy(\.extends.isEmpty) { library.cache(files.root + "/" + path, made) }
        return made.last
    }
}
