import SfmTerms

extension RulePrinter {
    /// How often, on which day and until when: ` every month`, or where a length is asked for ` within 2 working days`.
    func times(_ rule: RuleNode, isLength: Bool) -> String {
        let printer = CalendarPrinter(language)
        var words: [String] = []
        if !isLength {
            if let recurrence = rule.time.recurrence { words.append(printer.recurrence(recurrence)) }
            if let day = rule.time.day { words.append(printer.day(day)) }
        }
        if let term = rule.term, term.isLength == isLength { words.append(printer.deadline(term)) }
        return words.map { " " + $0 }.joined()
    }

    /// «каждый работник», «каждая администрация».
    func each(_ subject: RuleSubject) -> String {
        guard language == .russian, case .roles(let roles) = subject, roles.first == .administration else { return language("each", "каждый") }
        return "каждая"
    }
}
