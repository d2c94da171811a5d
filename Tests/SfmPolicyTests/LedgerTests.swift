import SfmModel
import SfmScenarios
import SfmTerms
import Testing

@testable import SfmPolicy

/// The ledger bundles duties that differ in nothing but the event; it must come to what a plain list comes to.
@Suite struct LedgerTests {
    /// Duties in a row, each looked at by itself.
    private struct Row {
        var pending: [Duty] = []
        var breaches: [Breach] = []

        mutating func moveClock(of world: inout World, to now: Instant) {
            var found: [(Instant, Int, Breach)] = []
            for k in pending.indices where !pending[k].isBreached {
                let last = pending[k].hasObject ? min(now, pending[k].objectEnd(in: world)) : now
                guard let deadline = pending[k].deadline, deadline < last else { continue }
                pending[k].isBreached = true
                let breach = Breach(clause: pending[k].clause, person: pending[k].bearer(in: world), time: deadline, withoutRight: false)
                found.append((deadline, pending[k].id, breach))
            }
            let old = world
            pending.removeAll { $0.hasObject && $0.objectEnd(in: old) <= now }
            world.now = now
            breaches += found.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
        }
    }

    private static func rule(_ act: Int, _ bearer: Bearer, _ within: Duration?, _ object: DutyObject?) -> DutyRule {
        DutyRule(
            clause: act, position: 0, bearer: bearer, act: act, scope: Scope(), triggers: [9], triggerScope: Scope(), conditions: [],
            timing: DutyTiming(within.map { .within($0) }),
            concernsTarget: true, concernsParents: false, object: object)
    }

    private static let rules = [
        rule(0, .roles(RoleSet(.moderator)), Duration(days: 2), .membership),
        rule(0, .roles(RoleSet(.moderator)), Duration(months: 1), .membership),
        rule(1, .target, Duration(days: 3), .block),
        rule(1, .target, nil, .block),
        rule(2, .roles(RoleSet(.admin)), Duration(days: 1), nil),
    ]

    private static func text(_ duties: [Duty]) -> [String] {
        duties.map { "\($0.id) \($0.act) \($0.since.minutes) \($0.deadline?.minutes ?? 0) \($0.isBreached)" }
    }

    private static func text(_ breaches: some Sequence<Breach>) -> [String] { breaches.map { "\($0.clause.clause) \($0.person) \($0.time.minutes)" } }

    @Test("agrees with a list", arguments: 1...30) func agrees(_ seed: Int) {
        var random = SeededNumbers(seed: UInt64(seed))
        func pick(_ range: Range<Int32>) -> Int32 { Int32.random(in: range, using: &random) }
        var world = World()
        // Among many people there are so many sorts of duties that they lie in parts.
        let count: Int32 = seed % 3 == 0 ? 40 : 4
        let people = (0..<Int(count)).map { world.admit(NameID($0), $0 == 3 ? .admin : .student) }
        let chat = world.makeChat(Chat(name: NameID(99)))
        for person in people { world.addMember(person, to: chat) }
        world[chat: chat].moderator = people[0]
        var (ledger, row) = (Ledger(), Row())
        for _ in 0..<300 {
            switch pick(0..<8) {
            case 0, 1, 2:
                let made = (0...pick(0..<3)).map { _ in
                    let target = people[Int(pick(0..<count))]
                    return Duty(
                        clause: ClauseRef(policy: 0, clause: 0), rule: Self.rules[Int(pick(0..<5))], person: target, chat: chat, target: target, in: world)
                }
                row.pending += ledger.add(made)
            case 3:
                var request = Request(act: Int(pick(0..<3)))
                (request.actor, request.target, request.chat) = (people[Int(pick(0..<count))], people[Int(pick(0..<count))], chat)
                let met = row.pending.filter { $0.isDischarged(by: request) }
                row.pending.removeAll { $0.isDischarged(by: request) }
                #expect(Self.text(ledger.discharge(request, in: world)) == Self.text(met))
            case 4:
                let block = Block(start: world.now, until: world.now.adding(Duration(days: pick(1..<6))))
                world.record(people[Int(pick(0..<count))], in: chat) { $0.block = block }
            case 5:
                Bool.random(using: &random)
                    ? world.removeMember(people[Int(pick(0..<count))], from: chat) : world.addMember(people[Int(pick(0..<count))], to: chat)
            case 6:
                let then = world.now.adding(Duration(minutes: pick(1..<3000)))
                var same = world
                row.moveClock(of: &same, to: then)
                _ = ledger.moveClock(of: &world, to: then)
            default: break
            }
            ledger.lapse(in: world)
            row.pending.removeAll { $0.isIdle(in: world) }
            #expect(Self.text(ledger.pending) == Self.text(row.pending))
            #expect(Self.text(ledger.breaches) == Self.text(row.breaches))
        }
        #expect(ledger.breaches.count > 5)
    }

    @Test("a thousand events cost an act no more than one") func alikeAreBundled() {
        var world = World()
        let person = world.admit(NameID(0), .student)
        let chat = world.makeChat(Chat(name: NameID(9)))
        world.addMember(person, to: chat)
        var ledger = Ledger()
        for _ in 0..<1000 {
            _ = ledger.add([Duty(clause: ClauseRef(policy: 0, clause: 0), rule: Self.rules[0], chat: chat, target: person, in: world)])
            world.now = world.now.adding(Duration(minutes: 1))
        }
        #expect(ledger.sorts(of: 0, by: nil, towards: nil, chat: .absent, item: nil).count == 1 && ledger.sortCount == 1)
        #expect(ledger.pending.map(\.id) == Array(1...1000))
        #expect(ledger.moveClock(of: &world, to: world.now.adding(Duration(days: 2))).count == 1000)
    }
}
