import SfmModel
import SfmTerms
import Testing

/// Deeds are counted by whom, of which kind, in which chat and since when: nothing of it is mixed up, however much there is.
@Suite struct TallyTests {
    private static let act = 3

    private static func counted(_ part: Counted.Part = .doer, _ chat: ChatID = .absent) -> Counted { Counted(act: act, part: part, chat: chat) }

    @Test("many kinds are as many numbers")
    func manyKinds() {
        var world = World()
        let person = world.admit(NameID(1), .student)
        let kinds = 40_000
        world.note(person, Self.act, .doer, in: .absent)
        for kind in 0..<kinds { world.note(person, Self.act, .doer, in: .absent, kind: Text("kind \(kind)", "вид \(kind)")) }
        #expect(world.count(person, Self.counted(), kinds: [], after: nil) == 1)
        for kind in [0, 1, 8190, 8191, 8192, 16_382, 16_383, 16_384, 32_767, kinds - 1] {
            #expect(world.count(person, Self.counted(), kinds: [Text(same: "kind \(kind)")], after: nil) == 1)
        }
    }

    @Test("a number that is noted at once counts as so many, from its minute on", arguments: [1, 1000, 1001, 1_000_000])
    func manyAtOnce(_ times: Int) {
        var world = World()
        let person = world.admit(NameID(1), .student)
        let start = world.now
        world.note(person, Self.act, .subject, in: .absent)
        world.now = start.adding(Duration(minutes: 5))
        world.note(person, Self.act, .subject, in: .absent, times: times)
        func count(after minutes: Int32) -> Int {
            world.count(person, Self.counted(.subject), kinds: [], after: start.adding(Duration(minutes: minutes)))
        }
        #expect(count(after: -1) == times + 1)
        #expect(count(after: 0) == times && count(after: 4) == times)
        #expect(count(after: 5) == 0)
        #expect(world.count(person, Self.counted(), kinds: [], after: nil) == 0)
    }

    @Test("what is done in a chat counts there and anywhere, and in no other chat")
    func chats() {
        var world = World()
        let person = world.admit(NameID(1), .student)
        let (here, there) = (world.makeChat(Chat(name: NameID(2))), world.makeChat(Chat(name: NameID(3))))
        world.note(person, Self.act, .doer, in: here)
        world.note(person, Self.act, .doer, in: .absent)
        #expect(world.count(person, Self.counted(.doer, here), kinds: [], after: nil) == 1)
        #expect(world.count(person, Self.counted(.doer, there), kinds: [], after: nil) == 0)
        #expect(world.count(person, Self.counted(), kinds: [], after: nil) == 2)
    }
}
