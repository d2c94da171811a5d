import SfmModel
import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// `why`, `why not`, `who can`, `what can`, `show`: questions change nothing.
extension Repl {
    func why() -> Reply {
        guard let last = session.lastDecision else { return refuse("nothing has been decided yet", "решений ещё не было") }
        return Reply(text: explain(last))
    }

    private func explain(_ last: LastDecision) -> String {
        let (narrator, decision) = (last.after.narrator, last.decision)
        var out = Safe.text(narrator.headline(decision, language)) + "\n"
        let rules = last.after.hasPolicy ? last.before.review(decision) : []
        if rules.isEmpty, narrator.reasons(decision).isEmpty {
            let silence =
                last.after.hasPolicy ? Text("no clause speaks of it", "ни один пункт об этом не говорит") : Text("no policy is in force", "порядок не применён")
            out += "  " + silence[language] + "\n"
        }
        // The rules say in full what the reasons say in short, but for what the world itself cannot do.
        if rules.isEmpty || decision.outcome == .impossible {
            for line in narrator.reasons(decision) { out += "  " + Safe.text(line[language]) + "\n" }
        }
        if !rules.isEmpty { out += word("every rule about it:\n", "все нормы об этом действии:\n") }
        for line in rules { out += "  " + Safe.text(line[language]) + "\n" }
        return out
    }

    mutating func whyNot(_ text: String) -> Reply {
        switch session.ask(text) {
        case .success: return why()
        case .failure(let problems): return complain(problems)
        }
    }

    mutating func whoCan(_ text: String) -> Reply {
        switch session.whoCan(text) {
        case .success(let answer):
            let narrator = session.interpreter.narrator
            guard let refusal = answer.refusal else {
                let rows = answer.people.map { [narrator.person($0.person), narrator.cite($0.decision.clauses)[language]] }
                return Reply(text: word("can:\n", "могут:\n") + Table.text(rows.map { $0.map(Safe.text) }))
            }
            return Reply(
                text: word("nobody can\n", "никто не может\n") + narrator.reasons(refusal).map { "  " + Safe.text($0[language]) + "\n" }.joined())
        case .failure(let problems): return complain(problems)
        }
    }

    private func complain(_ problems: Session.Problems) -> Reply {
        let renderer = DiagnosticRenderer(language: language, colour: colour)
        return Reply(
            text: problems.diagnostics.map { renderer.render(Self.atPrompt($0), sources: problems.sources) }.joined(), failed: true,
            status: ExitStatus(of: problems.diagnostics))
    }

    private var shower: Shower { Shower(interpreter: session.interpreter, language: language) }

    mutating func show(_ text: String) -> Reply {
        guard let answer = shower.show(text) else {
            return refuse("show what? \(ReplWord.show.entry.help.en)", "что показать? \(ReplWord.show.entry.help.ru)")
        }
        session.propose(shower.expectations(text))
        return Reply(text: answer)
    }

    func whatCan(_ text: String) -> Reply {
        var name = text
        for suffix in [" do", " делать"] where name.hasSuffix(suffix) { name.removeLast(suffix.count) }
        guard name.hasPrefix("@") else { return refuse("what can @name do?", "что может @имя?") }
        guard let answer = Powers(interpreter: session.interpreter, language: language).text(name) else {
            return refuse("nobody of the name \(Safe.text(name)) is known", "\(Safe.text(name)): такого человека нет")
        }
        return Reply(text: answer)
    }
}
