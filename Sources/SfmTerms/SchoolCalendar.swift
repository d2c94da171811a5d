/// Which days and hours are working time, and the named periods of a year. Pure arithmetic: nothing here knows what time it is.
///
/// Invariant: exceptions lie in order and apart from one another, so that they are found by halving; what a term costs does not grow with its length.
public final class SchoolCalendar: Sendable {
    /// A period by its name: a school term, holidays. The same name may stand for several stretches of days.
    public struct Period: Hashable, Sendable {
        public let name: String
        /// In order.
        public let ranges: [DayRange]

        public init(name: String, ranges: [DayRange]) { (self.name, self.ranges) = (name, DayRange.merged(ranges)) }
    }

    /// What somebody wrote down, as it was written.
    public struct Lines: Hashable, Sendable {
        public var weekdays: WeekdaySet?
        public var hours: ClockRange?
        public var daysOff: [DayRange] = []
        public var alsoWorking: [DayRange] = []
        public var periods: [Period] = []
        public var schoolYear: (from: YearDay, to: YearDay)?

        public init() {}

        /// With further lines; what is said once is said anew.
        public func adding(_ more: Lines) -> Lines {
            var out = self
            if more.weekdays != nil || more.hours != nil { (out.weekdays, out.hours) = (more.weekdays, more.hours) }
            out.daysOff += more.daysOff
            out.alsoWorking += more.alsoWorking
            let named = Set(more.periods.map(\.name))
            out.periods = out.periods.filter { !named.contains($0.name) } + more.periods
            if let year = more.schoolYear { out.schoolYear = year }
            return out
        }

        public var isEmpty: Bool { self == Lines() }

