import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// The last decision with the world that it was taken in and the one that came of it.
public struct LastDecision: Sendable {
    public let decision: Decision
    public private(set) var before: Interpreter
    public private(set) var after: Interpreter

    /// Somebody or something that the act itself brought about was not there before it.
    init(decision: Decision, before: Interpreter, after: Interpreter) {
        (self.decision, self.after) = (decision, after)
        self.before = before.world.knows(decision.request) ? before : after
    }

    /// What a step decided, if it decided anything.
    init?(_ step: StepNode, _ result: StepResult, _ before: Interpreter?, _ after: Interpreter) {
        let decision: Decision? =
            switch result {
            case .success(.done(_, let decision, _)), .success(.decided(let decision, _)): decision
            case .failure(let failure): failure.decision
            default: nil
            }
        guard let decision else { return nil }
        let earlier = before ?? after
        self.init(decision: decision, before: earlier, after: after.world.knows(decision.request) ? after : earlier.presupposed(by: step))
    }

    /// The same with other names: those of a session only become more.
    func naming(_ names: Names) -> LastDecision {
        var out = self
        (out.before.names, out.after.names) = (names, names)
        return out
    }
}

/// The answer to "who can ACT?".
public struct WhoCan: Sendable {
    public let people: [(person: PersonID, decision: Decision)]
    /// Where nobody can: why not.
    public let refusal: Decision?
}

/// An act that is asked about: what stands in a text from a byte on, with who would do it where the words before say so.
public struct ActQuestion: Sendable {
    public let source: SourceFile
    public let start: Int
    public let doer: AskedDoer?
    /// The role that the doer is said to have.
    public let role: (role: Role, span: Span)?

    public init(source: SourceFile, start: Int = 0, doer: AskedDoer? = nil, role: (role: Role, span: Span)? = nil) {
        (self.source, self.start, self.doer, self.role) = (source, start, doer, role)
    }
}

extension ResolvedAct {
    /// The act as a person would do it.
    func request(_ index: Int = 0, by person: PersonID) -> Request {
        var attempt = request(index)
        attempt.actor = person
        if ActTable.all[attempt.act].forms.doerIsTarget { attempt.target = person }
        return attempt
    }
}

extension Session {
    /// The answer to an act without doing it, for `why not ACT`.
    public mutating func ask(_ question: ActQuestion) -> Result<Decision, Problems> {
        parse(question).flatMap { node in
            var trial = interpreter.trial
            do throws(ScriptError) {
                let resolved = try trial.resolve(node)
                let decision = trial.decideTarget(resolved, 0)
                lastDecision = LastDecision(decision: decision, before: trial, after: trial)
                propose([interpreter.proposals.decision(decision, node)])
                return .success(decision)
            } catch {
                return .failure(Problems(diagnostics: [error.diagnostic], sources: [question.source]))
            }
        }
    }

    /// Everybody who may do an act now, with the decision for each; where nobody may, the decision that says why.
    public mutating func whoCan(_ question: ActQuestion) -> Result<WhoCan, Problems> {
        parse(question).flatMap { node in
            do throws(ScriptError) {
                var q = Query(node: FactNode(fact: 0, negated: false, slots: [], span: node.span))
                q.act = node
                let people = try NormFacts.able(interpreter, q)
                var trial = interpreter.trial
                let resolved = try trial.resolve(node)
                let allowed = people.lazy.prefix { _ in !Interruption.isWanted }.map { (person: $0, decision: trial.decide(resolved.request(by: $0))) }
                let refusal =
                    people.isEmpty
                    ? resolved.obstacle.map { trial.impossible(resolved.request, $0) } ?? trial.decideChoosingActor(resolved.request, actorIsOpen: true) : nil
                propose([interpreter.proposals.whoCan(node, people)])
                if let refusal { lastDecision = LastDecision(decision: refusal, before: trial, after: trial) }
                lastAble = Array(allowed)
                return .success(WhoCan(people: lastAble, refusal: refusal))
            } catch {
                return .failure(Problems(diagnostics: [error.diagnostic], sources: [question.source]))
            }
        }
    }

    public struct Problems: Error, Sendable {
        public let diagnostics: [Diagnostic]
        public let sources: [SourceFile]
    }

    private mutating func parse(_ question: ActQuestion) -> Result<ActNode, Problems> {
        var parser = Parser(grammar: Sfm.grammar, names: takeNames(), limits: limits.syntax)
        parser.clockInText = interpreter.world.now
        let node = parser.parseAct(question.source, from: question.start, by: question.doer)
        interpreter.names = parser.takeNames()
        var problems = parser.diagnostics
        if let node, problems.isEmpty {
            var copy = checker
            copy.check([StepNode(kind: .act(node), span: node.span)], names: interpreter.names, policies: interpreter.policies)
            problems = copy.takeDiagnostics()
            if problems.isEmpty { return .success(node) }
        }
        return .failure(Problems(diagnostics: problems, sources: parser.sources))
    }

    // MARK: - What a test would say of it

    /// Keeps the lines that hold as they stand: what cannot be said again is left out.
    public mutating func propose(_ lines: [String]) {
        let holding = lines.filter(holds)
        if !holding.isEmpty { timeline.note(.proposed(holding)) }
    }

    private func holds(_ line: String) -> Bool {
        var probe = withoutPast
        var library = Library()
        guard case .ran(_, let last) = probe.submit(line, library: &library), case .success? = last?.result else { return false }
        return true
    }

    /// A single act that was refused is an expectation in a saved test.
    mutating func noteRefusal(_ submission: Submission) {
        guard case .ran(1, let (step, result)?) = submission, case .act(let node) = step.kind, case .failure(let failure) = result,
            let decision = failure.decision
        else { return }
        propose([interpreter.proposals.decision(decision, node)])
    }

    /// Mistakes with what there is to say of policies' own words in their lines.
    func hinted(_ mistakes: [Diagnostic], _ node: ScriptNode, _ sources: [SourceFile]) -> [Diagnostic] {
        OwnWordHints(interpreter.policies.words, node.policies).added(to: mistakes, sources)
    }
}
