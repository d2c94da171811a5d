import Testing

@testable import SfmTool

/// Command lines that do not fit are said to be so, whatever the command.
@Suite struct CommandLineTests {
    @Test(arguments: ["test", "run", "coverage", "ask"], [["--policy", ""], ["--policy", ","], ["--policy", ",,"], ["--policy="]])
    func policiesNeedNames(command: String, option: [String]) {
        let run = ToolRun([command, "Examples/koshdo-2024"] + option)
        #expect(run.status == .usage && run.out == "")
        #expect(run.error.contains("needs the name of a policy"), "\(run.error)")
    }

    @Test("a limit that nothing could keep is refused, not cut") func nestingHasACeiling() {
        #expect(ToolRun(["check", "--max-nesting", "512", "Examples/koshdo-2024"]).status == .ok)
        let run = ToolRun(["check", "--max-nesting", "513", "Examples/koshdo-2024"])
        #expect(run.status == .usage && run.error.contains("goes up to 512"))
    }

    @Test("the totals stand alone on the last line even where a path is no good") func totalsAreAlwaysThere() {
        let run = ToolRun(["test", "Examples/nowhere"])
        #expect(run.status == .invalid && run.out == "0 passed, 0 failed\n")
        #expect(ToolRun(["test", "--format", "json", "Examples/nowhere"]).out == "")
    }

    @Test("no share of the clauses is a share as well", arguments: [("0", nil), ("100", nil), ("-1", 64), ("101", 64), ("half", 64), ("", 64), ("0x1", 64)])
    func thresholds(value: String, status: Int32?) {
        let run = ToolRun(["coverage", "Examples/koshdo-2024/blocking.sfm", "--policy", "koshdo-2024", "--threshold", value, "--lang", "en"])
        #expect(run.status.rawValue == status ?? (value == "0" ? 0 : 1), "\(run.error)")
        if status != nil { #expect(run.error.contains("a whole number of per cent from 0 to 100"), "\(run.error)") }
    }

    @Test(
        "what a command would ignore it refuses",
        arguments: [
            "policies extra", "repl Examples", "explain SFM0301 SFM0302", "explain koshdo-2024 24 nonsense", "explain nonsense 24", "explain koshdo-2024",
            "reference markdown vim", "help block block", "помощь block --fix", "report merge", "new policy A B", "compare koshdo-2024", "train a b",
            "test Examples --yes", "test Examples --timings", "test Examples --timings --report json=x.json", "test Examples --policy all --format dots",
            "ask why --scenario X", "test Examples --order file --seed 3",
            "test Examples --seed 3 --order file", "coverage Examples --seed 3 --order file", "test Examples --update --report junit=x.xml",
            "test Examples --update --format json",
            "test Examples --update --max-fail 2", "test Examples --list --max-fail 2",
            "test Examples --fail-fast --max-fail 2", "test Examples --max-fail 0", "test Examples --shard 1/2 --max-fail 2",
            "test Examples --update --list", "test Examples --update --seed 1", "test Examples --update --fail-fast",
            "test Examples --list --report junit=x.xml", "test Examples --list --fail-fast", "train --list --report x.html",
        ])
    func nothingIsIgnored(line: String) {
        let words = line.split(separator: " ").map(String.init)
        let (en, ru) = (ToolRun(words, environment: ["LC_ALL": "en_US.UTF-8"]), ToolRun(words, environment: ["LC_ALL": "ru_RU.UTF-8"]))
        #expect(en.status == .usage && en.out.isEmpty && !en.error.isEmpty, "\(en.out)")
        #expect(ru.status == .usage && ru.out.isEmpty && ru.error != en.error, "\(ru.error)")
    }

    @Test("a limit ends with its own status wherever it is hit") func limitsHaveTheirStatus() throws {
        let folder = try TemporaryFolder()
        let exercise = "Tests/Golden/train/course/02-blocking.sfm"
        let policy = "Policies/koshdo-2024.sfm"
        let small = ["--max-file-bytes", "100"]
        let deep = try folder.write(
            "deep.sfm", "exercise \"E\"\n" + String(repeating: "  repeat 2 times\n", count: 3) + "  register school\n" + String(repeating: "  end\n", count: 4))
        let lines = [
            ["train", exercise, "--list"] + small, ["train", deep, "--list", "--max-nesting", "2"], ["run", exercise, "--policy", policy] + small,
            ["test", exercise, "--policy", policy] + small, ["coverage", exercise, "--policy", policy] + small,
            ["test", "--list", exercise, "--policy", policy] + small, ["compare", "tekhnikum", policy] + small, ["fmt", exercise] + small,
            ["ask", "show", "--after", exercise] + small, ["check", exercise] + small,
        ]
        for line in lines { #expect(ToolRun(line).status == .limit, "\(line)") }
        // What is wrong otherwise is not a limit.
        let broken = try folder.write("broken.sfm", "nonsense\n")
        for line in [["train", broken, "--list"], ["test", exercise, "--policy", broken], ["test", "--list", exercise, "--policy", broken]] {
            #expect(ToolRun(line).status == .invalid, "\(line)")
        }
    }
}
