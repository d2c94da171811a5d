/// Tokens while they are made: memory that grows seldom, without the questions that an array asks at every `append`.
struct TokenBuffer {
    private var base: UnsafeMutablePointer<Token>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        base = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    @inline(__always)
    mutating func append(_ token: Token) {
        if count == capacity { grow() }
        (base + count).initialize(to: token)
        count &+= 1
    }

    /// The first word of a line whose tokens begin at an index; 0 where it has none.
    @inline(__always)
    func word(at index: Int) -> Lemma { index < count ? base[index].word : 0 }

    @inline(never)
    private mutating func grow() {
        let wider = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
        wider.moveInitialize(from: base, count: count)
        base.deallocate()
        base = wider
        capacity *= 2
    }

    /// The tokens as an array of their exact number; the memory is given back.
    consuming func array() -> [Token] {
        defer { base.deallocate() }
        return Array(UnsafeBufferPointer(start: base, count: count))
    }
}
