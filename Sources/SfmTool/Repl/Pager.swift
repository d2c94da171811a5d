import Glibc
import SfmSyntax
import SfmTerms

/// Shows an answer that is longer than the screen a screen at a time; only where somebody sits at the terminal. `PAGER` does it where
/// it is set: like the editor it is the user's own, and never named by a script.
struct Pager {
    private let lines: [SafeText]
    private let size: winsize
    private let console: Console

    /// `nil` where the text fits, or nobody is there to press a key.
    init?(_ text: SafeText, _ source: any LineSource, _ console: Console) {
        guard source is EditlineSource, !console.isPlain else { return nil }
        (size, self.console) = (EditlineSource.windowSize(), console)
        lines = console.fitted(text).lines
        var room = size.rows - 1
        for line in lines.dropLast() where room > 0 { room -= rows(line) }
        guard room <= 0 else { return nil }
    }

    /// The screen rows that a line takes.
    private func rows(_ line: SafeText) -> Int { max(1, (DisplayWidth.of(line) + size.columns - 1) / size.columns) }

    func show(_ language: Language) {
        if let own = ShellCommand("PAGER"), own.show(lines.joined(separator: "\n")) { return }
        var left = lines.last == "" ? lines.dropLast() : lines[...]
        var room = size.rows - 1
        while let line = left.first {
            if rows(line) > room, room < size.rows - 1 {
                console.print(language("— more: Space, Enter; q ends —", "— дальше: пробел, Enter; q — хватит —"))
                let key = Self.key()
                console.print("\r\u{1B}[K")
                switch key {
                // The same keys on a Russian keyboard.
                case UInt8(ascii: "q"), UInt8(ascii: "Q"), 3, 4, 27, 0xD0: return
                case UInt8(ascii: "\r"), UInt8(ascii: "\n"): room = rows(line)
                default: room = size.rows - 1
                }
            }
            console.print(line + "\n")
            room -= rows(line)
            left = left.dropFirst()
        }
    }

    /// One key as its first byte, without waiting for Enter; the rest of it is dropped.
    private static func key() -> UInt8 {
        var saved = termios()
        guard tcgetattr(STDIN_FILENO, &saved) == 0 else { return UInt8(ascii: "q") }
        var raw = saved
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
        defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &saved) }
        var bytes = [UInt8](repeating: 0, count: 16)
        var count = 0
        repeat { count = read(STDIN_FILENO, &bytes, bytes.count) } while count < 0 && errno == EINTR
        return count > 0 ? bytes[0] : UInt8(ascii: "q")
    }
}
