import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Interpreter {
    /// Every rule about a decided act, each with what of it fits: the answer to `why` in full.
    public func review(_ decision: Decision) -> [Text] {
        let act = ActTable.all[decision.request.act]
        guard act.kind(of: decision.request) != .event else { return [] }
        let rules = engine.review(decision.request, world: world, ledger: ledger)
        let nearest = decision.nearest.map(\.clause)
        var told: [[Text]] = []
        for rule in rules {
            // Rules of one clause of which there is the same to say are said once.
            let lines = renderer.tell(rule, decision, isNearest: nearest.contains(rule.miss.clause))
            if !told.contains(lines) { told.append(lines) }
        }
        return told.flatMap { $0 }
    }
}

extension DecisionRenderer {
    fileprivate func tell(_ review: RuleReview, _ decision: Decision, isNearest: Bool) -> [Text] {
        let clause = policies.clause(review.miss.clause)
        let verb: Text =
            switch review.kind {
            case .forbid: Text(" forbids", " запрещает")
            case .permit: Text(" permits", " разрешает")
            case .duty: Text(" makes it a duty", " предписывает")
            }
        let mark = review.matches ? "● " : "○ "
        var head = Text(same: mark) + cite([review.miss.clause]) + verb + Text(" (“\(clause.title.en)”)", " («\(clause.title.ru)»)")
        if isNearest { head = head + Text(" — came nearest", " — ближе всего") }
        let parts = parts(of: review.miss, decision)
        if review.kind == .duty, !review.matches, review.miss.failures == 0 {
            return [head, Text("    ✗ nothing calls for it now", "    ✗ сейчас для этого нет повода")]
        }
        return [head] + parts.map { Text("    ", "    ") + $0 }
    }

    /// What a rule asks, a line each, with whether it holds and its value.
    func parts(of miss: NearMiss, _ decision: Decision) -> [Text] {
        let context = Context(world: world, request: decision.request)
        let writer = ConditionRenderer(world: world, renderer: self)
        return writer.scope(miss, decision)
            + miss.conditions.enumerated().map { k, condition in
                Text(same: miss.failedConditions.contains(k) ? "✗ " : "✓ ") + writer.condition(condition, context)
            }
    }
}
