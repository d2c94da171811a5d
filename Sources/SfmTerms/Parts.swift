/// A dictionary of numbers in parts, so that a change to a copy copies a part and not the whole; a key's lowest bits say in which.
public struct Parts<Value: Sendable>: Sendable {
    private static var count: Int { 64 }

    private var parts: [[Int: Value]] = []

    public init() {}

    private static func part(of key: Int) -> Int { key & (count - 1) }

    public subscript(key: Int) -> Value? {
        get { parts.isEmpty ? nil : parts[Self.part(of: key)][key] }
        set {
            if parts.isEmpty { parts = Array(repeating: [:], count: Self.count) }
            parts[Self.part(of: key)][key] = newValue
        }
    }
}
