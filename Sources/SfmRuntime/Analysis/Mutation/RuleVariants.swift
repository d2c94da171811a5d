import SfmSyntax
import SfmTerms

/// The small changes of one rule, in an order that the rule alone decides.
struct RuleVariants {
    typealias Variants<T> = ValueVariants.Variants<T>

    let values: ValueVariants

    init(known: RoleSet) { values = ValueVariants(known: known) }

    /// Each change with the rule that it makes; `nil` is none.
    func all(_ rule: RuleNode) -> Variants<RuleNode?> {
        var out: Variants<RuleNode?> = [(.ruleDropped, nil)]
        func add<T>(_ variants: Variants<T>, _ put: (inout RuleNode, T) -> Void) {
            for (kind, value) in variants {
                var changed = rule
                put(&changed, value)
                out.append((kind, changed))
            }
        }
        add(norms(rule)) { $0 = $1 }
        add(kinds(rule.kind)) { $0.kind = $1 }
        add(withoutAct(rule)) { $0 = $1 }
        add(parts(rule.qualifiers)) { $0.qualifiers = $1 }
        for k in rule.also.indices { add(parts(rule.also[k].qualifiers)) { $0.also[k].qualifiers = $1 } }
        if let condition = rule.condition { add(conditions(condition)) { $0.condition = $1 } }
        add(exceptions(rule.exceptions)) { $0.exceptions = $1 }
        for words in Self.byWord(rule.triggers) where words.count < rule.triggers.count {
            add([(.triggerDropped, words)]) { rule, words in rule.triggers.removeAll { act in words.contains { $0.span == act.span && $0.act == act.act } } }
        }
        add(parts(rule.triggerQualifiers)) { $0.triggerQualifiers = $1 }
        if let term = rule.term {
            add([(.term, nil)] + ValueVariants.deadline(term).map { (.term, $0) }) { (rule: inout RuleNode, term: Deadline?) in rule.term = term }
        }
        if case .oblige(_, negated: false) = rule.kind, rule.qualifiers.targets.count + rule.qualifiers.towards.count > 1, !rule.qualifiers.has(.oneOfThose) {
            add([(.junction, RulePart.oneOfThose)]) { $0.qualifiers.add($1) }
        }
        if case .oblige(_, negated: false) = rule.kind { add([(.each, !rule.time.isEach)]) { $0.time.isEach = $1 } }
        if let recurrence = rule.time.recurrence { add(ValueVariants.recurrence(recurrence).map { (.recurrence, $0) }) { $0.time.recurrence = $1 } }
        if let day = rule.time.day { add(ValueVariants.day(day).map { (.recurrence, $0) }) { $0.time.day = $1 } }
        return out
    }

    // MARK: - Kinds

    /// What the rule would be as one of another kind. What always stands grants as a permission does, so neither is made the other.
    private func norms(_ rule: RuleNode) -> Variants<RuleNode> {
        var other = rule
        switch rule.kind {
        case .permit:
            other.kind = .forbid
            return [(.norm, other)]
        case .forbid:
            other.kind = .permit
            return [(.norm, other)]
        case .states: return []
        case .oblige(let subject, let negated):
            other.qualifiers = rule.qualifiers.filter { ![.target, .parentsOfTarget, .author, .ofTarget, .oneOfThose].contains($0) }
            switch subject {
            case .roles(let roles): other.qualifiers.add(.by(roles))
            case .holders(let names, let roles):
                other.qualifiers.add(.byHolders(names))
                if !roles.isEmpty { other.qualifiers.add(.by(roles)) }
            case .target, .parentsOfTarget, .actor, .nobody: return []
            }
            (other.term, other.time) = (nil, DutyTimeNode())
            if !rule.triggers.isEmpty { (other.triggers, other.triggerQualifiers, other.condition, other.exceptions) = ([], QualifierNode(), nil, []) }
            let kinds: [RuleNode.Kind] = negated ? [.permit] : rule.triggers.isEmpty ? [.forbid] : [.permit, .forbid]
            return kinds.map { kind in
                other.kind = kind
                return (.norm, other)
            }
        }
    }

