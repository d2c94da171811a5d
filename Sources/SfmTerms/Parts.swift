/// A dictionary in parts, so that a change to a copy copies a part and not the whole. A part that has become large is cut into smaller ones,
/// by those lowest bits of a key's number or hash that have not told parts apart yet.
public struct Parts<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    fileprivate enum Part: Sendable {
        case leaf([Key: Value])
        case branch([Part])

        private static var shift: Int { 5 }
        /// More than a leaf may hold.
        private static var many: Int { 128 }

        private static func place(of bits: Int, _ depth: Int) -> Int { bits >> (shift * depth) & (1 << shift - 1) }

        /// A number as it is, as numbers of things are dense.
        private static func bits(of key: Key) -> Int { key as? Int ?? key.hashValue }

        func value(of key: Key) -> Value? {
            switch self {
            case .leaf(let values): values[key]
            case .branch: value(of: key, Self.bits(of: key), 0)
            }
        }

        private func value(of key: Key, _ bits: Int, _ depth: Int) -> Value? {
            switch self {
            case .leaf(let values): values[key]
            case .branch(let parts): parts[Self.place(of: bits, depth)].value(of: key, bits, depth + 1)
            }
        }

        mutating func update(_ key: Key, _ change: (inout Value?) -> Void) { update(key, Self.bits(of: key), 0, change) }

        private mutating func update(_ key: Key, _ bits: Int, _ depth: Int, _ change: (inout Value?) -> Void) {
            switch self {
            case .leaf(var values):
                // It is changed where it lies.
                self = .leaf([:])
                change(&values[key])
                self = values.count < Self.many || depth * Self.shift >= Int.bitWidth ? .leaf(values) : .branch(Self.cut(values, depth))
            case .branch(var parts):
                self = .leaf([:])
                parts[Self.place(of: bits, depth)].update(key, bits, depth + 1, change)
                self = .branch(parts)
            }
        }

        func add(to found: inout [Key], where fits: (Value) -> Bool) {
            switch self {
            case .leaf(let values): for (key, value) in values where fits(value) { found.append(key) }
            case .branch(let parts): for part in parts { part.add(to: &found, where: fits) }
            }
        }

        private static func cut(_ values: [Key: Value], _ depth: Int) -> [Part] {
            var parts = Array(repeating: [Key: Value](), count: 1 << shift)
            for (key, value) in values { parts[place(of: bits(of: key), depth)][key] = value }
            return parts.map { .leaf($0) }
        }
    }

    private var top = Part.leaf([:])
    public private(set) var count = 0

    public init() {}

    public var isEmpty: Bool { count == 0 }

    public subscript(key: Key) -> Value? {
        get { top.value(of: key) }
        set { update(key) { $0 = newValue } }
    }

    /// Changes a value where it lies, or begins or ends one.
    public mutating func update(_ key: Key, _ change: (inout Value?) -> Void) {
        var grown = 0
        top.update(key) { value in
            let was = value != nil
            change(&value)
            grown = (value != nil ? 1 : 0) - (was ? 1 : 0)
        }
        count += grown
        if count == 0 { top = .leaf([:]) }
    }

    /// Changes a value where it lies; a new one where there was none.
    public mutating func update(_ key: Key, default new: @autoclosure () -> Value, _ change: (inout Value) -> Void) {
        update(key) { value in
            var changed = value.take() ?? new()
            change(&changed)
            value = changed
        }
    }

    /// Takes a value out.
    public mutating func removeValue(forKey key: Key) -> Value? {
        var removed: Value?
        update(key) { removed = $0.take() }
        return removed
    }

    public var keys: [Key] { keys { _ in true } }
    public var values: [Value] { map(\.value) }

    /// The keys of those values that fit, in no order.
    public func keys(where fits: (Value) -> Bool) -> [Key] {
        var found: [Key] = []
        top.add(to: &found, where: fits)
        return found
    }
}

extension Parts: Sequence {
    /// In no order.
    public struct Iterator: IteratorProtocol {
        private var rest: [Part] = []
        private var leaf: Dictionary<Key, Value>.Iterator

        fileprivate init(_ top: Part) {
            switch top {
            case .leaf(let values): leaf = values.makeIterator()
            case .branch(let parts): (rest, leaf) = (parts, [:].makeIterator())
            }
        }

        public mutating func next() -> (key: Key, value: Value)? {
            while true {
                if let next = leaf.next() { return next }
                switch rest.popLast() {
                case .leaf(let values)?: leaf = values.makeIterator()
                case .branch(let parts)?: rest += parts
                case nil: return nil
                }
            }
        }
    }

    public func makeIterator() -> Iterator { Iterator(top) }

    public var underestimatedCount: Int { count }
}
