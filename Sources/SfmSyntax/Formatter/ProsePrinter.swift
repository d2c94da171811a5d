import SfmTerms

/// Says a rule in a whole sentence, as a regulation would have it: "The moderator may block a member of the chat if …",
/// «Модератор вправе блокировать участника чата, если …».
///
/// What it has no words of its own for it says in those of `RulePrinter`, so that no part of a rule is left unsaid.
public struct ProsePrinter {
    private let rules: RulePrinter
    private var language: Language { rules.forms.language }

    public init(_ forms: FormPrinter) { rules = RulePrinter(forms) }

    /// A sentence, without its full stop.
    public func sentence(_ rule: RuleNode) -> String {
        let text: String =
            switch rule.kind {
            case .permit: permission(rule)
            case .forbid: prohibition(rule)
            case .oblige(let subject, let negated): duty(subject, negated, rule)
            case .states(let statement): language("the platform works like this: ", "платформа устроена так: ") + StatementProse(language).prose(statement)
            }
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    public func condition(_ condition: ConditionNode) -> String { ConditionProse(rules).prose(condition) }

    // MARK: - Norms

    private func permission(_ rule: RuleNode) -> String {
        let acts = deeds(rule, once: false)
        if let doers = ownDoers(rule.qualifiers, .nominative) { return doers + language(" may ", " вправе ") + acts + condition(rule) }
        guard let by = rule.qualifiers.by else { return language("it is permitted to ", "разрешается ") + acts + condition(rule) }
        guard !by.isEmpty else { return language("nobody may ", "никто не вправе ") + acts + condition(rule) }
        return doers(by, .nominative) + language(" may ", " вправе ") + acts + condition(rule)
    }

    private func prohibition(_ rule: RuleNode) -> String {
        let acts = deeds(rule, once: false, last: or)
        if let doers = ownDoers(rule.qualifiers, .dative) { return doers + language(" may not ", " запрещается ") + acts + condition(rule) }
        guard let by = rule.qualifiers.by else { return language("it is forbidden to ", "запрещается ") + acts + condition(rule) }
        guard !by.isEmpty else { return language("nobody is forbidden to ", "никому не запрещается ") + acts + condition(rule) }
        return doers(by, .dative) + language(" may not ", " запрещается ") + acts + condition(rule)
    }

    private func duty(_ subject: RuleSubject, _ negated: Bool, _ rule: RuleNode) -> String {
        let hasEvent = !rule.triggers.isEmpty
        var text = hasEvent ? occasion(rule) + language(", ", " ") : ""
        text += bearer(subject, hasEvent: hasEvent, isEach: rule.time.isEach ? rules.each(subject) : nil)
        if negated { text += language(" not", " не") }
        // What has a day or a term is done once.
        text += " " + deeds(rule, once: hasEvent || rule.time.day != nil || rule.term != nil)
        if let by = rule.qualifiers.by { text += language(" by ", " силами ") + (by.isEmpty ? language("nobody", "никого") : doers(by, .genitive)) }
        text += TimeProse(language).times(rule)
        return text + condition(rule)
    }

    /// «модератор обязан»: who bears a duty, and that he does.
    private func bearer(_ subject: RuleSubject, hasEvent: Bool, isEach each: String?) -> String {
        switch subject {
        case .roles(let roles) where each != nil:
            let obliged = roles == [.administration] ? "обязана" : "обязан"
            return (each ?? "") + " " + rules.roles(roles, .nominative, or: true) + language(" must", " " + obliged)
        case .roles(let roles):
            let obliged = roles.count > 1 || roles == [.anyone] ? "обязаны" : roles == [.administration] ? "обязана" : "обязан"
            return (roles == [.anyone] && language == .russian ? "все" : doers(roles, .nominative)) + language(" must", " " + obliged)
        case .holders(let names, let roles):
            let all = (roles.isEmpty ? [] : [doers(roles, .nominative)]) + names.map { language("“\($0)”", "«\($0)»") }
            if let each { return each + " " + joined(all, or) + language(" must", " обязан") }
            return joined(all, and) + language(" must", all.count > 1 ? " обязаны" : " обязан")
        case .target:
            return hasEvent ? language("that person must", "это лицо обязано") : language("the person concerned must", "лицо, которого это касается, обязано")
        case .parentsOfTarget:
            return hasEvent
                ? language("the parents of that person must", "родители этого лица обязаны")
                : language("the parents of the person concerned must", "родители лица, которого это касается, обязаны")
        case .actor: return language("whoever does it must", "тот, кто это делает, обязан")
        case .nobody: return language("nobody must", "никто не обязан")
        }
    }

    private func condition(_ rule: RuleNode) -> String {
        guard let condition = rule.condition else { return exceptions(rule) }
        return exceptions(rule) + language(rule.triggers.isEmpty ? " if " : ", if ", ", если ") + self.condition(condition)
    }

    /// " except messages “urgent”", «, кроме учителей».
    private func exceptions(_ rule: RuleNode) -> String {
        rule.exceptions.map { exception in
            switch exception {
            case .roles(let roles, _): language(" except ", ", кроме ") + many(roles, .genitive)
            case .holders(let names, _): language(" except ", ", кроме ") + joined(names.map { language("“\($0)”", "«\($0)»") }, and)
            case .messages(let kinds, _):
                language(" except messages of the kind ", ", кроме сообщений вида ") + joined(kinds.map { language("“\($0)”", "«\($0)»") }, or)
            case .condition(let condition): language(" except when ", ", кроме случаев, когда ") + self.condition(condition)
            }
        }.joined()
    }

    /// "the parents of that person", «“дежурный администратор”»: those who act where no role of the language says it.
    private func ownDoers(_ q: QualifierNode, _ grammaticalCase: GrammaticalCase) -> String? {
        if q.has(.byParents) {
            return language("the parents of that person", RoleNoun.of(.parent).inflected(.russian, plural: true, grammaticalCase) + " этого лица")
        }
        guard !q.holders.isEmpty else { return nil }
        let named = q.holders.map { language("“\($0)”", "«\($0)»") }
        return joined((q.by.map { [doers($0, grammaticalCase)] } ?? []) + named, and)
    }

    // MARK: - Words

    /// «ученики, родители и работники».
    private func joined(_ words: [String], _ last: String) -> String {
        words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + last + (words.last ?? "")
    }

    private var and: String { language(" and ", " и ") }
    private var or: String { language(" or ", " или ") }

    /// Those who do or bear something: one role stands for all who have it.
    private func doers(_ roles: [Role], _ grammaticalCase: GrammaticalCase) -> String {
        guard language == .english else { return joined(roles.map { RoleNoun.of($0).inflected(.russian, plural: roles.count > 1, grammaticalCase) }, and) }
        if roles.count == 1 { return (roles[0] == .anyone ? "" : "the ") + RoleNoun.of(roles[0]).inflected(.english) }
        return many(roles, .nominative)
    }

    private func many(_ roles: [Role], _ grammaticalCase: GrammaticalCase) -> String {
        joined(
            roles.map { ($0 == .administration ? language("the ", "") : "") + RoleNoun.of($0).inflected(language, plural: true, grammaticalCase) }, and)
    }

    /// Whom an act is about, in a case.
    private func whom(_ q: QualifierNode, _ acts: [RuleActNode], _ grammaticalCase: GrammaticalCase) -> String? {
        let place = Int(grammaticalCase.rawValue)
        var words: [String] = []
        let isEither = q.has(.oneOfThose)
        let holders = q.towards.map(rules.spokenRole)
        if isEither {
            words.append(joined((q.targets + q.audience).map { many([$0], grammaticalCase) } + holders, or))
        } else if !holders.isEmpty, !q.targets.isEmpty {
            words.append(joined(holders + q.targets.map { many([$0], grammaticalCase) }, or))
        } else {
            if !q.targets.isEmpty { words.append(many(q.targets, grammaticalCase)) }
            if !holders.isEmpty { words.append(joined(holders, or)) }
        }
        if !isEither, isTold(acts), !q.audience.isEmpty { words.append(many(q.audience, grammaticalCase)) }
        if q.target { words.append(language("that person", ["это лицо", "этого лица", "этому лицу", "это лицо", "этим лицом"][place])) }
        if q.has(.author) { words.append(language("its author", ["его автор", "его автора", "его автору", "его автора", "его автором"][place])) }
        if q.parentsOfTarget {
            let parents = RoleNoun.of(.parent).inflected(.russian, plural: true, grammaticalCase)
            words.append(language("that person's parents", q.target ? "его " + parents : parents + " этого лица"))
        }
        return words.isEmpty ? nil : joined(words, and)
    }

    // MARK: - Acts

    /// What is done, to whom, and what narrows it.
    private func deeds(_ rule: RuleNode, once: Bool, last: String? = nil) -> String {
        let q = rule.qualifiers
        let pieces = rule.acts.map { act -> Piece in
            guard let spoken = spoken(act) else { return Piece(rules.heads([act], perfective: once)) }
            return Piece(named((once ? spoken.once : spoken.general)[language], act))
        }
        let fallback = rules.targetCase(rule.acts)
        var words: [String] = []
        for (k, piece) in pieces.enumerated() {
            // «блокировать и исключать участника чата»: what the next one is about as well is said there.
            let isShared = k + 1 < pieces.count && piece.isShared(with: pieces[k + 1])
            words.append(
                isShared
                    ? piece.before
                    : piece.phrase(hasPlace: !q.places.isEmpty) {
                        whom(q, rule.acts, $0)
                    } fallback: {
                        whom(q, rule.acts, fallback)
                    })
        }
        return ([joined(words, last ?? and)] + limits(q, rule.acts)).joined(separator: " ")
    }

    /// The words of an act with the policy's own word that says which it is, in the place for it or behind them.
    private func named(_ pattern: String, _ act: RuleActNode) -> String {
        guard let dots = pattern.firstIndex(of: "…") else { return pattern }
        // What stands in brackets behind the dots is said where there is no word.
        let behind = pattern[pattern.index(after: dots)...]
        let general = behind.first == "(" ? behind.dropFirst().prefix { $0 != ")" } : ""
        let rest = general.isEmpty ? behind : behind.dropFirst(general.count + 2)
        return pattern[..<dots] + (act.word.map { language("“\($0)”", "«\($0)»") } ?? String(general)) + rest
    }

    private func spoken(_ act: RuleActNode) -> SpokenAct? { SpokenAct.of(rules.forms.grammar.acts[act.act].id) }

    /// "when somebody breaks the rules", «при нарушении правил».
    private func occasion(_ rule: RuleNode) -> String {
        let q = rule.triggerQualifiers
        let all = rule.triggers.map(spoken)
        guard all.allSatisfy({ $0 != nil }) else { return String(rules.occasion(rule).drop { " ,".contains($0) }) }
        let wanted = rules.targetCase(rule.triggers)
        let words = zip(all.compactMap { $0 }, rule.triggers).map { spoken, act in
            Piece(named(spoken.occasion[language], act)).phrase(hasPlace: !q.places.isEmpty) {
                whom(q, rule.triggers, $0)
            } fallback: {
                whom(q, rule.triggers, wanted)
            }
        }
        let narrowed = limits(q, rule.triggers)
        guard language == .english else {
            let by = q.by.map { $0.isEmpty ? ["со стороны никого"] : ["со стороны " + doers($0, .genitive)] } ?? []
            return ([joined(words, or)] + narrowed + by).joined(separator: " ")
        }
        // An event befalls somebody; an act is somebody's.
        let isEvent = rule.triggers.contains { ["depart", "dismiss", "violate", "hack account", "own event"].contains(rules.forms.grammar.acts[$0.act].id) }
        let who = q.by.map { $0.isEmpty ? "nobody" : doers($0, .nominative) } ?? "somebody"
        let by = isEvent && q.by != nil ? ["by " + who] : []
        return (["when " + (isEvent ? "" : who + " ") + joined(words, or)] + narrowed + by).joined(separator: " ")
    }

    /// What narrows acts, each part in its own words; one that has none here stands in those of a rule.
    private func limits(_ q: QualifierNode, _ acts: [RuleActNode]) -> [String] {
        // «Чат для учеников своей группы»: whose group it is stands behind whom the chat is for.
        let isFor = q.parts.map(\.part).filter { if case .slot(.audience, _) = $0 { true } else { $0 == .otherChats } }
        func isTime(_ part: RulePart) -> Bool { if case .when = part { true } else { false } }
        let others = q.parts.map(\.part).filter { !isFor.contains($0) }
        let ordered = isFor + others.filter { !isTime($0) } + others.filter(isTime)
        let words = ordered.compactMap { phrase($0, q, acts) }.filter { !$0.isEmpty }
        return words + rules.qualifiers(q.filter { phrase($0, q, acts) == nil }, acts)
    }

    /// A part as a piece of a sentence; empty where another piece says it, `nil` where the words of a rule serve.
    private func phrase(_ part: RulePart, _ q: QualifierNode, _ acts: [RuleActNode]) -> String? {
        switch part {
        case .ofTarget: return language("about that person", "об этом лице")
        case .by, .target, .parentsOfTarget, .author, .towardsHolders, .oneOfThose, .slot(.target, _): return ""
        case .slot(.kinds, .names(let names)) where acts.allSatisfy({ act in rules.forms.grammar.actParts[act.act].contains { $0.slot == .role } }):
            return language("as ", "на роль ") + joined(names.map { language("“\($0)”", "«\($0)»") }, or)
        case .slot(.kinds, .names(let names)): return language("of the kind ", "вида ") + joined(names.map { language("“\($0)”", "«\($0)»") }, or)
        case .together(let roles):
            return language("for ", "для ") + many(Array(roles.prefix(1)), .genitive) + language(" together with ", " вместе с ")
                + many(Array(roles.dropFirst()), .instrumental)
        // Said by what it comes to.
        case .byParents, .byHolders: return ""
        case .rate(let count, let period): return language("more than ", "чаще ") + period.often(count)[language]
        case .consent(let consent, let isMissing): return rules.consent(consent, isMissing, quoted: rules.spokenRole)
        case .ownGroup: return language("of their own group", "своей группы")
        case .otherChats: return language("without saying whom it is for", "без указания, для кого он")
        case .chatOf(let roles): return language("in a chat that is for ", "в чате для ") + many(roles, .genitive)
        case .when(let window): return TimeProse(language).window(window)
        case .slot(.audience, .roles(let roles)): return isTold(acts) ? "" : language("for ", "для ") + many(roles, .genitive)
        case .slot(.subject, .stated): return language("on a subject", "по предмету")
        case .slot(.closed, _): return language("in a closed chat", "в закрытом чате")
        case .slot(.collective, _): return language("on the initiative of the teaching staff as a body", "по инициативе педагогического коллектива")
        case .slot(.mood, .choices(let values)):
            let quoted = values.map { ChoiceWords.phrase(ChoiceWords.moods, $0, language) }.map { language("“\($0)”", "«\($0)»") }
            return language("of the kind ", "вида ") + joined(quoted, or)
        case .slot(.field, .choices(let values)):
            return language("(namely ", "(а именно ") + joined(values.compactMap { SchoolField(rawValue: $0) }.map(field), or) + ")"
        case .slot(.role, .roles(let roles)): return given(roles, isMany: !q.targets.isEmpty, acts)
        case .slot(.place, .places(let places, let names)): return names.isEmpty ? self.places(places, acts) : nil
        case .slot: return nil
        }
    }

    /// Whether those whom an act is for are its object: whom one informs.
    private func isTold(_ acts: [RuleActNode]) -> Bool { rules.label(.audience, acts)?.isEmpty ?? false }

    /// "as a teacher", «администратором», «в роли учителя».
    private func given(_ roles: [Role], isMany: Bool, _ acts: [RuleActNode]) -> String {
        let isBare = acts.contains { spoken($0)?.givesRole ?? false }
        let words = roles.map { role in
            isMany || language == .russian
                ? RoleNoun.of(role).inflected(language, plural: isMany, isBare ? .instrumental : .genitive) : RoleNoun.of(role).withArticle
        }
        return language("as ", isBare ? "" : "в роли ") + joined(words, or)
    }

    private func field(_ field: SchoolField) -> String {
        switch field {
        case .site: language("the site", "сайт")
        case .address: language("the address", "адрес")
        case .phone: language("the phone number", "телефон")
        case .email: language("the e-mail address", "почту")
        case .name: language("the name", "название")
        }
    }

    /// "in a chat or a channel", «в группу, школу или учительскую».
    private func places(_ places: [PlaceKind], _ acts: [RuleActNode]) -> String {
        let words = rules.places(places, acts)
        // Acts that would have it each in its own way share the plainest.
        let isOne = Set(acts.map { rules.places(places, [$0]) }).count == 1
        let preposition = isOne || language == .russian ? String(words.prefix { $0 != " " }) : "in"
        let names = words.drop { $0 != " " }.split(separator: ",").map { $0.drop { $0 == " " } }
        let shown = zip(places, names).map { place, name in language(place == .school || place == .staffRoom ? "the \(name)" : "a \(name)", String(name)) }
        return preposition + " " + joined(shown, or)
    }
}

extension RoleNoun {
    /// "a teacher", "an admin", "the administration".
    public var withArticle: String {
        switch role {
        case .anyone: english.one
        case .administration: "the " + english.one
        default: ("aeiou".contains(english.one.prefix(1)) ? "an " : "a ") + english.one
        }
    }
}

/// The words of an act around the place for whom it is about.
private struct Piece {
    let before: String
    private let lead: String
    private let standard: String
    private let hasGap: Bool
    private let after: String

