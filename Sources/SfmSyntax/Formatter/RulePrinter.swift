import SfmTerms

/// Writes the rules of a policy in either language.
struct RulePrinter {
    let forms: FormPrinter
    /// How many of an act's usual phrases to pass over: one of them may swallow what follows it.
    let variant: Int
    private var grammar: Grammar { forms.grammar }
    private var language: Language { forms.language }

    init(_ forms: FormPrinter, variant: Int = 0) { (self.forms, self.variant) = (forms, variant) }

    func say(_ en: String, _ ru: String) -> String { language == .english ? en : ru }

    func text(_ rule: RuleNode) -> String {
        switch rule.kind {
        case .permit: norm(.permit, rule)
        case .forbid: norm(.forbid, rule)
        case .oblige(let subject, let negated): duty(subject, negated, rule)
        case .states(let statement): Keyword.states.phrase(language) + " " + text(statement)
        }
    }

    /// `permit block by moderator when …`, «разрешено модератору блокировать, если …»
    private func norm(_ keyword: Keyword, _ rule: RuleNode) -> String {
        let rule = spoken(rule)
        var words = [keyword.phrase(language)]
        let by = rule.qualifiers.by.map { $0.isEmpty ? say("nobody", "никому") : roles($0, plural: $0.count > 1 || $0 == [.participant], .dative) }
        if language == .russian, let by { words.append(by) }
        words.append(heads(rule.acts, perfective: false))
        words += qualifiers(rule.qualifiers, rule.acts)
        if language == .english, let by { words += ["by", by] }
        return words.joined(separator: " ") + condition(rule, "when")
    }

    /// The rule as it can be said: «разрешено напоминать ученикам» leaves open who acts, so Russian says that anyone does.
    private func spoken(_ rule: RuleNode) -> RuleNode {
        guard language == .russian, rule.qualifiers.by == nil, !rule.qualifiers.targets.isEmpty, isNorm(rule), targetCase(rule.acts) == .dative
        else { return rule }
        var said = rule
        said.qualifiers.by = [.anyone]
        return said
    }

    private func isNorm(_ rule: RuleNode) -> Bool {
        switch rule.kind {
        case .permit, .forbid: true
        case .oblige, .states: false
        }
    }

    /// `oblige moderator to remind target when violate`, «обязан модератор напомнить лицу при нарушении»
    private func duty(_ subject: RuleSubject, _ negated: Bool, _ rule: RuleNode) -> String {
        var words = [Keyword.oblige.phrase(language)]
        switch subject {
        case .roles(let list): words.append(roles(list, .nominative))
        case .target: words.append(say("target", "лицо"))
        case .actor: words.append(say("actor", "исполнитель"))
        case .nobody: words.append(say("nobody", "никто"))
        }
        if negated { words.append(say("not", "не")) }
        if language == .english { words.append("to") }
        words.append(heads(rule.acts, perfective: !negated))
        words += qualifiers(rule.qualifiers, rule.acts)
        if let by = rule.qualifiers.by, language == .english { words += ["by", roles(by, .nominative)] }
        let text = words.joined(separator: " ") + occasion(rule)
        let within = rule.within.map { say(" within ", " в течение ") + Government.text($0, language, .genitive) } ?? ""
        return text + condition(rule, "if") + within
    }

    /// ` when invite to chat`, « при нарушении»; nothing for a standing duty.
    func occasion(_ rule: RuleNode) -> String {
        guard !rule.triggers.isEmpty else { return "" }
        var words = [trigger(rule.triggers)] + qualifiers(rule.triggerQualifiers, rule.triggers)
        if let by = rule.triggerQualifiers.by {
            words += [say("by", "со стороны"), by.isEmpty ? say("nobody", "никого") : roles(by, plural: by.count > 1, .genitive)]
        }
        return words.joined(separator: " ")
    }

    private func condition(_ rule: RuleNode, _ english: String) -> String {
        guard let condition = rule.condition else { return "" }
        return say(" \(english) ", ", если ") + ConditionPrinter(self).text(condition)
    }

    func roles(_ roles: [Role], plural: Bool = false, _ grammaticalCase: GrammaticalCase, or: Bool = false) -> String {
        roles.map { RoleNoun.of($0).text(language, plural: plural, grammaticalCase) }.joined(separator: or ? say(" or ", " или ") : ", ")
    }

    // MARK: - Acts

    /// The acts by the phrases that rules have for them; one phrase may stand for several.
    func heads(_ acts: [RuleActNode], perfective: Bool) -> String {
        phrases(acts) { act in
            let forms = grammar.acts[act]
            let own = language == .english ? forms.ruleEnglish : forms.ruleRussian
            let scripted = (language == .english ? forms.english : forms.russian).map(Self.head)
            let all = perfective || language == .english ? scripted + own : own + scripted
            return Array(all.dropFirst(min(variant, all.count - 1)))
        }?.joined(separator: ", ") ?? acts.map { grammar.acts[$0.act].id }.joined(separator: ", ")
    }

    /// «при нарушении», «когда назначать»
    private func trigger(_ acts: [RuleActNode]) -> String {
        if language == .english { return " when " + heads(acts, perfective: false) }
        let events = phrases(acts) { act in
            grammar.acts[act].ruleRussian.compactMap { phrase in
                let noun = phrase.prefix { $0 != " " }
                return noun.hasSuffix("ие") ? noun.dropLast() + "и" + phrase.dropFirst(noun.count) : nil
            }
        }
        return events.map { " при " + $0.joined(separator: ", ") } ?? ", когда " + heads(acts, perfective: true)
    }

