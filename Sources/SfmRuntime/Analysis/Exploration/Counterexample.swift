import SfmSyntax
import SfmTerms

/// What an exploration has found as a scenario of its file, in the file's language: it passes, as what is found does happen.
public struct Counterexample: Sendable {
    public let title: String
    /// What is done and, at the end, what holds.
    public let steps: [StepNode]
    /// What it says between its head and its end, a line each.
    public let body: [String]
    public let language: Language
    private let acts: Int

    /// The title tells it from the exploration and, by a number above 1, from others of the same.
    public init(_ scenario: ScenarioNode, _ steps: [StepNode], of script: Script, names: Names, number: Int = 1) {
        language = script.language(of: scenario)
        self.steps = steps
        title = Self.title(scenario.title, number, language)
        body = Self.body(steps, names, language)
        acts = steps.count { if case .expectFact = $0.kind { false } else { true } }
    }

    private init(title: String, _ other: Counterexample) {
        self.title = title
        (steps, body, language, acts) = (other.steps, other.body, other.language, other.acts)
    }

    /// The same under another title.
    public func titled(_ title: String) -> Counterexample { Counterexample(title: title, self) }

    public static func title(_ title: String, _ number: Int, _ language: Language) -> String {
        title + language(": counterexample", ": контрпример") + (number > 1 ? " \(number)" : "")
    }

    /// Steps as the lines of a scenario; the facts of one moment belong together.
    static func body(_ steps: [StepNode], _ names: Names, _ language: Language) -> [String] {
        let printer = FormPrinter(grammar: Sfm.grammar, names: names, language: language, quotes: .source)
        var isExpected = false
        return steps.map { step in
            guard case .expectFact = step.kind else {
                isExpected = false
                return "  " + printer.step(step, withLead: true)
            }
            defer { isExpected = true }
            return "  " + (isExpected ? Keyword.and.phrase(language) + " " + printer.step(step, withLead: false) : printer.step(step, withLead: true))
        }
    }

    /// The scenario, a line each.
    public var lines: [String] {
        [Keyword.scenario.phrase(language) + " " + FormPrinter.source(title)] + body + [Keyword.end.phrase(language)]
    }

    /// Whether a scenario of the script tells the same.
    public func isTold(by scenario: ScenarioNode, of script: Script) -> Bool {
        scenario.exploration == nil && !scenario.steps.isEmpty && Self.body(scenario.steps, script.names, language) == body
    }

    /// Whether nothing has to happen for it.
    public var isAtOnce: Bool { acts == 0 }

    /// " after 4 steps"
    public var length: Text { Self.length(acts) }

    public static func length(_ acts: Int) -> Text {
        let russian = acts % 10 == 1 && acts % 100 != 11 ? "шаг" : (2...4).contains(acts % 10) && !(12...14).contains(acts % 100) ? "шага" : "шагов"
        return Text(" after \(acts) \(acts == 1 ? "step" : "steps")", " через \(acts) \(russian)")
    }
}
