import Foundation
import Testing

@testable import SfmScenarios
@testable import SfmTool

/// What `--filter` and `--tag` ask: words, `and`, `or`, `not`, parentheses, in both languages.
@Suite struct ScenarioQueryTests {
    private static func holds(_ text: String, _ tags: [String]) throws -> Bool {
        try ScenarioQuery(text, .tag).holds(tags.map(Selection.folded))
    }

    @Test(arguments: [
        ("a", "a"), ("a and b", "ab abc"), ("a и b", "ab abc"), ("a or b and c", "a ab ac abc bc"), ("(a or b) and c", "ac bc abc"),
        ("not a", "b c bc -"), ("не a и не b", "c -"), ("not (a or b)", "c -"), ("!a", "b c bc -"), ("a,b", "a b ab ac bc abc"), ("!a,b", "c -"),
        ("!(a, b)", "c -"), ("A AND B", "ab abc"), ("a либо b или c", "a b c ab ac bc abc"), ("not not a", "a ab ac abc"), ("((a))", "a ab ac abc"),
        ("\"a\" and not «b»", "a ac"), ("a and not b or c", "a c ac bc abc"),
    ])
    func tags(text: String, expected: String) throws {
        for tags in ["-", "a", "b", "c", "ab", "ac", "bc", "abc"] {
            let own = tags == "-" ? [] : tags.map(String.init)
            let isExpected = expected.split(separator: " ").contains { $0 == tags } || text == "a" && own.contains("a")
            #expect(try Self.holds(text, own) == isExpected, "\(text) of \(tags)")
        }
    }

    private static func fits(_ text: String, _ title: String) throws -> Bool {
        try ScenarioQuery(text, .filter).holds([Selection.folded(title)])
    }

    /// A word of a title is no operator where none may stand.
    @Test(arguments: [
        ("is not blocked", "He is not blocked", true), ("is not blocked", "He is blocked", false), ("не может писать", "Родитель не может писать", false),
        ("Родитель не может", "Родитель не может писать", true), ("block and unblock", "Block, then unblock", true),
        ("\"block and unblock\"", "Block, then unblock", false), ("«мама и папа»", "Мама и папа в чате", true), ("мама и папа", "Папа и мама", true),
        ("п. 24 (срок)", "Блокировка по п. 24 (срок)", true), ("(block or chat) and not (x)", "A chat", true), ("chat*", "Chat of parents", true),
        ("chat* and not *parents", "Chat of parents", false), ("«10А» принимает", "Класс «10А» принимает", true), ("ордер", "орден", false),
        ("android", "Android and iOS", true), ("иван", "Иван", true), ("или", "x", false),
    ])
    func filters(text: String, title: String, expected: Bool) throws {
        if text == "или" {
            #expect(throws: ScenarioQuery.Mistake.self) { try ScenarioQuery(text, .filter) }
        } else {
            #expect(try Self.fits(text, title) == expected)
        }
    }

    @Test(arguments: [
        ("", 0), ("  ", 2), ("a and", 5), ("a b", 2), ("(a", 0), ("a)", 1), ("and a", 0), ("not", 3), ("a or or b", 5), ("a,,b", 0), ("()", 1),
        ("a (b)", 2), ("a and (b or", 11), ("!", 0),
    ])
    func mistakesHaveTheirPlace(text: String, place: Int) {
        do {
            _ = try ScenarioQuery(text, .tag)
            Issue.record("read: \(text)")
        } catch {
            #expect(error.at == place && !error.message.en.isEmpty && error.message.ru != error.message.en, "\(text): \(error.at)")
        }
    }

    @Test func nestingHasACeiling() throws {
        func nested(_ n: Int) -> String { String(repeating: "(", count: n) + "a" + String(repeating: ")", count: n) }
        #expect(try Self.holds(nested(63), ["a"]))
        #expect(throws: ScenarioQuery.Mistake.self) { try ScenarioQuery(nested(64), .tag) }
        #expect(throws: ScenarioQuery.Mistake.self) { try ScenarioQuery(String(repeating: "not ", count: 100_000) + "a", .tag) }
    }

    /// Whatever is written, the two sides of De Morgan's laws and of distribution agree.
    @Test func lawsOfLogic() throws {
        var numbers = SeededNumbers(seed: 11)
        func random(_ depth: Int) -> String {
            switch depth == 0 ? 0 : numbers.next() % 4 {
            case 0: ["a", "b", "c"][Int(numbers.next() % 3)]
            case 1: "not (\(random(depth - 1)))"
            case 2: "(\(random(depth - 1))) and (\(random(depth - 1)))"
            default: "(\(random(depth - 1))) или (\(random(depth - 1)))"
            }
        }
        for _ in 0..<40 {
            let (x, y, z) = (random(3), random(3), random(3))
            for tags in [[], ["a"], ["b"], ["a", "b"], ["c"], ["a", "b", "c"]] {
                #expect(try Self.holds("not ((\(x)) and (\(y)))", tags) == Self.holds("не (\(x)) или не (\(y))", tags))
                #expect(try Self.holds("(\(x)) and ((\(y)) or (\(z)))", tags) == Self.holds("(\(x)) и (\(y)) или (\(x)) и (\(z))", tags))
            }
        }
    }

    // MARK: - Files and lines

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
