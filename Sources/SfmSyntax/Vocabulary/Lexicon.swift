/// The words that the language knows: every form of a word leads to one lemma.
///
/// Case is folded and `ё` is `е` here; user data never passes through.
package struct Lexicon: Sendable {
    private var bytes: [UInt8] = []
    private var entries: [(lower: Int32, length: Int32, lemma: Lemma)] = []
    private var table: [Int32] = Array(repeating: -1, count: 8192)
    private var mask = 8191
    /// The first form of each lemma; lemma 0 has none.
    package private(set) var canonical: [String] = [""]

    /// The lemmas of the signs, which stand in phrases like words.
    package struct Signs: Sendable {
        var colon: Lemma = 0
        var dash: Lemma = 0
        var equal: Lemma = 0
        var greater: Lemma = 0
        var less: Lemma = 0
        var atLeast: Lemma = 0
        var atMost: Lemma = 0
        var numero: Lemma = 0
    }

    package private(set) var signs = Signs()

    package init() {
        bytes.reserveCapacity(32 * 1024)
        entries.reserveCapacity(3000)
        signs = Signs(
            colon: lemma(":"), dash: lemma("—"), equal: lemma("="), greater: lemma(">"), less: lemma("<"),
            atLeast: lemma(">="), atMost: lemma("<="), numero: lemma("№"))
    }

    /// Every known form with its lemma, in the order in which it was added.
    package var forms: [(form: String, lemma: Lemma)] {
        entries.map { e in
            (String(decoding: bytes[Int(e.lower)..<Int(e.lower + e.length)], as: UTF8.self), e.lemma)
        }
    }

    /// The lemma of a word, made where it is new.
    package mutating func lemma(_ word: some StringProtocol) -> Lemma {
        var copy = String(word)
        return copy.withUTF8 { lemma(bytes: $0) }
    }

    package mutating func lemma(bytes word: UnsafeBufferPointer<UInt8>) -> Lemma {
        enter(word) { lexicon in
            lexicon.canonical.append(String(decoding: word, as: UTF8.self))
            return Lemma(lexicon.canonical.count - 1)
        }
    }

    /// Makes forms of one word, separated by spaces, lead to one lemma; the first may be known already.
    package mutating func merge(_ forms: String) {
        var lemma: Lemma = 0
        var copy = forms
        copy.withUTF8 { all in
            var start = 0
            for i in 0...all.count where i == all.count || all[i] == 32 {
                if i > start {
                    let form = UnsafeBufferPointer(rebasing: all[start..<i])
                    if lemma == 0 {
                        lemma = self.lemma(bytes: form)
                    } else {
                        let known = lemma
                        _ = enter(form) { _ in known }
                    }
                }
                start = i + 1
            }
        }
    }

    /// The lemma of a form; where the form is new it is entered under the lemma that `make` gives.
    private mutating func enter(_ word: UnsafeBufferPointer<UInt8>, _ make: (inout Lexicon) -> Lemma) -> Lemma {
        var h = Self.hashBasis
        for i in word.indices { h = Self.hash(h, Self.folded(word, at: i)) }
        var slot = Self.finished(h) & mask
        while table[slot] >= 0 {
            let e = entries[Int(table[slot])]
            if Int(e.length) == word.count, isSame(e.lower, word) { return e.lemma }
            slot = (slot + 1) & mask
        }
        let lemma = make(&self)
        table[slot] = Int32(entries.count)
        entries.append((Int32(bytes.count), Int32(word.count), lemma))
        for i in word.indices { bytes.append(Self.folded(word, at: i)) }
        if entries.count * 2 > table.count { grow() }
        return lemma
    }

    private mutating func grow() {
        mask = table.count * 2 - 1
        table = Array(repeating: -1, count: mask + 1)
        for (index, e) in entries.enumerated() {
            // What was entered is folded already.
            let h = bytes[Int(e.lower)..<Int(e.lower + e.length)].reduce(Self.hashBasis, Self.hash)
            var slot = Self.finished(h) & mask
            while table[slot] >= 0 { slot = (slot + 1) & mask }
            table[slot] = Int32(index)
        }
    }

    /// The lemma of a word as it was typed, or 0. Folded letter by letter on the way: nearly every token comes by here.
    package func find(_ word: UnsafeBufferPointer<UInt8>) -> Lemma {
        guard word.count <= 128 else { return 0 }
        var h = Self.hashBasis
        var i = 0
        while i < word.count {
            h = Self.hash(h, Self.folded(word, at: i))
            i += 1
        }
        var slot = Self.finished(h) & mask
        return table.withUnsafeBufferPointer { table in
            while table[slot] >= 0 {
                let e = entries[Int(table[slot])]
                if Int(e.length) == word.count, isSame(e.lower, word) { return e.lemma }
                slot = (slot + 1) & mask
            }
            return 0
        }
    }

    @inline(__always)
    private func isSame(_ lower: Int32, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { all in
            var i = 0
            while i < word.count, all[Int(lower) + i] == Self.folded(word, at: i) { i += 1 }
            return i == word.count
        }
    }

    package func find(_ word: String) -> Lemma {
        var copy = word
        return copy.withUTF8 { find($0) }
    }

    private static let hashBasis: UInt32 = 2_166_136_261

    @inline(__always)
    private static func hash(_ h: UInt32, _ byte: UInt8) -> UInt32 { (h ^ UInt32(byte)) &* 16_777_619 }

    @inline(__always)
    private static func finished(_ h: UInt32) -> Int { Int(h ^ (h >> 15)) }

    /// A byte of a word in lower case, Latin or Russian, with `ё` as `е`; the length of a word stays.
    @inline(__always)
    private static func folded(_ word: UnsafeBufferPointer<UInt8>, at i: Int) -> UInt8 {
        let b = word[i]
        if b < 0x80 { return b >= 0x41 && b <= 0x5A ? b | 0x20 : b }
        if b == 0xD0 || b == 0xD1 { return i + 1 < word.count ? folded(b, word[i + 1]).0 : b }
        let before = i > 0 ? word[i - 1] : 0
        return before == 0xD0 || before == 0xD1 ? folded(before, b).1 : b
    }

    @inline(__always)
    private static func folded(_ b: UInt8, _ c: UInt8) -> (UInt8, UInt8) {
        if b == 0xD0 {
            if c == 0x81 { return (0xD0, 0xB5) }  // Ё
            if c >= 0x90, c <= 0x9F { return (0xD0, c + 0x20) }
            if c >= 0xA0, c <= 0xAF { return (0xD1, c - 0x20) }
            return (b, c)
        }
        return c == 0x91 ? (0xD0, 0xB5) : (b, c)  // ё
    }
}
