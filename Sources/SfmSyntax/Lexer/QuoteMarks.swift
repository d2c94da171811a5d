/// The quotation marks of a line from one on that finds no pair.
struct QuoteMarks {
    private let scalars: [(value: UInt32, at: Int, length: Int)]

    /// `opener` is the length of the mark that the bytes begin with.
    init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, opener: Int) {
        var all: [(value: UInt32, at: Int, length: Int)] = []
        let text = UnsafeBufferPointer(rebasing: bytes)
        var k = opener
        while k < text.count, all.count < Self.most {
            let (value, length) = Scalars.decode(text, k) ?? (0xFFFD, 1)
            all.append((value, k, length))
            k += length
        }
        scalars = all
    }

    /// Nobody has closed a text so far behind its beginning.
    private static let most = 1000
    private static let closers: Set<UInt32> = [0x22, 0xBB, 0x201D, 0x201C]
    private static let openers: Set<UInt32> = [0xAB, 0x201E]

    /// Where the text's own closing mark stands, though it is one of another pair: it touches the word before it and no word behind it, no
    /// text begins before it, and what follows has a pair for every mark of its own.
    var wrongCloser: Range<Int>? {
        guard let k = scalars.firstIndex(where: { Self.closers.contains($0.value) || Self.openers.contains($0.value) }), k > 0,
            Self.closers.contains(scalars[k].value), !Scalars.isSpace(scalars[k - 1].value), isEnd(k + 1), isPaired(from: k + 1)
        else { return nil }
        return scalars[k].at..<scalars[k].at + scalars[k].length
    }

    private func isEnd(_ k: Int) -> Bool { k >= scalars.count || !Scalars.isNamePart(scalars[k].value) }

    private func isPaired(from start: Int) -> Bool {
        var open: UInt32?
        for scalar in scalars[start...] {
            switch (open, scalar.value) {
            case (nil, 0x22): open = 0x22
            case (nil, 0xAB): open = 0xBB
            case (nil, 0x201C): open = 0x201D
            case (nil, 0x201E): open = 0x201C
            case (let closer?, let value) where closer == value || closer == 0x201C && value == 0x201D: open = nil
            default: break
            }
        }
        return open == nil
    }
}
