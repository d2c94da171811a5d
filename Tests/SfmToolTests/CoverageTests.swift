import Foundation
import Testing

@testable import SfmScenarios
@testable import SfmTool

/// What `sfm coverage` says beyond the counts: limits, a threshold, clauses that nobody would miss.
@Suite struct CoverageTests {
    private static let policy = """
        policy "own"
          clause 1 "term"
            permit block by moderator when violations > 1 and duration <= 7 days
          clause 2 "many"
            forbid remove by moderator when not (violations >= 2)
          clause 3 "twice"
            permit remove by moderator
          clause 4 "again"
            permit remove by moderator
          clause 5 "duty"
            oblige moderator to remind target when violate if violations > 2
          clause 6 "unused"
            permit create chat by director
          clause 7 "words"
            note "x"
        end
        use policy "own"

        background
          given class teacher @p of group "1"
          given students @a, @b in group "1"
          given chat "1" for students of group "1" moderated by @p
        end

        """

    private func json(_ scenarios: String, _ words: [String] = []) throws -> JSONValue {
        let folder = try TemporaryFolder()
        let path = try folder.write("own.sfm", Self.policy + scenarios)
        let run = ToolRun(["coverage", path, "--format", "json"] + words)
        let value = try #require(JSONValue(Array(run.out.utf8)), "\(run.out)\(run.error)")
        return try #require(value["policies"]?.elements?.first)
    }

