import SfmTerms

/// Says the conditions of rules as parts of a sentence.
struct ConditionProse {
    private let prose: ProsePrinter
    private var rules: RulePrinter { prose.rules }
    private var language: Language { rules.forms.language }

    init(_ prose: ProsePrinter) { self.prose = prose }

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
        // Several that are denied are joined as well.
        case .not(.and(let parts)) where parts.count > 1, .not(.or(let parts)) where parts.count > 1: "(" + prose(condition) + ")"
        case .not(.not): "(" + prose(condition) + ")"
        case .not, .test, .time, .missing: prose(condition)
        }
    }

    private func denied(_ condition: ConditionNode) -> String {
        switch condition {
        case .time(.window(.workingHours(let isInside)), _): return TimeProse(language).test(.window(.workingHours(inside: !isInside)), isDenied: false)
        case .time(let asked, _): return TimeProse(language).test(asked, isDenied: true)
        // What both must not be is one or the other that is not.
        case .and(let parts) where parts.count == 1, .or(let parts) where parts.count == 1: return denied(parts[0])
        case .and(let parts): return parts.map(groupedDenial).joined(separator: language(" or ", " или "))
        case .or(let parts): return parts.map(groupedDenial).joined(separator: language(" and ", " и "))
        case .test(let attribute, .count(let sign, let n), let span) where rules.forms.grammar[attribute].readAs != .textIsLonger:
            if let opposite = sign.opposite { return prose(.test(attribute, .count(opposite, n), span)) }
        case .test(let attribute, .counted(let count, let sign, let n), let span) where rules.forms.grammar[attribute].readAs != .rate:
            if let opposite = sign.opposite { return prose(.test(attribute, .counted(count, opposite, n), span)) }
        case .test(_, .count, _), .test(_, .counted, _), .test(_, .term, _), .not, .missing: break
        case .test(let attribute, let operand, _): return test(attribute, operand, isDenied: true)
        }
        return language("it is not so that ", "неверно, что ") + grouped(condition)
    }

    private func groupedDenial(_ condition: ConditionNode) -> String {
        switch condition {
        case .and(let parts) where parts.count > 1, .or(let parts) where parts.count > 1: "(" + denied(condition) + ")"
        case .and, .or, .not, .test, .time, .missing: denied(condition)
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
                guard isDenied, roles.count > 1, let preposition = subject[language].split(separator: " ").last else {
                    return introduced + " " + rules.roles(roles, forms.rolesAre, or: true)
                }
                let all = roles.map { rules.roles([$0], forms.rolesAre) }
                return introduced + " " + all.joined(separator: language(" nor \(preposition) ", " и не \(preposition) "))
            }
            let nouns = roles.map { language(RoleNoun.of($0).withArticle, RoleNoun.of($0).inflected(.russian)) }
            return one(of: nouns, subject[language], isDenied)
        case (.name(_, let subject), .name(let name)): return subject[language] + joint(isDenied) + language("“\(name)”", "«\(name)»")
        case (.name(_, let subject), .list(let name)):
            return subject[language] + (isDenied ? language(" not in the list ", " не из перечня ") : language(" in the list ", " из перечня ")) + name
        case (_, .counted(let count, _, let n)) where forms.readAs == .rate:
            let period = RatePeriod.allCases.first { $0.window == count.window } ?? .day
            return language("that is done more than ", "это делается чаще ") + period.often(n)[language]
        case (_, .counted(let count, let sign, let n)): return counted(count, forms.name, sign, n)
        case (_, .majority(let answer, let poll)):
            return language(
                (isDenied ? "no more" : "more") + " than half of the members are for “\(answer)” in the poll “\(poll)”",
                "за ответ «\(answer)» в опросе «\(poll)» \(isDenied ? "не более" : "более") половины участников")
        case (_, .consent(let consent)):
            let given = isDenied ? language("there is no consent of ", "нет согласия ") : language("there is the consent of ", "есть согласие ")
            return given + prose.whose(consent)
        case (.word(_, let answers), .words(let words)):
            let lead = (isDenied ? answers.no : answers.yes)[language]
            let isRole = forms.readAs == .actorHolds || forms.readAs == .targetHolds
            let all = words.map { language((isRole ? "the " : "") + "“\($0)”", "«\($0)»") }
            let last = !isDenied ? " или " : lead.hasSuffix(" не") || lead.hasSuffix(" не вида") ? " и не " : " и "
            return lead + " " + all.joined(separator: language(" or ", last))
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
        if n == 0, sign == .equal { return language("there are no \(Self.inSentence(noun.en))", noun.ru + " нет") }
        var words = Self.inSentence(noun.en).split(separator: " ").map(String.init)
        // "Members of the chat", of one "member of the chat".
        if n == 1, words.first?.hasSuffix("s") ?? false { words[0].removeLast() }
        let number = (sign == .less ? "fewer than " : Self.english(sign)) + "\(n) " + words.joined(separator: " ")
        return language((n == 1 ? "there is " : "there are ") + number, "\(noun.ru) \(Self.russian(sign)) \(n)")
    }

    private static func inSentence(_ noun: String) -> String { noun.hasSuffix(" of chat") ? noun.dropLast(4) + "the chat" : noun }

    /// "there are at least 2 violations of the kind “spam” in 1 month"; of acts that no noun names, how often they were done.
    private func counted(_ count: CountNode, _ noun: Text, _ sign: Comparison, _ n: Int) -> String {
        var words: [String] = []
        let kinds = count.kinds.map(rules.quoted).joined(separator: language(" or ", " или "))
        if !kinds.isEmpty { words.append(language("of the kind ", "вида ") + kinds) }
        if count.act == nil, count.ofActor, language == .english { words.append(count.isDone ? "by whoever acts" : "of whoever acts") }
        if count.inChat { words.append(language("in the chat", "в этом чате")) }
        if let window = count.window { words.append(self.window(window)) }
        let behind = words.isEmpty ? "" : " " + words.joined(separator: " ")
        guard let act = count.act else {
            let whose = count.ofActor ? language("", "у исполнителя ") : ""
            let told = counted(Text(noun.en + " \u{1}", noun.ru + behind), sign, n)
            return language(told.replacingMark(with: behind), whose + told)
        }
        let deed = act.word.map(rules.quoted) ?? rules.quoted(rules.heads([act], perfective: true))
        let isEvent = prose.isEvent(act)
        let (times, howOften) = (n == 1 ? "time" : "times", often(sign, n))
        let fewer = sign == .less ? "fewer than " : Self.english(sign)
        let kind = isEvent ? "событие" : "действие"
        if count.ofActor {
            let did =
                count.isDone ? language("whoever acts has done ", "исполнитель совершил ") : language("whoever acts has met with ", "с исполнителем случилось ")
            return language(did + "\(deed) \(fewer)\(n) \(times)\(behind)", "\(did)\(kind) \(deed)\(behind) \(howOften)")
        }
        let happened = isEvent ? "случилось с лицом" : "совершено в отношении лица"
        return language(
            "\(deed) has \(isEvent ? "happened" : "been done") to the person \(fewer)\(n) \(times)\(behind)",
            "\(kind) \(deed) \(happened)\(behind) \(howOften)")
    }

    /// «за 1 неделю», «в этом учебном году».
    private func window(_ window: CountWindow) -> String {
        guard case .last(let duration) = window else { return window.words[language] }
        return language("in ", "за ") + Government.durationText(duration, language, .accusative)
    }

    /// «не менее 2 раз», «ровно 3 раза», «ни разу».
    private func often(_ sign: Comparison, _ n: Int) -> String {
        if sign == .equal, n == 0 { return "ноль раз" }
        let isOne = n % 10 == 1 && n % 100 != 11
        let isFew = (2...4).contains(n % 10) && !(12...14).contains(n % 100)
        if sign == .equal { return "ровно \(n) \(isFew ? "раза" : "раз")" }
        return "\(Self.russian(sign)) \(n) \(isOne ? "раза" : "раз")"
    }

    /// "neither a teacher nor a director", «— не учитель и не директор».
    private func one(of words: [String], _ subject: String, _ isDenied: Bool, dash: Bool = true) -> String {
        guard isDenied else { return subject + (dash ? joint(false) : " ") + words.joined(separator: language(" or ", " или ")) }
        if language == .english { return subject + (words.count > 1 ? " neither " : " not ") + words.joined(separator: " nor ") }
        return subject + (dash ? " — не " : " не ") + words.joined(separator: " и не ")
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
        return one(of: words, choice.sentence[language], isDenied, dash: !choice.isAdjective)
    }

    private func joint(_ isDenied: Bool) -> String { isDenied ? language(" not ", " — не ") : language(" ", " — ") }
}

extension String {
    /// With what stands where a noun was left open.
    fileprivate func replacingMark(with text: String) -> String {
        guard let mark = firstIndex(of: "\u{1}") else { return self }
        return String(self[..<mark].dropLast()) + text + self[index(after: mark)...]
    }
}

extension Comparison {
    /// What is so where this is not; of "exactly" there is none.
    fileprivate var opposite: Comparison? {
        switch self {
        case .equal: nil
        case .greater: .atMost
        case .less: .atLeast
        case .atLeast: .less
        case .atMost: .greater
        }
    }
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
