/// A set of slots, as bits.
package struct SlotSet: ExpressibleByArrayLiteral, Equatable, Sendable {
    private var bits: UInt64 = 0

    package init(_ slots: [Slot]) { for slot in slots { bits |= 1 << UInt64(slot.rawValue) } }

    package init(arrayLiteral slots: Slot...) { self.init(slots) }

    mutating func insert(_ slot: Slot) { bits |= 1 &<< UInt64(slot.rawValue) }

    package var isEmpty: Bool { bits == 0 }

    package func contains(_ slot: Slot) -> Bool { bits & (1 &<< UInt64(slot.rawValue)) != 0 }

    /// The slots in the order of their declaration.
    package var slots: [Slot] { Slot.allCases.filter(contains) }
}
