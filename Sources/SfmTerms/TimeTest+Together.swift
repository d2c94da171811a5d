/// Whether what several tests ask of time can ever hold at once.
extension TimeTest {
    /// The years after which every date falls on every day of the week again.
    private static let cycle: Int64 = 28 * 366
    /// Whether some moment passes all of them; looked for day by day. `left` is how many tests may be asked yet: `true` where that does not
    /// suffice to find out.
    public static func areEverAtOnce(_ tests: [TimeTest], _ calendar: SchoolCalendar, left: inout Int) -> Bool {
        let minutes = minutes(tests, calendar)
        for range in days(tests, calendar) {
            for day in range.first...range.last {
                for minute in minutes {
                    left -= tests.count
                    guard left >= 0 else { return true }
                    let now = Instant(minutes: day * 1440 + Int64(minute))
                    if tests.allSatisfy({ $0.isOpen(at: now, calendar) }) { return true }
                }
            }
        }
        return false
    }

    /// Whether it asks what a calendar says beside which days are Saturdays and Sundays.
    public var asksTheCalendar: Bool { if case .window(let window) = self { window != .weekends && !window.needs.isEmpty } else { false } }

    private func isOpen(at now: Instant, _ calendar: SchoolCalendar) -> Bool {
        switch self {
        case .window(let window): window.holds(at: now, calendar)
        case .inForce(let from, let to): (from.map { now.day >= $0 } ?? true) && (to.map { now.day <= $0 } ?? true)
        // How old somebody is, or since when nobody has written, is no matter of the calendar.
        case .silent, .under: true
        }
    }

    /// The days among which one is found if there is any.
    private static func days(_ tests: [TimeTest], _ calendar: SchoolCalendar) -> [DayRange] {
        var (first, last) = (Int64?.none, Int64?.none)
        var stretches: [DayRange]?
        for test in tests {
            switch test {
            case .window(.since(let start, _)): first = max(first ?? start.day, start.day)
            case .window(.until(let end, _)): last = min(last ?? end.day, end.day)
            case .inForce(let from, let to):
                if let from { first = max(first ?? from, from) }
                if let to { last = min(last ?? to, to) }
            case .window(.periods(let names)) where stretches == nil: stretches = names.compactMap { calendar.period(named: $0) }.flatMap(\.ranges)
            default: continue
            }
        }
        let base = first ?? last.map { $0 - cycle } ?? Instant.day(2000, 1, 1)
        // Beside a cycle of years as the days of the week say, those that the calendar names.
        let all = stretches ?? [DayRange(base, base + cycle)] + calendar.lines.daysOff + calendar.lines.alsoWorking
        return all.map { DayRange(max($0.first, first ?? $0.first), min($0.last, last ?? $0.last)) }.filter { $0.first <= $0.last }
    }

    /// The minutes of a day at one of which all hold if they ever do: something begins there.
    private static func minutes(_ tests: [TimeTest], _ calendar: SchoolCalendar) -> Set<Int> {
        var out: Set<Int> = [0]
        func add(_ range: ClockRange) { out.formUnion([Int(range.from.minutes), Int(range.to.minutes) % 1440]) }
        if let hours = calendar.hours { add(hours) }
        for test in tests {
            switch test {
            case .window(.hours(let range)): add(range)
            case .window(.since(let moment, hasTime: true)), .window(.until(let moment, hasTime: true)): out.insert(moment.minuteOfDay)
            default: continue
            }
        }
        return out
    }
}
