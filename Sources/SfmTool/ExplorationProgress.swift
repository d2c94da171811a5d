import SfmScenarios
import SfmSyntax
import SfmTerms
import Synchronization

/// A line on standard error while an exploration takes long; on a terminal only.
package final class ExplorationProgress: @unchecked Sendable {
    private struct State {
        var begun: Int?
        var next = 0
        var isShown = false
        var seen = 0
    }

    private let language: Language
    private let write: (SafeText) -> Void
    private let now: @Sendable () -> Int
    private let state = Mutex(State())

    /// What is done sooner shows no line, and it changes no more often than this. Milliseconds.
    private static let patience = 1000
    private static let pause = 250

    package init(_ language: Language, now: @escaping @Sendable () -> Int = Progress.clock, write: @escaping (SafeText) -> Void) {
        (self.language, self.now, self.write) = (language, now, write)
    }

    /// `nil` where nobody would see it, or it would only get in the way.
    convenience init?(_ environment: Environment) {
        let console = environment.console
        guard console.errorIsTerminal, !console.isPlain, !console.isCI else { return nil }
        self.init(environment.language(), write: console.report)
    }

    /// How far one has come: fewer situations than before are those of the next one.
    package func tell(_ situations: Int, _ depth: Int) {
        state.withLock { state in
            let time = now()
            if state.begun == nil || situations < state.seen { (state.begun, state.next) = (time, time + Self.patience) }
            state.seen = situations
            guard time >= state.next, let begun = state.begun else { return }
            (state.next, state.isShown) = (time + Self.pause, true)
            let rate = situations * 1000 / max(1, time - begun)
            let (count, speed) = (SafeText(ExplorationSeen.grouped(situations)), SafeText(ExplorationSeen.grouped(rate)))
            write(
                language(
                    "\r\u{1B}[Ksituations: \(count), steps: \(depth), a second: \(speed)",
                    "\r\u{1B}[Kситуаций: \(count), шагов: \(depth), в секунду: \(speed)"))
        }
    }

    /// Takes the line away.
    package func finish() {
        state.withLock { state in
            if state.isShown { write("\r\u{1B}[K") }
            state = State()
        }
    }
}
