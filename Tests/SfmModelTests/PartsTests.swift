import SfmTerms
import Testing

/// Tables and dictionaries in parts hold what was put into them, however many parts there are and whatever shares them.
@Suite struct PartsTests {
    @Test(arguments: [100, 5000, 40_000])
    func partsAreADictionary(count: Int) {
        var (parts, model) = (Parts<Int, Int>(), [Int: Int]())
        var seed: UInt64 = 11
        for turn in 0..<count {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            // Keys that lie close together, far apart, below nothing, and all at the end of the same bits.
            let key = [turn / 2, Int(truncatingIfNeeded: seed), -turn, turn << 40][turn % 4]
            let value = turn % 11 == 0 ? nil : turn
            (parts[key], model[key]) = (value, value)
        }
        let copy = parts
        #expect(model.allSatisfy { parts[$0.key] == $0.value } && parts.count == model.count)
        #expect(Dictionary(uniqueKeysWithValues: parts.map { ($0.key, $0.value) }) == model)
        parts[0] = -1
        #expect(parts[0] == -1 && copy[0] == model[0] && parts[Int.max] == nil)
        for key in copy.keys where key != 0 {
            let removed = parts.removeValue(forKey: key)
            #expect(removed == model[key])
        }
        parts[0] = nil
        #expect(parts.isEmpty && parts.keys.isEmpty && copy.count == model.count)
    }

    @Test func keysOfAllKindsAreFoundByTheirHash() {
        var parts = Parts<String, [Int]>()
        for turn in 0..<6000 { parts.update("key \(turn % 2000)", default: []) { $0.append(turn) } }
        let copy = parts
        #expect(parts.count == 2000 && (0..<2000).allSatisfy { parts["key \($0)"] == [$0, $0 + 2000, $0 + 4000] })
        for turn in 0..<2000 { parts.update("key \(turn)") { $0 = turn % 2 == 0 ? nil : $0 } }
        #expect(parts.count == 1000 && parts["key 2"] == nil && parts["key 3"]?.count == 3 && copy["key 2"]?.count == 3)
    }

    @Test func aTableInPagesIsAnArrayFarBeyondItsFirstBlock() {
        // A large element makes small pages: some hundred of them.
        typealias Large = (Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64)
        var pages = Pages<Large>()
        let count = 50_000
        func element(_ k: Int) -> Large { (Int64(k), 0, 0, 0, 0, 0, 0, Int64(-k)) }
        for k in 0..<count { pages.append(element(k)) }
        let copy = pages
        for k in 0..<count where k % 3 == 0 { pages[k].7 = 5 }
        for k in 0..<count {
            let last = k % 3 == 0 ? 5 : Int64(-k)
            #expect(copy[k].7 == Int64(-k) && pages[k].7 == last && pages[k].0 == Int64(k))
        }
        #expect(copy.isSame(as: copy) && !pages.isSame(as: copy))
        #expect(copy.changed(since: copy).isEmpty && copy.changed(since: Pages()).joined().elementsEqual(0..<count))
        var one = copy
        one[count / 2].7 = 1
        one.append(element(count))
        let changed = one.changed(since: copy)
        #expect(changed.contains { $0.contains(count / 2) } && changed.contains { $0.contains(count) } && changed.joined().count < 2000)
        var shorter = copy
        for left in stride(from: count, to: 0, by: -1) {
            #expect(shorter.count == left && shorter.last?.0 == Int64(left - 1))
            shorter.removeLast()
        }
        #expect(shorter.isEmpty)
        for k in 0..<count { shorter.append(element(k)) }
        #expect(shorter.count == count && shorter[count - 1].0 == Int64(count - 1) && copy.count == count)
    }
}
