import SfmTerms

/// When a rule speaks, and until when a duty is to be met.
extension Parser {
    enum WindowReading {
        /// Nothing of the kind begins here.
        case none
        case failed
        case window(TimeWindow)
    }

    /// window := FROM clock TO clock | FROM year-day TO year-day | FROM date | TO date | ON-WEEKENDS | ON-WORKING-DAYS | ON weekday-list
    ///         | IN-WORKING-HOURS | OUTSIDE-WORKING-HOURS | IN-PERIOD strings
    mutating func parseWindow() -> WindowReading {
        if accept(.onWeekends) { return .window(.weekends) }
        if accept(.onWorkingDays) { return .window(.workingDays) }
        if accept(.inWorkingHours) { return .window(.workingHours(inside: true)) }
        if accept(.outsideWorkingHours) { return .window(.workingHours(inside: false)) }
        let start = i
        if let m = match(grammar.particle(.timeFrom), at: i) {
            if isClock(m.next) {
                i = m.next
                return parseClockRange(from: start).map { .window(.hours($0)) } ?? .failed
            }
            if isYearDay(m.next) {
                i = m.next
                guard let from = parseYearDay() else { return .failed }
                guard accept(.timeTo) else {
                    diagnostics.append(.expected(Text("until when, as: to 31 August", "до какого дня, например: по 31 августа"), span, found: found))
                    return .failed
                }
                return parseYearDay().map { .window(.yearly(from, $0)) } ?? .failed
            }
            if isDayDate(m.next) {
                i = m.next
                return parseDate().map { .window(.since($0.instant, hasTime: $0.hasTime)) } ?? .failed
            }
        }
        if let m = match(grammar.particle(.toDate), at: i), isDayDate(m.next) {
            i = m.next
            return parseDate().map { .window(.until($0.instant, hasTime: $0.hasTime)) } ?? .failed
        }
        if let m = match(grammar.particle(.onDays), at: i), weekday(at: m.next) != nil {
            i = m.next
            return .window(.weekdays(parseWeekdayList()))
        }
        if probe != nil, let m = match(grammar.particle(.inPeriod), at: i) { ask(.period, at: m.next) }
        if let m = match(grammar.particle(.inPeriod), at: i), tokens[m.next].kind == .string {
            i = m.next
            return .window(.periods(parseRuleNames()))
        }
        return .none
    }

    /// Whether a number with day, month and year stands at a token.
    func isDayDate(_ k: Int) -> Bool { tokens[k].kind == .number && !isClock(k) && isDate(k) }

    // MARK: - Terms

    /// What a duty has beside its event and its condition; `nil` where nothing of the kind begins here, false where it is wrong.
    mutating func parseDutyTime(_ rule: inout RuleNode) -> Bool? {
        let start = i
        var isDoubled = false
        if let read = parseDeadline() {
            guard let term = read else { return false }
            isDoubled = rule.term != nil
            (rule.term, rule.termSpan) = (term, spanFrom(start))
        } else if let read = parseRecurrence() {
            guard let recurrence = read else { return false }
            isDoubled = rule.time.recurrence != nil || rule.time.day != nil
            (rule.time.recurrence, rule.time.span) = (recurrence, spanFrom(start))
        } else if let read = parseDutyDay() {
            guard let day = read else { return false }
            isDoubled = rule.time.recurrence != nil || rule.time.day != nil
            (rule.time.day, rule.time.span) = (day, spanFrom(start))
        } else {
            return nil
        }
        if isDoubled { diagnostics.append(.doubledPart(spanFrom(start))) }
        guard case .oblige(_, negated: true) = rule.kind else { return !isDoubled }
        diagnostics.append(.prohibitionAtEvent(spanFrom(start), without: line(without: start)))
        return false
    }

    /// Whether what belongs to a duty alone begins here: its term, how often it is, on which day.
    mutating func atDutyTail(_ acts: [RuleActNode]) -> Bool { atDeadline(acts) || atRecurrence || atDutyDay }

    /// `by 18:00`, «до конца недели»; «блокировать до 31.10.2024» says what is done.
    private func atDeadline(_ acts: [RuleActNode]) -> Bool {
        if match(grammar.particle(.byEndOf), at: i) != nil { return true }
        guard let m = match(grammar.particle(.byTime), at: i), tokens[m.next].kind == .number else { return false }
        guard isClock(m.next) || isDayDate(m.next) else { return false }
        return !acts.contains { match(grammar.roots.actLabels[$0.act], at: i).map { $0.next == m.next } ?? false }
    }

