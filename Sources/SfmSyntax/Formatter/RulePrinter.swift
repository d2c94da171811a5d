import SfmTerms

/// Writes the rules of a policy in either language.
struct RulePrinter {
    let forms: FormPrinter
    /// How many of an act's usual phrases to pass over: one of them may swallow what follows it.
    let variant: Int
    /// Whether it speaks to people, who read «…», and not to the parser.
    let isSpoken: Bool
    private var grammar: Grammar { forms.grammar }
    var language: Language { forms.language }

    init(_ forms: FormPrinter, variant: Int = 0, isSpoken: Bool = false) { (self.forms, self.variant, self.isSpoken) = (forms, variant, isSpoken) }

    /// A name as whoever it is written for reads it.
    func quoted(_ name: String) -> String { isSpoken ? language("“\(name)”", "«\(name)»") : FormPrinter.source(name) }

    func rule(_ rule: RuleNode) -> String {
        switch rule.kind {
        case .permit: norm(.permit, rule)
        case .forbid: norm(.forbid, rule)
        case .oblige(let subject, let negated): duty(subject, negated, rule)
        case .states(let statement):
            (statement.mechanism == .membersFollow ? language("states", "устанавливает:") : Keyword.states.phrase(language)) + " " + self.statement(statement)
        }
    }

    /// `permit block by moderator when …`, «разрешено модератору блокировать, если …»
    private func norm(_ keyword: Keyword, _ rule: RuleNode) -> String {
        var words = [keyword.phrase(language)]
        let holders = rule.qualifiers.holders.map(quoted)
        let parents = rule.qualifiers.has(.byParents) ? language("parents of target", "родителям лица") : nil
        let named =
            parents ?? rule.qualifiers.by.map { $0.isEmpty ? language("nobody", "никому") : roles($0, plural: $0.count > 1 || $0 == [.participant], .dative) }
        let by: String? = named == nil && holders.isEmpty ? nil : ([named].compactMap { $0 } + holders).joined(separator: ", ")
        if language == .russian, let by { words.append(by) }
        words.append(heads(rule.acts, perfective: false))
        words += qualifiers(rule.qualifiers, rule.acts, asksWho: by == nil)
        for (acts, q) in rule.also {
            words[words.count - 1] += ","
            words.append(heads(acts, perfective: false))
            words += qualifiers(q, acts, asksWho: by == nil)
        }
        if language == .english, let by { words += ["by", by] }
        return words.joined(separator: " ") + condition(rule, "when") + exceptions(rule)
    }

    /// `oblige moderator to remind target when violate`, «обязан модератор напомнить лицу при нарушении»
    private func duty(_ subject: RuleSubject, _ negated: Bool, _ rule: RuleNode) -> String {
        var words = [language(Keyword.oblige.phrase(language), obliged(subject, isEach: rule.time.isEach))]
        if rule.time.isEach { words.append(each(subject)) }
        switch subject {
        case .roles(let list): words.append(roles(list, .nominative))
        case .holders(let names, let list):
            words.append(((list.isEmpty ? [] : [roles(list, .nominative)]) + names.map(quoted)).joined(separator: ", "))
        case .target: words.append(language("target", "лицо"))
        case .parentsOfTarget: words.append(rule.time.isEach ? language("parent of target", "родитель лица") : language("parents of target", "родители лица"))
        case .actor: words.append(language("actor", "исполнитель"))
        case .nobody: words.append(language("nobody", "никто"))
        }
        if negated { words.append(language("not", "не")) }
        if language == .english { words.append("to") }
        words.append(heads(rule.acts, perfective: !negated))
        words += qualifiers(rule.qualifiers, rule.acts)
        let text = words.joined(separator: " ") + occasion(rule)
        // A length of time closes the sentence; what names a moment stands before the condition.
        let length = times(rule, isLength: true)
        // What begins with a state reads as if the state lasted so long.
        guard !rule.triggers.isEmpty else { return text + times(rule, isLength: false) + length + condition(rule, "if") + exceptions(rule) }
        return text + times(rule, isLength: false) + condition(rule, "if") + exceptions(rule) + length
    }

