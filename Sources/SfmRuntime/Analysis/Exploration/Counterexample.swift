import SfmSyntax
import SfmTerms

/// What an exploration has found as a scenario of its file, in the file's language: it passes, as what is found does happen.
public struct Counterexample: Sendable {
    public let title: String
    /// What is done and, at the end, what holds.
    public let steps: [StepNode]
    /// The scenario, a line each.
    public let lines: [String]
    private let acts: Int

    public init(_ scenario: ScenarioNode, _ steps: [StepNode], of script: Script, names: Names) {
        let language = script.language(of: scenario)
        let printer = FormPrinter(grammar: Sfm.grammar, names: names, language: language, quotes: .source)
        self.steps = steps
        title = scenario.title
        var isExpected = false
        let said = steps.map { step -> String in
            // The facts of one moment belong together.
            guard case .expectFact = step.kind, isExpected else {
                if case .expectFact = step.kind { isExpected = true }
                return printer.step(step, withLead: true)
            }
            return Keyword.and.phrase(language) + " " + printer.step(step, withLead: false)
        }
        acts = steps.count { if case .expectFact = $0.kind { false } else { true } }
        lines = [Keyword.scenario.phrase(language) + " " + FormPrinter.source(title)] + said.map { "  " + $0 } + [Keyword.end.phrase(language)]
    }

    /// " after 4 steps"
    public var length: Text {
        if acts == 0 { return Text(" at once", " сразу") }
        let russian = acts % 10 == 1 && acts % 100 != 11 ? "шаг" : (2...4).contains(acts % 10) && !(12...14).contains(acts % 100) ? "шага" : "шагов"
        return Text(" after \(acts) \(acts == 1 ? "step" : "steps")", " через \(acts) \(russian)")
    }
}
