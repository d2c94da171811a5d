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
        return Runner().run(loader.load(SourceFile(name: "list.sfm", text: text), library: &library), named: "list")
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
