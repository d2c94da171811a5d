/// A table that lies in pages, so that a change to a copy copies a page and not the table: a session keeps a copy for every step.
public struct Pages<Element: Sendable>: RandomAccessCollection, MutableCollection, Sendable {
    private static var shift: Int { 7 }
    private static var size: Int { 1 << shift }

    private var pages: [[Element]] = []
    public private(set) var endIndex = 0

    public init() {}

    public var startIndex: Int { 0 }

    public subscript(index: Int) -> Element {
        @inline(__always) _read { yield pages[index >> Self.shift][index & (Self.size - 1)] }
        @inline(__always) _modify { yield &pages[index >> Self.shift][index & (Self.size - 1)] }
    }

    /// Whether nothing has changed between two copies; equal contents that were made apart do not count.
    public func isSame(as other: Self) -> Bool {
        endIndex == other.endIndex && pages.withUnsafeBufferPointer { ours in other.pages.withUnsafeBufferPointer { $0.baseAddress == ours.baseAddress } }
    }

    mutating func append(_ element: consuming Element) {
        if endIndex & (Self.size - 1) == 0 {
            // The first of a world is for few, the others will be full.
            var page: [Element] = []
            page.reserveCapacity(endIndex == 0 ? 16 : Self.size)
            pages.append(page)
        }
        pages[endIndex >> Self.shift].append(element)
        endIndex += 1
    }
}
