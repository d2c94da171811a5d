import Foundation
import SfmRuntime
import Testing

@testable import SfmTool

/// The same scenarios under several policies.
@Suite struct MatrixTests {
    private static let scenario = """
        background
          given teacher @petrova
          given student @ivanov in group "10А"
          given chat "10А" for students of group "10А" moderated by @petrova
        end
        scenario "After one violation"
          violate @ivanov in chat "10А"
          expect denied by clause 24: @petrova: block @ivanov for 1 day
        end

        """

    private func json(_ words: [String]) throws -> [String: Any] {
        let run = ToolRun(words + ["--format", "json"])
        return try #require(try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any])
    }

    @Test func asData() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.sfm", Self.scenario)
        let matrix = try json(["test", path, "--policy", "koshdo-2024,tekhnikum,rtishchevo-2025"])
        #expect(matrix["passed"] as? Int == 1 && matrix["failed"] as? Int == 2)
        let rows = try #require(matrix["scenarios"] as? [[String: Any]])
        #expect(rows.count == 1 && rows[0]["name"] as? String == "After one violation" && rows[0]["line"] as? Int == 6)
        let results = try #require(rows[0]["results"] as? [[String: Any]])
        #expect(results.map { $0["status"] as? String } == ["passed", "failed", "failed"])
        let failures = results.map { ($0["failures"] as? [[String: Any]])?.first }
        #expect(failures[0] == nil)
        #expect(failures[1]?["line"] as? Int == 8 && failures[1]?["outcome"] as? String == "allowed")
        #expect(failures[1]?["clauses"] as? [[String: String]] == [["policy": "tekhnikum", "clause": "21.4.5"]])
        #expect(failures[2]?["outcome"] as? String == "notGranted" && (failures[2]?["clauses"] as? [Any])?.isEmpty == true)
    }

    @Test("a known failure is one under the policies that are named with it, with its reason, and the tags are there") func knownFailures() throws {
        let folder = try TemporaryFolder()
        let text = Self.scenario.replacingOccurrences(
            of: "\"After one violation\"", with: "\"After one violation\" [smoke, block]\n  known failure \"not yet\"")
        let path = try folder.write("a.sfm", text)
        let words = ["test", path, "--policy", "koshdo-2024,tekhnikum,rtishchevo-2025"]
        let matrix = try json(words)
        let row = try #require((matrix["scenarios"] as? [[String: Any]])?.first)
        #expect(row["tags"] as? [String] == ["smoke", "block"])
        let results = try #require(row["results"] as? [[String: Any]])
        #expect(results.map { $0["status"] as? String } == ["failed", "knownFailure", "knownFailure"])
        #expect(results.map { $0["reason"] as? String } == [nil, "not yet", "not yet"])
        for (language, head) in [("en", "known failures: 1 scenario"), ("ru", "известные ошибки: 1 сценарий")] {
            let out = ToolRun(words + ["--lang", language]).out
            #expect(out.contains("\(head)\n  \(path):6 After one violation [tekhnikum, rtishchevo-2025] — not yet\n"), "\(out)")
        }
        let alike = ToolRun(["test", path, "--policy", "tekhnikum,rtishchevo-2025", "--lang", "en"])
        #expect(alike.out.contains(":6 After one violation — not yet\n"), "\(alike.out)")
        // Of one policy the tags are there as well, and a shard's report with them is taken.
        let one = try json(["test", path, "--policy", "tekhnikum"])
        #expect(((one["files"] as? [[String: Any]])?.first?["scenarios"] as? [[String: Any]])?.first?["tags"] as? [String] == ["smoke", "block"])
        let shard = try folder.write("1.json", ToolRun(["test", path, "--policy", "tekhnikum", "--shard", "1/1", "--format", "json"]).out)
        #expect(ToolRun(["report", "merge", folder.path + "/m.json", shard]).error == "")
        #expect(try String(contentsOfFile: folder.path + "/m.json", encoding: .utf8).contains("\"tags\":[\"smoke\",\"block\"]"))
    }

    @Test func allAreAll() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.sfm", Self.scenario)
        let matrix = try json(["test", path, "--policy", "all"])
        #expect((matrix["policies"] as? [[String: Any]])?.map { $0["id"] as? String } == Library.shippedIDs)
        let run = ToolRun(["test", path, "--policy", "all", "--lang", "ru"])
        #expect(run.status == .failed && run.out.hasSuffix("\n1 passed, \(Library.shippedIDs.count - 1) failed\n"))
        for line in run.out.split(separator: "\n") where !line.contains(path) { #expect(line.count <= 120, "\(line)") }
    }

    @Test func ownPolicyOfAFile() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.sfm", Self.scenario)
        let own = try folder.write("elsewhere/own.sfm", "policy \"own\"\n  clause 24 \"a\"\n    permit block by director\nend\n")
        let run = ToolRun(["test", path, "--policy", own + ",tekhnikum"])
        #expect(run.status == .failed && run.out.hasSuffix("\n1 passed, 1 failed\n"), "\(run.out)\(run.error)")
        let alone = ToolRun(["test", path, "--policy", own])
        #expect(alone.status == .ok && alone.out.hasSuffix("\n1 passed, 0 failed\n"))
        let empty = try folder.write("empty.sfm", "create group \"10А\"\n")
        #expect(ToolRun(["test", path, "--policy", empty]).error.contains("SFM0401"))
    }

    /// Of two prohibitions that differ in their documents the one that asks for most of the same stands beside it.
    @Test func theNearestRuleStandsBeside() throws {
        let data = try json(["compare", "recommendations-2023", "koshdo-2024", "--act", "register school"])
        let rows = (data["topics"] as? [[String: Any]])?.first?["rows"] as? [[String: Any]]
        let clauses = rows?.map { row in (row["norms"] as? [[String: Any]])?.compactMap { ($0["clauses"] as? [[String: String]])?.first?["clause"] } }
        #expect(clauses == [["4.4"], ["4.5", "11.1"]])
    }

    @Test func everyMixtureOfSidesIsTold() throws {
        let folder = try TemporaryFolder()
        func policy(_ id: String, _ rules: String) throws -> String { try folder.write(id + ".sfm", "policy \"\(id)\"\n\(rules)end\n") }
        let a = try policy(
            "a",
            "  clause 1 \"x\"\n    permit block by moderator when violations > 3\n  clause 2 \"y\"\n    oblige moderator to remind target when violate within 1 day\n"
        )
        let b = try policy(
            "b", "  clause 7 \"x\"\n    permit block by admin when violations > 3\n  clause 8 \"y\"\n    oblige moderator to remind target when violate\n")
        let data = try json(["compare", a, b])
        let topics = try #require(data["topics"] as? [[String: Any]])
        let differences = topics.flatMap { $0["rows"] as? [[String: Any]] ?? [] }.flatMap { $0["differences"] as? [[String: Any]] ?? [] }
        #expect(differences.map { $0["aspect"] as? String } == ["within", "who"])
        #expect(differences[0]["values"] as? [String: String] == ["a": "1 day"])
        #expect(differences[1]["values"] as? [String: String] == ["a": "moderator", "b": "admin"])
        #expect(data["differs"] as? Int == 2 && data["same"] as? Int == 0)
        let same = ToolRun(["compare", a, a])
        #expect(same.status == .usage)
    }
}
