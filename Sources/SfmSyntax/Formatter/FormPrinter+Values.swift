import SfmTerms

extension FormPrinter {
    public func name(_ id: NameID) -> String {
        quotes == .display ? names.quoted(id, language) : Self.source(names[id])
    }

    /// A name as source text: quoted and escaped.
    public static func source(_ text: String) -> String {
        var out = "\""
        for c in text.unicodeScalars {
            switch c {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            default: out.unicodeScalars.append(c)
            }
        }
        return out + "\""
    }

    func person(_ node: PersonNode, _ grammaticalCase: GrammaticalCase) -> String {
        switch node {
        case .handle(let id, _): names[id]
        case .role(let role, _): RoleNoun.of(role).inflected(language, grammaticalCase)
        }
    }

    /// A role that several people have.
    func many(_ node: SlotNode, _ grammaticalCase: GrammaticalCase) -> String {
        guard case .role(let role) = node.value else { return "" }
        return RoleNoun.of(role).inflected(language, plural: true, grammaticalCase)
    }

    /// `students and parents`: who is told something.
    func told(_ audience: AudienceNode) -> String {
        let roles = audience.roles.map { RoleNoun.of($0).inflected(language, plural: true, .accusative) }
        guard let last = roles.last, roles.count > 1 else { return roles.first ?? "" }
        return roles.dropLast().joined(separator: ", ") + language(" and ", " и ") + last
    }

    func value(_ value: SlotValue, _ slot: Slot, _ grammaticalCase: GrammaticalCase, preset: UInt8?) -> String {
        switch value {
        case .people(let people): return people.map { person($0, grammaticalCase) }.joined(separator: ", ")
        case .role(let role): return RoleNoun.of(role).inflected(language, grammaticalCase)
        case .audience(let audience):
            return (audience.roles.map { RoleNoun.of($0).inflected(language, plural: true, .genitive) } + audience.people.map { person($0, .genitive) })
                .joined(separator: ", ")
        case .place(let kind, let name):
            return [place(kind, grammaticalCase), name.map { self.name($0) }].compactMap { $0 }.joined(separator: " ")
        case .name(let id): return id.map { slot.kind == .link ? link($0) : name($0) } ?? ""
        case .names(let ids): return ids.map(name).joined(separator: ", ")
        case .duration(let duration): return Government.durationText(duration, language, .accusative)
        case .date(let instant, let hasTime): return hasTime ? instant.text : instant.dayText
        case .number(let n): return String(n)
        case .compare(let sign, let n): return "\(sign.sign) \(n)"
        case .choice(let raw): return preset == nil ? ChoiceWords.phrase(slot.choices, raw, language) : ""
        case .namedChoice(_, let id): return id == .absent ? "" : name(id)
        case .reason(let reason, let id): return id.map(name) ?? ChoiceWords.phrase(ChoiceWords.reasons, reason.rawValue, language)
        case .flag: return ""
        case .clause(let clause): return cited([clause], "clause", "п.", "прил.")
        case .act(let act): return self.act(act)
        }
    }

    /// A link's label, in quotes where it could be read as a word.
    private func link(_ id: NameID) -> String {
        let label = names[id]
        let isPlain = label.unicodeScalars.allSatisfy { Scalars.isNamePart($0.value) } && label.utf8.contains { (0x30...0x39).contains($0) }
        let beginsWithLetter = label.unicodeScalars.first?.properties.isAlphabetic ?? false
        return quotes == .display || (isPlain && beginsWithLetter && grammar.lexicon.find(label) == 0) ? label : Self.source(label)
    }

    /// Nothing where there is none.
    func citation(_ clauses: [ClauseNode], _ english: String, _ russian: String, _ appendix: String) -> String {
        clauses.isEmpty ? "" : " " + cited(clauses, english, russian, appendix)
    }

