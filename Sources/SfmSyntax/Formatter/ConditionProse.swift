import SfmTerms

/// Says the conditions of rules as parts of a sentence.
struct ConditionProse {
    private let rules: RulePrinter
    private var language: Language { rules.forms.language }

    init(_ rules: RulePrinter) { self.rules = rules }

    func text(_ condition: ConditionNode) -> String {
        switch condition {
        case .and(let parts): parts.map(grouped).joined(separator: language(" and ", " и "))
        case .or(let parts): parts.map(grouped).joined(separator: language(" or ", " или "))
        case .not(let inner): denied(inner)
        case .compare(let attribute, let sign, let value, _): compared(attribute, sign, value)
        case .flag(let attribute, _): flag(attribute, isDenied: false)
        case .choice(let attribute, let values, _): chosen(attribute, values, isDenied: false)
        case .role(let attribute, let roles, _): role(attribute, roles, isDenied: false)
        case .inList(let attribute, let name, _): listed(attribute, name, isDenied: false)
        case .missing: ""
        }
    }

    /// In parentheses where it could be read otherwise.
    private func grouped(_ condition: ConditionNode) -> String {
        switch condition {
        case .and, .or: "(" + text(condition) + ")"
        case .not, .compare, .flag, .choice, .role, .inList, .missing: text(condition)
        }
    }

    private func denied(_ condition: ConditionNode) -> String {
        switch condition {
        case .flag(let attribute, _): flag(attribute, isDenied: true)
        case .choice(let attribute, let values, _): chosen(attribute, values, isDenied: true)
        case .role(let attribute, let roles, _): role(attribute, roles, isDenied: true)
        case .inList(let attribute, let name, _): listed(attribute, name, isDenied: true)
        case .and, .or, .not, .compare, .missing: language("it is not so that (", "неверно, что (") + text(condition) + ")"
        }
    }

    // MARK: - Numbers

    /// "there are more than 3 violations", «нарушений более 3»; "the term is at most 1 month", «срок не более 1 месяца».
    private func compared(_ attribute: Attribute, _ sign: Comparison, _ value: ConditionValue) -> String {
        let noun = ChoiceWords.phrase(ChoiceWords.attributes, attribute.rawValue, language)
        switch (language, value) {
        case (.russian, .number(0)) where sign == .equal: return noun + " нет"
        case (.russian, .number(let n)): return "\(noun) \(Self.russian(sign)) \(n)"
        case (.russian, .duration(let duration)): return "\(noun) \(Self.russian(sign)) \(Government.text(duration, .russian, .genitive))"
        case (.english, .number(0)) where sign == .equal: return "there are no \(noun)"
        case (.english, .number(let n)):
            let counted = n == 1 && noun.hasSuffix("s") ? String(noun.dropLast()) : noun
            return (n == 1 ? "there is " : "there are ") + Self.english(sign) + "\(n) \(counted)"
        case (.english, .duration(let duration)):
            return "the \(attribute == .duration ? "term" : noun) is " + Self.english(sign) + duration.text.en
        }
    }

    private static func english(_ sign: Comparison) -> String {
        switch sign {
        case .equal: "exactly "
        case .greater: "more than "
        case .less: "less than "
        case .atLeast: "at least "
        case .atMost: "at most "
        }
    }

    private static func russian(_ sign: Comparison) -> String {
        switch sign {
        case .equal: "равно"
        case .greater: "более"
        case .less: "менее"
        case .atLeast: "не менее"
        case .atMost: "не более"
        }
    }

    // MARK: - Questions of yes or no

    private func flag(_ attribute: Attribute, isDenied: Bool) -> String {
        guard let words = Self.flags[attribute] else {
            let phrase = ChoiceWords.phrase(ChoiceWords.attributes, attribute.rawValue, language)
            return isDenied ? language("it is not so that ", "неверно, что ") + phrase : phrase
        }
        return (isDenied ? words.no : words.yes)[language]
    }

