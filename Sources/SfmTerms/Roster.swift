/// A set of ids that is small nearly everywhere: looked through while it is, found by an index once it is not.
///
/// Its order follows from what was put in and taken out, so it is the same each time; it means nothing.
public struct Roster<Kind>: Sendable, Equatable {
    private var ids: [Identifier<Kind>] = []
    /// Where each stands, once there are too many to look through.
    private var places: [Identifier<Kind>: Int] = [:]

    private static var indexedFrom: Int { 32 }

    public init() {}

    public init(_ ids: some Sequence<Identifier<Kind>>) { for id in ids { insert(id) } }

    private func place(of id: Identifier<Kind>) -> Int? { places.isEmpty ? ids.firstIndex(of: id) : places[id] }

    public func contains(_ id: Identifier<Kind>) -> Bool { places.isEmpty ? ids.contains(id) : places[id] != nil }

    /// Whether it was not there.
    @discardableResult
    public mutating func insert(_ id: Identifier<Kind>) -> Bool {
        guard !contains(id) else { return false }
        ids.append(id)
        if ids.count == Self.indexedFrom {
            places = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
        } else if !places.isEmpty {
            places[id] = ids.count - 1
        }
        return true
    }

    /// The last takes its place.
    public mutating func remove(_ id: Identifier<Kind>) {
        guard let place = place(of: id), let last = ids.popLast() else { return }
        if last != id { ids[place] = last }
        guard !places.isEmpty else { return }
        places[id] = nil
        if last != id { places[last] = place }
    }

    public mutating func removeAll() { self = Roster() }
}

extension Roster: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { ids.count }
    public subscript(index: Int) -> Identifier<Kind> { ids[index] }
}
