/// A table that lies in pages, so that a change to a copy copies a page and not the table: a session keeps a copy for many a step, and
/// what a short form makes up is tried on one. The pages lie in blocks, so that such a change copies one block of references and not as many
/// as there are pages: each of many tries would cost the more the more there is.
public struct Pages<Element: Sendable>: RandomAccessCollection, MutableCollection, Sendable {
    /// Some 16 KB a page: little to copy for each step, and few pages among a million people.
    private static var shift: Int { Page.shift(Element.self, bytes: 14) }

    private static var size: Int { 1 << shift }
    /// The power of two that is the number of pages of a block.
    private static var blockShift: Int { 6 }

    /// The first page stands by itself: nearly always it is the only one.
    private var head: [Element] = []
    private var blocks: [[[Element]]] = []
    public private(set) var endIndex = 0

    public init() {}

    public var startIndex: Int { 0 }

    /// Where what is not in the first page lies.
    @inline(__always)
    private static func place(of index: Int) -> (block: Int, page: Int, element: Int) {
        let page = index >> shift &- 1
        return (page >> blockShift, page & (1 << blockShift - 1), index & (size - 1))
    }

    // Addresses, as an accessor that yields at two places is not inlined. What they point into lives as long as this table is looked at or
    // changed.
    public subscript(index: Int) -> Element {
        @inline(__always) unsafeAddress {
            if index < Self.size { return Self.address(index, in: head) }
            let at = Self.place(of: index)
            return Self.address(at.element, in: blocks[at.block][at.page])
        }
        @inline(__always) unsafeMutableAddress {
            if index < Self.size { return Self.address(index, of: &head) }
            let at = Self.place(of: index)
            return Self.address(at.element, of: &blocks[at.block][at.page])
        }
    }

    @inline(__always)
    private static func address(_ element: Int, in page: borrowing [Element]) -> UnsafePointer<Element> {
        page.withUnsafeBufferPointer { elements in
            precondition(elements.indices.contains(element), "no such place in a table")
            return elements.baseAddress.unsafelyUnwrapped + element
        }
    }

    @inline(__always)
    private static func address(_ element: Int, of page: inout [Element]) -> UnsafeMutablePointer<Element> {
        page.withUnsafeMutableBufferPointer { elements in
            precondition(elements.indices.contains(element), "no such place in a table")
            return elements.baseAddress.unsafelyUnwrapped + element
        }
    }

    /// Whether nothing has changed between two copies; equal contents that were made apart do not count.
    public func isSame(as other: Self) -> Bool {
        endIndex == other.endIndex && Self.isSame(head, other.head) && Self.isSame(blocks, other.blocks)
    }

    private static func isSame<T>(_ a: [T], _ b: [T]) -> Bool {
        a.withUnsafeBufferPointer { ours in b.withUnsafeBufferPointer { $0.baseAddress == ours.baseAddress } }
    }

    /// Where something may be otherwise than in an earlier copy, or was not there: whatever lies in pages that the two do not share.
    public func changed(since old: Self) -> [Range<Int>] {
        var found = Self.isSame(head, old.head) ? [] : [head.indices]
        for block in blocks.indices {
            let earlier = block < old.blocks.count ? old.blocks[block] : []
            if Self.isSame(blocks[block], earlier) { continue }
            for page in blocks[block].indices where page >= earlier.count || !Self.isSame(blocks[block][page], earlier[page]) {
                let start = (block << Self.blockShift + page + 1) << Self.shift
                found.append(start..<start + blocks[block][page].count)
            }
        }
        return found
    }

    public mutating func append(_ element: consuming Element) {
        if endIndex < Self.size {
            if endIndex == 0 { head.reserveCapacity(16) }
            head.append(element)
        } else {
            let at = Self.place(of: endIndex)
            if at.element == 0 {
                if at.page == 0 { blocks.append([]) }
                var page: [Element] = []
                page.reserveCapacity(Self.size)
                blocks[at.block].append(page)
            }
            blocks[at.block][at.page].append(element)
        }
        endIndex += 1
    }

    public mutating func append(contentsOf elements: some Sequence<Element>) { for element in elements { append(element) } }

    /// Takes the last one away; there has to be one.
    public mutating func removeLast() {
        endIndex -= 1
        guard endIndex >= Self.size else {
            head.removeLast()
            return
        }
        let at = Self.place(of: endIndex)
        blocks[at.block][at.page].removeLast()
        guard at.element == 0 else { return }
        blocks[at.block].removeLast()
        if at.page == 0 { blocks.removeLast() }
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
