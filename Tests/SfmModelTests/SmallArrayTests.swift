import SfmTerms
import Testing

/// A list that keeps its first element in place is a list like any other.
@Suite struct FewTests {
    @Test(arguments: 0...5)
    func isAnArrayToItsReader(count: Int) {
        var few = SmallArray<Int>()
        few.reserveCapacity(count)
        for n in 0..<count { few.append(n * n) }
        let array = (0..<count).map { $0 * $0 }
        #expect(Array(few) == array)
        #expect(few.count == array.count && few.isEmpty == array.isEmpty)
        #expect(few.first == array.first && few.last == array.last)
        #expect(few.indices.map { few[$0] } == array)
        #expect(few.reversed() == array.reversed())
    }

    @Test(arguments: 0..<64)
    func removesWhatAnArrayRemoves(out: Int) {
        var (few, array): (SmallArray<Int>, [Int]) = ([0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5])
        few.removeAll { out >> $0 & 1 == 1 }
        array.removeAll { out >> $0 & 1 == 1 }
        #expect(Array(few) == array)
        few.append(6)
        #expect(Array(few) == array + [6])
    }

    @Test func isComparedByItsElements() {
        var few: SmallArray<Int> = [1, 2]
        few.removeAll { $0 == 1 }
        #expect(few == [2])
        #expect(few != [2, 2] && few != [])
    }
}
