import Glibc
import SfmRuntime
import SfmSyntax
import SfmTerms

/// `sfm` without a command: a conversation on a terminal, a script on a pipe.
enum ReplCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        let console = environment.console
        let interactive = console.inIsTerminal && console.outIsTerminal
        let fallback = console.language ?? .english
        let repl = Repl(
            language: environment.options.language, fallback: fallback, colour: environment.colour && interactive, plain: console.isPlain,
            files: FileStore(root: ".", limit: environment.options.limits.syntax.fileBytes))
        guard interactive else { return pipe(repl, PipeSource(), console) }
        return talk(repl, environment)
    }

    /// A piped session prints no prompt and stops at the first mistake or refusal.
    static func pipe(_ start: Repl, _ source: any LineSource, _ console: Console) -> ExitStatus {
        var repl = start
        while case .line(let line) = source.read(prompt: "") {
            let reply = repl.handle(line)
            console.print(reply.text)
            if reply.failed { return reply.status }
            if case .quit = reply.next { return .ok }
        }
        if repl.isInBlock {
            console.print(repl.language == .english ? "a block has no end\n" : "у блока нет конца\n")
            return .invalid
        }
        return .ok
    }

    private static func talk(_ start: Repl, _ environment: Environment) -> ExitStatus {
        let console = environment.console
        let box = ReplBox(start)
        let source: any LineSource
        if EditlineSource.isInteractive(), let editor = EditlineSource(name: "sfm", historyPath: historyPath(console), complete: { box.complete($0) }) {
            if let problem = editor.historyProblem {
                console.report((start.language == .english ? "history is not kept: " : "история не сохраняется: ") + Safe.text(problem) + "\n")
            }
            source = editor
        } else {
            source = PipeSource()
        }
        signal(SIGINT, SIG_IGN)
        console.print(greeting(start.language) + "\n")
        var interruptions = 0
        while true {
            switch source.read(prompt: box.repl.prompt) {
            case .endOfInput: return .ok
            case .interrupted:
                // Once drops the line or the block, twice in a row leaves.
                interruptions += 1
                if interruptions > 1 { return .ok }
                box.repl.interrupt()
            case .line(let text):
                interruptions = 0
                if say(text, box, source, console) { return .ok }
            }
        }
    }

    /// Runs what was typed or pasted; true where the session ends.
    private static func say(_ text: String, _ box: ReplBox, _ source: any LineSource, _ console: Console) -> Bool {
        source.addHistory(text)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let reply = box.repl.handle(String(line))
            console.print(reply.text)
            if case .quit = reply.next { return true }
            // The rest of a pasted text would run in a world that the author did not expect.
            if reply.failed { break }
        }
        return false
    }

    private static func greeting(_ language: Language) -> String {
        language == .english
            ? "sfm \(SfmTool.version) — a school messenger as a model. Help: help. Leave: Ctrl-D"
            : "sfm \(SfmTool.version) — школьный мессенджер как модель. Справка: помощь. Выход: Ctrl-D"
    }

    /// `SFM_HISTORY`, else below the state folder of the user.
    static func historyPath(_ console: Console) -> String? {
        if let own = console.environment["SFM_HISTORY"] { return own }
        return stateFolder(console).map { $0 + "/history" }
    }

    /// Where the user's programs keep what outlives them.
    static func stateFolder(_ console: Console) -> String? {
        if let state = console.environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/sfm" }
        return console.environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.local/state/sfm" }
    }
}

/// The REPL as the line editor's callbacks see it.
final class ReplBox {
    var repl: Repl

    init(_ repl: Repl) { self.repl = repl }

    func complete(_ before: String) -> Completion {
        Completer(session: repl.session, language: repl.language, isInBlock: repl.isInBlock).complete(before)
    }
}
