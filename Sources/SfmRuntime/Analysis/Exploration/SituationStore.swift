import SfmModel
import SfmTerms

/// The situations that have been seen, each once: exact, and as small as the differences between them.
///
/// A situation is the numbers of its parts: each different part is kept once (collapse compression). Nothing is hashed away: two situations
/// are one only where all of their parts are.
struct SituationStore {
    /// The bytes of all different parts, one behind another.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var naming: [Bool] = []
    private var parts = HashIndex()

    /// The numbers of the parts of all situations, one situation behind another.
    private var vectors: [UInt32] = []
    private var vectorEnds: [Int] = []
    private var situations = HashIndex()

    var count: Int { vectorEnds.count }

    /// How much memory it takes, in bytes.
    var size: Int { bytes.count + 8 * ends.count + 4 * vectors.count + 8 * vectorEnds.count + parts.size + situations.size }

    /// The number of a situation, by the numbers of its parts; whether it is new.
    mutating func insert(_ vector: [UInt32]) -> (number: Int, isNew: Bool) {
        let hash = Self.hash(vector)
        let found = situations.find(hash) { number in
            let range = (number > 0 ? vectorEnds[number - 1] : 0)..<vectorEnds[number]
            return range.count == vector.count && vectors[range].elementsEqual(vector)
        }
        if let found { return (found, false) }
        situations.insert(hash)
        vectors.append(contentsOf: vector)
        vectorEnds.append(vectors.count)
        return (count - 1, true)
    }

    /// The number of a part, by its text.
    mutating func part(_ text: SituationText) -> UInt32 {
        let hash = Self.hash(text.bytes)
        let found = parts.find(hash) { number in
            let range = (number > 0 ? ends[number - 1] : 0)..<ends[number]
            return range.count == text.bytes.count && bytes[range].elementsEqual(text.bytes)
        }
        if let found { return UInt32(found) }
        parts.insert(hash)
        bytes.append(contentsOf: text.bytes)
        ends.append(bytes.count)
        naming.append(text.namesPeople)
        return UInt32(ends.count - 1)
    }

    /// Whether a part names anybody.
    func namesPeople(_ part: UInt32) -> Bool { naming[Int(part)] }

    /// FNV-1a: the same each time, as nothing here may depend on a seed.
    private static func hash(_ numbers: some Sequence<some FixedWidthInteger>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for number in numbers { hash = (hash ^ UInt64(truncatingIfNeeded: number)) &* 0x100_0000_01B3 }
        return hash ^ hash >> 29
    }
}

/// Numbers by the hash of what they stand for, which is kept so that it can grow; what has the same hash is told apart by who asks.
private struct HashIndex {
    private var slots: [UInt32] = Array(repeating: .max, count: 1024)
    private var hashes: [UInt64] = []

    var size: Int { 4 * slots.count + 8 * hashes.count }

    func find(_ hash: UInt64, _ isSame: (Int) -> Bool) -> Int? {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place] != .max {
            let number = Int(slots[place])
            if hashes[number] == hash, isSame(number) { return number }
            place = (place + 1) & mask
        }
        return nil
    }

    /// Adds the next number.
    mutating func insert(_ hash: UInt64) {
        hashes.append(hash)
        if 2 * hashes.count > slots.count {
            slots = Array(repeating: .max, count: 2 * slots.count)
            for number in hashes.indices.dropLast() { put(number) }
        }
        put(hashes.count - 1)
    }

    private mutating func put(_ number: Int) {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: hashes[number]) & mask
        while slots[place] != .max { place = (place + 1) & mask }
        slots[place] = UInt32(number)
    }
}
