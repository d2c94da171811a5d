/// A set of ids that is small nearly everywhere: looked through while it is, found by an index once it is not.
///
/// Its order follows from what was put in and taken out, so it is the same each time; it means nothing.
public struct Roster<Kind>: Sendable, Equatable {
    private var few: [Identifier<Kind>] = []
    /// All of them, once there are too many to look through.
    private var many: Many?

    /// A copy-on-write box: changed where it lies as long as one roster has it. What is in it lies in pages and parts, so that a change to
    /// a copy copies little of it.
    private final class Many: @unchecked Sendable {
        var ids = Pages<Identifier<Kind>>()
        /// Where each stands.
        var places = Parts<Int, Int>()

        init(_ ids: [Identifier<Kind>]) { for id in ids { append(id) } }

        init(_ other: Many) { (ids, places) = (other.ids, other.places) }

        func append(_ id: Identifier<Kind>) {
            places[id.index] = ids.count
            ids.append(id)
        }

        func remove(_ id: Identifier<Kind>) {
            guard let place = places[id.index], let last = ids.last else { return }
            ids.removeLast()
            places[id.index] = nil
            guard last != id else { return }
            ids[place] = last
            places[last.index] = place
        }
    }

    private static var indexedFrom: Int { 32 }

    public init() {}

    public init(_ ids: some Sequence<Identifier<Kind>>) { for id in ids { insert(id) } }

    /// Those who are many, for this roster alone.
    private mutating func own() -> Many? {
        if !isKnownUniquelyReferenced(&many) { many = many.map(Many.init) }
        return many
    }

    public func contains(_ id: Identifier<Kind>) -> Bool { many.map { $0.places[id.index] != nil } ?? few.contains(id) }

    /// Whether it was not there.
    @discardableResult
    public mutating func insert(_ id: Identifier<Kind>) -> Bool {
        guard !contains(id) else { return false }
        if let many = own() {
            many.append(id)
        } else {
            few.append(id)
            if few.count == Self.indexedFrom { (many, few) = (Many(few), []) }
        }
        return true
    }

    /// The last takes its place.
    public mutating func remove(_ id: Identifier<Kind>) {
        guard contains(id) else { return }
        if let many = own() {
            many.remove(id)
        } else if let place = few.firstIndex(of: id), let last = few.popLast(), last != id {
            few[place] = last
        }
    }

    public mutating func removeAll() { self = Roster() }

    public static func == (a: Self, b: Self) -> Bool { a.elementsEqual(b) }
}

extension Roster: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { many?.ids.count ?? few.count }
    public subscript(index: Int) -> Identifier<Kind> { many?.ids[index] ?? few[index] }
}
