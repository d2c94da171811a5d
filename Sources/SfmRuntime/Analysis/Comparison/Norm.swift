import SfmPolicy
import SfmSyntax
import SfmTerms

/// A clause with the policy that it belongs to.
public struct CitedClause: Hashable, Sendable {
    public let policy: String
    public let clause: String

    public init(policy: String, clause: String) { (self.policy, self.clause) = (policy, clause) }
}

/// One thing that a policy grants, forbids, obliges to or states, with every clause that says the same.
public struct Norm: Sendable {
    public enum Kind: String, Sendable { case permit, forbid, duty, standing, states, list }

    /// One aspect in words, and what is said of it.
    public struct Part: Sendable {
        public let aspect: Aspect
        let content: Content
        public let text: Text

        var said: Said { Said(aspect: aspect, content: content) }
    }

    /// One aspect as it is said, whatever the words.
    struct Said: Hashable {
        let aspect: Aspect
        let content: Content
    }

    /// The whole norm as it is said: two norms that say the same have the same.
    struct Substance: Hashable {
        let kind: Kind
        let said: Set<Said>
    }

    public let kind: Kind
    public private(set) var clauses: [CitedClause]
    private var cited: Set<CitedClause>
    public private(set) var parts: [Part] = []
    /// What a list holds, or the list that the norm uses.
    public private(set) var items: [String] = []
    /// The acts and events that a duty arises from.
    public private(set) var triggers: Set<Int> = []
    /// The whole norm, as a rule is written.
    public let text: Text
    private var whom: RoleSet = []
    private var audience: RoleSet = []
    private var role: RoleSet = []
    private var places: [PlaceKind] = []
    private var otherChats = false

    public subscript(aspect: Aspect) -> Part? { parts.first { $0.aspect == aspect } }

    /// The aspects in which two norms of one kind differ, in order.
    func differences(from other: Norm) -> [Aspect] {
        var out = parts.filter { part in other[part.aspect]?.content != part.content }.map(\.aspect)
        out += other.parts.map(\.aspect).filter { self[$0] == nil }
        return out
    }

    var substance: Substance { Substance(kind: kind, said: Set(parts.map(\.said))) }

    mutating func cite(_ more: [CitedClause]) { for clause in more where cited.insert(clause).inserted { clauses.append(clause) } }

    /// How far apart two norms are; `nil` where they are about different things.
    func distance(to other: Norm) -> Int? {
        guard kind == other.kind || [kind, other.kind].allSatisfy({ $0 == .duty || $0 == .standing }) else { return nil }
        guard Self.meet(whom, other.whom), Self.meet(audience, other.audience), Self.meet(role, other.role) else { return nil }
        if otherChats && !other.audience.isEmpty || other.otherChats && !audience.isEmpty { return nil }
        if !places.isEmpty, !other.places.isEmpty, !places.contains(where: other.places.contains) { return nil }
        if !triggers.isEmpty, !other.triggers.isEmpty, triggers.isDisjoint(with: other.triggers) { return nil }
        if kind == .list { return Set(items.map(Self.folded)).isDisjoint(with: other.items.map(Self.folded)) ? nil : differences(from: other).count }
        if let mine = self[.choice], let theirs = other[.choice], mine.content != theirs.content { return nil }
        // Different acts and marks of a policy's own are different things.
        if self[.word]?.content != other[.word]?.content { return nil }
        let found = differences(from: other)
        let identity = found.count(where: \.isIdentity)
        // Of several that differ in as much, the one with most of a differing condition in common is the nearest.
        return identity > 2 ? nil : (identity * 2 + (found.count - identity)) * 10 - min(found.reduce(0) { $0 + shared($1, other) }, 9)
    }

    /// How many pieces of an aspect both have.
    private func shared(_ aspect: Aspect, _ other: Norm) -> Int {
        guard let mine = self[aspect], let theirs = other[aspect] else { return 0 }
        return mine.content.shared(with: theirs.content)
    }

    /// Whether two sets of roles have anybody in common; no role at all is anybody.
    private static func meet(_ a: RoleSet, _ b: RoleSet) -> Bool {
        if a.isEmpty || b.isEmpty || a.union(b).has(.participant) { return true }
        return !a.isDisjoint(with: b.closed) || !b.isDisjoint(with: a.closed)
    }

