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

/// What happened, in order. Earlier copies of a session share all but the last block: every step adds one line, and every step
/// that can be undone keeps a log.
public struct EventLog: RandomAccessCollection, Sendable {
    private var full: [[LogEntry]] = []
    private var last: [LogEntry] = []

    private static let block = 64

    public init() {}

    public var startIndex: Int { 0 }
    public var endIndex: Int { full.count * Self.block + last.count }

    public subscript(index: Int) -> LogEntry {
        let block = index / Self.block
        return block < full.count ? full[block][index % Self.block] : last[index % Self.block]
    }

    mutating func append(_ entry: consuming LogEntry) {
        if last.isEmpty { last.reserveCapacity(Self.block) }
        last.append(entry)
        guard last.count == Self.block else { return }
        full.append(last)
        last = []
    }
}
