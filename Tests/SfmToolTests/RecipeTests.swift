import Foundation
import Testing

@testable import SfmTool

/// The recipes of ci/, the action and the hooks: their own shell text, run shard by shard and merged, gives the report of one run; what
/// somebody writes into a variable is an argument and nothing else.
@Suite struct RecipeTests {
    private let place: Workplace
    private let whole: String
    /// Files and folders, one a line, as the recipes want them.
    private static let paths = "Examples\nМои сценарии/при \"мер\" {} $(touch pwned); touch pwned.sfm\n-первый.sfm"
    private static let scenario = "scenario \"x\"\n  given student @a in group \"1\"\n  expect @a is student\nend\n"
    private static let failing = "scenario \"y\"\n  given student @a in group \"1\"\n  expect @a is teacher\nend\n"

    init() throws {
        place = try Workplace()
        try FileManager.default.copyItem(atPath: ToolRun.root + "/Examples/koshdo-2024", toPath: place.path + "/Examples")
        for path in Self.paths.split(separator: "\n").dropFirst() { try place.folder.write(String(path), Self.scenario) }
        // What GNU parallel does with these words, one after another.
        try place.install(
            "bin/parallel",
            """
            #!/usr/bin/env bash
            while [[ $1 == --* ]]; do shift 2; done
            words=(); while [[ $1 != ::: ]]; do words+=("$1"); shift; done; shift
            for value in "$@"; do line="${words[*]}"; sh -c "${line//\\{\\}/$value}"; done

            """)
        // The program's own repository, as far as an installation sees it.
        try place.install(
            "где sfm/scripts/sfm",
            """
            #!/bin/sh
            root=$(dirname "$(dirname "$0")")
            mkdir -p "$root/.build/release" && cp "\(place.path)/bin/sfm" "$root/.build/release/sfm"
            echo built >> "\(place.path)/built"

            """)
        try place.folder.write("где sfm/Package.swift", "")
        try place.folder.write("где sfm/Sources/a.swift", "")
        let git = "cd 'где sfm' && git init -q -b main && git add -A && git -c user.name=a -c user.email=a@b.c commit -qm a"
        try #require(try place.shell(git).status == 0)
        let run = try place.run(["sfm", "test", "--format", "json", "--"] + Self.paths.split(separator: "\n").map(String.init))
        whole = run.out
        #expect(run.status == 0 && whole.contains("\"failed\":0,\"status\":\"passed\"}"), "\(run.error)")
    }

    /// What was pasted into a field of a page may end its lines as Windows does.
    private var environment: [String: String] {
        let paths = Self.paths.replacingOccurrences(of: "\n", with: "\r\n") + "\r\n"
        return ["CI": "true", "SFM_SOURCE": place.path + "/где sfm", "SFM_VERSION": "main", "SFM_PATHS": paths]
    }

    private func run(_ body: String, _ more: [String: String] = [:]) throws -> Workplace.Run { try place.shell(body, environment.merging(more) { $1 }) }

    private func expectWhole(_ report: String) throws {
        #expect(try place.text(report) == whole)
        #expect(!place.exists("pwned"))
    }

    // MARK: - YAML

    /// A file of YAML as Foundation has it.
    private func yaml(_ file: String) throws -> [String: Any] {
        let program = "import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin), sys.stdout)"
        let text = try String(contentsOfFile: ToolRun.root + "/" + file, encoding: .utf8)
        let run = try place.run(["python3", "-c", program], input: text)
        try #require(run.status == 0, "\(file): \(run.error)")
        let value = try JSONSerialization.jsonObject(with: Data(run.out.utf8))
        return try #require(value as? [String: Any] ?? (value as? [Any]).map { ["": $0] })
    }

    /// The shell text of a step by its name.
    private func step(_ name: String, of steps: Any?) throws -> String {
        let found = (steps as? [[String: Any]])?.first { $0["name"] as? String == name }
        return try #require(found?["run"] as? String, "\(name)")
    }

    private func steps(_ job: String, _ file: String) throws -> Any? {
        let jobs = try yaml(file)["jobs"] as? [String: Any]
        return (jobs?[job] as? [String: Any])?["steps"]
    }

