import Foundation
import Testing

@testable import SfmTool

/// A report that standard output does not take is said, and the status tells.
@Suite struct OutputTests {
    private func shell(_ command: String) throws -> (status: Int32, error: String) {
        let (process, error) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", "\"$0\" " + command, PseudoTerminal.program]
        process.currentDirectoryURL = URL(filePath: ToolRun.root)
        process.environment = ["PATH": "/usr/bin:/bin", "CI": "true"]
        (process.standardInput, process.standardError) = (FileHandle.nullDevice, error)
        try process.run()
        let said = error.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }

    @Test(arguments: [
        "test Examples/koshdo-2024 --format json", "test Examples/koshdo-2024 --report junit=-", "check Examples/koshdo-2024 --report sarif=-",
        "coverage Examples/koshdo-2024 --format json", "fmt Examples/koshdo-2024/channels.ru.sfm", "--version",
    ])
    func whatCannotBePrintedIsSaid(command: String) throws {
        let full = try shell(command + " >/dev/full")
        #expect(full.status == 74 && full.error.hasSuffix("sfm: standard output: no space is left on the disk\n"), "\(full)")
        let closed = try shell(command + " >&-")
        #expect(closed.status == 74 && closed.error.hasSuffix("sfm: standard output: it is not open\n"), "\(closed)")
    }

    @Test func aReaderThatLeavesIsNoMistake() throws {
        let run = try shell("test Examples --format json | head -c 1 >/dev/null; exit ${PIPESTATUS[0]}")
        #expect(run.status == 0 && run.error == "", "\(run)")
    }
}
