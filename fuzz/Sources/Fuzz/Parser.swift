import SfmRuntime
import SfmSyntax

/// Lexer and parser: whatever the bytes, a tree and diagnostics.
func fuzzParser(_ bytes: [UInt8]) {
    var parser = Parser(grammar: Sfm.grammar)
    _ = parser.parse(SourceFile(name: "fuzz.sfm", bytes: bytes))
    checkDiagnostics(parser.diagnostics, parser.sources)
}