    private func script(_ job: String, _ file: String, _ part: String = "script") throws -> String {
        let found = try yaml(file)[job] as? [String: Any]
        return try #require(found?[part] as? [String]).joined(separator: "\n")
    }

    // MARK: - Recipes

    @Test func gitHub() throws {
        let file = "ci/github-actions.yml"
        let (version, install) = (try step("Version", of: try steps("install", file)), try step("Install", of: try steps("install", file)))
        for _ in 0..<2 {
            #expect(try run(version, ["GITHUB_OUTPUT": place.path + "/output"]).status == 0)
            #expect(try run(install).status == 0)
        }
        #expect(try place.text("output").wholeMatch(of: /(commit=[0-9a-f]{40}\n)\1/) != nil)
        #expect(try place.text("built") == "built\n", "what the cache kept is not built again")
        let scenarios = try step("Scenarios", of: try steps("shard", file))
        for shard in 1...3 {
            let run = try run(scenarios, ["SHARD": "\(shard)", "SHARDS": "3"])
            #expect(run.status == 0, "\(run.out) \(run.error)")
        }
        try place.shell("mkdir shards && mv shard-*.json shards")
        #expect(try run(try step("Whole", of: try steps("report", file)), ["GITHUB_STEP_SUMMARY": place.path + "/summary"]).status == 0)
        try expectWhole("report.json")
        #expect(place.exists("report.xml") && place.exists("report.html"))
    }

    @Test func gitHubKeepsWhatFailed() throws {
        let file = "ci/github-actions.yml"
        try place.folder.write("Examples/broken.sfm", Self.failing)
        _ = try run(try step("Install", of: try steps("install", file)))
        let scenarios = try step("Scenarios", of: try steps("shard", file))
        let runs = try (1...3).map { try run(scenarios, ["SHARD": "\($0)", "SHARDS": "3"]) }
        #expect(runs.map(\.status).sorted() == [0, 0, 1])
        #expect(runs.contains { $0.out.contains("::error file=Examples/broken.sfm") })
        try place.shell("mkdir shards && mv shard-*.json shards")
        #expect(try run(try step("Whole", of: try steps("report", file)), ["GITHUB_STEP_SUMMARY": place.path + "/summary"]).status == 1)
        #expect(try place.text("summary").contains("1 failed") && place.text("report.xml").contains("failures=\"1\""))
        #expect(try place.text("report.json").contains("\"failed\":1,\"status\":\"failed\"}"))
    }

