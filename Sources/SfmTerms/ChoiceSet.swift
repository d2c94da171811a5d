/// A set of the values of a small closed enum, as bits.
package struct ChoiceSet<Element: RawRepresentable & CaseIterable & Sendable>: Equatable, Sendable where Element.RawValue == UInt8 {
    private var bits: UInt32 = 0

    package init() {}

    package init(_ elements: some Sequence<Element>) { for element in elements { insert(element) } }

    package var isEmpty: Bool { bits == 0 }

    package func contains(_ element: Element) -> Bool { bits & (1 << UInt32(element.rawValue)) != 0 }

    /// The elements in the order of their declaration.
    package var elements: [Element] { Element.allCases.filter(contains) }

    package func isSubset(of other: Self) -> Bool { bits & ~other.bits == 0 }

    package mutating func insert(_ element: Element) { bits |= 1 << UInt32(element.rawValue) }
}
