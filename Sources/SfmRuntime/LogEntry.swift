import SfmModel
import SfmPolicy
import SfmTerms

/// One line of the event log.
public struct LogEntry: Sendable {
    public let time: Instant
    public let decision: Decision
    public let isForced: Bool

    public var call: Call { decision.call }
    public var clauses: [ClauseRef] { decision.clauses }
}

/// What happened, in order.
public typealias EventLog = Pages<LogEntry>
