/// A length of time as it is written: calendar months, days and minutes are kept apart.
public struct Duration: Equatable, Hashable, Sendable, BitwiseCopyable, CustomStringConvertible {
    public var months: Int32
    public var days: Int32
    public var minutes: Int32
    /// How it is said, not how long it is: `2 weeks` stays `2 weeks`.
    public var inWeeks = false

    public init(months: Int32 = 0, days: Int32 = 0, minutes: Int32 = 0, inWeeks: Bool = false) {
        (self.months, self.days, self.minutes, self.inWeeks) = (months, days, minutes, inWeeks)
    }

    public static func == (a: Duration, b: Duration) -> Bool { (a.months, a.days, a.minutes) == (b.months, b.days, b.minutes) }

    /// For trees: how long it is.
    public var description: String { "\(months) months \(days) days \(minutes) minutes" }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(months)
        hasher.combine(days)
        hasher.combine(minutes)
    }

    /// The longest part that a script may name: a thousand years; everything after stays within `Int64`.
    public static let largestPart: Int = 366_000

    /// `nil` where a part would pass `largestPart`.
    public func adding(_ other: Duration) -> Duration? {
        let (m, d, n) = (Int(months) + Int(other.months), Int(days) + Int(other.days), Int(minutes) + Int(other.minutes))
        guard m <= Self.largestPart, d <= Self.largestPart, n <= Self.largestPart * 1440 else { return nil }
        return Duration(months: Int32(m), days: Int32(d), minutes: Int32(n), inWeeks: inWeeks || other.inWeeks)
    }

    /// "1 month 2 days", "1 месяц 2 дня".
    public var text: Text {
        var parts: [Text] = []
        let (years, over) = months.quotientAndRemainder(dividingBy: 12)
        if years != 0 { parts.append(Plural.year.counted(Int(years))) }
        if over != 0 { parts.append(Plural.month.counted(Int(over))) }
        let (weeks, rest) = inWeeks ? days.quotientAndRemainder(dividingBy: 7) : (0, days)
        if weeks != 0 { parts.append(Plural.week.counted(Int(weeks))) }
        if rest != 0 { parts.append(Plural.day.counted(Int(rest))) }
        let (hours, left) = minutes.quotientAndRemainder(dividingBy: 60)
        if hours != 0 { parts.append(Plural.hour.counted(Int(hours))) }
        if left != 0 { parts.append(Plural.minute.counted(Int(left))) }
        return parts.isEmpty ? Plural.day.counted(0) : Text.joined(parts, " ")
    }
}

/// A moment of the virtual clock: minutes since 1970-01-01 00:00, without any time zone.
public struct Instant: Equatable, Hashable, Comparable, Sendable, BitwiseCopyable {
    public var minutes: Int64

    public init(minutes: Int64) { self.minutes = minutes }

    /// Midnight of a civil date, or `nil` where there is no such day.
    public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.daysIn(month, year),
            (0...23).contains(hour), (0...59).contains(minute)
        else { return nil }
        minutes = Self.dayNumber(year, month, day) * 1440 + Int64(hour * 60 + minute)
    }

    /// Where every scenario's clock starts: 01.09.2024 09:00.
    public static let start = Instant(minutes: 28_753_020)

    /// The year in whose September the school year of a day begins.
    public static func schoolYear(of day: Int64) -> Int {
        let (year, month, _) = civil(day)
        return month < 9 ? year - 1 : year
    }

    /// 1 September, at the hour at which every clock starts.
    public static func beginning(ofSchoolYear year: Int) -> Instant { Instant(year: year, month: 9, day: 1, hour: 9) ?? .start }

    /// A block without an end.
    public static let never = Instant(minutes: .max)

    public static func < (a: Instant, b: Instant) -> Bool { a.minutes < b.minutes }

    /// The number of whole days since 1970-01-01.
    public var day: Int64 { minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440 }

    /// Months go to the same day of a later month or to its last day; days and minutes follow.
    public func adding(_ d: Duration) -> Instant {
        guard d.months != 0 else { return Instant(minutes: minutes + Int64(d.days) * 1440 + Int64(d.minutes)) }
        var (y, m, dd) = Self.civil(day)
        let rest = minutes - day * 1440
        let total = y * 12 + (m - 1) + Int(d.months)
        (y, m) = (total / 12, total % 12 + 1)
        dd = min(dd, Self.daysIn(m, y))
        return Instant(minutes: (Self.dayNumber(y, m, dd) + Int64(d.days)) * 1440 + rest + Int64(d.minutes))
    }

    /// `01.10.2024 09:00`.
    public var text: String { dayText + " " + clockText }

    /// `01.10.2024`.
    public var dayText: String {
        let (y, m, d) = Self.civil(day)
        return Self.padded(d, 2) + "." + Self.padded(m, 2) + "." + Self.padded(y, 4)
    }

    var clockText: String {
        let rest = Int(minutes - day * 1440)
        return Self.padded(rest / 60, 2) + ":" + Self.padded(rest % 60, 2)
    }

    static func padded(_ n: Int, _ width: Int) -> String {
        let s = String(n)
        return String(repeating: "0", count: max(0, width - s.utf8.count)) + s
    }

    static func daysIn(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    // Proleptic Gregorian day numbers, counted in 400-year eras that begin in March.
    static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        let y = Int64(month <= 2 ? year - 1 : year)
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = Int64((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1)
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func civil(_ number: Int64) -> (year: Int, month: Int, day: Int) {
        let z = number + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let mp = (5 * dayOfYear + 2) / 153
        let month = Int(mp < 10 ? mp + 3 : mp - 9)
        return (Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), month, Int(dayOfYear - (153 * mp + 2) / 5 + 1))
    }
}
