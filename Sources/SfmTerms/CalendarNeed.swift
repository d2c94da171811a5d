/// What is asked of a calendar.
public enum CalendarNeed: Hashable, Sendable {
    case days, hours, schoolYear
    case period(String)
}

extension TimeWindow {
    /// What it asks of a calendar.
    public var needs: [CalendarNeed] {
        switch self {
        case .weekends, .workingDays: [.days]
        case .workingHours: [.hours]
        case .periods(let names): names.map { .period($0) }
        case .hours, .weekdays, .yearly, .since, .until: []
        }
    }
}

extension Recurrence {
    /// What it asks of a calendar.
    public var needs: [CalendarNeed] {
        switch unit {
        case .workingDay: [.days]
        case .unit(.schoolYear): [.schoolYear]
        case .unit, .weekdays: []
        }
    }
}
