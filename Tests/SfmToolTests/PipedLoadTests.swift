import Foundation
import Testing

@testable import SfmTool

/// A text on a pipe loads what a script could include, and nothing else.
@Suite struct PipedLoadTests {
    private func pipe(_ line: String, in folder: String) throws -> (status: Int32, said: String) {
        let (process, input, out) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: PseudoTerminal.program)
        process.arguments = ["--lang", "en"]
        process.currentDirectoryURL = URL(filePath: folder)
        (process.standardInput, process.standardOutput, process.standardError) = (input, out, FileHandle.nullDevice)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
        try input.fileHandleForWriting.close()
        let said = out.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }

    @Test func readsOnlyScriptsOfTheFolder() throws {
        let folder = try TemporaryFolder()
        let outside = try folder.write("outside.sfm", "register school\n")
        try folder.write("in/sub/lesson.sfm", "register school\n")
        try folder.write("in/lesson.txt", "register school\n")
        symlink(outside, folder.path + "/in/link.sfm")
        let inside = folder.path + "/in"
        #expect(try pipe("load \"sub/lesson.sfm\"", in: inside).status == 0)
        #expect(try pipe("load \"./sub/../sub/lesson.sfm\"", in: inside).status == 0)
        for (name, words) in [
            ("/etc/hostname", "outside of the script's folder"), (outside, "outside of the script's folder"),
            ("../outside.sfm", "outside of the script's folder"), ("lesson.txt", "is not a .sfm file"), ("link.sfm", "is a link"),
            ("none.sfm", "none.sfm"),
        ] {
            let run = try pipe("load \"\(name)\"", in: inside)
            #expect(run.status == 2 && run.said.contains(words), "\(name): \(run)")
        }
    }
}
