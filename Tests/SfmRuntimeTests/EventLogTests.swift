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
            #expect(moment.log.last?.request.target == session.interpreter.log[k].request.target)
            #expect(moment.log.map(\.request.act) == session.interpreter.log.prefix(k + 1).map(\.request.act))
        }
    }

    /// What a test would say of a state, and how much was done in it.
    private func told(_ interpreter: Interpreter) -> [String] { interpreter.proposals.state + ["\(interpreter.log.count)"] }

    @Test("every text of a long session can be undone, one by one and many at once, and done again") func undoing() {
        let count = 400
        var (session, moments) = session(count)
        let states = moments.map(told)
        for back in stride(from: count, through: 1, by: -1) {
            #expect(session.undo(1).count == 1)
            #expect(told(session.interpreter) == states[back], "after going back to text \(back)")
        }
        for forth in 2...count { #expect(session.redo() == "violate @u\((forth - 2) % 3)") }
        #expect(told(session.interpreter) == states[count] && session.acceptedCount == count + 1)
        #expect(session.undo(1_000).count == count + 1 && session.acceptedCount == 0)
        #expect(session.redo() == "create group \"G\"" && told(session.interpreter) == states[0])
        moments = []
    }

    @Test("a long session keeps few worlds, whatever is undone and done again") func keepsFewWorlds() {
        var session = session(1_000).0
        #expect(session.keptWorlds < 80)
        for _ in 0..<300 { _ = session.undo(1) }
        for _ in 0..<200 { _ = session.redo() }
        for _ in 0..<2 { _ = session.undo(50) }
        #expect(session.keptWorlds < 80)
    }

    /// What going back does again is counted: worlds made on the way are kept, so that it grows with the session and not its square.
    @Test("going back one by one does few texts again") func undoingDoesLittleAgain() {
        var session = session(4_000).0
        var again = 0
        while session.acceptedCount > 0 {
            let texts = session.textsToDoAgain
            again += texts
            _ = session.undo(1)
        }
        #expect(again < 4 * 4_000, "\(again)")
    }

    @Test("policies made, put in force and taken back, and a fresh world, come again as they were") func undoingPolicies() {
        var (session, library) = (Session(), Library())
        let policy = "policy \"own\"\nclause 1 \"c\"\npermit block by moderator when violations > 3\nend"
        var states: [[String]] = []
        for round in 0..<3 {
            let texts = ["create group \"G\"", "invite parent to chat", policy, "use policy \"own\""] + (0..<20).map { "given student @u\($0 + round) in group \"G\"" }
            for text in texts {
                states.append(told(session.interpreter) + session.interpreter.policies.policies.map(\.id))
                let count = session.acceptedCount
                _ = session.submit(text, library: &library)
                #expect(session.acceptedCount == count + 1, "\(text)")
            }
            states.append(told(session.interpreter) + session.interpreter.policies.policies.map(\.id))
            session.reset()
        }
        for state in states.reversed() {
            #expect(session.undo(1).count == 1)
            #expect(told(session.interpreter) + session.interpreter.policies.policies.map(\.id) == state)
        }
    }
}
