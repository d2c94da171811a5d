import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// What is left to do in a policy that was read from a text: rules that nobody has compared yet, clauses that nothing executes yet.
struct DraftProgress {
    let policy: Policy
    /// The clauses with such rules, and those of the second kind.
    let toReview: [String]
    let notYet: [String]

    /// `marked` are the clauses with such rules of its whole file, which may define other policies too.
    init(_ policy: Policy, marked: Set<String>) {
        self.policy = policy
        toReview = marked.isEmpty ? [] : policy.clauses.map(\.id).filter(marked.contains)
        notYet = policy.clauses.filter { $0.kind == .info && $0.notes.contains(where: NotYet.isSaid) }.map(\.id)
    }

    var isDone: Bool { toReview.isEmpty && notYet.isEmpty }

    /// The progress of the policies that a file defines; none where it has mistakes, or scenarios too, which tell of them.
    static func all(in file: String, _ environment: Environment) -> [DraftProgress] {
        guard case .success(let bytes) = FileStore.readNamed(file, limit: environment.options.limits.syntax.fileBytes) else { return [] }
        var scripts = ScriptSet(options: environment.options)
        let script = scripts.load(file, bytes: bytes)
        guard !script.hasErrors, !script.hasSteps else { return [] }
        let marked = ReviewMark.clauses(of: bytes)
        return script.ownPolicies.map { DraftProgress($0.policy, marked: marked) }
    }

    /// As a policy that no scenario has put in force is told of.
    func told(_ language: Language) -> SafeText {
        let (all, info) = (policy.clauses.count, policy.clauses.count { $0.kind == .info })
        let count = Plural.clause.counted(all, language)
        var out: SafeText = language("\(policy.id): \(count), with rules: \(all - info)\n", "\(policy.id): \(count), с правилами: \(all - info)\n")
        out += lines(language, isNamed: true)
        let others = policy.clauses.filter { $0.kind == .info }.map(\.id).filter { !notYet.contains($0) }
        if !others.isEmpty { out += Wrap.wrapped(SafeText(NotesOnly.words(others, of: all, language)), indent: 4, first: "  ") }
        return out
    }

    /// What is left, a line each; under a table that names the clauses of notes already their number is enough.
    func lines(_ language: Language, isNamed: Bool) -> SafeText {
        var out: SafeText = ""
        if !toReview.isEmpty { out += line(Text("rules to review in clauses", "правила ждут проверки в пунктах"), toReview, language) }
        if !notYet.isEmpty {
            let head = Text("not executable yet", "пока не исполняются")
            out += isNamed ? line(head, notYet, language) : "  \(head[language]): \(notYet.count)\n"
        }
        return out
    }

    private func line(_ head: Text, _ clauses: [String], _ language: Language) -> SafeText {
        Wrap.wrapped(SafeText("\(head[language]) (\(clauses.count)): \(clauses.joined(separator: ", "))"), indent: 4, first: "  ")
    }
}

/// The words by which a clause says that nothing in it is executed yet.
enum NotYet {
    private static let said = Text("not executable yet", "пока не исполняется")

    static func words(_ language: Language) -> String { said[language] }

    static func isSaid(_ note: Text) -> Bool { Language.allCases.contains { note[$0].hasPrefix(said.en) || note[$0].hasPrefix(said.ru) } }
}

/// The remark above a rule that somebody still has to compare with the sentence that it was read from.
enum ReviewMark {
    static func word(_ language: Language) -> String { language("review", "проверить") }

    /// The clauses of a policy file that have such rules.
    static func clauses(of bytes: [UInt8]) -> Set<String> {
        var out: Set<String> = []
        var clause = ""
        for line in LineEnd.lines(of: bytes) {
            let words = line.split(separator: " ", maxSplits: 3)
            guard let first = words.first?.lowercased(), words.count > 1 else { continue }
            switch first {
            case "clause", "пункт", "п.": clause = String(words[1])
            case "прил.": clause = "app." + words[1]
            case "#" where Language.allCases.contains { words[1].hasPrefix(word($0) + ":") }: out.insert(clause)
            default: break
            }
        }
        return out
    }
}