    /// A term in a duty's tail, if one begins here; `nil` where what begins is wrong.
    mutating func parseDeadline() -> Deadline?? {
        if let m = match(grammar.particle(.byEndOf), at: i) {
            i = m.next
            return .some(parseEnd())
        }
        if let m = match(grammar.particle(.within), at: i) {
            i = m.next
            // «В срок до 31.10.2024», «не позднее 18:00».
            return .some(isClock(i) || isDayDate(i) ? parseMoment() : parseTermLength())
        }
        guard let m = match(grammar.particle(.byTime), at: i), isClock(m.next) || isDayDate(m.next) else { return nil }
        i = m.next
        return .some(parseMoment())
    }

    private mutating func parseMoment() -> Deadline? {
        if isClock(i) { return parseClock().map { .clock($0) } }
        return parseDate().map { .date($0.instant, hasTime: $0.hasTime) }
    }

    private mutating func parseEnd() -> Deadline? {
        ask(.period)
        if at(.string) {
            defer { i += 1 }
            return .endOfPeriod(names[token.name])
        }
        if let unit = parseCalendarUnit() { return .endOf(unit) }
        diagnostics.append(
            .expected(
                Text("day, week, month, quarter, school year or a period in quotes", "дня, недели, месяца, квартала, учебного года или период в кавычках"),
                span, found: found))
        return nil
    }

    /// term-length := number WORKING ( day | hour | minute ) | duration
    private mutating func parseTermLength() -> Deadline? {
        let before = diagnostics.count
        guard let goal = parseWorkingTime() else { return diagnostics.count > before ? nil : parseDuration().map { .within($0) } }
        switch goal {
        case .workingDays(let n): return .workingDays(n)
        case .workingMinutes(let n): return .workingMinutes(n)
        case .clock, .nextWorkingDay: return nil
        }
    }

    /// `2 working days`, «4 рабочих часа».
    mutating func parseWorkingTime() -> ClockGoal? {
        let start = i
        var count = 1
        if at(.number) {
            guard tokens[i + 1].word != 0 || probe != nil, let n = number else { return nil }
            count = n
            i += 1
        }
        guard accept(.working), let m = match(grammar.roots.units, at: i), let unit = TimeUnit(rawValue: UInt8(value(m))) else {
            i = start
            return nil
        }
        i = m.next
        guard count <= Duration.largestPart else {
            diagnostics.append(.badNumber(spanFrom(start), found: nil, Text("at most 1000 years", "не больше 1000 лет")))
            return nil
        }
        switch unit {
        case .day: return .workingDays(count)
        case .hour: return .workingMinutes(count * 60)
        case .minute: return .workingMinutes(count)
        case .week, .month, .year:
            diagnostics.append(.noWorkingUnit(spanFrom(start)))
            return nil
        }
    }

    /// unit := DAY | WEEK | MONTH | QUARTER | SCHOOL-YEAR
    private mutating func parseCalendarUnit() -> CalendarUnit? {
        if accept(.schoolYearUnit) { return .schoolYear }
        if accept(.quarter) { return .quarter }
        guard let m = match(grammar.roots.units, at: i), let unit = TimeUnit(rawValue: UInt8(value(m))) else { return nil }
        let read: CalendarUnit? =
            switch unit {
            case .day: .day
            case .week: .week
            case .month: .month
            case .minute, .hour, .year: nil
            }
        if read != nil { i = m.next }
        return read
    }

    // MARK: - How often, on which day

    private var atRecurrence: Bool {
        at(.each) || at(.atLeastTimes) || at(.word) && DayWords.adverb(text(token)) != nil
    }

