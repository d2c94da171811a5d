import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// Turns a parsed policy into rules: acts resolved, conditions typed against the acts that they guard.
public struct PolicyCompiler {
    let node: PolicyNode
    public internal(set) var diagnostics: [Diagnostic] = []
    private var rules: [Rule] = []
    private var duties: [DutyRule] = []
    private var statements: [Statement] = []
    private let lists: [String: (clause: Int, items: [String])]
    private var looks = Twins()
    /// The words that it declares and those of the policies that it extends.
    var words = OwnWords()
    /// The words of its own.
    var declared = OwnWords()
    /// The policy's own calendar, or that of the one that it extends; `nil` where there is none.
    var calendar: SchoolCalendar?
    /// That the day is one between those between which the policy is in force.
    private var inForce: [Condition] = []

    public init(_ node: PolicyNode) {
        self.node = node
        var lists: [String: (clause: Int, items: [String])] = [:]
        for (k, clause) in node.clauses.enumerated() {
            for list in clause.lists { lists[list.name.lowercased()] = (k, list.items) }
        }
        self.lists = lists
    }

    public mutating func compile(extending extended: [Policy]) -> Policy {
        reportDoubled()
        reportLookAlikeLists()
        prepare(extending: extended)
        var clauses: [Clause] = []
        for (k, clause) in node.clauses.enumerated() {
            for (position, rule) in clause.rules.enumerated() { compile(rule, clause: k, position: position) }
            clauses.append(Clause(id: clause.id, title: clause.title, kind: kind(of: clause), notes: clause.notes))
        }
        return Policy(
            id: node.id, title: node.title.en.isEmpty ? Text(same: node.id) : node.title, platform: node.platform, adopted: node.adopted,
            terms: Dictionary(node.terms.map { ($0.noun, $0.term) }) { first, _ in first }, clauses: clauses, rules: rules, duties: duties,
            statements: statements,
            lists: node.clauses.enumerated().flatMap { k, clause in clause.lists.map { ItemList(name: $0.name, clause: k, items: $0.items) } },
            words: declared, extends: extended, calendar: calendar, inForce: node.calendar.inForce)
    }

    /// What its rules go by.
    private mutating func prepare(extending extended: [Policy]) {
        declareWords(extending: extended)
        takeCalendar(extending: extended)
        inForce = node.calendar.inForce.map { [.test(Predicate(.inForce(from: $0.from, to: $0.to), nil))] } ?? []
    }

    /// What one rule in a place of the policy would come to; `nil` where it would be a mistake there.
    public mutating func line(_ rule: RuleNode, _ position: Int, ofClause clause: Int, extending extended: [Policy]) -> CompiledLine? {
        prepare(extending: extended)
        guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
        compile(rule, clause: clause, position: position)
        guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
        var line = CompiledLine()
        (line.rules, line.duties, line.statements) = (rules, duties, statements)
        return line
    }

    private mutating func reportDoubled() {
        reportDoubled(node.clauses.map { ($0.id, $0.id, $0.idSpan) }) { .duplicateClause($0, $1) }
        // A rule finds its list whatever the case.
        reportDoubled(node.clauses.flatMap(\.lists).map { ($0.name.lowercased(), $0.name, $0.nameSpan) }) { .duplicateList($0, $1) }
    }

    /// What stands again under a key that was there before.
    private mutating func reportDoubled(_ all: [(key: String, name: String, span: Span)], _ diagnostic: (String, Span) -> Diagnostic) {
        var first: [String: Span] = [:]
        for (key, name, span) in all {
            guard let earlier = first.updateValue(span, forKey: key) else { continue }
            var d = diagnostic(name, span)
            d.related = [(earlier, Text("here first", "впервые здесь"))]
            diagnostics.append(d)
            first[key] = earlier
        }
    }

    private mutating func reportLookAlikeLists() {
        for list in node.clauses.flatMap(\.lists) {
            if let twin = looks.twin(of: list.name) {
                diagnostics.append(NameChecks.lookAlike(list.name, kind: .list, of: twin, span: list.nameSpan))
            }
            looks.insert(list.name)
        }
    }

