/// The acts that a run asked the policies about or did: a change of a rule about others cannot reach it. One a worker.
public final class AskedActs: @unchecked Sendable {
    // Invariant: used by the thread that made it.
    private var isAsked: [Bool]

    public init(actCount: Int) { isAsked = Array(repeating: false, count: actCount) }

    public func note(_ act: Int) { isAsked[act] = true }

    /// The acts so far, by their place in the table; they are forgotten.
    public func take() -> [Bool] {
        defer { isAsked = Array(repeating: false, count: isAsked.count) }
        return isAsked
    }
}
