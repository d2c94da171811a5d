import Glibc

extension Array {
    /// Appends to a table that may grow very large.
    mutating func add(_ element: Element) {
        makeRoom(for: count + 1)
        append(element)
    }

    /// Makes room for a place that will be filled next; a table that has grown beyond some millions of bytes comes to lie in large pages.
    ///
    /// Among a million people a look-up goes to any of thousands of small pages, and finding out where a page is takes as long as
    /// reading what stands there. Where the system has no large pages nothing is different.
    mutating func makeRoom(for places: Int) {
        guard places > capacity, places * MemoryLayout<Element>.stride >= Self.largeFrom else { return }
        var larger: [Element] = []
        larger.reserveCapacity(places * 2)
        larger.withUnsafeMutableBufferPointer { Self.advise(UnsafeMutableRawPointer($0.baseAddress), places * 2 * MemoryLayout<Element>.stride) }
        larger.append(contentsOf: self)
        self = larger
    }

    private static var largeFrom: Int { 4 << 20 }

    /// Asks for large pages wherever a whole one fits in; advice is all that it is.
    private static func advise(_ base: UnsafeMutableRawPointer?, _ bytes: Int) {
        let page = 2 << 20
        guard let base else { return }
        let lower = (Int(bitPattern: base) + page - 1) / page * page
        let upper = (Int(bitPattern: base) + bytes) / page * page
        guard lower < upper else { return }
        _ = madvise(UnsafeMutableRawPointer(bitPattern: lower), upper - lower, MADV_HUGEPAGE)
    }
}
