import Foundation
import Testing

@testable import SfmRuntime
@testable import SfmTool

/// The scores of the shipped policies, as `scripts/mutants` keeps them; whether they still hold is asked by `scripts/mutants --check`.
@Suite struct MutantTableTests {
    private static let rows: [[String]] = {
        let text = (try? String(contentsOfFile: ToolRun.root + "/Tests/mutants.tsv", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }()

    @Test func everyShippedPolicyHasItsScore() throws {
        #expect(Self.rows.map { $0.first ?? "" } == Library.shippedIDs.sorted())
        for row in Self.rows {
            try #require(row.count == 5, "\(row)")
            let (tried, noticed, score) = (try #require(Int(row[1])), try #require(Int(row[2])), try #require(Int(row[4])))
            #expect(score == noticed * 100 / tried, "\(row)")
        }
    }

    @Test(
        "the tables say what was measured; scripts/mutants writes them anew", arguments: [("docs/findings.md", "policy"), ("docs/findings.ru.md", "порядок")])
    func tablesAreFresh(document: String, head: String) throws {
        let text = try String(contentsOfFile: ToolRun.root + "/" + document, encoding: .utf8)
        let lines = text.split(separator: "\n").drop { !$0.hasPrefix("<!-- mutants") }.dropFirst().prefix { !$0.hasPrefix("<!-- /mutants") }
        let wanted = Self.rows.map { "| `\($0[0])` | \($0[1]) | \($0[2]) | \($0[4]) % |" }
        #expect(lines.first?.hasPrefix("| \(head) |") == true)
        #expect(lines.filter { $0.hasPrefix("| `") }.map(String.init) == wanted, "\(document) is stale: scripts/mutants writes it")
    }
}
