import SfmModel
import SfmTerms
import Testing

/// What decisions are told of chats is what the records say, however chats grow beside one another.
@Suite struct MembershipTableTests {
    @Test func whatDecisionsAskAgreesWithTheRecords() {
        var world = World()
        let people = (0..<90).map { world.admit(NameID($0), .student) }
        let chats = (0..<5).map { world.makeChat(Chat(name: NameID(1000 + $0))) }
        var seed: UInt64 = 1
        func below(_ limit: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % limit
        }
        for turn in 0..<4000 {
            let (person, chat) = (people[below(people.count)], chats[below(chats.count)])
            // The first chat outgrows what is looked through, the last stays small.
            guard chat == chats[0] || person < PersonID(20 * (chats.count - chat.index)) else { continue }
            world.record(person, in: chat) { record in
                switch below(5) {
                case 0: record.violations = turn % 50 == 0 ? .max : min(record.violations, .max - 1) + 1
                case 1: record.knowsRules.toggle()
                case 2: record.isMember.toggle()
                case 3: record.block = record.block == nil ? Block(start: .start, until: .never) : nil
                default: record.violations = 0
                }
            }
            if turn % 100 == 0 { world[chat: chat].moderator = person }
            guard turn % 40 == 0 else { continue }
            for chat in chats {
                #expect(world.hasRecords(chat) == !world[chat: chat].records.isEmpty)
                for person in people {
                    let record = world[chat: chat][person]
                    #expect(world.violations(of: person, in: chat) == Int(record?.violations ?? 0))
                    #expect(world.knowsRules(person, in: chat) == record?.knowsRules ?? false)
                    #expect(world.block(of: person, in: chat) == record?.block)
                    #expect(world.roles(of: person, chat: chat).has(.moderator) == (world[chat: chat].moderator == person))
                }
            }
        }
        #expect(world[chat: chats[0]].records.count > 64)
        #expect(chats.dropFirst().allSatisfy { !world[chat: $0].records.isEmpty && world[chat: $0].records.count < 90 })
    }
}
