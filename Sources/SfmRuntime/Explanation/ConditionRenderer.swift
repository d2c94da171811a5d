import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// Conditions and scopes in words, with the values that they have.
struct ConditionRenderer {
    let world: World
    let renderer: DecisionRenderer
    /// Whether the values that the act at hand has are told as well.
    var showsValues = true

    func scope(_ miss: NearMiss, _ decision: Decision) -> [Text] {
        var out: [Text] = []
        if let by = miss.scope.by {
            let doers = renderer.roles(by)
            let own = miss.scope.ownGroup ? Text(" of that group", " этой группы") : Text("", "")
            let actor = decision.request.actor
            let request = decision.request
            let hasGroup = request.group != .absent || request.chat != .absent && world[chat: request.chat].group != .absent
            let lacksGroup = miss.roleFails && miss.scope.ownGroup && !hasGroup
            let found =
                lacksGroup
                ? Text("no group is named", "группа не названа")
                : actor == .absent ? Text("nobody fits", "никто не подходит") : Text(same: renderer.person(actor))
            out.append(
                by.isEmpty
                    ? Text("✗ the text names nobody who may", "✗ кто вправе, в тексте не сказано")
                    : Text(same: miss.roleFails ? "✗ " : "✓ ") + Text("done by: ", "действует: ") + doers + own + Text(" — ", " — ") + found)
        } else if miss.roleFails {
            out.append(Text("✗ done by the bearer of the duty", "✗ действует тот, на ком обязанность"))
        }
        if miss.targetFails {
            let roles = miss.scope.targets.union(miss.scope.asRoles).roles
            let whom = Text.joined(roles.map(renderer.role))
            out.append(Text("✗ about: ", "✗ в отношении: ") + whom)
        }
        if miss.placeFails { out.append(place(miss.scope)) }
        return out
    }

    private func place(_ scope: Scope) -> Text { Text("✗ where: ", "✗ где: ") + Text.joined(places(scope)) }

    /// Where a rule holds: the kinds of place, whom the chat is for and the like.
    func places(_ scope: Scope) -> [Text] {
        var parts: [Text] = []
        if !scope.places.isEmpty {
            let kinds = PlaceKind.allCases.filter(scope.places.contains)
            parts.append(
                Text(
                    kinds.map { ChoiceWords.phrase(ChoiceWords.places, $0.rawValue, .english) }.joined(separator: ", "),
                    kinds.map { ChoiceWords.phrase(ChoiceWords.places, $0.rawValue, .russian) }.joined(separator: ", ")))
        }
        if !scope.audience.isEmpty {
            parts.append(
                Text(
                    "for " + scope.audience.roles.map { RoleNoun.of($0).inflected(.english, plural: true) }.joined(separator: ", "),
                    "для " + scope.audience.roles.map { RoleNoun.of($0).inflected(.russian, plural: true, .genitive) }.joined(separator: ", ")))
        }
        if scope.otherChats { parts.append(Text("without a stated audience", "без указания, для кого чат")) }
        if scope.withSubject { parts.append(Text("with a subject", "по учебному предмету")) }
        if scope.collective { parts.append(Text("on the initiative of the teaching staff", "по инициативе педагогического коллектива")) }
        if !scope.moods.isEmpty {
            let moods = Mood.allCases.filter(scope.moods.contains)
            parts.append(
                Text(
                    moods.map { ChoiceWords.phrase(ChoiceWords.moods, $0.rawValue, .english) }.joined(separator: ", "),
                    moods.map { ChoiceWords.phrase(ChoiceWords.moods, $0.rawValue, .russian) }.joined(separator: ", ")))
        }
        if !scope.fields.isEmpty, let editing = Sfm.grammar.actParts.firstIndex(where: { $0.contains { $0.slot == .field } }) {
            parts.append(RuleRenderer.inBothLanguages { printer, _ in printer.part(.field, .choices(scope.fields.elements.map(\.rawValue)), ofAct: editing) })
        }
        return parts
    }

    func condition(_ condition: Condition, _ c: Context) -> Text {
        switch condition {
        case .and(let parts):
            return Text(parts.map { self.condition($0, c).en }.joined(separator: " and "), parts.map { self.condition($0, c).ru }.joined(separator: " и "))
        case .or(let parts):
            return Text(parts.map { self.condition($0, c).en }.joined(separator: " or "), parts.map { self.condition($0, c).ru }.joined(separator: " или "))
        case .not(.test(let predicate)) where predicate.isDeniedInItsWords:
            let rule = RuleRenderer.condition(condition, of: c.request.act)
            return showsValues ? rule + CountRenderer(renderer: renderer).remark(on: predicate, c) : rule
        case .not(let inner):
            let text = self.condition(inner, c)
            return Text("not: \(text.en)", "не: \(text.ru)")
        case .test(let predicate): return test(predicate, c)
        }
    }

