import SfmTerms
import Testing

/// Times that are never at once, against a walk from hour to hour: every time here begins and ends with an hour.
struct TimesTogetherTests {
    private static let calendar = {
        var lines = SchoolCalendar.Lines()
        lines.hours = ClockRange(from: ClockTime(hour: 8, minute: 0)!, to: ClockTime(hour: 18, minute: 0)!)
        lines.weekdays = .workweek
        // Saturday 28.12.2024 is worked on; Monday 30.12.2024 is not.
        lines.alsoWorking = [DayRange(Instant.day(2024, 12, 28), Instant.day(2024, 12, 28))]
        lines.daysOff = [DayRange(Instant.day(2024, 12, 30), Instant.day(2025, 1, 8))]
        lines.periods = [SchoolCalendar.Period(name: "autumn", ranges: [DayRange(Instant.day(2024, 10, 28), Instant.day(2024, 11, 4))])]
        return SchoolCalendar(lines)
    }()

    private static func areEverAtOnce(_ tests: [TimeTest], _ calendar: SchoolCalendar) -> Bool {
        var left = 1_000_000
        return TimeTest.areEverAtOnce(tests, calendar, left: &left)
    }

    /// Within these years everything below happens if it ever does.
    private static let (first, last) = (Instant.day(2024, 1, 1), Instant.day(2025, 12, 31))

    private static func hours(_ from: Int, _ to: Int) -> TimeTest {
        .window(.hours(ClockRange(from: ClockTime(hour: from, minute: 0)!, to: ClockTime(hour: to, minute: 0)!)))
    }

    private static let tests: [TimeTest] = [
        hours(21, 7), hours(9, 17), hours(18, 20), hours(7, 8), .window(.weekends), .window(.workingDays), .window(.weekdays(WeekdaySet([.saturday]))),
        .window(.weekdays(WeekdaySet([.monday, .wednesday]))), .window(.workingHours(inside: true)), .window(.workingHours(inside: false)),
        .window(.yearly(YearDay(month: 6, day: 1)!, YearDay(month: 8, day: 31)!)), .window(.yearly(YearDay(month: 12, day: 20)!, YearDay(month: 1, day: 10)!)),
        .window(.since(Instant(day: Instant.day(2024, 12, 28)), hasTime: false)), .window(.until(Instant(day: Instant.day(2024, 12, 28)), hasTime: false)),
        .window(.until(Instant(minutes: Instant.day(2024, 10, 30) * 1440 + 600), hasTime: true)), .window(.periods(["autumn"])),
        .inForce(from: Instant.day(2024, 10, 30), to: Instant.day(2024, 12, 31)), .silent(Duration(days: 3)),
    ]

    /// Whether some hour of these years passes both; the years in which a time lies that the walk does not see are none of its own.
    private static func isSeen(_ pair: [TimeTest]) -> Bool {
        (first...last).contains { day in
            (0..<24).contains { hour in
                let now = Instant(minutes: day * 1440 + Int64(hour * 60))
                return pair.allSatisfy { test in
                    switch test {
                    case .window(let window): window.holds(at: now, calendar)
                    case .inForce(let from, let to): now.day >= from ?? .min && now.day <= to ?? .max
                    case .silent, .under: true
                    }
                }
            }
        }
    }

    @Test("two times are at once as often as a walk finds them", arguments: tests.indices)
    func pairs(_ k: Int) {
        for other in Self.tests[k...] {
            let pair = [Self.tests[k], other]
            #expect(Self.areEverAtOnce(pair, Self.calendar) == Self.isSeen(pair), "\(pair)")
        }
    }

    @Test(
        "three times",
        arguments: [
            ([hours(9, 17), .window(.weekdays(WeekdaySet([.saturday]))), .window(.workingHours(inside: true))], true),
            ([hours(18, 20), .window(.weekdays(WeekdaySet([.saturday]))), .window(.workingHours(inside: true))], false),
            ([.window(.weekends), .window(.periods(["autumn"])), hours(21, 7)], true),
            ([.window(.weekends), .window(.periods(["autumn"])), .window(.workingDays)], false),
        ])
    func three(_ tests: [TimeTest], _ expected: Bool) { #expect(Self.areEverAtOnce(tests, Self.calendar) == expected) }

    @Test("a date of a leap year on a day of the week is found, however seldom it is")
    func leapDay() {
        let leapDay = TimeTest.window(.yearly(YearDay(month: 2, day: 29)!, YearDay(month: 2, day: 29)!))
        for weekday in Weekday.allCases { #expect(Self.areEverAtOnce([leapDay, .window(.weekdays(WeekdaySet([weekday])))], .standard)) }
    }

    @Test("nothing is said where finding out would take too many questions, one less is enough")
    func limit() {
        let tests: [TimeTest] = [.window(.weekends), .window(.weekdays(WeekdaySet([.monday])))]
        var asked = Int.max
        #expect(!TimeTest.areEverAtOnce(tests, .standard, left: &asked))
        let needed = Int.max - asked
        for (given, expected) in [(needed, false), (needed - 1, true)] {
            var left = given
            #expect(TimeTest.areEverAtOnce(tests, .standard, left: &left) == expected)
        }
    }

    @Test("of a calendar of thousands of years nothing is said")
    func manyDays() {
        var lines = SchoolCalendar.Lines()
        lines.daysOff = [DayRange(Instant.day(1, 1, 1), Instant.day(9999, 12, 31))]
        #expect(Self.areEverAtOnce([.window(.weekends), .window(.workingDays)], SchoolCalendar(lines)))
    }
}
