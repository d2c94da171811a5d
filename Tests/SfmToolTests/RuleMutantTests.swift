import Foundation
import SfmScenarios
import Testing

@testable import SfmTool

/// `sfm coverage --mutants`: small changes of rules, and which of them no scenario notices.
@Suite struct RuleMutantTests {
    /// What is tried of a policy, survivors as `clause kind: after`.
    private struct Report {
        var tried = 0
        var noticed = 0
        var same = 0
        var score = 0
        var survivors: [String] = []
        var json: JSONValue?
    }

    private static let background = """
        use policy "p"
        background
          given director @d
          given class teacher @t of group "1"
          given teacher @s
          given students @a, @b in group "1"
          given chat "1" for students of group "1" moderated by @t
        end

        """

    private func report(_ rules: String, _ steps: String, head: String = "", _ words: [String] = []) throws -> Report {
        let folder = try TemporaryFolder()
        let policy = "policy \"p\"\n\(head)  clause 1 \"One\"\n\(rules.split(separator: "\n").map { "    \($0)\n" }.joined())end\n"
        let path = try folder.write("p.sfm", policy + Self.background + "scenario \"S\"\n\(steps)\nend\n")
        let run = ToolRun(["coverage", path, "--mutants", "--format", "json", "--lang", "en"] + words)
        let value = try #require(JSONValue(Array(run.out.utf8)), "\(run.out)\(run.error)")
        let mutants = try #require(value["policies"]?.elements?.first?["mutants"], "\(run.out)\(run.error)")
        func number(_ name: String) -> Int { mutants[name]?.number.map { Int($0) } ?? -1 }
        let survivors = (mutants["survivors"]?.elements ?? []).map { one in
            "\(one["clause"]?.string ?? "—") \(one["kind"]?.string ?? ""): \(one["after"]?.string ?? "")"
        }
        return Report(
            tried: number("tried"), noticed: number("noticed"), same: number("same"), score: number("score"), survivors: survivors, json: mutants)
    }

    /// Steps that notice nothing: what a rule could be instead is seen whole.
    private static let idle = "expect @a is student"

    private static let changes: [(rules: String, head: String, changes: [String])] = [
        (
            "permit block by moderator when violations > 3 and duration <= 1 month", "",
            [
                "ruleDropped: ", "norm: forbid block by moderator when violations > 3 and duration <= 1 month",
                "doerDropped: permit block when violations > 3 and duration <= 1 month", "conditionDropped: permit block by moderator",
                "junction: permit block by moderator when violations > 3 or duration <= 1 month",
                "conditionDropped: permit block by moderator when duration <= 1 month",
                "conditionDenied: permit block by moderator when not (violations > 3) and duration <= 1 month",
                "number: permit block by moderator when violations > 2 and duration <= 1 month",
                "number: permit block by moderator when violations > 4 and duration <= 1 month",
                "conditionDropped: permit block by moderator when violations > 3",
                "conditionDenied: permit block by moderator when violations > 3 and not (duration <= 1 month)",
                "term: permit block by moderator when violations > 3 and duration <= 2 months",
            ]
        ),
        (
            "permit remove, invite students to chat by teacher, director\npermit unblock by class teacher", "",
            [
                "ruleDropped: ", "norm: forbid remove, invite students from chat by teachers, directors",
                "actDropped: permit invite students to chat by teachers, directors",
                "actDropped: permit remove students from chat by teachers, directors",
            ]
        ),
        (
            "oblige moderator to remind target when violate within 3 days", "",
            [
                "ruleDropped: ", "norm: permit remind by moderator", "norm: forbid remind by moderator",

                "term: oblige moderator to remind target when violate", "term: oblige moderator to remind target when violate within 2 days",
                "term: oblige moderator to remind target when violate within 4 days",
            ]
        ),
        (
            "forbid post more than 3 times a day in chat from 21:00 to 7:00 except director", "",
            [
                "number: forbid post in chat more than 2 times a day from 21:00 to 7:00 except directors",
                "count: forbid post in chat more than 3 times a week from 21:00 to 7:00 except directors",
                "window: forbid post in chat more than 3 times a day from 21:01 to 7:00 except directors",
                "exceptionDropped: forbid post in chat more than 3 times a day from 21:00 to 7:00",
                "placeDropped: forbid post more than 3 times a day from 21:00 to 7:00 except directors",
            ]
        ),
        (
            "permit \"award\" by director with consent of class teacher, admin",
            "  mark \"best\" of person\n  act \"award\": power, of person, sets \"best\"\n",
            [
                "consent: permit \"award\" without consent of class teacher, admin by director",
                "consent: permit \"award\" with consent of admin by director",
                "ownWord: act \"award\": liberty, of person, sets \"best\"", "ownWord: act \"award\": power, of person, clears \"best\"",
                "ownWord: act \"award\": power, of person",
            ]
        ),
        (
            "oblige each teacher to post every week when members of chat > 5", "",
            [
                "each: oblige teacher to post every week if members of chat > 5",
                "recurrence: oblige each teacher to post at least 2 times a week if members of chat > 5",
            ]
        ),
        (
            "states links for student from class teacher, teacher", "",
            [
                "statement: states links for from class teacher, teacher", "statement: states links for student",
                "statement: states links for student from teacher",
            ]
        ),
        (
            "permit post by student when violations \"spam\" of actor in 1 month < 3", "  violation kinds \"spam\", \"noise\"\n",
            [
                "count: permit post by student when violations of actor in 1 month < 3",
                "term: permit post by student when violations \"spam\" of actor in 2 months < 3",
                "count: permit post by student when violations \"spam\" of actor < 3",
            ]
        ),
    ]