    /// «Обязан модератор», «обязано лицо», «обязаны родители лица».
    private func obliged(_ subject: RuleSubject, isEach: Bool) -> String {
        switch subject {
        case .parentsOfTarget where !isEach: "обязаны"
        case .target: "обязано"
        case .roles(let roles) where roles.first == .administration: "обязана"
        case .parentsOfTarget, .roles, .holders, .actor, .nobody: Keyword.oblige.phrase(.russian)
        }
    }

    /// ` when invite to chat`, « при нарушении»; nothing for a standing duty.
    func occasion(_ rule: RuleNode) -> String {
        guard !rule.triggers.isEmpty else { return "" }
        var words = [trigger(rule.triggers)] + qualifiers(rule.triggerQualifiers, rule.triggers)
        if let by = rule.triggerQualifiers.by {
            words += [language("by", "со стороны"), by.isEmpty ? language("nobody", "никого") : roles(by, plural: by.count > 1, .genitive)]
        }
        return words.joined(separator: " ")
    }

    private func condition(_ rule: RuleNode, _ english: String) -> String {
        guard let condition = rule.condition else { return "" }
        return language(" \(english) ", ", если ") + ConditionPrinter(self).condition(condition)
    }

    /// ` except messages "urgent"`, «, кроме учителей».
    private func exceptions(_ rule: RuleNode) -> String {
        rule.exceptions.map { exception in
            language(" except ", ", кроме ")
                + {
                    switch exception {
                    case .roles(let roles, _): self.roles(roles, plural: true, .genitive)
                    case .holders(let names, _): names.map(quoted).joined(separator: ", ")
                    case .messages(let kinds, _): language("messages", "сообщений") + named(kinds)
                    case .condition(let condition): language("when ", "случаев, когда ") + ConditionPrinter(self).condition(condition)
                    }
                }()
        }.joined()
    }

    func roles(_ roles: [Role], plural: Bool = false, _ grammaticalCase: GrammaticalCase, or: Bool = false) -> String {
        roles.map { RoleNoun.of($0).inflected(language, plural: plural, grammaticalCase) }.joined(separator: or ? language(" or ", " или ") : ", ")
    }

    func roles(_ roles: [Role], _ form: AttributeForms.RolesForm, or: Bool = false) -> String {
        switch form {
        case .one(let grammaticalCase): self.roles(roles, grammaticalCase, or: or)
        case .many(let grammaticalCase): self.roles(roles, plural: true, grammaticalCase, or: or)
        }
    }

    // MARK: - Acts

    /// The acts by the phrases that rules have for them; one phrase may stand for several.
    func heads(_ acts: [RuleActNode], perfective: Bool) -> String {
        // A word of the policy's own is said with its act, each by itself.
        if acts.contains(where: { $0.word != nil }) {
            return acts.map { act in
                guard let word = act.word else { return heads([act], perfective: perfective) }
                let head = grammar.acts[act.act].isOwn ? "" : heads([RuleActNode(act: act.act, span: act.span)], perfective: perfective) + " "
                return head + quoted(word)
            }.joined(separator: ", ")
        }
        return phrases(acts) { act in
            let forms = grammar.acts[act]
            let own = language(forms.ruleEnglish, forms.ruleRussian)
            let scripted = language(forms.english, forms.russian).map(Self.head)
            // «Ответить на сообщение»: where rules never have the bare verb, it says too little.
            let bare = Set(scripted.filter { !own.contains($0) })
            let whole = perfective && language == .russian ? own.filter { phrase in bare.contains { phrase.hasPrefix($0 + " ") } } : []
            let all = perfective || language == .english ? whole + scripted + own : own + scripted
            return Array(all.dropFirst(min(variant, all.count - 1)))
        }?.joined(separator: ", ") ?? acts.map { grammar.acts[$0.act].id }.joined(separator: ", ")
    }

