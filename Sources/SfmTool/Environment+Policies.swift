import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// The policies that a command line names: ids, files, `all`.
extension Environment {
    /// What `--policy` names, each once; `nil` without it.
    var policyNames: [String]? { options.policies.map(Self.expanded) }

    /// `all` is every policy that comes with the program.
    static func expanded(_ names: [String]) -> [String] {
        var out: [String] = []
        for name in names.flatMap({ $0 == "all" || $0 == "все" ? Library.shippedIDs : [$0] }) where !out.contains(name) { out.append(name) }
        return out
    }

    /// The policies behind the names.
    func choose(_ names: [String]) -> Result<[PolicyChoice], Stopped> {
        var scripts = ScriptSet(options: options)
        var out: [PolicyChoice] = []
        for name in names {
            switch scripts.choose(name) {
            case .success(let choice): out.append(choice)
            case .failure(let broken):
                let renderer = DiagnosticRenderer(language: language(), colour: false)
                for diagnostic in broken.script.diagnostics { console.report(renderer.render(diagnostic, sources: broken.script.sources) + "\n") }
                return .failure(Stopped(status: ExitStatus(of: broken.script.diagnostics)))
            }
        }
        return .success(out)
    }
}

extension PolicyChoice {
    /// The policy, where it is one of a file.
    var policy: Policy? { if case .loaded(let policy, _) = self { policy } else { nil } }
}
