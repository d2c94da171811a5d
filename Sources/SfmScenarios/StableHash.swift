/// A hash that is the same on every machine and in every run: FNV-1a over bytes, stirred at the end.
package struct StableHash: Sendable {
    private var state = basis

    package init() {}

    package mutating func add(_ bytes: some Sequence<UInt8>) {
        state = Self.plain(bytes, from: state)
        // Where one part ends belongs to it: "ab", "c" is not "a", "bc".
        state = (state ^ 0x100) &* Self.prime
    }

    package mutating func add(_ text: String) { add(text.utf8) }

    package var value: UInt64 { Self.stirred(state) }

    /// Sixteen hexadecimal digits.
    package var text: String { Self.digits(value) }

    package static func digits(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    package static func of(_ text: String) -> UInt64 {
        var hash = StableHash()
        hash.add(text)
        return hash.value
    }

    static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x0000_0100_0000_01B3

    /// FNV-1a as it is.
    static func plain(_ bytes: some Sequence<UInt8>, from basis: UInt64 = basis) -> UInt64 {
        bytes.reduce(basis) { ($0 ^ UInt64($1)) &* prime }
    }

    fileprivate static func stirred(_ x: UInt64) -> UInt64 {
        var z = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Numbers that look random and follow from a seed (SplitMix64).
package struct SeededNumbers: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return StableHash.stirred(state)
    }

    /// The elements in an order that follows from the seed alone, not from how the library shuffles.
    package mutating func shuffled<T>(_ elements: [T]) -> [T] {
        var out = elements
        for k in stride(from: out.count - 1, to: 0, by: -1) { out.swapAt(k, Int(next() % UInt64(k + 1))) }
        return out
    }
}
