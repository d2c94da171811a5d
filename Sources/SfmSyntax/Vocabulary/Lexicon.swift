/// The words that the language knows: every form of a word leads to one lemma.
///
/// Case is folded and `ё` is `е` here; user data never passes through.
public struct Lexicon: Sendable {
    /// The bytes of the forms, one behind another.
    private(set) var text: [UInt64] = []
    private var length = 0
    /// Where a form is found by its hash: an `Entry`, or 0 where there is none.
    private(set) var table: [UInt64]
    private var mask: Int
    private var count = 0
    /// The first form of each lemma as it was written: its place in the text and below it its length. Lemma 0 has none.
    private(set) var canonical: [UInt32] = [0]

    /// A form: where it stands in the text, how long it is, what it leads to and some bits of its hash.
    private struct Entry {
        let raw: UInt64

        var at: Int { Int(raw >> 24 & 0xFF_FFFF) }
        var length: Int { Int(raw >> 16 & 0xFF) }
        var lemma: Lemma { Lemma(truncatingIfNeeded: raw) }
    }

    /// The lemmas of the signs, which stand in phrases like words.
    public struct Signs: Sendable {
        var colon: Lemma = 0
        var dash: Lemma = 0
        var equal: Lemma = 0
        var greater: Lemma = 0
        var less: Lemma = 0
        var atLeast: Lemma = 0
        var atMost: Lemma = 0
        var numero: Lemma = 0

        init(_ lemma: (StaticString) -> Lemma) {
            (colon, dash, equal, greater) = (lemma(":"), lemma("—"), lemma("="), lemma(">"))
            (less, atLeast, atMost, numero) = (lemma("<"), lemma(">="), lemma("<="), lemma("№"))
        }
    }

    public private(set) var signs = Signs { _ in 0 }

    public init() {
        table = Array(repeating: 0, count: 8192)
        mask = table.count - 1
        signs = Signs { lemma("\($0)") }
    }

    /// The lexicon that was made before; nothing may be added to it.
    init(_ tables: GrammarTables) {
        (text, table, canonical) = (tables.text, tables.words, tables.canonical)
        mask = table.count - 1
        signs = Signs { find(UnsafeBufferPointer(start: $0.utf8Start, count: $0.utf8CodeUnitCount)) }
    }

    /// Every known form with its lemma, in the order in which it was added.
    public var forms: [(form: String, lemma: Lemma)] {
        table.filter { $0 != 0 }.map { Entry(raw: $0) }.sorted { $0.at < $1.at }.map { (string($0.at, $0.length), $0.lemma) }
    }

    /// The first form of a lemma.
    public func canonical(_ lemma: Lemma) -> String { string(Int(canonical[Int(lemma)] >> 8), Int(canonical[Int(lemma)] & 0xFF)) }

    private func string(_ at: Int, _ length: Int) -> String {
        text.withUnsafeBytes { String(decoding: UnsafeRawBufferPointer(rebasing: $0[at..<at + length]), as: UTF8.self) }
    }

    /// The lemma of a word, made where it is new.
    public mutating func lemma(_ word: some StringProtocol) -> Lemma {
        var copy = String(word)
        return copy.withUTF8 { lemma(bytes: $0) }
    }

    public mutating func lemma(bytes word: UnsafeBufferPointer<UInt8>) -> Lemma {
        enter(word) { lexicon, at in
            lexicon.canonical.append(UInt32((Self.isFolded(word) ? at : lexicon.append(word)) << 8 | word.count))
            return Lemma(lexicon.canonical.count - 1)
        }
    }

