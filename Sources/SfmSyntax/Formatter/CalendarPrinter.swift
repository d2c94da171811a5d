import SfmTerms

/// Writes calendars, windows and terms in either language.
public struct CalendarPrinter: Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    // MARK: - Lines

    public func line(_ line: CalendarLine) -> String {
        switch line {
        case .workingDays(let days, let hours):
            let words = [Keyword.workingDays.phrase(language), days.map { DayWords.ranges($0, language) }, hours.map(range)]
            return words.compactMap { $0 }.joined(separator: " ")
        case .daysOff(let ranges): return Keyword.daysOff.phrase(language) + " " + self.ranges(ranges)
        case .alsoWorking(let ranges): return Keyword.alsoWorking.phrase(language) + " " + self.ranges(ranges)
        case .period(let name, let ranges): return Keyword.period.phrase(language) + " " + FormPrinter.source(name) + " " + self.ranges(ranges)
        case .schoolYear(let from, let to): return Keyword.schoolYear.phrase(language) + " " + yearly(from, to)
        case .inForce(let from, let to): return Keyword.inForce.phrase(language) + " " + dates(from, to)
        }
    }

    /// `from 8:00 to 18:00`, «с 8:00 до 18:00».
    public func range(_ hours: ClockRange) -> String { language("from ", "с ") + hours.from.text + language(" to ", " до ") + hours.to.text }

    public func ranges(_ ranges: [DayRange]) -> String {
        ranges.map { $0.first == $0.last ? Self.day($0.first) : Self.day($0.first) + "–" + Self.day($0.last) }.joined(separator: ", ")
    }

    /// The name of a day of the week.
    public static func weekday(of day: Int64) -> Text {
        let weekday = Instant.weekday(of: day)
        return Text(DayWords.name(weekday, .english), DayWords.name(weekday, .russian))
    }

    static func day(_ number: Int64) -> String { Instant(day: number).dayText }

    /// `from 1 June to 31 August`.
    func yearly(_ from: YearDay, _ to: YearDay) -> String {
        language("from ", "с ") + DayWords.text(from, language) + language(" to ", " по ") + DayWords.text(to, language)
    }

    /// `from 01.09.2024 to 31.08.2025`; one end may be open.
    public func dates(_ from: Int64?, _ to: Int64?) -> String {
        [from.map { language("from ", "с ") + Self.day($0) }, to.map { language("to ", "по ") + Self.day($0) }].compactMap { $0 }.joined(separator: " ")
    }

    // MARK: - When a rule speaks

    /// As rules have it: `on weekends`, «по понедельникам».
    public func window(_ window: TimeWindow) -> String {
        switch window {
        case .hours(let hours): range(hours)
        case .weekends: language("on weekends", "в выходные")
        case .workingDays: language("on working days", "в рабочие дни")
        case .weekdays(let days): language("on ", "по ") + DayWords.list(days, language)
        case .workingHours(inside: true): language("in working hours", "в рабочее время")
        case .workingHours(inside: false): language("outside working hours", "вне рабочего времени")
        case .yearly(let from, let to): yearly(from, to)
        case .since(let instant, let hasTime): language("from ", "с ") + (hasTime ? instant.text : instant.dayText)
        case .until(let instant, let hasTime): language("to ", "по ") + (hasTime ? instant.text : instant.dayText)
        case .periods(let names): language("in ", "в период ") + names.map(FormPrinter.source).joined(separator: ", ")
        }
    }

    /// As a condition: `on weekends`, `chat is silent for 6 months`.
    public func test(_ test: TimeTest) -> String {
        switch test {
        case .window(let window): self.window(window)
        case .inForce(let from, let to): language("the policy is in force ", "порядок действует ") + dates(from, to)
        case .silent(let duration): language("chat is silent for ", "в чате тишина ") + Government.durationText(duration, language, .accusative)
        case .under(let years, let ofActor):
            language((ofActor ? "actor" : "target") + " is under \(years)", (ofActor ? "исполнитель" : "лицо") + " младше \(years) " + Self.years(years))
        }
    }

    /// The same denied, where one word does it; `nil` where it takes brackets.
    func denial(_ test: TimeTest) -> String? {
        guard case .under(let years, let ofActor) = test else { return nil }
        return language(
            (ofActor ? "actor" : "target") + " is not under \(years)", (ofActor ? "исполнитель" : "лицо") + " не младше \(years) " + Self.years(years))
    }

    /// «младше 21 года», «младше 14 лет».
    static func years(_ n: Int) -> String { n % 10 == 1 && n % 100 != 11 ? "года" : "лет" }

    // MARK: - Terms

    /// `within 2 working days`, «до конца недели».
    public func deadline(_ deadline: Deadline) -> String {
        switch deadline {
        case .within(let duration): language("within ", "в течение ") + Government.durationText(duration, language, .genitive)
        case .workingDays(let n): language("within ", "в течение ") + working(n, .day, .genitive)
        case .workingMinutes(let n): language("within ", "в течение ") + workingTime(n, .genitive)
        case .clock(let time): language("by ", "до ") + time.text
        case .date(let instant, let hasTime): language("by ", "до ") + (hasTime ? instant.text : instant.dayText)
        case .endOf(let unit): language("by end of " + DayWords.noun(unit).en, "до конца " + DayWords.noun(unit).genitive)
        case .endOfPeriod(let name): language("by end of ", "до конца ") + FormPrinter.source(name)
        }
    }

    private func workingTime(_ minutes: Int, _ grammaticalCase: GrammaticalCase) -> String {
        minutes % 60 == 0 ? working(minutes / 60, .hour, grammaticalCase) : working(minutes, .minute, grammaticalCase)
    }

    /// «2 рабочих дней», «4 рабочих часа», «1 рабочую минуту».
    private func working(_ n: Int, _ unit: TimeUnit, _ grammaticalCase: GrammaticalCase) -> String {
        let isOne = n % 10 == 1 && n % 100 != 11
        let isFew = (2...4).contains(n % 10) && !(12...14).contains(n % 100)
        let english = "\(n) working " + (unit == .day ? "day" : unit == .hour ? "hour" : "minute") + (n == 1 ? "" : "s")
        let isFeminine = unit == .minute
        let adjective = isOne ? (grammaticalCase == .genitive ? (isFeminine ? "рабочей" : "рабочего") : isFeminine ? "рабочую" : "рабочий") : "рабочих"
        let nouns: (one: String, ofOne: String, few: String, many: String) =
            switch unit {
            case .day: ("день", "дня", "дня", "дней")
            case .hour: ("час", "часа", "часа", "часов")
            default: ("минуту", "минуты", "минуты", "минут")
            }
        let noun = grammaticalCase == .genitive ? (isOne ? nouns.ofOne : nouns.many) : isOne ? nouns.one : isFew ? nouns.few : nouns.many
        return language(english, "\(n) \(adjective) \(noun)")
    }

    /// `every month`, «не реже 3 раз в неделю».
    public func recurrence(_ recurrence: Recurrence) -> String {
        if recurrence.times > 1 {
            let times = recurrence.times
            let often = language("at least \(times) times ", "не реже \(times) " + (times % 10 == 1 && times % 100 != 11 ? "раза" : "раз") + " ")
            switch recurrence.unit {
            case .unit(let unit): return often + language("a " + DayWords.noun(unit).en, "в " + DayWords.noun(unit).accusative)
            case .workingDay: return often + language("a working day", "в рабочий день")
            case .weekdays(let days): return often + every(days)
            }
        }
        switch recurrence.unit {
        case .unit(.month): return language("every month", "ежемесячно")
        case .unit(let unit): return language("every " + DayWords.noun(unit).en, DayWords.noun(unit).every)
        case .workingDay: return language("every working day", "каждый рабочий день")
        case .weekdays(let days): return every(days)
        }
    }

    private func every(_ days: WeekdaySet) -> String { days.days.map { DayWords.every($0)[language] }.joined(separator: ", ") }

    /// `on 31 May`, «31 мая».
    public func day(_ day: DutyDay) -> String {
        switch day {
        case .yearly(let day): language("on ", "") + DayWords.text(day, language)
        case .once(let number): language("on ", "") + Self.day(number)
        }
    }

    /// Behind `advance`: `to 21:30`, «2 рабочих дня».
    func goal(_ goal: ClockGoal) -> (lead: Keyword, rest: String) {
        switch goal {
        case .clock(let time): (.advanceTo, time.text)
        case .nextWorkingDay: (.advanceTo, language("next working day", "следующего рабочего дня"))
        case .workingDays(let n): (.advance, working(n, .day, .accusative))
        case .workingMinutes(let n): (.advance, workingTime(n, .accusative))
        }
    }
}
