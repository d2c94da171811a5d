import Foundation
import SfmPolicy
import SfmRuntime
import SfmTerms
import Testing

@testable import SfmSyntax
@testable import SfmTool

/// What a script may cost: each limit at its edge and one beyond it, and work that is counted where it must not outgrow the input.
@Suite struct LimitTests {
    /// Checks a text; the status that one more of something comes to.
    private func status(_ text: String, _ options: [String] = []) throws -> (status: ToolRun.Status, out: String) {
        let folder = try TemporaryFolder()
        let run = ToolRun(["check", try folder.write("a.sfm", text), "--lang", "en"] + options)
        return (run.status, run.out)
    }

    private func expectEdge(_ code: String, _ inside: String, _ beyond: String, _ options: [String] = []) throws {
        let (good, bad) = (try status(inside, options), try status(beyond, options))
        #expect(good.status == .ok, "\(good.out)")
        #expect(bad.status == .limit && bad.out.contains(code), "\(bad.out)")
    }

    @Test func marksBehindOneLetter() throws {
        func text(_ marks: Int) -> String {
            "create group \"e" + String(repeating: "\u{301}\u{323}", count: marks / 2) + (marks % 2 > 0 ? "\u{301}" : "") + "\"\n"
        }
        try expectEdge("SFM0906", text(30), text(31))
        try expectEdge("SFM0906", text(40), text(41), ["--max-marks", "40"])
        func escaped(_ marks: Int) -> String { "create group \"e" + String(repeating: #"\u{301}"#, count: marks) + "\"\n" }
        try expectEdge("SFM0906", escaped(30), escaped(31))
        // Marks on letters of their own are as many as anybody likes.
        #expect(try status("create group \"" + String(repeating: "e\u{301}", count: 1000) + "\"\n").status == .ok)
        #expect(try status("# " + String(repeating: "\u{301}", count: 31) + "\ncreate group \"a\"\n").status == .limit, "in comments, too")
    }

    private func policies(_ count: Int) -> String {
        (0..<count).map { "policy \"p\($0)\"\n  clause 1 \"c\"\n    permit block by moderator\nend\n" }.joined()
    }

    @Test func policiesOfAScript() throws {
        try expectEdge("SFM0907", policies(3), policies(4), ["--max-policies", "3"])
        #expect(ScriptLimits().policies == 1000)
    }

    @Test func clausesOfAPolicy() throws {
        func text(_ count: Int) -> String { "policy \"p\"\n" + (1...count).map { "  clause \($0) \"c\"\n    note \"n\"\n" }.joined() + "end\n" }
        try expectEdge("SFM0908", text(3), text(4), ["--max-clauses", "3"])
        // As many as a place of sixteen bits can tell apart; no number lets more in.
        #expect(try status(text(65_536), ["--max-clauses", "65535"]).status == .limit)
        #expect(try status("", ["--max-clauses", "65536"]).status == .usage)
    }

    private func chain(_ depth: Int, isReversed: Bool = false) -> String {
        let policies = (0...depth).map {
            "policy \"p\($0)\"\n" + ($0 > 0 ? "  extends \"p\($0 - 1)\"\n" : "") + "  clause \($0) \"c\"\n    permit block by moderator\nend\n"
        }
        return (isReversed ? policies.reversed() : policies).joined()
    }

    @Test func policiesThatExtendOneAnother() throws {
        try expectEdge("SFM0909", chain(64), chain(65))
        try expectEdge("SFM0909", chain(64, isReversed: true), chain(65, isReversed: true))
        try expectEdge("SFM0909", chain(3), chain(4), ["--max-extends", "3"])
    }

    /// Two policies a level that both extend both of the level below: the ways through them double with each level, the policies do not.
    @Test func aLatticeCostsWhatItHolds() throws {
        var text = ""
        for level in 0...64 {
            for side in ["a", "b"] {
                text += "policy \"p\(level)\(side)\"\n"
                if level > 0 { text += "  extends \"p\(level - 1)a\"\n  extends \"p\(level - 1)b\"\n" }
                text += "  clause \(level).\(side == "a" ? 1 : 2) \"c\"\n    permit block by moderator\nend\n"
            }
        }
        let (out, policies) = try definedPolicies(text)
        #expect(out.isEmpty)
        #expect(policies.last?.withExtended.count == 129)
    }

    private func definedPolicies(_ text: String) throws -> ([String], [Policy]) {
        var library = Library()
        var loader = ScriptLoader(path: "a.sfm")
        let script = loader.load(SourceFile(name: "a.sfm", text: text), library: &library)
        return (script.diagnostics.filter { $0.severity == .error }.map(\.message.en), script.definedPolicies)
    }

    @Test func bytesOfAllIncludesTogether() throws {
        let folder = try TemporaryFolder()
        try folder.write("i.sfm", "create group \"a\"\n")
        let file = try folder.write("a.sfm", String(repeating: "include \"i.sfm\"\n", count: 4))
        #expect(ToolRun(["check", file, "--max-included-bytes", "\(4 * 17)"]).status == .ok)
        let beyond = ToolRun(["check", file, "--max-included-bytes", "\(4 * 17 - 1)"])
        #expect(beyond.status == .limit && beyond.out.contains("SFM0910"))
    }

    // MARK: - What running costs

    private static let school = """
        given school "S" with admin @adm
        given class teacher @ct of group "G1"
        given students @a, @b, @c in group "G1"
        given chat "C1" for students of group "G1" moderated by @ct

        """

    /// Tests a scenario of these steps behind the four that make a school; the status at a limit, which is reached, and one below it.
    private func expectRunEdge(_ code: String, _ option: String, _ least: Int, _ steps: String, policy: String = "", file: String = #function) throws {
        let folder = try TemporaryFolder()
        let text = policy + "scenario \"x\"\n" + Self.school + steps + "\nexpect @adm is admin\nend\n"
        let path = try folder.write("a.sfm", text)
        let inside = ToolRun(["test", path, option, "\(least)", "--lang", "en"])
        #expect(inside.status == .ok, "\(file): \(inside.out)")
        for command in [["test"], ["run"], ["coverage"]] {
            let beyond = ToolRun(command + [path, option, "\(least - 1)", "--lang", "en"])
            #expect(beyond.status == .limit && (beyond.out + beyond.error).contains(code), "\(file) \(command): \(beyond.out)\(beyond.error)")
        }
    }

    @Test func everyPersonOfAListIsAStep() throws {
        try expectRunEdge("SFM0901", "--max-steps", 6, "violate @a in chat \"C1\"")
        try expectRunEdge("SFM0901", "--max-steps", 8, "violate @a, @b, @c in chat \"C1\"")
        try expectRunEdge("SFM0901", "--max-steps", 8, "expect allowed: violate @a, @b, @c in chat \"C1\"")
    }

    @Test func everyDutyThatIsFulfilledIsAStep() throws {
        let policy = """
            policy "own"
            clause 1 "c"
            oblige moderator to remind target when violate
            permit remind by moderator
            end
            use policy "own"

            """
        try expectRunEdge("SFM0901", "--max-steps", 12, "violate @a, @b, @c in chat \"C1\"\nfulfil duties", policy: policy)
    }

    /// The five of the school, its group, and four for its chat; two for each link.
    @Test func whatAWorldHolds() throws {
        try expectRunEdge("SFM0912", "--max-objects", 10, "expect @a is student")
        try expectRunEdge("SFM0912", "--max-objects", 16, "repeat 3 times\n@adm: invite parent to school\nend")
        try expectRunEdge("SFM0912", "--max-objects", 12, "given students @d, @e in group \"G1\"")
    }

    @Test func stepsOfAWholeRun() throws {
        let one = "scenario \"x\"\n" + Self.school + "expect @adm is admin\nend\n"
        let folder = try TemporaryFolder()
        for k in 0..<12 { try folder.write("f/\(k).sfm", one) }
        let both = try folder.write("b.sfm", one + one.replacing("\"x\"", with: "\"y\""))
        for (path, most) in [(folder.path + "/f", 60), (both, 10)] {
            #expect(ToolRun(["test", path, "--max-run-steps", "\(most)"]).status == .ok)
            for jobs in ["1", "4"] {
                let beyond = ToolRun(["test", path, "--max-run-steps", "\(most - 1)", "--jobs", jobs, "--lang", "en"])
                #expect(beyond.status == .limit && beyond.out.contains("SFM0911"), "\(beyond.out)")
            }
        }
        // Of several files those before the limit are told of, whichever worker was how far.
        let outs = ["1", "2", "8"].map { ToolRun(["test", folder.path + "/f", "--max-run-steps", "23", "--jobs", $0]).out }
        #expect(Set(outs).count == 1)
        #expect(ToolRun(["run", both, "--max-run-steps", "9"]).status == .limit)
    }

    @Test func whatRunTells() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.sfm", "scenario \"x\"\n" + Self.school + "expect @adm is admin\nend\n")
        let told = ToolRun(["run", path, "--lang", "en"]).out.utf8.count
        #expect(ToolRun(["run", path, "--lang", "en", "--max-output-bytes", "\(told)"]).status == .ok)
        let beyond = ToolRun(["run", path, "--lang", "en", "--max-output-bytes", "\(told - 1)"])
        #expect(beyond.status == .limit && beyond.error.contains("SFM0913") && beyond.out.utf8.count < told)
    }

