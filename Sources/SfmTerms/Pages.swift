/// A table that lies in pages, so that a change to a copy copies a page and not the table: a session keeps a copy for many a step, and
/// what a short form makes up is tried on one.
///
/// The first page stands by itself: most tables of most schools have no other, and cost what an array costs.
public struct Pages<Element: Sendable>: RandomAccessCollection, MutableCollection, Sendable {
    /// Some 16 KB a page: little to copy for each step, and few pages among a million people.
    private static var shift: Int { Swift.max(5, 14 - (Int.bitWidth - (MemoryLayout<Element>.stride - 1).leadingZeroBitCount)) }
    public static var pageSize: Int { 1 << shift }

    private var first: [Element] = []
    private var others: [[Element]] = []
    public private(set) var endIndex = 0

    public init() {}

    public var startIndex: Int { 0 }

    public subscript(index: Int) -> Element {
        @inline(__always) _read {
            if index < Self.pageSize { yield first[index] } else { yield others[index >> Self.shift &- 1][index & (Self.pageSize - 1)] }
        }
        @inline(__always) _modify {
            if index < Self.pageSize { yield &first[index] } else { yield &others[index >> Self.shift &- 1][index & (Self.pageSize - 1)] }
        }
    }

    /// Whether nothing has changed between two copies; equal contents that were made apart do not count.
    public func isSame(as other: Self) -> Bool {
        func same<T>(_ a: [T], _ b: [T]) -> Bool { a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { $0.baseAddress == a.baseAddress } } }
        return endIndex == other.endIndex && same(first, other.first) && same(others, other.others)
    }

    public mutating func append(_ element: consuming Element) {
        if endIndex < Self.pageSize {
            if endIndex == 0 { first.reserveCapacity(Swift.min(Self.pageSize, 16)) }
            first.append(element)
        } else {
            if endIndex & (Self.pageSize - 1) == 0 {
                var page: [Element] = []
                page.reserveCapacity(Self.pageSize)
                others.append(page)
            }
            others[endIndex >> Self.shift &- 1].append(element)
        }
        endIndex += 1
    }

    /// How many more the page that is filled now has room for.
    public var roomInPage: Int { Self.pageSize - endIndex & (Self.pageSize - 1) }

    /// Looks at some that lie in one page, side by side.
    @inline(__always)
    public func withRun<R>(from start: Int, count: Int, _ body: (UnsafeBufferPointer<Element>) -> R) -> R {
        let at = start & (Self.pageSize - 1)
        return (start < Self.pageSize ? first : others[start >> Self.shift &- 1]).withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[at..<at + count]))
        }
    }
}
