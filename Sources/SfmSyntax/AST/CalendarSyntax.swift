import SfmTerms

/// A line of a calendar, in the head of a policy or among the items of a script.
public enum CalendarLine: Equatable, Sendable {
    /// `working days Monday–Friday from 8:00 to 18:00`
    case workingDays(WeekdaySet?, ClockRange?)
    case daysOff([DayRange])
    case alsoWorking([DayRange])
    case period(String, [DayRange])
    case schoolYear(YearDay, YearDay)
    /// Between which days a policy's rules speak; the numbers of the days.
    case inForce(from: Int64?, to: Int64?)
}

/// A calendar as it is written.
public struct CalendarNode: Sendable {
    public private(set) var lines: [(line: CalendarLine, span: Span)] = []

    public init() {}

    /// Adds a line; where it says again what is said once, that place.
    @discardableResult
    public mutating func add(_ line: CalendarLine, _ span: Span) -> Span? {
        lines.append((line, span))
        let first = repeats(line, span)
        if let first, doubled == nil { doubled = (span, first) }
        return first
    }

    /// Adds the lines of another file.
    public mutating func add(_ other: CalendarNode) { for (line, span) in other.lines { add(line, span) } }

    /// What the calendar says of days; `nil` where nothing does.
    public var days: SchoolCalendar.Lines? {
        var out = SchoolCalendar.Lines()
        for (line, _) in lines {
            switch line {
            case .workingDays(let days, let hours): (out.weekdays, out.hours) = (days, hours)
            case .daysOff(let ranges): out.daysOff += ranges
            case .alsoWorking(let ranges): out.alsoWorking += ranges
            case .period(let name, let ranges): out.periods.append(.init(name: name, ranges: ranges))
            case .schoolYear(let from, let to): out.schoolYear = (from, to)
            case .inForce: break
            }
        }
        return out.isEmpty && !lines.contains { if case .workingDays = $0.line { true } else { false } } ? nil : out
    }

    /// Between which days the rules speak, where that is said.
    public var inForce: (from: Int64?, to: Int64?)? {
        for case (.inForce(let from, let to), _) in lines { return (from, to) }
        return nil
    }

    /// The first line that says a thing a second time where it is said once.
    public private(set) var doubled: (span: Span, first: Span)?
    /// Where what is said once is said, by what it is.
    private var seen: [String: Span] = [:]

    /// Where the line says again what was said before, that place.
    private mutating func repeats(_ line: CalendarLine, _ span: Span) -> Span? {
        let key: String? =
            switch line {
            case .workingDays: "working days"
            case .schoolYear: "school year"
            case .inForce: "in force"
            case .period(let name, _): "period " + name
            case .daysOff, .alsoWorking: nil
            }
        guard let key else { return nil }
        if let first = seen[key] { return first }
        seen[key] = span
        return nil
    }
}

/// When a duty is borne, beside the event that it arises from.
public struct DutyTimeNode: Sendable {
    /// One duty for each who has the role.
    public var isEach = false
    public var recurrence: Recurrence?
    /// `on 31 May`.
    public var day: DutyDay?
    /// The recurrence or the day, for messages.
    public var span = Span.none

    public init() {}
}
