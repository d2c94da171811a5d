import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms
import Testing

/// `calls` renames nouns in what is printed, in the language of the term.
@Suite struct TermsTests {
    private func reasons(_ calls: String) -> (en: String, ru: String) {
        let text = """
            policy "own"
              calls \(calls)
              clause 1 "Chats"
                permit create chat by class teacher
            end
            use policy "own"
            scenario "x"
              given student @s in group "1"
              @s: create chat "A"
              expect no breaches
            end
            """
        var library = Library()
        var loader = ScriptLoader(path: "terms.sfm")
        let result = Runner().test(loader.load(SourceFile(name: "terms.sfm", text: text), library: &library), named: "terms")
        let details = result.scenarios.flatMap(\.failures).flatMap(\.details)
        return (details.map(\.en).joined(separator: "\n"), details.map(\.ru).joined(separator: "\n"))
    }

    @Test func theTermStandsForTheNoun() {
        let plain = reasons("school \"Лицей\"")
        #expect(plain.en.contains("class teacher") && plain.ru.contains("классный руководитель"))
        let renamed = reasons("class teacher \"воспитатель\"")
        #expect(renamed.en.contains("class teacher") && renamed.ru.contains("воспитатель") && !renamed.ru.contains("классный"))
        #expect(reasons("class teacher \"tutor\"").en.contains("tutor"))
    }
}
