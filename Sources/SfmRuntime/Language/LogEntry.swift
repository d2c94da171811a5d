import SfmModel
import SfmPolicy
import SfmTerms

/// One line of the event log.
public struct LogEntry: Sendable {
    public let time: Instant
    public let decision: Decision
    public let isForced: Bool

    public var request: Request { decision.request }
    public var clauses: [ClauseRef] { decision.clauses }
}

/// What happened, in order.
public typealias EventLog = Pages<LogEntry>
