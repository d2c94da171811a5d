import Foundation
import SfmTerms
import Testing

@testable import SfmSyntax

/// `Tests/Golden/format/NAME.sfm` beside `NAME.expected`, and `NAME.ru.expected` or `NAME.en.expected` for a translation.
@Suite struct FormatGoldenTests {
    private static let folder = "Tests/Golden/format"
    private static let cases = FormatFiles.scripts(in: folder, ending: ".sfm")
    private static let environment = ProcessInfo.processInfo.environment
    private static var updates: Bool { environment["UPDATE_GOLDEN"] == "1" }

    @Test func thereAreCases() {
        #expect(!Self.cases.isEmpty)
        #expect(!(Self.updates && Self.environment["CI"] != nil), "goldens are not rewritten under CI")
    }

    @Test(arguments: cases)
    func layout(_ path: String) throws {
        try compare(FormatLaws.formatted(try FormatFiles.source(path)), stem(path) + ".expected")
    }

    @Test(arguments: cases, Language.allCases)
    func translation(_ path: String, _ language: Language) throws {
        let expected = stem(path) + ".\(language.code).expected"
        guard FileManager.default.fileExists(atPath: FormatFiles.root.appending(path: expected).path(percentEncoded: false)) else { return }
        try compare(FormatLaws.translated(try FormatFiles.source(path), language), expected)
    }

    @Test func everyExpectationHasItsCase() {
        let stems = Set(Self.cases.map(stem))
        for path in FormatFiles.scripts(in: Self.folder, ending: ".expected") {
            var own = String(path.dropLast(".expected".count))
            if own.hasSuffix(".ru") || own.hasSuffix(".en") { own = String(own.dropLast(3)) }
            #expect(stems.contains(own), "an expectation without a case: \(path)")
        }
    }

    private func stem(_ path: String) -> String { String(path.dropLast(".sfm".count)) }

    private func compare(_ text: String?, _ path: String) throws {
        let actual = try #require(text)
        let file = FormatFiles.root.appending(path: path)
        let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
        if Self.updates, Self.environment["CI"] == nil, actual != expected {
            try Data(actual.utf8).write(to: file)
            Issue.record("rewritten: \(path)")
            return
        }
        #expect(expected != nil, "missing: \(path)")
        #expect(actual == expected, "\(path)")
    }
}
