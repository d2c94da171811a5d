import SfmPolicy
import SfmSyntax
import SfmTerms

/// A policy as it was understood: every clause of what was compiled in whole sentences, beside its own title. Made of the compiled policy
/// alone, so that whoever reads it sees what the program goes by.
public struct PolicyReading: Sendable {
    public struct Clause: Sendable {
        public let id: String
        public let title: Text
        public let kind: ClauseKind
        /// What it permits, forbids, obliges to and states, in the order in which it does.
        public let sentences: [Text]
        public let lists: [ItemList]
        public let notes: [Text]

        /// Whether nothing in it can be executed.
        public var isNotesOnly: Bool { kind == .info }
    }

    public let policy: Policy
    public let clauses: [Clause]

    public init(_ policy: Policy) {
        self.policy = policy
        clauses = policy.clauses.indices.map { k in
            let clause = policy.clauses[k]
            return Clause(
                id: clause.id, title: clause.title, kind: clause.kind, sentences: Self.sentences(ofClauseAt: k, policy),
                lists: policy.lists.filter { $0.clause == k }, notes: clause.notes)
        }
    }

    /// What stands before the clauses, a sentence each.
    public var head: [Text] {
        var out: [Text] = []
        if let (date, order) = policy.adopted {
            let number = order.map { Text(" by order \($0)", " приказом № \($0)") } ?? Text(same: "")
            out.append(Text("Adopted \(date.dayText)", "Утверждён \(date.dayText)") + number + Self.stop)
        }
        if !policy.platform.en.isEmpty || !policy.platform.ru.isEmpty { out.append(Text("Platform: ", "Платформа: ") + policy.platform + Self.stop) }
        out += calendar
        for other in policy.extends {
            out.append(
                Text("It extends “\(other.id)”: the clauses of that policy hold as well.", "Дополняет порядок «\(other.id)»: его пункты тоже действуют."))
        }
        let terms = Self.nouns.compactMap { noun in
            policy.terms[noun].map { Text("\(noun.noun(.english)) — “\($0)”", "\(noun.noun(.russian)) — «\($0)»") }
        }
        if !policy.words.isEmpty { out.append(Self.words(policy.words)) }
        if !terms.isEmpty { out.append(Text("What it calls things: ", "Как что называется: ") + Text.joined(terms) + Self.stop) }
        return out
    }

    /// What its own words of a name are, and the sentences of its clauses that speak of them; nothing where it declares none.
    public func about(_ name: String) -> [Text] {
        let words = policy.words.all.filter { $0.name.isCalled(name) }
        guard let word = words.first else { return [] }
        let mentioned = clauses.flatMap { clause in
            clause.sentences.filter { $0.en.contains("“\(word.name.en)”") || $0.ru.contains("«\(word.name.ru)»") }.map { sentence in
                Text(DecisionRenderer.cite(clause.id, of: nil, .english), DecisionRenderer.cite(clause.id, of: nil, .russian)) + Text(same: ": ") + sentence
            }
        }
        return words.map { Self.declaration($0) + Text(" (policy “\(policy.id)”)", " (порядок «\(policy.id)»)") } + mentioned
    }

    /// The sentences of its clauses that speak of an act, each with its clause.
    public func about(act: Int) -> [Text] {
        var out: [(clause: Int, text: Text)] = []
        for rule in policy.rules where rule.act == act { out.append((rule.clause, Self.sentence(rule, acts: [act], policy))) }
        for duty in policy.duties where duty.act == act { out.append((duty.clause, Self.sentence(duty, acts: [act], policy))) }
        return out.enumerated().sorted { ($0.element.clause, $0.offset) < ($1.element.clause, $1.offset) }.map { _, said in
            let id = policy.clauses[said.clause].id
            return Text(DecisionRenderer.cite(id, of: nil, .english), DecisionRenderer.cite(id, of: nil, .russian)) + Text(same: ": ") + said.text
        }
    }

    private static func declaration(_ word: OwnWord) -> Text {
        RuleRenderer.inBothLanguages { printer, decompiler in ProsePrinter(printer).declaration(decompiler.node(word)) }
    }

    /// "Words of its own: kind of message “spam”; mark “consent”."
    private static func words(_ words: OwnWords) -> Text {
        var all: [Text] = []
        for sort in WordSort.allCases {
            let some = words.words(sort)
            let names = Text.joined(some.map { RuleRenderer.quoted($0.name) })
            switch sort {
            case .messageKind where !some.isEmpty: all.append(Text("kinds of message ", "виды сообщений ") + names)
            case .violationKind where !some.isEmpty: all.append(Text("kinds of violation ", "виды нарушений ") + names)
            case .messageKind, .violationKind: continue
            case .role, .mark, .act: all += some.map(declaration)
            }
        }
        return Text("Words of its own: ", "Свои слова: ") + Text.joined(all, "; ") + stop
    }

    /// Every noun that a policy may rename, in one order.
    private static let nouns = PlaceKind.allCases.map(RenamedNoun.place) + Role.allCases.map(RenamedNoun.role)

    private static let stop = Text(same: ".")

