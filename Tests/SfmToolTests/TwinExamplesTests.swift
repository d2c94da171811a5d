import Foundation
import Testing

@testable import SfmTool

/// The examples that belong to no single policy, and in the language itself its contract and its semantics: they pass, in twins that say the same.
@Suite struct TwinExamplesTests {
    static let folders =
        ["differences", "findings", "our-school", "own-words", "rehearsals", "rules"].map { "Examples/" + $0 } + regulations + [
            "Clauses",
            "Tests/Scenarios/contract", "Tests/Scenarios/own-words", "Tests/Scenarios/semantics",
        ]

    /// Whole regulations of other kinds of school, each with its scenarios.
    static let regulations = ["college-group", "kindergarten", "parents-chat"].map { "Examples/" + $0 }

    private static func files(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: ToolRun.root + "/" + folder).filter { $0.hasSuffix(".sfm") }.sorted()
    }

    private static func scenarios(_ path: String) throws -> [[String: Any]] {
        let run = ToolRun(["test", path, "--format", "json"])
        let report = try #require(try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any])
        return (report["files"] as? [[String: Any]] ?? []).flatMap { $0["scenarios"] as? [[String: Any]] ?? [] }
    }

    @Test(arguments: folders) func pass(folder: String) throws {
        let run = ToolRun(["test", folder])
        #expect(run.status == .ok, "\(run.out)")
        #expect(try Self.files(folder).count >= 8)
    }

    @Test(arguments: folders) func areTwins(folder: String) throws {
        let files = try Self.files(folder)
        let english = files.filter { !$0.hasSuffix(".ru.sfm") }.map { String($0.dropLast(4)) }.sorted()
        #expect(english == files.filter { $0.hasSuffix(".ru.sfm") }.map { String($0.dropLast(7)) }.sorted())
        for name in english {
            let (one, other) = (try Self.scenarios("\(folder)/\(name).sfm"), try Self.scenarios("\(folder)/\(name).ru.sfm"))
            #expect(one.map { $0["steps"] as? Int } == other.map { $0["steps"] as? Int }, "\(name)")
            #expect(one.map { $0["line"] as? Int } == other.map { $0["line"] as? Int }, "\(name)")
        }
    }

    /// Taking any clause away, a note aside, makes a scenario fail; there is nothing to warn of.
    @Test(arguments: regulations) func everyClauseIsHeld(folder: String) {
        let check = ToolRun(["check", folder, "--lang", "en"])
        #expect(check.status == .ok && check.out.contains("in order"), "\(check.out)")
        let coverage = ToolRun(["coverage", folder, "--threshold", "100", "--mutants=clauses", "--lang", "en"])
        #expect(coverage.status == .ok && !coverage.out.contains("no scenario would miss"), "\(coverage.out)")
    }

    @Test func thereIsNothingToWarnOfInTheSemantics() {
        let run = ToolRun(["check", "Tests/Scenarios/semantics", "--lang", "en"])
        #expect(run.status == .ok && run.out.contains("in order"), "\(run.out)")
    }

    @Test func everyDifferenceNamesEveryPolicy() throws {
        let files = try Self.files("Examples/differences")
        #expect(files.count == 40)
        for file in files {
            let text = try String(contentsOfFile: ToolRun.root + "/Examples/differences/" + file, encoding: .utf8)
            for policy in ["koshdo-2024", "ibragimovo-2024", "krasnye-baki-2023", "rtishchevo-2025", "tekhnikum"] {
                #expect(text.contains("| \(policy) "), "\(file): \(policy)")
            }
        }
    }

    @Test(arguments: ["docs/findings.md", "docs/findings.ru.md"]) func everyFindingHasItsScenario(document: String) throws {
        let text = try String(contentsOfFile: ToolRun.root + "/" + document, encoding: .utf8)
        let ending = document.hasSuffix(".ru.md") ? ".ru.sfm" : ".sfm"
        let files = try Self.files("Examples/findings").filter { $0.hasSuffix(".ru.sfm") == (ending == ".ru.sfm") }
        #expect(files.count >= 20)
        for file in files { #expect(text.contains("(../Examples/findings/\(file))"), "\(file)") }
    }

    /// Two scenarios of a file under policies of their own: each is counted for its policy, whichever comes first.
    @Test func scenariosCountForTheirOwnPolicy() throws {
        let folder = try TemporaryFolder()
        let text = ["tekhnikum", "koshdo-2024"].map { policy in
            """
            scenario "\(policy)"
              use policy "\(policy)"
              given teacher @petrova
              given student @ivanov in group "10А"
              given chat "10А" for students of group "10А" moderated by @petrova
              expect not granted: @petrova: block @ivanov in chat "10А" for 1 day
            end

            """
        }
        let path = try folder.write("a.sfm", text.joined())
        let run = ToolRun(["coverage", path, "--format", "json"])
        let report = try #require(try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any])
        let exercised = (report["policies"] as? [[String: Any]] ?? []).map { policy in
            let clauses = policy["clauses"] as? [[String: Any]] ?? []
            return clauses.filter { $0["exercised"] as? Bool == true }.compactMap { $0["id"] as? String }
        }
        #expect(exercised == [["24"], ["21.4.5"]])
    }
}
