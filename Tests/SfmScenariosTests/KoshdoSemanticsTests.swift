import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms
import Testing

/// What fails under koshdo-2024, and in which words; what holds is said in the language, in Tests/Scenarios/semantics.
@Suite struct KoshdoSemanticsTests {
    static let background = """
        background
          given school "КОШДО" with admin @smirnova
          given director @sokolov
          given class teacher @petrova of group "10А"
          given teacher @orlov
          given students @ivanov, @sidorov, @kozlov in group "10А"
          given parent @ivanova of @ivanov
          given chat "10А" for students of group "10А" moderated by @petrova
          given chat "Physics" for students of group "10А" moderated by @orlov
        end

        """

    /// Runs scenarios under koshdo-2024 after the background; the titles of those that fail.
    private func failures(_ scenarios: String, policies: [String] = ["koshdo-2024"]) -> [String] {
        var library = Library()
        var loader = ScriptLoader(path: "t")
        let uses = policies.map { "use policy \"\($0)\"\n" }.joined()
        let script = loader.load(SourceFile(name: "t", text: uses + Self.background + scenarios), library: &library)
        if script.hasErrors { return script.diagnostics.map { "\($0.message.en): " + script.sources[Int($0.span.file)].text($0.span) } }
        let result = Runner().test(script, named: "t")
        return result.scenarios.flatMap { s in s.failures.map { "\(s.title): \($0.message.en) \($0.details.map(\.en))" } }
    }

    private func scenario(_ body: String) -> String { "scenario \"t\"\n\(body)\nend\n" }

    @Test("what fails says so", arguments: failing)
    func fails(_ body: String, _ part: String) {
        let found = failures(scenario(body)).joined(separator: "\n")
        #expect(found.contains(part), "\(found)")
    }

    static let failing: [(String, String)] = [
        ("@petrova: apologize @ivanov\nexpect no breaches", "only the person concerned"),
        ("@petrova: violate @ivanov\nexpect no breaches", "nobody does it"),
        ("violate @nobody in chat \"10А\"\nexpect no breaches", "there is no person @nobody"),
        ("expect not granted: remind @nobody", "there is no person @nobody"),
        ("expect denied by clause 99: remind @ivanov in chat \"10А\"", "has a clause 99"),
        ("force restrict @ivanov in chat \"10А\"\nexpect no breaches", "who does it"),
        ("expect allowed: @petrova: block @ivanov in chat \"10А\" for 7 days", "violations more than 3: now 0"),
        ("force @petrova: remind @ivanova in chat \"10А\"\nexpect no breaches", "not a member"),
        ("force start broadcast \"x\"\nexpect breach of clause 11.14 by @orlov", "this does not hold"),
        ("@petrova: remove @ivanov from chat \"10А\"\nexpect no breaches", "not granted"),
        ("today is 31.08.2023\nviolate @ivanov in chat \"10А\"\ntoday is 01.01.2020\nexpect no breaches", "the clock does not go back"),
        ("expect denied by clause 9: @petrova: create chat \"X\" for deputies", "is not among those cited"),
        ("given violations of @ivanov in chat \"10А\" > 3\nexpect no breaches", "say how many"),
        ("given no pending duties\nexpect no breaches", "checked, but not given"),
        // Two of the five lines that stand by themselves where no policy is in force.
        ("register school\ninvite parent to chat\nexpect no breaches", "prohibited"),
    ]

    @Test("a clause is meant of a policy in force, however many there are") func clauseOfAPolicyNotInForce() {
        let wrong = scenario("expect denied by clause 24 of \"third\": @petrova: block @ivanov in chat \"10А\" for 14 days")
        let found = failures(wrong, policies: ["koshdo-2024", "tekhnikum"]).joined(separator: "\n")
        #expect(found.contains("is not in force"), "\(found)")
    }

    @Test("a row of a table fails by itself") func oneRowFails() {
        let text = """
            scenario "<count> violations"
              given violations of @ivanov in chat "10А" = <count>
              expect <answer>: @petrova: block @ivanov in chat "10А" for 7 days
            examples
              | count | answer                   |
              | 3     | not granted by clause 24 |
              | 2     | allowed by clause 24     |
            end

            """
        #expect(failures(text).count == 1)
    }
}
