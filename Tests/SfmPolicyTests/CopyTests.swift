import SfmModel
import SfmPolicy
import SfmTerms
import Testing

/// What is tried on a copy, and what a session keeps a copy before, costs what is changed and not what is there.
@Suite struct CopyTests {
    /// A school and a chat of so many.
    private static func school(_ size: Int) -> World {
        var world = World()
        let chat = world.makeChat(Chat(name: NameID(size)))
        let group = world.makeGroup(NameID(size))
        for person in 0..<size {
            world.admit(NameID(person), .student)
            world.addMember(PersonID(person), to: chat)
            world[group: group].members.insert(PersonID(person))
        }
        return world
    }

    /// How much each change copies of a school of so many.
    private static func copied(of size: Int) -> [Int] {
        let world = school(size)
        let changes: [(inout World) -> Void] = [
            { $0.admit(NameID(size + 1), .student) },
            { $0.addMember($0.admit(NameID(size + 1)), to: ChatID(0)) },
            { $0.record(PersonID(size / 2), in: ChatID(0)) { $0.violations += 1 } },
            { $0[group: GroupID(0)].members.remove(PersonID(size / 2)) },
            { $0[person: PersonID(size / 2)].marks.insert(.verified) },
            { _ = $0.makeGroup(NameID(size + 1)) },
            { _ = $0.makeChat(Chat(name: NameID(size + 1))) },
        ]
        return changes.map { change in
            var copy = world
            change(&copy)
            return CopyCount.of(copy, since: world)
        }
    }

    /// What the last block or part of a table may have more of in one size than in another.
    private static let block = 128

    @Test func aChangeToACopyCostsTheSameInALargeSchool() {
        let (small, large) = (Self.copied(of: 10_000), Self.copied(of: 160_000))
        #expect(small.allSatisfy { $0 > 0 })
        for (few, many) in zip(small, large) { #expect(many < 2 * few + Self.block, "\(small) \(large)") }
    }

    /// How much it copies to add a duty, to meet one and to record a breach where there are so many of each.
    private static func copied(ofDuties size: Int) -> [Int] {
        let rule = DutyRule(
            clause: 0, position: 0, bearer: .target, act: 0, scope: Scope(), triggers: [9], triggerScope: Scope(), conditions: [],
            timing: DutyTiming(.within(Duration(days: 2))),
            concernsTarget: true, concernsParents: false, object: .block)
        var (world, ledger) = (World(), Ledger())
        func duty(_ person: Int) -> Duty {
            Duty(clause: ClauseRef(policy: 0, clause: 0), rule: rule, person: PersonID(person), chat: ChatID(0), target: PersonID(person), in: world)
        }
        _ = world.makeChat(Chat(name: NameID(size + 1)))
        for person in 0...size { world.admit(NameID(person), .student) }
        for person in 0..<size {
            _ = ledger.add([duty(person)])
            ledger.breaches.append(Breach(clause: ClauseRef(policy: 0, clause: 0), person: PersonID(person), time: .start, withoutRight: true))
        }
        var request = Request(act: 0)
        (request.actor, request.target, request.chat) = (PersonID(size / 2), PersonID(size / 2), ChatID(0))
        let changes: [(inout Ledger) -> Void] = [
            { _ = $0.add([duty(size)]) },
            { #expect($0.discharge(request, in: world).count == 1) },
            { $0.breaches.append(Breach(clause: ClauseRef(policy: 0, clause: 0), person: PersonID(0), time: .start, withoutRight: true)) },
        ]
        return changes.map { change in
            var copy = ledger
            change(&copy)
            return CopyCount.of(copy, since: ledger)
        }
    }

    @Test func aChangeToACopyCostsTheSameAmongManyDuties() {
        // Thirty-two times as many are one step more in each tree, at the end of which as much lies as before.
        let (small, large) = (Self.copied(ofDuties: 750), Self.copied(ofDuties: 24_000))
        #expect(small.allSatisfy { $0 > 0 })
        for (few, many) in zip(small, large) { #expect(many < 2 * few + Self.block, "\(small) \(large)") }
    }

    @Test func theCountSeesWhatIsCopied() {
        var copy = [["1", "2", "3"], ["4", "5"]]
        let old = copy
        #expect(CopyCount.of(copy, since: old) == 0)
        copy[1][0] = "7"
        #expect(CopyCount.of(copy, since: old) == 2 + 2)
        copy.append(["8"])
        #expect(CopyCount.of(copy, since: old) == 3 + 2 + 1)
        let numbers = [Int](repeating: 0, count: 1000)
        #expect(CopyCount.of(numbers.map { $0 + 1 }, since: numbers) == 8000 / 256 && CopyCount.of(numbers, since: numbers) == 0)
    }
}
