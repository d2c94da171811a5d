import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// Puts decisions, duties and breaches into words: the one place where they become text.
public struct DecisionRenderer: Sendable {
    let world: World
    let names: Names
    let policies: PolicySet
    let grammar: Grammar

    public func person(_ id: PersonID) -> String { id == .absent ? "—" : names[world[person: id].name] }

    // MARK: - Clauses

    /// «п. 24», with its policy where several are in force.
    public func cite(_ ref: ClauseRef, _ language: Language) -> String {
        Self.cite(policies.clause(ref).id, of: policies.policies.count > 1 ? policies.policy(ref).id : nil, language)
    }

    /// «п. 24», «прил. 1», with a policy where one is given.
    public static func cite(_ id: String, of policy: String?, _ language: Language) -> String {
        let isAppendix = id.hasPrefix("app.")
        let number = isAppendix ? String(id.dropFirst(4)) : id
        let word = language == .english ? (isAppendix ? "app. " : "clause ") : isAppendix ? "прил. " : "п. "
        return word + number + (policy.map { " " + $0 } ?? "")
    }

    public func cite(_ refs: [ClauseRef]) -> Text {
        let unique = refs.unique
        return Text(unique.map { cite($0, .english) }.joined(separator: ", "), unique.map { cite($0, .russian) }.joined(separator: ", "))
    }

    // MARK: - Acts

    /// "block @ivanov in chat “10А” for 14 days".
    public func act(_ request: Request, _ language: Language) -> String {
        var shown = names
        let node = ActDecompiler(world: world, language: language).node(for: request, names: &shown)
        return FormPrinter(grammar: grammar, names: shown, language: language, quotes: .display).act(node)
    }

    // MARK: - Decisions

    public func name(_ outcome: Outcome, _ language: Language) -> String {
        switch outcome {
        case .allowed: language("allowed", "разрешено")
        case .prohibited: language("prohibited", "запрещено")
        case .notGranted: language("not granted", "не разрешено")
        case .impossible: language("impossible", "невозможно")
        }
    }

    public func name(_ expected: ExpectedDecision, _ language: Language) -> String {
        switch expected {
        case .allowed: language("allowed", "разрешение")
        case .denied: language("denied", "отказ")
        case .prohibited: language("prohibited", "запрет")
        case .notGranted: language("not granted", "отсутствие права")
        case .impossible: language("impossible", "невозможность")
        }
    }

    /// "not granted: block @ivanov in chat “10А” for 2 months".
    public func headline(_ decision: Decision, _ language: Language) -> String {
        name(decision.outcome, language) + ": " + act(decision.request, language)
    }

    /// Why, a line each: the obstacle, the prohibitions, or the nearest permits with what fails and by how much.
    public func reasons(_ decision: Decision) -> [Text] {
        var out: [Text] = []
        if let obstacle = decision.obstacle { out.append(obstacle.reason) }
        for citation in decision.citations {
            let clause = policies.clause(citation.clause)
            let title = clause.title.en.isEmpty ? Text(same: "") : Text(same: ": ") + RuleRenderer.quoted(clause.title)
            out.append(cite([citation.clause]) + verb(citation.kind, decision.outcome) + title)
            if citation.kind == .forbid { out += because(citation.clause, decision) }
        }
        var told: [[Text]] = []
        for miss in decision.nearest.prefix(Self.mostNearest) {
            // Two duties of one clause read alike where nothing calls for either.
            let lines = explain(miss, decision)
            if !told.contains(lines) { told.append(lines) }
        }
        out += told.joined()
        let left = decision.nearest.count - Self.mostNearest
        if left > 0 {
            out.append(Text("and \(left) more that come as near", "и ещё столь же близких: \(left)"))
        }
        if decision.outcome == .notGranted, decision.nearest.isEmpty {
            out.append(Text("no clause grants this to anybody", "ни один пункт никому этого не разрешает"))
        }
        return out
    }

    /// How many clauses that nearly grant an act are explained: nobody reads more.
    static let mostNearest = 20

