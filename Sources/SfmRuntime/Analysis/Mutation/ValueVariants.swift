import SfmSyntax
import SfmTerms

/// What stands next to a value: a number and its neighbours, the same list without one, a role a step wider or narrower.
struct ValueVariants {
    typealias Variants<T> = [(kind: Mutation.Kind, value: T)]

    /// The roles that the policy names: none is brought in that it does not know.
    let known: RoleSet

    // MARK: - Lists

    /// A list of several without each of them.
    static func withoutOne<T>(_ list: [T], _ kind: Mutation.Kind = .valueDropped) -> Variants<[T]> {
        guard list.count > 1 else { return [] }
        return list.indices.map { k in
            var rest = list
            rest.remove(at: k)
            return (kind, rest)
        }
    }

    func roles(_ roles: [Role]) -> Variants<[Role]> {
        var out = Self.withoutOne(roles, .roleDropped)
        for (k, role) in roles.enumerated() {
            func put(_ other: Role, _ kind: Mutation.Kind) {
                guard !roles.contains(other) else { return }
                var changed = roles
                changed[k] = other
                out.append((kind, changed))
            }
            if let wider = widened(role) { put(wider, .roleWidened) }
            for narrower in Role.allCases where known.has(narrower) && narrower != role && widened(narrower) == role { put(narrower, .roleNarrowed) }
        }
        return out
    }

    /// The next of the known roles that everybody of a role has.
    private func widened(_ role: Role) -> Role? {
        var steps = [role]
        var seen = RoleSet(role)
        while !steps.isEmpty {
            steps = steps.flatMap(Self.above).filter { !seen.has($0) }
            for step in steps { seen.formUnion(RoleSet(step)) }
            if let found = steps.first(where: known.has) { return found }
        }
        return nil
    }

    private static func above(_ role: Role) -> [Role] {
        switch role {
        case .classTeacher, .subjectTeacher: [.teacher]
        case .director, .deputy: [.administration]
        case .teacher, .administration: [.employee]
        case .additionalAdmin: [.admin]
        case .parentActivist: [.parent]
        case .studentActivist: [.student]
        case .student, .parent, .employee, .admin: [.participant]
        case .moderator, .responsible, .outsider, .participant, .anyone: []
        }
    }

    // MARK: - Numbers and lengths

    /// One less, as far as there is less than that, and one more.
    static func number(_ n: Int, from least: Int = 0) -> [Int] { [n - 1, n + 1].filter { $0 >= least } }

    /// Less and more by one of the unit that it is told in.
    static func duration(_ duration: Duration) -> [Duration] {
        [Int32(-1), 1].map { sign in
            var other = duration
            if duration.months > 0 {
                other.months += sign
            } else if duration.days > 0 {
                other.days += sign * (duration.inWeeks ? 7 : 1)
            } else {
                other.minutes += sign * (duration.minutes % 60 == 0 ? 60 : 1)
            }
            return other
        }.filter { $0.months > 0 || $0.days > 0 || $0.minutes > 0 }
    }

    static func clock(_ time: ClockTime) -> [ClockTime] {
        [-1, 1].compactMap { step in
            let minutes = (Int(time.minutes) + step + 1440) % 1440
            return ClockTime(hour: minutes / 60, minute: minutes % 60)
        }
    }

    static func yearDay(_ day: YearDay) -> [YearDay] {
        // A leap year has every day that a year may have.
        [-1, 1].compactMap { step in
            let date = Instant.date(of: day.number(in: 2000) + Int64(step))
            return YearDay(month: date.month, day: date.day)
        }
    }

    static func moment(_ instant: Instant, hasTime: Bool) -> [Instant] {
        [Int64(-1), 1].map { Instant(minutes: instant.minutes + $0 * (hasTime ? 1 : 1440)) }
    }

    static func range(_ range: DayRange) -> [DayRange] {
        [(range.first - 1, range.last), (range.first + 1, range.last), (range.first, range.last - 1), (range.first, range.last + 1)]
            .filter { $0.0 <= $0.1 }.map { DayRange($0.0, $0.1) }
    }

    static func hours(_ hours: ClockRange) -> [ClockRange] {
        (clock(hours.from).map { ClockRange(from: $0, to: hours.to) } + clock(hours.to).map { ClockRange(from: hours.from, to: $0) })
            .filter { $0.from != $0.to }
    }

    static func days(_ set: WeekdaySet) -> [WeekdaySet] { withoutOne(set.days).map { WeekdaySet($0.value) } }

    // MARK: - Time

