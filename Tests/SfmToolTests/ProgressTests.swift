import Synchronization
import Testing

@testable import SfmTool

/// The bar on standard error.
@Suite struct ProgressTests {
    private func text(total: Int, milliseconds: Int) -> String {
        let time = Mutex(0)
        nonisolated(unsafe) var out = ""
        let progress = Progress(total: total, now: { time.withLock { $0 } }, write: { out += $0.rawText })
        for _ in 0..<total {
            time.withLock { $0 += milliseconds }
            progress.advance()
        }
        progress.finish()
        return out
    }

    @Test func whatIsQuickShowsNone() { #expect(text(total: 10, milliseconds: 20).isEmpty) }

    @Test func movesAndGoes() {
        let half = "███████████████░░░░░░░░░░░░░░░ 2/4"
        let full = "██████████████████████████████ 4/4"
        #expect(text(total: 4, milliseconds: 130) == "\r\(half)\r\(full)\r\u{1B}[K")
    }

    @Test(arguments: [([:], true), (["TERM": "dumb"], false), (["CI": "true"], false), (["CI": "false"], true)])
    func onlyWhereSomebodyWatches(environment: [String: String], isShown: Bool) {
        func progress(_ isTerminal: Bool) -> Progress? {
            let console = Console(
                environment: environment, inIsTerminal: false, outIsTerminal: false, errorIsTerminal: isTerminal, out: { _ in }, error: { _ in })
            return Progress(total: 9, console)
        }
        #expect((progress(true) != nil) == isShown && progress(false) == nil)
    }
}
