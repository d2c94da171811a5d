/// A dictionary in parts, so that a change to a copy copies a part and not the whole; a key's lowest bits say in which.
public struct Parts<Key: FixedWidthInteger & Sendable, Value: Sendable>: Sendable {
    private static var count: Int { 64 }

    private var parts: [[Key: Value]] = []

    public init() {}

    private static func part(of key: Key) -> Int { Int(truncatingIfNeeded: key) & (count - 1) }

    public subscript(key: Key) -> Value? {
        get { parts.isEmpty ? nil : parts[Self.part(of: key)][key] }
        set {
            if parts.isEmpty { parts = Array(repeating: [:], count: Self.count) }
            parts[Self.part(of: key)][key] = newValue
        }
    }
}
