/// What a session did, tried and looked at, in order: the raw material of a saved test.
public struct Timeline: Sendable {
    public enum Entry: Sendable, Equatable {
        /// A text that was accepted, as it was typed.
        case accepted(String)
        /// Lines that state what was seen: a refusal, an answer to a question.
        case proposed([String])
    }

    /// A place to go back to.
    struct Mark: Sendable {
        fileprivate let count: Int
        fileprivate let start: Int
    }

    private var all: [Entry] = []
    /// What came before the last `reset`.
    private var start = 0

    public init() {}

    /// Since the last fresh world.
    public var entries: ArraySlice<Entry> { all[start...] }

    var mark: Mark { Mark(count: all.count, start: start) }

    mutating func note(_ entry: Entry) { if all.last != entry || entry.isAccepted { all.append(entry) } }

    mutating func begin() { start = all.count }

    func entries(since mark: Mark) -> [Entry] { Array(all[min(mark.count, all.count)...]) }

    func entries(since mark: Mark, until end: Mark) -> [Entry] { Array(all[mark.count..<max(mark.count, end.count)]) }

    mutating func goBack(to mark: Mark) {
        all.removeSubrange(min(mark.count, all.count)...)
        start = mark.start
    }

    /// Undoes a `goBack`: what was looked at since then is dropped.
    mutating func goForward(_ told: [Entry], from mark: Mark, beginsAnew: Bool) {
        all.removeSubrange(min(mark.count, all.count)...)
        start = beginsAnew ? all.count : mark.start
        all += told
    }
}

extension Timeline.Entry {
    fileprivate var isAccepted: Bool { if case .accepted = self { true } else { false } }
}