        public static func == (a: Lines, b: Lines) -> Bool {
            a.weekdays == b.weekdays && a.hours == b.hours && a.daysOff == b.daysOff && a.alsoWorking == b.alsoWorking && a.periods == b.periods
                && a.schoolYear?.from == b.schoolYear?.from && a.schoolYear?.to == b.schoolYear?.to
        }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(weekdays)
            hasher.combine(hours)
            hasher.combine(daysOff)
            hasher.combine(alsoWorking)
            hasher.combine(periods)
        }
    }

    public let lines: Lines
    /// The days of the week that are worked on.
    public let weekdays: WeekdaySet
    /// The working hours of a working day, which end after they begin; `nil` is the whole day.
    public let hours: ClockRange?
    /// Working days that are off, and other days that are worked on; in order.
    private let exceptions: [Exception]
    private let periods: [String: Period]

    /// Days that differ from what their days of the week say.
    private struct Exception: Sendable {
        let range: DayRange
        let isWorking: Bool
        /// By how many working days there are more, or fewer, up to its end than the days of the week say.
        let surplus: Int64
    }

    /// Monday to Friday, whole days, no days off.
    public static let standard = SchoolCalendar(Lines())

    public init(_ lines: Lines) {
        self.lines = lines
        weekdays = lines.weekdays ?? .workweek
        hours = lines.hours
        let also = DayRange.merged(lines.alsoWorking)
        // Where a day is both, the one that was named by itself is meant: it works also.
        let off = Self.subtracting(also, from: DayRange.merged(lines.daysOff))
        var surplus: Int64 = 0
        var exceptions: [Exception] = []
        for (range, isWorking) in (off.map { ($0, false) } + also.map { ($0, true) }).sorted(by: { $0.0.first < $1.0.first }) {
            let usual = Self.usual(weekdays, before: range.last + 1) - Self.usual(weekdays, before: range.first)
            surplus += isWorking ? range.count - usual : -usual
            exceptions.append(Exception(range: range, isWorking: isWorking, surplus: surplus))
        }
        self.exceptions = exceptions
        periods = Dictionary(lines.periods.map { ($0.name, $0) }) { first, _ in first }
    }

    private static func subtracting(_ taken: [DayRange], from ranges: [DayRange]) -> [DayRange] {
        var out: [DayRange] = []
        var k = 0
        for range in ranges {
            var first = range.first
            while k < taken.count, taken[k].last < first { k += 1 }
            var at = k
            while at < taken.count, taken[at].first <= range.last {
                if taken[at].first > first { out.append(DayRange(first, taken[at].first - 1)) }
                first = max(first, taken[at].last + 1)
                at += 1
            }
            if first <= range.last { out.append(DayRange(first, range.last)) }
        }
        return out
    }

    // MARK: - Days

    /// The last exception that begins on a day or before it.
    private func exception(at day: Int64) -> Exception? {
        var (low, high) = (0, exceptions.count)
        while low < high {
            let middle = (low + high) / 2
            if exceptions[middle].range.first <= day { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? exceptions[low - 1] : nil
    }

    /// Whether a day that was named by itself is worked on.
    private func isWorkedByName(_ day: Int64) -> Bool? { exception(at: day).flatMap { $0.range.contains(day) ? $0.isWorking : nil } }

    public func isWorkingDay(_ day: Int64) -> Bool { isWorkedByName(day) ?? weekdays.contains(Instant.weekday(of: day)) }

    /// Saturdays and Sundays but for those that are worked on also.
    public func isWeekend(_ day: Int64) -> Bool { WeekdaySet.weekend.contains(Instant.weekday(of: day)) && isWorkedByName(day) != true }

    /// How many days the days of the week make working ones before a day, counted from a Monday long ago.
    private static func usual(_ weekdays: WeekdaySet, before day: Int64) -> Int64 {
        let since = day - origin
        let (weeks, rest) = since.quotientAndRemainder(dividingBy: 7)
        let extra = (UInt8(1) &<< UInt8(rest)) &- 1
        return weeks * Int64(weekdays.count) + Int64((weekdays.bits & extra).nonzeroBitCount)
    }

    /// A Monday before every date that a script can name.
    private static let origin: Int64 = -7 * 104_000 - 3

    /// How many working days there are before a day, from one fixed day on.
    private func workingDays(before day: Int64) -> Int64 {
        let usual = Self.usual(weekdays, before: day)
        guard let exception = exception(at: day - 1) else { return usual }
        guard exception.range.contains(day - 1) else { return usual + exception.surplus }
        // Within the exception: what comes behind the day is not counted yet.
        let rest = DayRange(day, exception.range.last)
        let restUsual = Self.usual(weekdays, before: rest.last + 1) - Self.usual(weekdays, before: rest.first)
        return usual + exception.surplus - (exception.isWorking ? rest.count - restUsual : -restUsual)
    }

    /// The so many-th working day after a day, 1 being the next one; `nil` where there is none before the end of time.
    public func workingDay(_ n: Int, after day: Int64) -> Int64? {
        guard n > 0, !weekdays.isEmpty else { return n == 0 && !weekdays.isEmpty ? day : nil }
        let wanted = workingDays(before: day + 1) + Int64(n)
        var (low, high) = (day + 1, day + 7 * Int64(n) + 7)
        while workingDays(before: high + 1) < wanted {
            high += high - day
            if high > Self.endOfTime { return nil }
        }
        while low < high {
            let middle = low + (high - low) / 2
            if workingDays(before: middle + 1) < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// No clock of a script comes so far.
    private static let endOfTime: Int64 = 1_000_000_000

    // MARK: - Moments

    /// Whether somebody works at a moment.
    public func isWorking(_ instant: Instant) -> Bool {
        (hours?.contains(minute: instant.minuteOfDay) ?? true) && isWorkingDay(instant.day)
    }

    /// This moment, where it is working time, else the next one that is.
    public func workingMoment(from instant: Instant) -> Instant? {
        if isWorking(instant) { return instant }
        if isWorkingDay(instant.day) {
            let start = opening(of: instant.day)
            if start > instant { return start }
        }
        return workingDay(1, after: instant.day).map(opening)
    }

    /// The first working moment of a day.
    public func opening(of day: Int64) -> Instant { hours.map { Instant(day: day, $0.from) } ?? Instant(day: day) }

    /// So many working days on: at the same hour of the so many-th working day. What begins outside working time begins with the next
    /// working moment. `nil` where there is no such day.
    public func adding(workingDays n: Int, to instant: Instant) -> Instant? {
        guard let start = workingMoment(from: instant) else { return nil }
        return workingDay(n, after: start.day).map { Instant(minutes: start.minutes + ($0 - start.day) * 1440) }
    }

    /// So many minutes of working time on; what falls outside it is skipped.
    public func adding(workingMinutes n: Int, to instant: Instant) -> Instant? {
        guard let start = workingMoment(from: instant) else { return nil }
        let length = hours?.length ?? 1440
        let gone = Int(start.minutes - opening(of: start.day).minutes)
        // What ends with a working day ends then, not with the next one.
        if n <= length - gone { return Instant(minutes: start.minutes + Int64(n)) }
        let (days, rest) = (n - (length - gone) - 1).quotientAndRemainder(dividingBy: length)
        return workingDay(days + 1, after: start.day).map { Instant(minutes: opening(of: $0).minutes + Int64(rest) + 1) }
    }

    /// The next working day after that of a moment, at its first working moment.
    public func nextWorkingDay(after instant: Instant) -> Instant? { workingDay(1, after: instant.day).map(opening) }

    // MARK: - Periods

    public func period(named name: String) -> Period? { periods[name] }

    /// Whether a day lies in one of the periods of a name.
    public func isIn(_ name: String, _ day: Int64) -> Bool {
        guard let ranges = periods[name]?.ranges else { return false }
        return Self.index(of: day, in: ranges).map { ranges[$0].contains(day) } ?? false
    }

    /// The stretch of a name that a day lies in, else the next one to come.
    public func stretch(of name: String, at day: Int64) -> DayRange? {
        guard let ranges = periods[name]?.ranges else { return nil }
        let k = Self.index(of: day, in: ranges)
        if let k, ranges[k].contains(day) { return ranges[k] }
        let next = k.map { $0 + 1 } ?? 0
        return next < ranges.count ? ranges[next] : nil
    }

    /// The last stretch that begins on a day or before it.
    private static func index(of day: Int64, in ranges: [DayRange]) -> Int? {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].first <= day { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }

    /// The stretch of a unit that a day lies in. A school year is the one at hand or, between two, the next one; `nil` where none is stated.
    public func stretch(of unit: CalendarUnit, at day: Int64) -> DayRange? {
        let (year, month, _) = Instant.date(of: day)
        switch unit {
        case .day: return DayRange(day, day)
        case .week:
            let monday = day - Int64(Instant.weekday(of: day).rawValue)
            return DayRange(monday, monday + 6)
        case .month: return DayRange(Instant.day(year, month, 1), Instant.day(year, month, Instant.days(inMonth: month, of: year)))
        case .quarter:
            let first = (month - 1) / 3 * 3 + 1
            return DayRange(Instant.day(year, first, 1), Instant.day(year, first + 2, Instant.days(inMonth: first + 2, of: year)))
        case .schoolYear:
            guard let (from, to) = lines.schoolYear else { return nil }
            return (-1...1).lazy.map { Self.days(from, to, beginningIn: year + $0) }.first { $0.last >= day }
        }
    }

    /// Days of every year, those that begin in one of them.
    public static func days(_ from: YearDay, _ to: YearDay, beginningIn year: Int) -> DayRange {
        DayRange(from.number(in: year), to.number(in: to < from ? year + 1 : year))
    }
}

extension SchoolCalendar: Hashable {
    public static func == (a: SchoolCalendar, b: SchoolCalendar) -> Bool { a === b || a.lines == b.lines }
    public func hash(into hasher: inout Hasher) { hasher.combine(lines) }
}

/// A stretch of days that a calendar has by itself.
public enum CalendarUnit: UInt8, CaseIterable, Sendable {
    case day, week, month, quarter, schoolYear
}

/// Until when something has to be done.
public enum Deadline: Hashable, Sendable {
    case within(Duration)
    case workingDays(Int)
    case workingMinutes(Int)
    /// The next time that the clock shows this.
    case clock(ClockTime)
    /// That moment or, without a time, the whole of that day.
    case date(Instant, hasTime: Bool)
    case endOf(CalendarUnit)
    case endOfPeriod(String)

    /// When a term that begins now ends; `nil` where the calendar has no such end.
    public func end(from now: Instant, _ calendar: SchoolCalendar) -> Instant? {
        switch self {
        case .within(let duration): now.adding(duration)
        case .workingDays(let n): calendar.adding(workingDays: n, to: now)
        case .workingMinutes(let n): calendar.adding(workingMinutes: n, to: now)
        case .clock(let time): now.next(time)
        case .date(let instant, let hasTime): hasTime ? instant : .end(ofDay: instant.day)
        case .endOf(let unit): calendar.stretch(of: unit, at: now.day).map { .end(ofDay: $0.last) }
        case .endOfPeriod(let name): calendar.stretch(of: name, at: now.day).map { .end(ofDay: $0.last) }
        }
    }

    /// Whether it says how long, not until when.
    public var isLength: Bool {
        switch self {
        case .within, .workingDays, .workingMinutes: true
        case .clock, .date, .endOf, .endOfPeriod: false
        }
    }

    /// Whether it needs an event or the like to begin with: a date is one whatever happens.
    public var needsStart: Bool {
        switch self {
        case .within, .workingDays, .workingMinutes, .clock: true
        case .date, .endOf, .endOfPeriod: false
        }
    }
}
