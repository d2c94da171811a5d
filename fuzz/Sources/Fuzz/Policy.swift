import SfmRuntime
import SfmSyntax

/// Policy compiler: the bytes are the clauses of a policy that a scenario uses.
func fuzzPolicy(_ bytes: [UInt8]) {
    let script = load(Array("policy \"fuzz\"\n".utf8) + bytes + Array("\nend\nuse policy \"fuzz\"\nscenario \"x\"\n  expect no breaches\nend\n".utf8))
    checkDiagnostics(script.diagnostics, script.sources)
}
