import Foundation
import Testing

@testable import SfmSyntax

/// The goldens of one stage of the syntax: scripts of a folder with what is expected of them beside them.
struct SyntaxGoldens {
    let folder: String
    let cases: [String]

    init(_ stage: String) {
        folder = "Tests/Golden/" + stage
        cases = FormatFiles.scripts(in: folder, ending: ".sfm")
    }

    private static let environment = ProcessInfo.processInfo.environment
    private static let updates = environment["UPDATE_GOLDEN"] == "1"
    private static let isCI = environment["CI"].map { !$0.isEmpty && $0 != "false" } ?? false

    static func stem(_ path: String) -> String { String(path.dropLast(".sfm".count)) }

    func expectWhole() {
        #expect(!cases.isEmpty)
        #expect(!(Self.updates && Self.isCI), "goldens are not rewritten under CI")
    }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: FormatFiles.root.appending(path: path).path(percentEncoded: false)) }

    /// `variants`: what may stand between a case's name and `.expected`.
    func expectNoOrphans(variants: [String] = []) {
        let known = Set(cases.map(Self.stem).flatMap { stem in [stem] + variants.map { stem + $0 } })
        for path in FormatFiles.scripts(in: folder, ending: ".expected") {
            #expect(known.contains(String(path.dropLast(".expected".count))), "an expectation without a case: \(path)")
        }
    }

    /// Compares, or with UPDATE_GOLDEN=1 rewrites and fails all the same.
    func compare(_ text: String?, _ path: String) throws {
        let actual = try #require(text)
        let file = FormatFiles.root.appending(path: path)
        let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
        if Self.updates, !Self.isCI, actual != expected {
            try Data(actual.utf8).write(to: file)
            Issue.record("rewritten: \(path)")
            return
        }
        #expect(expected != nil, "missing: \(path)")
        #expect(actual == expected, "\(path)")
    }
}
