import SfmTerms
import Testing

/// A list that keeps its first element in place is a list like any other.
@Suite struct SmallArrayTests {
    @Test(arguments: 0...5)
    func isAnArrayToItsReader(count: Int) {
        var list = SmallArray<Int>()
        list.reserveCapacity(count)
        for n in 0..<count { list.append(n * n) }
        let array = (0..<count).map { $0 * $0 }
        #expect(Array(list) == array)
        #expect(list.count == array.count && list.isEmpty == array.isEmpty)
        #expect(list.first == array.first && list.last == array.last)
        #expect(list.indices.map { list[$0] } == array)
        #expect(list.reversed() == array.reversed())
    }

    @Test(arguments: 0..<64)
    func removesWhatAnArrayRemoves(out: Int) {
        var (list, array): (SmallArray<Int>, [Int]) = ([0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5])
        list.removeAll { out >> $0 & 1 == 1 }
        array.removeAll { out >> $0 & 1 == 1 }
        #expect(Array(list) == array)
        list.append(6)
        #expect(Array(list) == array + [6])
    }

    @Test func isComparedByItsElements() {
        var list: SmallArray<Int> = [1, 2]
        list.removeAll { $0 == 1 }
        #expect(list == [2])
        #expect(list != [2, 2] && list != [])
    }
}
