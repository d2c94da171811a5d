import SfmTerms

/// From a name to what bears it: an array, as names are dense.
public struct NameIndex: Sendable {
    private var table: [Int32] = []

    public init() {}

    public subscript(name: NameID) -> Int32 {
        get { name >= 0 && Int(name) < table.count ? table[Int(name)] : none }
        set {
            guard name >= 0 else { return }
            if Int(name) >= table.count {
                table.makeRoom(for: Int(name) + 1)
                if table.capacity <= Int(name) { table.reserveCapacity(max(64, Int(name) * 2)) }
                table.append(contentsOf: repeatElement(none, count: Int(name) + 1 - table.count))
            }
            table[Int(name)] = newValue
        }
    }
}
