import SfmModel
import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// One answer of the REPL.
package struct Reply: Sendable {
    package enum Next: Sendable { case goOn, readMore, quit }

    package var text: String
    package var next = Next.goOn
    /// Whether the line was a mistake or was refused: a piped session ends there.
    package var failed = false
    package var status = ExitStatus.ok
}

/// The conversation: a pure function from line to answer, whatever the line comes from.
package struct Repl {
    package private(set) var session = Session()
    package var language: Language
    private var isLanguageFixed: Bool
    let colour: Bool
    let plain: Bool
    let files: FileStore
    var library = Library()
    /// The lines of a block that has no end yet.
    private var pending = ""

    package init(language: Language?, fallback: Language, colour: Bool, plain: Bool, files: FileStore, session: Session = Session()) {
        self.session = session
        (self.language, isLanguageFixed) = (language ?? fallback, language != nil)
        (self.colour, self.plain, self.files) = (colour, plain, files)
    }

    package var isInBlock: Bool { !pending.isEmpty }

    /// The name of the policy in force, as the prompt shows it.
    package var prompt: String {
        if isInBlock { return "… " }
        let ids = session.interpreter.policies.policies.map(\.id)
        let shown = ids.isEmpty ? word("no policy", "порядок не применён") : ids.joined(separator: " + ")
        return (colour ? "\u{1B}[1;34m" : "") + Safe.text(shown) + (colour ? "\u{1B}[0m" : "") + " › "
    }

    private func word(_ en: String, _ ru: String) -> String { language == .english ? en : ru }

    /// Drops an unfinished block.
    package mutating func interrupt() { pending = "" }

    package mutating func handle(_ line: String) -> Reply {
        let trimmed = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).isEmpty
        if trimmed, pending.isEmpty { return Reply(text: "") }
        if pending.isEmpty {
            follow(line)
            if let (word, rest) = ReplWord.parse(line) { return run(word, rest) }
        }
        let text = pending.isEmpty ? line : pending + "\n" + line
        library.forgetFiles()
        let submission = session.submit(text, files: files, library: &library)
        if case .incomplete = submission {
            pending = text
            return Reply(text: "", next: .readMore)
        }
        pending = ""
        return tell(submission)
    }

    /// The answer comes in the language of the question, until `lang` says otherwise.
    private mutating func follow(_ line: String) {
        guard !isLanguageFixed else { return }
        var unquoted = ""
        var inQuotes = false
        for c in line {
            if "\"«»“”„".contains(c) { inQuotes.toggle() } else if !inQuotes { unquoted.append(c) }
        }
        let words = unquoted.split(separator: " ").filter { !$0.hasPrefix("@") }.joined(separator: " ")
        if let own = ScriptSet.language(of: Array(words.utf8)) { language = own }
    }

    // MARK: - Answers

    private func tell(_ submission: Submission) -> Reply {
        switch submission {
        case .empty, .incomplete: return Reply(text: "")
        case .invalid(let diagnostics, let sources):
            let renderer = DiagnosticRenderer(language: language, colour: colour)
            let limit = diagnostics.contains { $0.code.isLimit }
            return Reply(
                text: diagnostics.map { renderer.render($0, sources: sources) }.joined(), failed: true, status: limit ? .limit : .invalid)
        case .defined(let policies):
            return Reply(
                text: policies.map { good + word("policy ", "порядок ") + Safe.text($0.id) + ": " + Plural.clause.counted($0.clauses.count, language) + "\n" }
                    .joined())
        case .ran(let trace): return tell(trace)
        case .scenarios(let all):
            var reply = Reply(text: "")
            for (title, trace) in all {
                let inner = tell(trace)
                reply.text += word("scenario ", "сценарий ") + FormPrinter.source(Safe.text(title)) + "\n" + inner.text
                if inner.failed { (reply.failed, reply.status) = (true, .failed) }
            }
            return reply
        }
    }

    private func tell(_ trace: [(step: StepNode, result: StepResult, after: Interpreter)]) -> Reply {
        var teller = Teller(language: language, colour: colour, plain: plain, sources: [])
        var reply = Reply(text: "")
        for (step, result, after) in trace {
            reply.text += teller.tell(step, result, after)
            if case .failure(let failure) = result {
                (reply.failed, reply.status) = (true, .failed)
                if failure.decision != nil { reply.text += "  " + word("more: why", "подробнее: почему") + "\n" }
            }
        }
        return reply
    }

    private var good: String { Teller(language: language, colour: colour, plain: plain, sources: []).good() }

    // MARK: - Commands

    private mutating func run(_ word: ReplWord, _ rest: String) -> Reply {
        switch word {
        case .help: return Reply(text: HelpText.repl(rest, language))
        case .show: return show(rest)
        case .why: return why()
        case .whyNot: return whyNot(rest)
        case .whoCan: return whoCan(rest)
        case .whatCan: return whatCan(rest)
        case .undo: return undo(Int(rest) ?? 1)
        case .redo:
            guard let text = session.redo() else { return refuse("there is nothing to do again", "возвращать нечего") }
            return Reply(text: good + self.word("again: ", "снова: ") + Safe.text(text) + "\n")
        case .reset:
            session.reset()
            return Reply(text: good + self.word("a fresh world", "мир начат заново") + "\n")
        case .load: return load(rest)
        case .history: return Reply(text: session.accepted.map { Safe.text($0) + "\n" }.joined())
        case .language: return setLanguage(rest)
        case .quit: return Reply(text: "", next: .quit)
        }
    }

    private func refuse(_ en: String, _ ru: String) -> Reply {
        let bad = Teller(language: language, colour: colour, plain: plain, sources: []).bad()
        return Reply(text: bad + word(en, ru) + "\n", failed: true, status: .invalid)
    }

    private mutating func undo(_ n: Int) -> Reply {
        let taken = session.undo(n)
        guard !taken.isEmpty else { return refuse("there is nothing to undo", "отменять нечего") }
        return Reply(text: taken.map { good + word("undone: ", "отменено: ") + Safe.text($0) + "\n" }.joined())
    }

    private mutating func setLanguage(_ text: String) -> Reply {
        switch ReplWord.fold(text) {
        case "ru", "русский", "russian": language = .russian
        case "en", "английский", "english": language = .english
        default: return refuse("lang ru or lang en", "язык ru или язык en")
        }
        isLanguageFixed = true
        return Reply(text: good + word("answers in English", "ответы по-русски") + "\n")
    }

    private mutating func load(_ text: String) -> Reply {
        let name = text.filter { !"\"«»“”„".contains($0) }
        guard !name.isEmpty else { return refuse("load which file? load \"file.sfm\"", "какой файл? загрузить \"файл.sfm\"") }
        let store = FileStore(root: ScriptPath.folder(of: name).isEmpty ? "." : ScriptPath.folder(of: name), limit: files.limit)
        switch FileStore.readNamed(name, limit: files.limit) {
        case .failure(let trouble):
            let d = ScriptSet.diagnostic(trouble, name, files.limit)
            return Reply(text: DiagnosticRenderer(language: language, colour: colour).render(d, sources: []), failed: true, status: .invalid)
        case .success(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else {
                return refuse("the file is not UTF-8", "файл не в кодировке UTF-8")
            }
            let submission = session.submit(text, files: store, library: &library)
            if case .incomplete = submission { return refuse("a block of the file has no end", "у блока в файле нет конца") }
            return tell(submission)
        }
    }

    // MARK: - Questions

    private func why() -> Reply {
        guard let (decision, then) = session.lastDecision else { return refuse("nothing has been decided yet", "решений ещё не было") }
        return Reply(text: explain(decision, then))
    }

    private func explain(_ decision: Decision, _ i: Interpreter) -> String {
        let narrator = i.narrator
        var out = Safe.text(narrator.headline(decision, language)) + "\n"
        let reasons = narrator.reasons(decision)
        if reasons.isEmpty {
            out +=
                "  " + (i.hasPolicy ? word("no clause speaks of it", "ни один пункт об этом не говорит") : word("no policy is in force", "порядок не применён"))
                + "\n"
        }
        for line in reasons { out += "  " + Safe.text(line[language]) + "\n" }
        return out
    }

    private mutating func whyNot(_ text: String) -> Reply {
        switch session.ask(text) {
        case .success(let decision): return Reply(text: explain(decision, session.interpreter))
        case .failure(let problems): return complain(problems)
        }
    }

    private mutating func whoCan(_ text: String) -> Reply {
        switch session.whoCan(text) {
        case .success(let people):
            let names = people.map { session.interpreter.narrator.person($0) }.joined(separator: ", ")
            return Reply(text: (people.isEmpty ? word("nobody can", "никто не может") : word("can: ", "могут: ") + Safe.text(names)) + "\n")
        case .failure(let problems): return complain(problems)
        }
    }

    private func complain(_ problems: Session.Problems) -> Reply {
        let renderer = DiagnosticRenderer(language: language, colour: colour)
        return Reply(text: problems.diagnostics.map { renderer.render($0, sources: problems.sources) }.joined(), failed: true, status: .invalid)
    }

    private func show(_ text: String) -> Reply {
        guard let answer = Shower(interpreter: session.interpreter, language: language).show(text) else {
            return refuse("show what? \(ReplWord.show.entry.help.en)", "что показать? \(ReplWord.show.entry.help.ru)")
        }
        return Reply(text: answer)
    }

    private func whatCan(_ text: String) -> Reply {
        var name = text
        for suffix in [" do", " делать"] where name.hasSuffix(suffix) { name.removeLast(suffix.count) }
        guard let answer = Shower(interpreter: session.interpreter, language: language).powers(of: name) else {
            return refuse("what can @name do?", "что может @имя?")
        }
        return Reply(text: answer)
    }
}