    /// The kind of a clause is that of its first rule.
    private func kind(of clause: PolicyClauseNode) -> ClauseKind {
        guard let rule = clause.rules.first else { return clause.lists.isEmpty ? .info : .prohibition }
        switch rule.kind {
        case .states: return .mechanic
        case .forbid: return .prohibition
        case .oblige: return rule.triggers.isEmpty ? .standing : .duty
        case .permit:
            // What everybody may do becomes a power where a clause gives it to an office.
            let isOffice = rule.qualifiers.by.map { !$0.isEmpty && $0.set.isSubset(of: Self.offices) } ?? false
            let isLiberty = rule.acts.allSatisfy { kind(of: $0) == .liberty } && !rule.qualifiers.places.contains(.channel)
            return isLiberty && !isOffice ? .liberty : .power
        }
    }

    /// How an act is judged; one of the policy's own as it is declared to be.
    private func kind(of act: RuleActNode) -> ActKind {
        let definition = ActTable.all[act.act]
        guard definition.words[.word] == .act, let name = act.word else { return definition.kind }
        return words.find(.act, name)?.act?.kind ?? definition.kind
    }

    private static let offices = [Role.admin, .additionalAdmin, .moderator, .responsible].set

    // MARK: - Rules

    private mutating func compile(_ rule: RuleNode, clause: Int, position: Int) {
        // What is named twice in one rule says no more than once.
        var rule = rule
        (rule.acts, rule.triggers) = (resolved(rule.acts).eachOnce, resolved(rule.triggers).eachOnce)
        rule.also = rule.also.map { (resolved($0.acts).eachOnce, $0.qualifiers) }
        checkKinds(rule)
        for (q, acts) in [(rule.qualifiers, rule.acts), (rule.triggerQualifiers, rule.triggers)] + rule.also.map({ ($0.qualifiers, $0.acts) }) {
            for (part, span) in q.parts {
                if case .consent(let consent, let isMissing) = part { check(consent, isMissing, acts, span) }
                if let asked = part.asks.flatMap({ Sfm.grammar.attributesByPhrase[$0] }) { _ = check(AttributeTable[asked], acts, span) }
            }
        }
        var lists: [Int] = []
        let guarded = rule.triggers.isEmpty ? rule.acts + rule.also.flatMap(\.acts) : rule.triggers
        let conditions = (rule.condition.map { compile($0, acts: guarded, &lists) } ?? []) + rule.exceptions.flatMap { excepted($0, rule, guarded, &lists) }
        switch rule.kind {
        case .permit: add(.permit, rule, nil, conditions, lists, clause, position)
        case .forbid: add(.forbid, rule, nil, conditions, lists, clause, position)
        case .oblige(.roles(let roles), negated: true): add(.forbid, rule, roles.set, conditions, lists, clause, position)
        case .oblige(.holders(let names, let roles), negated: true):
            rule.qualifiers.add(.byHolders(names))
            add(.forbid, rule, roles.isEmpty ? nil : roles.set, conditions, lists, clause, position)
        case .oblige(_, negated: true): preconditionFailure("a prohibition without roles is refused by the parser")
        case .oblige(let subject, negated: false): compileDuty(rule, subject, clause, position, conditions)
        case .states(let s):
            statements.append(
                Statement(
                    clause: clause, position: position, mechanism: s.mechanism, audience: s.audience.set, from: s.from.set, role: s.role,
                    places: ChoiceSet(s.places), messenger: s.messenger))
        }
    }

    private mutating func add(
        _ effect: Rule.Effect, _ rule: RuleNode, _ bearers: RoleSet?, _ conditions: [Condition], _ lists: [Int], _ clause: Int, _ position: Int
    ) {
        for (act, qualifiers) in deeds(of: rule) {
            let narrowing = Narrowing(qualifiers, of: act.act, effect == .permit ? .permit : .forbid, calendar, words: words)
            var (scope, narrowed) = (narrowing.scope, narrowing.conditions)
            if let bearers { scope.by = bearers }
            narrowed += heldConditions(qualifiers, &scope, act)
            let rate = rateCondition(qualifiers, narrowing, act, clause, position)
            rules.append(
                Rule(
                    effect: effect, clause: clause, position: position, act: act.act, scope: scope,
                    conditions: ([meant([act])].compactMap { $0 } + narrowing.tests).map(Condition.part) + narrowed + conditions
                        + (rate.map { [$0.condition] } ?? []) + inForce, lists: lists, rateName: rate?.name))
        }
    }