    /// Whose duty it is, and what a statement says.
    private func kinds(_ kind: RuleNode.Kind) -> Variants<RuleNode.Kind> {
        switch kind {
        case .permit, .forbid: return []
        case .oblige(.roles(let roles), let negated): return values.roles(roles).map { ($0.kind, .oblige(.roles($0.value), negated: negated)) }
        case .oblige(.holders(let names, let roles), let negated):
            return values.roles(roles).map { ($0.kind, .oblige(.holders(names, $0.value), negated: negated)) }
                + ValueVariants.withoutOne(names, .roleDropped).map { ($0.kind, .oblige(.holders($0.value, roles), negated: negated)) }
                + (roles.isEmpty
                    ? [] : [(.roleDropped, .oblige(.roles(roles), negated: negated)), (.roleDropped, .oblige(.holders(names, []), negated: negated))])
        case .oblige(.target, _), .oblige(.parentsOfTarget, _), .oblige(.actor, _), .oblige(.nobody, _): return []
        case .states(let statement): return statements(statement).map { (.statement, .states($0)) }
        }
    }

    private func statements(_ statement: StatementNode) -> [StatementNode] {
        var out: [StatementNode] = []
        func add(_ change: (inout StatementNode) -> Void) {
            var changed = statement
            change(&changed)
            out.append(changed)
        }
        // Whose chats people follow their group into cannot be left open.
        let isWhole = statement.mechanism == .membersFollow
        if !statement.audience.isEmpty, !isWhole { add { $0.audience = [] } }
        for (_, roles) in values.roles(statement.audience) { add { $0.audience = roles } }
        if !statement.from.isEmpty, !isWhole { add { $0.from = [] } }
        for (_, roles) in values.roles(statement.from) { add { $0.from = roles } }
        if let role = statement.role {
            add { $0.role = nil }
            for (_, roles) in values.roles([role]) { add { $0.role = roles.first } }
        }
        if !statement.places.isEmpty { add { $0.places = [] } }
        for (_, places) in ValueVariants.withoutOne(statement.places) { add { $0.places = places } }
        if statement.messenger != nil { add { $0.messenger = nil } }
        return out
    }

    // MARK: - Acts

    /// Acts that one word stands for, word by word.
    private static func byWord(_ acts: [RuleActNode]) -> [[RuleActNode]] {
        var out: [[RuleActNode]] = []
        for act in acts {
            if out.last?.last?.span == act.span, act.span != .none { out[out.count - 1].append(act) } else { out.append([act]) }
        }
        return out
    }

    private func withoutAct(_ rule: RuleNode) -> Variants<RuleNode> {
        var out: Variants<RuleNode> = []
        func drop(_ words: [RuleActNode], _ acts: WritableKeyPath<RuleNode, [RuleActNode]>) {
            guard words.count < rule[keyPath: acts].count else { return }
            var changed = rule
            changed[keyPath: acts].removeAll { act in words.contains { $0.span == act.span && $0.act == act.act } }
            out.append((.actDropped, changed))
        }
        for words in Self.byWord(rule.acts) { drop(words, \.acts) }
        for k in rule.also.indices {
            for words in Self.byWord(rule.also[k].acts) { drop(words, \.also[k].acts) }
            var changed = rule
            changed.also.remove(at: k)
            out.append((.actDropped, changed))
        }
        return out
    }

    // MARK: - Parts

    func parts(_ q: QualifierNode) -> Variants<QualifierNode> {
        q.parts.indices.flatMap { k -> Variants<QualifierNode> in
            let part = q.parts[k].part
            return [(Self.dropping(part), q.replacing(k, with: nil))] + self.part(part).map { ($0.kind, q.replacing(k, with: $0.value)) }
        }
    }

    private static func dropping(_ part: RulePart) -> Mutation.Kind {
        switch part {
        case .by, .byHolders, .byParents, .ownGroup: .doerDropped
        case .target, .parentsOfTarget, .author, .towardsHolders, .ofTarget: .objectDropped
        case .oneOfThose: .junction
        case .together, .otherChats: .audienceDropped
        case .chatOf: .placeDropped
        case .rate: .count
        case .consent: .consent
        case .when: .window
        case .slot(.target, _), .slot(.invitee, _): .objectDropped
        case .slot(.audience, _): .audienceDropped
        case .slot(.place, _), .slot(.chat, _), .slot(.closed, _): .placeDropped
        case .slot: .partDropped
        }
    }