    private static let flags: [Attribute: (yes: Text, no: Text)] = [
        .acknowledged: (
            Text("the person has acknowledged the rules", "лицо ознакомлено с правилами"),
            Text("the person has not acknowledged the rules", "лицо не ознакомлено с правилами")
        ),
        .apologized: (
            Text("the person has apologized", "лицо принесло извинения"), Text("the person has not apologized", "лицо не принесло извинений")
        ),
        .verified: (
            Text("the person's status is confirmed", "статус лица подтверждён"), Text("the person's status is not confirmed", "статус лица не подтверждён")
        ),
        .joined: (Text("the person has joined the school", "лицо состоит в школе"), Text("the person has not joined the school", "лицо не состоит в школе")),
        .departed: (Text("the person has departed", "лицо выбыло"), Text("the person has not departed", "лицо не выбыло")),
        .applicationSubmitted: (Text("the application is submitted", "заявка подана"), Text("the application is not submitted", "заявка не подана")),
        .orderEnclosed: (Text("the application encloses an order", "в заявке есть приказ"), Text("the application encloses no order", "в заявке нет приказа")),
        .questionnaireEnclosed: (
            Text("the application encloses a questionnaire", "в заявке есть анкета"), Text("the application encloses no questionnaire", "в заявке нет анкеты")
        ),
        .phoneGiven: (
            Text("the application gives a phone number", "в заявке есть номер телефона"),
            Text("the application gives no phone number", "в заявке нет номера телефона")
        ),
        .emailGiven: (
            Text("the application gives an e-mail address", "в заявке есть адрес почты"),
            Text("the application gives no e-mail address", "в заявке нет адреса почты")
        ),
        .subjectStated: (Text("a subject is stated", "предмет указан"), Text("no subject is stated", "предмет не указан")),
        .collective: (
            Text("the initiative is that of the teaching staff as a body", "инициатива исходит от педагогического коллектива"),
            Text("the initiative is not that of the teaching staff as a body", "инициатива исходит не от педагогического коллектива")
        ),
        .actorVerified: (
            Text("the status of whoever acts is confirmed", "статус исполнителя подтверждён"),
            Text("the status of whoever acts is not confirmed", "статус исполнителя не подтверждён")
        ),
        .targetIsActor: (
            Text("the person is whoever acts", "лицо — сам исполнитель"), Text("the person is somebody else than who acts", "лицо — не сам исполнитель")
        ),
    ]

    // MARK: - Choices

    private func chosen(_ attribute: Attribute, _ values: [UInt8], isDenied: Bool) -> String {
        let (noun, table): (Text, [ChoiceWords.Entry]) =
            switch attribute {
            case .reason: (Text("the reason is", "причина"), ChoiceWords.reasons)
            case .mood: (Text("the message is", "сообщение"), ChoiceWords.moods)
            default: (Text("the purpose is", "цель использования"), ChoiceWords.purposes)
            }
        let words = values.map { value in
            attribute == .reason && language == .english
                ? Reason(rawValue: value).map(Self.english) ?? "" : ChoiceWords.nominative(table, value)[language]
        }
        let list = words.joined(separator: language(" or ", " или "))
        let joint = isDenied ? language(" not ", attribute == .mood ? " не " : " — не ") : attribute == .mood ? " " : language(" ", " — ")
        return noun[language] + joint + list
    }

    private static func english(_ reason: Reason) -> String {
        switch reason {
        case .rules: "a breaking of the rules"
        case .departure: "departure"
        case .dismissal: "dismissal"
        case .personal: "a personal preference"
        case .other: "another one"
        }
    }

    private func role(_ attribute: Attribute, _ roles: [Role], isDenied: Bool) -> String {
        let noun =
            switch attribute {
            case .role: language("the role given is", "назначаемая роль")
            case .actorRole: language("whoever acts is", "исполнитель")
            default: language("the person is", "лицо")
            }
        let list = roles.map { language(RoleNoun.of($0).withArticle, RoleNoun.of($0).text(.russian)) }.joined(separator: language(" or ", " или "))
        return noun + (isDenied ? language(" not ", " — не ") : language(" ", " — ")) + list
    }

    /// A list's name, or after `=` the one messenger or channel that is meant.
    private func listed(_ attribute: Attribute, _ name: String, isDenied: Bool) -> String {
        let noun = attribute == .channel ? language("the channel is", "канал") : language("the messenger is", "мессенджер")
        if name.hasPrefix("=") {
            let one = language("“\(name.dropFirst())”", "«\(name.dropFirst())»")
            return noun + (isDenied ? language(" not ", " — не ") : language(" ", " — ")) + one
        }
        return noun + (isDenied ? language(" not in the list ", " не из перечня ") : language(" in the list ", " из перечня ")) + name
    }
}

