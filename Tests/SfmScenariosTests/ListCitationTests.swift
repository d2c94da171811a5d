import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms
import Testing

/// A rule that uses a list cites the list's clause too, and breaking the rule is one breach.
@Suite struct ListCitationTests {
    private func run(_ text: String) -> FileResult {
        var library = Library()
        var loader = ScriptLoader(path: "list.sfm")
        return Runner().test(loader.load(SourceFile(name: "list.sfm", text: text), library: &library), named: "list")
    }

    @Test func aBreachOfTheRuleIsNoneOfTheList() {
        let result = run(
            """
            use policy "ibragimovo-2024"
            scenario "x"
              given teacher @t
              expect prohibited by clause 3.1: @t: use messenger "Viber"
              expect prohibited by clause app.1: @t: use messenger "viber"
              force @t: use messenger "Viber"
              expect breach of clause 3.1 by @t
              expect not breach of clause app.1 by @t
            end
            """)
        #expect(result.diagnostics.map(\.message.en) == [])
        #expect(result.scenarios.flatMap(\.failures).map(\.message.en) == [])
    }
}

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

    @Test(arguments: ["given @t is not verified", "given @t is not member of chat \"C\"", "given @t is not blocked", "given school is not registered"])
    func taken(_ given: String) { #expect(failures(given) == []) }
}
