import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// Compiled policies: those that come with the program and those of the files read so far. One a worker.
package struct Library {
    private var shipped: [String: Policy] = [:]
    /// Policies of files, by the bytes that they were made from.
    private var files: [String: (bytes: [UInt8], policies: [Policy])] = [:]
    private var sets: [[ObjectIdentifier]: PolicySet] = [:]

    package init() {}

    package static var shippedIDs: [String] { ShippedPolicies.all.map(\.id) }

    /// A policy that comes with the program, compiled when it is first asked for.
    package mutating func shippedPolicy(_ id: String) -> Policy? {
        if let known = shipped[id] { return known }
        guard let source = ShippedPolicies.all.first(where: { $0.id == id }) else { return nil }
        var parser = Parser(grammar: Sfm.grammar)
        let script = parser.parse(SourceFile(name: "Policies/\(id).sfm", text: source.text))
        guard let node = script.policies.first else { preconditionFailure("the shipped policy \(id) does not parse") }
        var compiler = PolicyCompiler(node)
        let extended = node.extends.compactMap { shippedPolicy(parser.names[$0.name]) }
        let policy = compiler.compile(extending: extended)
        precondition(parser.diagnostics.isEmpty && compiler.diagnostics.isEmpty, "the shipped policy \(id) has mistakes")
        shipped[id] = policy
        return policy
    }

    /// Policies compiled earlier from the same bytes of the same file.
    package func cached(_ path: String, _ bytes: [UInt8]) -> [Policy]? {
        guard let entry = files[path], entry.bytes == bytes else { return nil }
        return entry.policies
    }

    package mutating func cache(_ path: String, _ bytes: [UInt8], _ policies: [Policy]) { files[path] = (bytes, policies) }

    /// The policies as a set in force; made once for the same policies.
    package mutating func set(_ policies: [Policy]) -> PolicySet {
        guard !policies.isEmpty else { return .empty }
        let key = policies.map { ObjectIdentifier($0) }
        if let known = sets[key] { return known }
        let made = PolicySet(policies, actCount: ActTable.all.count)
        sets[key] = made
        return made
    }
}
