import Glibc
import SfmSyntax
import Synchronization

/// A bar on standard error while something takes long; on a terminal only.
package final class Progress: @unchecked Sendable {
    private struct State {
        var done = 0
        var isShown = false
        var next: Int
    }

    private let total: Int
    private let write: (SafeText) -> Void
    private let now: @Sendable () -> Int
    private let state: Mutex<State>

    /// What is done sooner shows no bar; a bar moves no more often than this. Milliseconds.
    private static let pause = 250
    private static let width = 30

    package init(total: Int, now: @escaping @Sendable () -> Int = Progress.clock, write: @escaping (SafeText) -> Void) {
        (self.total, self.now, self.write) = (total, now, write)
        state = Mutex(State(next: now() + Self.pause))
    }

    /// `nil` where nobody would see a bar, or it would only get in the way.
    convenience init?(total: Int, _ console: Console) {
        guard console.errorIsTerminal, !console.isPlain, !console.isCI, total > 1 else { return nil }
        self.init(total: total, write: console.report)
    }

    package func advance() {
        state.withLock { state in
            state.done += 1
            let time = now()
            guard time >= state.next else { return }
            (state.next, state.isShown) = (time + Self.pause, true)
            let filled = state.done * Self.width / total
            let bar = SafeText(repeating: "█", count: filled) + SafeText(repeating: "░", count: Self.width - filled)
            write("\r\(bar) \(state.done)/\(total)")
        }
    }

    /// Takes the bar away.
    package func finish() {
        state.withLock { state in
            if state.isShown { write("\r\u{1B}[K") }
            state.isShown = false
        }
    }

    /// Milliseconds of a clock that only goes forward.
    package static let clock: @Sendable () -> Int = {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
