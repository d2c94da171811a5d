import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// The small changes of a policy, each tried by the compiler: what would be a mistake, what is provably the same and what another change
/// comes to already is left out.
public struct PolicyVariants: Sendable {
    /// A change with the policy that it makes.
    public struct Variant: Sendable {
        public let mutation: Mutation
        public let policy: Policy
        /// The acts at which it may be felt; `nil` where that is everywhere.
        public let acts: Set<Int>?
    }

    private enum Place: Sendable {
        case rule(clause: Int, position: Int)
        case list(clause: Int, at: Int)
        case word(Int)
        case calendar(Int)
    }

    private let node: PolicyNode
    private let policy: Policy
    private let variants: RuleVariants
    private let places: [Place]

    /// `policy` is what the node has been compiled to.
    public init(_ node: PolicyNode, _ policy: Policy) {
        (self.node, self.policy, variants) = (node, policy, RuleVariants(known: policy.knownRoles))
        places =
            node.clauses.enumerated().flatMap { k, clause in
                clause.rules.indices.map { Place.rule(clause: k, position: $0) } + clause.lists.indices.map { Place.list(clause: k, at: $0) }
            } + node.words.indices.map { .word($0) } + node.calendar.lines.indices.map { .calendar($0) }
    }

    /// How many rules, lists, own words and lines of the calendar there are to change.
    public var count: Int { places.count }

    /// Where one of these places stands.
    public func span(at index: Int) -> Span {
        switch places[index] {
        case .rule(let clause, let position): node.clauses[clause].rules[position].span
        case .list(let clause, let at): node.clauses[clause].lists[at].span
        case .word(let at): node.words[at].nameSpan
        case .calendar(let at): node.calendar.lines[at].span
        }
    }

    /// About how many steps it takes to make the changes in one of these places, whose line has so many characters: of each value one, each as
    /// long as the line, or for what all rules go by as the policy.
    public func work(at index: Int, lineLength: Int) -> Int {
        if case .rule = places[index] {
            lineLength / 2 * (lineLength / 2)
        } else {
            lineLength / 2 * (policy.rules.count + policy.duties.count + lineLength / 2)
        }
    }

    /// The changes in one of these places, and how many of them change nothing.
    public func at(_ index: Int) -> (variants: [Variant], same: Int) {
        switch places[index] {
        case .rule(let clause, let position): rules(clause, position)
        case .list(let clause, let at): lists(clause, at)
        case .word(let at): words(at)
        case .calendar(let at): calendar(at)
        }
    }

    // MARK: - Rules

    private func rules(_ clause: Int, _ position: Int) -> (variants: [Variant], same: Int) {
        let rule = node.clauses[clause].rules[position]
        let line = policy.line(position, ofClause: clause)
        var (out, same): ([Variant], Int) = ([], 0)
        var lines: [Int: [CompiledLine]] = [:]
        for (kind, changed) in variants.all(rule) {
            var compiler = PolicyCompiler(node)
            guard let made = changed.map({ compiler.line($0, position, ofClause: clause, extending: policy.extends) }) ?? CompiledLine() else { continue }
            if line.says(sameAs: made) || decidesTheSame(line, made, position, clause) {
                same += 1
                continue
            }
            let fingerprint = made.fingerprint
            if lines[fingerprint]?.contains(where: { $0.says(sameAs: made) }) ?? false { continue }
            lines[fingerprint, default: []].append(made)
            let mutation = Mutation(kind: kind, clause: clause, span: rule.span, change: .rule(rule, changed, position: position))
            let acts = line.acts.flatMap { old in made.acts.map(old.union) }
            out.append(Variant(mutation: mutation, policy: policy.replacing(position, ofClause: clause, with: made), acts: acts))
        }
        return (out, same)
    }

    /// Whether whatever one of two lines speaks of the other does too, or another rule of the clause that says the same of it.
    private func decidesTheSame(_ old: CompiledLine, _ new: CompiledLine, _ position: Int, _ clause: Int) -> Bool {
        guard old.statements.isEmpty, new.statements.isEmpty, old.duties.count == new.duties.count,
            zip(old.duties, new.duties).allSatisfy({ $0.says(sameAs: $1) }),
            // What own acts look like is in their declarations.
            (old.rules + new.rules).allSatisfy({ !$0.isUsedUp && !Sfm.grammar.acts[$0.act].isOwn })
        else { return false }
        let others = policy.rules.filter { $0.clause == clause && $0.position != position && !$0.isUsedUp }
        func isSaid(_ rule: Rule, by rules: [Rule]) -> Bool {
            let (reach, shape) = (Reach(rule.scope, rule.conditions), CallShape.of(rule.act))
            if reach.gap(shape) != nil { return true }
            return rules.contains { other in
                other.effect == rule.effect && other.act == rule.act && Set(other.lists) == Set(rule.lists)
                    && reach.isCovered(by: Reach(other.scope, other.conditions), shape)
            }
        }
        return old.rules.allSatisfy { isSaid($0, by: new.rules + others) } && new.rules.allSatisfy { isSaid($0, by: old.rules + others) }
    }

