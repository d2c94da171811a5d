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
}
