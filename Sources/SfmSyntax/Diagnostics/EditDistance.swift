/// Optimal string alignment: insertions, deletions, changes and swaps of neighbours.
///
/// Bit-parallel (Hyyrö, 2003): a column of the table of distances is two numbers of 64 bits, so that a letter costs a dozen operations,
/// and what cannot come near any more is left. A law test holds it to the table.
public enum EditDistance {
    /// Of a longer word only the beginning is compared: a bit a letter.
    static let longest = 64

    /// `nil` where it would be more than the limit.
    public static func between(_ a: String, _ b: String, atMost limit: Int) -> Int? {
        // A letter has four bytes at most: most pairs are told apart by their lengths alone.
        guard abs(a.utf8.count - b.utf8.count) <= 4 * limit else { return nil }
        let text = b.unicodeScalars.prefix(longest).map(\.value)
        return Pattern(a.unicodeScalars.prefix(longest).map(\.value))?.distance(to: text, 0, text.count, atMost: limit)
    }

    /// A word that others are compared with: where each of its letters stands.
    struct Pattern {
        let count: Int
        /// Which letters it has, by their lowest bits: two words that differ by n changes differ in at most 2n of these.
        let letters: UInt64
        /// By the lowest bits of a letter: the letter and 1, and the places where it stands as bits. A letter whose place is taken has the next one.
        private var keys = [UInt32](repeating: 0, count: 2 * EditDistance.longest)
        private var places = [UInt64](repeating: 0, count: 2 * EditDistance.longest)

        /// `nil` where the word is longer than can be compared.
        init?(_ word: [UInt32]) {
            guard word.count <= EditDistance.longest else { return nil }
            count = word.count
            letters = Self.letters(word)
            for (k, letter) in word.enumerated() {
                let at = slot(letter)
                keys[at] = letter + 1
                places[at] |= 1 << UInt64(k)
            }
        }

        static func letters(_ word: [UInt32]) -> UInt64 { word.reduce(0) { $0 | 1 << UInt64($1 & 63) } }

        private func slot(_ letter: UInt32) -> Int {
            var at = Int(letter) & (keys.count - 1)
            while keys[at] != 0, keys[at] != letter + 1 { at = (at + 1) & (keys.count - 1) }
            return at
        }

        /// How far the letters of a text in [from, to) are from the word; `nil` where they are farther than the limit.
        func distance(to text: [UInt32], _ from: Int, _ to: Int, atMost limit: Int) -> Int? {
            let length = to - from
            guard abs(count - length) <= limit else { return nil }
            guard count > 0, length > 0 else { return max(count, length) }
            let last = 1 << UInt64(count - 1) as UInt64
            // In the column before: where a step down adds one, where it takes one, where the way across is free.
            var (adds, takes, free) = (~0 as UInt64, 0 as UInt64, 0 as UInt64)
            var (before, distance) = (0 as UInt64, count)
            for k in from..<to {
                let equal = places[slot(text[k])]
                let swapped = ((~free & equal) << 1) & before
                free = (((equal & adds) &+ adds) ^ adds) | equal | takes | swapped
                let (across, back) = (takes | ~(free | adds), free & adds)
                if across & last != 0 { distance += 1 } else if back & last != 0 { distance -= 1 }
                // Each letter that is left takes one away at most.
                if distance - (to - k - 1) > limit { return nil }
                adds = back << 1 | ~(free | (across << 1 | 1))
                takes = (across << 1 | 1) & free
                before = equal
            }
            return distance
        }
    }
}
