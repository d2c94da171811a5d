import Foundation
import Testing

@testable import SfmTool

/// What a script may read: plain `.sfm` files of its own folder tree, and nothing else.
@Suite struct IncludeTests {
    private func status(of include: String, _ prepare: (TemporaryFolder) throws -> Void = { _ in }) throws -> (ToolRun.Status, String) {
        let folder = try TemporaryFolder()
        try folder.write("outside.sfm", "create group \"secret\"\n")
        try folder.write("in/a.sfm", "include \"\(include)\"\ncreate group \"a\"\n")
        try prepare(folder)
        let run = ToolRun(["check", folder.path + "/in/a.sfm"])
        #expect(!run.out.contains("secret"))
        return (run.status, run.out)
    }

    @Test(arguments: ["../outside.sfm", "/etc/passwd", "b/../../outside.sfm", "./../outside.sfm", "~/x.sfm", "..", "", "b\\\\..\\\\x.sfm"])
    func outside(include: String) throws {
        let (status, out) = try status(of: include)
        #expect(status == .invalid)
        #expect(out.contains("SFM0501"), "\(out)")
    }

    /// A policy file is named from the file that names it, however deep that is, and never leads out.
    @Test func policiesOfIncludedFiles() throws {
        let folder = try TemporaryFolder()
        func policy(_ id: String) -> String { "policy \"\(id)\"\n  clause 1 \"Calls\"\n    permit start call by teacher\nend\n" }
        try folder.write("in/own.sfm", policy("upper"))
        try folder.write("in/sub/own.sfm", policy("middle"))
        try folder.write("in/sub/deep/own.sfm", policy("lower"))
        try folder.write("in/sub/deep/use.sfm", "use policy \"./own.sfm\"\n")
        try folder.write("in/sub/use.sfm", "include \"deep/use.sfm\"\nuse policy \"own.sfm\"\nuse policy \"../own.sfm\"\n")
        let facts = ["upper", "middle", "lower"].map { "  expect policy \"\($0)\" is in force\n" }.joined()
        try folder.write("in/a.sfm", "include \"sub/use.sfm\"\nscenario \"all three\"\n\(facts)end\n")
        let run = ToolRun(["test", folder.path + "/in/a.sfm"])
        #expect(run.status == .ok, "\(run.out)\(run.error)")
        try folder.write("outside.sfm", policy("secret"))
        try folder.write("in/sub/use.sfm", "use policy \"../../outside.sfm\"\n")
        let refused = ToolRun(["test", folder.path + "/in/a.sfm"])
        #expect(refused.status == .invalid && refused.out.contains("SFM0501"))
    }

    @Test func linksAreNotFollowed() throws {
        let toFile = try status(of: "link.sfm") {
            try FileManager.default.createSymbolicLink(atPath: $0.path + "/in/link.sfm", withDestinationPath: "../outside.sfm")
        }
        #expect(toFile.0 == .invalid && toFile.1.contains("SFM0504"))
        let toFolder = try status(of: "linked/outside.sfm") {
            try FileManager.default.createSymbolicLink(atPath: $0.path + "/in/linked", withDestinationPath: "..")
        }
        #expect(toFolder.0 == .invalid && toFolder.1.contains("SFM0504"))
    }

