import SfmTerms

/// From a name to what bears it: a table, as names are dense.
public struct NameIndex: Sendable {
    private var table = Cells<Int32>()

    public init() {}

    public subscript(name: NameID) -> Int32 {
        get { name >= 0 && Int(name) < table.count ? table[Int(name)] : none }
        set {
            guard name >= 0 else { return }
            while Int(name) >= table.count { table.append(none) }
            table[Int(name)] = newValue
        }
    }
}