    /// The files of a run count together, and so do steps outside of scenarios.
    @Test func filesThatRunTellsOfCountTogether() throws {
        let folder = try TemporaryFolder()
        let loose = Self.school + "expect @adm is admin\n"
        let paths = [try folder.write("a.sfm", loose), try folder.write("b.sfm", "scenario \"x\"\n" + loose + "end\n")]
        let told = ToolRun(["run", "--lang", "en"] + paths).out.utf8.count
        for (option, most, code) in [("--max-run-steps", 10, "SFM0911"), ("--max-output-bytes", told, "SFM0913")] {
            #expect(ToolRun(["run", option, "\(most)", "--lang", "en"] + paths).status == .ok)
            let beyond = ToolRun(["run", option, "\(most - 1)", "--lang", "en"] + paths)
            #expect(beyond.status == .limit && beyond.error.contains(code) && beyond.out.utf8.count <= told, "\(beyond.error)")
        }
        // What comes behind a limit of the whole run is not run.
        let first = ToolRun(["run", "--max-run-steps", "4", "--lang", "en"] + paths)
        #expect(first.status == .limit && !first.out.contains("scenario"), "\(first.out)")
    }

    /// The solution is run more than once while it is proved: each time it may take as much.
    @Test func anExerciseCountsItsSolutionOnce() throws {
        let folder = try TemporaryFolder()
        let text =
            "exercise \"x\"\n  story \"s\"\n  given group \"G1\"\n  given students @a, @b in group \"G1\"\n"
            + "  given chat \"G1\" for students of group \"G1\"\n  given @a is member of chat \"G1\"\n  goal violations of @a in chat \"G1\" = 2\n"
            + "  solution\n    violate @a, @b in chat \"G1\"\n    violate @a in chat \"G1\"\n  end\nend\n"
        let path = try folder.write("a.sfm", text)
        // Four steps before, three of the solution, and the question whether the goal is reached.
        let least = (1...30).first { ToolRun(["check", path, "--max-steps", "\($0)"]).status == .ok }
        #expect(least == 8, "\(String(describing: least)) \(ToolRun(["check", path, "--lang", "en"]).out)")
        for most in 4...7 {
            let beyond = ToolRun(["check", path, "--max-steps", "\(most)", "--lang", "en"])
            #expect(beyond.status == .limit && beyond.out.contains("SFM0901"), "\(most): \(beyond.out)")
        }
    }

