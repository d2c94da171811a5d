import SfmSyntax
import SfmTerms

/// The small changes of a condition; `nil` is none.
extension RuleVariants {
    func conditions(_ condition: ConditionNode) -> Variants<ConditionNode?> {
        switch condition {
        case .and(let parts): joined(parts, ConditionNode.and, other: ConditionNode.or)
        case .or(let parts): joined(parts, ConditionNode.or, other: ConditionNode.and)
        case .not(let inner):
            [(.conditionDropped, nil), (.conditionDenied, inner)]
                + conditions(inner).compactMap { kind, changed in
                    guard kind != .conditionDenied, let changed else { return nil }
                    return (kind, .not(changed))
                }
        case .test, .time: [(.conditionDropped, nil), (.conditionDenied, .not(condition))] + leaf(condition).map { ($0.kind, $0.value) }
        case .missing: []
        }
    }

    private func joined(
        _ parts: [ConditionNode], _ join: ([ConditionNode]) -> ConditionNode, other: ([ConditionNode]) -> ConditionNode
    ) -> Variants<ConditionNode?> {
        guard parts.count > 1 else { return parts.first.map(conditions) ?? [] }
        return [(.conditionDropped, nil), (.junction, other(parts))]
            + parts.indices.flatMap { k in
                conditions(parts[k]).map { kind, changed in
                    var all = parts
                    if let changed { all[k] = changed } else { all.remove(at: k) }
                    return (kind, all.count == 1 ? all[0] : join(all))
                }
            }
    }

    private func leaf(_ condition: ConditionNode) -> Variants<ConditionNode> {
        switch condition {
        case .time(let test, let span): ValueVariants.asked(test).map { ($0.kind, .time($0.value, span)) }
        case .test(let attribute, let operand, let span): operands(operand).map { ($0.kind, .test(attribute, $0.value, span)) }
        case .and, .or, .not, .missing: []
        }
    }

    private func operands(_ operand: OperandNode) -> Variants<OperandNode> {
        switch operand {
        case .flag, .name, .list, .majority: []
        case .count(let sign, let n): ValueVariants.number(n).map { (.number, .count(sign, $0)) }
        case .term(let sign, let duration): ValueVariants.duration(duration).map { (.term, .term(sign, $0)) }
        case .choice(let values): ValueVariants.withoutOne(values).map { ($0.kind, .choice($0.value)) }
        case .roles(let roles): values.roles(roles).map { ($0.kind, .roles($0.value)) }
        case .words(let words): ValueVariants.withoutOne(words).map { ($0.kind, .words($0.value)) }
        case .counted(let count, let sign, let n):
            ValueVariants.number(n).map { (.number, .counted(count, sign, $0)) } + counts(count).map { ($0.kind, .counted($0.value, sign, n)) }
        case .consent(let consent): values.consent(consent).map { (.consent, .consent($0)) }
        }
    }

    private func counts(_ count: CountNode) -> Variants<CountNode> {
        var out: Variants<CountNode> = []
        func add(_ kind: Mutation.Kind, _ change: (inout CountNode) -> Void) {
            var changed = count
            change(&changed)
            out.append((kind, changed))
        }
        for (kind, window) in ValueVariants.countWindow(count.window) { add(kind) { $0.window = window } }
        if !count.kinds.isEmpty { add(.count) { $0.kinds = [] } }
        for (kind, kinds) in ValueVariants.withoutOne(count.kinds) { add(kind) { $0.kinds = kinds } }
        if count.inChat { add(.count) { $0.inChat = false } }
        return out
    }
}
