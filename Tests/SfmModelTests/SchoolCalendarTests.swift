import SfmTerms
import Testing

/// Working time against a walk that goes from day to day and from minute to minute, and knows nothing of halving and of weeks.
struct SchoolCalendarTests {
    // MARK: - The walk

    private final class Walk {
        let lines: SchoolCalendar.Lines
        /// The day asked about last: a walk by minutes asks each a thousand times.
        private var last: (day: Int64, works: Bool)?

        init(lines: SchoolCalendar.Lines) { self.lines = lines }

        func works(_ day: Int64) -> Bool {
            if let last, last.day == day { return last.works }
            let works = look(day)
            last = (day, works)
            return works
        }

        private func look(_ day: Int64) -> Bool {
            if lines.alsoWorking.contains(where: { $0.first <= day && day <= $0.last }) { return true }
            if lines.daysOff.contains(where: { $0.first <= day && day <= $0.last }) { return false }
            // 02.09.2024 was a Monday.
            var monday = Self.monday
            while monday > day { monday -= 7 }
            while monday + 6 < day { monday += 7 }
            return (lines.weekdays ?? .workweek).days.contains(Weekday.allCases[Int(day - monday)])
        }

        func works(at minute: Int64) -> Bool {
            let day = Instant(minutes: minute).day
            guard works(day) else { return false }
            guard let hours = lines.hours else { return true }
            let past = minute - day * 1440
            return past >= hours.from.minutes && past < hours.to.minutes
        }

        func firstMoment(_ minute: Int64) -> Int64 {
            var minute = minute
            while !works(at: minute) { minute += 1 }
            return minute
        }

        func addingDays(_ n: Int, _ minute: Int64) -> Int64 {
            var at = firstMoment(minute)
            var left = n
            while left > 0 {
                at += 1440
                if works(Instant(minutes: at).day) { left -= 1 }
            }
            return at
        }

        func addingMinutes(_ n: Int, _ minute: Int64) -> Int64 {
            var at = firstMoment(minute)
            var left = n
            while left > 0 {
                if works(at: at) { left -= 1 }
                at += 1
            }
            return at
        }

        private static let monday = Instant(year: 2024, month: 9, day: 2)?.day ?? 0
    }

    private static func moment(_ text: String) -> Instant {
        let fields = text.split { " .:".contains($0) }.compactMap { Int($0) }
        let isLong = fields.count == 5
        guard let instant = Instant(year: fields[2], month: fields[1], day: fields[0], hour: isLong ? fields[3] : 0, minute: isLong ? fields[4] : 0) else {
            preconditionFailure("no moment: \(text)")
        }
        return instant
    }

    private static func hours(_ from: Int, _ to: Int) -> ClockRange {
        guard let from = ClockTime(hour: from / 60, minute: from % 60), let to = ClockTime(hour: to / 60, minute: to % 60) else {
            preconditionFailure("no hours")
        }
        return ClockRange(from: from, to: to)
    }

    private static func day(_ month: Int, _ day: Int) -> YearDay { YearDay(month: month, day: day) ?? { preconditionFailure("no day") }() }

    private static func calendar(_ change: (inout SchoolCalendar.Lines) -> Void) -> SchoolCalendar {
        var lines = SchoolCalendar.Lines()
        change(&lines)
        return SchoolCalendar(lines)
    }

    private static let office = calendar { $0.hours = hours(480, 1080) }

    // MARK: - The contract's examples

    @Test func aTermInWorkingDaysEndsWithThem() {
        let office = Self.office
        // Friday 12:00, Saturday, Friday evening (LANGUAGE.md 14).
        #expect(office.adding(workingDays: 2, to: Self.moment("06.09.2024 12:00"))?.text == "10.09.2024 12:00")
        #expect(office.adding(workingDays: 1, to: Self.moment("07.09.2024 15:00"))?.text == "10.09.2024 08:00")
        #expect(office.adding(workingDays: 1, to: Self.moment("06.09.2024 20:00"))?.text == "10.09.2024 08:00")
        #expect(SchoolCalendar.standard.adding(workingDays: 2, to: Self.moment("06.09.2024 12:00"))?.text == "10.09.2024 12:00")
        #expect(SchoolCalendar.standard.adding(workingDays: 1, to: Self.moment("07.09.2024 15:00"))?.text == "10.09.2024 00:00")
    }

