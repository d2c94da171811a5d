import SfmTerms

/// Calendars: the lines that policies and scripts have in common.
extension Parser {
    /// calendar-line := WORKING-DAYS [ weekdays ] [ FROM clock TO clock ] | DAYS-OFF days | ALSO-WORKING days | PERIOD string days
    ///                | SCHOOL-YEAR FROM year-day TO year-day | IN-FORCE [ FROM date ] [ TO date ]
    mutating func parseCalendarLine(_ word: Keyword, _ line: Int, into calendar: inout CalendarNode) {
        guard let read = readCalendarLine(word, line) else { return skipToLineEnd() }
        if let first = calendar.add(read, spanFrom(line)) {
            var d = Diagnostic.doubledPart(spanFrom(line))
            d.related = [(first, Text("here first", "впервые здесь"))]
            diagnostics.append(d)
        }
        lines?.keep(.calendar(read), at: line)
    }

    private mutating func readCalendarLine(_ word: Keyword, _ line: Int) -> CalendarLine? {
        let before = diagnostics.count
        switch word {
        case .workingDays:
            let days = weekday(at: i) != nil || weekdayRange(at: i) != nil ? parseWeekdayRanges() : nil
            var hours: ClockRange?
            if accept(.timeFrom) {
                guard let read = parseClockRange(from: i - 1) else { return nil }
                if read.isOverMidnight {
                    diagnostics.append(.hoursBackwards(spanFrom(i - 3), read))
                    return nil
                }
                hours = read
            }
            if days == nil, hours == nil {
                return failCalendar(since: before, Text("days of the week, as Monday–Friday", "дни недели, например: понедельник–пятница"))
            }
            return .workingDays(days, hours)
        case .daysOff: return parseDayRanges().map { .daysOff($0) }
        case .alsoWorking: return parseDayRanges().map { .alsoWorking($0) }
        case .period:
            guard at(.string) else {
                diagnostics.append(missingQuotes(Text("the period's name in quotes", "название периода в кавычках")))
                return nil
            }
            let name = names[token.name]
            i += 1
            _ = accept(.colon)
            return parseDayRanges().map { .period(name, $0) }
        case .schoolYear:
            guard accept(.timeFrom), let from = parseYearDay() else {
                return failCalendar(since: before, Text("from 1 September to 31 May", "с 1 сентября по 31 мая"))
            }
            guard accept(.timeTo), let to = parseYearDay() else { return failCalendar(since: before, Text("to 31 May", "по 31 мая")) }
            return .schoolYear(from, to)
        case .inForce:
            let start = i
            var (from, to): (Int64?, Int64?)
            if accept(.timeFrom) {
                guard let day = parseDay() else { return nil }
                from = day
            }
            if accept(.timeTo) {
                guard let day = parseDay() else { return nil }
                to = day
            }
            if from == nil, to == nil { return failCalendar(since: before, Text("from 01.09.2024 to 31.08.2025", "с 01.09.2024 по 31.08.2025")) }
            if let from, let to, to < from { return failOrder(start, from, to) }
            return .inForce(from: from, to: to)
        default:
            presume(false, "a line of a calendar without a production")
            return nil
        }
    }

    private mutating func failCalendar(since before: Int, _ what: Text) -> CalendarLine? {
        if diagnostics.count == before { diagnostics.append(.expected(what, span, found: found)) }
        return nil
    }

    private mutating func failOrder(_ start: Int, _ first: Int64, _ last: Int64) -> CalendarLine? {
        diagnostics.append(.endsBeforeItBegins(spanFrom(start), first, last))
        return nil
    }

    // MARK: - Days

    /// A date without a time, as the number of its day.
    mutating func parseDay() -> Int64? {
        let start = i
        guard let date = parseDate() else { return nil }
        guard !date.hasTime else {
            diagnostics.append(.dateWithTime(spanFrom(start), date.instant.dayText))
            return nil
        }
        return date.instant.day
    }

    /// days := day [ ( "–" | TO ) day ] { "," … }
    mutating func parseDayRanges() -> [DayRange]? {
        var out: [DayRange] = []
        repeat {
            let start = i
            _ = accept(.timeFrom)
            guard let first = parseDay() else { return nil }
            var last = first
            if accept(.dash) || accept(.timeTo) {
                guard let day = parseDay() else { return nil }
                last = day
            }
            guard first <= last else {
                _ = failOrder(start, first, last)
                return nil
            }
            out.append(DayRange(first, last))
        } while accept(.comma) || at(.and) && accept(.and)
        return out
    }

    /// `1 September`, «1 сентября».
    func isYearDay(_ k: Int) -> Bool {
        if probe != nil, tokens[k].kind == .number { ask([.month], at: k + 1) }
        return tokens[k].kind == .number && tokens[k + 1].kind == .word && DayWords.month(text(tokens[k + 1])) != nil
    }

    mutating func parseYearDay() -> YearDay? {
        guard isYearDay(i), let month = DayWords.month(text(tokens[i + 1])) else {
            diagnostics.append(.expected(Text("a day of the year, as 1 September", "день года, например: 1 сентября"), span, found: found))
            return nil
        }
        let start = i
        let day = number ?? 0
        i += 2
        if let read = YearDay(month: month, day: day) { return read }
        diagnostics.append(.noSuchYearDay(spanFrom(start), month))
        return nil
    }

    // MARK: - Days of the week

    func weekday(at k: Int) -> Weekday? {
        ask([.weekday], at: k)
        return tokens[k].kind == .word ? DayWords.weekday(text(tokens[k])) : nil
    }