    static func window(_ window: TimeWindow) -> [TimeWindow] {
        switch window {
        case .hours(let hours): Self.hours(hours).map { .hours($0) }
        case .weekends: [.workingDays]
        case .workingDays: [.weekends]
        case .weekdays(let days): Self.days(days).map { .weekdays($0) }
        case .workingHours(let inside): [.workingHours(inside: !inside)]
        case .yearly(let from, let to): yearDay(from).map { .yearly($0, to) } + yearDay(to).map { .yearly(from, $0) }
        case .since(let start, let hasTime): moment(start, hasTime: hasTime).map { .since($0, hasTime: hasTime) }
        case .until(let end, let hasTime): moment(end, hasTime: hasTime).map { .until($0, hasTime: hasTime) }
        case .periods(let names): withoutOne(names).map { .periods($0.value) }
        }
    }

    static func asked(_ test: TimeTest) -> Variants<TimeTest> {
        switch test {
        case .window(let window): Self.window(window).map { (.window, .window($0)) }
        case .silent(let duration): Self.duration(duration).map { (.term, .silent($0)) }
        case .under(let years, let ofActor): number(years, from: 1).map { (.number, .under($0, ofActor: ofActor)) }
        case .inForce: []
        }
    }

    static func deadline(_ term: Deadline) -> [Deadline] {
        switch term {
        case .within(let duration): Self.duration(duration).map { .within($0) }
        case .workingDays(let n): number(n, from: 1).map { .workingDays($0) }
        case .workingMinutes(let n): number(n % 60 == 0 ? n / 60 : n, from: 1).map { .workingMinutes(n % 60 == 0 ? $0 * 60 : $0) }
        case .clock(let time): clock(time).map { .clock($0) }
        case .date(let instant, let hasTime): moment(instant, hasTime: hasTime).map { .date($0, hasTime: hasTime) }
        case .endOf(let unit): neighbours(of: unit).map { .endOf($0) }
        case .endOfPeriod: []
        }
    }

    static func recurrence(_ recurrence: Recurrence) -> [Recurrence] {
        let times = number(recurrence.times, from: 1).map { Recurrence(recurrence.unit, times: $0) }
        switch recurrence.unit {
        case .unit(let unit): return times + neighbours(of: unit).map { Recurrence(.unit($0), times: recurrence.times) }
        case .workingDay: return times + [Recurrence(.unit(.day), times: recurrence.times)]
        case .weekdays(let days):
            // Of one day alone it is the next that stands beside it.
            let next = days.days.map { Weekday.allCases[(Int($0.rawValue) + 1) % Weekday.allCases.count] }
            let others = days.count > 1 ? Self.days(days) : [WeekdaySet(next)]
            return times + others.map { Recurrence(.weekdays($0), times: recurrence.times) }
        }
    }

    static func day(_ day: DutyDay) -> [DutyDay] {
        switch day {
        case .yearly(let day): yearDay(day).map { .yearly($0) }
        case .once(let number): [.once(number - 1), .once(number + 1)]
        }
    }

    private static func neighbours<E: CaseIterable & Equatable>(of value: E) -> [E] {
        let all = Array(E.allCases)
        guard let k = all.firstIndex(of: value) else { return [] }
        return [k - 1, k + 1].filter(all.indices.contains).map { all[$0] }
    }

    // MARK: - Counts and consents

    /// As long a time as next to it, or as any.
    static func countWindow(_ window: CountWindow?) -> Variants<CountWindow?> {
        guard let window else { return [] }
        let others: Variants<CountWindow?> =
            switch window {
            case .last(let duration): Self.duration(duration).map { (.term, .last($0)) }
            case .today: [(.count, .thisWeek)]
            case .thisWeek: [(.count, .today), (.count, .thisMonth)]
            case .thisMonth: [(.count, .thisWeek), (.count, .thisSchoolYear)]
            case .thisSchoolYear: [(.count, .thisMonth)]
            }
        return [(.count, nil)] + others
    }

    static func period(_ period: RatePeriod) -> [RatePeriod] { neighbours(of: period) }

    func consent(_ consent: ConsentNode) -> [ConsentNode] {
        switch consent {
        case .roles(let roles, let holders):
            let withRoles = self.roles(roles).map { ConsentNode.roles($0.value, holders: holders) }
            let withHolders = Self.withoutOne(holders).map { ConsentNode.roles(roles, holders: $0.value) }
            guard !roles.isEmpty, !holders.isEmpty else { return withRoles + withHolders }
            return withRoles + withHolders + [.roles(roles), .roles([], holders: holders)]
        case .parentsOfTarget: return [.eachParentOfTarget]
        case .eachParentOfTarget: return [.parentsOfTarget]
        }
    }
}