    private func part(_ part: RulePart) -> Variants<RulePart> {
        switch part {
        case .by(let roles): values.roles(roles).map { ($0.kind, .by($0.value)) }
        case .byHolders(let names): ValueVariants.withoutOne(names, .roleDropped).map { ($0.kind, .byHolders($0.value)) }
        case .towardsHolders(let names): ValueVariants.withoutOne(names, .roleDropped).map { ($0.kind, .towardsHolders($0.value)) }
        case .together(let roles): ValueVariants.withoutOne(roles, .roleDropped).map { ($0.kind, .together($0.value)) }
        case .chatOf(let roles): values.roles(roles).map { ($0.kind, .chatOf($0.value)) }
        case .rate(let count, let period):
            ValueVariants.number(count, from: 1).map { (.number, .rate($0, period)) } + ValueVariants.period(period).map { (.count, .rate(count, $0)) }
        case .consent(let consent, let isMissing):
            [(.consent, .consent(consent, isMissing: !isMissing))] + values.consent(consent).map { (.consent, .consent($0, isMissing: isMissing)) }
        case .when(let window): ValueVariants.window(window).map { (.window, .when($0)) }
        case .slot(let slot, let value): self.value(value).map { ($0.kind, .slot(slot, $0.value)) }
        case .ownGroup, .target, .parentsOfTarget, .byParents, .author, .otherChats, .ofTarget, .oneOfThose: []
        }
    }

    private func value(_ value: RuleValue) -> Variants<RuleValue> {
        switch value {
        case .roles(let roles): values.roles(roles).map { ($0.kind, .roles($0.value)) }
        case .places(let places, let names) where names.isEmpty: ValueVariants.withoutOne(places).map { ($0.kind, .places($0.value, names: [])) }
        case .places(let places, let names): ValueVariants.withoutOne(names).map { ($0.kind, .places(places, names: $0.value)) }
        case .choices(let choices): ValueVariants.withoutOne(choices).map { ($0.kind, .choices($0.value)) }
        case .names(let names): ValueVariants.withoutOne(names).map { ($0.kind, .names($0.value)) }
        case .numbers(let numbers):
            ValueVariants.withoutOne(numbers).map { ($0.kind, .numbers($0.value)) }
                + numbers.indices.flatMap { k in
                    ValueVariants.number(numbers[k], from: 1).map { n in
                        var changed = numbers
                        changed[k] = n
                        return (Mutation.Kind.number, RuleValue.numbers(changed))
                    }
                }
        case .duration(let duration): ValueVariants.duration(duration).map { (.term, .duration($0)) }
        case .date(let instant, let hasTime): ValueVariants.moment(instant, hasTime: hasTime).map { (.term, .date($0, hasTime: hasTime)) }
        case .stated: []
        }
    }

    // MARK: - Exceptions

    private func exceptions(_ all: [ExceptionNode]) -> Variants<[ExceptionNode]> {
        all.indices.flatMap { k -> Variants<[ExceptionNode]> in
            var rest = all
            rest.remove(at: k)
            let changed: Variants<ExceptionNode> =
                switch all[k] {
                case .roles(let roles, let span): values.roles(roles).map { ($0.kind, .roles($0.value, span)) }
                case .messages(let kinds, let span): ValueVariants.withoutOne(kinds).map { ($0.kind, .messages($0.value, span)) }
                case .holders(let names, let span): ValueVariants.withoutOne(names, .roleDropped).map { ($0.kind, .holders($0.value, span)) }
                case .condition(let condition): conditions(condition).compactMap { kind, changed in changed.map { (kind, .condition($0)) } }
                }
            return [(.exceptionDropped, rest)]
                + changed.map { kind, exception in
                    var list = all
                    list[k] = exception
                    return (kind, list)
                }
        }
    }
}
