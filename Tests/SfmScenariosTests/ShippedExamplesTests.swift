import Foundation
import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms
import Testing

/// The scenarios of Examples/<policy>: English and Russian twins, every operational clause on both of its sides.
@Suite struct ShippedExamplesTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func results(_ policy: String, _ language: Language) throws -> [(name: String, result: FileResult)] {
        let folder = root.appending(path: "Examples/\(policy)")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).filter { $0.hasSuffix(".sfm") }.sorted()
        var library = Library()
        return try files.filter { $0.hasSuffix(".ru.sfm") == (language == .russian) }.map { file in
            let bytes = Array(try Data(contentsOf: folder.appending(path: file)))
            var loader = ScriptLoader(path: file)
            let script = loader.load(SourceFile(name: file, bytes: bytes), library: &library)
            return (String(file.split(separator: ".")[0]), Runner().test(script, named: file))
        }
    }

    private static func counts(_ result: FileResult) -> [CoverageCounters.Counts] { Coverage([result]).policies.flatMap { $0.rows.map(\.counts) } }

    /// Properties of the platform that can only be confirmed: what exists, how it is reached, what follows from a paper.
    private static let onlyConfirmed: Set<Mechanism> = [.functions, .messengerAccess, .registrationByApplication]

    /// A property that shows in what cannot be done, and in nothing else.
    private static let onlyRefused: Set<Mechanism> = [.hiddenPages]

    private static func isOnly(_ kinds: Set<Mechanism>, _ policy: Policy, _ clause: String) -> Bool {
        policy.statements.filter { policy.clauses[$0.clause].id == clause }.allSatisfy { kinds.contains($0.mechanism) }
    }

    /// What everybody may do is never refused for want of a right, though a clause may give it to an office.
    private static func isLiberty(_ policy: Policy, _ clause: String) -> Bool {
        policy.rules.filter { policy.clauses[$0.clause].id == clause }.allSatisfy { ActTable.all[$0.act].kind == .liberty }
    }

    /// A permit that names nobody can only be missed.
    private static func namesNobody(_ policy: Policy, _ clause: String) -> Bool {
        policy.rules.contains { policy.clauses[$0.clause].id == clause && $0.scope.by == [] }
    }

    @Test("every file passes", arguments: Library.shippedIDs, Language.allCases) func pass(_ policy: String, _ language: Language) throws {
        for (name, result) in try Self.results(policy, language) {
            #expect(result.diagnostics.map(\.message.en) == [], "\(name)")
            for failure in result.scenarios.flatMap(\.failures) { Issue.record("\(name): \(failure.message.en)") }
            #expect(!result.scenarios.isEmpty, "\(name)")
        }
    }

    @Test("every operational clause is exercised on both sides", arguments: Library.shippedIDs, Language.allCases)
    func coverage(_ policy: String, _ language: Language) throws {
        let coverage = Coverage(try Self.results(policy, language).map(\.result))
        let covered = try #require(coverage.policies.first { $0.policy.id == policy })
        for row in covered.rows {
            let c = row.counts
            let both =
                switch row.clause.kind {
                case .power: (c.allowed > 0 || Self.namesNobody(covered.policy, row.clause.id)) && (c.refused > 0 || Self.isLiberty(covered.policy, row.clause.id))
                case .prohibition: c.refused > 0
                case .duty: c.dutiesMet > 0
                case .standing: c.dutiesMet + c.refused > 0
                case .liberty: c.allowed > 0
                case .mechanic:
                    (c.confirmed > 0 || Self.isOnly(Self.onlyRefused, covered.policy, row.clause.id))
                        && (c.impossible > 0 || Self.isOnly(Self.onlyConfirmed, covered.policy, row.clause.id))
                case .info: true
                }
            #expect(both, "clause \(row.clause.id): \(c)")
        }
    }

    @Test("English and Russian files are twins", arguments: Library.shippedIDs) func twins(_ policy: String) throws {
        let (english, russian) = (try Self.results(policy, .english), try Self.results(policy, .russian))
        #expect(english.map(\.name) == russian.map(\.name))
        for (a, b) in zip(english, russian) {
            #expect(a.result.scenarios.map(\.steps) == b.result.scenarios.map(\.steps), "\(a.name)")
            #expect(Self.counts(a.result) == Self.counts(b.result), "\(a.name)")
        }
    }

    @Test("the shipped policies have the clauses of the list, with their kinds") func catalogue() throws {
        let list = try String(contentsOf: Self.root.appending(path: "Tests/Golden/clauses/clauses.tsv"), encoding: .utf8)
        let rows = list.split(separator: "\n").dropFirst().map { $0.split(separator: "\t").map(String.init) }
        var library = Library()
        var found: [[String]] = []
        for id in ["ibragimovo-2024", "recommendations-2023", "koshdo-2024", "krasnye-baki-2023", "rtishchevo-2025", "tekhnikum"] {
            let shipped = library.shippedPolicy(id)
            let policy = try #require(shipped)
            found += policy.clauses.map { [id, $0.id, $0.kind.rawValue] }
        }
        #expect(Set(found) == Set(rows))
        #expect(found.count == rows.count && rows.count == 278)
        #expect(rows.count { $0[2] != "info" } == 242)
    }
}
