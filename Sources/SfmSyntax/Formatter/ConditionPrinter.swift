import SfmTerms

/// Writes the conditions of rules in either language.
struct ConditionPrinter {
    private let rules: RulePrinter
    private var language: Language { rules.forms.language }

    init(_ rules: RulePrinter) { self.rules = rules }

    func condition(_ condition: ConditionNode) -> String {
        switch condition {
        case .and(let parts): return parts.map(grouped).joined(separator: language(" and ", " и "))
        case .or(let parts): return parts.map { if case .or = $0 { grouped($0) } else { self.condition($0) } }.joined(separator: language(" or ", " или "))
        case .not(let inner): return denied(inner)
        case .test(let attribute, let operand, _): return test(attribute, operand, negated: false)
        case .time(let asked, _): return CalendarPrinter(language).test(asked)
        case .missing: return ""
        }
    }

    /// In parentheses where it would fall apart.
    private func grouped(_ condition: ConditionNode) -> String {
        switch condition {
        case .and, .or: "(" + self.condition(condition) + ")"
        default: self.condition(condition)
        }
    }

    private func denied(_ condition: ConditionNode) -> String {
        switch condition {
        case .time(let asked, _): CalendarPrinter(language).denial(asked) ?? language("not (", "не (") + self.condition(condition) + ")"
        case .test(_, .count, _), .test(_, .counted, _), .test(_, .majority, _), .test(_, .term, _), .and, .or, .not, .missing:
            language("not (", "не (") + self.condition(condition) + ")"
        case .test(let attribute, let operand, _): test(attribute, operand, negated: true)
        }
    }

    private func test(_ attribute: AttributeID, _ operand: OperandNode, negated: Bool) -> String {
        let forms = rules.forms.grammar[attribute]
        switch (forms.written, operand) {
        case (.flag(let answers, _), .flag): return (negated ? answers.no : answers.yes)[language]
        case (.choice(let choice), .choice(let values)): return chosen(choice, values, negated: negated)
        case (.roles(let subject, _, _), .roles(let roles)):
            if case .many = forms.rolesAre {
                let introduced = negated ? AttributeForms.denied(subject[language], language) : subject[language]
                return introduced + " " + rules.roles(roles, forms.rolesAre, or: true)
            }
            // «Лицо участник» is a member of the chat.
            let isAmbiguous = language == .russian && forms.readAs == .targetIsRole && roles.contains(.participant)
            let words = isAmbiguous ? roles.map { $0 == .participant ? "участник школы" : rules.roles([$0], .nominative) }.joined(separator: " или ") : nil
            return subject[language] + joint(negated) + (words ?? rules.roles(roles, forms.rolesAre, or: true))
        case (.name(let subject, _), .name(let name)): return subject[language] + not(negated) + " " + rules.quoted(name)
        case (.name(let subject, _), .list(let name)): return subject[language] + not(negated) + language(" in list ", " в перечне ") + name
        case (_, .counted(let count, _, let n)) where forms.readAs == .rate:
            return rateText(count, n)
        case (_, .counted(let count, let sign, let n)):
            let noun = rules.counted(count, forms.name)
            return compared(Text(same: noun), sign, String(n))
        case (_, .majority(let answer, let poll)):
            let (answer, poll) = (rules.quoted(answer), rules.quoted(poll))
            return language("\(answer) in poll \(poll) has more than half of the members", "за ответ \(answer) в опросе \(poll) более половины участников")
        case (_, .consent(let consent)): return rules.consent(consent, negated)
        case (.word(let answers, _), .words(let words)):
            return (negated ? answers.no : answers.yes)[language] + " " + words.map(rules.quoted).joined(separator: language(" or ", " или "))
        case (.count, .count(.greater, let n)) where forms.readAs == .textIsLonger:
            return language("text is longer than \(n)", "текст длиннее \(n) знаков")
        case (_, .count(let sign, let n)): return compared(forms.name, sign, n == 0 && sign == .equal ? nil : String(n))
        case (_, .term(let sign, let duration)): return compared(forms.name, sign, Government.durationText(duration, language, .genitive))
        // The parser reads nothing else.
        case (.flag, _), (.count, _), (.term, _), (.choice, _), (.roles, _), (.name, _), (.word, _): return forms.name[language]
        }
    }

    /// "violations > 3", «нарушений более 3»; none at all where no amount is given.
    private func compared(_ noun: Text, _ sign: Comparison, _ amount: String?) -> String {
        guard let amount else { return language(noun.en + " = 0", noun.ru + " нет") }
        let signs = ["равно", "более", "менее", "не менее", "не более"]
        return [noun[language], language(sign.sign, signs[Int(sign.rawValue)]), amount].joined(separator: " ")
    }

    private func chosen(_ choice: AttributeForms.Choice, _ values: [UInt8], negated: Bool) -> String {
        let list = values.map { ChoiceWords.nominative(choice.table, $0)[language] }.joined(separator: language(" or ", " или "))
        return choice.rule[language] + (choice.isAdjective || negated ? not(negated) + " " : joint(negated)) + list
    }

    /// What is counted by the rule itself.
    private func rateText(_ count: CountNode, _ n: Int) -> String {
        let period = RatePeriod.allCases.first { $0.window == count.window } ?? .day
        return language("done more than ", "чаще ") + period.often(n)[language]
    }

    private func not(_ negated: Bool) -> String { negated ? language(" not", " не") : "" }

    private func joint(_ negated: Bool) -> String { negated ? not(true) + " " : language(" ", " — ") }
}
