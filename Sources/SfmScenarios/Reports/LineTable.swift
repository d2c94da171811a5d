import SfmSyntax

/// Where the lines of some sources begin, so that a report of many places counts no file over and over.
struct LineTable {
    private let starts: [[Int]]
    private let first: [Int]

    init(_ sources: [SourceFile]) {
        first = sources.map(\.firstLine)
        starts = sources.map { LineEnd.starts(in: $0.bytes) }
    }

    /// The line of a byte in one of the sources, as it is reported.
    func line(of offset: UInt32, file: UInt16) -> Int {
        let own = starts[Int(file)]
        var (low, high) = (0, own.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if own[middle] <= Int(offset) { low = middle } else { high = middle }
        }
        return first[Int(file)] + low
    }
}
