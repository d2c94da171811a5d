import SfmRuntime
import SfmTerms
import Testing

@testable import SfmSyntax

/// `Tests/Golden/parse/NAME.sfm` beside `NAME.expected`: the tree that the parser makes of it, and what it complains of, with its place.
@Suite struct ParserGoldenTests {
    private static let goldens = SyntaxGoldens("parse")

    private static func dump(_ source: SourceFile) -> String {
        var parser = Parser(grammar: Sfm.grammar)
        let script = parser.parse(source)
        let tree = TreeDump(grammar: Sfm.grammar, names: parser.names).dump(script)
        let complaints = parser.diagnostics.map { d in
            let places = [d.span.lower, d.span.upper].map { "\(source.line(of: Int($0))):\(source.column(of: Int($0)))" }
            return "\(d.severity) \(d.code.text) \(places[0])–\(places[1]) \(d.message.en)\n"
        }
        return tree + (complaints.isEmpty ? "" : "\n" + complaints.joined())
    }

    @Test func thereAreCases() { Self.goldens.expectWhole() }

    @Test(arguments: goldens.cases)
    func tree(_ path: String) throws {
        try Self.goldens.compare(Self.dump(try FormatFiles.source(path)), SyntaxGoldens.stem(path) + ".expected")
    }

    @Test func everyExpectationHasItsCase() { Self.goldens.expectNoOrphans() }
}
