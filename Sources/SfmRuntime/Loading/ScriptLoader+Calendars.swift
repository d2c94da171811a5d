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
        let calendars = script.everyPolicy.policies.compactMap { policy in policy.calendar.map { (policy.id, $0) } }
        guard let first = calendars.first, let other = calendars.first(where: { $0.1 != first.1 }) else { return }
        let steps = script.background + script.looseSteps + script.scenarios.flatMap(\.steps)
        if let span = Self.firstOfWorkingTime(steps) { script.diagnostics.append(.twoCalendars(span, first.0, other.0)) }
    }

    /// The first step that asks a calendar.
    private static func firstOfWorkingTime(_ steps: [StepNode]) -> Span? {
        for step in steps {
            switch step.kind {
            case .advanceTo(let goal): if goal.asksCalendar { return step.span }
            case .repeated(_, let inner): if let span = firstOfWorkingTime(inner) { return span }
            case .given, .act, .expectFact, .expectDecision, .force, .advance, .today, .fulfilDuties, .actAs, .usePolicy, .include, .beginning: continue
            }
        }
        return nil
    }
}

extension Diagnostic {
    static func doubledLine(_ span: Span, first: Span) -> Diagnostic {
        var d = Diagnostic(
            .doubledPart, Text("a calendar says this once", "в календаре это говорят один раз"), span, help: [Text("leave one of the two", "оставьте одну строку")])
        d.related = [(first, Text("here first", "впервые здесь"))]
        return d
    }
}
