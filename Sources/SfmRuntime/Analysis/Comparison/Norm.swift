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
    public enum Kind: String, Sendable { case permit, forbid, duty, standing, states, list, calendar, word }

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
        /// Of lines of calendars and of declarations.
        let name: Text?
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
    /// What it arises from, each with the word that tells it from others of its kind.
    private var events: Set<Event> = []
    /// Lines of calendars and declarations are about the same where these are.
    private var name: Text?

    private struct Event: Hashable {
        let act: Int
        let word: Text?
    }

    public subscript(aspect: Aspect) -> Part? { parts.first { $0.aspect == aspect } }

    /// The aspects in which two norms of one kind differ, in order.
    func differences(from other: Norm) -> [Aspect] {
        var out = parts.filter { part in other[part.aspect]?.content != part.content }.map(\.aspect)
        out += other.parts.map(\.aspect).filter { self[$0] == nil }
        return out
    }

    var substance: Substance { Substance(kind: kind, said: Set(parts.map(\.said)), name: name) }

    mutating func cite(_ more: [CitedClause]) { for clause in more where cited.insert(clause).inserted { clauses.append(clause) } }

    /// How far apart two norms are; `nil` where they are about different things.
    func distance(to other: Norm) -> Int? {
        guard kind == other.kind || [kind, other.kind].allSatisfy({ $0 == .duty || $0 == .standing }) else { return nil }
        if let name, let theirs = other.name { return name.sharesName(with: theirs) ? differences(from: other).count : nil }
        guard Self.meet(whom, other.whom), Self.meet(audience, other.audience), Self.meet(role, other.role) else { return nil }
        if otherChats && !other.audience.isEmpty || other.otherChats && !audience.isEmpty { return nil }
        if !places.isEmpty, !other.places.isEmpty, !places.contains(where: other.places.contains) { return nil }
        if !events.isEmpty, !other.events.isEmpty, events.isDisjoint(with: other.events) { return nil }
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

    init(_ rule: Rule, _ clauses: [CitedClause], _ calendar: SchoolCalendar?) {
        let node = RuleDecompiler(language: .english).node(rule)
        self.init(rule.effect == .permit ? .permit : .forbid, clauses: clauses, text: RuleRenderer.inBothLanguages { $0.rule($1.node(rule)) })
        let (doers, conditions) = rule.doers
        switch doers {
        case .parents: add(.who, .bearer(.parents, isEach: false), Text("parents of the person concerned", "родители лица"))
        case .holders(let roles, let names): addHolders(roles, names, isEach: false)
        case .roles(let by): add(.who, by)
        case nil: add(.who, .anybody, Text("anybody", "любой"))
        }
        if !rule.scope.targets.isEmpty { add(.whom, rule.scope.targets) }
        add(rule.scope, rule.conditions.tests, node)
        add(conditions.withoutTests + rule.conditions.tests.compactMap(\.condition), of: rule.act)
        add(CalendarMeaning(calendar, asked: rule.conditions.calendarNeeds))
    }

    init(_ rule: DutyRule, _ clauses: [CitedClause], _ calendar: SchoolCalendar?) {
        let node = RuleDecompiler(language: .english).node(rule)
        self.init(rule.isStanding ? .standing : .duty, clauses: clauses, text: RuleRenderer.inBothLanguages { $0.rule($1.node(rule)) })
        let isEach = rule.timing.isEach
        switch rule.bearer {
        case .roles(let roles) where isEach || !rule.holders.isEmpty: addHolders(roles, rule.holders, isEach: isEach)
        case .roles(let roles): add(.who, roles)
        case .target: add(.who, .bearer(.target, isEach: false), Text("the person concerned", "лицо"))
        case .parents:
            let each = isEach ? Text("each: ", "каждый: ") : Text(same: "")
            add(.who, .bearer(.parents, isEach: isEach), each + Text("parents of the person concerned", "родители лица"))
        case .actor: add(.who, .bearer(.actor, isEach: false), Text("who acts", "исполнитель"))
        }
        addWhom(rule)
        add(rule.scope, rule.parts, node)
        add(
            .occasion,
            rule.triggers.isEmpty
                ? .timing(rule.timing.occasionOnly)
                : .occasion(Set(rule.triggers.map(\.ownAsOne)), rule.triggerScope, Set(rule.conditions.tests.map(\.normal))),
            rule.occasionText(node))
        add(rule.parts.compactMap(\.condition), of: rule.act)
        add(rule.conditions.withoutTests, of: rule.triggers.min() ?? rule.act)
        if let term = rule.term {
            let words = CalendarReading.inBoth { $0.deadline(term) }
            // A length of time speaks for itself.
            if case .within(let duration) = term { add(.within, .term(term.normal), duration.text) } else { add(.within, .term(term), words) }
        }
        add(CalendarMeaning(calendar, asked: rule.conditions.calendarNeeds + rule.timing.calendarNeeds))
        triggers = rule.triggers
        let named = rule.conditions.tests.flatMap(\.actWords)
        for act in triggers {
            let words = named.filter { $0.act == act }
            if words.isEmpty { events.insert(Event(act: act, word: nil)) }
            for word in words { events.insert(Event(act: act, word: word.word)) }
        }
    }

    /// One line of a calendar.
    init(line: Text, _ text: Text, _ meaning: CalendarMeaning) {
        self.init(.calendar, clauses: [], text: text)
        name = line
        add(.line, .calendar(meaning), text)
    }

    /// A word of the policy's own.
    init(_ word: OwnWord) {
        let text = RuleRenderer.inBothLanguages { printer, decompiler in printer.declaration(decompiler.node(word)) }
        self.init(.word, clauses: [], text: text)
        // Words of different sorts may be called alike.
        name = Text("\(word.sort.rawValue) \(word.name.en)", "\(word.sort.rawValue) \(word.name.ru)")
        add(.line, .declaration(WordMeaning(word)), text)
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

    private mutating func addHolders(_ roles: RoleSet, _ names: [Text], isEach: Bool) {
        let words = (roles.isEmpty ? [] : [RuleRenderer.roles(roles)]) + names.map { RuleRenderer.quoted($0) }
        let each = isEach ? Text("each: ", "каждый: ") : Text(same: "")
        add(.who, .holders(roles, Set(names), isEach: isEach), each + Text.joined(words))
    }

    /// Whom the act of a duty is about, where it says so.
    private mutating func addWhom(_ rule: DutyRule) {
        var words: [Text] = []
        let who = rule.addressees
        if !who.roles.isEmpty { words.append(RuleRenderer.roles(who.roles)) }
        words += who.holders.map { RuleRenderer.quoted($0) }
        if rule.concernsAuthor { words.append(Text("the author of the message", "автор сообщения")) }
        if rule.concernsParents {
            words.append(rule.concernsTarget ? Text("target and parents of target", "лицо и родители лица") : Text("parents of target", "родители лица"))
        }
        guard !words.isEmpty else { return }
        add(
            .whom,
            .whom(
                who.roles, Set(who.holders), isAuthor: rule.concernsAuthor, areParents: rule.concernsParents, isTarget: rule.concernsTarget),
            Text.joined(words))
    }

    private mutating func add(_ meaning: CalendarMeaning?) { if let meaning { add(.calendar, .calendar(meaning), meaning.text) } }

    private mutating func add(_ scope: Scope, _ tests: [PartTest], _ node: RuleNode) {
        (whom, role, places, otherChats) = (scope.targets, scope.asRoles, node.qualifiers.places, scope.otherChats)
        audience = node.qualifiers.roles(.audience).set
        if !audience.isEmpty { add(.audience, audience) }
        for case .forAll(let roles) in tests {
            audience.formUnion(roles)
            add(.audience, .together(roles), RuleRenderer.roles(roles) + Text(" together", " вместе"))
        }
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
        if !words.en.isEmpty { add(.word, .words(Set(tests.filter { !$0.actWords.isEmpty }.map(\.normal))), words) }
        if !details.en.isEmpty {
            let others = Set(tests.filter { $0.condition == nil && !$0.isToldApart }.map(\.normal))
            add(.choice, .choices(scope.moods, scope.fields, isCollective: scope.collective, others), details)
        }
    }

    /// Conditions about the same thing are one part.
    private mutating func add(_ conditions: [Condition], of act: Int) {
        var found: [(aspect: Aspect, conditions: [Condition])] = []
        for condition in conditions.conjuncts {
            // The head of the policy says when it is in force.
            if case .inForce? = condition.asked?.test { continue }
            if self[.items] == nil, case .test(let predicate) = condition, case .names(_, let items) = predicate.operand {
                add(items, RuleRenderer.condition(condition, of: act))
                continue
            }
            // Of several parts one says what it is about, in whatever order they stand.
            let heading = condition.predicates.compactMap(\.heading).min { $0.id < $1.id }
            let aspect = heading.map(Aspect.condition) ?? (condition.askedOfTime.isEmpty ? .choice : .time)
            if let k = found.firstIndex(where: { $0.aspect == aspect }) { found[k].conditions.append(condition) } else { found.append((aspect, [condition])) }
        }
        for (aspect, conditions) in found {
            let texts = conditions.map { RuleRenderer.condition($0, of: act) }
            add(aspect, .conditions(Set(conditions.map(\.meaning))), Text.joined(texts, "; "))
        }
    }
}

extension Rule {
    /// Who may or may not: by roles of the language, by those of the policy's own, or as parents of the person concerned.
    fileprivate enum Doers {
        case roles(RoleSet)
        case holders(RoleSet, [Text])
        case parents
    }

    /// Who acts, and the conditions that say nothing of it.
    fileprivate var doers: (doers: Doers?, conditions: [Condition]) {
        func isAsked(_ condition: Condition, _ phrase: AttributeForms.Phrase) -> Predicate? {
            if case .test(let predicate) = condition, predicate.definition?.forms.readAs == phrase { predicate } else { nil }
        }
        for (k, condition) in conditions.enumerated() {
            var others = conditions
            others.remove(at: k)
            if scope.by == RoleSet(.parent), isAsked(condition, .actorIsParent) != nil { return (.parents, others) }
            guard scope.by == nil else { continue }
            var (roles, names): (RoleSet, [Text]) = ([], [])
            let alternatives = if case .or(let parts) = condition { parts } else { [condition] }
            for one in alternatives {
                if let predicate = isAsked(one, .actorHolds), case .words(let words) = predicate.operand { names += words }
                if let predicate = isAsked(one, .actorIsRole), case .roles(let more) = predicate.operand { roles.formUnion(more) }
            }
            let isAllSaid = alternatives.allSatisfy { isAsked($0, .actorHolds) != nil || isAsked($0, .actorIsRole) != nil }
            if isAllSaid, !names.isEmpty { return (.holders(roles, names), others) }
        }
        return (scope.by.map(Doers.roles), conditions)
    }
}

extension PartTest {
    /// The attribute that asks the same in a condition, where there is one.
    private var attribute: Attribute? { question.flatMap { question in AttributeTable.all.first { $0.says(question) } } }

    /// The test as a condition on what conditions can ask as well.
    fileprivate var condition: Condition? { attribute.map { attribute in operand.map(attribute.test) ?? .part(self) } }

    fileprivate var heading: Attribute.Heading? { attribute?.heading }

    /// The words of a policy that say which acts are meant.
    var actWords: [ActWord] { if case .words(let words) = self { words } else { [] } }

    /// Whether another aspect tells it: which act it is, whom the chat is for, where it is.
    fileprivate var isToldApart: Bool {
        switch self {
        case .words, .forAll, .tells, .named(.chat, _), .named(.group, _), .named(.channel, _), .named(.school, _): true
        case .kinds, .attachments, .purposes, .reasons, .stated, .named, .lasts, .until, .numbers: false
        }
    }
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
