/// Which deeds are counted by when they were done.
public enum CountWindow: Hashable, Sendable {
    /// In (now − duration, now].
    case last(Duration)
    case today, thisWeek, thisMonth, thisSchoolYear

    /// The moment before the first that counts. A school year is the one that has begun last, by the calendar; one that says nothing of it
    /// begins in September.
    public func start(_ now: Instant, _ calendar: SchoolCalendar) -> Instant {
        func before(_ day: Int64) -> Instant { Instant(minutes: Instant(day: day).minutes - 1) }
        func before(_ unit: CalendarUnit) -> Instant { before(calendar.stretch(of: unit, at: now.day)?.first ?? now.day) }
        switch self {
        case .last(let duration): return now.adding(Duration(months: -duration.months, days: -duration.days, minutes: -duration.minutes))
        case .today: return before(.day)
        case .thisWeek: return before(.week)
        case .thisMonth: return before(.month)
        case .thisSchoolYear:
            let first = calendar.lines.schoolYear?.from ?? .september
            let year = Instant.date(of: now.day).year
            return before(first.number(in: first.number(in: year) <= now.day ? year : year - 1))
        }
    }

    public var words: Text {
        switch self {
        case .last(let duration): Text("in \(duration.text.en)", "за \(duration.text.ru)")
        case .today: Text("today", "сегодня")
        case .thisWeek: Text("this week", "на этой неделе")
        case .thisMonth: Text("this month", "в этом месяце")
        case .thisSchoolYear: Text("this school year", "в этом учебном году")
        }
    }
}

/// How long a number of deeds is counted that a rule allows: a calendar day, week or month.
public enum RatePeriod: UInt8, CaseIterable, Sendable {
    /// `3 times a week`, «3 раза в неделю» as it stands behind «чаще»: more often than that.
    public func often(_ count: Int) -> Text {
        Text("\(count) \(count == 1 ? "time" : "times") a \(noun.en)", "\(count) \(count % 10 == 1 && count % 100 != 11 ? "раза" : "раз") в \(noun.ru)")
    }

    case day, week, month

    public var window: CountWindow {
        switch self {
        case .day: .today
        case .week: .thisWeek
        case .month: .thisMonth
        }
    }

    public var noun: Text {
        switch self {
        case .day: Text("day", "день")
        case .week: Text("week", "неделю")
        case .month: Text("month", "месяц")
        }
    }
}
