import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// What a rule asks of a calendar, or a line of one says.
struct CalendarMeaning: Hashable, Sendable {
    private struct Year: Hashable, Sendable {
        let from: YearDay
        let to: YearDay
    }

    /// Whether there is none of the policy's own, so that the script's is gone by.
    private var isOfScript = false
    private var weekdays: WeekdaySet?
    private var daysOff: [DayRange] = []
    private var alsoWorking: [DayRange] = []
    private var hours: ClockRange?
    private var year: Year?
    private var periods: [SchoolCalendar.Period] = []
    private var inForce: [Int64?] = []

    /// The part of a calendar that is asked for; `nil` where nothing is.
    init?(_ calendar: SchoolCalendar?, asked needs: [CalendarNeed]) {
        guard !needs.isEmpty else { return nil }
        guard let calendar else {
            isOfScript = true
            return
        }
        let needs = Set(needs)
        if needs.contains(.days) || needs.contains(.hours) {
            weekdays = calendar.weekdays
            (daysOff, alsoWorking) = (DayRange.merged(calendar.lines.daysOff), DayRange.merged(calendar.lines.alsoWorking))
        }
        if needs.contains(.hours) { hours = calendar.hours }
        if needs.contains(.schoolYear) { year = calendar.lines.schoolYear.map { Year(from: $0.from, to: $0.to) } }
        periods = calendar.lines.periods.filter { needs.contains(.period($0.name)) }.sorted { $0.name < $1.name }
    }

    private init() {}

    var text: Text {
        if isOfScript { return Text("that of the script", "календарь сценария") }
        var lines: [Text] = []
        func add(_ line: CalendarLine) { lines.append(CalendarReading.inBoth { $0.line(line) }) }
        if let weekdays { add(.workingDays(weekdays, hours)) }
        if !daysOff.isEmpty { add(.daysOff(daysOff)) }
        if !alsoWorking.isEmpty { add(.alsoWorking(alsoWorking)) }
        for period in periods { add(.period(period.name, period.ranges)) }
        if let year { add(.schoolYear(year.from, year.to)) }
        return Text.joined(lines, "; ")
    }

    /// A norm for each line of a policy's calendar, and for when it is in force.
    static func norms(of policy: Policy) -> [Norm] {
        var out: [Norm] = []
        func add(_ name: String, _ line: CalendarLine, _ fill: (inout CalendarMeaning) -> Void) {
            var meaning = CalendarMeaning()
            fill(&meaning)
            out.append(Norm(line: Text(same: name), CalendarReading.inBoth { $0.line(line) }, meaning))
        }
        if let (from, to) = policy.inForce { add("in force", .inForce(from: from, to: to)) { $0.inForce = [from, to] } }
        guard let calendar = policy.calendar, !policy.extends.contains(where: { $0.calendar == calendar }) else { return out }
        let lines = calendar.lines
        add("days", .workingDays(calendar.weekdays, calendar.hours)) { ($0.weekdays, $0.hours) = (calendar.weekdays, calendar.hours) }
        if !lines.daysOff.isEmpty { add("days off", .daysOff(lines.daysOff)) { $0.daysOff = DayRange.merged(lines.daysOff) } }
        if !lines.alsoWorking.isEmpty { add("also working", .alsoWorking(lines.alsoWorking)) { $0.alsoWorking = DayRange.merged(lines.alsoWorking) } }
        for period in lines.periods { add("period " + period.name, .period(period.name, period.ranges)) { $0.periods = [period] } }
        if let (from, to) = lines.schoolYear { add("school year", .schoolYear(from, to)) { $0.year = Year(from: from, to: to) } }
        return out
    }
}

extension [Condition] {
    /// What they ask of a calendar.
    var calendarNeeds: [CalendarNeed] {
        flatMap(\.predicates).flatMap { predicate -> [CalendarNeed] in
            switch predicate.operand {
            case .time(.window(let window), _): window.needs
            case .counted(let spec, _, _) where spec.window == .thisSchoolYear: [.schoolYear]
            default: []
            }
        }
    }
}

extension DutyTiming {
    var calendarNeeds: [CalendarNeed] {
        var out: [CalendarNeed] =
            switch term {
            case .workingDays, .workingMinutes: [.days, .hours]
            case .endOf(.schoolYear): [.schoolYear]
            case .endOfPeriod(let name): [.period(name)]
            case .within, .clock, .date, .endOf, nil: []
            }
        switch occasion {
        case .every(let recurrence): out += recurrence.needs
        case .opens(let window): out += window.needs
        case .deed, .day, .state, .start: break
        }
        return out
    }
}

/// What a declaration makes of its word.
enum WordMeaning: Hashable, Sendable {
    case kind
    case role(Role)
    case mark(MarkHolder)
    case act(ActKind, Set<OwnPart>, Set<OwnAct.Effect>, Set<ConditionMeaning>)

    init(_ word: OwnWord) {
        switch word.meaning {
        case .messageKind, .violationKind: self = .kind
        case .role(let role): self = .role(role)
        case .mark(let holder): self = .mark(holder)
        case .act(let act, let conditions): self = .act(act.kind, Set(act.parts), Set(act.effects), Set(conditions.conjuncts.map(\.meaning)))
        }
    }
}
