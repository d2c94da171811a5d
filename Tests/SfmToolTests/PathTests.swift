import Foundation
import Testing

@testable import SfmTool

/// The paths of a command line.
@Suite struct PathTests {
    @Test func aFileRunsOnceHoweverItIsSpelt() throws {
        let folder = try TemporaryFolder()
        try folder.write("pass/a.sfm", "register school\n")
        let pass = folder.path + "/pass"
        symlink(pass, folder.path + "/again")
        for other in [pass + "/", pass + "/../pass", folder.path + "/./pass", pass + "/a.sfm", pass + "/./a.sfm", folder.path + "/again"] {
            let run = ToolRun(["test", pass, other])
            #expect(run.status == .ok && run.out.contains("1 passed, 0 failed"), "\(other): \(run.out)")
        }
        try folder.write("pass/b.sfm", "register school\n")
        #expect(ToolRun(["test", pass + "/a.sfm", pass + "/b.sfm"]).out.contains("2 passed, 0 failed"))
    }

    @Test func theFilesOfAFolderComeInTheOrderOfTheirBytes() throws {
        let folder = try TemporaryFolder()
        let names = [
            "b.sfm", "a.sfm", "a/z.sfm", "a/10.sfm", "a/9.sfm", "same-beginning-2.sfm", "same-beginning-10.sfm", "same-beginning.sfm", "same-beg.sfm",
            "same-be.sfm", "B.sfm", "урок.sfm", "Ёж.sfm", "caf\u{E9}.sfm", "cafe\u{301}.sfm", "a b.sfm", "x", "x.sfmm", "sfm", ".hidden.sfm", ".hidden/a.sfm",
        ]
        for name in names.reversed() { try folder.write(name, "register school\n") }
        for root in [folder.path, folder.path + "/"] {
            let found = try ScriptWalk(root).scripts
            let expected = names.filter { $0.hasSuffix(".sfm") && !$0.hasPrefix(".") }.map { folder.path + "/" + $0 }
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            #expect(found.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
        }
    }

    @Test(
        "in whatever a machine reads a path starts from the working folder",
        arguments: [
            "test --format json", "test --list --format json", "check --format json --all-warnings", "test --policy koshdo-2024,tekhnikum --format json",
            "test --shard 1/1 --format json", "coverage --format json", "test --report gitlab=-", "test --report junit=-", "test --report tap=-",
            "check --report sarif=-",
        ])
    func pathsStartFromTheWorkingFolder(line: String) {
        let folder = "Tests/Golden/report/"
        // What JUnit shows of a mistake is what the terminal shows, and that has paths as they were given.
        let files = (line.contains("junit") ? ["folder/ours.sfm"] : ["folder/ours.sfm", "broken/broken.sfm"]).map { folder + $0 }
        let words = line.split(separator: " ").map(String.init)
        func out(_ prefix: String) -> String { ToolRun(words + files.map { prefix + $0 } + ["--lang", "en"]).out }
        let plain = out("")
        #expect(plain.contains("Tests/Golden/report/"), "\(plain)")
        for prefix in ["./", ".//./", ToolRun.root + "/", ToolRun.root + "/./"] { #expect(out(prefix) == plain, "\(prefix)") }
    }
}
