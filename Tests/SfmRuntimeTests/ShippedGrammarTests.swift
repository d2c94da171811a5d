import Foundation
import SfmRuntime
import SfmSyntax
import Testing

/// The tables of the grammar that the program comes with are those that the vocabulary and the forms make today.
@Suite struct ShippedGrammarTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/SfmRuntime/Loading/ShippedGrammar.swift")

    /// `scripts/embed-grammar` runs this with `UPDATE_GRAMMAR` set; then the file is written and compared after the next build.
    @Test func theTablesAreThoseOfTheForms() throws {
        let made = GrammarTables(acts: ActTable.all.map(\.forms), facts: FactTable.all.map(\.forms), attributes: AttributeTable.all.map(\.forms))
        if ProcessInfo.processInfo.environment["UPDATE_GRAMMAR"] != nil {
            try Self.source(made).write(to: Self.file, atomically: true, encoding: .utf8)
            return
        }
        #expect(ShippedGrammar.tables == made, "Sources/SfmRuntime/Loading/ShippedGrammar.swift is stale; run scripts/embed-grammar")
    }

    /// Numbers in rows; where a table is sparse, many a number is 0.
    private static func source(_ tables: GrammarTables) -> String {
        let arrays = [
            array("words", tables.words), array("text", tables.text), array("canonical", tables.canonical), array("edges", tables.edges),
            array("first", tables.first), array("payloads", tables.payloads), array("roots", tables.roots), array("parts", tables.parts),
        ]
        return """
            // Made by scripts/embed-grammar from the vocabulary and the forms of acts and facts; edit those.

            import SfmSyntax

            /// The tables of the language's grammar.
            package enum ShippedGrammar {
                package static var tables: GrammarTables {
                    GrammarTables(
                        words: words, text: text, canonical: canonical, edges: edges, first: first, payloads: payloads, roots: roots, parts: parts)
                }

            \(arrays.joined(separator: "\n"))
            }

            """
    }

    private static func array<T: FixedWidthInteger>(_ name: String, _ numbers: [T]) -> String {
        var rows: [String] = []
        var row = ""
        for number in numbers {
            let text = number < 10 ? "\(number)," : "0x\(String(number, radix: 16)),"
            if row.utf8.count + text.utf8.count > 150 {
                rows.append(row)
                row = ""
            }
            row += row.isEmpty ? text : " " + text
        }
        rows.append(row)
        return "    private static let \(name): [\(T.self)] = [\n" + rows.map { "        \($0)\n" }.joined() + "    ]"
    }
}