    private mutating func compileDuty(
        _ rule: RuleNode, _ subject: RuleSubject, _ clause: Int, _ position: Int, _ conditions: [Condition]
    ) {
        checkOccasion(rule, subject)
        checkTiming(rule, subject)
        let timing = timing(of: rule)
        let bearer: Bearer =
            switch subject {
            case .roles(let roles), .holders(_, let roles): .roles(roles.set)
            case .target: .target
            case .parentsOfTarget: .parents
            case .actor: .actor
            case .nobody: .roles([])
            }
        var holders: [Text] = []
        if case .holders(let names, _) = subject { holders = names.map { declaredName(.role, $0, rule.bearerSpan) } }
        for case (.towardsHolders(let names), let span) in rule.qualifiers.parts { for name in names { _ = declaredName(.role, name, span) } }
        let befallsSomebody = rule.triggers.contains { shape($0).namesTarget || shape($0).doerIsTarget }
        let triggers = Set(rule.triggers.map(\.act))
        let event = rule.triggers.first.map { Narrowing(rule.triggerQualifiers, of: $0.act, .event, calendar, words: words) }
        var triggerScope = event?.scope ?? Scope()
        let occasion =
            (event.map { ([meant(rule.triggers)].compactMap { $0 } + $0.tests).map(Condition.part) + $0.conditions } ?? []) + eventHolders(rule, &triggerScope)
        for act in rule.acts {
            let narrowing = Narrowing(rule.qualifiers, of: act.act, .duty, calendar, words: words)
            let definition = ActTable.all[act.act]
            // What the bearer does by himself is about nobody else.
            let wantsTarget =
                !definition.forms.doerIsTarget
                && Sfm.grammar.actParts[act.act].contains { part in
                    part.slot == .target && (part.required || definition.definite.contains(.target))
                }
            var addressees = narrowing.addressees
            // «Сообщить лицу и директору»: that very person, of whom nobody else need be told, beside others who may be anybody of their roles.
            if narrowing.namesAuthor, addressees != [Addressees()] { addressees.append(Addressees()) }
            let isBesideOthers = narrowing.namesTarget && (definition.tellsOf || addressees != [Addressees()])
            if isBesideOthers, addressees == [Addressees()], !narrowing.namesParents, !narrowing.namesAuthor { addressees = [] }
            // Whom the rule names by the event is said beside the first of the others.
            func duty(_ who: Addressees, isFirst: Bool, isTarget: Bool, _ list: AddresseeList?, _ place: Int) -> DutyRule {
                let (namesParents, namesAuthor) = (narrowing.namesParents && isFirst, narrowing.namesAuthor && who.isEmpty)
                let stated = narrowing.namesTarget || narrowing.namesParents || narrowing.namesAuthor
                // «Ученика и родителей лица»: the pupil is the person whose parents they are.
                let namesTarget = !isBesideOthers && isFirst && (narrowing.namesTarget || narrowing.namesParents && !who.roles.isEmpty)
                var scope = narrowing.scope
                scope.targets = who.holders.isEmpty ? who.roles : []
                return DutyRule(
                    clause: clause, position: position, bearer: bearer, act: act.act, scope: scope, triggers: triggers, triggerScope: triggerScope,
                    conditions: occasion + narrowing.conditions + conditions + inForce, timing: timing,
                    concernsTarget: isTarget || !definition.tellsOf && (stated ? namesTarget : wantsTarget), concernsParents: namesParents,
                    concernsAuthor: namesAuthor, tellsOfTarget: definition.tellsOf && befallsSomebody && !isTarget, holders: holders,
                    towards: who.holders.isEmpty ? Addressees() : who, list: list, place: place,
                    isInChat: Sfm.grammar.actParts[act.act].contains { $0.slot == .chat || $0.slot == .place }, object: definition.about,
                    parts: [meant([act])].compactMap { $0 } + narrowing.tests)
            }
            if isBesideOthers { duties.append(duty(Addressees(), isFirst: false, isTarget: true, nil, 0)) }
            let list = addressees.count > 1 ? AddresseeList(addressees) : nil
            for (k, who) in addressees.enumerated() {
                duties.append(duty(who, isFirst: k == 0, isTarget: false, list, k))
            }
        }
    }

    // MARK: - Conditions

    /// The parts of a conjunction, each counted by itself when a decision looks for the nearest permit.
    mutating func compile(_ node: ConditionNode, acts: [RuleActNode], _ lists: inout [Int]) -> [Condition] {
        if case .and(let parts) = node { return parts.flatMap { compile($0, acts: acts, &lists) } }
        return [one(node, acts, &lists)]
    }

