import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms
import Testing

@testable import SfmRuntime

/// Warnings about policies: what they find, what they leave alone, what a note answers.
@Suite struct PolicyLintTests {
    private func warnings(_ text: String, all: Bool = false) -> [DiagnosticCode] {
        var library = Library()
        var loader = ScriptLoader(path: "p.sfm")
        var script = loader.load(SourceFile(name: "p.sfm", text: text), library: &library)
        #expect(script.diagnostics.map(\.message.en) == [])
        script.addWarnings(withAnswered: all, limit: 100)
        #expect(script.diagnostics.allSatisfy { $0.severity == .warning && !$0.help.isEmpty })
        return script.diagnostics.map(\.code)
    }

    private func policy(_ rules: String) -> String { "policy \"p\"\n  clause 1 \"x\"\n\(rules)\nend\n" }

    @Test("the policies that ship have no unanswered warning", arguments: ShippedPolicies.all.map(\.name))
    func shipped(_ id: String) throws {
        let text = try #require(ShippedPolicies.all.first { $0.name == id }).text
        #expect(warnings(text) == [])
    }

    @Test("a note answers every kind of warning")
    func notes() {
        let rules = """
            permit create chat by moderator
            forbid create chat
            oblige admin to remind target when violate
            """
        #expect(Set(warnings(policy(rules))) == [.impossibleRule, .dutyWithoutTerm, .nobodyMay])
        #expect(warnings(policy(rules + "\nnote \"so\"")) == [])
        #expect(Set(warnings(policy(rules + "\nnote \"so\""), all: true)) == [.impossibleRule, .dutyWithoutTerm, .nobodyMay])
    }

    private func own(_ words: String, _ rules: String) -> String { "policy \"p\"\n\(words)\n  clause 1 \"x\"\n\(rules)\nend\n" }

    @Test(
        "a word of the policy's own that no rule uses",
        arguments: [
            ("message kinds \"a\"", "forbid post", false), ("message kinds \"a\"", "forbid post as \"a\"", true),
            ("message kinds \"a\"", "forbid post except messages \"a\"", true),
            ("violation kinds \"a\"", "forbid post", false), ("violation kinds \"a\"", "forbid block when violations < 3", true),
            ("role \"a\" is employee", "forbid post", false), ("role \"a\" is employee", "oblige \"a\" to monitor use every month", true),
            ("role \"a\" is employee", "oblige director to tell \"a\" of target when depart within 1 day", true),
            ("mark \"a\" of person", "forbid post", false), ("mark \"a\" of person\nact \"b\": liberty, of person, sets \"a\"", "forbid \"b\" by parent", true),
            ("act \"a\": liberty", "forbid post", false), ("event \"a\": of person", "oblige director to remind target when \"a\" within 1 day", true),
            ("act \"a\": liberty", "forbid post when count of \"a\" by actor >= 2", true),
        ] as [(String, String, Bool)])
    func unusedWords(_ words: String, _ rules: String, _ isUsed: Bool) {
        #expect(!warnings(own(words, rules)).contains(.unusedWord) == isUsed)
    }

    @Test(
        "a mark that is asked for has to be set by somebody",
        arguments: [
            ("", false), ("permit set \"a\" by director", true), ("oblige director to set \"a\" of target when depart within 1 day", true),
            ("forbid set \"a\" by parent", false),
        ])
    func unsetMarks(_ rule: String, _ isSet: Bool) {
        let text = own("mark \"a\" of person", "forbid post when actor has \"a\"\n\(rule)")
        #expect(!warnings(text).contains(.unsetMark) == isSet)
        #expect(!warnings(text.replacingOccurrences(of: "\nend", with: "\nnote \"the office sets it\"\nend")).contains(.unsetMark))
        #expect(!warnings(own("mark \"a\" of person\nact \"b\": liberty, of person, sets \"a\"", "forbid post when actor has \"a\"")).contains(.unsetMark))
    }

    @Test("a power of the policy's own that nobody has") func unheldPowers() {
        let words = "act \"a\": power, of person"
        #expect(warnings(own(words, "oblige director to remind target when \"a\" within 1 day")).contains(.nobodyMay))
        #expect(!warnings(own(words, "oblige director to remind target when \"a\" within 1 day\npermit \"a\" by director")).contains(.nobodyMay))
        #expect(!warnings(own("act \"a\": liberty, of person", "oblige director to remind target when \"a\" within 1 day")).contains(.nobodyMay))
    }

    @Test("what an act presupposes may stand in the policy that is extended")
    func extended() {
        let base = "policy \"base\"\n  clause 1 \"x\"\n    permit unblock, create chat by director\n    note \"blocks others\"\nend\n"
        let block = "  clause 1 \"y\"\n    permit block by moderator\nend\n"
        #expect(warnings(base + "policy \"p\"\n  extends \"base\"\n" + block) == [])
        #expect(warnings(base + "policy \"p\"\n" + block) == [.nobodyMay, .nobodyMay])
    }