    @Test("each part of a rule is changed, and what it becomes is said in the language", arguments: changes.indices)
    func everyPartIsChanged(at index: Int) throws {
        let wanted = Self.changes[index]
        let found = try report(wanted.rules, Self.idle, head: wanted.head)
        #expect(found.noticed == 0 && found.tried == found.survivors.count && found.score == 0)
        let texts = found.survivors.map { String($0.drop { $0 != " " }.dropFirst()) }
        for change in wanted.changes { #expect(texts.contains(change), "\(change)\nof\n\(texts.joined(separator: "\n"))") }
        #expect(Set(texts).count == texts.count || texts.filter { $0 == "ruleDropped: " }.count > 1)
    }

    // MARK: - Who notices

    private static let noticing = """
          expect allowed: @t: remind @a in chat "1"
          expect not granted: @s: remind @a in chat "1"
        """

    @Test("a change that a scenario notices is none of the survivors") func noticed() throws {
        let found = try report("permit remind by class teacher", Self.noticing)
        // The rule dropped or turned into a prohibition is noticed, anybody who may too.
        #expect(found.survivors == [] && found.tried == 3 && found.noticed == 3 && found.score == 100)
        let half = try report("permit remind by class teacher", "expect allowed: @t: remind @a in chat \"1\"")
        #expect(half.survivors == ["1 doerDropped: permit remind"] && half.score == 66)
    }

    @Test("a failing scenario notices nothing, and one that says nothing of the act is not asked") func whatCannotNotice() throws {
        let failing = try report("permit remind by class teacher", Self.noticing + "\nexpect @a is teacher\nend\nscenario \"T\"\n  expect @a is student")
        #expect(failing.noticed == 0 && failing.tried == 3)
    }

    @Test("what comes to the same is left out") func equivalents() throws {
        // Every class teacher is a teacher, and the second rule says what the first does.
        let list = try report("permit remind by teacher, class teacher", Self.idle)
        #expect(list.same == 1 && !list.survivors.contains("1 roleDropped: permit remind by teachers"), "\(list.survivors)")
        let twice = try report("permit remind by teacher\npermit remind by teacher", Self.idle)
        #expect(twice.same == 2 && !twice.survivors.contains { $0.hasSuffix("ruleDropped: ") }, "\(twice.survivors)")
        // Another clause is another citation: the rule is missed there.
        let apart = try report("permit remind by teacher\n  clause 2 \"Two\"\npermit remind by teacher", Self.idle)
        #expect(apart.same == 0 && apart.survivors.count { $0.hasSuffix("ruleDropped: ") } == 2, "\(apart.survivors)")
        // What always stands is borne by nobody yet.
        let standing = try report("oblige teacher to remind", Self.idle)
        #expect(standing.same == 1 && !standing.survivors.contains { $0.contains(" each: ") }, "\(standing.survivors)")
    }

    @Test("an exception and a condition that nobody asks about survive, each with its place") func places() throws {
        let found = try report("permit remind by class teacher except when target is parent", Self.noticing)
        let survivor = try #require(found.json?["survivors"]?.elements?.first)
        #expect(survivor["line"]?.number == 3 && survivor["file"]?.string?.hasSuffix("p.sfm") == true && survivor["clause"]?.string == "1")
        #expect(survivor["before"]?.string == "permit remind by class teacher except when target is parent")
        #expect(survivor["text"]?.string == "exception dropped" && survivor["scenario"] == nil)
    }

    @Test("duties that time brings about are noticed by whoever lets time pass") func timed() throws {
        let steps = "advance 6 days\nexpect no breaches of clause 1\nadvance 2 days\nexpect breaches of clause 1 = 1"
        let found = try report("oblige director to create group every week", steps)
        #expect(found.noticed > 0 && !found.survivors.contains { $0.hasSuffix("ruleDropped: ") }, "\(found.survivors)")
    }

    @Test("the same bytes whatever the number of workers") func jobs() {
        for format in ["pretty", "json"] {
            let runs = ["1", "2", "7"].map { ToolRun(["coverage", "Examples/own-policy", "--mutants", "--format", format, "--lang", "ru", "--jobs", $0]).out }
            #expect(runs[0] == runs[1] && runs[1] == runs[2] && runs[0].count > 1000)
        }
    }

    // MARK: - Scores and limits

    @Test func theScoreIsHeld() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "p.sfm",
            "policy \"p\"\n  clause 1 \"One\"\n    permit remind by class teacher\nend\n" + Self.background
                + "scenario \"S\"\n  expect allowed: @t: remind @a in chat \"1\"\nend\n")
        func run(_ words: String...) -> ToolRun { ToolRun(["coverage", path, "--lang", "en"] + words) }
        #expect(run("--mutants", "--min-score", "66").status == .ok)
        let short = run("--mutants", "--min-score", "67")
        #expect(short.status == .failed && short.error.hasSuffix("sfm: p: scenarios notice 66 % of the changes, below 67 %\n"), "\(short.error)")
        #expect(short.out.contains("p: scenarios notice 2 of 3 changes, 66 %\n  no scenario would notice:\n    1        "), "\(short.out)")
        #expect(short.out.contains("p.sfm:3: who may dropped\n             permit remind by class teacher\n           → permit remind\n"), "\(short.out)")
        #expect(run("--mutants", "--min-score", "67", "--format", "json").out.hasSuffix(",\"minScore\":67,\"scoreReached\":false}\n"))
        #expect(run("--mutants=clauses", "--min-score", "100").status == .ok)
        #expect(run("--min-score", "1").status == .usage && run("--mutants=all").status == .usage && run("--mutants=").status == .usage)
        let limit = run("--mutants", "--max-run-steps", "10")
        #expect(limit.status == .limit && limit.error.contains("SFM0911"), "\(limit.error)")
    }

    @Test("a policy that another extends is changed where it stands") func extended() throws {
        let folder = try TemporaryFolder()
        try folder.write("base.sfm", "policy \"base\"\n  clause 1 \"a\"\n    permit create chat by director\nend\n")
        try folder.write("ours.sfm", "policy \"ours\"\n  extends \"./base.sfm\"\n  clause 2 \"b\"\n    permit block by director\nend\n")
        for (name, head, use) in [("file", "use policy \"./ours.sfm\"\n", ""), ("step", "", "  use policy \"./ours.sfm\"\n")] {
            let steps =
                "scenario \"S\"\n  given director @d\n  given teacher @t\n\(use)  expect allowed by clause 1: @d: create chat \"x\"\n"
                + "  expect not granted: @t: create chat \"x\"\nend\n"
            let run = ToolRun(["coverage", try folder.write(name + ".test.sfm", head + steps), "--mutants", "--lang", "en"])
            #expect(run.out.contains("base: scenarios notice 3 of 3 changes, 100 %\n"), "\(run.out)\(run.error)")
            #expect(run.out.contains("ours: scenarios notice 0 of 3 changes, 0 %\n"), "\(run.out)\(run.error)")
        }
    }

    @Test("a list that a script makes long is a limit, not a flood") func longLines() throws {
        let folder = try TemporaryFolder()
        let names = (0..<20_000).map { "\"n\($0)\"" }.joined(separator: ", ")
        for rules in ["list long: \(names)\n    forbid use messenger when messenger in list long", "permit post in channel \(names)"] {
            let text = "policy \"p\"\n  clause 1 \"One\"\n    \(rules)\nend\n" + Self.background + "scenario \"S\"\n  expect @a is student\nend\n"
            let path = try folder.write("p.sfm", text)
            let run = ToolRun(["coverage", path, "--mutants", "--lang", "en"])
            #expect(run.status == .limit && run.error.contains("SFM0911"), "\(run.error.prefix(500))")
        }
    }

    /// Each survivor is written into the policy in place of what stands there, as it is told: the whole folder passes as before.
    @Test("what survives is what is told, and really survives", arguments: ["en", "ru"]) func survivorsSurvive(language: String) throws {
        let source = ToolRun.root + "/Examples/own-policy"
        let run = ToolRun(["coverage", "Examples/own-policy", "--mutants", "--format", "json", "--lang", language])
        let policies = try #require(JSONValue(Array(run.out.utf8))?["policies"]?.elements)
        let all = policies.flatMap { $0["mutants"]?["survivors"]?.elements ?? [] }.filter {
            $0["file"]?.string?.hasSuffix(".ru.sfm") == (language == "ru")
        }
        #expect(all.count > 10)
        let folder = try TemporaryFolder()
        let copy = folder.path + "/copy"
        for survivor in all {
            try? FileManager.default.removeItem(atPath: copy)
            try FileManager.default.copyItem(atPath: source, toPath: copy)
            let name = try #require(survivor["file"]?.string?.split(separator: "/").last.map(String.init))
            let line = try #require(survivor["line"]?.number.map { Int($0) })
            var lines = try String(contentsOfFile: copy + "/" + name, encoding: .utf8).components(separatedBy: "\n")
            lines[line - 1] = survivor["after"]?.string ?? ""
            try lines.joined(separator: "\n").write(toFile: copy + "/" + name, atomically: true, encoding: .utf8)
            let test = ToolRun(["test", copy, "--lang", "en"])
            #expect(test.status == .ok, "\(name):\(line): \(lines[line - 1])\n\(test.out.suffix(600))")
        }
    }
}
