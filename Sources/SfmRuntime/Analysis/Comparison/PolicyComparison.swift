import SfmPolicy
import SfmSyntax
import SfmTerms

/// What several policies grant, forbid, oblige to and state, side by side: by act in the order of the table, then what
/// they state of the platform, then their lists.
public struct PolicyComparison: Sendable {
    /// What norms are gathered under.
    public enum Subject: Hashable, Sendable {
        case act(Int)
        /// An act of the policies' own, or a mark that is set or cleared.
        case own(Int, Text)
        case mechanism(Mechanism)
        case lists
        /// When policies are in force, and what their calendars say.
        case calendar
        /// What policies declare.
        case words

        public var title: Text {
            switch self {
            case .act(let act): RuleRenderer.inBothLanguages { printer, _ in printer.head(ofAct: act) }
            case .own(let act, let word):
                if ActTable.all[act].forms.isOwn {
                    RuleRenderer.quoted(word)
                } else {
                    RuleRenderer.inBothLanguages { printer, _ in printer.head(ofAct: act) } + Text(same: " ") + RuleRenderer.quoted(word)
                }
            case .mechanism(let mechanism):
                Text(
                    ChoiceWords.phrase(ChoiceWords.mechanisms, mechanism.rawValue, .english),
                    ChoiceWords.phrase(ChoiceWords.mechanisms, mechanism.rawValue, .russian))
            case .lists: Text("lists", "перечни")
            case .calendar: Text("time and calendar", "время и календарь")
            case .words: Text("words of the policies' own", "свои слова порядков")
            }
        }

        /// The name in machine formats.
        public var id: String {
            switch self {
            case .act(let act): ActTable.all[act].forms.id
            case .own(let act, let word): ActTable.all[act].forms.isOwn ? "own \(word.en)" : "\(ActTable.all[act].forms.id) \(word.en)"
            case .mechanism(let mechanism): "states \(mechanism)"
            case .lists: "lists"
            case .calendar: "calendar"
            case .words: "words"
            }
        }

        /// What rules about an act with such tests are told under: of acts that policies declare each is one by itself, whatever its kind.
        static func of(_ act: Int, _ tests: [PartTest]) -> Subject {
            guard let word = tests.flatMap(\.actWords).first(where: { $0.act == act })?.word else { return .act(act) }
            return .own(act.ownAsOne, word)
        }

        /// The act of the language that it is about.
        var act: Int? {
            switch self {
            case .act(let act), .own(let act, _): act
            case .mechanism, .lists, .calendar, .words: nil
            }
        }
    }

    public enum Status: String, Sendable {
        /// All have it in the same substance.
        case same
        /// At least two have it and differ.
        case differs
        /// At least two have it alike, others lack it.
        case some
        /// One has it.
        case only
    }

    /// An aspect with what each policy says of it; `nil` where its norm says nothing or there is none.
    public struct Difference: Sendable {
        public let aspect: Aspect
        public let values: [Text?]
    }

    /// Norms of several policies that are about the same.
    public struct Row: Sendable {
        /// In the order of the policies.
        public fileprivate(set) var cells: [Norm?]
        public fileprivate(set) var status = Status.same
        public fileprivate(set) var differences: [Difference] = []

        public var norms: [Norm] { cells.compactMap { $0 } }
    }

    public struct Topic: Sendable {
        public let subject: Subject
        public fileprivate(set) var rows: [Row]
    }

    public let policies: [Policy]
    public private(set) var topics: [Topic] = []

    public init(_ policies: [Policy]) {
        self.policies = policies
        let sides = policies.map(Self.norms)
        let own = sides.reduce(into: Set()) { $0.formUnion($1.keys) }.compactMap { subject -> (act: Int, word: Text)? in
            if case .own(let act, let word) = subject { (act, word) } else { nil }
        }.sorted { ($0.word.en, $0.word.ru) < ($1.word.en, $1.word.ru) }
        let acts = ActTable.all.indices.flatMap { act in [Subject.act(act)] + own.filter { $0.act == act }.map { .own(act, $0.word) } }
        for subject in [.calendar] + acts + Mechanism.allCases.map(Subject.mechanism) + [.lists, .words] {
            let norms = sides.map { $0[subject] ?? [] }
            guard norms.contains(where: { !$0.isEmpty }) else { continue }
            topics.append(Topic(subject: subject, rows: Self.rows(norms)))
        }
    }

    /// Only what is about these subjects, or arises from these acts.
    public func narrowed(to subjects: [Subject]) -> PolicyComparison {
        var copy = self
        let acts = subjects.compactMap { subject in if case .act(let act) = subject { act } else { nil } }
        copy.topics = topics.compactMap { topic in
            if subjects.contains(topic.subject) || topic.subject.act.map(acts.contains) ?? false { return topic }
            var part = topic
            part.rows = topic.rows.filter { row in row.norms.contains { !$0.triggers.isDisjoint(with: acts) } }
            return part.rows.isEmpty ? nil : part
        }
        return copy
    }

    /// The subjects that a phrase in either language names.
    public static func subjects(named phrase: String) -> [Subject] {
        let wanted = phrase.lowercased().split(separator: " ").joined(separator: " ")
        if ["lists", "list", "перечни", "перечень", "списки", "список"].contains(wanted) { return [.lists] }
        if ["calendar", "календарь"].contains(wanted) { return [.calendar] }
        if ["own words", "words", "свои слова"].contains(wanted) { return [.words] }
        let mechanisms = Mechanism.allCases.filter { mechanism in
            ChoiceWords.mechanisms.contains { $0.value == mechanism.rawValue && ($0.en + $0.ru + [$0.shown]).contains(wanted) }
        }
        return mechanisms.isEmpty ? Sfm.grammar.acts(named: phrase).map(Subject.act) : mechanisms.map(Subject.mechanism)
    }