    /// Makes forms of one word, separated by spaces, lead to one lemma; the first may be known already.
    public mutating func merge(_ forms: String) {
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
                        _ = enter(form) { _, _ in known }
                    }
                }
                start = i + 1
            }
        }
    }

    /// The lemma of a form; where the form is new it is entered under the lemma that `make` gives, which is told its place.
    private mutating func enter(_ word: UnsafeBufferPointer<UInt8>, _ make: (inout Lexicon, Int) -> Lemma) -> Lemma {
        precondition(!word.isEmpty && word.count <= Self.longest, "a word of the vocabulary is empty or too long")
        return Self.withFolded(word) { folded in
            let (hash, slot) = (Self.hash(folded), slot(of: folded))
            if table[slot] != 0 { return Entry(raw: table[slot]).lemma }
            let at = append(folded)
            let lemma = make(&self, at)
            table[slot] = Self.tag(hash) | UInt64(at) << 24 | UInt64(word.count) << 16 | UInt64(lemma)
            count += 1
            if count * 2 > table.count { grow() }
            return lemma
        }
    }

    private mutating func append(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        let at = length
        length += word.count
        while text.count * 8 < length { text.append(0) }
        text.withUnsafeMutableBytes { bytes in for i in word.indices { bytes[at + i] = word[i] } }
        return at
    }

    private mutating func grow() {
        let old = table.filter { $0 != 0 }
        mask = table.count * 2 - 1
        table = Array(repeating: 0, count: mask + 1)
        for raw in old {
            let entry = Entry(raw: raw)
            var slot = withForm(entry) { Self.hash($0) } & mask
            while table[slot] != 0 { slot = (slot + 1) & mask }
            table[slot] = raw
        }
    }

    private static let longest = 128

    /// The lemma of a word as it was typed, or 0.
    public func find(_ word: UnsafeBufferPointer<UInt8>) -> Lemma {
        guard word.count <= Self.longest else { return 0 }
        return Self.withFolded(word) { Entry(raw: table[slot(of: $0)]).lemma }
    }

    /// The lemma of a short word in lower case, which the lexer holds in registers already.
    @inline(__always)
    func find(_ word: InlineWord) -> Lemma {
        let hash = Int(truncatingIfNeeded: word.hash & 0x7FFF_FFFF)
        var slot = hash & mask
        while table[slot] != 0 {
            let entry = Entry(raw: table[slot])
            if isSame(entry, word, Self.tag(hash)) { return entry.lemma }
            slot = (slot + 1) & mask
        }
        return 0
    }

    /// Where the table has a folded word, or where it would stand.
    @inline(__always)
    private func slot(of word: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(word)
        var slot = hash & mask
        while table[slot] != 0, !isSame(Entry(raw: table[slot]), word, Self.tag(hash)) { slot = (slot + 1) & mask }
        return slot
    }

    public func find(_ word: String) -> Lemma {
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
    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int { Int(truncatingIfNeeded: ByteLanes.hash(word) & 0x7FFF_FFFF) }

    /// The bits of a hash that stand above an entry.
    @inline(__always)
    private static func tag(_ hash: Int) -> UInt64 { UInt64(truncatingIfNeeded: hash >> 15) << 48 }

    @inline(__always)
    private func withForm<T>(_ entry: Entry, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
        text.withUnsafeBytes { all in
            let form = all[entry.at..<entry.at + entry.length]
            return UnsafeRawBufferPointer(rebasing: form).withMemoryRebound(to: UInt8.self) { body($0) }
        }
    }

    @inline(__always)
    private func isSame(_ entry: Entry, _ word: UnsafeBufferPointer<UInt8>, _ tag: UInt64) -> Bool {
        guard (entry.raw ^ tag) >> 48 == 0, entry.length == word.count else { return false }
        return withForm(entry) { known in
            var i = 0
            while i < word.count, ByteLanes.part(known, at: i) == ByteLanes.part(word, at: i) { i += 8 }
            return i >= word.count
        }
    }

    @inline(__always)
    private func isSame(_ entry: Entry, _ word: InlineWord, _ tag: UInt64) -> Bool {
        guard (entry.raw ^ tag) >> 48 == 0, entry.length == word.count else { return false }
        return text.withUnsafeBytes { all in
            // Only the last words have no sixteen bytes behind them.
            entry.at + 16 <= all.count ? word.stands(in: all, at: entry.at) : isLast(entry, word)
        }
    }

    @inline(never)
    private func isLast(_ entry: Entry, _ word: InlineWord) -> Bool { withForm(entry, word.ends) }

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
