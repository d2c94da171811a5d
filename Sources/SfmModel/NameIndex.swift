import SfmTerms

/// From a name to what bears it: a table, as names are dense, in pages, of which only those are there that bear something. A copy in which
/// a late name bears something for a moment fills none of the pages before it.
public struct NameIndex: Sendable {
    private static let shift = 12

    private var pages: [[Int32]] = []

    public init() {}

    public subscript(name: NameID) -> Int32 {
        get {
            // What is negative lies in no page either.
            let (page, place) = Self.place(of: name)
            return page >= 0 && page < pages.count && place < pages[page].count ? pages[page][place] : none
        }
        set {
            guard name >= 0 else { return }
            let (page, place) = Self.place(of: name)
            while page >= pages.count { pages.append([]) }
            let missing = place + 1 - pages[page].count
            if missing > 0 { pages[page].append(contentsOf: repeatElement(none, count: missing)) }
            pages[page][place] = newValue
        }
    }

    private static func place(of name: NameID) -> (page: Int, place: Int) { (Int(name) >> shift, Int(name) & (1 << shift - 1)) }
}
