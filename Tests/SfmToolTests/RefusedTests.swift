import Foundation
import Testing

@testable import SfmTool

/// Files with one mistake each (LANGUAGE.md 12 to 15): nothing of them runs, and the line is named that their first comment says.
@Suite struct RefusedTests {
    static let folder = "Tests/Refused"
    static let files = (try? FileManager.default.contentsOfDirectory(atPath: ToolRun.root + "/" + folder).filter { $0.hasSuffix(".sfm") }.sorted()) ?? []

    @Test(arguments: files) func isRefusedAtItsLine(file: String) throws {
        let path = "\(Self.folder)/\(file)"
        let text = try String(contentsOfFile: ToolRun.root + "/" + path, encoding: .utf8)
        let comment = String(text.prefix { $0 != "\n" })
        let said = Set(comment.matches(of: /\d+/).map { String($0.output) })
        for language in ["en", "ru"] {
            let run = ToolRun(["check", path, "--lang", language])
            #expect(run.status == .invalid, "\(file): \(run.out)")
            let line = try #require(run.out.firstMatch(of: /\.sfm:(\d+):/)?.1, "\(file): \(run.out)")
            #expect(said.contains(String(line)), "\(file): \(comment) — \(line)")
        }
    }

    @Test func thereAreMany() { #expect(Self.files.count >= 40) }
}
