import SfmModel
import SfmTerms
import Testing

/// Small sets of ids and tables in pages hold what was put into them, below, at and beyond the size from which they are laid out otherwise.
@Suite struct RosterTests {
    @Test func aRosterIsASet() {
        var (roster, model) = (Roster<Identified.Person>(), Set<PersonID>())
        var seed: UInt64 = 7
        for turn in 0..<6000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            // It grows to some hundred, shrinks to nothing, and grows again.
            let (id, grows) = (PersonID(Int(seed >> 33) % 120), turn / 1500 % 2 == 0)
            if grows {
                let (isNew, wasNew) = (roster.insert(id), model.insert(id).inserted)
                #expect(isNew == wasNew)
            } else {
                roster.remove(id)
                model.remove(id)
            }
            #expect(roster.count == model.count && roster.contains(id) == model.contains(id))
            if turn % 50 == 0 { #expect(Set(roster) == model && (PersonID(0)..<PersonID(120)).allSatisfy { roster.contains($0) == model.contains($0) }) }
        }
        roster.removeAll()
        #expect(roster.isEmpty && !roster.contains(PersonID(3)))
    }

    @Test func theOrderOfARosterIsThatOfItsHistory() {
        let ids = (0..<200).map { PersonID($0 * 37 % 211) }
        func made() -> [PersonID] {
            var roster = Roster(ids)
            for id in stride(from: PersonID(0), to: PersonID(211), by: 3) { roster.remove(id) }
            return Array(roster)
        }
        #expect(made() == made() && Roster([5, 3, 5, 4].map { PersonID($0) }).elementsEqual([5, 3, 4].map { PersonID($0) }))
    }

    @Test func aTableInPagesIsAnArray() {
        var (pages, array) = (Pages<Int64>(), [Int64]())
        for k in 0..<10_000 {
            pages.append(Int64(k))
            array.append(Int64(k))
        }
        let copy = pages
        for k in stride(from: 0, to: 10_000, by: 7) {
            pages[k] += 5
            array[k] += 5
        }
        #expect(pages.elementsEqual(array) && pages.count == 10_000)
        #expect(copy.elementsEqual((0..<10_000).map(Int64.init)))
        #expect(!pages.isSame(as: copy) && copy.isSame(as: copy))
    }

    @Test func objectionsAreFoundFromBothSides() {
        var world = World()
        let people = (0..<100).map { world.admit(NameID($0), .student) }
        let chat = world.makeChat(Chat(name: NameID(1000)))
        for person in people { world.addMember(person, to: chat) }
        for person in people[..<50] { world.record(person, in: chat) { $0.block = Block(start: .start, until: .never) } }
        for person in people[..<50] {
            for objector in people[50...] {
                let isNew = (world.object(objector, toReleaseOf: person, in: chat), world.object(objector, toReleaseOf: person, in: chat))
                #expect(isNew == (true, false))
            }
        }
        world.withdrawObjections(of: people[60], in: chat)
        world.record(people[7], in: chat) { $0.block = nil }
        #expect(world.blocked(objectedToBy: people[60], in: chat).isEmpty)
        #expect(world.blocked(objectedToBy: people[61], in: chat) == people[..<50].filter { $0 != people[7] })
        #expect(world.block(of: people[3], in: chat)?.objections.count == 49)
        world.removeMember(people[61], from: chat)
        #expect(world.block(of: people[3], in: chat)?.objections.count == 48)
    }
}