    @Test func mutantsAreCountedBefore() throws {
        let folder = try TemporaryFolder()
        let policy = "policy \"own\"\n" + (1...3).map { "clause \($0) \"c\"\npermit remind by moderator\n" }.joined() + "end\nuse policy \"own\"\n"
        let path = try folder.write("a.sfm", policy + "scenario \"x\"\n" + Self.school + "expect @adm is admin\nend\n")
        #expect(ToolRun(["coverage", "--mutants=clauses", path, "--max-run-steps", "24"]).status == .ok)
        let beyond = ToolRun(["coverage", "--mutants=clauses", path, "--max-run-steps", "23", "--lang", "en"])
        #expect(beyond.status == .limit && beyond.error.contains("SFM0911"), "\(beyond.out)\(beyond.error)")
    }

    @Test("a text that goes beyond a limit leaves the session as it was") func aTextAtThePrompt() {
        var repl = Repl(language: .english, fallback: .english, colour: false, plain: true, files: FileStore(root: ".", limit: 1000))
        repl.session.limits.steps = 20
        #expect(repl.handle("given student @a in group \"G1\"").status == .ok)
        for _ in 0..<3 { #expect(repl.handle("repeat 20 times\n  advance 1 day\nend").status == .ok) }
        let before = repl.session.interpreter.world.now
        let beyond = repl.handle("repeat 21 times\n  advance 1 day\nend")
        #expect(beyond.status == .limit && beyond.text.rawText.contains("SFM0901"), "\(beyond.text.rawText)")
        #expect(repl.session.interpreter.world.now == before)
        #expect(repl.handle("undo 4").status == .ok && repl.handle("expect @a is student").status != .ok)
    }

    @Test("of a long text the first steps are told, and the last") func aLongTextAtThePrompt() {
        var repl = Repl(language: .english, fallback: .english, colour: false, plain: true, files: FileStore(root: ".", limit: 1000))
        let text = repl.handle("repeat 1003 times\n  advance 1 day\nend").text.rawText
        #expect(text.split(separator: "\n").count == 1002 && text.contains("… and 2 steps more"))
        #expect(repl.handle("expect today is 01.06.2027").status == .ok)
    }

    /// A block that comes line by line is read again only where it may have ended.
    @Test(arguments: [
        ("policy \"own\"", "clause 1 \"c\"", "end"), ("сценарий \"x\"", "  ожидаем @adm администратор", "конец"),
        ("repeat 3 times", "  advance 1 day", "end"), ("повторить 3 раза", "  прошёл 1 день", "конец"),
    ])
    func anOpenBlockIsNotReadAgain(head: String, line: String, end: String) {
        var blocks = OpenBlocks(head)
        var readings = 0
        for _ in 0..<1000 {
            blocks.add(line)
            readings += blocks.mayBeWhole ? 1 : 0
        }
        #expect(readings < 40)
        blocks.add(head)
        blocks.add(end)
        #expect(!blocks.mayBeWhole)
        blocks.add(end)
        #expect(blocks.mayBeWhole)
        // The parser knows better: then the next end is waited for.
        blocks.isNotWhole()
        #expect(!blocks.mayBeWhole)
    }

    @Test("long blocks come out on a pipe as in a file") func longBlocksOnAPipe() {
        var repl = Repl(language: .english, fallback: .english, colour: false, plain: true, files: FileStore(root: ".", limit: 1_000_000))
        let block =
            "scenario \"x\"\n  given student @a in group \"1\"\n" + String(repeating: "  expect @a is student\n", count: 100)
            + "  repeat 2 times\n    advance 1 day\n  end\n  expect today is <d>\nexamples\n| d |\n| 03.09.2024 |\nend"
        var last = Reply(text: "")
        for line in block.split(separator: "\n") { last = repl.handle(String(line)) }
        #expect(last.status == .ok && last.text.rawText.contains("03.09.2024"), "\(last.text.rawText)")
        #expect(!repl.isInBlock && repl.handle("show log").status == .ok)
    }

    @Test("the limits of scripts hold for what is typed") func policiesAtThePrompt() {
        var repl = Repl(language: .english, fallback: .english, colour: false, plain: true, files: FileStore(root: ".", limit: 1_000_000))
        (repl.session.limits.policies, repl.session.limits.extendsDepth, repl.session.limits.clauses) = (4, 2, 2)
        func policy(_ name: String, _ head: String = "", clauses: Int = 1) -> String {
            "policy \"\(name)\"\n\(head)" + (0..<clauses).map { "clause \(name).\($0) \"c\"\npermit block by moderator\n" }.joined() + "end"
        }
        #expect(repl.handle(policy("1")).status == .ok)
        #expect(repl.handle(policy("2", "extends \"1\"\n")).status == .ok && repl.handle(policy("3", "extends \"2\"\n")).status == .ok)
        #expect(repl.handle(policy("4", "extends \"3\"\n")).text.rawText.contains("SFM0909"))
        #expect(repl.handle(policy("4", clauses: 3)).text.rawText.contains("SFM0908"))
        #expect(repl.handle(policy("4")).status == .ok)
        #expect(repl.handle(policy("5")).text.rawText.contains("SFM0907"))
    }

    @Test("what a rule names twice is one rule, one trigger") func actsOfARuleAreEachOnce() throws {
        let text =
            "policy \"own\"\nclause 1 \"c\"\npermit block, remove, block, remove by moderator\n"
            + "oblige moderator to remind target when violate, violate within 3 days\nend\n"
        let policy = try #require(try definedPolicies(text).1.first)
        #expect(policy.rules.count == 2 && policy.duties.count == 1)
    }

    /// Names chosen so that the quick hash of all is one and the same: two registers each, where the second undoes the first.
    @Test func namesThatCollideFindTheirPlace() {
        let names = (0..<3000).map { k -> [UInt8] in
            let first = UInt64(k) &* 0x9E37_79B9_7F4A_7C15
            let middle = ByteLanes.mix(ByteLanes.seed(16), first)
            return withUnsafeBytes(of: (first.littleEndian, middle.littleEndian)) { Array($0) }
        }
        #expect(Set(names.map { name in name.withUnsafeBufferPointer { ByteLanes.hash($0) } }).count == 1)
        var table = Names()
        func intern(_ name: [UInt8]) -> NameID { name.withUnsafeBufferPointer { table.intern(bytes: $0) } }
        let ids = names.map(intern)
        #expect(ids == (0..<3000).map { NameID($0) }, "numbers are given in order of appearance, whatever the table looks like")
        #expect(names.map(intern) == ids)
        #expect(table.longestRun < 200, "a name is found within a few steps")
        // Names that nobody has chosen keep the quick hash.
        let ivanov = NameID(3000)
        #expect(table.intern("@ivanov") == ivanov && table.intern("@ivanov") == ivanov && table[ivanov] == "@ivanov")
    }

    /// Each answer of a poll is something that a world holds.
    @Test func answersOfPolls() throws {
        func text(_ polls: Int) -> String {
            let world =
                "given school \"S\" with admin @a\ngiven class teacher @ct of group \"G\"\ngiven chat \"C\" for students of group \"G\" moderated by @ct\n"
            let answers = (0..<100).map { "\"a\($0)\"" }.joined(separator: ", ")
            return
                "scenario \"x\"\n\(world)repeat \(polls) times\n@ct: create poll \"p\" with \(answers) in chat \"C\"\nend\nexpect @ct is class teacher\nend\n"
        }
        let folder = try TemporaryFolder()
        func run(_ polls: Int) throws -> ToolRun { ToolRun(["test", try folder.write("a.sfm", text(polls)), "--lang", "en", "--max-objects", "1010"]) }
        // Two people, a group and a chat that counts four.
        #expect(try run(10).status == .ok)
        let beyond = try run(11)
        #expect(beyond.status == .limit && beyond.out.contains("SFM0912"), "\(beyond.out)")
    }

    /// A decision costs what its rules ask: many conditions are no way around the budget.
    @Test func conditionsAreCounted() throws {
        func text(_ conditions: Int) -> String {
            let asked = Array(repeating: "violations > 3", count: conditions).joined(separator: " and ")
            return "policy \"own\"\nclause 1 \"c\"\npermit block by moderator when \(asked)\nend\nuse policy \"own\"\nscenario \"x\"\n"
                + "given school \"S\" with admin @a\ngiven class teacher @ct of group \"G\"\ngiven student @s in group \"G\"\n"
                + "given chat \"C\" for students of group \"G\" moderated by @ct\nrepeat 1000 times\n"
                + "expect denied: @ct: block @s in chat \"C\" for 1 day\nend\nend\n"
        }
        let folder = try TemporaryFolder()
        func run(_ conditions: Int) throws -> ToolRun { ToolRun(["test", try folder.write("a.sfm", text(conditions)), "--lang", "en", "--max-steps", "3000"]) }
        #expect(try run(10).status == .ok)
        #expect(try run(100).status == .limit)
    }

    /// Of many clauses that come as near, the first are explained and the rest are counted.
    @Test(arguments: [20, 21, 400])
    func aRefusalIsExplainedByTheNearestFew(clauses: Int) throws {
        let folder = try TemporaryFolder()
        let rules = (1...clauses).map { "  clause \($0) \"c\($0)\"\n    permit block by moderator when violations > \($0)\n" }.joined()
        let world = "  given school \"S\" with admin @a\n  given student @s in group \"G\"\n  given class teacher @t of group \"G\"\n"
        let chat = "  given chat \"C\" for students of group \"G\" moderated by @t\n"
        let text = "policy \"p\"\n\(rules)end\nuse policy \"p\"\nscenario \"x\"\n\(world)\(chat)  @t: block @s in chat \"C\" for 1 day\nend\n"
        let run = ToolRun(["test", try folder.write("a.sfm", text), "--lang", "en"])
        #expect(run.status == .failed && run.out.components(separatedBy: " would permit it").count - 1 == min(clauses, 20), "\(run.out)")
        #expect(run.out.contains("and \(clauses - 20) more that come as near") == (clauses > 20))
    }
}