    @Test("a policy of a file that is only used is warned of in its own file")
    func ownFile() {
        var library = Library()
        var loader = ScriptLoader(path: "s.sfm")
        var script = loader.load(SourceFile(name: "s.sfm", text: "use policy \"tekhnikum\"\ngiven group \"1\"\n"), library: &library)
        script.addWarnings(withAnswered: true, limit: 100)
        #expect(script.diagnostics.isEmpty)
    }

    @Test("what is presupposed is an act that needs a permission, and each thing stands once")
    func table() {
        for (k, row) in Prerequisite.table.enumerated() {
            #expect(!row.needs.isEmpty)
            #expect(!Prerequisite.table[..<k].contains { $0.reliance == row.reliance })
            for need in row.needs { #expect(ActTable.all[need.act].kind == .power, "\(need.act)") }
            if case .act(let act) = row.reliance { #expect(ActTable.all.indices.contains(act)) }
        }
    }

    /// Rules over blocking made at random, against every situation of a small world: what is said to be covered is, and what
    /// is said to be impossible never happens.
    @Test("coverage and contradictions hold in every situation")
    func soundness() {
        var random = Pseudorandom()
        let contexts = Situation.all
        var (covered, impossible) = (0, 0)
        for _ in 0..<2000 {
            let (a, b) = (random.reach(), random.reach())
            let shape = Situation.shape
            func matches(_ r: Reach, _ c: Context) -> Bool { c.matches(r.scope) && r.conditions.allSatisfy { $0.holds(c) } }
            if a.gap(shape) != nil {
                impossible += 1
                #expect(!contexts.contains { matches(a, $0) }, "\(a)")
            } else if a.isCovered(by: b, shape) {
                covered += 1
                #expect(contexts.allSatisfy { !matches(a, $0) || matches(b, $0) }, "\(a) \(b)")
            }
        }
        #expect(covered > 50 && impossible > 50, "\(covered) \(impossible)")
    }
}

/// Every way in which a small world can stand when somebody blocks somebody.
private enum Situation {
    static var shape: CallShape {
        var shape = CallShape()
        (shape.namesTarget, shape.alwaysNamesTarget, shape.hasChat) = (true, true, true)
        shape.places.insert(.chat)
        return shape
    }

    static var all: [Context] {
        var out: [Context] = []
        for violations in Int32(0)...5 {
            for role in [Role.student, .teacher, .classTeacher, .parentActivist] {
                for until in [nil, 5, 14, 30, 40] as [Int?] {
                    for reason in [nil, .rules, .personal] as [Reason?] { out.append(context(violations, role, until, reason)) }
                }
            }
        }
        return out
    }

    private static func context(_ violations: Int32, _ role: Role, _ days: Int?, _ reason: Reason?) -> Context {
        var world = World()
        let (actor, target) = (world.admit(NameID(0), violations % 2 == 0 ? .director : .teacher), world.admit(NameID(1), role))
        var chat = Chat(name: NameID(2))
        chat.moderator = actor
        let id = world.makeChat(chat)
        world.addMember(target, to: id, knowsRules: violations > 2)
        world.record(target, in: id) { $0.violations = violations }
        var request = Request(act: ActTable.index(of: "block"))
        (request.actor, request.target, request.chat, request.place, request.reason) = (actor, target, id, .chat, reason)
        request.until = days.map { world.now.adding(Duration(days: Int32($0))) }
        return Context(world: world, request: request)
    }
}

/// The same rules at every run.
private struct Pseudorandom {
    private var state: UInt64 = 20_240_901

    private mutating func next(_ n: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(n))
    }

    mutating func reach() -> Reach {
        var scope = Scope()
        let doers: [RoleSet?] = [nil, RoleSet(.moderator), RoleSet(.teacher), RoleSet(.employee), RoleSet(.director), RoleSet(.anyone)]
        let targets: [RoleSet] = [[], RoleSet(.student), RoleSet(.teacher), RoleSet(.employee), RoleSet(.classTeacher), RoleSet(.parent)]
        scope.by = doers[next(doers.count)]
        scope.targets = targets[next(targets.count)]
        if next(4) == 0 { scope.places.insert(.chat) }
        return Reach(scope, (0..<next(3)).map { _ in condition(2) })
    }

    private mutating func condition(_ depth: Int) -> Condition {
        let sign = Comparison.allCases[next(5)]
        switch next(depth > 0 ? 9 : 6) {
        case 0: return Attribute.violations.counts(sign, next(5))
        case 1: return Attribute.duration.lasts(sign, [Duration(days: 7), Duration(days: 30), Duration(months: 1)][next(3)])
        case 2: return Attribute.acknowledged.holds
        case 3: return Attribute.reason.isOne(of: [[Reason.rules], [.personal], [.rules, .personal]][next(3)])
        case 4: return Attribute.targetRole.isRole([RoleSet(.student), RoleSet(.employee), RoleSet(.teacher)][next(3)])
        case 5: return Attribute.actorRole.isRole([RoleSet(.director), RoleSet(.employee), RoleSet(.anyone)][next(3)])
        case 6: return .and([condition(depth - 1), condition(depth - 1)])
        case 7: return .or([condition(depth - 1), condition(depth - 1)])
        default: return .not(condition(depth - 1))
        }
    }
}
