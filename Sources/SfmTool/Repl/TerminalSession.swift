import Glibc
import SfmSyntax
import SfmTerms

/// A conversation at a terminal: reads, answers, keeps the journal.
final class TerminalSession {
    private let box: ReplBox
    private let source: any LineSource
    private let journal: Journal?
    private let console: Console
    private var hasToldOfJournal = false
    /// The lines of a block that is being typed: they are remembered as one entry.
    private var block: [String] = []
    /// The last block that ran, for `edit`.
    private var lastBlock: String?
    /// Whether Ctrl-C has stopped something since the last line: pressed more often than needed, it does not end the session.
    private var hasStopped = false

    init(_ box: ReplBox, _ source: any LineSource, _ journal: Journal?, _ console: Console) {
        (self.box, self.source, self.journal, self.console) = (box, source, journal, console)
    }

    func converse() -> ExitStatus {
        var interruptions = 0
        while true {
            switch source.read(prompt: box.repl.prompt) {
            case .endOfInput:
                // A terminal that has gone away is no farewell: the journal stays.
                if isatty(STDIN_FILENO) == 1 { journal?.remove() }
                return .ok
            case .interrupted:
                // Once drops the line or the block, twice in a row leaves.
                interruptions += 1
                if interruptions > 1 {
                    guard hasStopped else { return leave() }
                    console.tell(Interruptible.howToLeave(box.repl.language))
                }
                if !block.isEmpty { source.addHistory(block.joined(separator: "\n")) }
                block = []
                box.repl.interrupt()
            case .broken(let bytes):
                block = []
                show(box.repl.refuse(bytes).text)
            case .line(let text):
                interruptions = 0
                hasStopped = false
                if say(text) {
                    journal?.remove()
                    return .ok
                }
            }
        }
    }

    /// Runs what was typed or pasted; true where the session ends.
    private func say(_ text: String) -> Bool {
        block.append(text)
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        for (k, line) in lines.enumerated() {
            let (reply, isStopped) = Interruptible.run { box.repl.handle(line) }
            // What has changed the session was done before anybody could stop it.
            if isStopped, reply.record == nil, reply.next != .quit {
                stop()
                return false
            }
            let isLast = k == lines.count - 1 || reply.failed || reply.next == .quit || reply.next == .edit
            // A line of a block that was refused is no part of it, and can be brought back by itself.
            if reply.failed, reply.next == .readMore, lines.count == 1 { source.addHistory(block.removeLast()) }
            // Before the answer is shown: what somebody has seen the answer to is never lost.
            if isLast, reply.next != .edit, !box.repl.isInBlock { remember() }
            if let record = reply.record {
                note(record)
                if case .text(let accepted) = record { lastBlock = accepted }
            }
            show(reply.text)
            switch reply.next {
            case .quit: return true
            case .edit: return edit()
            case .goOn, .readMore: break
            }
            // The rest of a pasted text would run in a world that the author did not expect.
            if isLast { break }
        }
        return false
    }

    /// Ctrl-C pressed twice leaves, and loses nothing: what was done can be gone on with.
    private func leave() -> ExitStatus {
        if journal == nil || box.repl.session.accepted.isEmpty {
            journal?.remove()
        } else {
            console.tell(box.repl.language("kept; to go on with it: sfm --resume\n", "сеанс сохранён; продолжить его: sfm --resume\n"))
        }
        return .ok
    }

    /// Says that a line was stopped; the session is where it was before it.
    private func stop() {
        box.repl.interrupt()
        remember()
        hasStopped = true
        console.tell(Interruptible.stopped(box.repl.language))
    }

    /// What was typed up to here is one entry, however many lines it took.
    private func remember() {
        let whole = block.joined(separator: "\n")
        source.addHistory(whole)
        block = []
    }

    /// Opens the block that is being typed, else the last one, in the user's editor and runs what comes back.
    private func edit() -> Bool {
        let typed = block.dropLast()
        let text = typed.isEmpty ? lastBlock ?? box.repl.session.lastAccepted ?? "" : typed.joined(separator: "\n")
        block = []
        switch Editor.edit(text) {
        case .unavailable: console.tell(box.repl.language("set EDITOR to the editor's command\n", "укажите команду редактора в переменной EDITOR\n"))
        case .cancelled:
            console.tell(box.repl.language("the editor ended with a mistake; nothing was run\n", "редактор завершился с ошибкой; ничего не исполнено\n"))
        case .text(let edited) where edited.utf8.allSatisfy { $0 <= 0x20 }: break
        case .text(let edited):
            console.tell(edited.split(separator: "\n", omittingEmptySubsequences: false).map { "… \($0)\n" }.joined())
            return say(edited)
        }
        return false
    }

    private func note(_ record: JournalRecord) {
        journal?.write(record)
        guard let problem = journal?.problem, !hasToldOfJournal else { return }
        hasToldOfJournal = true
        let language = box.repl.language
        console.report("\(language("the session is not kept any more: ", "сеанс больше не записывается: "))\(problem[language])\n")
    }

    private func show(_ text: SafeText) {
        if let pager = Pager(text, source, console) { pager.show(box.repl.language) } else { Interruptible.print(text, console) }
    }
}
