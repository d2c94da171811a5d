import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms
import Testing

/// A fact that `given` cannot make untrue is refused when it is denied; it is never set instead.
@Suite struct DeniedFactTests {
    private func failures(_ given: String) -> [String] {
        var library = Library()
        var loader = ScriptLoader(path: "denied.sfm")
        let text = "scenario \"x\"\n  given teacher @t\n  given order \"1\" is issued\n  given chat \"C\" moderated by @t\n  \(given)\n  expect today is 01.09.2024\nend\n"
        let result = Runner().test(loader.load(SourceFile(name: "denied.sfm", text: text), library: &library), named: "denied")
        return result.diagnostics.map(\.message.en) + result.scenarios.flatMap(\.failures).map(\.message.en)
    }

    @Test(arguments: [
        "given order \"1\" is not published", "given chat \"C\" does not exist", "given moderator of chat \"C\" is not @t", "given today is not 02.09.2024",
        "given violations of @t in chat \"C\" is not 3",
    ]) func refused(_ given: String) { #expect(!failures(given).isEmpty) }

    @Test func whatCanBeUntrueIsTaken() { #expect(failures("given @t is not blocked") == []) }
}