    /// What is said of a clause that holds nothing executable.
    public static let nothing = Text("Nothing in it is executed: the clause informs only.", "Исполнять нечего: пункт только для сведения.")

    // MARK: - Sentences

    private static func sentences(ofClauseAt index: Int, _ policy: Policy) -> [Text] {
        var out: [(position: Int, text: Text)] = []
        var rules = policy.rules.filter { $0.clause == index }[...]
        while let first = rules.first {
            // What was written as one rule about several acts is one sentence.
            let together = rules.prefix { $0.says(theSameAs: first) }
            rules = rules.dropFirst(together.count)
            out.append((first.position, sentence(first, acts: together.map(\.act), policy)))
        }
        var duties = policy.duties.filter { $0.clause == index }[...]
        while let first = duties.first {
            let together = duties.prefix { $0.says(theSameAs: first) }
            duties = duties.dropFirst(together.count)
            out.append((first.position, sentence(first, acts: together.map(\.act), policy)))
        }
        for statement in policy.statements where statement.clause == index { out.append((statement.position, sentence(statement))) }
        return out.enumerated().sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }.map(\.element.text)
    }

    static func sentence(_ rule: Rule, acts: [Int], _ policy: Policy) -> Text {
        let said = ruleText { writer in
            var node = writer.node(rule)
            node.acts = writer.acts(acts, rule.conditions.tests)
            return node
        }
        return said + stop + items(rule.conditions, rule.lists, policy)
    }

    static func sentence(_ rule: DutyRule, acts: [Int], _ policy: Policy) -> Text {
        let said = ruleText { writer in
            var node = writer.node(rule)
            node.acts = writer.acts(acts, rule.parts)
            return node
        }
        return said + stop + items(rule.conditions, [], policy)
    }

    static func sentence(_ statement: Statement) -> Text { ruleText { $0.node(statement) } + stop }

    private static func ruleText(_ node: (RuleDecompiler) -> RuleNode) -> Text {
        RuleRenderer.inBothLanguages { printer, writer in ProsePrinter(printer).sentence(node(writer)) }
    }

    /// What the lists hold that a rule goes by, and where they stand: a condition names a list by its title alone.
    private static func items(_ conditions: [Condition], _ clauses: [Int], _ policy: Policy) -> Text {
        let lists = conditions.flatMap(\.lists)
        let cited = clauses.map { place in Text(cite(policy, place, .english), cite(policy, place, .russian)) }
        let places = cited.isEmpty ? Text(same: "") : Text(same: " (") + Text.joined(cited) + Text(same: ")")
        var out = Text(same: "")
        for (k, (name, items)) in lists.enumerated() {
            let named = lists.count > 1 ? Text(same: " ") + RuleRenderer.quoted(name) : Text(same: "")
            out = out + Text(" In the list", " В перечне") + named + (k == 0 ? places : Text(same: "")) + Text(same: ": ")
            out = out + Text(same: items.joined(separator: ", ")) + stop
        }
        return lists.isEmpty && !cited.isEmpty ? Text(" See ", " См. ") + Text.joined(cited) + stop : out
    }

    private static func cite(_ policy: Policy, _ place: Int, _ language: Language) -> String {
        DecisionRenderer.cite(policy.clauses[place].id, of: nil, language)
    }
}

extension Condition {
    /// The lists that it asks, with what they hold; a single name that stands for itself is none.
    fileprivate var lists: [(name: Text, items: [String])] {
        switch self {
        case .and(let parts), .or(let parts): parts.flatMap(\.lists)
        case .not(let inner): inner.lists
        case .test(let predicate): if case .names(let name, let items) = predicate.operand, items != [name.en] { [(name, items)] } else { [] }
        }
    }
}

extension Rule {
    /// Whether another rule differs in nothing but its act.
    fileprivate func says(theSameAs other: Rule) -> Bool {
        position == other.position && effect == other.effect && scope == other.scope && conditions == other.conditions && lists == other.lists
    }
}

extension DutyRule {
    fileprivate func says(theSameAs other: DutyRule) -> Bool {
        position == other.position && bearer == other.bearer && scope == other.scope && triggers == other.triggers && triggerScope == other.triggerScope
            && conditions == other.conditions && timing == other.timing && isAboutTheSame(as: other) && parts == other.parts
    }
}

/// Clauses that hold nothing executable, as coverage and the reading of a policy tell of them.
public enum NotesOnly {
    /// "5 clauses of 17 are notes only: 1, 2, 8, 9, 11", «5 пунктов из 17 содержат только примечания: 1, 2, 8, 9, 11».
    public static func words(_ clauses: [String], of all: Int, _ language: Language) -> String {
        short(clauses.count, of: all, language) + ": " + clauses.joined(separator: ", ")
    }

    public static func short(_ count: Int, of all: Int, _ language: Language) -> String {
        let noun = Plural.clause.noun(count, language)
        guard language == .russian else { return "\(count) \(noun) of \(all) \(count == 1 ? "is" : "are") notes only" }
        return "\(count) \(noun) из \(all) \(count == 1 || noun == "пункт" ? "содержит" : "содержат") только примечания"
    }
}