    /// `by clause 24, 26`, «по п. 24», «по прил. 1».
    func cited(_ clauses: [ClauseNode], _ english: String, _ russian: String, _ appendix: String) -> String {
        let ids = clauses.map { names[$0.id] }
        let isAppendix = language == .russian && ids.allSatisfy(Self.isAppendix)
        let list = zip(clauses, ids).map { clause, id in
            let shown = isAppendix ? String(id.dropFirst(4)) : id
            let policy = clause.policy.map { language(" of ", " порядка ") + name($0) } ?? ""
            return shown + policy
        }
        return (language == .english ? english : isAppendix ? appendix : russian) + " " + list.joined(separator: ", ")
    }

    /// `app.1`, where what follows can stand after «прил.».
    static func isAppendix(_ id: String) -> Bool {
        id.hasPrefix("app.") && id.dropFirst(4).utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") } && id.utf8.count > 4
    }

    func place(_ kind: PlaceKind, _ grammaticalCase: GrammaticalCase) -> String {
        if language == .english { return ChoiceWords.phrase(ChoiceWords.places, kind.rawValue, .english) }
        let dative = grammaticalCase == .dative
        switch kind {
        case .chat: return dative ? "чату" : "чат"
        case .group: return dative ? "группе" : "группу"
        case .school: return dative ? "школе" : "школу"
        case .staffRoom: return dative ? "учительской" : "учительскую"
        case .channel: return dative ? "каналу" : "канал"
        }
    }
}

/// Which case Russian verbs and prepositions want, and what agrees with several people.
enum Government {
    private static let cases: [String: GrammaticalCase] = [
        "выбыл": .nominative, "уволен": .nominative, "отчислен": .nominative, "—": .nominative,
        "сообщать": .dative, "сообщить": .dative, "рассказывать": .dative, "рассказать": .dative, "лично": .dative, "напомнить": .dative,
        "напоминать": .dative, "помочь": .dative, "помогать": .dative, "пользователю": .dative,
        "нарушение": .genitive, "от": .genitive, "для": .genitive, "аккаунт": .genitive, "данные": .genitive, "доступ": .genitive,
        "движении": .genitive, "нарушений": .genitive, "разблокировки": .genitive, "учителя": .genitive, "страницу": .genitive,
        "статус": .genitive, "заявки": .genitive, "назначении": .genitive, "стороны": .genitive, "со": .genitive,
    ]

    /// The case of people or of a role after what has been written; `nil` where the form itself says it.
    static func caseAfter(_ words: [String], _ slot: Slot) -> GrammaticalCase? {
        switch slot.kind {
        case .people, .invitee: words.isEmpty ? .nominative : words.last.flatMap { cases[$0] } ?? .accusative
        default: nil
        }
    }

    static let plurals: [String: String] = [
        "is": "are", "has": "have", "member": "members", "participant": "participants", "заблокирован": "заблокированы", "ограничен": "ограничены",
        "ознакомлен": "ознакомлены",
        "извинился": "извинились", "принёс": "принесли", "выбыл": "выбыли", "отчислен": "отчислены", "уволен": "уволены",
        "подтверждён": "подтверждены", "обязан": "обязаны", "состоит": "состоят", "участник": "участники", "ученика": "учеников",
    ]

    /// A duration after a preposition: «на 1 минуту», «не более 1 месяца».
    static func durationText(_ duration: Duration, _ language: Language, _ grammaticalCase: GrammaticalCase) -> String {
        let plain = duration.text[language]
        guard language == .russian else { return plain }
        let table = grammaticalCase == .genitive ? genitives : ["минута": "минуту", "неделя": "неделю"]
        return plain.split(separator: " ").map { table[String($0)] ?? String($0) }.joined(separator: " ")
    }

    private static let genitives = [
        "минута": "минуты", "минуты": "минут", "час": "часа", "часа": "часов",
        "неделя": "недели", "недели": "недель", "день": "дня", "дня": "дней", "месяц": "месяца",
        "месяца": "месяцев", "год": "года", "года": "лет",
    ]
}
