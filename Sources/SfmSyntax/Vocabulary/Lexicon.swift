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
        Self.withFolded(word) { folded in
            let slot = slot(of: folded)
            if table[slot] >= 0 { return entries[Int(table[slot])].lemma }
            let lemma = make(&self)
            table[slot] = Int32(entries.count)
            entries.append((Int32(bytes.count), Int32(folded.count), lemma))
            bytes.append(contentsOf: folded)
            if entries.count * 2 > table.count { grow() }
            return lemma
        }
    }

    private mutating func grow() {
        mask = table.count * 2 - 1
        table = Array(repeating: -1, count: mask + 1)
        for (index, e) in entries.enumerated() {
            var slot = bytes.withUnsafeBufferPointer { Self.hash(UnsafeBufferPointer(rebasing: $0[Int(e.lower)..<Int(e.lower + e.length)])) } & mask
            while table[slot] >= 0 { slot = (slot + 1) & mask }
            table[slot] = Int32(index)
        }
    }

    /// The lemma of a word as it was typed, or 0.
    package func find(_ word: UnsafeBufferPointer<UInt8>) -> Lemma {
        guard word.count <= 128 else { return 0 }
        return Self.withFolded(word) { folded in
            let slot = slot(of: folded)
            return table[slot] >= 0 ? entries[Int(table[slot])].lemma : 0
        }
    }

    /// The lemma of a short word in lower case, which the lexer holds in registers already.
    @inline(__always)
    func find(_ word: ShortWord) -> Lemma {
        var slot = Int(truncatingIfNeeded: word.hash & 0x7FFF_FFFF) & mask
        while table[slot] >= 0 {
            let entry = entries[Int(table[slot])]
            if Int(entry.length) == word.count, isSame(entry, word) { return entry.lemma }
            slot = (slot + 1) & mask
        }
        return 0
    }

    /// Where the table has a folded word, or where it would stand.
    @inline(__always)
    private func slot(of word: UnsafeBufferPointer<UInt8>) -> Int {
        var slot = Self.hash(word) & mask
        while table[slot] >= 0, !isSame(entries[Int(table[slot])], word) { slot = (slot + 1) & mask }
        return slot
    }

    package func find(_ word: String) -> Lemma {
        var copy = word
        return copy.withUTF8 { find($0) }
    }

    // MARK: - Folding, hashing and comparing, which every word of every text passes through

    /// The word in lower case, with `ё` as `е`: itself, or where it is not so, a copy. The length stays.
    @inline(__always)
    private static func withFolded<T>(_ word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
        guard isFolded(word) else {
            return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { copy in
                for i in word.indices { copy[i] = folded(word, at: i) }
                return body(UnsafeBufferPointer(copy))
            }
        }
        return body(word)
    }

    @inline(__always)
    private static func isFolded(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        var i = 0
        while i < word.count {
            let b = word[i]
            if b < 0x80 {
                if b >= 0x41, b <= 0x5A { return false }
            } else if i + 1 < word.count {
                if b == 0xD0, word[i + 1] < 0xB0 { return false }
                if b == 0xD1, word[i + 1] == 0x91 { return false }
            }
            i += 1
        }
        return true
    }

    @inline(__always)
    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        var h = LetterRuns.seed(word.count)
        var i = 0
        while i < word.count {
            h = LetterRuns.mix(h, LetterRuns.part(word, at: i))
            i += 8
        }
        return Int(truncatingIfNeeded: h & 0x7FFF_FFFF)
    }

    @inline(__always)
    private func isSame(_ entry: (lower: Int32, length: Int32, lemma: Lemma), _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(entry.length) == word.count else { return false }
        return bytes.withUnsafeBufferPointer { all in
            let known = UnsafeBufferPointer(rebasing: all[Int(entry.lower)..<Int(entry.lower) + word.count])
            var i = 0
            while i < word.count, LetterRuns.part(known, at: i) == LetterRuns.part(word, at: i) { i += 8 }
            return i >= word.count
        }
    }

    @inline(__always)
    private func isSame(_ entry: (lower: Int32, length: Int32, lemma: Lemma), _ word: ShortWord) -> Bool {
        bytes.withUnsafeBufferPointer { all in
            // Only the last words have no sixteen bytes behind them.
            if Int(entry.lower) + 16 <= all.count { return word.stands(in: all, at: Int(entry.lower)) }
            return word.ends(UnsafeBufferPointer(rebasing: all[Int(entry.lower)..<Int(entry.lower) + word.count]))
        }
    }

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
