import SfmSyntax
import SfmTerms

/// A session as the text of a scenario.
struct SessionScript {
    private var top: [String] = []
    private var background: [String] = []
    private var steps: [String] = []
    private var closing: [String] = []
    private var checks = false
    private let title: String

    init(_ entries: ArraySlice<Timeline.Entry>, title: String, closing state: [String], withQuestions: Bool) {
        self.title = title
        for entry in entries {
            switch entry {
            case .accepted(let text): add(text)
            case .proposed(let lines):
                guard withQuestions else { continue }
                // The same question about the same world is one expectation.
                let fresh = lines.filter { !steps.suffix(Self.near).contains($0) }
                steps += fresh
                checks = checks || !lines.isEmpty
            }
        }
        if !checks { closing = state }
    }

    private static let near = 12

    /// Policies and scenarios stand by themselves, what is given first is the background, the rest are steps.
    private mutating func add(_ text: String) {
        var parser = Parser(grammar: Sfm.grammar)
        let node = parser.parse(SourceFile(name: "—", text: text))
        let isOwnItem = !node.policies.isEmpty || !node.calendar.lines.isEmpty || !node.scenarios.isEmpty || node.hasBackground || !node.includes.isEmpty
        let onlyUses = !node.uses.isEmpty && node.looseSteps.isEmpty && !isOwnItem
        if isOwnItem || onlyUses && background.isEmpty && steps.isEmpty {
            top.append(text)
            return
        }
        let onlyGiven = node.uses.isEmpty && node.looseSteps.allSatisfy { if case .given = $0.kind { true } else { false } }
        if onlyGiven, steps.isEmpty { background.append(text) } else { steps.append(text) }
        checks = checks || node.looseSteps.expectations > 0
    }

    var hasSteps: Bool { !steps.isEmpty || !background.isEmpty }

    var text: String {
        // A background would come before scenarios that ran without it.
        let (given, rest) = hasOwnScenarios ? ([], background + steps) : (background, steps)
        var out = top.joined(separator: "\n\n") + "\n\n"
        if !given.isEmpty { out += "background\n" + given.joined(separator: "\n") + "\nend\n\n" }
        if hasSteps { out += "scenario " + FormPrinter.source(title) + "\n" + (rest + closing).joined(separator: "\n") + "\nend\n" }
        return out
    }

    private var hasOwnScenarios: Bool {
        top.contains { text in
            var parser = Parser(grammar: Sfm.grammar)
            return !parser.parse(SourceFile(name: "—", text: text)).scenarios.isEmpty
        }
    }
}

extension Session {
    /// The session as a scenario in one language, laid out: what was undone is left out, what was refused or asked is expected.
    ///
    /// `withQuestions` false leaves out what was only asked, for a session where looking changed what short forms mean.
    public func script(title: String, _ language: Language, withQuestions: Bool = true) -> String? {
        let draft = SessionScript(timeline.entries, title: title, closing: interpreter.proposals.state, withQuestions: withQuestions)
        let translated = Translator(grammar: Sfm.grammar, to: language).translate(SourceFile(name: "—", text: draft.text))
        guard let text = translated.text, translated.diagnostics.isEmpty else { return nil }
        return Formatter(grammar: Sfm.grammar).format(SourceFile(name: "—", text: text)).text
    }
}

extension Interpreter {
    /// Every act that was done, in words: what a saved session must come to again.
    public var deeds: [String] { log.map { "\($0.time.text) \(renderer.act($0.request, .english))" } }
}

extension Script {
    /// What is done in the scenario of a title, from the background on.
    public func deeds(ofScenario title: String) -> [String] {
        guard let scenario = scenarios.last(where: { $0.title == title }) else { return [] }
        var (interpreter, nobody) = (makeInterpreter(), Nobody())
        interpreter.play(background + scenario.steps, &nobody)
        return interpreter.deeds
    }

    /// Looks at no step, and goes on whatever comes of it.
    private struct Nobody: StepObserver {
        func attention(to step: StepNode) -> Attention { .none }
        func ran(_ step: StepNode, _ result: StepResult, before: Interpreter?, after: borrowing Interpreter) -> Bool { true }
    }

    public var expectations: Int { scenarios.reduce(looseSteps.expectations) { $0 + $1.steps.expectations } }
}

extension [StepNode] {
    /// How many of the steps check something.
    var expectations: Int {
        reduce(0) { sum, step in
            switch step.kind {
            case .expectFact, .expectDecision: sum + 1
            case .repeated(_, let inner): sum + inner.expectations
            default: sum
            }
        }
    }
}
