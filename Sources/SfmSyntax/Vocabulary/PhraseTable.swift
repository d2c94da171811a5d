/// Phrases as paths of lemmas, many tables in one: each root is a position of the grammar. The longest phrase wins.
package struct PhraseTable: Sendable {
    package typealias Root = Int32

    private var keys: [UInt64] = Array(repeating: 0, count: 16_384)
    private var nodes: [Int32] = Array(repeating: 0, count: 16_384)
    private var mask = 16_383
    private var edges = 0
    /// The first payload of a node, or -1.
    private var first: [Int32] = [-1]
    private var payloads: [(value: Int32, next: Int32)] = []
    /// The same edges as lists, for walking: a node's first child, its next sibling and the word that leads to it.
    private var walk: [(child: Int32, sibling: Int32, lemma: Lemma)] = [(-1, -1, 0)]

    package init() {
        first.reserveCapacity(8192)
        payloads.reserveCapacity(8192)
    }

    package mutating func makeRoot() -> Root {
        first.append(-1)
        walk.append((-1, -1, 0))
        return Int32(first.count - 1)
    }

    @inline(__always)
    private func key(_ node: Int32, _ lemma: Lemma) -> UInt64 { UInt64(UInt32(bitPattern: node)) << 16 | UInt64(lemma) }

    @inline(__always)
    package func step(_ node: Int32, _ lemma: Lemma) -> Int32? {
        let k = key(node, lemma)
        var slot = Int(truncatingIfNeeded: (k &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
        while keys[slot] != 0 {
            if keys[slot] == k { return nodes[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The node that a word leads to, made where it is new.
    mutating func makeStep(_ node: Int32, _ lemma: Lemma) -> Int32 {
        if let next = step(node, lemma) { return next }
        if edges * 2 > keys.count { grow() }
        let next = makeRoot()
        place(key(node, lemma), next)
        walk[Int(next)] = (-1, walk[Int(node)].child, lemma)
        walk[Int(node)].child = next
        edges += 1
        return next
    }

    private mutating func place(_ k: UInt64, _ next: Int32) {
        var slot = Int(truncatingIfNeeded: (k &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
        while keys[slot] != 0 { slot = (slot + 1) & mask }
        keys[slot] = k
        nodes[slot] = next
    }

    private mutating func grow() {
        let old = zip(keys, nodes).filter { $0.0 != 0 }
        mask = keys.count * 2 - 1
        keys = Array(repeating: 0, count: mask + 1)
        nodes = Array(repeating: 0, count: mask + 1)
        for (k, next) in old { place(k, next) }
    }

    /// Adds a payload to a node; several at one phrase keep their order.
    mutating func put(_ value: Int32, at node: Int32) {
        let entry = Int32(payloads.count)
        if first[Int(node)] < 0 {
            payloads.append((value, -1))
            first[Int(node)] = entry
            return
        }
        var last = first[Int(node)]
        while true {
            if payloads[Int(last)].value == value { return }
            if payloads[Int(last)].next < 0 { break }
            last = payloads[Int(last)].next
        }
        payloads.append((value, -1))
        payloads[Int(last)].next = entry
    }

    /// The payloads of a node, in the order in which they were added.
    package func values(of node: Int32) -> [Int32] {
        var out: [Int32] = []
        var entry = first[Int(node)]
        while entry >= 0 {
            out.append(payloads[Int(entry)].value)
            entry = payloads[Int(entry)].next
        }
        return out
    }

    @inline(__always)
    package func value(of node: Int32) -> Int32 {
        let entry = first[Int(node)]
        return entry < 0 ? -1 : payloads[Int(entry)].value
    }

    @inline(__always)
    package func hasValue(_ node: Int32) -> Bool { first[Int(node)] >= 0 }

    /// Whether any phrase goes on behind a node.
    @inline(__always)
    func leadsOn(_ node: Int32) -> Bool { walk[Int(node)].child >= 0 }

    @inline(__always)
    package func hasSeveral(_ node: Int32) -> Bool {
        let entry = first[Int(node)]
        return entry >= 0 && payloads[Int(entry)].next >= 0
    }

    /// Every phrase under a root with its payloads, as lemmas; for completion, suggestions and the vocabulary's tests.
    package func phrases(under root: Root) -> [(lemmas: [Lemma], values: [Int32])] {
        var out: [(lemmas: [Lemma], values: [Int32])] = []
        var stack: [(node: Int32, path: [Lemma])] = [(root, [])]
        while let (node, path) = stack.popLast() {
            if hasValue(node), !path.isEmpty { out.append((path, values(of: node))) }
            var next = walk[Int(node)].child
            while next >= 0 {
                stack.append((next, path + [walk[Int(next)].lemma]))
                next = walk[Int(next)].sibling
            }
        }
        return out.sorted { $0.lemmas.lexicographicallyPrecedes($1.lemmas) }
    }
}
