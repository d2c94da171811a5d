import Glibc
import SfmTerms

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

    static let stopped = Text(
        "stopped (Ctrl-C); everything is as it was before this command\n", "остановлено (Ctrl-C); всё так, как было до этой команды\n")
    static let howToLeave = Text("to leave: Ctrl-D\n", "выйти: Ctrl-D\n")

    /// Prints a text, as much of it as is wanted.
    static func print(_ text: String, _ console: Console) {
        guard text.utf8.count > piece else { return console.tell(text) }
        var rest = text.utf8[...]
        while !rest.isEmpty, !Interruption.isWanted {
            // A piece ends with a line.
            let end = rest.dropFirst(piece).firstIndex(of: UInt8(ascii: "\n")).map { rest.index(after: $0) } ?? rest.endIndex
            console.tell(String(Substring(rest[..<end])))
            rest = rest[end...]
        }
    }

    private static let piece = 4096
}