    @Test func hoursAreHalfOpen() {
        let office = Self.office
        #expect(!office.isWorking(Self.moment("02.09.2024 07:59")) && office.isWorking(Self.moment("02.09.2024 08:00")))
        #expect(office.isWorking(Self.moment("02.09.2024 17:59")) && !office.isWorking(Self.moment("02.09.2024 18:00")))
        #expect(office.adding(workingMinutes: 240, to: Self.moment("06.09.2024 16:00"))?.text == "09.09.2024 10:00")
        // What ends with a working day ends then.
        #expect(office.adding(workingMinutes: 240, to: Self.moment("06.09.2024 14:00"))?.text == "06.09.2024 18:00")
        #expect(office.adding(workingMinutes: 0, to: Self.moment("06.09.2024 18:00"))?.text == "09.09.2024 08:00")
        #expect(office.adding(workingDays: 0, to: Self.moment("06.09.2024 17:59"))?.text == "06.09.2024 17:59")
    }

    @Test func datesIncludeBothEnds() {
        let holidays = DayRange(Self.moment("28.10.2024").day, Self.moment("04.11.2024").day)
        let calendar = Self.calendar {
            $0.daysOff = [holidays]
            $0.periods = [.init(name: "h", ranges: [holidays])]
            $0.alsoWorking = [DayRange(Self.moment("02.11.2024").day, Self.moment("02.11.2024").day)]
        }
        let worked = ["25.10.2024", "28.10.2024", "01.11.2024", "02.11.2024", "03.11.2024", "04.11.2024", "05.11.2024"].map {
            calendar.isWorkingDay(Self.moment($0).day)
        }
        #expect(worked == [true, false, false, true, false, false, true])
        let inside = ["27.10.2024", "28.10.2024", "04.11.2024", "05.11.2024"].map { calendar.isIn("h", Self.moment($0).day) }
        #expect(inside == [false, true, true, false])
        // A Saturday that is worked on is no weekend; one within holidays is.
        #expect(!calendar.isWeekend(Self.moment("02.11.2024").day) && calendar.isWeekend(Self.moment("03.11.2024").day))
    }

    // MARK: - Against the walk

    @Test func workingTimeIsWhatAWalkFinds() {
        var numbers = Numbers(state: 20_240_901)
        let starts = ["27.02.2024 23:59", "28.02.2023 00:00", "31.12.2024 17:59", "29.02.2024 08:00", "30.04.2025 18:00", "01.01.2025 07:59"].map(Self.moment)
        for round in 0..<150 {
            var lines = SchoolCalendar.Lines()
            var weekdays = WeekdaySet([Weekday.allCases[numbers.below(7)]])
            for day in Weekday.allCases where numbers.below(3) > 0 { weekdays.insert(day) }
            if numbers.below(3) > 0 { lines.weekdays = weekdays }
            let from = numbers.below(1439)
            let edges = [(0, 1440), (0, 1), (1439, 1440), (480, 1080), (from, from + 1 + numbers.below(1440 - from))]
            let edge = edges[numbers.below(edges.count)]
            if numbers.below(4) > 0 { lines.hours = Self.hours(edge.0, edge.1) }
            let start = starts[round % starts.count]
            func ranges() -> [DayRange] {
                (0..<numbers.below(6)).map { _ in
                    let first = start.day + Int64(numbers.below(60)) - 5
                    return DayRange(first, first + Int64(numbers.below(12)))
                }
            }
            lines.daysOff = ranges()
            lines.alsoWorking = ranges()
            let (calendar, walk) = (SchoolCalendar(lines), Walk(lines: lines))
            for day in (start.day - 8)...(start.day + 70) { #expect(calendar.isWorkingDay(day) == walk.works(day), "\(lines), day \(day)") }
            let moment = Instant(minutes: start.minutes + Int64(numbers.below(7 * 1440)))
            #expect(calendar.isWorking(moment) == walk.works(at: moment.minutes))
            #expect(calendar.workingMoment(from: moment)?.minutes == walk.firstMoment(moment.minutes), "\(lines) at \(moment.text)")
            for n in [0, 1, numbers.below(40)] {
                #expect(calendar.adding(workingDays: n, to: moment)?.minutes == walk.addingDays(n, moment.minutes), "\(lines), \(n) days from \(moment.text)")
                let minutes = numbers.below(3 * (lines.hours?.length ?? 1440) + 1)
                #expect(
                    calendar.adding(workingMinutes: minutes, to: moment)?.minutes == walk.addingMinutes(minutes, moment.minutes),
                    "\(lines), \(minutes) minutes from \(moment.text)")
            }
        }
    }

    @Test func aLongTermIsFoundByHalving() throws {
        let daysOff = (0..<20_000).map { (fortnight: Int64) in DayRange(20_000 + 14 * fortnight, 20_000 + 14 * fortnight) }
        let calendar = Self.calendar { $0.daysOff = daysOff }
        let start = Instant(day: 19_998)
        // Every other Wednesday or so is off: nine working days a fortnight.
        let end = try #require(calendar.adding(workingDays: 90_000, to: start))
        #expect((start.day..<end.day).count { calendar.isWorkingDay($0) } == 90_000)
        #expect(calendar.isWorkingDay(end.day))
        // Where everything is off for good there is no end, and nobody waits for one.
        let idle = Self.calendar { $0.daysOff = [DayRange(0, 2_000_000_000)] }
        #expect(idle.adding(workingDays: 1, to: start) == nil && idle.workingMoment(from: start) == nil)
        #expect(idle.nextWorkingDay(after: start) == nil)
    }

