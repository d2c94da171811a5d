/// A set of the values of a small closed enum, as bits.
public struct ChoiceSet<Element: RawRepresentable & CaseIterable & Sendable>: Hashable, Sendable, BitwiseCopyable where Element.RawValue == UInt8 {
    /// A bit for each element, by its raw value.
    public private(set) var bits: UInt32 = 0

    public init() {}

    public init(_ elements: some Sequence<Element>) { for element in elements { insert(element) } }

    public var isEmpty: Bool { bits == 0 }

    @inline(__always)
    public func contains(_ element: Element) -> Bool { bits & (1 &<< UInt32(element.rawValue)) != 0 }

    /// The elements in the order of their declaration.
    public var elements: [Element] { Element.allCases.filter(contains) }

    public func isSubset(of other: Self) -> Bool { bits & ~other.bits == 0 }

    public func shares(_ other: Self) -> Bool { bits & other.bits != 0 }

    public mutating func insert(_ element: Element) { bits |= 1 << UInt32(element.rawValue) }
}

/// The bits of a set whose elements are known by their raw values alone.
extension UInt32 {
    public init(places: some Sequence<UInt8>) { self = places.reduce(0) { $0 | 1 << UInt32($1) } }

    public var places: [UInt8] { (0..<UInt8(bitWidth)).filter { self & (1 << UInt32($0)) != 0 } }
}
