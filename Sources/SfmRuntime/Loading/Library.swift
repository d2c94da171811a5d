import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// Compiled policies: those that come with the program and those of the files read so far. One a worker.
public struct Library {
    private var shipped: [String: Policy] = [:]
    /// Policies of files, by folder and path.
    private var files: [String: [Policy]] = [:]
    /// Sets in force, by the address of their first policy.
    private var sets: [Int: [(policies: [Policy], set: PolicySet)]] = [:]

    public init() {}

    public static var shippedIDs: [String] { ShippedPolicies.all.map(\.name) }

    /// The source text of a policy that comes with the program.
    public static func shippedSource(_ id: String) -> String? { ShippedPolicies.all.first { $0.name == id }?.text }

    /// A policy that comes with the program, compiled when it is first asked for.
    public mutating func shippedPolicy(_ id: String) -> Policy? {
        if let known = shipped[id] { return known }
        guard let source = ShippedPolicies.all.first(where: { $0.name == id }) else { return nil }
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

    /// Policies compiled earlier from the same file: a run reads every policy file once.
    public func cached(_ path: String) -> [Policy]? { files[path] }

    public mutating func cache(_ path: String, _ policies: [Policy]) { files[path] = policies }

    /// How a script names a policy file: the folder tree that it may read, its own folder, the one that it stands in there, the words.
    struct Naming: Equatable {
        let root: String
        let script: String
        let folder: String
        let name: String
    }

    /// What was named last, with the file as it is shown: scripts of a folder mostly name the same one.
    private(set) var lastNamed: (naming: Naming, shown: String, policies: [Policy])?

    mutating func remember(_ naming: Naming, _ shown: String, _ policies: [Policy]) { lastNamed = (naming, shown, policies) }

    /// In a conversation files may change between two lines.
    public mutating func forgetFiles() { (files, lastNamed) = ([:], nil) }

    /// The policies as a set in force; made once for the same policies.
    public mutating func set(_ policies: [Policy]) -> PolicySet {
        guard let first = policies.first else { return .empty }
        let key = first.address
        if let known = sets[key]?.first(where: { $0.policies.elementsEqual(policies, by: ===) }) { return known.set }
        let made = PolicySet(policies, actCount: ActTable.all.count)
        sets[key, default: []].append((policies, made))
        return made
    }
}