    // MARK: - Stretches

    @Test func unitsEndWithTheirLastDay() {
        func end(_ unit: CalendarUnit, _ text: String) -> String? { Deadline.endOf(unit).end(from: Self.moment(text), Self.school)?.text }
        #expect(end(.day, "02.09.2024 23:59") == "02.09.2024 23:59")
        #expect(end(.week, "02.09.2024 00:00") == "08.09.2024 23:59" && end(.week, "08.09.2024 23:59") == "08.09.2024 23:59")
        #expect(end(.month, "01.02.2024 00:00") == "29.02.2024 23:59" && end(.month, "28.02.2023 12:00") == "28.02.2023 23:59")
        #expect(end(.quarter, "30.09.2024 10:00") == "30.09.2024 23:59" && end(.quarter, "01.10.2024 10:00") == "31.12.2024 23:59")
        #expect(end(.schoolYear, "31.05.2025 10:00") == "31.05.2025 23:59" && end(.schoolYear, "01.06.2025 10:00") == "31.05.2026 23:59")
        #expect(end(.schoolYear, "15.01.2025 10:00") == "31.05.2025 23:59")
        #expect(Deadline.endOf(.schoolYear).end(from: Self.moment("15.01.2025"), .standard) == nil)
    }

    private static let school = calendar { $0.schoolYear = (day(9, 1), day(5, 31)) }

    @Test func theNextTimeIsStillToCome() throws {
        let six = try #require(ClockTime(hour: 18, minute: 0))
        #expect(Self.moment("02.09.2024 17:59").next(six).text == "02.09.2024 18:00")
        #expect(Self.moment("02.09.2024 18:00").next(six).text == "03.09.2024 18:00")
    }

    @Test func windowsHoldToTheMinute() {
        func held(_ window: TimeWindow, _ moments: [String]) -> [Bool] { moments.map { window.holds(at: Self.moment($0), Self.school) } }
        let night = TimeWindow.hours(Self.hours(1260, 420))
        #expect(held(night, ["02.09.2024 20:59", "02.09.2024 21:00", "03.09.2024 06:59", "03.09.2024 07:00"]) == [false, true, true, false])
        let summer = TimeWindow.yearly(Self.day(6, 1), Self.day(8, 31))
        #expect(held(summer, ["31.05.2025 23:59", "01.06.2025 00:00", "31.08.2025 23:59", "01.09.2025 00:00"]) == [false, true, true, false])
        let winter = TimeWindow.yearly(Self.day(12, 20), Self.day(1, 10))
        #expect(held(winter, ["19.12.2024 23:59", "20.12.2024 00:00", "10.01.2025 23:59", "11.01.2025 00:00"]) == [false, true, true, false])
        let leap = TimeWindow.yearly(Self.day(2, 29), Self.day(2, 29))
        #expect(held(leap, ["28.02.2023 10:00", "28.02.2024 10:00", "29.02.2024 10:00", "01.03.2024 00:00"]) == [true, false, true, false])
        let since = TimeWindow.since(Self.moment("01.11.2024"), hasTime: false)
        #expect(held(since, ["31.10.2024 23:59", "01.11.2024 00:00"]) == [false, true])
        let until = TimeWindow.until(Self.moment("31.08.2025"), hasTime: false)
        #expect(held(until, ["31.08.2025 23:59", "01.09.2025 00:00"]) == [true, false])
    }

    @Test func periodsOfARecurrenceFollowOneAnother() throws {
        func first(_ unit: Recurrence.Unit, _ text: String) throws -> String {
            let range = try #require(Recurrence(unit).period(from: Self.moment(text).day, Self.school))
            return Instant(day: range.first).dayText + "–" + Instant(day: range.last).dayText
        }
        #expect(try first(.unit(.month), "01.09.2024") == "01.09.2024–30.09.2024")
        #expect(try first(.unit(.month), "02.09.2024") == "01.10.2024–31.10.2024")
        #expect(try first(.unit(.week), "01.09.2024") == "02.09.2024–08.09.2024")
        #expect(try first(.weekdays(WeekdaySet([.monday])), "01.09.2024") == "02.09.2024–02.09.2024")
        #expect(try first(.workingDay, "31.08.2024") == "02.09.2024–02.09.2024")
        #expect(try first(.unit(.schoolYear), "01.09.2024") == "01.09.2024–31.05.2025")
        #expect(try first(.unit(.schoolYear), "02.09.2024") == "01.09.2025–31.05.2026")
    }
}

/// Numbers that look like chance and are the same every time.
private struct Numbers {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
