import SfmRuntime
import SfmTerms
import Testing

@testable import SfmSyntax

/// What the parser says of lines is what the formatter and the translator go by.
@Suite struct LineTableTests {
    private static func lines(
        _ source: SourceFile, limits: SyntaxLimits = .standard, files: (any TableFiles)? = nil
    ) -> (table: LineTable?, diagnostics: [Diagnostic]) {
        var parser = Parser(grammar: Sfm.grammar, limits: limits)
        parser.files = files
        let table = parser.parseLines(source)
        return (table, parser.diagnostics)
    }

    /// Where nothing is wrong, every line is understood, and every statement is there in every row.
    @Test(arguments: FormatFiles.all) func everyLineIsUnderstood(_ path: String) throws {
        let (table, diagnostics) = Self.lines(try FormatFiles.source(path), files: TablesBeside(path))
        guard let table, diagnostics.isEmpty else { return }
        for line in table.all {
            let place = "\(path):\(line.number + 1)"
            #expect(line.kind != .broken, "\(place)")
            switch (line.kind, line.node) {
            case (.step, .step(let step)?): #expect(line.bytes.contains(Int(step.node.span.lower)), "\(place)")
            case (.step, _):
                let rows = line.table.map { table.tables[$0] }
                #expect(rows.map { $0.steps[line.number]?.count == $0.rows.count } == true, "\(place)")
            case (.rule, let node): #expect(node.map { if case .rule = $0 { true } else { false } } == true, "\(place)")
            default: break
            }
        }
    }

    /// The lines are read while the tree is: whoever asks for none gets the same tree and the same mistakes.
    @Test(arguments: FormatFiles.all) func theTreeIsTheSame(_ path: String) throws {
        let source = try FormatFiles.source(path)
        var (plain, asked) = (Parser(grammar: Sfm.grammar), Parser(grammar: Sfm.grammar))
        asked.lines = LineTable(source)
        let (tree, same) = (plain.parse(source), asked.parse(source))
        #expect(TreeDump(grammar: Sfm.grammar, names: asked.names).dump(same) == TreeDump(grammar: Sfm.grammar, names: plain.names).dump(tree))
        #expect(asked.diagnostics.map(\.message) == plain.diagnostics.map(\.message))
        #expect(asked.diagnostics.map(\.span) == plain.diagnostics.map(\.span))
        #expect(asked.sources.count == plain.sources.count)
    }

    private static func depths(_ text: String, diagnostics: Int = 100, nesting: Int = 64) -> [Int] {
        var limits = SyntaxLimits.standard
        (limits.diagnostics, limits.nesting) = (diagnostics, nesting)
        return lines(FormatLaws.file(text), limits: limits).table?.all.filter { $0.kind != .blank }.map(\.depth) ?? []
    }

    private static let rest = """
        scenario "a"
          tangle
          repeat 2 times
            muddle
            create group "x"
          end
          # last
        end
        policy "p"
          title "P"
          clause 1
            permit all
        end
        scenario "b"
          create group "<x>"
        examples
          | x |
          | 1 |
        end
        create group "y"

        """

    /// What follows where the parser gives up stands as deep as if it had read on.
    @Test(arguments: [(1, 64), (2, 64), (3, 64), (100, 1)]) func depthBehindTheEnd(_ diagnostics: Int, _ nesting: Int) {
        let whole = [0, 1, 1, 2, 2, 1, 1, 0, 0, 1, 1, 2, 0, 0, 1, 0, 1, 1, 0, 0]
        #expect(Self.depths(Self.rest) == whole)
        #expect(Self.depths(Self.rest, diagnostics: diagnostics, nesting: nesting) == whole)
    }

    @Test func blocksWithoutAHeadLieFlat() {
        #expect(Self.depths("scenaro \"a\"\n  repeat 2 times\n    create group \"x\"\n  end\nend\n") == [0, 0, 1, 0, 0])
    }

    /// What `and` repeats is what the parser took it to be, though the line above has a mistake.
    @Test func andBehindAMistake() {
        let source = FormatLaws.file("register school\nwhen when register school\nand when advance 3 days\n")
        #expect(FormatLaws.translated(source, .russian) == "зарегистрировать школу\nwhen when register school\nчерез 3 дня\n")
    }

    /// A column that nobody knows spoils its own line.
    @Test func aColumnThatIsMissing() {
        let text = "scenario \"a\"\n  create group \"<x>\"\n  create group \"<y>\"\nexamples\n  | x |\n  | 1 |\nend\n"
        let there = "сценарий \"a\"\n  создать группу \"<x>\"\n  create group \"<y>\"\nпримеры\n  | x |\n  | 1 |\nконец\n"
        #expect(FormatLaws.translated(FormatLaws.file(text), .russian) == there)
    }
}