    private func test(_ predicate: Predicate, _ c: Context) -> Text {
        if let (asked, calendar) = predicate.asked {
            let rule = RuleRenderer.condition(.test(predicate), of: c.request.act)
            return showsValues ? rule + Text(same: ": ") + TimeRenderer(world: c.world, renderer: renderer).actual(asked, calendar, c.request) : rule
        }
        guard let attribute = predicate.definition else { return RuleRenderer.condition(.test(predicate), of: c.request.act) }
        let noun = attribute.name
        switch (predicate.operand, attribute.forms.written) {
        case (.count(let sign, let n), _):
            let rule = Text("\(noun.en) \(comparison(sign).en) \(n)", "\(noun.ru) \(comparison(sign).ru) \(n)")
            guard showsValues else { return rule }
            let actual = predicate.count(c) ?? 0
            return rule + Text(": now \(actual)", ": сейчас \(actual)")
        case (.counted, _):
            let rule = RuleRenderer.condition(.test(predicate), of: c.request.act)
            return showsValues ? rule + CountRenderer(renderer: renderer).remark(on: predicate, c) : rule
        case (.majority, _), (.consent, _):
            let rule = RuleRenderer.condition(.test(predicate), of: c.request.act)
            return showsValues ? rule + CountRenderer(renderer: renderer).remark(on: predicate, c) : rule
        case (.term(let sign, let duration), _): return term(noun, sign, duration, predicate, c)
        case (.choice(let bits), .choice(let choice)):
            let words = bits.places.map { value in
                let word = ChoiceWords.nominative(choice.table, value)
                return choice.governs ? Text(word.en, ChoiceWords.phrase(choice.table, value, .russian)) : word
            }
            return choice.explained + Text.joined(words, ", ")
        case (.roles(let set), .roles(_, _, let explained)): return explained + renderer.roles(set)
        case (.words(let words), .word(_, let sentence)):
            return sentence.yes + Text(same: " ") + Text.joined(words.map(RuleRenderer.quoted), ", ")
        case (.names(let list, _), _): return Text("one of: \(list.en)", "входит в: \(list.ru)")
        case (.flag, _) where predicate.concerns.contains(.target): return Text("target: \(noun.en)", "лицо: \(noun.ru)")
        case (.flag, _), (.choice, _), (.roles, _), (.words, _), (.part, _), (.time, _): return noun
        }
    }

    /// «срок не более 1 месяца: просят до 01.11.2024, можно до 01.10.2024»
    private func term(_ noun: Text, _ sign: Comparison, _ duration: Duration, _ predicate: Predicate, _ c: Context) -> Text {
        let rule = noun + Text(same: " ") + comparison(sign) + Text(" \(duration.text.en)", " \(duration.genitive)")
        guard showsValues else { return rule }
        let limit = c.world.now.adding(duration)
        let asked: Text
        switch predicate.end(c) {
        case nil: asked = Text("none", "не указан")
        case .some(.never): asked = Text("without end", "без срока")
        case .some(let until): asked = Text("until \(until.text)", "до \(until.text)")
        }
        return rule + Text(": asked \(asked.en), the limit is \(limit.text)", ": просят \(asked.ru), предел — \(limit.text)")
    }

    private func comparison(_ sign: Comparison) -> Text {
        switch sign {
        case .equal: Text("=", "равно")
        case .greater: Text("more than", "более")
        case .less: Text("less than", "менее")
        case .atLeast: Text("at least", "не менее")
        case .atMost: Text("at most", "не более")
        }
    }
}

extension Predicate {
    /// Whether a denial of it reads well as a rule has it; numbers and roles are told with what they are.
    fileprivate var isDeniedInItsWords: Bool {
        switch operand {
        case .flag, .choice, .names, .words, .majority, .consent: true
        case .count, .counted, .term, .roles, .part, .time: false
        }
    }
}

extension Duration {
    /// «1 месяца», «14 дней», as after «не более».
    var genitive: String {
        var parts: [String] = []
        func add(_ n: Int32, _ one: String, _ many: String) { if n != 0 { parts.append("\(n) " + (n % 10 == 1 && n % 100 != 11 ? one : many)) } }
        add(months / 12, "года", "лет")
        add(months % 12, "месяца", "месяцев")
        add(days, "дня", "дней")
        add(minutes / 60, "часа", "часов")
        add(minutes % 60, "минуты", "минут")
        return parts.joined(separator: " ")
    }
}
