import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// What the rules in force and what is asked can tell apart of situations: everything else is left out of their keys.
struct ExplorationSight {
    private(set) var world = Sight()
    /// How many breaches of a clause by somebody are told apart.
    private(set) var breaches = 0
    /// A number for each rule of a duty.
    let duties: [ObjectIdentifier: Int]

    init(_ policies: PolicySet, acts: Set<Int>, facts: [FactNode], durations: [Duration]) {
        let all = policies.policies.flatMap(\.duties)
        duties = Dictionary(all.enumerated().map { (ObjectIdentifier($1), $0) }) { first, _ in first }
        let conditions =
            policies.policies.flatMap { $0.rules.flatMap(\.conditions) + $0.duties.flatMap(\.conditions) } + policies.words.all.flatMap(\.conditions)
        for predicate in conditions.flatMap(\.predicates) { see(predicate) }
        for duty in all { see(duty) }
        if policies.policies.contains(where: { $0.inForce != nil }) || durations.contains(where: { $0.months != 0 }) { world.clock = .date }
        world.messages = acts.contains { act in Sfm.grammar.actParts[act].contains { $0.slot == .number } }
        for fact in facts where fact.slots.contains(where: { [.until, .at].contains($0.slot) }) { world.clock = .date }
        for fact in facts { if case .act(let act)? = fact.slot(.act)?.value, act.slot(.number) != nil { world.messages = true } }
        // What a rule counts within a time with months, or by weeks and the like, depends on the date.
        if policies.isCounted.contains(true) || policies.rates.contains(where: { !$0.isEmpty }) { world.deeds = max(world.deeds, 1) }
    }

    private mutating func see(_ clock: Sight.Clock) { world.clock = max(world.clock, clock) }

    private mutating func see(_ predicate: Predicate) {
        switch predicate.operand {
        case .count(_, let n):
            guard let kept = predicate.attribute.flatMap({ AttributeTable.all[$0.index].counts?.kept }) else { return }
            switch kept {
            case .violations: world.violations = max(world.violations, n + 1)
            case .reminders: world.reminders = max(world.reminders, n + 1)
            case .warnings: world.warnings = max(world.warnings, n + 1)
            }
        case .counted(let spec, _, let n):
            world.deeds = max(world.deeds, n + 1)
            switch spec.window {
            case nil: break
            case .last(let duration):
                if duration.months != 0 { world.clock = .date }
                let minutes = Int64(duration.months) * 31 * 1440 + Int64(duration.days) * 1440 + Int64(duration.minutes)
                world.deedTimes = max(world.deedTimes, minutes + 1)
            case .today, .thisWeek, .thisMonth, .thisSchoolYear:
                world.clock = .date
                world.deedTimes = max(world.deedTimes, 400 * 1440)
            }
        case .term(_, let duration): if duration.months != 0 { world.clock = .date }
        case .time(let test, let calendar):
            switch test {
            case .window(let window): see(window.asksOfClock(calendar))
            case .under, .inForce: world.clock = .date
            case .silent(let duration):
                if duration.months != 0 { world.clock = .date }
                world.silence = max(world.silence, Int64(duration.months) * 31 * 1440 + Int64(duration.days) * 1440 + Int64(duration.minutes))
            }
        case .flag, .choice, .roles, .names, .words, .majority, .consent, .part: return
        }
    }

    private mutating func see(_ duty: DutyRule) {
        if duty.object == .message { world.messages = true }
        switch duty.timing.occasion {
        case .deed, .state: break
        case .every, .day, .opens, .start: world.clock = .date
        }
        switch duty.term {
        case nil: break
        case .within(let duration): if duration.months != 0 { world.clock = .date }
        case .clock: see(.week)
        case .workingDays, .workingMinutes: see(TimeWindow.workingDays.asksOfClock(duty.timing.calendar))
        case .date, .endOf, .endOfPeriod: world.clock = .date
        }
    }
}

extension Interpreter {
    /// What can be told of a situation, as the parts of its key; `order` is that in which people are told of.
    func situation(_ sight: ExplorationSight, _ order: [PersonID]) -> SituationText {
        var text = SituationText(sight.world, now: world.now, places: PeopleSymmetry.places(order))
        for part in world.parts(order) {
            world.describe(part, into: &text)
            text.endPart()
        }
        describeDuties(sight, into: &text)
        text.endPart()
        return text
    }

