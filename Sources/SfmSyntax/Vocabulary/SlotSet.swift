/// A set of slots, as bits.
public struct SlotSet: ExpressibleByArrayLiteral, Equatable, Sendable {
    private var bits: UInt64 = 0

    public init(_ slots: [Slot]) { for slot in slots { bits |= 1 << UInt64(slot.rawValue) } }

    public init(arrayLiteral slots: Slot...) { self.init(slots) }

    mutating func insert(_ slot: Slot) { bits |= 1 &<< UInt64(slot.rawValue) }

    public var isEmpty: Bool { bits == 0 }

    public func contains(_ slot: Slot) -> Bool { bits & (1 &<< UInt64(slot.rawValue)) != 0 }

    /// The slots in the order of their declaration.
    public var slots: [Slot] { Slot.allCases.filter(contains) }
}
