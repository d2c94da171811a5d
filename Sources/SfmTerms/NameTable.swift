/// From a name to what is known of it: a table, as names are dense, in pages, of which only those are there that hold something. A copy in
/// which a late name means something for a moment fills none of the pages before it.
public struct NameTable<Value: Sendable>: Sendable {
    private static var shift: Int { 9 }

    private let absent: Value
    private var pages: [[Value]] = []

    /// A table in which each name has a value to begin with.
    public init(absent: Value) { self.absent = absent }

    public init<Kind>() where Value == Identifier<Kind> { self.init(absent: .absent) }

    public subscript(name: NameID) -> Value {
        get {
            // What is negative lies in no page either.
            let (page, place) = Self.place(of: name)
            return page >= 0 && page < pages.count && place < pages[page].count ? pages[page][place] : absent
        }
        set {
            guard name != .absent else { return }
            let (page, place) = Self.place(of: name)
            while page >= pages.count { pages.append([]) }
            let missing = place + 1 - pages[page].count
            if missing > 0 { pages[page].append(contentsOf: repeatElement(absent, count: missing)) }
            pages[page][place] = newValue
        }
    }

    private static func place(of name: NameID) -> (page: Int, place: Int) { (name.index >> shift, name.index & (1 << shift - 1)) }
}
