import SfmModel
import SfmPolicy
import SfmTerms

/// One line of the event log.
package struct LogEntry: Sendable {
    package let time: Instant
    package let decision: Decision
    package let isForced: Bool

    package var call: Call { decision.call }
    package var clauses: [ClauseRef] { decision.clauses }
}

/// What happened, in order. Earlier copies of a session share all but the last block: every step adds one line, and every step
/// that can be undone keeps a log.
package struct EventLog: RandomAccessCollection, Sendable {
    private var full: [[LogEntry]] = []
    private var last: [LogEntry] = []

    private static let block = 64

    package init() {}

    package var startIndex: Int { 0 }
    package var endIndex: Int { full.count * Self.block + last.count }

    package subscript(index: Int) -> LogEntry {
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
