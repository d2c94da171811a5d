import SfmPolicy
import SfmSyntax
import SfmTerms

/// Turns compiled rules back into rules as they would be written, so that one printer words them all.
struct RuleWriter {
    /// The language of what has a name of its own in each.
    let language: Language

    func node(_ rule: Rule) -> RuleNode {
        var node = RuleNode(kind: rule.effect == .permit ? .permit : .forbid, acts: [act(rule.act)], span: .none)
        node.qualifiers = qualifiers(rule.scope, rule.conditions.tests)
        node.condition = joined(rule.conditions.withoutTests.map { condition($0, of: rule.act) })
        return node
    }

    func node(_ rule: DutyRule) -> RuleNode {
        var node = RuleNode(kind: .oblige(subject(rule.bearer), negated: false), acts: [act(rule.act)], span: .none)
        node.qualifiers = qualifiers(rule.scope, rule.parts)
        // Where the duty falls on the person concerned, that person is the bearer, not the object.
        if case .roles = rule.bearer, !rule.isStanding, rule.concernsTarget { node.qualifiers.add(.target) }
        if rule.concernsParents { node.qualifiers.add(.parentsOfTarget) }
        node.triggers = rule.triggers.sorted().map(act)
        node.triggerQualifiers = qualifiers(rule.triggerScope, rule.conditions.tests)
        node.condition = joined(rule.conditions.withoutTests.map { condition($0, of: rule.triggers.min() ?? rule.act) })
        node.within = rule.within
        return node
    }

    func node(_ statement: Statement) -> RuleNode {
        var stated = StatementNode(mechanism: statement.mechanism)
        (stated.audience, stated.from, stated.role) = (statement.audience.roles, statement.from.roles, statement.role)
        (stated.places, stated.messenger) = (PlaceKind.allCases.filter(statement.places.contains), statement.messenger)
        return RuleNode(kind: .states(stated), acts: [], span: .none)
    }

    private func act(_ index: Int) -> RuleActNode { RuleActNode(act: index, span: .none) }

    private func subject(_ bearer: Bearer) -> RuleSubject {
        switch bearer {
        case .roles(let roles): roles.isEmpty ? .nobody : .roles(roles.roles)
        case .target: .target
        case .actor: .actor
        }
    }

    private func qualifiers(_ scope: Scope, _ tests: [PartTest]) -> QualifierNode {
        var q = QualifierNode()
        if let by = scope.by { q.add(.by(by.roles)) }
        for part in scope.nodes + tests.map(\.node) { q.add(part) }
        return q
    }

    // MARK: - Conditions

    private func joined(_ parts: [ConditionNode]) -> ConditionNode? { parts.count > 1 ? .and(parts) : parts.first }

    func condition(_ condition: Condition, of act: Int) -> ConditionNode {
        switch condition {
        case .and(let parts): .and(parts.map { self.condition($0, of: act) })
        case .or(let parts): .or(parts.map { self.condition($0, of: act) })
        case .not(let inner): .not(self.condition(inner, of: act))
        case .count(let attribute, let sign, let n): .compare(attribute, sign, .number(n), .none)
        case .duration(let sign, let duration): .compare(.duration, sign, .duration(duration), .none)
        case .flag(let attribute): .flag(attribute, .none)
        case .reason(let set): .choice(.reason, Reason.allCases.filter(set.contains).map(\.rawValue), .none)
        case .mood(let set): .choice(.mood, Mood.allCases.filter(set.contains).map(\.rawValue), .none)
        case .purpose(let set): .choice(.purpose, Purpose.allCases.filter(set.contains).map(\.rawValue), .none)
        case .role(let set): .role(.role, set.roles, .none)
        case .targetRole(let set): .role(.targetRole, set.roles, .none)
        case .actorRole(let set): .role(.actorRole, set.roles, .none)
        // After `=` stands the one name that is meant; a list goes by its clause's title.
        // A part stands beside the act, not in a condition.
        case .part: .missing(.none)
        case .listed(let name, let items): .inList(listed(of: act), items == [name.en] ? "=" + name.en : Wording.quoted(name)[language], .none)
        }
    }

    private func listed(of act: Int) -> Attribute {
        AttributeTable.attributes(of: act).contains(.messenger) ? .messenger : .channel
    }
}

extension [Condition] {
    /// The parts that the rule names beside its act.
    var tests: [PartTest] { compactMap { if case .part(let test) = $0 { test } else { nil } } }

    var withoutTests: [Condition] { filter { if case .part = $0 { false } else { true } } }
}
