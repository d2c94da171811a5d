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
}
