import Foundation
import Testing

@testable import SfmScenarios
@testable import SfmTool

/// Which scenarios `sfm test` runs, in which order, and where it stops.
@Suite struct SelectionTests {
    private static let tables = """
        scenario "Block for <days> days" [slow, moderation]
          given student @ivanov in group "10А"
          expect @ivanov is student
        examples
          | days |
          | 3    |
          | 14   |
        end
        scenario "Ёлка" [smoke]
          given student @ivanov in group "10А"
          expect @ivanov is student
        end

        """

    private static let exercise = """
        exercise "Найдите дверь" [начало]
          story "Ученик уходит."
          given student @ivanov in group "10А"
          goal @ivanov is departed
          hint "Уходят так: depart."
          solution
            depart @ivanov
          end
        end

        """

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("a/tables.sfm", Self.tables)
        try folder.write("b/loose.sfm", "register school\ncreate group \"10А\"\n")
        try folder.write("b/exercise.sfm", Self.exercise)
        return folder
    }

    private func titles(_ words: [String]) throws -> [String] {
        let run = ToolRun(["test", "--list", "--format", "json"] + words)
        let value = try #require(JSONValue(Array(run.out.utf8)), "\(run.out)\(run.error)")
        return (value["scenarios"]?.elements ?? []).compactMap { $0["name"]?.string }
    }

    @Test func everythingIsListed() throws {
        let folder = try folder()
        let run = ToolRun(["test", "--list", folder.path])
        #expect(run.status == .ok)
        #expect(
            run.out.replacingOccurrences(of: folder.path, with: "F") == """
                F/a/tables.sfm:6 Block for 3 days [slow, moderation]
                F/a/tables.sfm:7 Block for 14 days [slow, moderation]
                F/a/tables.sfm:9 Ёлка [smoke]
                F/b/exercise.sfm:1 Найдите дверь [начало]
                F/b/loose.sfm:1 loose.sfm

                """)
    }

    @Test(arguments: [
        (["--filter", "for 14"], ["Block for 14 days"]), (["--filter", "ёлка"], ["Ёлка"]), (["--filter", "ЕЛКА"], ["Ёлка"]),
        (["--filter", "block for ? days"], ["Block for 3 days"]), (["--filter", "block*days"], ["Block for 3 days", "Block for 14 days"]),
        (["--filter", "loose.sfm"], ["loose.sfm"]), (["--filter", "*/b/*"], ["Найдите дверь", "loose.sfm"]),
        (["--filter", "for 14", "--filter", "ёлка"], ["Block for 14 days", "Ёлка"]),
        (["--tag", "slow"], ["Block for 3 days", "Block for 14 days"]), (["--tag", "!slow"], ["Ёлка", "Найдите дверь", "loose.sfm"]),
        (["--tag", "smoke,начало"], ["Ёлка", "Найдите дверь"]), (["--tag", "slow", "--tag", "!moderation"], []),
        (["--tag", "SLOW", "--filter", "for 3"], ["Block for 3 days"]),
    ])
    func selects(words: [String], expected: [String]) throws {
        let folder = try folder()
        #expect(try titles(words + [folder.path]) == expected)
        let run = ToolRun(["test", folder.path] + words)
        #expect(run.out.hasSuffix("\(expected.count) passed, 0 failed\n"), "\(run.out)\(run.error)")
        #expect(run.status == (expected.isEmpty ? .nothing : .ok))
    }

    @Test func nothingComesWithWhatIsNear() throws {
        let folder = try folder()
        let title = ToolRun(["test", folder.path, "--filter", "Blokc for", "--lang", "en"])
        #expect(title.status == .nothing && title.error.contains("the nearest title: “Block for 3 days”"), "\(title.error)")
        let tag = ToolRun(["test", folder.path, "--tag", "smok", "--lang", "ru"])
        #expect(tag.status == .nothing && tag.error.contains("ближайшая метка: smoke"), "\(tag.error)")
        #expect(ToolRun(["test", "--list", folder.path, "--tag", "smok"]).status == .nothing)
        #expect(ToolRun(["coverage", folder.path, "--tag", "smok"]).status == .nothing)
    }

    @Test("where every condition takes something by itself it is said that they do so apart, and where each comes from") func conditionsApart() throws {
        let place = try Workplace()
        try place.folder.write("a.sfm", "scenario \"Первый\" [smoke]\n  given group \"1\"\n  expect group \"1\" exists\nend\n")
        try place.folder.write("b.sfm", "scenario \"Второй\" [slow]\n  given group \"1\"\n  expect group \"1\" exists\nend\n")
        func said(_ words: [String], _ language: String = "en") throws -> String {
            let run = try place.run(["sfm", "test", "--lang", language] + words)
            #expect(run.status == 4, "\(run.out)")
            return run.error.split(separator: "\n").filter { !$0.contains("sfm.toml: ") }.map { $0 + "\n" }.joined()
        }
        #expect(
            try said(["--filter", "Второй", "--tag", "smoke"])
                == "sfm: no scenario fits all of this together: --filter “Второй” (1 scenario), --tag smoke (1 scenario)\n")
        #expect(
            try said(["--filter", "Второй", "--tag", "smoke", "--tag", "not slow"], "ru")
                == "sfm: ни один сценарий не подходит под всё сразу: --filter «Второй» (1 сценарий), --tag smoke (1 сценарий), --tag not slow (1 сценарий)\n")
        // What fits nothing by itself is the reason, and nothing else is.
        #expect(try said(["--filter", "Втарой", "--tag", "smoke"]) == "sfm: nothing matches --filter “Втарой”; the nearest title: “Второй”\n")
        #expect(try said(["--filter", "Второй", "--tag", "smok"]) == "sfm: no scenario is left with --tag smok; the nearest tag: smoke\n")
        try place.folder.write("sfm.toml", "tag = \"smoke\"\n")
        #expect(
            try said(["--filter", "Второй"])
                == "sfm: no scenario fits all of this together: --filter “Второй” (1 scenario), tag “smoke” of sfm.toml (1 scenario)\n")
        try place.folder.write("sfm.toml", "tag = \"smok\"\n")
        #expect(try said(["--filter", "Второй"], "ru") == "sfm: с метками «smok» из sfm.toml не остаётся ни одного сценария; ближайшая метка: smoke\n")
        try place.folder.write("sfm.toml", "filter = \"Втарой\"\n")
        #expect(try said([]) == "sfm: nothing matches filter “Втарой” of sfm.toml; the nearest title: “Второй”\n")
        #expect(try said([], "ru") == "sfm: отбор «Втарой» из sfm.toml не подходит ни к чему; ближайшее название: «Второй»\n")
    }

    @Test("what a run left out once enough had failed is in every report, under each policy") func leftOutInReports() throws {
        let folder = try TemporaryFolder()
        let scenario = "  given student @a in group \"1\"\n  expect @a is teacher\nend\n"
        let path = try folder.write("a.sfm", (1...4).map { "scenario \"\($0)\"\n" + scenario }.joined())
        for (language, words) in [("en", "stopped after 1 failure; not run: 3 scenarios"), ("ru", "остановлено после 1 ошибки; не запускалось: 3 сценария")] {
            for format in ["junit", "tap", "github", "gitlab", "sarif", "markdown", "html"] {
                for policies in [[], ["koshdo-2024", "tekhnikum"]] {
                    let more = policies.isEmpty ? [] : ["--policy", policies.joined(separator: ",")]
                    let report = folder.path + "/report.x"
                    let run = ToolRun(["test", path, "--max-fail", "1", "--report", "\(format)=\(report)", "--lang", language] + more)
                    #expect(run.status == .failed, "\(run.error)")
                    let text = try String(contentsOfFile: report, encoding: .utf8)
                    #expect(text.components(separatedBy: words).count == max(2, policies.count + 1), "\(format) \(policies): \(text)")
                    for policy in policies where format != "markdown" { #expect(text.contains("\(policy): \(words)"), "\(format): \(text)") }
                    if format == "junit" { #expect(JUnitSchema(text).problems == []) }
                    if format == "tap" { #expect(TAPReading(text).problems.isEmpty) }
                }
            }
        }
        let matrix = ToolRun(["test", path, "--max-fail", "1", "--format", "json", "--policy", "koshdo-2024,tekhnikum"]).out
        #expect(matrix.components(separatedBy: "\"notRun\":0,\"notRunScenarios\":3").count == 3, "\(matrix)")
    }

    /// A file that cannot be read may hold what was asked for: leaving it out would be a false green.
    @Test func mistakesAreNotFilteredAway() throws {
        let folder = try folder()
        try folder.write("broken.sfm", "scenario \"x\"\n")
        #expect(ToolRun(["test", folder.path, "--filter", "Ёлка"]).status == .invalid)
        #expect(ToolRun(["test", "--list", folder.path]).status == .invalid)
    }

    @Test func globsAreNotSlow() {
        let text = String(repeating: "a", count: 3000)
        #expect(!Glob.matches(String(repeating: "*a", count: 40) + "b", text))
        #expect(Glob.matches("*a*", text) && !Glob.matches("", text) && Glob.matches("", "") && Glob.matches("**", ""))
    }

    // MARK: - Order

    @Test func aSeedIsAnOrder() throws {
        let words = ["Examples/koshdo-2024", "--order", "random", "--seed", "7"]
        let once = try titles(words)
        #expect(try once == titles(words))
        #expect(try once != titles(Array(words.dropLast()) + ["8"]))
        #expect(try once.sorted() == titles(["Examples/koshdo-2024"]).sorted())
        #expect(ToolRun(["test", "--lang", "en"] + words).out.hasPrefix("order: random, again with --seed 7\n"))
        #expect(ToolRun(["test", "--lang", "ru", "Examples/koshdo-2024", "--order", "random"]).out.hasPrefix("порядок случайный, повторить: --seed "))
    }

    /// The numbers themselves, so that no machine and no library has others.
    @Test func seededNumbersAreFixed() {
        var numbers = SeededNumbers(seed: 42)
        #expect((0..<3).map { _ in numbers.next() } == [13_679_457_532_755_275_413, 2_949_826_092_126_892_291, 5_139_283_748_462_763_858])
        #expect(numbers.shuffled(Array(0..<8)) == [2, 3, 1, 7, 5, 0, 6, 4])
        #expect(StableHash.of("абв") == 5_030_419_247_231_568_985)
    }

    @Test(arguments: [[], ["--order", "random", "--seed", "3"], ["--fail-fast"], ["--format", "json"], ["--policy", "koshdo-2024,tekhnikum"]])
    func workersDoNotShow(words: [String]) throws {
        let folder = try failing()
        for path in ["Examples/koshdo-2024", folder.path] {
            let run = ToolRun(["test", path, "--jobs", "1"] + words)
            let twin = ToolRun(["test", path, "--jobs", "7"] + words)
            #expect(run.out == twin.out && run.status == twin.status)
        }
    }

    // MARK: - Failures

    /// Twelve files of two scenarios, of which those from the fourth file on have one that fails.
    private func failing() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for k in 1...12 {
            let text = ["student", k < 4 ? "student" : "teacher"].enumerated().map { n, role in
                "scenario \"\(n == 0 ? "good" : "bad") \(k)\"\n  given student @a in group \"1\"\n  expect @a is \(role)\nend\n"
            }
            try folder.write(k < 10 ? "f0\(k).sfm" : "f\(k).sfm", text.joined())
        }
        return folder
    }

    @Test func stopsAtTheFirstFailure() throws {
        let folder = try failing()
        let run = ToolRun(["test", folder.path, "--fail-fast", "--lang", "en"])
        let left = "stopped after 1 failure; not run: 16 scenarios (8 files as a whole)\n"
        #expect(run.status == .failed && run.out.hasSuffix(left + "7 passed, 1 failed\n"), "\(run.out)")
        let totals = ",\"passed\":7,\"failed\":1,\"notRun\":8,\"notRunScenarios\":16,\"status\":\"failed\"}\n"
        #expect(ToolRun(["test", folder.path, "--fail-fast", "--format", "json"]).out.hasSuffix(totals))
        #expect(!ToolRun(["test", folder.path + "/f01.sfm", "--fail-fast"]).out.contains("not run"))
    }

    @Test func whatFailedLastTime() throws {
        let (folder, state) = (try failing(), try TemporaryFolder())
        let environment = ["XDG_STATE_HOME": state.path, "LANG": "en_US.UTF-8"]
        func totals(_ words: [String]) -> String {
            ToolRun(["test", folder.path] + words, environment: environment).out.split(separator: "\n").last.map(String.init) ?? ""
        }
        let fresh = ToolRun(["test", folder.path, "--last-failed"], environment: environment)
        #expect(fresh.error == "nothing of this failed last time: all of it is run\n" && fresh.out.hasSuffix("15 passed, 9 failed\n"))
        #expect(totals(["--last-failed"]) == "0 passed, 9 failed")
        // A run of something else does not forget.
        #expect(totals(["--filter", "bad 4"]) == "0 passed, 1 failed")
        let path = folder.path + "/f05.sfm"
        try String(contentsOfFile: path, encoding: .utf8).replacingOccurrences(of: "teacher", with: "student").write(
            toFile: path, atomically: true, encoding: .utf8)
        #expect(totals(["--last-failed"]) == "1 passed, 8 failed")
        #expect(totals(["--last-failed"]) == "0 passed, 8 failed")
        try folder.write("f06.sfm", "scenario")
        #expect(totals([]) == "15 passed, 7 failed")
        try folder.write("f06.sfm", "register school\n")
        #expect(totals(["--last-failed"]) == "1 passed, 7 failed")
        // In CI nothing is kept.
        #expect(ToolRun(["test", folder.path], environment: environment.merging(["CI": "1"]) { $1 }).status == .failed)
        for k in 1...12 { try folder.write(k < 10 ? "f0\(k).sfm" : "f\(k).sfm", "register school\n") }
        #expect(totals([]) == "12 passed, 0 failed")
        #expect(try FileManager.default.contentsOfDirectory(atPath: state.path + "/sfm/failed").isEmpty)
    }

    @Test(arguments: [
        ["--watch", "--list"], ["--watch", "--shard", "1/2"], ["--watch", "--format", "json"], ["--shard", "1/2", "--last-failed"],
        ["--shard", "1/2", "--policy", "koshdo-2024,tekhnikum"], ["--update", "--tag", "a"], ["--shard", "3/2"], ["--shard", "0/2"], ["--shard", "2"],
        ["--order", "backwards"], ["--seed", "-1"], ["--threshold", "101"],
    ])
    func whatDoesNotGoTogether(words: [String]) { #expect(ToolRun(["test", "Examples"] + words).status == .usage) }

    @Test func nobodyWatchesInCI() { #expect(ToolRun(["test", "Examples", "--watch"], environment: ["CI": "true"]).status == .usage) }
}