    /// `Monday-Friday` with a hyphen is one word to the lexer.
    private func weekdayRange(at k: Int) -> (Weekday, Weekday)? {
        guard tokens[k].kind == .word else { return nil }
        let halves = text(tokens[k]).split(separator: "-")
        guard halves.count == 2, let first = DayWords.weekday(String(halves[0])), let last = DayWords.weekday(String(halves[1])) else { return nil }
        return (first, last)
    }

    /// weekdays := WEEKDAY [ "–" WEEKDAY ] { ("," | AND) … }
    private mutating func parseWeekdayRanges() -> WeekdaySet? {
        var days = WeekdaySet([])
        repeat {
            if let (first, last) = weekdayRange(at: i) {
                i += 1
                days.insert(from: first, to: last)
            } else if let first = weekday(at: i) {
                i += 1
                if at(.dash), let last = weekday(at: i + 1) {
                    i += 2
                    days.insert(from: first, to: last)
                } else {
                    days.insert(first)
                }
            } else {
                diagnostics.append(.expected(Text("a day of the week", "день недели"), span, found: found))
                return nil
            }
        } while accept(.comma) || at(.and) && accept(.and)
        return days
    }

    /// weekday-list := WEEKDAY { ("," | AND | OR) WEEKDAY }
    mutating func parseWeekdayList() -> WeekdaySet {
        var days = WeekdaySet([])
        while let day = weekday(at: i) {
            days.insert(day)
            i += 1
            guard at(.comma) || at(.and) || at(.or), weekday(at: i + 1) != nil else { break }
            i += 1
        }
        return days
    }

    // MARK: - Hours

    func isClock(_ k: Int) -> Bool {
        tokens[k].kind == .number
            && sources[Int(file)].bytes[Int(tokens[k].lower)..<Int(tokens[k].upper)].contains(UInt8(ascii: ":"))
    }

    mutating func parseClock() -> ClockTime? {
        guard isClock(i) else {
            diagnostics.append(.expected(Text("a time of day, as 8:00", "время суток, например: 8:00"), span, found: found))
            return nil
        }
        let fields = text(token).split(separator: ":").compactMap { Int($0) }
        i += 1
        if fields.count == 2, let time = ClockTime(hour: fields[0], minute: fields[1]) { return time }
        diagnostics.append(.noSuchTime(spanFrom(i - 1)))
        return nil
    }

    /// clock TO clock, behind FROM.
    mutating func parseClockRange(from start: Int) -> ClockRange? {
        guard let from = parseClock() else { return nil }
        guard accept(.timeTo) || accept(.dash) else {
            diagnostics.append(.expected(Text("until when, as: to 18:00", "до которого часа, например: до 18:00"), span, found: found))
            return nil
        }
        guard let to = parseClock() else { return nil }
        guard from != to, from.minutes < 1440, to.minutes > 0 else {
            diagnostics.append(.emptyHours(spanFrom(start)))
            return nil
        }
        return ClockRange(from: from, to: to)
    }
}

extension WeekdaySet {
    /// Up to and with a day, over the end of the week where it comes first.
    fileprivate mutating func insert(from first: Weekday, to last: Weekday) {
        var day = Int(first.rawValue)
        insert(first)
        while day != Int(last.rawValue) {
            day = (day + 1) % 7
            insert(Weekday.allCases[day])
        }
    }
}

extension Diagnostic {
    static func noSuchTime(_ span: Span) -> Diagnostic {
        Diagnostic(
            .badDate, Text("no clock shows this time", "такого времени на часах не бывает"), span,
            help: [Text("hours go from 0:00 to 24:00, as in: from 8:00 to 18:00", "часы идут от 0:00 до 24:00, например: с 8:00 до 18:00")])
    }

    static func emptyHours(_ span: Span) -> Diagnostic {
        Diagnostic(
            .badDate, Text("these hours end when they begin", "эти часы кончаются там же, где начинаются"), span,
            help: [Text("the whole day is: from 0:00 to 24:00", "весь день: с 0:00 до 24:00")])
    }

    static func hoursBackwards(_ span: Span, _ hours: ClockRange) -> Diagnostic {
        Diagnostic(
            .badDate, Text("a working day ends after it begins", "рабочий день кончается позже, чем начинается"), span,
            help: [
                Text(
                    "as in: working days Monday–Friday from \(hours.to.text) to \(hours.from.text)",
                    "например: рабочие дни понедельник–пятница с \(hours.to.text) до \(hours.from.text)")
            ])
    }

    static func noSuchYearDay(_ span: Span, _ month: Int) -> Diagnostic {
        let last = Instant.days(inMonth: month, of: 2000)
        let (en, ru) = (DayWords.name(ofMonth: month, .english), DayWords.name(ofMonth: month, .russian))
        return Diagnostic(
            .badDate, Text("there is no such day", "такого дня не бывает"), span,
            help: [Text("the last one is \(last) \(en)", "последний — \(last) \(ru)")])
    }

    static func endsBeforeItBegins(_ span: Span, _ first: Int64, _ last: Int64) -> Diagnostic {
        let (from, to) = (CalendarPrinter.day(first), CalendarPrinter.day(last))
        return Diagnostic(
            .badDate, Text("this ends before it begins", "конец стоит раньше начала"), span,
            help: [Text("the other way round: \(to)–\(from)", "наоборот: \(to)–\(from)")])
    }

    static func dateWithTime(_ span: Span, _ day: String) -> Diagnostic {
        Diagnostic(
            .badDate, Text("a calendar has whole days, without a time", "в календаре дни целые, без времени"), span,
            help: [Text("write: \(day)", "напишите: \(day)")])
    }
}