    // MARK: - What all rules go by

    private func lists(_ clause: Int, _ at: Int) -> (variants: [Variant], same: Int) {
        let list = node.clauses[clause].lists[at]
        return whole(
            list.items.indices.map { k in
                var (changed, all) = (list, node)
                changed.items.remove(at: k)
                all.clauses[clause].lists[at] = changed
                return (Mutation(kind: .listItem, clause: clause, span: list.span, change: .list(list, changed, at: at)), all)
            })
    }

    private func words(_ at: Int) -> (variants: [Variant], same: Int) {
        let word = node.words[at]
        return whole(
            meanings(of: word).map { meaning in
                var (changed, all) = (word, node)
                changed.meaning = meaning
                all.words[at] = changed
                return (Mutation(kind: .ownWord, clause: nil, span: word.nameSpan, change: .word(word, changed, at: at)), all)
            })
    }

    /// Parts and holders stay: a script that names them would be a mistake without them.
    private func meanings(of word: OwnWordNode) -> [OwnWordNode.Meaning] {
        switch word.meaning {
        case .messageKind, .violationKind, .mark: return []
        case .role(let role): return variants.values.roles([role]).compactMap { $0.value.first.map { .role($0) } }
        case .act(let act):
            var out: [OwnActNode] = []
            func add(_ change: (inout OwnActNode) -> Void) {
                var changed = act
                change(&changed)
                out.append(changed)
            }
            switch act.kind {
            case .liberty: add { $0.kind = .power }
            case .power: add { $0.kind = .liberty }
            case .event: break
            }
            for k in act.effects.indices {
                add { $0.effects.remove(at: k) }
                switch act.effects[k].effect {
                case .sets(let mark): add { $0.effects[k].effect = .clears(mark) }
                case .clears(let mark): add { $0.effects[k].effect = .sets(mark) }
                case .addsTarget: add { $0.effects[k].effect = .removesTarget }
                case .removesTarget: add { $0.effects[k].effect = .addsTarget }
                case .removesActor: break
                }
            }
            if let condition = act.condition { for (_, changed) in variants.conditions(condition) { add { $0.condition = changed } } }
            return out.map { .act($0) }
        }
    }

    private func calendar(_ at: Int) -> (variants: [Variant], same: Int) {
        let (line, span) = node.calendar.lines[at]
        return whole(
            ([nil] + Self.lines(line)).map { changed in
                var all = node
                all.calendar = CalendarNode()
                for (k, entry) in node.calendar.lines.enumerated() {
                    if k != at { all.calendar.add(entry.line, entry.span) } else if let changed { all.calendar.add(changed, entry.span) }
                }
                return (Mutation(kind: .calendar, clause: nil, span: span, change: .calendar(line, changed, at: at)), all)
            })
    }

    private static func lines(_ line: CalendarLine) -> [CalendarLine] {
        func ranges(_ all: [DayRange]) -> [[DayRange]] {
            ValueVariants.withoutOne(all).map(\.value)
                + all.indices.flatMap { k in
                    ValueVariants.range(all[k]).map { range in
                        var changed = all
                        changed[k] = range
                        return changed
                    }
                }
        }
        switch line {
        case .workingDays(let days, let hours):
            let ofDays = days.map { ValueVariants.days($0).map { CalendarLine.workingDays($0, hours) } } ?? []
            return ofDays + (hours.map { ValueVariants.hours($0).map { CalendarLine.workingDays(days, $0) } } ?? [])
        case .daysOff(let all): return ranges(all).map { .daysOff($0) }
        case .alsoWorking(let all): return ranges(all).map { .alsoWorking($0) }
        case .period(let name, let all): return ranges(all).map { .period(name, $0) }
        case .schoolYear(let from, let to):
            return ValueVariants.yearDay(from).map { .schoolYear($0, to) } + ValueVariants.yearDay(to).map { .schoolYear(from, $0) }
        case .inForce(let from, let to):
            return (from.map { day in [day - 1, day + 1].map { CalendarLine.inForce(from: $0, to: to) } } ?? [])
                + (to.map { day in [day - 1, day + 1].map { CalendarLine.inForce(from: from, to: $0) } } ?? [])
        }
    }

    /// Changes that may show in any rule: the policy is compiled anew.
    private func whole(_ changes: [(Mutation, PolicyNode)]) -> (variants: [Variant], same: Int) {
        var (out, same): ([Variant], Int) = ([], 0)
        for (mutation, node) in changes {
            var compiler = PolicyCompiler(node)
            let made = compiler.compile(extending: policy.extends)
            if compiler.diagnostics.contains(where: { $0.severity == .error }) { continue }
            if made.says(sameAs: policy) { same += 1 } else { out.append(Variant(mutation: mutation, policy: made, acts: nil)) }
        }
        return (out, same)
    }
}