/// Says what a clause states of the platform.
struct StatementProse {
    private let language: Language

    init(_ language: Language) { self.language = language }

    func text(_ s: StatementNode) -> String {
        if s.mechanism == .linksFor { return links(s) }
        // A messenger is named where the sentence ends with it.
        let parts = [audience(s), s.mechanism == .messengerAccess ? "" : messenger(s)].filter { !$0.isEmpty }.joined(separator: " ")
        let named = s.mechanism == .messengerAccess && s.messenger != nil ? " " + messenger(s) : ""
        return text(s.mechanism) + named + (parts.isEmpty ? "" : " (" + parts + ")")
    }

    private func text(_ mechanism: Mechanism) -> String {
        switch mechanism {
        case .closedSpace: language("its space is closed, outsiders have no way in", "её пространство закрыто, посторонним входа нет")
        case .inviteOnly: language("one gets in by invitation only", "войти можно только по приглашению")
        case .ownPhone: language("one signs in by the phone number of the application", "входят по номеру телефона, указанному в заявке")
        case .roleByLink: language("the link by which one joins gives the role", "роль определяет ссылка, по которой вошли")
        case .hiddenPages: language("the pages of participants are hidden", "страницы участников скрыты")
        case .functions: language("it has the functions of the messenger", "в ней доступны функции мессенджера")
        case .messengerAccess: language("it is reached through the messenger", "в неё входят через мессенджер")
        case .linksFor: ""
        case .inForceFromSigning: language("the regulation is in force from its signing", "порядок действует с момента подписания")
        case .registrationByApplication: language("a school is registered by application", "школу регистрируют по заявке")
        }
    }

    private func messenger(_ s: StatementNode) -> String { s.messenger.map { language("“\($0)”", "«\($0)»") } ?? "" }

    /// Of a mechanism that is not about links.
    private func audience(_ s: StatementNode) -> String {
        var words: [String] = []
        if !s.audience.isEmpty { words.append(language("for ", "для ") + roles(s.audience, .genitive)) }
        if !s.from.isEmpty { words.append(language("from ", "от ") + roles(s.from, .genitive)) }
        if let role = s.role { words.append(language("as ", "в роли ") + roles([role], .genitive)) }
        if !s.places.isEmpty { words.append(language("to ", "в ") + places(s.places)) }
        return words.joined(separator: ", ")
    }

    private func roles(_ roles: [Role], _ grammaticalCase: GrammaticalCase) -> String {
        let words = roles.map { role in
            (language == .english && role != .anyone ? "the " : "") + RoleNoun.of(role).text(language, grammaticalCase)
        }
        return words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + language(" or ", " или ") + (words.last ?? "")
    }

    private func places(_ places: [PlaceKind]) -> String {
        let words = places.map { place in
            switch place {
            case .chat: language("a chat", "чат")
            case .group: language("a group", "группу")
            case .school: language("the school", "школу")
            case .staffRoom: language("the staff room", "учительскую")
            case .channel: language("a channel", "канал")
            }
        }
        return words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + language(" or ", " или ") + (words.last ?? "")
    }

    /// «ссылка для ученика ведёт в чат и создаётся учителем».
    private func links(_ s: StatementNode) -> String {
        var does: [String] = []
        if !s.places.isEmpty { does.append(language("leads to ", "ведёт в ") + places(s.places)) }
        if !s.from.isEmpty { does.append(language("is made by ", "создаётся ") + roles(s.from, .instrumental)) }
        if let role = s.role { does.append(language("gives the role of ", "даёт роль ") + RoleNoun.of(role).text(language, .genitive)) }
        if let messenger = s.messenger { does.append(language("is of the messenger “\(messenger)”", "относится к мессенджеру «\(messenger)»")) }
        let whole = does.count < 2 ? does.joined() : does.dropLast().joined(separator: ", ") + language(" and ", " и ") + (does.last ?? "")
        let link = language("a link", "ссылка") + (s.audience.isEmpty ? "" : language(" for ", " для ") + roles(s.audience, .genitive))
        return whole.isEmpty ? language("there is ", "есть ") + link : link + " " + whole
    }
}
