import SfmModel
import SfmTerms
import Testing

/// Tables of a very large school lie in many pages, and arrays are gone through without being copied: neither shows.
@Suite struct LargeTableTests {
    @Test func tablesThatGrowLargeKeepWhatTheyHold() {
        var index = NameTable<Identifier<Identified.Person>>()
        for name in stride(from: 0, to: 3_000_000, by: 1000) { index[NameID(name)] = PersonID(name / 1000) }
        for name in 0..<3_000_000 where name % 997 == 0 || name % 1000 == 0 {
            #expect(index[NameID(name)] == (name % 1000 == 0 ? PersonID(name / 1000) : .absent))
        }
        #expect(index[NameID(3_000_000)] == .absent)
    }

    @Test func aSchoolThatGrowsLargeKeepsItsPeopleAndChats() {
        var world = World()
        let chats = 4000
        for person in 0..<120_000 { world.admit(NameID(person), person % 2 == 0 ? .student : .parent) }
        for chat in 0..<chats {
            _ = world.makeChat(Chat(name: NameID(200_000 + chat)))
            for k in 0..<30 { world.addMember(PersonID(chat * 30 + k), to: ChatID(chat)) }
            world[chat: ChatID(chat)].moderator = PersonID(chat * 30)
        }
        let copy = world
        let grown = ChatID(1234)
        // A chat in the middle that grows later moves behind all others.
        for k in 0..<30 { world.addMember(PersonID(k), to: grown, knowsRules: true) }
        #expect(world.has(PersonID(29), in: grown) && world.knowsRules(PersonID(29), in: grown) && !copy.has(PersonID(29), in: grown))
        for chat in 0..<chats {
            let (first, id) = (PersonID(chat * 30), ChatID(chat))
            #expect(world.has(first.advanced(by: 29), in: id) && world.roles(of: first, chat: id).has(.moderator))
            #expect(world.chat(named: NameID(200_000 + chat)) == id)
        }
        for person in stride(from: 0, to: 120_000, by: 601) {
            #expect(world.roles(of: PersonID(person)).has(person % 2 == 0 ? .student : .parent) && world.person(named: NameID(person)) == PersonID(person))
        }
    }

    private struct Stop: Error {}

    @Test(arguments: 0...4)
    func arraysAreGoneThroughInPlace(count: Int) {
        let words = (0..<count).map { "word number \($0), too long to stand in place" }
        var seen: [String] = []
        words.forEachInPlace { (word: borrowing String) in seen.append(copy word) }
        #expect(seen == words)
        for stop in 0...count {
            var visited = 0
            let all = words.acceptsAllInPlace { (_: borrowing String) in
                visited += 1
                return visited <= stop
            }
            #expect(all == (stop >= count) && visited == min(stop + 1, count))
            visited = 0
            do throws(Stop) {
                try words.forEachInPlace { (_: borrowing String) throws(Stop) in
                    if visited == stop { throw Stop() }
                    visited += 1
                }
                #expect(stop == count)
            } catch {
                #expect(visited == stop && stop < count)
            }
        }
    }
}
