/// Moments in the order in which they come, each of something that has a number; what no longer waits for its moment is left in it and known by
/// whoever asks.
public struct MomentQueue: Sendable {
    public struct Entry: Sendable, BitwiseCopyable {
        public let moment: Instant
        public let number: Int

        fileprivate static func < (a: Entry, b: Entry) -> Bool { (a.moment, a.number) < (b.moment, b.number) }
    }

    /// A binary heap: no entry is later than the two below it.
    private var heap = Pages<Entry>()

    public init() {}

    public var first: Entry? { heap.first }

    public mutating func insert(_ number: Int, at moment: Instant) {
        heap.append(Entry(moment: moment, number: number))
        var place = heap.count - 1
        while place > 0, heap[place] < heap[(place - 1) / 2] {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    public mutating func removeFirst() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var place = 0
        while true {
            var least = place
            for below in [2 * place + 1, 2 * place + 2] where below < heap.count && heap[below] < heap[least] { least = below }
            if least == place { return }
            heap.swapAt(place, least)
            place = least
        }
    }
}
