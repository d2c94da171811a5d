import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// What rules count, whose consent they ask for, and the offices of the policy's own by which somebody may.
extension PolicyCompiler {
    /// The acts of a rule, each with the parts that narrow it; who may is said once.
    func deeds(of rule: RuleNode) -> [(RuleActNode, QualifierNode)] {
        let doers = rule.qualifiers.parts.filter(\.part.isDoer)
        return rule.acts.map { ($0, rule.qualifiers) }
            + rule.also.flatMap { acts, qualifiers in
                var all = qualifiers
                for (part, span) in doers { all.add(part, span) }
                return acts.map { ($0, all) }
            }
    }

    /// What is counted; `nil` where that is not declared.
    mutating func spec(_ count: CountNode, _ attribute: Attribute, _ span: Span) -> CountSpec? {
        guard let named = count.act else {
            guard let counts = attribute.counts else { return nil }
            let sort = counts.acts().lazy.compactMap { $0.words[.kinds] }.first
            if sort == nil, let kind = count.kinds.first {
                diagnostics.append(.noKinds(attribute.name, kind, span))
                return nil
            }
            return counts.spec(count, kinds: count.kinds.map { declaredName(sort ?? .messageKind, $0, span) }, calendar)
        }
        guard let act = resolved([named]).first else { return nil }
        var kinds = count.kinds.map { declaredName(ActTable.all[act.act].words[.kinds] ?? .messageKind, $0, span) }
        if let word = act.word, let sort = ActTable.all[act.act].words[.word] { kinds.append(words.name(sort, word)) }
        return CountSpec(
            acts: [act.act], kinds: kinds, part: count.isDone ? .doer : .subject, ofActor: count.ofActor, inChat: count.inChat, window: count.window,
            calendar: calendar)
    }

    /// That somebody has one of the offices named, or one of the roles beside them.
    mutating func heldConditions(_ q: QualifierNode, _ scope: inout Scope, _ act: RuleActNode) -> [Condition] {
        var out: [Condition] = []
        var lists: [Int] = []
        for (part, span) in q.parts {
            switch part {
            case .byHolders(let names):
                var any = [one(.test(.readAs(.actorHolds), .words(names), span), [act], &lists)]
                if let by = scope.by {
                    any.append(AttributeTable[.readAs(.actorIsRole)].test(.roles(by)))
                    scope.by = nil
                }
                out.append(any.count == 1 ? any[0] : .or(any.reversed()))
            case .towardsHolders(let names):
                var any = [one(.test(.readAs(.targetHolds), .words(names), span), [act], &lists)]
                if !scope.targets.isEmpty {
                    any.append(AttributeTable[.readAs(.targetIsRole)].test(.roles(scope.targets)))
                    scope.targets = []
                }
                out.append(any.count == 1 ? any[0] : .or(any.reversed()))
            default: continue
            }
        }
        return out
    }

    /// The same of whose deed a duty arises from.
    mutating func eventHolders(_ rule: RuleNode, _ scope: inout Scope) -> [Condition] {
        guard let act = rule.triggers.first else { return [] }
        return heldConditions(rule.triggerQualifiers, &scope, act)
    }

    /// That the deeds of a rule are too many already, and the name under which they are counted.
    func rateCondition(_ q: QualifierNode, _ narrowing: Narrowing, _ act: RuleActNode, _ clause: Int, _ position: Int) -> (condition: Condition, name: String)?
    {
        for case (.rate(let count, let period), _) in q.parts {
            let name = "\u{1}\(node.id) \(clause) \(position) \(act.act) \(act.word ?? "")"
            let inChat = narrowing.scope.places.contains(.chat) || narrowing.conditions.contains { $0.first?.definition?.forms.readAs == .chatOf }
            let spec = CountSpec(acts: [ActTable.all.count], kinds: [Text(same: name)], part: .doer, ofActor: true, inChat: inChat, window: period.window)
            return (AttributeTable[.readAs(.rate)].test(.counted(spec, .atLeast, count)), name)
        }
        return nil
    }
}

extension Attribute {
    /// Whether the world keeps no number of what it counts.
    var isCountedOnly: Bool { counts.map { $0.kept == nil } ?? false }
}

extension ConsentNode {
    func spec(_ words: OwnWords) -> ConsentSpec {
        switch self {
        case .roles(let roles, let holders): .roles(roles.set, holders: holders.map { words.name(.role, $0) })
        case .parentsOfTarget: .parents
        case .eachParentOfTarget: .eachParent
        }
    }
}

extension ConsentSpec {
    func node(_ language: Language) -> ConsentNode {
        switch self {
        case .roles(let roles, let holders): .roles(roles.roles, holders: holders.map { $0[language] })
        case .parents: .parentsOfTarget
        case .eachParent: .eachParentOfTarget
        }
    }
}

extension Diagnostic {
    static func noKinds(_ counted: Text, _ kind: String, _ span: Span) -> Diagnostic {
        Diagnostic(
            .unexpectedRest,
            Text("\(counted.en) have no kinds, so “\(kind)” says nothing here", "\(counted.ru): у них нет видов, «\(kind)» здесь ничего не значит"), span,
            help: [Text("kinds are those of messages and violations", "виды бывают у сообщений и нарушений")])
    }
}
