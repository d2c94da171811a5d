import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm compare A B`: what one policy grants, forbids, obliges to and states and the other does not.
enum CompareCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        let json = try environment.format() == "json"
        let names = Environment.expanded(environment.options.arguments)
        guard names.count > 1 else {
            throw UsageError(
                message: Text("compare which policies? name two or more, or all", "какие порядки сравнить? назовите два или больше, или all"))
        }
        let choices: [PolicyChoice]
        switch environment.choose(names) {
        case .success(let chosen): choices = chosen
        case .failure(let stopped): return stopped.status
        }
        var library = Library()
        var policies: [Policy] = []
        for (name, choice) in zip(names, choices) { policies.append(try policy(name, choice, &library)) }
        if let doubled = policies.indices.first(where: { k in policies[..<k].contains { $0.id == policies[k].id } }) {
            let id = policies[doubled].id
            throw UsageError(message: Text("two of them have the same name: “\(id)”", "два порядка называются одинаково: «\(id)»"))
        }
        var comparison = PolicyComparison(policies)
        if let act = environment.options.act { comparison = comparison.narrowed(to: try subjects(act, comparison)) }
        let language = environment.language()
        if json {
            environment.write(document: ComparisonJSON.render(comparison, language))
        } else {
            let reporter = ComparisonReporter(
                language: language, colour: environment.colour, plain: environment.console.isPlain, showsAll: environment.options.showsAll)
            environment.tell(reporter.render(comparison))
        }
        return .ok
    }

    private static func policy(_ name: String, _ choice: PolicyChoice, _ library: inout Library) throws(UsageError) -> Policy {
        if let policy = choice.policy ?? library.shippedPolicy(name) { return policy }
        throw UsageError(message: unknown(Text("there is no policy “\(name)”", "нет порядка «\(name)»"), name, Library.shippedIDs))
    }

    /// What `--act` names: an act in either language or of the policies' own, a property of the platform, `lists`, `calendar`, `own words`.
    private static func subjects(_ name: String, _ comparison: PolicyComparison) throws(UsageError) -> [PolicyComparison.Subject] {
        let found = PolicyComparison.subjects(named: name) + comparison.own(named: name)
        if !found.isEmpty { return found }
        var message = Text("there is no act “\(name)”", "нет действия «\(name)»")
        let words = name.split(separator: " ").map(String.init)
        let near = Suggestion.nearest(to: words, in: [Sfm.grammar.roots.ruleHeads, Sfm.grammar.roots.mechanisms], of: Sfm.grammar)
        if !near.isEmpty { message = message + Text(same: "; ") + Diagnostic.question(near.map(\.phrase)) }
        throw UsageError(message: message)
    }

    private static func unknown(_ message: Text, _ name: String, _ known: [String]) -> Text {
        let list = known.joined(separator: ", ")
        if let near = Suggestion.nearest(to: name, among: known) {
            return message + Text("; did you mean “\(near)”?", "; может быть, «\(near)»?")
        }
        return message + Text("; known: \(list)", "; известны: \(list)")
    }
}
