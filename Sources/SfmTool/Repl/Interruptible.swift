import Glibc
import SfmSyntax
import SfmTerms
import Synchronization

/// What is done at a terminal and can be stopped with Ctrl-C.
enum Interruptible {
    /// From now on Ctrl-C ends no process but what is being computed.
    static func begin() {
        Interruption.forget()
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in Interruption.want() }
        action.sa_flags = SA_RESTART
        sigaction(SIGINT, &action, nil)
    }

    /// The first Ctrl-C stops what is being explored, so that it can be told how far that came; the second one ends the program.
    static func mayStopOnce() {
        guard isPrepared.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged else { return }
        var old = sigaction()
        sigaction(SIGINT, nil, &old)
        // Whoever watches files, or was told to heed no signal, stays with that.
        guard old.__sigaction_handler.sa_handler == nil else { return }
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in Interruption.want() }
        action.sa_flags = SA_RESTART | Int32(bitPattern: UInt32(SA_RESETHAND))
        sigaction(SIGINT, &action, nil)
    }

    private static let isPrepared = Atomic<Bool>(false)

    /// What a computation comes to, and whether somebody wanted it stopped. What was typed meanwhile is dropped then: it was meant for what
    /// would have come of it.
    static func run<Result>(_ body: () -> Result) -> (result: Result, isStopped: Bool) {
        Interruption.forget()
        let result = body()
        guard Interruption.isWanted else { return (result, false) }
        tcflush(STDIN_FILENO, TCIFLUSH)
        Interruption.forget()
        return (result, true)
    }

    static func stopped(_ language: Language) -> SafeText {
        language("stopped (Ctrl-C); everything is as it was before this command\n", "остановлено (Ctrl-C); всё так, как было до этой команды\n")
    }

    static func howToLeave(_ language: Language) -> SafeText { language("to leave: Ctrl-D\n", "выйти: Ctrl-D\n") }

    /// Prints a text, as much of it as is wanted.
    static func print(_ text: SafeText, _ console: Console) {
        guard text.size > piece else { return console.tell(text) }
        // A piece ends with a line.
        var (rest, next): (ArraySlice<SafeText>, SafeText) = (text.lines[...], "")
        while let line = rest.popFirst(), !Interruption.isWanted {
            next += rest.isEmpty ? line : line + "\n"
            guard next.size > piece || rest.isEmpty else { continue }
            if !next.isEmpty { console.tell(next) }
            next = ""
        }
    }

    private static let piece = 4096
}
