import SfmTerms

/// Says a rule in a whole sentence, as a regulation would have it: "The moderator may block a member of the chat if …",
/// «Модератор вправе блокировать участника чата, если …».
///
/// What it has no words of its own for it says in those of `RulePrinter`, so that no part of a rule is left unsaid.
public struct ProsePrinter {
    let rules: RulePrinter
    var language: Language { rules.forms.language }

    public init(_ forms: FormPrinter) { rules = RulePrinter(forms, isSpoken: true) }

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

    /// A declaration of a word of the policy's own.
    public func declaration(_ word: OwnWordNode) -> String { rules.keyword(of: word) + " " + rules.declaration(word) }

    public func condition(_ condition: ConditionNode) -> String { ConditionProse(self).prose(condition) }

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
        // What has a day or a term is done once, and so is what silence calls for.
        let isOnce = hasEvent || rule.time.day != nil || rule.term != nil || rule.condition?.tests.contains(where: \.isSilence) ?? false
        // Who has to tell of oneself is the person of the event.
        var told = rule
        let isOfOneself = subject == .target && rule.qualifiers.has(.ofTarget)
        if isOfOneself { told.qualifiers = rule.qualifiers.filter { $0 != .ofTarget } }
        text += " " + deeds(told, once: isOnce) + (isOfOneself ? language(" about themselves", " о себе") : "")
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
            if each != nil {
                let all = roles.map { RoleNoun.of($0).inflected(language) } + names.map { language("“\($0)”", holder($0, .nominative)) }
                let isBare = roles.isEmpty
                return language("each ", isBare ? "каждое " : "каждый ") + joined(all, or) + language(" must", isBare ? " обязано" : " обязан")
            }
            let all = (roles.isEmpty ? [] : [doers(roles, .nominative)]) + names.map { holder($0, .nominative) }
            return joined(all, and) + language(" must", all.count > 1 || roles.count > 1 ? " обязаны" : " обязано")
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
        var rule = rule
        // «Кроме срочных» says better than a condition that messages of other kinds are meant.
        let parts: [ConditionNode] = rule.condition.map { condition in if case .and(let parts) = condition { parts } else { [condition] } } ?? []
        let excepted = parts.filter { rule.triggers.isEmpty && isOfOtherKinds($0) }
        for case .not(.test(_, .words(let kinds), let span)) in excepted { rule.exceptions.append(.messages(kinds, span)) }
        let left = excepted.isEmpty ? parts : parts.filter { !isOfOtherKinds($0) }
        rule.condition = left.count > 1 ? .and(left) : left.first
        guard let condition = rule.condition else { return exceptions(rule) }
        return exceptions(rule) + language(rule.triggers.isEmpty ? " if " : ", if ", ", если ") + self.condition(condition)
    }

    /// That a message is of no such kind.
    private func isOfOtherKinds(_ condition: ConditionNode) -> Bool {
        guard case .not(.test(let attribute, .words, _)) = condition else { return false }
        return rules.forms.grammar[attribute].readAs == .quoted("mood")
    }

    /// " except messages “urgent”", «, кроме учителей».
    private func exceptions(_ rule: RuleNode) -> String {
        rule.exceptions.map { exception in
            switch exception {
            case .roles(let roles, _): language(" except ", ", кроме ") + many(roles, .genitive)
            case .holders(let names, _): language(" except ", ", кроме ") + joined(names.map { holder($0, .genitive) }, and)
            case .messages(let kinds, _):
                language(" except messages of the kind ", ", кроме сообщений вида ") + joined(kinds.map { language("“\($0)”", "«\($0)»") }, or)
            case .condition(let condition): language(" except when ", ", кроме случаев, когда ") + self.condition(condition)
            }
        }.joined()
    }

    /// "the parents of the person concerned", «лицо в роли “дежурный”»: those who act where no role of the language says it.
    private func ownDoers(_ q: QualifierNode, _ grammaticalCase: GrammaticalCase) -> String? {
        if q.has(.byParents) {
            return language(
                "the parents of the person concerned",
                RoleNoun.of(.parent).inflected(.russian, plural: true, grammaticalCase) + " лица, которого это касается,")
        }
        guard !q.holders.isEmpty else { return nil }
        return joined((q.by.map { [doers($0, grammaticalCase)] } ?? []) + q.holders.map { holder($0, grammaticalCase) }, and)
    }

    // MARK: - Words

    /// «ученики, родители и работники».
    func joined(_ words: [String], _ last: String) -> String {
        words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + last + (words.last ?? "")
    }

    var and: String { language(" and ", " и ") }
    var or: String { language(" or ", " или ") }

    /// Those who do or bear something: one role stands for all who have it.
    func doers(_ roles: [Role], _ grammaticalCase: GrammaticalCase) -> String {
        if roles.count == 1 || language == .russian && roles.isEmpty { return roles.map { RoleNoun.of($0).spoken(language, grammaticalCase) }.joined() }
        return many(roles, grammaticalCase)
    }

    /// Who has a role of the policy's own: "the “duty officer”", «лицо в роли “дежурный”».
    func holder(_ name: String, _ grammaticalCase: GrammaticalCase) -> String {
        language("the “\(name)”", ["лицо", "лица", "лицу", "лицо", "лицом"][Int(grammaticalCase.rawValue)] + " в роли «\(name)»")
    }

    func many(_ roles: [Role], _ grammaticalCase: GrammaticalCase) -> String {
        joined(
            roles.map { ($0 == .administration ? language("the ", "") : "") + RoleNoun.of($0).inflected(language, plural: true, grammaticalCase) }, and)
    }

    /// Whom an act is about, in a case.
    private func whom(_ q: QualifierNode, _ acts: [RuleActNode], _ grammaticalCase: GrammaticalCase, once: Bool = false) -> String? {
        let place = Int(grammaticalCase.rawValue)
        var words: [String] = []
        let holders = q.towards.map { holder($0, grammaticalCase) }
        // Any one of those who have the role will do.
        let isOne = once && rules.tellsSomebody(acts)
        let isEither = q.has(.oneOfThose)
        if isEither || !holders.isEmpty || isOne && !q.targets.isEmpty {
            let named = (q.targets + (isEither ? q.audience : [])).map {
                isOne ? RoleNoun.of($0).spoken(language, grammaticalCase) : many([$0], grammaticalCase)
            }
            words.append(joined(named + holders, or))
        } else if !q.targets.isEmpty {
            if acts.contains(where: { spoken($0)?.isToOne ?? false }) {
                let one = ["кто-либо", "кого-либо", "кому-либо", "кого-либо", "кем-либо"][place]
                words.append(language("one of the ", one + " из ") + many(q.targets, .genitive))
            } else {
                words.append(many(q.targets, grammaticalCase))
            }
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
            let isShared = k + 1 < pieces.count && piece.isShared(with: pieces[k + 1], hasPlace: !q.places.isEmpty)
            words.append(
                isShared
                    ? piece.before
                    : piece.phrase(hasPlace: !q.places.isEmpty) {
                        whom(q, rule.acts, $0, once: once)
                    } fallback: {
                        whom(q, rule.acts, fallback, once: once)
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

    func spoken(_ act: RuleActNode) -> SpokenAct? { SpokenAct.of(rules.forms.grammar.acts[act.act].id) }

    func isEvent(_ act: RuleActNode) -> Bool {
        ["depart", "dismiss", "violate", "hack account", "own event"].contains(rules.forms.grammar.acts[act.act].id)
    }

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
            let by =
                q.by.map { $0.isEmpty ? ["со стороны никого"] : ["со стороны " + joined($0.map { RoleNoun.of($0).inflected(.russian, .genitive) }, or)] } ?? []
            return ([joined(words, or)] + narrowed + by).joined(separator: " ")
        }
        // An event befalls somebody; an act is somebody's.
        let isEvent = rule.triggers.contains(where: self.isEvent)
        let who = q.by.map { $0.isEmpty ? "nobody" : joined($0.map { RoleNoun.of($0).spoken(.english, .nominative) }, or) } ?? "somebody"
        let by = isEvent && q.by != nil ? ["by " + who] : []
        return (["when " + (isEvent ? "" : who + " ") + joined(words, or)] + narrowed + by).joined(separator: " ")
    }
}

extension RoleNoun {
    /// "a teacher", "the director", «учителю»: one who has the role; of whom a school or a chat has one, the one.
    func spoken(_ language: Language, _ grammaticalCase: GrammaticalCase) -> String {
        guard language == .english else { return inflected(language, grammaticalCase) }
        switch role {
        case .director, .admin, .moderator, .classTeacher, .responsible: return "the " + english.one
        default: return withArticle
        }
    }

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
    func isShared(with next: Piece, hasPlace: Bool) -> Bool {
        // Where the next says in which place it is, this one would be said to be there as well.
        let ends = hasPlace ? next.after.prefix { $0 != "[" } : next.after[...]
        return hasGap && next.hasGap && lead == next.lead && standard == next.standard && after.isEmpty && ends.isEmpty
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
