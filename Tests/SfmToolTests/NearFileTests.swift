import Foundation
import Testing

@testable import SfmTool

/// Files whose names read as the one that was written and are others.
@Suite struct NearFileTests {
    private static let composed = "чай.sfm"
    private static let decomposed = "чай.sfm".decomposedStringWithCanonicalMapping

    @Test(
        "an include of a name in another form or case opens nothing and asks",
        arguments: [
            (composed, decomposed), (decomposed, composed), ("Inner.sfm", "inner.sfm"), ("inner.sfm", "INNER.sfm"), ("Папка/inner.sfm", "папка/Inner.sfm"),
        ])
    func includes(written: String, there: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(there, "create group \"a\"\n")
        let file = try folder.write("main.sfm", "include \"\(written)\"\ncreate group \"b\"\n")
        for (language, words) in [("en", "did you mean “\(there)”?"), ("ru", "может быть, «\(there)»?")] {
            let run = ToolRun(["check", "--lang", language, file])
            #expect(run.status == .invalid && run.out.contains("SFM0502"), "\(run.out)")
            // Byte for byte: both forms look alike to a comparison of texts.
            #expect(Data(run.out.utf8).range(of: Data(words.utf8)) != nil, "\(run.out)")
        }
        // As it stands it is opened.
        let right = try folder.write("right.sfm", "include \"\(there)\"\ncreate group \"b\"\nexpect group \"a\" exists\n")
        #expect(ToolRun(["test", right]).status == .ok, "\(ToolRun(["test", right]))")
        // It is a question, not a fix.
        #expect(ToolRun(["check", "--fix", file]).status == .invalid)
    }

    @Test("a path of the command line as well") func commandLine() throws {
        let folder = try TemporaryFolder()
        let there = try folder.write("Папка/" + Self.decomposed, "create group \"a\"\n")
        for command in ["check", "fmt", "run", "test"] {
            let run = ToolRun([command, "--lang", "en", folder.path + "/папка/" + Self.composed])
            let said = Data((run.out + run.error).utf8)
            #expect(run.status == .invalid && said.range(of: Data("did you mean “\(there)”?".utf8)) != nil, "\(run)")
        }
        #expect(!ToolRun(["check", folder.path + "/other.sfm"]).error.contains("did you mean"))
    }

    @Test("no link leads the search out of the script's folder") func links() throws {
        let folder = try TemporaryFolder()
        try folder.write("secret/Plan.sfm", "create group \"a\"\n")
        let file = try folder.write("in/main.sfm", "include \"out/plan.sfm\"\n")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/in/out", withDestinationPath: "../secret")
        let run = ToolRun(["check", "--lang", "en", file])
        #expect(run.status == .invalid && !run.out.contains("Plan"), "\(run.out)")
    }

    @Test("a name with a line feed is completed as it can be written, or not at all") func completion() {
        var repl = Repl(language: .english, fallback: .english, colour: false, plain: false, files: FileStore(root: ".", limit: 1000))
        _ = repl.handle("create group \"a\\nreset\"")
        _ = repl.handle("create group \"a\\\"b\"")
        let box = ReplBox(repl)
        #expect(box.complete("given student @x in group \"").candidates.map(\.text) == ["a\\\"b\"", "a\\nreset\""])
        #expect(box.complete("given student @x in group «").candidates.map(\.text) == ["a\"b»"])
        // And no line that is shown is broken by one.
        for question in ["show groups", "show", "history", "undo"] {
            let text = repl.handle(question).text.rawText
            #expect(!text.split(separator: "\n").contains { $0.hasPrefix("reset") }, "\(text)")
        }
    }
}