    /// «при нарушении», «когда назначать»
    private func trigger(_ acts: [RuleActNode]) -> String {
        if language == .english { return " when " + heads(acts, perfective: false) }
        if acts.contains(where: { $0.word != nil }) {
            return acts.allSatisfy { grammar.acts[$0.act].isOwn } ? " при " + heads(acts, perfective: true) : ", когда " + heads(acts, perfective: true)
        }
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

    /// Whether the acts tell somebody something about somebody.
    func tellsSomebody(_ acts: [RuleActNode]) -> Bool { acts.allSatisfy { grammar.asksToWhom($0.act) && label(.other, [$0]) != nil } }

    func targetCase(_ acts: [RuleActNode]) -> GrammaticalCase {
        let verb = heads(acts, perfective: false).split(separator: " ").map(String.init)
        return language == .english ? .nominative : Government.caseAfter(verb, .target) ?? .accusative
    }

    /// The parts but for who acts; `asksWho` where nobody is said to, so that «кому» would be taken for it.
    func qualifiers(_ q: QualifierNode, _ acts: [RuleActNode], asksWho: Bool = false) -> [String] {
        let order = q.parts.map(\.part).enumerated().sorted { (place($0.element, acts), $0.offset) < (place($1.element, acts), $1.offset) }.map(\.element)
        let wanted = targetCase(acts)
        var words: [String] = []
        for part in order {
            switch part {
            case .by, .byParents, .byHolders, .oneOfThose: continue
            case .slot(.target, .roles(let roles)) where asksWho && language == .russian && wanted == .dative && q.towards.isEmpty:
                words.append("в отношении " + self.roles(roles, plural: true, .genitive))
            case .towardsHolders, .slot(.target, .roles), .target, .parentsOfTarget:
                if part == order.first(where: isAddressee) { words.append(addressees(q, acts, wanted)) }
            case .slot(.audience, .roles(let roles)) where q.has(.oneOfThose):
                words.append(listed(roles.map { self.roles([$0], plural: true, .accusative) }, language(" or ", " или ")))
            case .rate(let count, let period):
                words.append(language("more than ", "чаще ") + period.often(count)[language])
            case .consent(let consent, let isMissing): words.append(self.consent(consent, isMissing))
            case .together(let roles):
                words.append(
                    language("for ", "для ") + self.roles(Array(roles.prefix(1)), plural: true, .genitive) + language(" together with ", " вместе с ")
                        + self.roles(Array(roles.dropFirst()), plural: true, .instrumental))
            case .author: words.append(language("author", ["автор", "автора", "автору", "автора", "автором"][Int(wanted.rawValue)]))
            case .ownGroup: words.append(language("of own group", "своей группы"))
            case .ofTarget: words.append(language("of target", "о лице"))
            case .otherChats: words.append(language("for others", "для иных"))
            case .when(let window): words.append(CalendarPrinter(language).window(window))
            case .chatOf(let roles): words.append(places([.chat], acts) + language(" of ", " ") + self.roles(roles, plural: true, .genitive))
            // «Назначать родителей членами актива».
            case .slot(.role, .roles(let roles)) where language == .russian && !q.targets.isEmpty:
                words.append(self.roles(roles, plural: true, .instrumental))
            case .slot(let slot, let value): words.append(slotValue(slot, value, acts, wanted))
            }
        }
        return words.filter { !$0.isEmpty }
    }

    private func isAddressee(_ part: RulePart) -> Bool {
        switch part {
        case .towardsHolders, .slot(.target, .roles), .target, .parentsOfTarget: true
        default: false
        }
    }

    /// Whom the acts are about: «директора, заместителя», «директора или заместителя», «ученика и родителей лица».
    private func addressees(_ q: QualifierNode, _ acts: [RuleActNode], _ wanted: GrammaticalCase) -> String {
        let isObject = q.towards.isEmpty || acts.allSatisfy { forms.grammar.beginsWithSomebody($0.act) }
        // Whoever has the role will do: «сообщить директору».
        var words = q.towards.map(quoted) + q.targets.map { roles([$0], plural: !tellsSomebody(acts), wanted) }
        if q.target { words.append(language("target", ["лицо", "лица", "лицу", "лицо", "лицом"][Int(wanted.rawValue)])) }
        if q.parentsOfTarget { words.append(language("parents of target", RoleNoun.of(.parent).inflected(.russian, plural: true, wanted) + " лица")) }
        let last = q.has(.oneOfThose) ? language(" or ", " или ") : q.target || q.parentsOfTarget ? language(" and ", " и ") : ", "
        return (isObject ? "" : language("to ", "")) + listed(words, last)
    }

    private func listed(_ words: [String], _ last: String) -> String {
        words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + last + (words.last ?? "")
    }

    /// Where a part is said: whom it is about first, where it is done last.
    private func place(_ part: RulePart, _ acts: [RuleActNode]) -> Int {
        switch part {
        case .by, .byParents, .byHolders: 0
        case .towardsHolders, .oneOfThose: 2
        case .rate: 13
        case .consent: 14
        case .author: 3
        case .together: 5
        case .target, .ofTarget: 3
        case .parentsOfTarget: 4
        case .slot(.target, _): 2
        case .slot(.audience, _): 5
        case .otherChats: 6
        case .chatOf: 12
        case .when: 13
        case .ownGroup: 7
        case .slot(.subject, .stated): 8
        case .slot(.role, _): 10
        case .slot(.place, let value): isBare(value, acts) ? 1 : 11
        case .slot(let slot, _): label(slot, acts) == "" ? 1 : 9
        }
    }

    /// What narrows the acts beside roles and places, a phrase each: `with photo`, `set site`.
    func details(_ q: QualifierNode, _ acts: [RuleActNode]) -> [String] {
        q.parts.compactMap { part, _ in
            switch part {
            case .when, .by, .byParents, .byHolders, .towardsHolders, .ofTarget, .oneOfThose, .rate, .consent, .author, .together, .ownGroup, .target,
                .parentsOfTarget,
                .otherChats,
                .chatOf, .slot(.target, _), .slot(.audience, _), .slot(.role, _), .slot(.place, _),
                .slot(.subject, .stated):
                nil
            case .slot(let slot, let value): slotValue(slot, value, acts, .nominative)
            }
        }.filter { !$0.isEmpty }
    }

    /// A part as the act's own form words it: `with photo`, «по инициативе педагогического коллектива».
    func slotValue(_ slot: Slot, _ value: RuleValue, _ acts: [RuleActNode], _ wanted: GrammaticalCase) -> String {
        switch (slot, value) {
        case (.target, .roles(let roles)): return self.roles(roles, plural: true, wanted)
        case (.audience, .roles(let roles)):
            let isObject = label(.audience, acts)?.isEmpty ?? false
            return isObject ? told(roles) : language("for ", "для ") + self.roles(roles, plural: true, .genitive)
        case (_, .roles(let roles)): return language("as ", "") + self.roles(roles, .instrumental)
        case (_, .places(let places, let names)): return isBare(value, acts) ? named(names).trimmedSpaces : self.places(places, acts) + named(names)
        case (.mood, .choices(let values)): return language("as ", "как ") + list(values.map { ChoiceWords.phrase(slot.choices, $0, language) })
        case (_, .choices(let values)):
            return list(
                values.map { value in
                    let phrase = ChoiceWords.phrase(slot.choices, value, language)
                    // The label is said once where all have the same one.
                    return phrase.isEmpty ? (label(slot, acts, value) ?? "") : phrase
                }, behind: slot.choices.isEmpty ? "" : label(slot, acts) ?? "")
        case (_, .names(let names)): return ((label(slot, acts) ?? "") + named(names)).trimmedSpaces
        case (_, .numbers(let numbers)): return ((label(slot, acts) ?? "") + " " + numbers.map(String.init).joined(separator: ", ")).trimmedSpaces
        case (_, .duration(let duration)): return (label(slot, acts) ?? language("for", "на")) + " " + Government.durationText(duration, language, .accusative)
        case (_, .date(let instant, let hasTime)):
            return (label(slot, acts) ?? label(.at, acts) ?? language("until", "до")) + " " + (hasTime ? instant.text : instant.dayText)
        case (.subject, .stated): return language("with subject", "по предмету")
        case (.closed, .stated): return language("in closed chat", "в закрытом чате")
        case (_, .stated): return label(slot, acts) ?? ""
        }
    }

    /// Whether the place is what the act makes, so that its name needs no label: `create chat "7A"`.
    private func isBare(_ value: RuleValue, _ acts: [RuleActNode]) -> Bool {
        guard case .places(let places, let names) = value, !names.isEmpty, let slot = places.first.flatMap(Self.slot) else { return false }
        return label(slot, acts) == ""
    }

    /// «Учеников и родителей»: those who are told something.
    private func told(_ roles: [Role]) -> String {
        guard let last = roles.last, roles.count > 1 else { return self.roles(roles, plural: true, .accusative) }
        return self.roles(Array(roles.dropLast()), plural: true, .accusative) + language(" and ", " и ") + self.roles([last], plural: true, .accusative)
    }

    /// Behind a label, in quotes.
    private func named(_ names: [String]) -> String { names.isEmpty ? "" : " " + names.map(quoted).joined(separator: ", ") }

    private func list(_ phrases: [String], behind label: String = "") -> String {
        (label + " " + phrases.joined(separator: ", ")).trimmedSpaces
    }

    /// The words before a slot in the first form of the acts that has it; empty where it needs none.
    func label(_ slot: Slot, _ acts: [RuleActNode], _ value: UInt8? = nil) -> String? {
        parts(acts).lazy.compactMap { label, element -> String? in
            guard case .slot(slot, _, let preset)? = element, preset == nil || preset == value else { return nil }
            return label.joined(separator: " ")
        }.first
    }

    /// The parts of the acts that a rule may name, as help shows them: `with photo`, `for DURATION`.
    func partUsage(of acts: [RuleActNode]) -> [String] {
        var out: [String] = []
        for act in acts {
            let forms = grammar.acts[act.act]
            for (label, element) in parts(of: language(forms.english, forms.russian)[0]) {
                guard case .slot(let slot, _, let preset)? = element, !label.isEmpty, let sample = sample(slot, preset) else { continue }
                let usage = (label.joined(separator: " ") + " " + sample).trimmedSpaces
                if !out.contains(usage), out.count < 12 { out.append(usage) }
            }
        }
        return out
    }

    /// What may stand behind the label of a slot in a rule; `nil` where rules have another way to say it, or none.
    private func sample(_ slot: Slot, _ preset: UInt8?) -> String? {
        switch slot.kind {
        case .namedChoice, .flag: ""
        case .choice, .reason: preset == nil ? slot.choices.map { language($0.en[0], $0.shown) }.joined(separator: "|") : ""
        case .name, .names, .link: slot.place == nil ? "\"…\"" : nil
        case .duration: language("3 days", "3 дня")
        case .date: "02.09.2024"
        case .people, .invitee, .role, .audience, .place, .number, .compare, .clause, .act: nil
        }
    }

    private func parts(_ acts: [RuleActNode]) -> [(label: [String], slot: Template.Element?)] {
        acts.flatMap { act in language(grammar.acts[act.act].english, grammar.acts[act.act].russian) }
            .flatMap { parts(of: $0) }
    }

    /// The parts of a form with their labels; English says the optional words of a label.
    private func parts(of template: String) -> [(label: [String], slot: Template.Element?)] {
        Template(template).shape.parts.map { part in
            let label = part.label.compactMap { element -> String? in
                switch element {
                case .word(let words): words[0]
                case .optionalWord(let words): language(words[0], nil)
                case .slot, .negation, .part: nil
                }
            }
            return (label, part.slot)
        }
    }

    /// `to group, school`, «в чате»: the preposition that the act has for the place.
    func places(_ places: [PlaceKind], _ acts: [RuleActNode]) -> String {
        let parts = self.parts(acts)
        let prepositions = language("in to into from", "в к из").split(separator: " ").map(String.init)
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
        return (preposition ?? language("in", "в")) + " " + names.joined(separator: ", ")
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

    private func statement(_ s: StatementNode) -> String {
        if s.mechanism == .membersFollow {
            return language("all ", "все ") + roles(s.audience, plural: true, .nominative) + language(" of group in chat of ", " группы в чате ")
                + roles(s.from, plural: true, .genitive)
        }
        var words = [ChoiceWords.phrase(ChoiceWords.mechanisms, s.mechanism.rawValue, language)]
        if !s.audience.isEmpty { words.append(roles(s.audience, .genitive)) }
        if !s.from.isEmpty { words += [language("from", "от"), roles(s.from, .genitive)] }
        if let role = s.role { words += [language("as", "в роли"), roles([role], .genitive)] }
        if !s.places.isEmpty {
            words += [language("to", "в"), s.places.map { forms.place($0, .accusative) }.joined(separator: ", ")]
        }
        if let messenger = s.messenger { words.append(quoted(messenger)) }
        return words.joined(separator: " ")
    }
}

extension String {
    fileprivate var trimmedSpaces: String { split(separator: " ").joined(separator: " ") }
}
