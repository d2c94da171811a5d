/// When a rule speaks: hours, days, dates, periods.
public enum TimeWindow: Hashable, Sendable {
    /// `from 21:00 to 7:00`.
    case hours(ClockRange)
    case weekends
    case workingDays
    case weekdays(WeekdaySet)
    /// `in working hours`, or outside them.
    case workingHours(inside: Bool)
    /// `from 1 June to 31 August`, every year.
    case yearly(YearDay, YearDay)
    case since(Instant, hasTime: Bool)
    case until(Instant, hasTime: Bool)
    /// `in "autumn holidays"`: in one of these.
    case periods([String])

    public func holds(at now: Instant, _ calendar: SchoolCalendar) -> Bool {
        let day = now.day
        switch self {
        case .hours(let range): return range.contains(minute: now.minuteOfDay)
        case .weekends: return calendar.isWeekend(day)
        case .workingDays: return calendar.isWorkingDay(day)
        case .weekdays(let days): return days.contains(now.weekday)
        case .workingHours(let inside): return calendar.isWorking(now) == inside
        case .yearly(let from, let to):
            let year = Instant.date(of: day).year
            return SchoolCalendar.days(from, to, beginningIn: year).contains(day) || SchoolCalendar.days(from, to, beginningIn: year - 1).contains(day)
        case .since(let start, let hasTime): return hasTime ? now >= start : day >= start.day
        case .until(let end, let hasTime): return hasTime ? now <= end : day <= end.day
        case .periods(let names): return names.contains { calendar.isIn($0, day) }
        }
    }

    /// A number that windows about the same share.
    public var sort: UInt8 {
        switch self {
        case .hours: 0
        case .weekends: 1
        case .workingDays: 2
        case .weekdays: 3
        case .workingHours: 4
        case .yearly: 5
        case .since: 6
        case .until: 7
        case .periods: 8
        }
    }

    /// The next moment after another at which it begins to hold; `nil` where there is none within some years.
    public func beginning(after now: Instant, _ calendar: SchoolCalendar) -> Instant? {
        switch self {
        case .hours(let range): return now.next(range.from)
        case .since(let start, let hasTime):
            let first = hasTime ? start : Instant(day: start.day)
            return first > now ? first : nil
        case .until: return nil
        case .yearly(let from, _):
            let year = Instant.date(of: now.day).year
            return (0...1).lazy.map { Instant(day: from.number(in: year + $0)) }.first { $0 > now }
        case .periods(let names):
            return names.compactMap { calendar.period(named: $0) }.flatMap(\.ranges).map { Instant(day: $0.first) }.filter { $0 > now }.min()
        case .weekends, .workingDays, .weekdays, .workingHours:
            // These come again within days, unless everything is off.
            var day = now.day + 1
            for _ in 0..<400 {
                let opening = { if case .workingHours = self { calendar.opening(of: day) } else { Instant(day: day) } }()
                if holds(at: opening, calendar), !holds(at: Instant(minutes: opening.minutes - 1), calendar) { return opening }
                day += 1
            }
            return nil
        }
    }
}

/// What is asked of time in a rule.
public enum TimeTest: Hashable, Sendable {
    case window(TimeWindow)
    /// That nobody has written in the chat for so long.
    case silent(Duration)
    /// That somebody is younger than so many years.
    case under(Int, ofActor: Bool)
    /// That the policy is in force: the day lies between these.
    case inForce(from: Int64?, to: Int64?)
}

/// How often something has to be done.
public struct Recurrence: Hashable, Sendable {
    public enum Unit: Hashable, Sendable {
        case unit(CalendarUnit)
        case workingDay
        /// Each of these days by itself.
        case weekdays(WeekdaySet)
    }

    public let unit: Unit
    /// `at least 3 times`.
    public let times: Int

    public init(_ unit: Unit, times: Int = 1) { (self.unit, self.times) = (unit, times) }

    /// The first of its periods that begins on a day or after it; `nil` where the calendar has none.
    public func period(from day: Int64, _ calendar: SchoolCalendar) -> DayRange? {
        switch unit {
        case .workingDay: return calendar.workingDay(1, after: day - 1).map { DayRange($0, $0) }
        case .weekdays(let weekdays): return (day..<day + 7).first { weekdays.contains(Instant.weekday(of: $0)) }.map { DayRange($0, $0) }
        case .unit(let unit):
            guard let current = calendar.stretch(of: unit, at: day) else { return nil }
            return current.first >= day ? current : calendar.stretch(of: unit, at: current.last + 1)
        }
    }
}

/// A day on which a duty arises.
public enum DutyDay: Hashable, Sendable {
    case yearly(YearDay)
    /// The number of the day.
    case once(Int64)

    /// The next moment after another at which such a day begins.
    public func beginning(after now: Instant) -> Instant? {
        switch self {
        case .yearly(let day):
            let year = Instant.date(of: now.day).year
            return (0...1).lazy.map { Instant(day: day.number(in: year + $0)) }.first { $0 > now }
        case .once(let day): return Instant(day: day) > now ? Instant(day: day) : nil
        }
    }
}

/// Where a step moves the clock to, counted from where it stands.
public enum ClockGoal: Hashable, Sendable {
    /// The next time that it shows this.
    case clock(ClockTime)
    /// The first working moment of the next working day.
    case nextWorkingDay
    case workingDays(Int)
    case workingMinutes(Int)

    /// `nil` where the calendar has nothing of the kind to come.
    public func moment(after now: Instant, _ calendar: SchoolCalendar) -> Instant? {
        switch self {
        case .clock(let time): now.next(time)
        case .nextWorkingDay: calendar.nextWorkingDay(after: now)
        case .workingDays(let n): calendar.adding(workingDays: n, to: now)
        case .workingMinutes(let n): calendar.adding(workingMinutes: n, to: now)
        }
    }

    /// Whether it asks for working time.
    public var asksCalendar: Bool { if case .clock = self { false } else { true } }
}
