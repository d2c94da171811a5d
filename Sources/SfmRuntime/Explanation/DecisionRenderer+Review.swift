import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Interpreter {
    /// Every rule about a decided act, each with what of it fits: the answer to `why` in full.
    ///
    /// `after` is what came of it, where it was done: duties arise from what the deed itself has made as well.
    public func review(_ decision: Decision, after: Interpreter? = nil) -> [Text] {
        let isEvent = ActTable.all[decision.request.act].kind(of: decision.request) == .event
        let rules = isEvent ? [] : engine.review(decision.request, world: world, ledger: ledger)
        let nearest = decision.nearest.map(\.clause)
        var told: [[Text]] = []
        for rule in rules {
            // Rules of one clause of which there is the same to say are said once.
            let lines = renderer.tell(rule, decision, isNearest: nearest.contains(rule.miss.clause))
            if !told.contains(lines) { told.append(lines) }
        }
        for rule in engine.occasions(decision.request, before: world, after: after?.world ?? world) {
            let lines = renderer.tell(rule, decision, isNearest: false, after: after?.renderer)
            if !told.contains(lines) { told.append(lines) }
        }
        return told.flatMap { $0 }
    }
}

extension DecisionRenderer {
    fileprivate func tell(_ review: RuleReview, _ decision: Decision, isNearest: Bool, after: DecisionRenderer? = nil) -> [Text] {
        let clause = policies.clause(review.miss.clause)
        let verb: Text =
            switch review.kind {
            case .forbid: Text(" forbids", " запрещает")
            case .permit: Text(" permits", " разрешает")
            case .duty: Text(" makes it a duty", " предписывает")
            case .occasion where review.matches: Text(" makes a duty of it", " возлагает обязанность")
            case .occasion: Text(" makes no duty of it", " обязанности не возлагает")
            }
        let mark = review.matches ? "● " : "○ "
        var head = Text(same: mark) + cite([review.miss.clause]) + verb + clause.titleInBrackets
        if isNearest { head = head + Text(" — came nearest", " — ближе всего") }
        let parts = parts(of: review.miss, decision, after: after)
        if review.kind == .duty, !review.matches, review.miss.failures == 0 {
            return [head, Text("    ✗ nothing calls for it now", "    ✗ сейчас для этого нет повода")]
        }
        return [head] + parts.map { Text("    ", "    ") + $0 }
    }

    /// What a rule asks, a line each, with whether it holds and its value.
    func parts(of miss: NearMiss, _ decision: Decision, after: DecisionRenderer? = nil) -> [Text] {
        let context = Context(world: world, request: decision.request)
        let writer = ConditionRenderer(world: world, renderer: self)
        return writer.scope(miss, decision)
            + miss.conditions.enumerated().compactMap { k, condition in
                // Which act it is stands in the headline already.
                if case .words? = condition.partTest { return nil }
                let mark = Text(same: miss.failedConditions.contains(k) ? "✗ " : "✓ ")
                guard let after, condition.countsTheDeed else { return mark + writer.condition(condition, context) }
                let later = Context(world: after.world, request: decision.request)
                return mark + ConditionRenderer(world: after.world, renderer: after).condition(condition, later)
            }
    }
}
