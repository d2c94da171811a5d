import SfmTerms

/// From a name to what bears it: a table, as names are dense, in pages, of which only those are there that bear something. A copy in which
/// a late name bears something for a moment fills none of the pages before it.
public struct NameIndex<Kind>: Sendable {
    private static var shift: Int { 12 }

    private var pages: [[Identifier<Kind>]] = []

    public init() {}

    public subscript(name: NameID) -> Identifier<Kind> {
        get {
            // What is negative lies in no page either.
            let (page, place) = Self.place(of: name)
            return page >= 0 && page < pages.count && place < pages[page].count ? pages[page][place] : .absent
        }
        set {
            guard name != .absent else { return }
            let (page, place) = Self.place(of: name)
            while page >= pages.count { pages.append([]) }
            let missing = place + 1 - pages[page].count
            if missing > 0 { pages[page].append(contentsOf: repeatElement(.absent, count: missing)) }
            pages[page][place] = newValue
        }
    }

    private static func place(of name: NameID) -> (page: Int, place: Int) { (name.index >> shift, name.index & (1 << shift - 1)) }
}
