/// A table that lies in pages, so that a change to a copy copies a page and not the table: a session keeps a copy for many a step, and
/// what a short form makes up is tried on one.
public struct Pages<Element: Sendable>: RandomAccessCollection, MutableCollection, Sendable {
    /// Some 16 KB a page: little to copy for each step, and few pages among a million people.
    private static var shift: Int { Page.shift(Element.self, bytes: 14) }

    private var pages: [[Element]] = []
    public private(set) var endIndex = 0

    public init() {}

    public var startIndex: Int { 0 }

    public subscript(index: Int) -> Element {
        @inline(__always) _read { yield pages[index >> Self.shift][index & (1 << Self.shift - 1)] }
        @inline(__always) _modify { yield &pages[index >> Self.shift][index & (1 << Self.shift - 1)] }
    }

    /// Whether nothing has changed between two copies; equal contents that were made apart do not count.
    public func isSame(as other: Self) -> Bool {
        endIndex == other.endIndex && pages.withUnsafeBufferPointer { ours in other.pages.withUnsafeBufferPointer { $0.baseAddress == ours.baseAddress } }
    }

    public mutating func append(_ element: consuming Element) {
        if endIndex & (1 << Self.shift - 1) == 0 {
            // The first of a world is for few, the others will be full.
            var page: [Element] = []
            page.reserveCapacity(endIndex == 0 ? 16 : 1 << Self.shift)
            pages.append(page)
        }
        pages[endIndex >> Self.shift].append(element)
        endIndex += 1
    }

    /// Takes the last one away; there has to be one.
    public mutating func removeLast() {
        endIndex -= 1
        pages[endIndex >> Self.shift].removeLast()
        if endIndex & (1 << Self.shift - 1) == 0 { pages.removeLast() }
    }
}

/// The same for plain numbers, which are asked for by every decision: the first page stands by itself, so that a look costs what it costs
/// in an array.
public struct Cells<Element: BitwiseCopyable & Sendable>: Sendable {
    /// Some 64 KB a page.
    private static var shift: Int { Page.shift(Element.self, bytes: 16) }
    public static var pageSize: Int { 1 << shift }

    private var first: [Element] = []
    private var others: [[Element]] = []
    public private(set) var count = 0

    public init() {}

    public subscript(index: Int) -> Element {
        @inline(__always) get {
            index < Self.pageSize ? first[index] : others[index >> Self.shift &- 1][index & (Self.pageSize - 1)]
        }
        @inline(__always) set {
            if index < Self.pageSize { first[index] = newValue } else { others[index >> Self.shift &- 1][index & (Self.pageSize - 1)] = newValue }
        }
    }

    public mutating func append(_ element: Element) {
        if count < Self.pageSize {
            if count == 0 { first.reserveCapacity(16) }
            first.append(element)
        } else {
            if count & (Self.pageSize - 1) == 0 {
                var page: [Element] = []
                page.reserveCapacity(Self.pageSize)
                others.append(page)
            }
            others[count >> Self.shift &- 1].append(element)
        }
        count += 1
    }

    /// How many more the page that is filled now has room for.
    public var roomInPage: Int { Self.pageSize - count & (Self.pageSize - 1) }

    /// Looks at some that lie in one page, side by side.
    @inline(__always)
    public func withRun<R>(from start: Int, count: Int, _ body: (UnsafeBufferPointer<Element>) -> R) -> R {
        let at = start & (Self.pageSize - 1)
        func look(_ page: borrowing [Element]) -> R { page.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[at..<at + count])) } }
        return start < Self.pageSize ? look(first) : look(others[start >> Self.shift &- 1])
    }
}

private enum Page {
    /// The power of two that is the most elements of a page of so many bytes, as a power of two as well.
    static func shift<T>(_: T.Type, bytes: Int) -> Int { max(5, bytes - (Int.bitWidth - (MemoryLayout<T>.stride - 1).leadingZeroBitCount)) }
}
