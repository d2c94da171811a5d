/// Eight bytes of a text at once, as a register holds them: the first one lowest.
enum ByteLanes {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let high: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    static func load(_ source: UnsafeBufferPointer<UInt8>, _ i: Int) -> UInt64 {
        UnsafeRawPointer(source.baseAddress! + i).loadUnaligned(as: UInt64.self)
    }

    /// The bytes that lie in a range of ASCII, each as its highest bit.
    @inline(__always)
    private static func within(_ eight: UInt64, _ lower: UInt64, _ upper: UInt64) -> UInt64 {
        let seven = eight & ~high
        return (seven &+ ones &* (0x80 - lower)) & ~(seven &+ ones &* (0x7F - upper)) & ~eight & high
    }

    @inline(__always)
    private static func equal(_ eight: UInt64, _ byte: UInt64) -> UInt64 {
        let other = eight ^ (ones &* byte)
        return ~(((other & ~high) &+ ~high) | other) & high
    }

    /// How many Latin letters the bytes begin with.
    @inline(__always)
    static func letters(_ eight: UInt64) -> Int {
        (within(eight | ones &* 0x20, 0x61, 0x7A) ^ high).trailingZeroBitCount >> 3
    }

    /// How many Latin letters, digits and low lines the bytes begin with.
    @inline(__always)
    static func nameParts(_ eight: UInt64) -> Int {
        ((within(eight | ones &* 0x20, 0x61, 0x7A) | within(eight, 0x30, 0x39) | equal(eight, 0x5F)) ^ high).trailingZeroBitCount >> 3
    }

    /// How many printable characters of ASCII and ends of lines the bytes begin with.
    @inline(__always)
    static func plain(_ eight: UInt64) -> Int {
        ((within(eight, 0x20, 0x7E) | equal(eight, 0x0A)) ^ high).trailingZeroBitCount >> 3
    }

    /// How many bytes of ASCII they begin with that a string may hold as they stand: no quotation mark, backslash, end of a line.
    @inline(__always)
    static func quotable(_ eight: UInt64) -> Int {
        (equal(eight, 0x22) | equal(eight, 0x5C) | equal(eight, 0x0A) | (eight & high)).trailingZeroBitCount >> 3
    }

    /// How many bytes they begin with none of which an end of a line begins with (`LineEnd`).
    @inline(__always)
    static func withoutLineEnd(_ eight: UInt64) -> Int {
        (equal(eight, 0x0A) | equal(eight, 0x0D) | equal(eight, 0xC2) | equal(eight, 0xE2)).trailingZeroBitCount >> 3
    }

    /// Makes letters small ones.
    @inline(__always)
    static func smallLetters(_ eight: UInt64) -> UInt64 { eight | ones &* 0x20 }

    /// Eight bytes of a word from a place on, 0 behind its end; nothing outside of the word is looked at.
    @inline(__always)
    static func part(_ word: UnsafeBufferPointer<UInt8>, at i: Int) -> UInt64 {
        let (n, raw) = (word.count, UnsafeRawBufferPointer(word))
        if n - i >= 8 { return raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) }
        // What is left of a longer word ends a register that begins before it.
        if n >= 8 { return raw.loadUnaligned(fromByteOffset: n - 8, as: UInt64.self) &>> UInt64((8 - (n - i)) * 8) }
        if n >= 4 {
            let end = UInt64(raw.loadUnaligned(fromByteOffset: n - 4, as: UInt32.self))
            return UInt64(raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self)) | end &<< UInt64((n - 4) * 8)
        }
        var part: UInt64 = 0
        for k in 0..<n { part |= UInt64(word[k]) &<< UInt64(k * 8) }
        return part
    }

    @inline(__always)
    static func mix(_ hash: UInt64, _ part: UInt64) -> UInt64 {
        let h = (hash ^ part) &* 0xD6E8_FEB8_6659_FD93
        return h ^ h >> 32
    }

    /// The hash of a whole word, the same as that of an `InlineWord`.
    @inline(__always)
    static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = seed(word.count)
        var i = 0
        while i < word.count {
            hash = mix(hash, part(word, at: i))
            i += 8
        }
        return hash
    }

    /// The hash of a word before its parts are mixed in.
    @inline(__always)
    static func seed(_ count: Int) -> UInt64 { UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15 }
}

/// A word of at most sixteen bytes as two registers, 0 behind its end.
struct InlineWord {
    private(set) var low: UInt64
    private(set) var high: UInt64 = 0
    private(set) var count: Int

    /// Counts bytes of one kind, the first eight with some bits turned, and takes them with what stands behind them; there must be
    /// sixteen to look at.
    @inline(__always)
    init(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, but turned: UInt64 = 0, of kind: (UInt64) -> Int) {
        low = ByteLanes.load(source, start)
        count = kind(low ^ turned)
        guard count == 8 else { return }
        high = ByteLanes.load(source, start + 8)
        count &+= kind(high)
    }

    /// Cuts off what stands behind the counted bytes, of which a form is taken.
    @inline(__always)
    mutating func cut(_ form: (UInt64) -> UInt64 = { $0 }) {
        if count < 8 {
            low = form(low) & mask(count)
        } else {
            low = form(low)
            high = form(high) & mask(count &- 8)
        }
    }

    @inline(__always)
    var hash: UInt64 {
        let h = ByteLanes.mix(ByteLanes.seed(count), low)
        return count > 8 ? ByteLanes.mix(h, high) : h
    }

    /// Whether a text has the word, which is not empty, at a place with sixteen bytes to look at.
    @inline(__always)
    func stands(in text: UnsafeRawBufferPointer, at place: Int) -> Bool {
        let other = text.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ low
        // What stands behind the word is shifted out.
        if count <= 8 { return other &<< UInt64((8 &- count) &* 8) == 0 }
        return other == 0 && (text.loadUnaligned(fromByteOffset: place &+ 8, as: UInt64.self) ^ high) &<< UInt64((16 &- count) &* 8) == 0
    }

    /// Whether a text that nothing stands behind is the word.
    func ends(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        ByteLanes.part(text, at: 0) == low && (count <= 8 || ByteLanes.part(text, at: 8) == high)
    }

    /// The lowest bytes of a register.
    @inline(__always)
    private func mask(_ n: Int) -> UInt64 { n == 8 ? ~0 : 1 &<< UInt64(n &* 8) &- 1 }
}
