import SfmTerms

/// Says what rules ask of time as parts of a sentence.
public struct TimeProse: Sendable {
    private let language: Language

    public init(_ language: Language) { self.language = language }

    /// "it is a weekend", «дело происходит в выходные».
    public func test(_ test: TimeTest, isDenied: Bool) -> String {
        switch test {
        case .window(let window):
            return language("this is " + (isDenied ? "not " : ""), "это " + (isDenied ? "не " : "") + "происходит ") + self.window(window)
        case .inForce: return CalendarPrinter(language).test(test)
        case .silent(let duration):
            let time = Government.durationText(duration, language, .genitive)
            return language(
                isDenied ? "somebody has written in the chat within " + time : "nobody has written in the chat for " + time,
                isDenied ? "в чате писали в течение последних " + time : "в чате не писали в течение " + time)
        case .under(let years, let ofActor):
            let who = language(ofActor ? "whoever acts" : "the person", ofActor ? "исполнитель" : "лицо")
            return who
                + language(
                    isDenied ? " is not under \(years)" : " is under \(years)", (isDenied ? " не" : "") + " младше \(years) " + CalendarPrinter.years(years))
        }
    }

    /// "on Mondays and Fridays", «по понедельникам и пятницам».
    public func window(_ window: TimeWindow) -> String {
        switch window {
        case .weekdays(let days):
            let words = days.days.map { language(DayWords.name($0, .english) + "s", DayWords.list(WeekdaySet([$0]), .russian)) }
            return language("on ", "по ") + joined(words, language(" and ", " и "))
        case .workingHours(let isInside):
            return language(isInside ? "in working hours" : "outside working hours", isInside ? "в рабочее время" : "вне рабочего времени")
        case .yearly: return CalendarPrinter(language).window(window) + language(" of every year", " каждого года")
        case .until(let instant, let hasTime):
            return language("up to ", "по ") + (hasTime ? instant.text : instant.dayText)
                + language(hasTime ? "" : " inclusive", hasTime ? "" : " включительно")
        case .periods(let names):
            return language("in the period ", "в период ") + joined(names.map { language("“\($0)”", "«\($0)»") }, language(" or ", " или "))
        case .hours, .weekends, .workingDays, .since: return CalendarPrinter(language).window(window)
        }
    }

    /// "every month", "by the end of the quarter".
    func times(_ rule: RuleNode) -> String {
        let printer = CalendarPrinter(language)
        var words: [String] = []
        if let recurrence = rule.time.recurrence { words.append(printer.recurrence(recurrence)) }
        switch rule.time.day {
        case .yearly(let day): words.append(language("on \(DayWords.text(day, .english)) of every year", "\(DayWords.text(day, .russian)) каждого года"))
        case .once(let day): words.append(printer.day(.once(day)))
        case nil: break
        }
        if let term = rule.term { words.append(deadline(term)) }
        return words.map { " " + $0 }.joined()
    }

    /// "by the end of 31.10.2024".
    public func deadline(_ deadline: Deadline) -> String {
        switch deadline {
        case .date(let instant, hasTime: false): language("by \(instant.dayText) inclusive", "до \(instant.dayText) включительно")
        case .endOf(let unit): language("by the end of the \(DayWords.noun(unit).en)", "до конца \(DayWords.noun(unit).genitive)")
        case .endOfPeriod(let name): language("by the end of the period “\(name)”", "до конца периода «\(name)»")
        case .within, .workingDays, .workingMinutes, .clock, .date: CalendarPrinter(language).deadline(deadline)
        }
    }

    private func joined(_ words: [String], _ last: String) -> String {
        words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + last + (words.last ?? "")
    }
}