    mutating func one(_ node: ConditionNode, _ acts: [RuleActNode], _ lists: inout [Int]) -> Condition {
        switch node {
        case .and(let parts): return .and(parts.map { one($0, acts, &lists) })
        case .or(let parts): return .or(parts.map { one($0, acts, &lists) })
        case .not(let inner): return .not(one(inner, acts, &lists))
        case .test(let id, let operand, let span):
            let attribute = AttributeTable[id]
            guard operand.isOfActor || check(attribute, acts, span), let operand = compared(operand, span, &lists, of: attribute) else { return .and([]) }
            return attribute.test(operand)
        case .time(let asked, let span):
            check(asked, acts, span)
            return .test(Predicate(asked, calendar))
        case .missing: return .and([])
        }
    }

    /// Of names that a policy does not know no more are looked for among those that it does.
    static let most = 200

    /// What an attribute is compared with; `nil` for a list that the policy has not got.
    private mutating func compared(_ operand: OperandNode, _ span: Span, _ lists: inout [Int], of attribute: Attribute) -> Predicate.Operand? {
        switch operand {
        case .flag: .flag
        case .count(let sign, let n):
            // What the world keeps no number of is counted out of what was done.
            attribute.isCountedOnly ? attribute.counts.map { .counted($0.spec(CountNode(), kinds: [], calendar), sign, n) } : .count(sign, n)
        case .term(let sign, let duration): .term(sign, duration)
        case .choice(let values): .choice(UInt32(places: values))
        case .roles(let roles): .roles(roles.set)
        case .name(let name): .names(list: Text(same: name), [name])
        case .list(let name): listed(name, span, &lists)
        case .words(let names): .words(names.map { declaredName(askedBy: attribute, $0, span) })
        case .counted(let count, let sign, let n): spec(count, attribute, span).map { .counted($0, sign, n) }
        case .majority(let answer, let poll): .majority(answer: answer, poll: poll)
        case .consent(let consent): .consent(consent.spec(words))
        }
    }

    private mutating func listed(_ name: String, _ span: Span, _ lists: inout [Int]) -> Predicate.Operand? {
        guard let list = self.lists[name.lowercased()] else {
            guard diagnostics.count < Self.most else { return nil }
            if let twin = looks.twin(of: name) {
                diagnostics.append(NameChecks.lookAlike(name, kind: .list, of: twin, span: span))
                return nil
            }
            var d = Diagnostic(.unknownTerm, Text("there is no list “\(name)” in this policy", "в этом порядке нет перечня «\(name)»"), span)
            let near = Suggestion.names(near: name, among: Array(self.lists.keys).sorted())
            if !near.isEmpty {
                d.help = [Diagnostic.question(near)]
            } else {
                d.help = [Text("make one: list \(name): \"…\", \"…\"", "заведите его: перечень \(name): \"…\", \"…\"")]
            }
            diagnostics.append(d)
            return nil
        }
        if !lists.contains(list.clause) { lists.append(list.clause) }
        let title = node.clauses[list.clause].title
        return .names(list: title.en.isEmpty ? Text(same: name) : title, list.items)
    }

    /// An attribute that one of the acts does not have is a mistake.
    mutating func check(_ attribute: Attribute, _ acts: [RuleActNode], _ span: Span) -> Bool {
        // One word may stand for several acts; it is wrong only where none of them has the attribute.
        var words: [Span] = []
        for act in acts where !words.contains(act.span) { words.append(act.span) }
        for word in words.sorted(by: { $0.lower < $1.lower }) {
            let readings = acts.filter { $0.span == word }
            if readings.contains(where: { AttributeTable.attributes(of: $0.act).contains(attribute) }) { continue }
            let act = ActTable.all[readings[0].act]
            let right = AttributeTable.attributes(of: readings[0].act)
            let (en, ru) = (AttributeTable.list(right, .english), AttributeTable.list(right, .russian))
            let name = attribute.name
            diagnostics.append(
                Diagnostic(
                    .wrongAttribute,
                    Text("“\(name.en)” cannot be asked about “\(act.forms.id)”", "о действии «\(act.noun.ru)» нельзя спросить: «\(name.ru)»"), span,
                    help: [Text("can be asked: \(en)", "можно спросить: \(ru)")]))
            return false
        }
        return true
    }
}

extension [Role] {
    var set: RoleSet { reduce(into: RoleSet()) { $0.formUnion(RoleSet($1)) } }
}

extension [RuleActNode] {
    /// The acts in their order, each once.
    fileprivate var eachOnce: [RuleActNode] {
        guard count > 1 else { return self }
        var seen = Set<String>()
        return filter { seen.insert("\($0.act) \($0.word ?? "")").inserted }
    }
}
