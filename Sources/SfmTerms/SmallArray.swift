/// A list that mostly has one element, such as the people of an act: the first stands in place, only further ones are allocated.
public struct SmallArray<Element> {
    private var head: Element?
    private var tail: [Element] = []

    public init() {}

    public mutating func append(_ element: consuming Element) {
        if head == nil { head = element } else { tail.append(element) }
    }

    public mutating func removeAll(where isOut: (Element) -> Bool) {
        guard let first = head else { return }
        tail.removeAll(where: isOut)
        if isOut(first) { head = tail.isEmpty ? nil : tail.removeFirst() }
    }

    public mutating func reserveCapacity(_ count: Int) { if count > 1 { tail.reserveCapacity(count - 1) } }
}

extension SmallArray: RandomAccessCollection, ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: Element...) { for element in elements { append(element) } }

    public var startIndex: Int { 0 }
    public var endIndex: Int { count }
    public var count: Int { head == nil ? 0 : tail.count + 1 }
    public var isEmpty: Bool { head == nil }

    public subscript(index: Int) -> Element {
        if index > 0 { return tail[index - 1] }
        guard let head, index == 0 else { preconditionFailure("an index out of a list's range") }
        return head
    }
}

extension SmallArray: Sendable where Element: Sendable {}
extension SmallArray: Equatable where Element: Equatable {}
