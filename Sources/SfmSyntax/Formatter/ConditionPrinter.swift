import SfmTerms

/// Writes the conditions of rules in either language.
struct ConditionPrinter {
    private let rules: RulePrinter
    private var language: Language { rules.forms.language }

    init(_ rules: RulePrinter) { self.rules = rules }

    func text(_ condition: ConditionNode) -> String {
        switch condition {
        case .and(let parts): return parts.map(grouped).joined(separator: language(" and ", " и "))
        case .or(let parts): return parts.map { if case .or = $0 { grouped($0) } else { text($0) } }.joined(separator: language(" or ", " или "))
        case .not(let inner): return denied(inner)
        case .compare(let attribute, let sign, let value, _): return compared(attribute, sign, value)
        case .flag(let attribute, _): return flag(attribute, negated: false)
        case .choice(let attribute, let values, _): return chosen(attribute, values, negated: false)
        case .role(let attribute, let roles, _): return role(attribute, roles, negated: false)
        case .inList(let attribute, let name, _): return listed(attribute, name, negated: false)
        case .missing: return ""
        }
    }

    /// In parentheses where it would fall apart.
    private func grouped(_ condition: ConditionNode) -> String {
        switch condition {
        case .and, .or: "(" + text(condition) + ")"
        default: text(condition)
        }
    }

    private func denied(_ condition: ConditionNode) -> String {
        switch condition {
        case .flag(let attribute, _): flag(attribute, negated: true)
        case .choice(let attribute, let values, _): chosen(attribute, values, negated: true)
        case .role(let attribute, let roles, _): role(attribute, roles, negated: true)
        case .inList(let attribute, let name, _): listed(attribute, name, negated: true)
        case .and, .or, .not, .compare, .missing: language("not (", "не (") + text(condition) + ")"
        }
    }

    private func compared(_ attribute: Attribute, _ sign: Comparison, _ value: ConditionValue) -> String {
        let noun = ChoiceWords.phrase(ChoiceWords.attributes, attribute.rawValue, language)
        if language == .russian, case .number(0) = value, sign == .equal { return noun + " нет" }
        let amount =
            switch value {
            case .number(let n): String(n)
            case .duration(let duration): Government.text(duration, language, .genitive)
            }
        let signs = ["равно", "более", "менее", "не менее", "не более"]
        return [noun, language(sign.sign, signs[Int(sign.rawValue)]), amount].joined(separator: " ")
    }

    private func flag(_ attribute: Attribute, negated: Bool) -> String {
        if let item = Self.enclosed[attribute] {
            return negated
                ? language("application has no ", "в заявке нет ") + item.1[language] : language("application has ", "в заявке есть ") + item.0[language]
        }
        let (before, after) = Self.flags[attribute] ?? (Text("", ""), Text(same: ChoiceWords.phrase(ChoiceWords.attributes, attribute.rawValue, language)))
        return [before[language], negated ? language("not", "не") : "", after[language]].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What an application encloses; with `no` Russian needs the genitive.
    private static let enclosed: [Attribute: (Text, Text)] = [
        .orderEnclosed: (Text("order", "приказ"), Text("order", "приказа")),
        .questionnaireEnclosed: (Text("questionnaire", "анкета"), Text("questionnaire", "анкеты")),
        .phoneGiven: (Text("phone", "номер"), Text("phone", "номера")),
        .emailGiven: (Text("email", "почта"), Text("email", "почты")),
    ]

    /// What stands before and after `not`.
    private static let flags: [Attribute: (Text, Text)] = [
        .acknowledged: (Text("target has", "лицо"), Text("acknowledged the rules", "ознакомлено с правилами")),
        .apologized: (Text("target has", "лицо"), Text("apologized", "принесло извинения")),
        .verified: (Text("target is", "лицо"), Text("verified", "подтверждено")),
        .joined: (Text("target has", "лицо"), Text("joined", "состоит в школе")),
        .departed: (Text("target has", "лицо"), Text("departed", "выбыло")),
        .applicationSubmitted: (Text("application is", "заявка"), Text("submitted", "подана")),
        .actorVerified: (Text("actor is", "исполнитель"), Text("verified", "подтверждён")),
        .subjectStated: (Text("subject is", "предмет"), Text("stated", "указан")),
        .collective: (Text("initiative is", "инициатива"), Text("collective", "коллектива")),
        .targetIsActor: (Text("target is", "лицо —"), Text("actor", "исполнитель")),
    ]

    private func chosen(_ attribute: Attribute, _ values: [UInt8], negated: Bool) -> String {
        let (noun, table): (Text, [ChoiceWords.Entry]) =
            switch attribute {
            case .reason: (Text("reason is", "причина"), ChoiceWords.reasons)
            case .mood: (Text("message is", "сообщение"), ChoiceWords.moods)
            default: (Text("purpose is", "цель использования"), ChoiceWords.purposes)
            }
        let phrases = values.map { ChoiceWords.nominative(table, $0)[language] }
        let list = phrases.joined(separator: language(" or ", " или "))
        return noun[language] + (negated ? language(" not ", " не ") : attribute == .mood ? " " : language(" ", " — ")) + list
    }

    private func role(_ attribute: Attribute, _ roles: [Role], negated: Bool) -> String {
        let noun =
            switch attribute {
            case .role: language("role is", "роль")
            case .actorRole: language("actor is", "исполнитель")
            default: language("target is", "лицо")
            }
        let joint = negated ? language(" not ", " не ") : language(" ", " — ")
        return noun + joint + rules.roles(roles, .nominative, or: true)
    }

    /// A list's name, or after `=` the one messenger or channel that is meant.
    private func listed(_ attribute: Attribute, _ name: String, negated: Bool) -> String {
        let subject = attribute == .channel ? language("channel is", "канал") : language("messenger is", "мессенджер")
        let noun = subject + (negated ? language(" not", " не") : "")
        if name.hasPrefix("=") { return noun + " " + FormPrinter.source(String(name.dropFirst())) }
        return noun + language(" in list ", " в перечне ") + name
    }
}
