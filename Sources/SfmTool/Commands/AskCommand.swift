import SfmModel
import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm ask "who can ACT" --after FILE`: runs a file, then answers one question of the conversation's.
///
/// Of a file with several scenarios `--scenario` says after which; 1 means that the file itself did not go through.
enum AskCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        let json = try environment.format() == "json"
        guard let question = environment.options.arguments.first, environment.options.arguments.count == 1 else {
            throw UsageError(
                message: Text(
                    "one question in quotes, as in: sfm ask \"who can block @x for 1 day\" --after FILE",
                    "один вопрос в кавычках, например: sfm ask \"кто может заблокировать @x на 1 день\" --after ФАЙЛ"))
        }
        guard let word = word(of: question), [.whoCan, .whyNot, .why, .whatCan, .show].contains(word) else {
            throw UsageError(
                message: Text("questions are: who can, why, why not, what can, show", "вопросы: кто может, почему, почему нельзя, что может, показать"))
        }
        var session = Session()
        // Of the texts chosen the question is the asker's own.
        let asked = RunLanguage.of(Array(question.utf8))
        let language = asked.map { environment.language(counting: [$0]) } ?? environment.language()
        if let file = environment.options.after {
            var scripts = ScriptSet(options: environment.options)
            let script = scripts.loadToRun(file)
            guard !script.hasErrors else {
                environment.tell(
                    script.diagnostics.map { DiagnosticRenderer(language: language, colour: environment.colour).render($0, sources: script.sources) }.joined())
                return script.hitLimit ? .limit : .invalid
            }
            let steps = try steps(of: script, environment.options.scenario)
            if let failure = session.play(script, steps) {
                var renderer = OutcomeRenderer(language: language, colour: environment.colour, plain: environment.console.isPlain, sources: script.sources)
                environment.console.report(renderer.tell(failure.step, .failure(failure.failure), session.interpreter))
                return failure.failure.limit == nil ? .failed : .limit
            }
        }
        var repl = Repl(
            language: language, fallback: language, colour: environment.colour, plain: environment.console.isPlain,
            files: FileStore(root: ".", limit: environment.options.limits.syntax.fileBytes))
        repl.session = session
        repl.session.limits = environment.options.limits
        repl.sourceName = "ask"
        let reply = repl.handle(question)
        if json { environment.write(document: answer(question, word, repl, reply)) } else { environment.tell(reply.text) }
        return reply.status
    }

    /// The word that a question begins with, or would begin with: «может ли @x …» asks for a decision as «почему нельзя» does.
    private static func word(of question: String) -> ReplWord? {
        guard question.utf8.count <= 8192, case .success(let command)? = PromptReader.read(SourceFile(name: "", text: question)) else {
            return ReplWord.parse(question)?.word
        }
        switch command {
        case .whoCan: return .whoCan
        case .decision, .may: return .whyNot
        case .whatCan: return .whatCan
        case .show: return .show
        case .why, .help, .helpOfOwn, .undo, .redo, .reset, .load, .save, .edit, .history, .language, .quit: return ReplWord.parse(question)?.word
        }
    }

    /// The background with the loose steps or with one scenario.
    private static func steps(of script: Script, _ title: String?) throws(UsageError) -> [StepNode] {
        // An exploration has no steps after which one could ask.
        let scenarios = script.scenarios.filter { $0.exploration == nil }
        if let title {
            guard let scenario = scenarios.first(where: { $0.title == title }) else {
                throw UsageError(message: Text("there is no scenario “\(title)”", "нет сценария «\(title)»"))
            }
            return script.background + scenario.steps
        }
        guard scenarios.count < 2 else {
            throw UsageError(
                message: Text(
                    "the file has several scenarios: say which one with --scenario \"title\"", "в файле несколько сценариев: укажите --scenario \"название\""))
        }
        return script.background + script.looseSteps + (scenarios.first?.steps ?? [])
    }

    // MARK: - JSON

    private static func answer(_ question: String, _ word: ReplWord, _ repl: Repl, _ reply: Reply) -> String {
        var json = JSONWriter()
        json.object { out in
            out.member("question")
            out.string(question)
            if !reply.failed, [.whoCan, .whyNot].contains(word) {
                let i = repl.session.interpreter
                if word == .whoCan {
                    out.member("people")
                    out.array { out in
                        for (person, decision) in repl.session.lastAble {
                            out.object { out in
                                out.member("person")
                                out.string(i.renderer.person(person))
                                out.member("clauses")
                                cite(decision, i, &out)
                            }
                        }
                    }
                }
                if let decision = repl.session.lastDecision?.decision, word == .whyNot || repl.session.lastAble.isEmpty {
                    out.member("outcome")
                    out.string("\(decision.outcome)")
                    out.member("clauses")
                    cite(decision, i, &out)
                }
            }
            out.member("text")
            out.string(reply.text.rawText)
        }
        return json.text + "\n"
    }

    /// The clauses, each with its policy, as in the other formats.
    private static func cite(_ decision: Decision, _ i: Interpreter, _ out: inout JSONWriter) {
        out.array { out in
            for ref in decision.clauses {
                out.object { out in
                    out.member("policy")
                    out.string(i.policies.policy(ref).id)
                    out.member("clause")
                    out.string(i.policies.clause(ref).id)
                }
            }
        }
    }
}