    @Test func gitLab() throws {
        let file = "ci/gitlab-ci.yml"
        for _ in 0..<2 { #expect(try run(try script("install", file)).status == 0) }
        #expect(try place.text("built") == "built\n")
        // Where the sources have moved on, what the cache kept is built anew.
        try place.shell("cd 'где sfm' && git -c user.name=a -c user.email=a@b.c commit -q --allow-empty -m b")
        #expect(try run(try script("install", file)).status == 0 && place.text("built") == "built\nbuilt\n")
        let scenarios = try script("scenarios", file)
        for shard in 1...3 { #expect(try run(scenarios, ["CI_NODE_INDEX": "\(shard)", "CI_NODE_TOTAL": "3"]).status == 0) }
        #expect(try run(try script("whole", file)).status == 0)
        try expectWhole("report.json")
        #expect(try place.text("sfm-quality.json") == "[]\n" && place.exists("report.html"))
    }

    @Test(arguments: [true, false])
    func gitLabJob(isOnImage: Bool) throws {
        let file = "ci/gitlab-sfm.yml"
        let text = try script("sfm", file, "before_script") + "\n" + script("sfm", file)
        if !isOnImage {
            try place.shell(
                "mkdir away && mv bin/sfm away && sed -i 's|bin/sfm|away/sfm|' 'где sfm/scripts/sfm' && cd 'где sfm' && git add -A && "
                    + "git -c user.name=a -c user.email=a@b.c commit -qm b")
        }
        let result = try run(text, ["SFM_ARGUMENTS": "--filter\r\n\r\nПервый нет такого\r\n"])
        #expect(result.status == 4 && result.error.contains("--filter “Первый нет такого”"), "\(result.error)")
        #expect(try run(text, ["SFM_ARGUMENTS": ""]).status == 0)
        #expect(try place.exists("built") != isOnImage && place.text("sfm-junit.xml").contains("<testsuites"))
        #expect(try place.text("sfm-quality.json") == "[]\n" && !place.exists("pwned"))
    }

    @Test func action() throws {
        let steps = (try yaml("action.yml")["runs"] as? [String: Any])?["steps"]
        let hosts = [
            "GITHUB_ACTION_PATH": place.path + "/где sfm", "RUNNER_TEMP": place.path + "/вре мя", "RUNNER_OS": "Linux", "RUNNER_ARCH": "X64",
            "GITHUB_OUTPUT": place.path + "/output", "GITHUB_PATH": place.path + "/search", "GITHUB_STEP_SUMMARY": place.path + "/summary",
        ]
        #expect(try run(try step("What is built", of: steps), hosts).status == 0)
        #expect(try place.text("output").wholeMatch(of: /key=sfm-Linux-X64-[0-9a-f]{32}\n/) != nil)
        for _ in 0..<2 { #expect(try run(try step("Build", of: steps), hosts).status == 0) }
        #expect(try place.text("built") == "built\n" && place.text("search").hasPrefix(place.path + "/вре мя/sfm-bin\n"))
        let scenarios = try step("Scenarios", of: steps)
        #expect(try run(scenarios, hosts.merging(["SFM_POLICY": "", "SFM_ARGUMENTS": ""]) { $1 }).status == 0)
        try expectWhole("вре мя/sfm-report/report.json")
        for name in ["junit.xml", "report.html"] { #expect(place.exists("вре мя/sfm-report/" + name)) }
        #expect(try place.text("summary").contains("0 failed"))
        // The reports are written when something fails, too, and the step fails.
        try place.folder.write("Examples/broken.sfm", Self.failing)
        let failed = try run(scenarios, hosts.merging(["SFM_POLICY": "koshdo-2024", "SFM_ARGUMENTS": "--filter\nbroken"]) { $1 })
        #expect(failed.status == 1 && failed.out.contains("::error file=Examples/broken.sfm"))
        #expect(try place.text("вре мя/sfm-report/report.json").contains("\"status\":\"failed\""))
    }

    @Test func slurm() throws {
        let script = "'" + ToolRun.root + "/ci/slurm.sh'"
        for shard in 1...3 { #expect(try run(script, ["SLURM_ARRAY_TASK_ID": "\(shard)", "SLURM_ARRAY_TASK_COUNT": "3"]).status == 0) }
        for shard in 1...3 { #expect(try run(script + " merge", ["SLURM_ARRAY_TASK_ID": "\(shard)", "SLURM_ARRAY_TASK_COUNT": "3"]).status == 0) }
        try expectWhole("sfm-reports/report.json")
        // A task that did not run is missed.
        #expect(try run(script + " merge", ["SLURM_ARRAY_TASK_COUNT": "4"]).status == 2)
        #expect(try run(script, ["SLURM_ARRAY_TASK_COUNT": "a[$(touch pwned)]"]).status == 64 && !place.exists("pwned"))
    }

    @Test func parallel() throws {
        let words = Self.paths.split(separator: "\n").map(String.init)
        #expect(try place.run(["bash", ToolRun.root + "/ci/parallel.sh"] + words, ["SHARDS": "4", "OUT": "вы ход {}"]).status == 0)
        try expectWhole("вы ход {}/report.json")
        try place.folder.write("Examples/broken.sfm", Self.failing)
        #expect(try place.run(["bash", ToolRun.root + "/ci/parallel.sh"]).status == 1)
        #expect(try place.run(["bash", ToolRun.root + "/ci/parallel.sh"], ["SHARDS": "a[$(touch pwned)]"]).status == 64 && !place.exists("pwned"))
    }

    // MARK: - Hooks

    /// The words of a hook, as pre-commit puts them together.
    private func hook(_ id: String, _ files: [String]) throws -> [String] {
        let hooks = try #require(try yaml(".pre-commit-hooks.yaml")[""] as? [[String: Any]])
        let hook = try #require(hooks.first { $0["id"] as? String == id })
        #expect(hook["language"] as? String == "system" && hook["require_serial"] as? Bool == true)
        let entry = try #require(hook["entry"] as? String)
        return try entry.split(separator: " ").map(String.init) + #require(hook["args"] as? [String]) + files
    }

    @Test func hooks() throws {
        let policy = "policy \"лицей\"\n  clause 1 \"Blocking\"\n    permit admin block user\nend\n"
        let test =
            "use policy \"порядок.sfm\"\n\nscenario \"z\"\n  given school \"Л\" with admin @a\n  given student @b in group \"1\"\n"
            + "  given chat \"1\" for students of group \"1\" moderated by @a\n  expect allowed: @a: block @b for 1 day\nend\n"
        try FileManager.default.removeItem(atPath: place.path + "/Examples")
        try place.folder.write("Мои сценарии/порядок.sfm", policy)
        try place.folder.write("Мои сценарии/блокировка.sfm", test)
        let changed = "Мои сценарии/порядок.sfm"
        for id in ["sfm-check", "sfm-fmt", "sfm-test"] {
            let run = try place.run(try hook(id, [changed, "-первый.sfm"]))
            #expect(run.status == 0, "\(id): \(run.out) \(run.error)")
        }
        try place.folder.write(changed, policy.replacingOccurrences(of: "permit", with: "forbid"))
        let run = try place.run(try hook("sfm-test", [changed]))
        #expect(run.status == 1 && run.out.contains("блокировка.sfm") && run.out.hasSuffix("0 passed, 1 failed\n"), "\(run.out)")
        #expect(try place.run(try hook("sfm-test", ["-первый.sfm"])).status == 0)
    }

    // MARK: - All of them

    private static let documents = ["action.yml", "ci/github-actions.yml", "ci/gitlab-ci.yml", "ci/gitlab-sfm.yml", ".pre-commit-hooks.yaml"]

    /// Every text of a shell in a document.
    private func bodies(_ value: Any) -> [String] {
        if let list = value as? [Any] { return list.flatMap(bodies) }
        guard let members = value as? [String: Any] else { return [] }
        return members.flatMap { name, value in
            if name == "run", let text = value as? String { return [text] }
            if ["script", "before_script", "after_script"].contains(name), let lines = value as? [String] { return [lines.joined(separator: "\n")] }
            return bodies(value)
        }
    }

    @Test("no shell text has an expression of the pipeline in it, and shellcheck finds nothing in any")
    func shellTexts() throws {
        for document in Self.documents {
            for body in bodies(try yaml(document)) {
                #expect(!body.contains("${{"), "\(document): \(body)")
                let run = try place.run(["shellcheck", "-s", "bash", "-"], input: body)
                #expect(run.status == 0, "\(document): \(run.out)")
            }
        }
        let scripts = try ["ci", "scripts"].flatMap { folder in
            try FileManager.default.contentsOfDirectory(atPath: ToolRun.root + "/" + folder).map { ToolRun.root + "/\(folder)/\($0)" }
        }.filter { try String(contentsOfFile: $0, encoding: .utf8).hasPrefix("#!/usr/bin/env bash") }
        let run = try place.run(["shellcheck"] + scripts)
        #expect(scripts.count > 8 && run.status == 0, "\(run.out)")
    }

    /// Both documents show every recipe's own lines.
    @Test(arguments: ["docs/ci.md", "docs/ci.ru.md"])
    func documentsShowTheRecipes(document: String) throws {
        let text = try String(contentsOfFile: ToolRun.root + "/" + document, encoding: .utf8)
        for file in try FileManager.default.contentsOfDirectory(atPath: ToolRun.root + "/ci") { #expect(text.contains("ci/" + file), "\(file)") }
        for file in ["action.yml", ".pre-commit-hooks.yaml", "--affected"] { #expect(text.contains(file), "\(file)") }
    }
}
