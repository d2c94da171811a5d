import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm show ID|FILE [CLAUSE]`: a regulation read back as it was understood.
enum ShowCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        let json = try environment.format() == "json"
        guard let name = environment.options.arguments.first else {
            throw UsageError(
                message: Text("show which policy? an id (koshdo-2024) or a file", "какой порядок показать? имя (koshdo-2024) или файл"))
        }
        let policies: [Policy]
        switch try named(name, environment) {
        case .success(let found): policies = found
        case .failure(let stopped): return stopped.status
        }
        let clause = try self.clause(Array(environment.options.arguments.dropFirst()), of: policies)
        let reporter = ReadingReporter(language: environment.language(), width: min(Wrap.width, environment.console.columns ?? Wrap.width))
        if json {
            environment.write(document: reporter.json(policies, clause: clause))
        } else {
            environment.console.tell(clause.map { reporter.render(clause: $0, of: policies) } ?? reporter.render(policies))
        }
        return .ok
    }

    /// The policy that comes with the program; or those that a file defines, else those that it puts in force.
    static func named(_ name: String, _ environment: Environment) throws(UsageError) -> Result<[Policy], Stopped> {
        var library = Library()
        guard SourceFile.isScript(name) else {
            if let policy = library.shippedPolicy(name) { return .success([policy]) }
            throw UsageError(message: unknown(name, among: Library.shippedIDs))
        }
        var scripts = ScriptSet(options: environment.options)
        var script = scripts.loadToRun(name)
        let found = script.ownPolicies.isEmpty ? script.everyPolicy.policies : script.ownPolicies.map(\.policy)
        if !script.hasErrors, found.isEmpty { script.diagnostics.append(.noPolicyInFile(name, .none)) }
        guard script.hasErrors else { return .success(found) }
        let renderer = DiagnosticRenderer(language: environment.language(), colour: false)
        for diagnostic in script.diagnostics { environment.console.report(renderer.render(diagnostic, sources: script.sources) + "\n") }
        return .failure(Stopped(status: ExitStatus(of: script.diagnostics)))
    }

    static func unknown(_ name: String, among known: [String]) -> Text {
        let message = Text("there is no policy “\(name)”", "нет порядка «\(name)»")
        if let near = Suggestion.nearest(to: name, among: known) { return message + Text("; did you mean “\(near)”?", "; может быть, «\(near)»?") }
        let list = known.joined(separator: ", ")
        return message + Text("; known: \(list)", "; известны: \(list)")
    }

    // MARK: - Clauses

    /// The clause that the words name, `24`, «п. 24», «прил. 1», as it is called; `nil` where there are none.
    static func clause(_ words: [String], of policies: [Policy]) throws(UsageError) -> String? {
        let wanted = id(words)
        guard !wanted.isEmpty else { return nil }
        let known = ReadingReporter.withExtended(policies).flatMap(\.clauses).map(\.id)
        if let found = known.first(where: { $0.lowercased() == wanted }) { return found }
        let message = Text("there is no clause \(wanted)", "нет пункта \(wanted)")
        let below = known.filter { $0.hasPrefix(wanted + ".") }
        if !below.isEmpty {
            let list = below.prefix(12).joined(separator: ", ")
            throw UsageError(message: message + Text("; there are: \(list)", "; есть: \(list)"))
        }
        if let near = Suggestion.nearest(to: wanted, among: known) {
            throw UsageError(message: message + Text("; did you mean \(near)?", "; может быть, \(near)?"))
        }
        let list = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? " … " + (known.last ?? "") : "")
        throw UsageError(message: message + Text("; the clauses are: \(list)", "; есть пункты: \(list)"))
    }

    /// A clause as reports print it and as it is called: «п. 24», «пункт 24», «прил. 1», `app. 1`.
    private static func id(_ words: [String]) -> String {
        var text = words.joined(separator: " ").lowercased().split(separator: " ").joined(separator: " ")
        for word in ["clause", "пункт", "п."] where text.hasPrefix(word) { text = String(text.dropFirst(word.count)) }
        for word in ["appendix", "app.", "приложение", "прил."] where text.hasPrefix(word) {
            text = "app." + text.dropFirst(word.count).drop { $0 == " " }
        }
        return String(text.drop { $0 == " " })
    }
}
