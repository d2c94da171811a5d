import Foundation
import Testing

/// The recipes of ci/: their command lines, run shard by shard and merged, give the report of one run.
@Suite struct RecipeTests {
    private let folder: TemporaryFolder
    private let whole: String

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: ToolRun.root + "/Examples/koshdo-2024", toPath: folder.path + "/Examples")
        try folder.write("bin/sfm", "#!/bin/sh\nexec \"\(PseudoTerminal.program)\" \"$@\"\n")
        // What GNU parallel does with these words, one after another.
        try folder.write(
            "bin/parallel",
            """
            #!/usr/bin/env bash
            while [[ $1 == --* ]]; do shift 2; done
            words=(); while [[ $1 != ::: ]]; do words+=("$1"); shift; done; shift
            for value in "$@"; do line="${words[*]}"; bash -c "${line//\\{\\}/$value}"; done

            """)
        for name in ["sfm", "parallel"] { try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/bin/" + name) }
        whole = ToolRun(["test", folder.path + "/Examples", "--format", "json"]).out.replacingOccurrences(of: folder.path + "/", with: "")
    }

    /// Runs a line of shell in the folder; the status of the shell.
    @discardableResult
    private func shell(_ line: String, _ environment: [String: String] = [:]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-euo", "pipefail", "-c", line]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.environment = ["PATH": folder.path + "/bin:/usr/bin:/bin", "LANG": "en_US.UTF-8", "CI": "true"].merging(environment) { $1 }
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// The command lines of sfm in a recipe, without what YAML puts before them.
    private func lines(_ file: String, _ command: String) throws -> [String] {
        let text = try String(contentsOfFile: ToolRun.root + "/ci/" + file, encoding: .utf8)
        return text.split(separator: "\n").compactMap { line in
            line.range(of: "sfm \(command) ").flatMap { line.hasPrefix("#") ? nil : String(line[$0.lowerBound...]) }
        }
    }

    private func expectWhole(_ report: String) throws {
        #expect(try String(contentsOfFile: folder.path + "/" + report, encoding: .utf8) == whole)
        #expect(whole.contains("\"failed\":0,\"status\":\"passed\"}"))
    }

    @Test(arguments: ["github-actions.yml", "gitlab-ci.yml"])
    func matrix(file: String) throws {
        let test = try #require(try lines(file, "test").first)
        for shard in 1...3 {
            let line = test.replacingOccurrences(of: "${{ matrix.shard }}", with: "\(shard)")
            #expect(try shell(line, ["CI_NODE_INDEX": "\(shard)", "CI_NODE_TOTAL": "3"]) == 0, "\(line)")
        }
        #expect(try shell(try #require(try lines(file, "report merge").first)) == 0)
        try expectWhole("report.json")
    }

    @Test func slurm() throws {
        let script = ToolRun.root + "/ci/slurm.sh"
        for shard in 1...3 { #expect(try shell(script, ["SLURM_ARRAY_TASK_ID": "\(shard)", "SLURM_ARRAY_TASK_COUNT": "3"]) == 0) }
        for shard in 1...3 { #expect(try shell(script + " merge", ["SLURM_ARRAY_TASK_ID": "\(shard)", "SLURM_ARRAY_TASK_COUNT": "3"]) == 0) }
        try expectWhole("sfm-reports/report.json")
        // A task that did not run is missed.
        #expect(try shell(script + " merge", ["SLURM_ARRAY_TASK_COUNT": "4"]) == 2)
    }

    @Test func parallel() throws {
        #expect(try shell(ToolRun.root + "/ci/parallel.sh", ["SHARDS": "4"]) == 0)
        try expectWhole("sfm-reports/report.json")
        try folder.write("Examples/broken.sfm", "scenario \"x\"\n  given student @a in group \"1\"\n  expect @a is teacher\nend\n")
        #expect(try shell(ToolRun.root + "/ci/parallel.sh") == 1)
    }

    /// Both documents show every recipe's own lines.
    @Test(arguments: ["docs/ci.md", "docs/ci.ru.md"])
    func documentsShowTheRecipes(document: String) throws {
        let text = try String(contentsOfFile: ToolRun.root + "/" + document, encoding: .utf8)
        for file in try FileManager.default.contentsOfDirectory(atPath: ToolRun.root + "/ci") { #expect(text.contains("ci/" + file), "\(file)") }
    }
}