    /// What of a prohibition holds here; nothing where it is without conditions.
    private func because(_ clause: ClauseRef, _ decision: Decision) -> [Text] {
        let context = Context(world: world, request: decision.request)
        return policies.forbids[decision.request.act].filter { $0.clause == clause && context.matches($0.rule) }.compactMap { entry in
            // That the policy is in force goes without saying where it is.
            let holding = entry.rule.conditions.filter { !$0.isTerm }.flatMap { $0.holding(in: context) }.map { condition in
                RuleRenderer.condition(condition, of: decision.request.act) + TimeRenderer(world: world, renderer: self).remark(on: condition, context)
                    + CountRenderer(renderer: self).remark(on: condition, context)
            }
            return holding.isEmpty ? nil : Text("  because: ", "  так как: ") + Text.joined(holding, "; ")
        }
    }

    private func verb(_ kind: Citation.Kind, _ outcome: Outcome) -> Text {
        switch kind {
        case .permit: Text(" permits it", " это разрешает")
        case .forbid: Text(" prohibits it", " это запрещает")
        case .duty: Text(" makes it a duty", " это предписывает")
        case .states: Text(" states it", " об этом говорит")
        case .list: Text(" holds the list", " содержит перечень")
        }
    }

    private func explain(_ miss: NearMiss, _ decision: Decision) -> [Text] {
        let clause = policies.clause(miss.clause)
        var out = [
            cite([miss.clause]) + clause.titleInBrackets
                + (miss.isDuty ? Text(" makes it a duty, if:", " предписывает это, если:") : Text(" would permit it, if:", " разрешил бы это, если:"))
        ]
        let context = Context(world: world, request: decision.request)
        let writer = ConditionRenderer(world: world, renderer: self)
        out += writer.scope(miss, decision).map { Text("  ", "  ") + $0 }
        for (k, condition) in miss.conditions.enumerated() {
            // Which act it is stands in the question already, and that the policy is in force goes without saying where it is.
            if case .words? = condition.partTest { continue }
            if condition.isTerm, !miss.failedConditions.contains(k) { continue }
            let mark = miss.failedConditions.contains(k) ? "✗ " : "✓ "
            out.append(Text(same: "  " + mark) + writer.condition(condition, context))
        }
        if miss.isDuty, miss.failures == 0 { out.append(Text("  ✗ nothing calls for it now", "  ✗ сейчас для этого нет повода")) }
        return out
    }

    // MARK: - Duties and breaches

    /// "clause 5 asks how old @x is, and the date of birth is not given".
    public func unknown(_ age: UnknownAge) -> Text {
        let who = person(age.person)
        return cite([age.clause])
            + Text(
                " asks for an age, but the date of birth of \(who) is not given: given \(who) was born 05.03.2011",
                " спрашивает о возрасте, а дата рождения \(who) не указана: дано \(who) родился 05.03.2011")
    }

    public func duty(_ duty: Duty) -> Text {
        var request = duty.request(in: world, names)
        let bearer = request.actor
        request.actor = .absent
        if ActTable.all[duty.act].forms.doerIsTarget { request.target = .absent }
        func act(_ language: Language) -> String {
            let writer = ActDecompiler(world: world, language: language)
            var shown = names
            var node = writer.node(for: request, names: &shown)
            // What the duty names need not be there yet.
            for part in duty.parts { writer.add(part, to: &node, &shown) }
            writer.add(duty.scope, to: &node)
            return FormPrinter(grammar: grammar, names: shown, language: language, quotes: .display).act(node)
        }
        let who = bearer == .absent ? Text("nobody", "некому") : Text(same: person(bearer))
        var text = who + Text(": ", ": ") + Text(act(.english), act(.russian)) + Text(" (", " (") + cite([duty.clause])
        if let deadline = duty.deadline { text = text + Text(", until \(deadline.text)", ", до \(deadline.text)") }
        return text + Text(")", ")")
    }

    public func breach(_ breach: Breach) -> Text {
        let who = breach.person == .absent ? "" : person(breach.person) + ", "
        let text = cite([breach.clause]) + Text(same: " — \(who)\(breach.time.text)")
        return breach.withoutRight ? text + Text(", without right", ", без права") : text
    }
}

extension Clause {
    /// " (“No photos”)"; nothing where it has no title.
    var titleInBrackets: Text { title.en.isEmpty ? Text(same: "") : Text(same: " (") + RuleRenderer.quoted(title) + Text(same: ")") }
}

extension Condition {
    /// Whether it asks no more than whether its policy is in force.
    fileprivate var isTerm: Bool { if case .inForce? = asked?.0 { true } else { false } }
}

extension Interpreter {
    public var renderer: DecisionRenderer { DecisionRenderer(world: world, names: names, policies: policies, grammar: grammar) }
}
