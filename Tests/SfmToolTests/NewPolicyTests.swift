import Foundation
import SfmRuntime
import SfmTerms
import Testing

@testable import SfmTool

/// `sfm new policy`: every shipped policy makes a draft that is in order, in both languages, and says what it said.
@Suite struct NewPolicyTests {
    private func inFolder<T>(_ body: (URL) throws -> T) throws -> T {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sfm-new-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    @Test("a draft of every policy is laid out and in order", arguments: Library.shippedIDs, Language.allCases)
    func draft(_ base: String, _ language: Language) throws {
        try inFolder { folder in
            let file = folder.appending(path: "own.sfm").path(percentEncoded: false)
            let code = language == .russian ? "ru" : "en"
            #expect(ToolRun(["new", "policy", "Own", "--from", base, "--lang", code, "--output", file]).status == .ok)
            #expect(ToolRun(["check", file]).status == .ok)
            #expect(ToolRun(["fmt", "--check", file]).status == .ok)
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(!text.contains("\" en \""))
            let clause = language == .russian ? /^  (?:пункт|прил\.) [0-9a-z]/.anchorsMatchLineEndings() : /^  clause [0-9a-z]/.anchorsMatchLineEndings()
            var library = Library()
            let shipped = library.shippedPolicy(base)
            #expect(text.matches(of: clause).count == shipped?.clauses.count)
        }
    }

    @Test(
        "a text, a base and ready clauses exclude each other",
        arguments: [
            ["--text", "a.txt", "--from", "tekhnikum"], ["--text", "a.txt", "--with", "quiet hours"], ["--with", "quiet hours", "--from", "tekhnikum"],
        ])
    func oneBeginning(_ options: [String]) {
        let run = ToolRun(["new", "policy", "Own"] + options)
        #expect(run.status == .usage && run.error.contains("exclude each other"), "\(run.error)")
    }

    @Test("a file that no script could name is refused", arguments: ["own.txt", "own", "own.sfm.bak"]) func noScript(_ name: String) throws {
        try inFolder { folder in
            let file = folder.appending(path: name).path(percentEncoded: false)
            #expect(ToolRun(["new", "policy", "Own", "--output", file]).status == .usage)
            #expect(!FileManager.default.fileExists(atPath: file))
        }
    }

    @Test("a file that is there stays") func nothingIsOverwritten() throws {
        try inFolder { folder in
            let file = folder.appending(path: "own.sfm").path(percentEncoded: false)
            try "mine".write(toFile: file, atomically: true, encoding: .utf8)
            #expect(ToolRun(["new", "policy", "Own", "--output", file]).status == .unwritable)
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
        }
    }

    @Test(
        "the file's name comes from the policy's",
        arguments: [
            ("Наша школа", "наша-школа.sfm"), ("Лицей № 7 (2025)", "лицей-7-2025.sfm"), ("../../etc/x", "etc-x.sfm"), ("!!!", "policy.sfm"),
        ]) func fileName(_ name: String, _ expected: String)
    { #expect(NewCommand.fileName(name) == expected) }

    @Test("names that cannot be", arguments: ["", "  ", "a\nb", "a\"b", "a\u{202E}b", "tekhnikum"]) func badNames(_ name: String) {
        #expect(ToolRun(["new", "policy", name]).status == .usage)
    }
}
