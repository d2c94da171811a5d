import Glibc
import SfmRuntime
import SfmSyntax
import SfmTerms

/// `sfm` without a command: a conversation on a terminal, a script on a pipe.
enum ReplCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        let console = environment.console
        let interactive = console.inIsTerminal && console.outIsTerminal
        var repl = Repl(
            language: environment.namedLanguage, fallback: .english, colour: environment.colour && interactive, plain: console.isPlain,
            files: FileStore(root: ".", limit: environment.options.limits.syntax.fileBytes))
        repl.session.limits = environment.options.limits
        guard interactive else {
            if environment.options.resumes {
                throw UsageError(message: Text("--resume goes on at a terminal", "--resume продолжает сеанс на терминале"))
            }
            repl.isConfined = true
            return pipe(repl, PipeSource(limit: environment.options.limits.syntax.fileBytes), console)
        }
        return talk(repl, environment)
    }

    /// A piped session prints no prompt and stops at the first mistake or refusal.
    static func pipe(_ start: Repl, _ source: any LineSource, _ console: Console) -> ExitStatus {
        var repl = start
        repl.sourceName = "<stdin>"
        var told = 0
        let most = repl.session.limits.outputBytes
        while let reply = repl.answer(source.read(prompt: "")) {
            told += reply.text.size
            guard told <= most else {
                console.report(DiagnosticRenderer(language: repl.language, colour: false).render(.tooMuchOutput(.none, most), sources: []) + "\n")
                return .limit
            }
            console.print(reply.text)
            if reply.failed { return reply.status }
            if case .quit = reply.next { return .ok }
        }
        if let end = repl.end() {
            console.print(end.text)
            return end.status
        }
        return .ok
    }

    private static func talk(_ start: Repl, _ environment: Environment) -> ExitStatus {
        let console = environment.console
        var repl = start
        repl.isAtKeyboard = true
        repl.isFitted = console.columns != nil
        console.tell("\(greeting(start.language))\n")
        let journal = Journaling.begin(&repl, environment)
        let box = ReplBox(repl)
        let editor = EditlineSource.atTerminal(historyPath: historyPath(console)) { box.complete($0) }
        if let problem = editor?.historyProblem {
            console.report(start.language("history is not kept: \(problem.en)\n", "история не сохраняется: \(problem.ru)\n"))
        }
        Interruptible.begin()
        return TerminalSession(box, editor ?? PlainSource(console), journal, console).converse()
    }

    private static func greeting(_ language: Language) -> SafeText {
        language(
            "sfm \(SfmTool.version) — a school messenger as a model. Help: help. Leave: Ctrl-D",
            "sfm \(SfmTool.version) — школьный мессенджер как модель. Справка: помощь. Выход: Ctrl-D")
    }

    /// `SFM_HISTORY`, else below the state folder of the user.
    static func historyPath(_ console: Console) -> String? {
        if let own = console.environment["SFM_HISTORY"] { return own }
        return console.stateFile("history")
    }
}

extension Repl {
    /// The answer to what came on a pipe; `nil` at its end.
    fileprivate mutating func answer(_ input: LineInput) -> Reply? {
        switch input {
        case .line(let line): handle(line)
        case .broken(let bytes): refuse(bytes)
        case .interrupted, .endOfInput: nil
        }
    }
}

/// The REPL as the line editor's callbacks see it.
final class ReplBox {
    var repl: Repl

    init(_ repl: Repl) { self.repl = repl }

    func complete(_ before: String) -> Completion {
        // TAB takes what was offered as Enter does, to change it first.
        if before.isEmpty, let offered = repl.offered { return Completion(replace: 0, candidates: [CompletionCandidate(text: offered)]) }
        return Completer(session: repl.session, language: repl.language, pending: repl.pending).complete(before)
    }
}
