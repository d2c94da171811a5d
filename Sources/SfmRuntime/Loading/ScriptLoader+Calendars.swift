import SfmPolicy
import SfmSyntax
import SfmTerms

extension ScriptLoader {
    /// What rules and steps ask of the calendars that they go by.
    mutating func checkCalendars(of node: ScriptNode) {
        if let (span, first) = node.calendar.doubled, first.file != span.file {
            script.diagnostics.append(.doubledLine(span, first: first))
        }
        let inForce = Set(script.everyPolicy.policies.map(\.address))
        for (policyNode, policy) in definedPolicies where policy.calendar == nil && inForce.contains(policy.address) {
            script.diagnostics += policyNode.lacks(of: script.calendar ?? .standard)
        }
        guard script.calendar == nil else { return }
        var base = script.policies
        findTwoCalendars(script.background, &base)
        for steps in [script.looseSteps] + script.scenarios.map(\.steps) {
            var inForce = base
            findTwoCalendars(steps, &inForce)
        }
    }

    /// Steps that ask a calendar while two policies with different ones are in force.
    private mutating func findTwoCalendars(_ steps: [StepNode], _ inForce: inout [Policy]) {
        for step in steps {
            switch step.kind {
            case .usePolicy(let reference): if let policy = script.shelf[reference.name] { inForce.append(policy) }
            case .repeated(_, let inner): findTwoCalendars(inner, &inForce)
            case .advanceTo(let goal):
                let calendars = inForce.flatMap(\.withExtended).compactMap { policy in policy.calendar.map { (policy.id, $0) } }
                guard goal.asksCalendar, let first = calendars.first, let other = calendars.first(where: { $0.1 != first.1 }) else { continue }
                script.diagnostics.append(.twoCalendars(step.span, first.0, other.0))
            case .given, .act, .expectFact, .expectDecision, .force, .advance, .today, .fulfilDuties, .actAs, .include, .beginning: continue
            }
        }
    }
}

extension Diagnostic {
    static func doubledLine(_ span: Span, first: Span) -> Diagnostic {
        var d = Diagnostic(
            .doubledPart, Text("a calendar says this once", "в календаре это говорят один раз"), span,
            help: [Text("leave one of the two", "оставьте одну строку")])
        d.related = [(first, Text("here first", "впервые здесь"))]
        return d
    }
}