    init(_ pattern: String) {
        guard let open = pattern.firstIndex(of: "{"), let close = pattern.firstIndex(of: "}"), let colon = pattern[open..<close].firstIndex(of: ":") else {
            (before, lead, standard, hasGap, after) = (pattern, "", "", false, "")
            return
        }
        before = String(pattern[..<open]).trimmingBlanks
        lead = String(pattern[pattern.index(after: open)..<colon])
        standard = String(pattern[pattern.index(after: colon)..<close])
        hasGap = true
        after = String(pattern[pattern.index(after: close)...])
    }

    /// Whether both end with the same place.
    func isShared(with next: Piece) -> Bool {
        hasGap && next.hasGap && lead == next.lead && standard == next.standard && after.isEmpty && next.after.prefix { $0 != "[" }.isEmpty
    }

    /// All of it; whoever is named where the act has no place for it stands behind.
    func phrase(hasPlace: Bool, whom: (GrammaticalCase) -> String?, fallback: () -> String?) -> String {
        var tail = after
        if let open = tail.firstIndex(of: "["), let close = tail.firstIndex(of: "]") {
            let place = String(tail[tail.index(after: open)..<close])
            tail.replaceSubrange(open...close, with: hasPlace ? "" : place)
        }
        guard hasGap else {
            let (head, place) = Piece.withPlace(before, hasPlace)
            return [head + place, fallback() ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        }
        let preposition = lead.unicodeScalars.first.map { $0.isASCII } ?? false ? Piece.preposition(lead) : ""
        let named = whom(Piece.grammaticalCase(lead)).map { preposition.isEmpty ? $0 : preposition + " " + $0 }
        let object = named ?? (standard.isEmpty || preposition.isEmpty ? standard : preposition + " " + standard)
        return [before, object].filter { !$0.isEmpty }.joined(separator: " ") + tail
    }

    private static func withPlace(_ text: String, _ hasPlace: Bool) -> (String, String) {
        guard let open = text.firstIndex(of: "["), let close = text.firstIndex(of: "]") else { return (text, "") }
        return (String(text[..<open]), hasPlace ? "" : String(text[text.index(after: open)..<close]))
    }

    private static let cases: [String: GrammaticalCase] = ["g": .genitive, "d": .dative, "a": .accusative, "i": .instrumental]

    /// The case that a Russian lead names by its letter.
    private static func grammaticalCase(_ lead: String) -> GrammaticalCase { cases[String(lead.prefix { $0 != " " })] ?? .nominative }

    /// What stands before the person: the English lead itself, in Russian what is behind the letter.
    private static func preposition(_ lead: String) -> String {
        let letter = lead.prefix { $0 != " " }
        return cases[String(letter)] == nil ? lead : String(lead.dropFirst(letter.count + 1))
    }
}
