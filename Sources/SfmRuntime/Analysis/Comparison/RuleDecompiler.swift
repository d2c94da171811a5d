import SfmPolicy
import SfmSyntax
import SfmTerms

/// Turns compiled rules back into rules as they would be written, so that one printer words them all.
struct RuleDecompiler {
    /// The language of what has a name of its own in each.
    let language: Language

    func node(_ rule: Rule) -> RuleNode {
        var node = RuleNode(kind: rule.effect == .permit ? .permit : .forbid, acts: acts([rule.act], rule.conditions.tests), span: .none)
        node.qualifiers = qualifiers(rule.scope, rule.conditions.tests)
        node.condition = joined(rest(rule.conditions, &node.qualifiers, isNorm: true))
        return node
    }

    /// Conditions that no part says; windows stand beside the act where they can.
    private func rest(_ conditions: [Condition], _ q: inout QualifierNode, isNorm: Bool = false) -> [ConditionNode] {
        conditions.withoutTests.filter { condition in
            if isNorm, let part = part(condition, q) {
                // Who it is then says the role as well.
                if part == .byParents { q = q.filter { if case .by = $0 { false } else { true } } }
                return !q.add(part)
            }
            switch condition.asked?.test {
            case .window(let window): return !q.add(.when(window))
            // The head of the policy says it.
            case .inForce: return false
            case .silent, .under, nil: return true
            }
        }.map(condition)
    }

    /// A declaration as it would be written in one language.
    func node(_ word: OwnWord) -> OwnWordNode {
        let meaning: OwnWordNode.Meaning
        switch word.meaning {
        case .messageKind: meaning = .messageKind
        case .violationKind: meaning = .violationKind
        case .role(let role): meaning = .role(role)
        case .mark(let holder): meaning = .mark(holder)
        case .act(let act, let conditions):
            var shape = OwnActNode(kind: act.kind)
            shape.parts = act.parts
            shape.effects = act.effects.map { effect in
                switch effect {
                case .sets(let mark): (.sets(mark[language]), .none)
                case .clears(let mark): (.clears(mark[language]), .none)
                case .addsTarget: (.addsTarget, .none)
                case .removesTarget: (.removesTarget, .none)
                case .removesActor: (.removesActor, .none)
                }
            }
            shape.condition = joined(conditions.map(condition))
            meaning = .act(shape)
        }
        return OwnWordNode(name: Text(same: word.name[language]), nameSpan: .none, meaning: meaning)
    }

    /// What a rule says beside its act and is asked as a condition.
    private func part(_ condition: Condition, _ q: QualifierNode) -> RulePart? {
        switch condition {
        case .test(let predicate):
            switch (predicate.definition?.forms.readAs, predicate.operand) {
            case (.consent, .consent(let spec)): return .consent(spec.node(language), isMissing: false)
            case (.rate, .counted(let spec, _, let count)):
                return RatePeriod.allCases.first { $0.window == spec.window }.map { .rate(count, $0) }
            case (.actorHolds, .words(let words)) where q.by == nil: return .byHolders(words.map { $0[language] })
            case (.actorIsParent, .flag) where q.by == [.parent]: return .byParents
            default: return nil
            }
        case .not(.test(let predicate)):
            if case .consent(let spec) = predicate.operand { return .consent(spec.node(language), isMissing: true) }
            return nil
        case .and, .or, .not: return nil
        }
    }

    func node(_ rule: DutyRule) -> RuleNode {
        var node = RuleNode(kind: .oblige(subject(rule.bearer, rule.holders), negated: false), acts: acts([rule.act], rule.parts), span: .none)
        node.qualifiers = qualifiers(rule.scope, rule.parts)
        // Where the duty falls on the person concerned, that person is the bearer, not the object.
        if rule.bearer != .target, !rule.triggers.isEmpty, rule.concernsTarget, rule.addressees.isEmpty { node.qualifiers.add(.target) }
        if rule.concernsParents { node.qualifiers.add(.parentsOfTarget) }
        if rule.concernsAuthor { node.qualifiers.add(.author) }
        if !rule.towards.holders.isEmpty { node.qualifiers.add(.towardsHolders(rule.towards.holders.map { $0[language] })) }
        if !rule.towards.roles.isEmpty { node.qualifiers.add(.slot(.target, .roles(rule.towards.roles.roles))) }
        if isOneOfSeveral(rule) { node.qualifiers.add(.oneOfThose) }
        if rule.tellsOfTarget, !rule.triggers.isEmpty, !rule.concernsParents { node.qualifiers.add(.ofTarget) }
        node.triggers = acts(rule.triggers.sorted(), rule.conditions.tests)
        node.triggerQualifiers = qualifiers(rule.triggerScope, rule.conditions.tests)
        // What time says stands beside the event or, where there is none, beside the act.
        node.condition =
            rule.triggers.isEmpty ? joined(rest(rule.conditions, &node.qualifiers)) : joined(rest(rule.conditions, &node.triggerQualifiers))
        node.term = rule.term
        node.time.isEach = rule.timing.isEach
        switch rule.timing.occasion {
        case .every(let recurrence): node.time.recurrence = recurrence
        case .day(let day): node.time.day = day
        case .deed, .opens, .state, .start: break
        }
        return node
    }