    /// The limits as `clause within beyond`.
    private func limits(_ steps: String) throws -> [String] {
        let policy = try json("scenario \"S\"\n\(steps)\n  expect @a is student\nend\n")
        return (policy["limits"]?.elements ?? []).map { limit in
            [limit["text"]?.string ?? "", limit["within"] == .bool(true) ? "within" : "", limit["beyond"] == .bool(true) ? "beyond" : ""]
                .filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    @Test(arguments: [
        ("", "", "", "", ""),
        ("expect denied: @p: block @a in chat \"1\" for 3 days", "", "", "", ""),
        ("violate @a in chat \"1\"\nexpect denied: @p: block @a in chat \"1\" for 8 days", " beyond", " beyond", "", ""),
        ("repeat 2 times\nviolate @a in chat \"1\"\nend\nexpect allowed: @p: block @a in chat \"1\" for 7 days", " within", " within", "", " beyond"),
        ("violate @a in chat \"1\"\nexpect denied: @p: block @a in chat \"1\" for 30 days", " beyond", "", "", ""),
        ("repeat 3 times\nviolate @a in chat \"1\"\nend", "", "", "", " within beyond"),
        ("violate @a in chat \"1\"\nexpect prohibited by clause 2: @p: remove @a from chat \"1\"", "", "", " within", ""),
        ("repeat 2 times\nviolate @a in chat \"1\"\nend\nexpect allowed: @p: remove @a from chat \"1\"", "", "", " beyond", " beyond"),
        // Nobody whom the rule is about asked.
        ("violate @a in chat \"1\"\nexpect denied: @b: block @a in chat \"1\" for 8 days", "", "", "", ""),
    ])
    func sidesOfLimits(steps: String, violations: String, term: String, many: String, duty: String) throws {
        let expected = ["block: violations > 1" + violations, "block: duration <= 7 days" + term, "remove: not (violations >= 2)" + many]
        #expect(try limits(steps) == expected + ["violate: violations > 2" + duty])
    }

    private static let scenario = """
        scenario "A"
          repeat 2 times
            violate @a in chat "1"
          end
          @p: block @a in chat "1" for 7 days
          @p: remove @a from chat "1"
          expect prohibited by clause 2: @p: remove @b from chat "1"
        end
        scenario "fails anyway"
          expect @a is teacher
        end

        """

    @Test func clausesThatNobodyWouldMiss() throws {
        let policy = try json(Self.scenario, ["--mutants=clauses"])
        #expect(policy["mutants"]?["tried"]?.number == 6)
        #expect(policy["mutants"]?["survivors"]?.elements?.compactMap(\.string) == ["3", "4", "5", "6"])
        #expect(try json(Self.scenario, ["--mutants=clauses", "--jobs", "1"])["mutants"] == policy["mutants"])
        #expect(try json(Self.scenario)["mutants"] == nil)
    }

    /// A clause of a policy that another extends, and one that a step puts in force.
    @Test func mutantsReachEveryPolicy() throws {
        let folder = try TemporaryFolder()
        try folder.write("base.sfm", "policy \"base\"\n  clause 1 \"a\"\n    permit create chat by director\nend\n")
        let steps = "  @d: create chat \"x\"\n  expect chat \"x\" exists\nend\n"
        let use = "use policy \"./ours.sfm\"\n"
        let head = "scenario \"S\"\n  given director @d\n"
        try folder.write("ours.sfm", "policy \"ours\"\n  extends \"./base.sfm\"\n  clause 2 \"b\"\n    permit block by director\nend\n")
        for (name, text) in [("step", head + "  " + use + steps), ("file", use + head + steps)] {
            let run = ToolRun(["coverage", try folder.write(name + ".test.sfm", text), "--mutants=clauses", "--lang", "en"])
            #expect(run.out.contains("base: without 1 of 1 clauses"), "\(run.out)\(run.error)")
            #expect(run.out.contains("ours: without 0 of 1 clauses a scenario would fail\n  no scenario would miss:\n    2        b\n"), "\(run.out)")
        }
    }

    // MARK: - Limits of time

    private static let timed = """
        policy "timed"
          working days Monday–Friday from 8:00 to 18:00
          mark "x" of person
          act "praise": power, of person, sets "x"
          clause 1 "hours"
            forbid post from 21:00 to 7:00
          clause 2 "term"
            oblige moderator to remind target when violate within 3 days
          clause 3 "period"
            oblige director to create group every week
          clause 4 "age"
            forbid share account when target is under 14
          clause 5 "state"
            oblige director to close chat when chat is silent for 2 months
          clause 6 "counts"
            permit block by moderator when violations in 1 month >= 2
          clause 7 "own power"
            permit "praise" by moderator
        end
        use policy "timed"

        background
          today is 02.09.2024
          given director @d
          given class teacher @p of group "1"
          given students @a, @b in group "1"
          given chat "1" for students of group "1" moderated by @p
        end

        """

    @Test(
        "the last moment within a limit of time and the first beyond it",
        arguments: [
            ("advance to 20:58\nexpect allowed: @a: post \"x\" in chat \"1\"", "21:00", ""),
            ("advance to 20:59\nexpect allowed: @a: post \"x\" in chat \"1\"", "21:00", "beyond"),
            ("advance to 21:00\nexpect prohibited: @a: post \"x\" in chat \"1\"", "21:00", "within"),
            (
                "advance to 6:59\nexpect prohibited: @a: post \"x\" in chat \"1\"\nadvance to 7:00\nexpect allowed: @a: post \"x\" in chat \"1\"", "21:00",
                "within beyond"
            ),
            ("violate @a in chat \"1\"\n@p: remind @a in chat \"1\"", "within 3 days", ""),
            ("violate @a in chat \"1\"\nadvance 2 days\n@p: remind @a in chat \"1\"", "within 3 days", "within"),
            ("violate @a in chat \"1\"\nadvance 4 days", "within 3 days", "beyond"),
            ("violate @a in chat \"1\"\nadvance 10 days", "within 3 days", ""),
            ("violate @a in chat \"1\"\nadvance 3 days\nadvance 1 hour", "within 3 days", "within beyond"),
            ("advance 6 days\nadvance 1 day", "every week", "within beyond"),
            ("advance 1 day", "every week", ""),
            ("advance 2 months", "silent", "within"),
            ("advance 60 days\nadvance 1 day", "silent", "within beyond"),
            ("advance 50 days", "silent", ""),
            (
                "violate @a in chat \"1\"\nviolate @a in chat \"1\"\nadvance 29 days\nexpect allowed: @p: block @a in chat \"1\" for 1 day",
                "counted in 1 month", "within"
            ),
            (
                "violate @a in chat \"1\"\nviolate @a in chat \"1\"\nadvance 1 month\nexpect not granted: @p: block @a in chat \"1\" for 1 day",
                "counted in 1 month", "beyond"
            ),
            ("violate @a in chat \"1\"\nviolate @a in chat \"1\"\nexpect allowed: @p: block @a in chat \"1\" for 1 day", "counted in 1 month", ""),
        ])
    func limitsOfTime(steps: String, limit: String, sides: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("t.sfm", Self.timed + "scenario \"S\"\n\(steps)\n  expect @a is student\nend\n")
        let run = ToolRun(["coverage", path, "--format", "json", "--lang", "en"])
        let policy = try #require(JSONValue(Array(run.out.utf8))?["policies"]?.elements?.first, "\(run.out)\(run.error)")
        let found = try #require(policy["limits"]?.elements?.first { $0["text"]?.string?.contains(limit) == true }, "\(run.out)")
        let reached = ["within", "beyond"].filter { found[$0] == .bool(true) }
        #expect(reached.joined(separator: " ") == sides, "\(ToolRun(["test", path, "--lang", "en"]).out)")
    }

    @Test func howManyLimitsAreOpenIsSaid() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("t.sfm", Self.timed + "scenario \"S\"\n  advance to 20:59\n  expect allowed: @a: post \"x\" in chat \"1\"\nend\n")
        let run = ToolRun(["coverage", path, "--lang", "en"])
        #expect(run.out.contains("  limits (7 of 7 not tried on both sides):\n"), "\(run.out)")
        #expect(run.out.contains("last in time ·, first too late ·") || run.out.contains("last in time no, first too late no"), "\(run.out)")
    }

    @Test("a clause that gives a power over an act of the policy's own is a power") func ownPowers() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("t.sfm", Self.timed + "scenario \"S\"\n  expect @a is student\nend\n")
        let run = ToolRun(["coverage", path, "--format", "json"])
        let clauses = JSONValue(Array(run.out.utf8))?["policies"]?.elements?.first?["clauses"]?.elements ?? []
        #expect(clauses.last?["kind"]?.string == "power", "\(run.out)")
    }

