/// From a name to what is known of it: a table, as names are dense, in pages, of which only those are there that hold something. A copy in
/// which a late name means something for a moment fills none of the pages before it, and copies few references to pages: these lie in
/// blocks, of which the first stands by itself, as nearly every name lies in it.
public struct NameTable<Value: Sendable>: Sendable {
    private static var shift: Int { 9 }
    private static var blockShift: Int { 6 }
    /// How many pages a block has.
    private static var size: Int { 1 << blockShift }

    private let absent: Value
    private var first: [[Value]] = []
    private var others: [[[Value]]] = []

    /// A table in which each name has a value to begin with.
    public init(absent: Value) { self.absent = absent }

    public init<Kind>() where Value == Identifier<Kind> { self.init(absent: .absent) }

    public subscript(name: NameID) -> Value {
        get {
            // What is negative lies in no page either.
            let (page, place) = Self.place(of: name)
            if page < Self.size { return page >= 0 && page < first.count && place < first[page].count ? first[page][place] : absent }
            let (block, at) = Self.block(of: page)
            guard block < others.count, at < others[block].count, place < others[block][at].count else { return absent }
            return others[block][at][place]
        }
        set {
            guard name != .absent else { return }
            let (page, place) = Self.place(of: name)
            if page < Self.size {
                Self.set(newValue, page, place, of: &first, absent)
            } else {
                let (block, at) = Self.block(of: page)
                while block >= others.count { others.append([]) }
                Self.set(newValue, at, place, of: &others[block], absent)
            }
        }
    }

    private static func set(_ value: Value, _ page: Int, _ place: Int, of pages: inout [[Value]], _ absent: Value) {
        while page >= pages.count { pages.append([]) }
        let missing = place + 1 - pages[page].count
        if missing > 0 { pages[page].append(contentsOf: repeatElement(absent, count: missing)) }
        pages[page][place] = value
    }

    private static func place(of name: NameID) -> (page: Int, place: Int) { (name.index >> shift, name.index & (1 << shift - 1)) }

    private static func block(of page: Int) -> (block: Int, page: Int) { (page >> blockShift &- 1, page & (size - 1)) }
}
