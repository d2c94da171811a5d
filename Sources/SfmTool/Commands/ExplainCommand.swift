import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm explain CODE|CLAUSE`: what a diagnostic means, or what a clause says.
enum ExplainCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        guard let topic = environment.options.arguments.first else {
            throw UsageError(
                message: Text(
                    "explain what? a code (SFM0301) or a clause (koshdo-2024 24)",
                    "что объяснить? код (SFM0301) или пункт (koshdo-2024 24)"))
        }
        let language = environment.language()
        if let code = DiagnosticCode(text: topic) {
            if let other = environment.options.arguments.dropFirst().first {
                throw UsageError(message: Text("one code at a time, without “\(other)”", "коды объясняются по одному, без «\(other)»"))
            }
            environment.tell(SafeText(lines: DiagnosticCatalogue.explanation(code, language)))
            return .ok
        }
        let words = asCalled(environment.options.arguments.flatMap { $0.split(separator: " ").map(String.init) })
        environment.tell(try clauses(words, topic).map { clauseText($0.0, $0.1, language) }.joined(separator: "\n"))
        return .ok
    }

    /// An appendix is one word, as clauses are called, and two or a Russian one as reports print it: `app. 2`, «прил. 2».
    private static func asCalled(_ words: [String]) -> [String] {
        var called: [String] = []
        for word in words {
            if let last = called.last, ["app.", "прил.", "appendix", "приложение"].contains(last.lowercased()) {
                called[called.count - 1] = "app." + word
            } else {
                called.append(word.lowercased().hasPrefix("прил.") && word.count > 5 ? "app." + word.dropFirst(5) : word)
            }
        }
        return called
    }

    /// The clauses that the words name: ids, or policies and ids, with «п.» or not. No word is passed over.
    private static func clauses(_ words: [String], _ topic: String) throws(UsageError) -> [(Policy, Clause)] {
        var library = Library()
        let ids = Library.shippedIDs
        let policies = words.filter(ids.contains)
        let wanted = words.filter { !ids.contains($0) && !["п.", "clause", "пункт"].contains($0.lowercased()) }
        let found = (policies.isEmpty ? ids : policies).compactMap { library.shippedPolicy($0) }.flatMap { policy in
            policy.clauses.filter { wanted.contains($0.id) }.map { (policy, $0) }
        }
        let other = wanted.first { id in !found.contains { $0.1.id == id } }
        if let other = other ?? (wanted.isEmpty ? topic : nil) {
            throw UsageError(message: Text("neither a code nor a clause: \(other)", "это не код и не пункт: \(other)"))
        }
        return found
    }

    static func clauseText(_ policy: Policy, _ clause: Clause, _ language: Language) -> SafeText {
        let kind = Coverage.name(clause.kind, language)
        var said = DecisionRenderer.cite(clause.id, of: policy.id, language) + " (\(kind)): \(clause.title[language])\n"
        for note in clause.notes { said += "  " + language("note: ", "примечание: ") + note[language] + "\n" }
        var out = SafeText(lines: said)
        if let index = policy.clauses.firstIndex(where: { $0.id == clause.id }) {
            for rule in policy.wording(ofClauseAt: index) { out += "  \(rule[language])\n" }
        }
        return out
    }
}
