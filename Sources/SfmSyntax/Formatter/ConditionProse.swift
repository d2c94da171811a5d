import SfmTerms

/// Says the conditions of rules as parts of a sentence.
struct ConditionProse {
    private let rules: RulePrinter
    private var language: Language { rules.forms.language }

    init(_ rules: RulePrinter) { self.rules = rules }

    func prose(_ condition: ConditionNode) -> String {
        switch condition {
        case .and(let parts): parts.map(grouped).joined(separator: language(" and ", " и "))
        case .or(let parts): parts.map(grouped).joined(separator: language(" or ", " или "))
        case .not(let inner): denied(inner)
        case .test(let attribute, let operand, _): test(attribute, operand, isDenied: false)
        case .time(let asked, _): TimeProse(language).test(asked, isDenied: false)
        case .missing: ""
        }
    }

    /// In parentheses where it could be read otherwise.
    private func grouped(_ condition: ConditionNode) -> String {
        switch condition {
        case .and, .or: "(" + prose(condition) + ")"
        case .not, .test, .time, .missing: prose(condition)
        }
    }

    private func denied(_ condition: ConditionNode) -> String {
        switch condition {
        case .time(let asked, _): TimeProse(language).test(asked, isDenied: true)
        case .test(_, .count, _), .test(_, .counted, _), .test(_, .majority, _), .test(_, .term, _), .and, .or, .not, .missing:
            language("it is not so that (", "неверно, что (") + prose(condition) + ")"
        case .test(let attribute, let operand, _): test(attribute, operand, isDenied: true)
        }
    }

    private func test(_ attribute: AttributeID, _ operand: OperandNode, isDenied: Bool) -> String {
        let forms = rules.forms.grammar[attribute]
        switch (forms.written, operand) {
        case (.flag(_, let answers), .flag): return (isDenied ? answers.no : answers.yes)[language]
        case (.choice(let choice), .choice(let values)): return chosen(choice, values, isDenied)
        case (.roles(_, let subject, _), .roles(let roles)):
            if case .many = forms.rolesAre {
                let introduced = isDenied ? AttributeForms.denied(subject[language], language) : subject[language]
                return introduced + " " + rules.roles(roles, forms.rolesAre, or: true)
            }
            let nouns = roles.map { language(RoleNoun.of($0).withArticle, RoleNoun.of($0).inflected(.russian)) }
            return subject[language] + joint(isDenied) + nouns.joined(separator: language(" or ", " или "))
        case (.name(_, let subject), .name(let name)): return subject[language] + joint(isDenied) + language("“\(name)”", "«\(name)»")
        case (.name(_, let subject), .list(let name)):
            return subject[language] + (isDenied ? language(" not in the list ", " не из перечня ") : language(" in the list ", " из перечня ")) + name
        case (_, .counted(let count, _, let n)) where forms.readAs == .rate:
            let period = RatePeriod.allCases.first { $0.window == count.window } ?? .day
            return language("that is done more than ", "это делается чаще ") + period.often(n)[language]
        case (_, .counted(let count, let sign, let n)): return counted(Text(same: rules.counted(count, forms.name)), sign, n)
        case (_, .majority(let answer, let poll)):
            return language(
                "more than half of the members are for “\(answer)” in the poll “\(poll)”", "за ответ «\(answer)» в опросе «\(poll)» более половины участников")
        case (_, .consent(let consent)):
            let given = isDenied ? language("there is no consent of ", "нет согласия ") : language("there is the consent of ", "есть согласие ")
            return given + rules.whose(consent, quoted: rules.spokenRole)
        case (.word(_, let answers), .words(let words)):
            return (isDenied ? answers.no : answers.yes)[language] + " "
                + words.map { language("“\($0)”", "«\($0)»") }.joined(separator: language(" or ", " или "))
        case (.count, .count(.greater, let n)) where forms.readAs == .textIsLonger:
            return language("the text is longer than \(n) characters", "текст длиннее \(n) знаков")
        case (_, .count(let sign, let n)): return counted(forms.name, sign, n)
        case (.term(let noun), .term(let sign, let duration)):
            return language(
                "the \(noun.en) is " + Self.english(sign) + duration.text.en,
                "\(noun.ru) \(Self.russian(sign)) " + Government.durationText(duration, .russian, .genitive))
        // The parser reads nothing else.
        case (.flag, _), (.count, _), (.term, _), (.choice, _), (.roles, _), (.name, _), (.word, _): return forms.name[language]
        }
    }

    // MARK: - Numbers

