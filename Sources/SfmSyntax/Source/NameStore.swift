import SfmTerms

/// Names one behind another, and where each lies.
struct NameStore: Sendable {
    /// The names one after another, each filled up with zeros to a multiple of eight.
    private var bytes: [UInt8] = []
    private var ranges: [(lower: Int32, upper: Int32, hash: UInt32)] = []
    private var table: [Int32] = []
    /// Below zero as long as there is no name and nothing is allocated.
    private var mask = -1
    /// Whether the quick hash was found out: then names have one that nobody can foresee.
    private var isGuarded = false
    /// More names in a row in the table than there ever are by accident at its load.
    private static let longestProbe = 128

    init() {}

    @inline(never)
    private mutating func begin() {
        table = Array(repeating: -1, count: 256)
        mask = table.count - 1
        bytes.reserveCapacity(1024)
        ranges.reserveCapacity(96)
    }

    var count: Int { ranges.count }

    /// The text of a name; a handle keeps its `@`.
    subscript(id: NameID) -> String {
        guard id != .absent, id.index < ranges.count else { return "?" }
        let r = ranges[id.index]
        return String(decoding: bytes[Int(r.lower)..<Int(r.upper)], as: UTF8.self)
    }

    /// Whether a name is one of two, in whatever case; nearly every name is longer or shorter than either.
    func isOne(_ id: NameID, _ first: StaticString, _ second: StaticString) -> Bool {
        guard id != .absent, id.index < ranges.count else { return false }
        let count = Int(ranges[id.index].upper - ranges[id.index].lower)
        guard count == first.utf8CodeUnitCount || count == second.utf8CodeUnitCount else { return false }
        let name = self[id].lowercased()
        return name == first.description || name == second.description
    }

    /// Whether a name could look like another one: it has letters beyond ASCII, or such as have twins in it.
    func mayLookLikeAnother(_ id: NameID) -> Bool {
        let r = ranges[id.index]
        for k in Int(r.lower)..<Int(r.upper) where bytes[k] >= 0x80 || Confusables.isTricky(bytes[k]) { return true }
        return false
    }

    /// A number that names which look alike share.
    func skeleton(_ id: NameID) -> UInt64 {
        let r = ranges[id.index]
        return bytes.withUnsafeBufferPointer { Confusables.hash(UnsafeBufferPointer(rebasing: $0[Int(r.lower)..<Int(r.upper)])) }
    }

    /// The number of a name that is there, else `.absent`.
    func find(_ name: UnsafeBufferPointer<UInt8>) -> NameID {
        guard mask >= 0 else { return .absent }
        let hash = isGuarded ? Self.guarded(name) : UInt32(truncatingIfNeeded: ByteLanes.hash(name))
        var slot = Int(hash) & mask
        while table[slot] >= 0 {
            let r = ranges[Int(table[slot])]
            let isSame = r.hash == hash && Int(r.upper - r.lower) == name.count && bytes[Int(r.lower)..<Int(r.upper)].elementsEqual(name)
            if isSame { return NameID(rawValue: table[slot]) }
            slot = (slot + 1) & mask
        }
        return .absent
    }

    func find(_ name: InlineWord) -> NameID {
        withUnsafeBytes(of: (name.low.littleEndian, name.high.littleEndian)) {
            find(UnsafeBufferPointer(rebasing: $0.bindMemory(to: UInt8.self)[..<name.count]))
        }
    }

    /// Takes bytes that are in NFC already.
    mutating func intern(bytes name: UnsafeBufferPointer<UInt8>) -> NameID {
        intern(isGuarded ? Self.guarded(name) : UInt32(truncatingIfNeeded: ByteLanes.hash(name)), name.count) { all, place in
            var i = 0
            while i < name.count, ByteLanes.load(all, place + i) == ByteLanes.part(name, at: i) { i += 8 }
            return i >= name.count
        } append: { bytes in
            bytes.append(contentsOf: name)
        }
    }

    /// Takes a short name of ASCII, which the lexer holds in registers already.
    @inline(__always)
    mutating func intern(_ name: InlineWord) -> NameID {
        intern(isGuarded ? Self.guarded(name) : UInt32(truncatingIfNeeded: name.hash), name.count) { all, place in
            name.count == 0 || (ByteLanes.load(all, place) == name.low && (name.count <= 8 || ByteLanes.load(all, place + 8) == name.high))
        } append: { bytes in
            for k in 0..<name.count { bytes.append(UInt8(truncatingIfNeeded: (k < 8 ? name.low : name.high) &>> UInt64((k & 7) * 8))) }
        }
    }

    /// The number of the name with a hash and a length that is the same, or the next one.
    @inline(__always)
    private mutating func intern(
        _ hash: UInt32, _ count: Int, isSame: (UnsafeBufferPointer<UInt8>, Int) -> Bool, append: (inout [UInt8]) -> Void
    ) -> NameID {
        if mask < 0 { begin() }
        var slot = Int(hash) & mask
        var probes = 0
        while table[slot] >= 0 {
            let r = ranges[Int(table[slot])]
            if r.hash == hash, Int(r.upper - r.lower) == count, bytes.withUnsafeBufferPointer({ isSame($0, Int(r.lower)) }) {
                return NameID(rawValue: table[slot])
            }
            slot = (slot + 1) & mask
            probes += 1
        }
        let id = NameID(ranges.count)
        let lower = bytes.count
        append(&bytes)
        ranges.append((Int32(lower), Int32(bytes.count), hash))
        // Names are compared eight bytes at a time.
        while bytes.count & 7 != 0 { bytes.append(0) }
        table[slot] = id.rawValue
        if probes > Self.longestProbe, !isGuarded { protect() }
        if ranges.count * 2 > table.count { grow() }
        return id
    }

    /// Names that collide on purpose get the hash of the standard library, which is another one in each process. Numbers stay as they
    /// are, so that nothing shows it.
    @inline(never)
    private mutating func protect() {
        isGuarded = true
        for k in ranges.indices {
            let range = Int(ranges[k].lower)..<Int(ranges[k].upper)
            ranges[k].hash = bytes.withUnsafeBufferPointer { Self.guarded(UnsafeBufferPointer(rebasing: $0[range])) }
        }
        place()
    }

    @inline(never)
    private static func guarded(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(name))
        return UInt32(truncatingIfNeeded: hasher.finalize())
    }

    @inline(never)
    private static func guarded(_ name: InlineWord) -> UInt32 {
        withUnsafeBytes(of: (name.low.littleEndian, name.high.littleEndian)) {
            guarded(UnsafeBufferPointer(rebasing: $0.bindMemory(to: UInt8.self)[..<name.count]))
        }
    }

    /// The most names in a row in the table: nobody is looked for longer than that.
    var longestRun: Int {
        var (longest, run) = (0, 0)
        for place in table {
            run = place >= 0 ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    private mutating func grow() {
        mask = table.count * 2 - 1
        place()
    }

    /// Puts every name in its place of an empty table.
    private mutating func place() {
        table = Array(repeating: -1, count: mask + 1)
        for (id, r) in ranges.enumerated() {
            var slot = Int(r.hash) & mask
            while table[slot] >= 0 { slot = (slot + 1) & mask }
            table[slot] = Int32(id)
        }
    }
}
