import Foundation
import Testing

@testable import SfmScenarios
@testable import SfmTool

/// What a run takes of its files by `FILE:LINE`, by queries that are slips, and up to so many failures.
@Suite struct SelectedLinesTests {
    private static let text = """
        # a remark
        scenario "One"
          given student @a in group "1"
          expect @a is student
        end

        scenario "Two <who>"
          given student @a in group "1"
          expect @a is <who>
        examples
          | who     |
          | student |
          | teacher |
        end
        exercise "Three"
          story "…"
          given student @a in group "1"
          goal @a is departed
          solution
            depart @a
          end
        end

        """

    @Test(arguments: [
        (1, []), (2, ["One"]), (4, ["One"]), (5, ["One"]), (6, []), (7, ["Two student", "Two teacher"]), (9, ["Two student", "Two teacher"]),
        (11, ["Two student", "Two teacher"]), (12, ["Two student"]), (13, ["Two teacher"]), (14, ["Two student", "Two teacher"]), (15, ["Three"]),
        (22, ["Three"]), (23, []), (0, []), (99, []),
    ])
    func scenarioAroundALine(line: Int, expected: [String]) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.sfm", Self.text)
        let run = ToolRun(["test", "--list", "--format", "json", "\(path):\(line)", "--lang", "en"])
        let value = try #require(JSONValue(Array(run.out.utf8)))
        #expect((value["scenarios"]?.elements ?? []).compactMap { $0["name"]?.string } == expected)
        #expect(run.status == (expected.isEmpty ? .nothing : .ok))
        #expect(run.error.contains("no scenario stands around") == expected.isEmpty, "\(run.error)")
    }

    @Test(
        "a mark without its other is a slip among operators, and a piece of a title by itself",
        arguments: [
            ("--tag", "not \"slow", true), ("--tag", "\"smoke", true), ("--filter", "not pupil)", true), ("--filter", "\"mother\" and \"fath", true),
            ("--filter", "one and «Two", true), ("--filter", "Two)", false), ("--filter", "«Two", false), ("--filter", "One", false),
        ])
    func unpairedMarks(option: String, query: String, isSlip: Bool) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.sfm", Self.text)
        let run = ToolRun(["test", "--list", path, option, query, "--lang", "en"])
        #expect((run.status == .usage) == isSlip, "\(run.out)\(run.error)")
        if isSlip { #expect(run.error.contains("closed") || run.error.contains("closes nothing"), "\(run.error)") }
    }

    @Test("a line without a scenario is no success, whatever else ran") func emptyLinesCount() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.sfm", Self.text)
        let run = ToolRun(["test", path + ":2", path + ":6", "--lang", "ru"])
        // As with a path that is not there nothing is run, and no report says that all is well.
        let report = folder.path + "/r.json"
        #expect(run.status == .nothing && run.out == "0 passed, 0 failed\n", "\(run.out)")
        #expect(ToolRun(["test", path + ":2", path + ":6", "--report", report]).status == .nothing)
        #expect(!FileManager.default.fileExists(atPath: report))
        #expect(run.error.contains(":6: в этом месте нет сценария; ближайший начинается со строки 7: «Two student»"), "\(run.error)")
        #expect(ToolRun(["test", path + ":2:7"]).out.hasSuffix("1 passed, 0 failed\n"), "a column may stand behind it, as in a diagnostic")
        // The file as a whole, or its folder, takes all of it.
        for other in [path, folder.path] { #expect(ToolRun(["test", path + ":2", other]).out.hasSuffix("3 passed, 1 failed\n")) }
        #expect(ToolRun(["test", folder.path + ":2"]).status == .usage)
        #expect(ToolRun(["test", folder.path + "/none.sfm:2", "--lang", "en"]).error.contains("there is no file"))
        let loose = try folder.write("loose.sfm", "register school\n\ncreate group \"1\"\n")
        #expect(ToolRun(["test", loose + ":2"]).out.hasSuffix("1 passed, 0 failed\n"))
    }

    @Test("a file of such a name is that file") func aNameWithAColon() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.sfm", Self.text)
        let path = try folder.write("a.sfm:2", "register school\nscenario\n")
        #expect(ToolRun(["test", path]).status == .invalid)
        #expect(ToolRun(["test", folder.path + "/a.sfm:4"]).status == .ok)
    }

    // MARK: - --max-fail

    @Test("the run ends with the so many-th failure, and what is left out is counted", arguments: [1, 2, 3, 4, 5, 9], ["1", "7"])
    func stopsAfterFailures(most: Int, jobs: String) throws {
        let folder = try TemporaryFolder()
        // Three files of two failures and one success each, and one with a mistake between them.
        for k in 1...4 {
            let roles = ["teacher", "student", "parent"]
            let text = roles.map { "scenario \"\($0) \(k)\"\n  given student @a in group \"1\"\n  expect @a is \($0)\nend\n" }.joined()
            try folder.write("f\(k).sfm", k == 2 ? "nonsense here\n" : text)
        }
        let run = ToolRun(["test", folder.path, "--max-fail", String(most), "--jobs", jobs, "--lang", "en"])
        let expected: [Int: (totals: String, left: String?)] = [
            1: ("0 passed, 1 failed", "8 scenarios (3 files as a whole)"), 2: ("1 passed, 2 failed", "6 scenarios (3 files as a whole)"),
            3: ("1 passed, 2 failed", "6 scenarios (2 files as a whole)"), 4: ("1 passed, 3 failed", "5 scenarios (1 file as a whole)"),
            5: ("2 passed, 4 failed", "3 scenarios (1 file as a whole)"), 9: ("3 passed, 6 failed", nil),
        ]
        let (totals, left) = try #require(expected[most])
        #expect(run.out.hasSuffix(totals + "\n"), "\(run.out)")
        #expect(left.map { run.out.contains("not run: " + $0 + "\n") } ?? !run.out.contains("not run"), "\(run.out)")
        #expect(run.status == (most < 3 ? .failed : .invalid))
        let json = try #require(JSONValue(Array(ToolRun(["test", folder.path, "--max-fail", String(most), "--format", "json"]).out.utf8)))
        #expect((json["notRunScenarios"]?.number ?? 0) == left.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0)
    }
}