    private func isOneOfSeveral(_ rule: DutyRule) -> Bool {
        if rule.scope.targets.roles.count + rule.towards.roles.roles.count + rule.towards.holders.count > 1 { return true }
        return rule.parts.contains { if case .tells(let roles, .any) = $0 { roles.roles.count > 1 } else { false } }
    }

    func node(_ statement: Statement) -> RuleNode {
        var stated = StatementNode(mechanism: statement.mechanism)
        (stated.audience, stated.from, stated.role) = (statement.audience.roles, statement.from.roles, statement.role)
        (stated.places, stated.messenger) = (PlaceKind.allCases.filter(statement.places.contains), statement.messenger)
        return RuleNode(kind: .states(stated), acts: [], span: .none)
    }

    /// The acts, each with the words that say which of its kind is meant.
    func acts(_ indices: [Int], _ tests: [PartTest]) -> [RuleActNode] {
        let words = tests.flatMap { test -> [ActWord] in if case .words(let words) = test { words } else { [] } }
        return indices.flatMap { index -> [RuleActNode] in
            let own = words.filter { $0.act == index }
            guard !own.isEmpty else { return [RuleActNode(act: index, span: .none)] }
            return own.map { RuleActNode(act: index, span: .none, word: $0.word[language]) }
        }
    }

    private func subject(_ bearer: Bearer, _ holders: [Text]) -> RuleSubject {
        switch bearer {
        case .roles(let roles) where !holders.isEmpty: .holders(holders.map { $0[language] }, roles.roles)
        case .roles(let roles): roles.isEmpty ? .nobody : .roles(roles.roles)
        case .target: .target
        case .parents: .parentsOfTarget
        case .actor: .actor
        }
    }

    private func qualifiers(_ scope: Scope, _ tests: [PartTest]) -> QualifierNode {
        var q = QualifierNode()
        if let by = scope.by { q.add(.by(by.roles)) }
        for part in scope.nodes + tests.compactMap({ $0.node(language) }) { q.add(part) }
        return q
    }

    /// What is counted, as a rule would have it.
    private func node(_ spec: CountSpec, of predicate: Predicate) -> CountNode {
        var count = CountNode()
        (count.isDone, count.ofActor, count.window) = (spec.part == .doer, spec.ofActor, spec.window)
        let isNamed = predicate.definition?.forms.readAs == .countOfAct
        // Of what is about the person concerned the chat is understood.
        count.inChat = spec.inChat && (isNamed || spec.ofActor)
        let kinds = spec.kinds.map { $0[language] }
        guard isNamed, let act = spec.acts.first else {
            count.kinds = kinds
            return count
        }
        let isWorded = Sfm.grammar.namesWord(act)
        count.act = RuleActNode(act: act, span: .none, word: isWorded ? kinds.last : nil)
        count.kinds = isWorded ? Array(kinds.dropLast()) : kinds
        return count
    }

    // MARK: - Conditions

    private func joined(_ parts: [ConditionNode]) -> ConditionNode? { parts.count > 1 ? .and(parts) : parts.first }

    func condition(_ condition: Condition) -> ConditionNode {
        switch condition {
        case .and(let parts): .and(parts.map(self.condition))
        case .or(let parts): .or(parts.map(self.condition))
        case .not(let inner): .not(self.condition(inner))
        case .test(let predicate): test(predicate)
        }
    }

    private func test(_ predicate: Predicate) -> ConditionNode {
        if let (asked, _) = predicate.asked { return .time(asked, .none) }
        // A part stands beside the act, not in a condition.
        guard let attribute = predicate.attribute else { return .missing(.none) }
        let operand: OperandNode
        switch predicate.operand {
        case .flag: operand = .flag
        case .count(let sign, let n): operand = .count(sign, n)
        case .term(let sign, let duration): operand = .term(sign, duration)
        case .choice(let values): operand = .choice(values.places)
        case .roles(let roles): operand = .roles(roles.roles)
        // A list goes by its clause's title; a single name stands for itself.
        case .names(let list, let items): operand = items == [list.en] ? .name(list.en) : .list(RuleRenderer.quoted(list)[language])
        case .words(let words): operand = .words(words.map { $0[language] })
        case .counted(let spec, let sign, let n): operand = .counted(node(spec, of: predicate), sign, n)
        case .majority(let answer, let poll): operand = .majority(answer: answer, poll: poll)
        case .consent(let spec): operand = .consent(spec.node(language))
        case .part, .time: return .missing(.none)
        }
        return .test(attribute, operand, .none)
    }
}

extension [Condition] {
    /// The parts that the rule names beside its act.
    var tests: [PartTest] { compactMap(\.partTest) }

    var withoutTests: [Condition] { filter { $0.partTest == nil } }
}
