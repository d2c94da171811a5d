/// Which deeds are counted by when they were done.
public enum CountWindow: Hashable, Sendable {
    /// In (now − duration, now].
    case last(Duration)
    case today, thisWeek, thisMonth, thisSchoolYear

    /// The moment before the first that counts.
    public func start(_ now: Instant) -> Instant {
        switch self {
        case .last(let duration): now.adding(Duration(months: -duration.months, days: -duration.days, minutes: -duration.minutes))
        case .today: Instant(minutes: now.day * 1440 - 1)
        // The first day of 1970 was a Thursday.
        case .thisWeek: Instant(minutes: (now.day - (now.day + 3) % 7) * 1440 - 1)
        case .thisMonth: now.monthStart
        case .thisSchoolYear: now.schoolYearStart
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

extension Instant {
    /// The last moment before the month.
    fileprivate var monthStart: Instant {
        let (year, month, _) = Self.civil(day)
        return Instant(minutes: Self.dayNumber(year, month, 1) * 1440 - 1)
    }

    /// The last moment before the school year, which begins in September.
    fileprivate var schoolYearStart: Instant {
        let (year, month, _) = Self.civil(day)
        return Instant(minutes: Self.dayNumber(month >= 9 ? year : year - 1, 9, 1) * 1440 - 1)
    }
}