    func describeDuties(_ sight: ExplorationSight, into text: inout SituationText) {
        ledger.describe(into: &text, rules: sight.duties, breaches: sight.breaches)
        if !occasions.isIdle { occasions.describe(into: &text, rules: sight.duties) }
    }

    /// When something changes next by itself: a term passes, a block or a link ends, a rule begins or ceases to speak. `nil` where nothing will.
    func nextMoment(_ tests: [(test: TimeTest, calendar: SchoolCalendar?)], windows: [CountSpec]) -> Instant? {
        var best: Instant?
        func consider(_ moment: Instant?) {
            guard let moment, moment > world.now, moment != .never else { return }
            best = best.map { min($0, moment) } ?? moment
        }
        // A term is kept up to its last minute.
        consider(ledger.nextDeadline(in: world).map { Instant(minutes: $0.minutes + 1) })
        for chat in world.chats where !chat.isDeleted {
            for record in chat.records { if let block = record.block { consider(block.start > world.now ? block.start : block.until) } }
        }
        for link in world.links where link.isServing { consider(link.until) }
        consider(occasions.nextMoment)
        for (test, calendar) in tests { consider(world.nextChange(of: test, calendar ?? world.anyCalendar)) }
        for spec in windows { consider(world.nextFall(of: spec)) }
        return best
    }
}

extension TimeWindow {
    /// How far it looks at the clock, by a calendar that may be the script's.
    fileprivate func asksOfClock(_ calendar: SchoolCalendar?) -> Sight.Clock {
        switch self {
        case .hours, .weekdays: return .week
        case .weekends, .workingDays, .workingHours:
            // Days that are off or worked besides make weeks differ.
            guard let lines = calendar?.lines else { return .date }
            return lines.daysOff.isEmpty && lines.alsoWorking.isEmpty ? .week : .date
        case .yearly, .since, .until, .periods: return .date
        }
    }
}

extension World {
    /// When what a test asks of time changes next, if nothing is done.
    fileprivate func nextChange(of test: TimeTest, _ calendar: SchoolCalendar) -> Instant? {
        switch test {
        case .inForce(let from, let to):
            return [from.map { Instant(day: $0) }, to.map { Instant(day: $0 + 1) }].compactMap { $0 }.filter { $0 > now }.min()
        case .silent(let duration):
            return chats.filter { !$0.isDeleted }.map { $0.lastWritten.adding(duration) }.filter { $0 > now }.min()
        case .under(let years, _):
            let birthdays = people.compactMap { person in person.born?.adding(Duration(months: Int32(clamping: 12 * years))) }
            return birthdays.filter { $0 > now }.min()
        case .window(let window):
            let holds = window.holds(at: now, calendar)
            // Nothing but a clock's time, an opening or closing, or a midnight can change it.
            var points: Set<Int64> = [0]
            if case .hours(let range) = window { for clock in [range.from, range.to] { points.formUnion([Int64(clock.minutes), Int64(clock.minutes) + 1]) } }
            if case .workingHours = window, let hours = calendar.lines.hours {
                for clock in [hours.from, hours.to] { points.formUnion([Int64(clock.minutes), Int64(clock.minutes) + 1]) }
            }
            if case .since(let start, true) = window { return start > now ? start : nil }
            if case .until(let end, true) = window { return end >= now ? Instant(minutes: end.minutes + 1) : nil }
            for day in now.day..<now.day + 800 {
                for point in points.sorted() {
                    let moment = Instant(minutes: Instant(day: day).minutes + point)
                    if moment > now, window.holds(at: moment, calendar) != holds { return moment }
                }
            }
            return nil
        }
    }

    /// When a deed that a count has within a time counts no more, or the time itself is over.
    fileprivate func nextFall(of spec: CountSpec) -> Instant? {
        guard let window = spec.window else { return nil }
        if case .last(let duration) = window { return nextDeed(thatFallsBehind: duration) }
        return spec.fallsTo(0, Request(act: 0), self)
    }
}
