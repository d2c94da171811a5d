/// Phrases as paths of lemmas, many tables in one: each root is a position of the grammar. The longest phrase wins.
public struct PhraseTable: Sendable {
    public typealias Root = Int32

    /// The edges by the hash of their node and word: the node, the word and the node that they lead to, 16 bits each; 0 is no edge.
    private(set) var edges: [UInt64]
    private var mask: Int
    private var edgeCount = 0
    /// Of a node the place of its first payload, counted from 1; 0 where it has none.
    private(set) var first: [UInt16] = [0]
    /// A payload, and above it the place of the next one of its node.
    private(set) var payloads: [UInt32] = []

    public init() {
        edges = Array(repeating: 0, count: 16_384)
        mask = edges.count - 1
    }

    /// The table that was made before; nothing may be added to it.
    init(_ tables: GrammarTables) {
        (edges, first, payloads) = (tables.edges, tables.first, tables.payloads)
        mask = edges.count - 1
    }

    public mutating func makeRoot() -> Root {
        first.append(0)
        precondition(first.count <= 1 << 16, "the vocabulary has outgrown its tables")
        return Int32(first.count - 1)
    }

    @inline(__always)
    private func key(_ node: Int32, _ lemma: Lemma) -> UInt64 { UInt64(UInt32(bitPattern: node)) << 16 | UInt64(lemma) }

    @inline(__always)
    private func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask }

    @inline(__always)
    public func step(_ node: Int32, _ lemma: Lemma) -> Int32? {
        let k = key(node, lemma)
        var slot = slot(k)
        while edges[slot] != 0 {
            if edges[slot] >> 16 == k { return Int32(edges[slot] & 0xFFFF) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The node that a word leads to, made where it is new.
    mutating func makeStep(_ node: Int32, _ lemma: Lemma) -> Int32 {
        if let next = step(node, lemma) { return next }
        if edgeCount * 2 > edges.count { grow() }
        let next = makeRoot()
        place(key(node, lemma) << 16 | UInt64(next))
        edgeCount += 1
        return next
    }

    private mutating func place(_ edge: UInt64) {
        var slot = slot(edge >> 16)
        while edges[slot] != 0 { slot = (slot + 1) & mask }
        edges[slot] = edge
    }

    private mutating func grow() {
        let old = edges.filter { $0 != 0 }
        mask = edges.count * 2 - 1
        edges = Array(repeating: 0, count: mask + 1)
        for edge in old { place(edge) }
    }

    /// Adds a payload to a node; several at one phrase keep their order.
    mutating func put(_ value: Int32, at node: Int32) {
        precondition(value >= 0 && value < 1 << 16 && payloads.count < 0xFFFF, "the vocabulary has outgrown its tables")
        let place = UInt32(payloads.count + 1)
        var entry = Int(first[Int(node)])
        if entry == 0 {
            payloads.append(UInt32(value))
            first[Int(node)] = UInt16(place)
            return
        }
        while true {
            if self.value(entry) == value { return }
            guard next(entry) != 0 else { break }
            entry = next(entry)
        }
        payloads.append(UInt32(value))
        payloads[entry - 1] |= place << 16
    }

    @inline(__always)
    private func value(_ entry: Int) -> Int32 { Int32(payloads[entry - 1] & 0xFFFF) }

    @inline(__always)
    private func next(_ entry: Int) -> Int { Int(payloads[entry - 1] >> 16) }

    /// The payloads of a node, in the order in which they were added.
    public func values(of node: Int32) -> [Int32] {
        var out: [Int32] = []
        var entry = Int(first[Int(node)])
        while entry != 0 {
            out.append(value(entry))
            entry = next(entry)
        }
        return out
    }

    @inline(__always)
    public func value(of node: Int32) -> Int32 {
        let entry = Int(first[Int(node)])
        return entry == 0 ? -1 : value(entry)
    }

    @inline(__always)
    public func hasValue(_ node: Int32) -> Bool { first[Int(node)] != 0 }

    @inline(__always)
    public func hasSeveral(_ node: Int32) -> Bool {
        let entry = Int(first[Int(node)])
        return entry != 0 && next(entry) != 0
    }

    /// Of each node where words lead to from there.
    typealias Continuations = [[(node: Int32, lemma: Lemma)]]

    var continuations: Continuations {
        var out: Continuations = Array(repeating: [], count: first.count)
        for edge in edges where edge != 0 { out[Int(edge >> 32)].append((Int32(edge & 0xFFFF), Lemma(truncatingIfNeeded: edge >> 16))) }
        return out
    }

    /// Every phrase under some roots with its payloads, as lemmas, root by root; for completion and the vocabulary's tests.
    public func phrases(under roots: [Root]) -> [(lemmas: [Lemma], values: [Int32])] { phrases(under: roots, continuations) }

    func phrases(under roots: [Root], _ continuations: Continuations) -> [(lemmas: [Lemma], values: [Int32])] {
        roots.flatMap { root in
            var out: [(lemmas: [Lemma], values: [Int32])] = []
            var stack: [(node: Int32, path: [Lemma])] = [(root, [])]
            while let (node, path) = stack.popLast() {
                if hasValue(node), !path.isEmpty { out.append((path, values(of: node))) }
                for child in continuations[Int(node)] { stack.append((child.node, path + [child.lemma])) }
            }
            return out.sorted { $0.lemmas.lexicographicallyPrecedes($1.lemmas) }
        }
    }
}
