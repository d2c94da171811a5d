import Foundation
import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms
import Testing

/// The scenarios of Examples/koshdo-2024: English and Russian twins, every operational clause on both of its sides.
@Suite struct KoshdoExamplesTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Examples/koshdo-2024")

    private static func results(_ language: Language) throws -> [(name: String, result: FileResult)] {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).filter { $0.hasSuffix(".sfm") }.sorted()
        var library = Library()
        return try files.filter { $0.hasSuffix(".ru.sfm") == (language == .russian) }.map { file in
            let bytes = Array(try Data(contentsOf: folder.appending(path: file)))
            var loader = ScriptLoader(path: file)
            let script = loader.load(SourceFile(name: file, bytes: bytes), library: &library)
            return (String(file.split(separator: ".")[0]), Runner().run(script, named: file))
        }
    }

    private static func counts(_ result: FileResult) -> [Tally.Counts] { Coverage([result]).policies.flatMap { $0.rows.map(\.counts) } }

    @Test("every file passes", arguments: Language.allCases) func pass(_ language: Language) throws {
        for (name, result) in try Self.results(language) {
            #expect(result.diagnostics.map(\.message.en) == [], "\(name)")
            for failure in result.scenarios.flatMap(\.failures) { Issue.record("\(name): \(failure.message.en)") }
            #expect(!result.scenarios.isEmpty, "\(name)")
        }
    }

    @Test("every operational clause is exercised on both sides", arguments: Language.allCases) func coverage(_ language: Language) throws {
        let coverage = Coverage(try Self.results(language).map(\.result))
        let rows = try #require(coverage.policies.first { $0.policy.id == "koshdo-2024" }).rows.filter { $0.clause.kind != .info }
        #expect(rows.count == 63)
        for row in rows {
            let c = row.counts
            let both =
                switch row.clause.kind {
                case .power: c.allowed > 0 && c.refused > 0
                case .prohibition: c.refused > 0
                case .duty: c.dutiesMet > 0
                case .standing: c.dutiesMet + c.refused > 0
                case .liberty: c.allowed > 0
                // What exists (9) and how the platform is reached (8) can only be confirmed.
                case .mechanic: c.confirmed > 0 && (c.impossible > 0 || ["8", "9"].contains(row.clause.id))
                case .info: true
                }
            #expect(both, "clause \(row.clause.id): \(c)")
        }
    }

    @Test("English and Russian files are twins") func twins() throws {
        let (english, russian) = (try Self.results(.english), try Self.results(.russian))
        #expect(english.map(\.name) == russian.map(\.name))
        for (a, b) in zip(english, russian) {
            #expect(a.result.scenarios.map(\.steps) == b.result.scenarios.map(\.steps), "\(a.name)")
            #expect(Self.counts(a.result) == Self.counts(b.result), "\(a.name)")
        }
    }
}