    @Test func onlyPlainFiles() throws {
        let pipe = try status(of: "pipe.sfm") { #expect(mkfifo($0.path + "/in/pipe.sfm", 0o600) == 0) }
        #expect(pipe.0 == .invalid && pipe.1.contains("SFM0504"))
        let folder = try status(of: "folder.sfm") {
            try FileManager.default.createDirectory(atPath: $0.path + "/in/folder.sfm", withIntermediateDirectories: false)
        }
        #expect(folder.0 == .invalid && folder.1.contains("SFM0504"))
        let missing = try status(of: "none.sfm")
        #expect(missing.0 == .invalid && missing.1.contains("SFM0502"))
        let text = try status(of: "notes.txt") { try $0.write("in/notes.txt", "secret\n") }
        #expect(text.0 == .invalid && text.1.contains("SFM0505"))
    }

    @Test func linksFoundInAFolderAreNotFollowed() throws {
        let folder = try TemporaryFolder()
        try folder.write("outside.sfm", "secret secret\n")
        try folder.write("in/a.sfm", "create group \"a\"\n")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/in/b.sfm", withDestinationPath: "../outside.sfm")
        for command in ["check", "test"] {
            let run = ToolRun([command, folder.path + "/in"])
            #expect(run.status == .invalid)
            #expect(!(run.out + run.error).contains("secret"))
        }
    }

    @Test func circles() throws {
        let own = try status(of: "a.sfm")
        #expect(own.0 == .invalid && own.1.contains("SFM0503"))
        let two = try status(of: "b.sfm") { try $0.write("in/b.sfm", "include \"a.sfm\"\n") }
        #expect(two.0 == .invalid && two.1.contains("a.sfm → b.sfm → a.sfm"))
    }

    @Test func sixteenDeepPassesSeventeenDoesNot() throws {
        func chain(_ depth: Int) throws -> ToolRun.Status {
            let folder = try TemporaryFolder()
            for k in 0..<depth { try folder.write("\(k).sfm", "include \"\(k + 1).sfm\"\n") }
            try folder.write("\(depth).sfm", "create group \"a\"\n")
            return ToolRun(["check", folder.path + "/0.sfm"]).status
        }
        #expect(try chain(16) == .ok)
        #expect(try chain(17) == .limit)
    }

    @Test func tooManyFiles() throws {
        let folder = try TemporaryFolder()
        try folder.write("one.sfm", "create group \"a\"\n")
        let file = try folder.write("a.sfm", String(repeating: "include \"one.sfm\"\n", count: 257))
        for (language, words) in [("en", "raise the limit: --max-files N"), ("ru", "поднимите предел: --max-files N")] {
            let run = ToolRun(["check", file, "--lang", language])
            #expect(run.status == .limit && run.out.contains("SFM0902") && run.out.contains(words), "\(run.out)")
        }
        #expect(ToolRun(["check", file, "--max-files", "257"]).status == .ok)
        #expect(ToolRun(["check", file, "--max-files", "256"]).status == .limit)
    }

    @Test("the deepest chain of files that can be asked for fits every stack") func deepestChain() throws {
        let folder = try TemporaryFolder()
        for k in 1...512 { try folder.write("\(k).sfm", "include \"\(k + 1).sfm\"\n") }
        try folder.write("513.sfm", "create group \"a\"\n")
        let limits = ["--max-include-depth", "512", "--max-files", "1000"]
        #expect(ToolRun(["check", folder.path + "/1.sfm"] + limits).status == .ok)
        // Enough of them for workers, whose stacks are smaller.
        let files = (1...9).map { folder.path + "/\($0).sfm" }
        #expect(ToolRun(["test"] + files + limits + ["--jobs", "2"]).status == .ok)
        #expect(ToolRun(["check", folder.path + "/1.sfm", "--max-include-depth", "513"]).status == .usage)
    }

    @Test func policiesOfFilesExtendOneAnotherInACircle() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.sfm", "policy \"a\"\n  extends \"./b.sfm\"\nend\n")
        try folder.write("b.sfm", "policy \"b\"\n  extends \"./a.sfm\"\nend\n")
        let file = try folder.write("c.sfm", "use policy \"./a.sfm\"\ncreate group \"a\"\n")
        let run = ToolRun(["check", file])
        #expect(run.status == .invalid && run.out.contains("SFM0503"))
    }

    @Test func thePlaceOfAMistakeIsThatOfItsFile() throws {
        let (status, out) = try status(of: "b/b.sfm") { try $0.write("in/b/b.sfm", "create group \"b\"\ncreat group \"c\"\n") }
        #expect(status == .invalid)
        #expect(out.contains("/in/b/b.sfm:2:1"))
    }
}
