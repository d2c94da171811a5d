import SfmRuntime
import SfmSyntax
import SfmTerms

/// One step as a report shows it, in words.
package struct StepRecord: Sendable {
    /// What became of it.
    package enum Verdict: String, Sendable {
        case failed, allowed, prohibited, notGranted, impossible, other
    }

    package let span: Span
    package let source: String
    package let verdict: Verdict
    /// The verdict's name; empty where nothing was decided.
    package let verdictName: String
    /// What the program says of it, a line each.
    package let told: [String]
    /// The clauses that it rests on.
    package let clauses: [Cited]
    /// What else became different in the world.
    package let changes: [String]
    package let time: String
    package let chats: [ChatCount]
    package var isBackground = false

    /// A clause: «п. 24» and its title.
    package struct Cited: Sendable {
        package let place: String
        package let title: String

        package init(place: String, title: String) { (self.place, self.title) = (place, title) }
    }

    /// How many people a chat has after the step.
    package struct ChatCount: Sendable {
        package let name: String
        package let members: Int

        package init(name: String, members: Int) { (self.name, self.members) = (name, members) }
    }

    package init(
        span: Span, source: String, verdict: Verdict, verdictName: String, told: [String], clauses: [Cited], changes: [String], time: String,
        chats: [ChatCount]
    ) {
        (self.span, self.source, self.verdict, self.verdictName) = (span, source, verdict, verdictName)
        (self.told, self.clauses, self.changes, self.time, self.chats) = (told, clauses, changes, time, chats)
    }

    /// Nobody reads more steps of one scenario.
    static let most = 500
}

/// Puts a step in words: the step, its result, the interpreter before and after.
package typealias StepRecorder = @Sendable (StepNode, StepResult, Interpreter, Interpreter) -> StepRecord