    /// Phrases that together mean exactly these acts, or `nil`.
    private func phrases(_ acts: [RuleActNode], candidates: (Int) -> [String]) -> [String]? {
        var out: [String] = []
        var rest = acts.map(\.act)[...]
        while let act = rest.first {
            let choices = candidates(act).compactMap { phrase -> (String, [Int])? in
                let meant = grammar.acts(named: phrase)
                return !meant.isEmpty && rest.starts(with: meant) ? (phrase, meant) : nil
            }
            let most = choices.map(\.1.count).max() ?? 0
            guard let choice = choices.first(where: { $0.1.count == most }) else { return nil }
            out.append(choice.0)
            rest = rest.dropFirst(choice.1.count)
        }
        return out
    }

    private static func head(_ template: String) -> String {
        Template(template).shape.head.compactMap { element in
            if case .word(let words) = element { words[0] } else { nil }
        }.joined(separator: " ")
    }

    // MARK: - Qualifiers

    func targetCase(_ acts: [RuleActNode]) -> GrammaticalCase {
        let verb = heads(acts, perfective: false).split(separator: " ").map(String.init)
        return language == .english ? .nominative : Government.caseAfter(verb, .target) ?? .accusative
    }

    func qualifiers(_ q: QualifierNode, _ acts: [RuleActNode]) -> [String] {
        let wanted = targetCase(acts)
        var words: [String] = []
        if !q.targets.isEmpty { words.append(roles(q.targets, plural: true, wanted)) }
        if q.target { words.append(say("target", ["лицо", "лица", "лицу", "лицо", "лицом"][Int(wanted.rawValue)])) }
        if q.parentsOfTarget {
            if q.target { words.append(say("and", "и")) }
            words.append(say("parents of target", RoleNoun.of(.parent).text(.russian, plural: true, wanted) + " лица"))
        }
        if !q.audience.isEmpty { words += [say("for", "для"), roles(q.audience, plural: true, .genitive)] }
        if q.otherChats { words.append(say("for others", "для иных")) }
        if q.ownGroup { words.append(say("of own group", "своей группы")) }
        if q.withSubject { words.append(say("with subject", "по предмету")) }
        words += choices(q, acts)
        if !q.asRoles.isEmpty { words.append(say("as ", "") + roles(q.asRoles, .instrumental)) }
        if !q.places.isEmpty { words.append(places(q.places, acts)) }
        return words
    }

    func choices(_ q: QualifierNode, _ acts: [RuleActNode]) -> [String] {
        q.choices.filter { $0.slot != .exists }.map { text($0.slot, $0.value, acts) }
    }

    /// A choice as the act's own form words it: `set site`, «по инициативе педагогического коллектива».
    private func text(_ slot: Slot, _ value: UInt8, _ acts: [RuleActNode]) -> String {
        let phrase = ChoiceWords.phrase(slot.choices, value, language)
        if slot == .mood { return say("as ", "как ") + phrase }
        let label = parts(acts).lazy.compactMap { label, element -> String? in
            guard case .slot(slot, _, let preset)? = element, preset == nil || preset == value else { return nil }
            return (label + (preset == nil && !phrase.isEmpty ? [phrase] : [])).joined(separator: " ")
        }.first
        return label ?? phrase
    }

    private func parts(_ acts: [RuleActNode]) -> [(label: [String], slot: Template.Element?)] {
        acts.flatMap { act in language == .english ? grammar.acts[act.act].english : grammar.acts[act.act].russian }.flatMap { template in
            Template(template).shape.parts.map { part in
                (part.label.compactMap { element in if case .word(let words) = element { words[0] } else { nil } }, part.slot)
            }
        }
    }

    /// `to group, school`, «в чате»: the preposition that the act has for the place.
    func places(_ places: [PlaceKind], _ acts: [RuleActNode]) -> String {
        let parts = self.parts(acts)
        let prepositions = say("in to into from", "в к из").split(separator: " ").map(String.init)
        var preposition: String?
        let names = places.map { place in
            for (label, element) in parts {
                guard case .slot(let slot, let grammaticalCase, _)? = element, slot == .place || slot == Self.slot(of: place),
                    let word = label.first(where: prepositions.contains), preposition == nil || preposition == word
                else { continue }
                preposition = word
                if language == .english || slot == .place { return forms.place(place, grammaticalCase) }
                return label.last ?? ""
            }
            return language == .english ? forms.place(place, .nominative) : preposition == nil ? Self.locative(place) : forms.place(place, .accusative)
        }
        return (preposition ?? say("in", "в")) + " " + names.joined(separator: ", ")
    }

    private static func slot(of place: PlaceKind) -> Slot? {
        switch place {
        case .chat: .chat
        case .group: .group
        case .school: .school
        case .channel: .channel
        case .staffRoom: nil
        }
    }

    private static func locative(_ place: PlaceKind) -> String {
        switch place {
        case .chat: "чате"
        case .group: "группе"
        case .school: "школе"
        case .staffRoom: "учительской"
        case .channel: "канале"
        }
    }

    // MARK: - Statements

    private func text(_ s: StatementNode) -> String {
        var words = [ChoiceWords.phrase(ChoiceWords.mechanisms, s.mechanism.rawValue, language)]
        if !s.audience.isEmpty { words.append(roles(s.audience, .genitive)) }
        if !s.from.isEmpty { words += [say("from", "от"), roles(s.from, .genitive)] }
        if let role = s.role { words += [say("as", "в роли"), roles([role], .genitive)] }
        if !s.places.isEmpty {
            words += [say("to", "в"), s.places.map { forms.place($0, .accusative) }.joined(separator: ", ")]
        }
        if let messenger = s.messenger { words.append(FormPrinter.source(messenger)) }
        return words.joined(separator: " ")
    }
}
