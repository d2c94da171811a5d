import Glibc
import SfmSyntax
import SfmTerms

/// Lines typed at a terminal that can do no more than print (TERM=dumb, or none): a prompt, and the terminal's own editing of the line.
package final class PlainSource: LineSource {
    private let lines = PipeSource(readsAhead: false)
    private let console: Console

    package init(_ console: Console) { self.console = console }

    package func read(prompt: SafeText) -> LineInput {
        Interruption.forget()
        console.print(Self.plain(prompt))
        // Without a line the terminal has nothing to give: until then Ctrl-C is waited for as well.
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        while poll(&input, 1, -1) < 0, errno == EINTR {
            guard Interruption.isWanted else { continue }
            Interruption.forget()
            console.print("\n")
            return .interrupted
        }
        let line = lines.read(prompt: "")
        if line == .endOfInput { console.print("\n") }
        return line
    }

    package func addHistory(_ entry: String) {}

    /// Without colours.
    private static func plain(_ prompt: SafeText) -> SafeText {
        var out = String.UnicodeScalarView()
        EditlineSource.Prompt.pieces(of: prompt.rawText).forEach { out.append($0.scalar) }
        return SafeText(String(out))
    }
}
