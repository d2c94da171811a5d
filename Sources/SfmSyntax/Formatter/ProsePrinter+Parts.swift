import SfmTerms

extension ProsePrinter {
    /// What narrows acts, each part in its own words; one that has none here stands in those of a rule.
    func limits(_ q: QualifierNode, _ acts: [RuleActNode]) -> [String] {
        let told = q.parts.map(\.part).enumerated().sorted { (rank($0.element, q), $0.offset) < (rank($1.element, q), $1.offset) }.map(\.element)
        var words: [String] = []
        for part in told {
            guard let phrase = phrase(part, q, acts) else {
                words += rules.qualifiers(q.filter { $0 == part }, acts)
                continue
            }
            if !phrase.isEmpty { words.append(phrase) }
        }
        return words
    }

    /// Where a part stands: what is nearest to the act first, how often and with whose consent last.
    private func rank(_ part: RulePart, _ q: QualifierNode) -> Int {
        switch part {
        case .by, .byParents, .byHolders, .target, .parentsOfTarget, .author, .towardsHolders, .oneOfThose, .ofTarget, .slot(.target, _): 0
        case .slot(.audience, _), .otherChats, .together: 1
        // «Чат для учеников своей группы»: whose group it is stands behind whom the chat is for.
        case .ownGroup: q.audience.isEmpty && !q.parts.contains { if case .together = $0.part { true } else { false } } ? 6 : 2
        case .slot(.kinds, _), .slot(.mood, _), .slot(.field, _): 3
        case .chatOf, .slot(.place, _), .slot(.closed, _): 5
        case .when: 7
        case .rate: 8
        case .consent: 9
        case .slot: 4
        }
    }

    /// A part as a piece of a sentence; empty where another piece says it, `nil` where the words of a rule serve.
    private func phrase(_ part: RulePart, _ q: QualifierNode, _ acts: [RuleActNode]) -> String? {
        switch part {
        case .ofTarget: return language("about that person", "об этом лице")
        case .by, .target, .parentsOfTarget, .author, .towardsHolders, .oneOfThose, .slot(.target, _): return ""
        case .slot(.kinds, .names(let names)) where acts.allSatisfy({ act in rules.forms.grammar.actParts[act.act].contains { $0.slot == .role } }):
            return language("as ", "на роль ") + joined(names.map { language("“\($0)”", "«\($0)»") }, or)
        case .slot(.kinds, .names(let names)):
            let kind = acts.first.flatMap(spoken)?.kind ?? Text("of the kind …", "вида …")
            let pattern = kind[language].split(separator: "…", omittingEmptySubsequences: false)
            return pattern.joined(separator: joined(names.map(rules.quoted), or))
        case .slot(let slot, .stated) where Self.enclosures.contains { $0.slot == slot }:
            // What is enclosed is told together, where the first of it stands.
            let enclosed = Self.enclosures.filter { q.has(.slot($0.slot, .stated)) }
            return enclosed.first?.slot == slot ? language("with ", "с ") + joined(enclosed.map { $0.words[language] }, and) : ""
        case .slot(.attachment, .choices(let values)): return joined(values.map { attached($0, acts) }, or)
        case .slot(.number, .numbers(let numbers)): return language("No. ", "№ ") + joined(numbers.map(String.init), or)
        case .slot(.reason, .choices(let values)):
            let words = values.map { value in
                value == Reason.rules.rawValue
                    ? language("a breach of the rules", "нарушения правил") : ChoiceWords.phrase(ChoiceWords.reasons, value, language)
            }
            return language("because of ", "по причине ") + joined(words, or)
        case .together(let roles):
            return language("for ", "для ") + many(Array(roles.prefix(1)), .genitive) + language(" together with ", " вместе с ")
                + many(Array(roles.dropFirst()), .instrumental)
        // Said by what it comes to.
        case .byParents, .byHolders: return ""
        case .rate(let count, let period): return language("more than ", "чаще ") + period.often(count)[language]
        case .consent(let consent, let isMissing):
            return language(isMissing ? "without the consent of " : "with the consent of ", isMissing ? "без согласия " : "с согласия ") + whose(consent)
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
        case .slot(.place, .places([.chat], names: [])) where acts.allSatisfy({ isMark($0) }) && !q.namesSomebody: return language("on the chat", "о чате")
        case .slot(.place, .places(let places, let names)): return names.isEmpty ? self.places(places, acts) : nil
        case .slot: return nil
        }
    }

    /// What an application encloses, in the instrumental.
    private static let enclosures: [(slot: Slot, words: Text)] = [
        (.order, Text("an order", "приказом")), (.phone, Text("a phone number", "телефоном")), (.email, Text("an e-mail address", "электронной почтой")),
        (.questionnaire, Text("a questionnaire", "анкетой")),
    ]

    /// Whether it sets or clears a mark.
    private func isMark(_ act: RuleActNode) -> Bool { rules.forms.grammar.namesWord(act.act) && !rules.forms.grammar.acts[act.act].isOwn }

    /// "with a photo", «со ссылкой».
    private func attached(_ value: UInt8, _ acts: [RuleActNode]) -> String {
        let words = rules.slotValue(.attachment, .choices([value]), acts, .nominative)
        guard language == .english, words.hasPrefix("with "), value != Attachment.audio.rawValue else { return words }
        return "with a " + words.dropFirst(5)
    }

    /// Whose consent it is, in the genitive.
    func whose(_ consent: ConsentNode) -> String {
        switch consent {
        case .roles(let roles, let holders):
            joined(roles.map { RoleNoun.of($0).spoken(language, .genitive) } + holders.map { holder($0, .genitive) }, or)
        case .parentsOfTarget: language("the parents of that person", "родителей этого лица")
        case .eachParentOfTarget: language("each parent of that person", "каждого родителя этого лица")
        }
    }

    /// Whether those whom an act is for are its object: whom one informs.
    func isTold(_ acts: [RuleActNode]) -> Bool { rules.label(.audience, acts)?.isEmpty ?? false }

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

extension QualifierNode {
    /// Whether it says whom the act is about.
    fileprivate var namesSomebody: Bool { target || parentsOfTarget || !targets.isEmpty || has(.author) }
}

extension ConditionNode {
    /// Whether it asks how long nobody has written.
    var isSilence: Bool { if case .time(.silent, _) = self { true } else { false } }
}