    /// "there are more than 3 violations", «нарушений более 3».
    private func counted(_ noun: Text, _ sign: Comparison, _ n: Int) -> String {
        if n == 0, sign == .equal { return language("there are no \(noun.en)", noun.ru + " нет") }
        let english = n == 1 && noun.en.hasSuffix("s") ? String(noun.en.dropLast()) : noun.en
        return language((n == 1 ? "there is " : "there are ") + Self.english(sign) + "\(n) \(english)", "\(noun.ru) \(Self.russian(sign)) \(n)")
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

    // MARK: - Choices

    private func chosen(_ choice: AttributeForms.Choice, _ values: [UInt8], _ isDenied: Bool) -> String {
        let words = values.map { value in
            language == .english ? choice.english?(value) ?? ChoiceWords.nominative(choice.table, value).en : ChoiceWords.nominative(choice.table, value).ru
        }
        let list = words.joined(separator: language(" or ", " или "))
        guard choice.isAdjective else { return choice.sentence[language] + joint(isDenied) + list }
        return choice.sentence[language] + (isDenied ? language(" not ", " не ") : " ") + list
    }

    private func joint(_ isDenied: Bool) -> String { isDenied ? language(" not ", " — не ") : language(" ", " — ") }
}

/// Says what a clause states of the platform.
struct StatementProse {
    private let language: Language

    init(_ language: Language) { self.language = language }

    func prose(_ s: StatementNode) -> String {
        if s.mechanism == .linksFor { return links(s) }
        if s.mechanism == .membersFollow {
            let who = s.audience.isEmpty ? language("everybody", "все") : language("all ", "все ") + many(s.audience, .nominative)
            let chats = s.from.isEmpty ? language("its chats", "её чатах") : language("its chat for ", "её чате для ") + many(s.from, .genitive)
            var further = s
            (further.audience, further.from) = ([], [])
            let rest = [audience(further), messenger(further)].filter { !$0.isEmpty }.joined(separator: " ")
            return who + language(" of a group are in ", " группы состоят в ") + chats + (rest.isEmpty ? "" : " (" + rest + ")")
        }
        // A messenger is named where the sentence ends with it.
        let parts = [audience(s), s.mechanism == .messengerAccess ? "" : messenger(s)].filter { !$0.isEmpty }.joined(separator: " ")
        let named = s.mechanism == .messengerAccess && s.messenger != nil ? " " + messenger(s) : ""
        return mechanismProse(s.mechanism) + named + (parts.isEmpty ? "" : " (" + parts + ")")
    }

    private func mechanismProse(_ mechanism: Mechanism) -> String {
        switch mechanism {
        case .closedSpace: language("its space is closed, outsiders have no way in", "её пространство закрыто, посторонним входа нет")
        case .inviteOnly: language("one gets in by invitation only", "войти можно только по приглашению")
        case .ownPhone: language("one signs in by the phone number of the application", "входят по номеру телефона, указанному в заявке")
        case .roleByLink: language("the link by which one joins gives the role", "роль определяет ссылка, по которой вошли")
        case .hiddenPages: language("the pages of participants are hidden", "страницы участников скрыты")
        case .functions: language("it has the functions of the messenger", "в ней доступны функции мессенджера")
        case .messengerAccess: language("it is reached through the messenger", "в неё входят через мессенджер")
        case .linksFor, .membersFollow: ""
        case .inForceFromSigning: language("the regulation is in force from its signing", "порядок действует с момента подписания")
        case .registrationByApplication: language("a school is registered by application", "школу регистрируют по заявке")
        }
    }

    private func many(_ roles: [Role], _ grammaticalCase: GrammaticalCase) -> String {
        roles.map { RoleNoun.of($0).inflected(language, plural: true, grammaticalCase) }.joined(separator: language(" and ", " и "))
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
            (language == .english && role != .anyone ? "the " : "") + RoleNoun.of(role).inflected(language, grammaticalCase)
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
        if let role = s.role { does.append(language("gives the role of ", "даёт роль ") + RoleNoun.of(role).inflected(language, .genitive)) }
        if let messenger = s.messenger { does.append(language("is of the messenger “\(messenger)”", "относится к мессенджеру «\(messenger)»")) }
        let whole = does.count < 2 ? does.joined() : does.dropLast().joined(separator: ", ") + language(" and ", " и ") + (does.last ?? "")
        let link = language("a link", "ссылка") + (s.audience.isEmpty ? "" : language(" for ", " для ") + roles(s.audience, .genitive))
        return whole.isEmpty ? language("there is ", "есть ") + link : link + " " + whole
    }
}