    /// recurrence := EACH ( unit | WORKING DAY | weekday ) | ADVERB | AT-LEAST [ number ] TIMES unit
    mutating func parseRecurrence() -> Recurrence?? {
        ask([.adverb])
        guard atRecurrence else { return nil }
        if at(.word), let unit = DayWords.adverb(text(token)) {
            i += 1
            return Recurrence(.unit(unit))
        }
        var times = 1
        if accept(.atLeastTimes) {
            let start = i
            if at(.number) {
                guard let n = parseNumber() else { return .some(nil) }
                times = n
            }
            guard accept(.times), (1...10_000).contains(times) else {
                diagnostics.append(.badNumber(spanFrom(start), found: found, Text("at least 3 times a week", "не реже 3 раз в неделю")))
                return .some(nil)
            }
            _ = accept(.each) || accept(.perUnit)
        } else {
            _ = accept(.each)
        }
        while token.word != 0, grammar.articles.contains(token.word) { i += 1 }
        if let unit = parseRecurrenceUnit() { return Recurrence(unit, times: times) }
        diagnostics.append(
            .expected(
                Text(
                    "day, working day, Monday, week, month, quarter or school year", "день, рабочий день, понедельник, неделя, месяц, квартал или учебный год"),
                span, found: found))
        return .some(nil)
    }

    private mutating func parseRecurrenceUnit() -> Recurrence.Unit? {
        if accept(.workingDay) { return .workingDay }
        if let days = parseRecurringDays() { return .weekdays(days) }
        return parseCalendarUnit().map { .unit($0) }
    }

    /// days := weekday { ("," | AND) [ EACH ] weekday }
    private mutating func parseRecurringDays() -> WeekdaySet? {
        guard let first = weekday(at: i) else { return nil }
        var days = [first]
        i += 1
        while at(.comma) || at(.and) {
            let next = match(grammar.particle(.each), at: i + 1)?.next ?? i + 1
            guard let day = weekday(at: next) else { break }
            days.append(day)
            i = next + 1
        }
        return WeekdaySet(days)
    }

    /// Russian has no word before the day: «по 31.08.2025» says up to when a rule speaks.
    private var atDutyDay: Bool {
        let k = token.word != 0 && token.word == grammar.lexicon.find("on") ? i + 1 : i
        return isYearDay(k) || isDayDate(k)
    }

    /// duty-day := [ ON ] ( year-day | date )
    mutating func parseDutyDay() -> DutyDay?? {
        guard atDutyDay else { return nil }
        if at(.word) { i += 1 }
        if isYearDay(i) { return .some(parseYearDay().map { .yearly($0) }) }
        return .some(parseDay().map { .once($0) })
    }

    // MARK: - Conditions

    /// What a condition asks of time alone: a window, or how long nobody has written.
    mutating func parseTimeTest() -> ConditionNode?? {
        let start = i
        if accept(.silent) { return .some(parseDuration().map { .time(.silent($0), spanFrom(start)) }) }
        switch parseWindow() {
        case .none: return nil
        case .failed: return .some(nil)
        case .window(let window): return .some(.time(.window(window), spanFrom(start)))
        }
    }

    /// under-test := UNDER number [ YEARS ], behind the person
    mutating func parseAge(_ ofActor: Bool, _ start: Int) -> ConditionNode?? {
        guard accept(.under) else { return nil }
        guard let years = parseNumber() else { return .some(nil) }
        guard (1...150).contains(years) else {
            diagnostics.append(.badNumber(spanFrom(i - 1), found: "\(years)", Text("under 14", "младше 14 лет")))
            return .some(nil)
        }
        if let m = match(grammar.roots.units, at: i), TimeUnit(rawValue: UInt8(value(m))) == .year { i = m.next }
        return .some(.time(.under(years, ofActor: ofActor), spanFrom(start)))
    }

    // MARK: - Steps

    /// Behind `advance to`: clock | NEXT-WORKING-DAY
    mutating func parseClockGoal() -> ClockGoal? {
        if accept(.nextWorkingDay) { return .nextWorkingDay }
        if isClock(i) { return parseClock().map { .clock($0) } }
        if let goal = parseWorkingTime() { return goal }
        var expected = Diagnostic.expected(Text("a time of day or “next working day”", "время суток или «следующего рабочего дня»"), span, found: found)
        if isDayDate(i) {
            let date = sources[Int(file)].text(restOfLine)
            expected.help.append(Text("to a date: today is \(date)", "до даты: сегодня \(date)"))
        }
        diagnostics.append(expected)
        return nil
    }
}

extension Diagnostic {
    static func noWorkingUnit(_ span: Span) -> Diagnostic {
        Diagnostic(
            .expected, Text("working time is counted in days and hours", "рабочее время считают днями и часами"), span,
            help: [Text("as in: within 5 working days, within 4 working hours", "например: в течение 5 рабочих дней, в течение 4 рабочих часов")])
    }
}
