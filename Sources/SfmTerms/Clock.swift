/// A time of day, without a date: minutes since midnight, from 0 to 1440; 24:00 is the end of a day and stands only there.
public struct ClockTime: Hashable, Sendable, Comparable, BitwiseCopyable {
    public let minutes: Int16

    /// `nil` where no clock shows it; 24:00 is read as the end of a day.
    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour) && (0...59).contains(minute) || hour == 24 && minute == 0 else { return nil }
        minutes = Int16(hour * 60 + minute)
    }

    public static func < (a: ClockTime, b: ClockTime) -> Bool { a.minutes < b.minutes }

    /// `8:00`, as rules write it.
    public var text: String { "\(minutes / 60):" + Instant.padded(Int(minutes % 60), 2) }
}

/// Hours of a day, [from, to): where they end before they begin they go on over midnight.
public struct ClockRange: Hashable, Sendable, BitwiseCopyable {
    public let from: ClockTime
    public let to: ClockTime

    public init(from: ClockTime, to: ClockTime) { (self.from, self.to) = (from, to) }

    /// Whether they go on over midnight.
    public var isOverMidnight: Bool { from >= to }

    public func contains(minute: Int) -> Bool {
        isOverMidnight ? minute >= from.minutes || minute < to.minutes : minute >= from.minutes && minute < to.minutes
    }

    /// How many minutes they last.
    public var length: Int { Int(to.minutes) - Int(from.minutes) + (isOverMidnight ? 1440 : 0) }

    public var text: String { from.text + "–" + to.text }
}

/// A day of the week; a week begins on Monday.
public enum Weekday: UInt8, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

/// Some days of the week, a bit each.
public struct WeekdaySet: Hashable, Sendable, BitwiseCopyable {
    public private(set) var bits: UInt8

    public init(_ days: some Sequence<Weekday>) { bits = days.reduce(0) { $0 | 1 &<< $1.rawValue } }

    /// Monday to Friday.
    public static let workweek = WeekdaySet([.monday, .tuesday, .wednesday, .thursday, .friday])
    public static let weekend = WeekdaySet([.saturday, .sunday])

    public var isEmpty: Bool { bits == 0 }
    public var count: Int { bits.nonzeroBitCount }
    public var days: [Weekday] { Weekday.allCases.filter(contains) }

    public func contains(_ day: Weekday) -> Bool { bits & 1 &<< day.rawValue != 0 }

    public mutating func insert(_ day: Weekday) { bits |= 1 &<< day.rawValue }
}

/// A day of every year, as 1 September. The 29th of February is the last of that month in other years.
public struct YearDay: Hashable, Sendable, Comparable, BitwiseCopyable {
    public let month: UInt8
    public let day: UInt8

    /// `nil` where no year has such a day.
    public init?(month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Instant.daysIn(month, 2000) else { return nil }
        (self.month, self.day) = (UInt8(month), UInt8(day))
    }

    private init(_ month: UInt8, _ day: UInt8) { (self.month, self.day) = (month, day) }

    /// 1 September.
    public static let september = YearDay(9, 1)

    public static func < (a: YearDay, b: YearDay) -> Bool { (a.month, a.day) < (b.month, b.day) }

    /// The number of that day in a year.
    public func number(in year: Int) -> Int64 { Instant.dayNumber(year, Int(month), min(Int(day), Instant.daysIn(Int(month), year))) }
}

/// Days in a row, by their numbers since 1970; both ends belong to them.
public struct DayRange: Hashable, Sendable, BitwiseCopyable {
    public var first: Int64
    public var last: Int64

    public init(_ first: Int64, _ last: Int64) { (self.first, self.last) = (first, last) }

    public func contains(_ day: Int64) -> Bool { first <= day && day <= last }

    public var count: Int64 { last - first + 1 }

    /// The same days in order and without gaps between those that touch.
    public static func merged(_ ranges: [DayRange]) -> [DayRange] {
        var out: [DayRange] = []
        for range in ranges.sorted(by: { $0.first < $1.first }) where range.first <= range.last {
            if let last = out.last, range.first <= last.last + 1 {
                out[out.count - 1].last = max(last.last, range.last)
            } else {
                out.append(range)
            }
        }
        return out
    }
}

extension Instant {
    /// The first minute of a day.
    public init(day: Int64) { self.init(minutes: day * 1440) }

    public init(day: Int64, _ time: ClockTime) { self.init(minutes: day * 1440 + Int64(time.minutes)) }

    /// The last minute of a day: whatever is done then is done on that day.
    public static func end(ofDay day: Int64) -> Instant { Instant(minutes: day * 1440 + 1439) }

    /// `09:30`.
    public var clockTime: String { clockText }

    /// Minutes since midnight.
    public var minuteOfDay: Int { Int(minutes - day * 1440) }

    public var weekday: Weekday { Self.weekday(of: day) }

    public static func weekday(of day: Int64) -> Weekday {
        // 01.01.1970 was a Thursday.
        Weekday.allCases[Int(((day + 3) % 7 + 7) % 7)]
    }

    /// The next moment at which the clock shows a time, after this one.
    public func next(_ time: ClockTime) -> Instant {
        let today = Instant(day: day, time)
        return today > self ? today : Instant(day: day + 1, time)
    }

    /// The year of a day, its month and its place in the month.
    public static func date(of day: Int64) -> (year: Int, month: Int, day: Int) { civil(day) }

    public static func day(_ year: Int, _ month: Int, _ day: Int) -> Int64 { dayNumber(year, month, day) }

    public static func days(inMonth month: Int, of year: Int) -> Int { daysIn(month, year) }
}