    /// The acts of the policies' own, and the marks, that are called so.
    public func own(named name: String) -> [Subject] {
        topics.map(\.subject).filter { if case .own(_, let word) = $0 { word.isCalled(name) } else { false } }
    }

    // MARK: - Counting

    public func count(_ status: Status) -> Int { topics.reduce(0) { $0 + $1.rows.count { $0.status == status } } }

    /// How many norms one policy alone has.
    public func countOnly(_ policy: Int) -> Int {
        topics.reduce(0) { $0 + $1.rows.count { $0.status == .only && $0.cells[policy] != nil } }
    }

    // MARK: - Gathering

    /// What a policy says, those that it extends included, by subject; the same said twice is one norm of two clauses.
    private static func norms(of policy: Policy) -> [Subject: [Norm]] {
        var out: [Subject: [Norm]] = [:]
        var places: [Subject: [Norm.Substance: Int]] = [:]
        func add(_ norm: Norm, _ subject: Subject) {
            let substance = norm.substance
            if let k = places[subject]?[substance] {
                out[subject]?[k].cite(norm.clauses)
            } else {
                places[subject, default: [:]][substance] = out[subject]?.count ?? 0
                out[subject, default: []].append(norm)
            }
        }
        for part in policy.withExtended {
            func cited(_ places: [Int]) -> [CitedClause] { places.map { CitedClause(policy: part.id, clause: part.clauses[$0].id) } }
            for norm in CalendarMeaning.norms(of: part) { add(norm, .calendar) }
            for word in part.words.all { add(Norm(word), .words) }
            for rule in part.rules {
                let clauses = cited([rule.clause] + rule.lists.filter { $0 != rule.clause })
                add(Norm(rule, clauses, part.calendar), .of(rule.act, rule.conditions.tests))
            }
            for rule in part.duties { add(Norm(rule, cited([rule.clause]), part.calendar), .of(rule.act, rule.parts)) }
            for statement in part.statements { add(Norm(statement, cited([statement.clause])), .mechanism(statement.mechanism)) }
            for list in part.lists {
                let title = part.clauses[list.clause].title
                add(Norm(list, title: title.en.isEmpty ? Text(same: list.name) : title, cited([list.clause])), .lists)
            }
        }
        return out
    }

    // MARK: - Aligning

    private static func rows(_ sides: [[Norm]]) -> [Row] {
        var rows: [Row] = []
        for (side, norms) in sides.enumerated() {
            var left = Set(norms.indices)
            func put(_ norm: Int, _ row: Int) {
                guard left.contains(norm), rows[row].cells[side] == nil else { return }
                rows[row].cells[side] = norms[norm]
                left.remove(norm)
            }
            // What says the same first, then the nearest pairs; what is left begins rows of its own.
            var same: [Norm.Substance: Int] = [:]
            for r in rows.indices { for norm in rows[r].norms where same[norm.substance] == nil { same[norm.substance] = r } }
            for n in norms.indices { if let r = same[norms[n].substance] { put(n, r) } }
            let open = rows.indices.filter { rows[$0].cells[side] == nil }
            let pairs = left.sorted().enumerated().flatMap { k, n in
                near(k, of: left.count, among: open).compactMap { r -> (distance: Int, norm: Int, row: Int)? in
                    rows[r].norms.compactMap { norms[n].distance(to: $0) }.min().map { ($0, n, r) }
                }
            }
            for pair in pairs.sorted(by: { ($0.distance, $0.norm, $0.row) < ($1.distance, $1.norm, $1.row) }) { put(pair.norm, pair.row) }
            for n in left.sorted() {
                var row = Row(cells: Array(repeating: nil, count: sides.count))
                row.cells[side] = norms[n]
                rows.append(row)
            }
        }
        return rows.map(judged)
    }

    /// The rows that a norm is compared with: all of them where they are as few as in any regulation; of thousands about one act those
    /// that lie about as far down, so that the cost does not grow faster than the policies.
    private static func near(_ norm: Int, of count: Int, among rows: [Int]) -> ArraySlice<Int> {
        guard rows.count > mostCompared else { return rows[...] }
        let middle = norm * rows.count / max(count, 1)
        let start = min(max(0, middle - mostCompared / 2), rows.count - mostCompared)
        return rows[start..<start + mostCompared]
    }

    private static let mostCompared = 200

    private static func judged(_ row: Row) -> Row {
        var out = row
        let norms = row.norms
        guard norms.count > 1, let first = norms.first else {
            out.status = .only
            return out
        }
        var aspects: [Aspect] = []
        for norm in norms.dropFirst() {
            for aspect in first.differences(from: norm) where !aspects.contains(aspect) { aspects.append(aspect) }
        }
        out.differences = aspects.map { Difference(aspect: $0, values: values(of: $0, row.cells)) }
        out.status = !aspects.isEmpty ? .differs : norms.count < row.cells.count ? .some : .same
        return out
    }

    /// What each says of an aspect; of lists only what not all have.
    private static func values(of aspect: Aspect, _ cells: [Norm?]) -> [Text?] {
        guard aspect == .items else { return cells.map { $0?[aspect]?.text } }
        let sets = cells.compactMap { $0?.items.map(Norm.folded) }
        return cells.map { cell in
            guard let items = cell?.items, !items.isEmpty else { return nil }
            let own = items.filter { item in !sets.allSatisfy { $0.contains(Norm.folded(item)) } }
            return own.isEmpty ? nil : Text(same: own.joined(separator: ", "))
        }
    }
}