    static func folded(_ item: String) -> String { item.lowercased() }
}

// MARK: - From compiled rules

extension Norm {
    private init(_ kind: Kind, clauses: [CitedClause], text: Text) { (self.kind, self.clauses, cited, self.text) = (kind, clauses, Set(clauses), text) }

    init(_ rule: Rule, _ clauses: [CitedClause]) {
        let node = RuleDecompiler(language: .english).node(rule)
        self.init(rule.effect == .permit ? .permit : .forbid, clauses: clauses, text: RuleRenderer.inBothLanguages { $0.rule($1.node(rule)) })
        if let by = rule.scope.by { add(.who, by) } else { add(.who, .anybody, Text("anybody", "любой")) }
        add(rule.scope, rule.conditions.tests, node)
        add(rule.conditions.withoutTests + rule.conditions.tests.compactMap(\.condition), of: rule.act)
    }

    init(_ rule: DutyRule, _ clauses: [CitedClause]) {
        let node = RuleDecompiler(language: .english).node(rule)
        self.init(rule.isStanding ? .standing : .duty, clauses: clauses, text: RuleRenderer.inBothLanguages { $0.rule($1.node(rule)) })
        switch rule.bearer {
        case .roles(let roles) where rule.timing.isEach: add(.who, .each(roles), Text("each: ", "каждый: ") + RuleRenderer.roles(roles))
        case .roles(let roles): add(.who, roles)
        case .target: add(.who, .bearer(rule.bearer), Text("the person concerned", "лицо"))
        case .parents: add(.who, .bearer(rule.bearer), Text("parents of the person concerned", "родители лица"))
        case .actor: add(.who, .bearer(rule.bearer), Text("who acts", "исполнитель"))
        }
        if !rule.towards.isEmpty {
            add(.whom, .items(Set(rule.towards.holders.flatMap { [$0.en, $0.ru] })), Text.joined(rule.towards.holders.map { RuleRenderer.quoted($0) }))
            if !rule.towards.roles.isEmpty { add(.whom, rule.towards.roles) }
        }
        if rule.concernsAuthor { add(.whom, .bearer(.actor), Text("the author of the message", "автор сообщения")) }
        if rule.concernsParents {
            let words = rule.concernsTarget ? Text("target and parents of target", "лицо и родители лица") : Text("parents of target", "родители лица")
            add(.whom, .parents(andTarget: rule.concernsTarget), words)
        }
        add(rule.scope, rule.parts, node, concernsTarget: rule.concernsTarget)
        add(
            .occasion, rule.triggers.isEmpty ? .timing(rule.timing.occasionOnly) : .occasion(rule.triggers, rule.triggerScope, Set(rule.conditions.tests)),
            rule.occasionText(node))
        add(rule.parts.compactMap(\.condition), of: rule.act)
        add(rule.conditions.withoutTests, of: rule.triggers.min() ?? rule.act)
        if let term = rule.term {
            let words = CalendarReading.inBoth { $0.deadline(term) }
            // A length of time speaks for itself.
            if case .within(let duration) = term { add(.within, .term(term), duration.text) } else { add(.within, .term(term), words) }
        }
        triggers = rule.triggers
    }

    init(_ statement: Statement, _ clauses: [CitedClause]) {
        self.init(.states, clauses: clauses, text: RuleRenderer.inBothLanguages { $0.rule($1.node(statement)) })
        audience = statement.audience
        if !statement.audience.isEmpty { add(.audience, statement.audience) }
        if !statement.from.isEmpty { add(.from, statement.from) }
        if let role = statement.role { add(.role, RoleSet(role)) }
        let places = PlaceKind.allCases.filter(statement.places.contains)
        if !places.isEmpty { add(.place, .places(Set(places), names: []), RuleRenderer.places(places)) }
        if let messenger = statement.messenger { add(.messenger, .name(messenger), Text(same: messenger)) }
    }

    init(_ list: ItemList, title: Text, _ clauses: [CitedClause]) {
        let items = list.items.joined(separator: ", ")
        self.init(.list, clauses: clauses, text: Text("list ", "перечень ") + RuleRenderer.quoted(title) + Text(same: ": " + items))
        add(list.items, Text(same: items))
    }

