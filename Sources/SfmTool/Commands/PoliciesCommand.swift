import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm policies`: those that come with the program.
enum PoliciesCommand {
    static func run(_ environment: Environment) -> ExitStatus {
        var library = Library()
        let language = environment.language()
        for id in Library.shippedIDs {
            guard let policy = library.shippedPolicy(id) else { continue }
            let operational = policy.clauses.count { $0.kind != .info }
            let order =
                policy.adopted.map { a in
                    let number = a.order.map { language(", order \($0)", ", приказ № \($0)") } ?? ""
                    return language("adopted ", "утверждён ") + a.date.dayText + number
                } ?? ""
            let counted =
                language == .english
                ? "\(Plural.clause.counted(policy.clauses.count, language)), \(operational) of them operational"
                : "\(Plural.clause.counted(policy.clauses.count, language)), из них действующих: \(operational)"
            environment.tell("\(policy.id)\n  \(policy.title[language])\n  \([order, counted].filter { !$0.isEmpty }.joined(separator: " · "))\n")
        }
        return .ok
    }
}
