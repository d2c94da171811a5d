import Testing

@testable import SfmRuntime
@testable import SfmSyntax

/// The log of a long session, and how much of it can be undone.
@Suite struct EventLogTests {
    private func session(_ violations: Int) -> (Session, [Interpreter]) {
        var (session, library) = (Session(), Library())
        var moments: [Interpreter] = []
        for text in ["create group \"G\"", "invite parent to chat"] + (0..<violations).map({ "violate @u\($0 % 3)" }) {
            _ = session.submit(text, library: &library)
            moments.append(session.interpreter)
        }
        return (session, moments)
    }

    @Test("copies keep the log that they had, wherever its blocks end") func copies() {
        let (session, moments) = session(140)
        #expect(session.interpreter.log.count == 142)
        for (k, moment) in moments.enumerated() {
            #expect(moment.log.count == k + 1)
            #expect(moment.log.last?.call.target == session.interpreter.log[k].call.target)
            #expect(moment.log.map(\.call.act) == session.interpreter.log.prefix(k + 1).map(\.call.act))
        }
    }

    @Test("a session goes back as far as it keeps worlds, and no further") func undoing() {
        var (session, moments) = session(230)
        #expect(session.undo(1).count == 1)
        #expect(session.interpreter.log.count == 231)
        #expect(session.undo(1_000).count == Session.undoable - 1)
        #expect(session.interpreter.log.count == 232 - Session.undoable)
        #expect(session.interpreter.world.isSame(as: moments[231 - Session.undoable].world))
        #expect(session.redo() == "violate @u0" && session.accepted.count == 233 - Session.undoable)
        moments = []
    }
}