    @Test func threshold() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("own.sfm", Self.policy + Self.scenario)
        // Four of six: the duty never arises, and nobody creates a chat.
        let enough = ToolRun(["coverage", path, "--threshold", "66"])
        #expect(enough.status == .ok && !enough.error.contains("%"), "\(enough.error)")
        let short = ToolRun(["coverage", path, "--threshold", "67", "--lang", "en"])
        #expect(short.status == .failed && short.error.hasSuffix("sfm: own: 66 % of the clauses, below 67 %; not exercised: 5, 6\n"), "\(short.error)")
        #expect(ToolRun(["coverage", path, "--threshold", "67", "--format", "json"]).out.hasSuffix(",\"threshold\":67,\"reached\":false}\n"))
        let none = try folder.write("none.sfm", "register school\n")
        #expect(ToolRun(["coverage", none, "--threshold", "1"]).status == .nothing)
        #expect(ToolRun(["coverage", path, "--shard", "1/2"]).status == .usage)
    }

    @Test func marksHaveLetters() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("own.sfm", Self.policy + Self.scenario)
        let run = ToolRun(["coverage", path, "--lang", "ru"], environment: ["TERM": "dumb"])
        #expect(run.out.contains("последнее допустимое да, первое недопустимое нет"), "\(run.out)")
    }

    // MARK: - Policies of one name

    /// Two folders with a policy "own" each, of one clause and of two, and a script above them that uses the first.
    private func folders(_ words: [String]) throws -> (run: ToolRun, folder: TemporaryFolder) {
        let folder = try TemporaryFolder()
        for (name, more) in [("a", ""), ("b", "  clause 2 \"Two\"\n    permit remove by director\n")] {
            try FileManager.default.createDirectory(atPath: folder.path + "/" + name, withIntermediateDirectories: true)
            try folder.write("\(name)/own.sfm", "policy \"own\"\n  clause 1 \"One\"\n    permit block by director\n\(more)end\n")
            // Two scripts, so that one of them finds the policy read already.
            for script in ["s", "t"] { try folder.write("\(name)/\(script).sfm", Self.using("./own.sfm")) }
        }
        try folder.write("r.sfm", Self.using("./a/own.sfm"))
        return (ToolRun(words + ["--lang", "en", folder.path]), folder)
    }

    private static func using(_ policy: String) -> String {
        """
        use policy "\(policy)"
        scenario "s"
          given director @d
          given student @a in group "1"
          given chat "1" for students of group "1" moderated by @d
          expect allowed by clause 1: @d: block @a for 1 day
        end
        """
    }

    @Test func policiesOfOneNameInDifferentFoldersAreCountedApart() throws {
        let (run, folder) = try folders(["coverage", "--format", "json"])
        let policies = try #require(JSONValue(Array(run.out.utf8))?["policies"]?.elements)
        #expect(policies.map { $0["file"]?.string } == ["a", "b"].map { folder.path + "/\($0)/own.sfm" })
        #expect(policies.map { $0["percent"] } == [.number(100), .number(50)])
        #expect(policies.map { $0["clauses"]?.elements?.first?["allowed"] } == [.number(3), .number(2)])
    }

    @Test func whereOneNameMeansTwoPoliciesTheFileIsSaid() throws {
        let (run, folder) = try folders(["coverage", "--threshold", "60"])
        #expect(run.out.contains("own (\(folder.path)/a/own.sfm): 1/1\n") && run.out.contains("own (\(folder.path)/b/own.sfm): 1/2\n"))
        #expect(run.status == .failed && run.error.contains("own (\(folder.path)/b/own.sfm): 50 %") && !run.error.contains("/a/own.sfm"))
        #expect(ToolRun(["coverage", folder.path + "/a"]).out.hasPrefix("own: 1/1\n"))
        let mutants = ToolRun(["coverage", "--mutants=clauses", "--lang", "en", folder.path]).out
        #expect(mutants.contains("/a/own.sfm): without 1 of 1 clauses") && mutants.contains("/b/own.sfm): without 1 of 2 clauses"))
    }

    @Test("those of the command line are told apart as well") func policiesOfTheCommandLine() throws {
        let (_, folder) = try folders(["policies"])
        let files = ["a", "b"].map { folder.path + "/\($0)/own.sfm" }
        try folder.write("c/own.sfm", "policy \"own\"\n  extends \"./base.sfm\"\n  clause 1 \"One\"\n    permit block by director\nend\n")
        try folder.write("c/base.sfm", "policy \"base\"\n  clause 7 \"Seven\"\n    permit remove by director\nend\n")
        let words = ["coverage", folder.path + "/r.sfm", "--lang", "en", "--policy", (files + [folder.path + "/c/own.sfm"]).joined(separator: ",")]
        let run = ToolRun(words + ["--threshold", "60"])
        for (file, count) in zip(files, ["1/1", "1/2"]) { #expect(run.out.contains("own (\(file)): \(count)\n"), "\(run.out)") }
        #expect(run.status == .failed && run.error.contains("own (\(files[1])): 50 %") && !run.error.contains("/a/own.sfm"), "\(run.error)")
        let policies = JSONValue(Array(ToolRun(words + ["--format", "json"]).out.utf8))?["policies"]?.elements
        #expect(policies?.map { $0["file"]?.string } == [folder.path + "/c/base.sfm"] + files + [folder.path + "/c/own.sfm"])
        // One file twice is one policy, however it is spelt.
        let twice = ToolRun(["coverage", folder.path + "/r.sfm", "--lang", "en", "--policy", files[0] + "," + folder.path + "/./a/own.sfm"])
        #expect(twice.out.hasPrefix("own: 1/1\n") && !twice.out.contains("\nown"), "\(twice.out)")
    }

    @Test func columnsOfOneNameHaveTheirFiles() throws {
        let (_, folder) = try folders(["policies"])
        let files = ["a", "b"].map { folder.path + "/\($0)/own.sfm" }
        func columns(_ policies: String) -> [String?]? {
            let run = ToolRun(["test", folder.path + "/r.sfm", "--policy", policies, "--format", "json"])
            return JSONValue(Array(run.out.utf8))?["policies"]?.elements?.map { $0["id"]?.string }
        }
        #expect(columns(files.joined(separator: ",")) == files)
        #expect(columns(files[0] + ",koshdo-2024") == ["own", "koshdo-2024"])
    }
}