    private mutating func add(_ aspect: Aspect, _ content: Content, _ text: Text) { parts.append(Part(aspect: aspect, content: content, text: text)) }

    private mutating func add(_ aspect: Aspect, _ roles: RoleSet) { add(aspect, .roles(roles), RuleRenderer.roles(roles)) }

    private mutating func add(_ items: [String], _ text: Text) {
        self.items = items
        add(.items, .items(Set(items.map(Self.folded))), text)
    }

    private mutating func add(_ scope: Scope, _ tests: [PartTest], _ node: RuleNode, concernsTarget: Bool = false) {
        (whom, role, places, otherChats) = (scope.targets, scope.asRoles, node.qualifiers.places, scope.otherChats)
        audience = node.qualifiers.roles(.audience).set
        if !scope.targets.isEmpty { add(.whom, scope.targets) }
        if !audience.isEmpty { add(.audience, audience) }
        if scope.otherChats { add(.audience, .otherChats, Text("others", "иные")) }
        if scope.ownGroup { add(.ownGroup, .stated, Text("own", "своя")) }
        if !scope.asRoles.isEmpty { add(.role, scope.asRoles) }
        if case .places(let kinds, let names)? = node.qualifiers[.place] {
            add(
                .place, .places(Set(kinds), names: Set(names)),
                RuleRenderer.inBothLanguages { printer, _ in printer.part(.place, .places(kinds, names: names), ofAct: node.acts[0].act) })
        }
        if scope.withSubject { add(.subject, .stated, Text("stated", "указан")) }
        // What a condition can say as well is told with the conditions.
        var plain = node
        plain.qualifiers = node.qualifiers.filter { part in
            guard case .slot(let slot, let value) = part else { return true }
            return slot != .purpose && slot != .duration && !(slot == .reason && value.isChoice)
        }
        let details = RuleRenderer.inBothLanguages { printer, _ in printer.details(plain) }
        let words = Text.joined(tests.flatMap { test -> [Text] in if case .words(let words) = test { words.map { RuleRenderer.quoted($0.word) } } else { [] } })
        if !words.en.isEmpty { add(.word, .words(Set(tests.filter { if case .words = $0 { true } else { false } })), words) }
        if !details.en.isEmpty {
            let others = Set(tests.filter { $0.condition == nil })
            add(.choice, .choices(scope.moods, scope.fields, isCollective: scope.collective, others, concernsTarget: concernsTarget), details)
        }
    }

    /// Conditions about the same thing are one part.
    private mutating func add(_ conditions: [Condition], of act: Int) {
        var found: [(aspect: Aspect, conditions: [Condition])] = []
        for condition in conditions {
            if case .test(let predicate) = condition, case .names(_, let items) = predicate.operand {
                add(items, RuleRenderer.condition(condition, of: act))
                continue
            }
            // Of several parts the first says what it is about.
            let aspect = condition.first?.heading.map(Aspect.condition) ?? (condition.first?.asked == nil ? .choice : .time)
            if let k = found.firstIndex(where: { $0.aspect == aspect }) { found[k].conditions.append(condition) } else { found.append((aspect, [condition])) }
        }
        for (aspect, conditions) in found {
            let texts = conditions.map { RuleRenderer.condition($0, of: act) }
            add(aspect, .conditions(Set(conditions.map(\.meaning))), Text.joined(texts, "; "))
        }
    }
}

extension PartTest {
    /// The attribute that asks the same in a condition, where there is one.
    private var attribute: Attribute? { question.flatMap { question in AttributeTable.all.first { $0.says(question) } } }

    /// The test as a condition on what conditions can ask as well.
    fileprivate var condition: Condition? { attribute.map { attribute in operand.map(attribute.test) ?? .part(self) } }

    fileprivate var heading: Attribute.Heading? { attribute?.heading }
}

extension RuleValue {
    fileprivate var isChoice: Bool { if case .choices = self { true } else { false } }
}

extension Predicate {
    /// Under which heading it is told of.
    fileprivate var heading: Attribute.Heading? {
        if case .part(let test) = operand { return test.heading }
        return definition?.heading
    }
}
