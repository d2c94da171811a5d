import SfmPolicy
import SfmSyntax
import SfmTerms

/// What rules say of time: which calendar they go by, and whether it has what they ask for.
extension PolicyCompiler {
    mutating func takeCalendar(extending extended: [Policy]) {
        if let days = node.calendar.days {
            calendar = SchoolCalendar(days)
        } else {
            let inherited = extended.compactMap { policy in policy.calendar.map { (policy.id, $0) } }
            calendar = inherited.first?.1
            if let first = inherited.first, let other = inherited.first(where: { $0.1 != first.1 }), node.asksCalendar {
                diagnostics.append(.twoCalendars(node.idSpan, first.0, other.0))
            }
        }
        if let calendar { diagnostics += node.lacks(of: calendar) }
    }

    /// What a duty is borne by, beside its event.
    func timing(of rule: RuleNode) -> DutyTiming {
        var timing = DutyTiming()
        (timing.term, timing.isEach, timing.calendar) = (rule.term, rule.time.isEach, calendar)
        if let recurrence = rule.time.recurrence {
            timing.occasion = .every(recurrence)
        } else if let day = rule.time.day {
            timing.occasion = .day(day)
        } else if rule.triggers.isEmpty, rule.isAboutState, rule.term?.isLength ?? rule.asksSilence {
            timing.occasion = .state
        } else if rule.triggers.isEmpty, let term = rule.term {
            timing.occasion = term.needsStart ? rule.windows.first.map { .opens($0) } ?? .deed : .start
        }
        return timing
    }

    /// What is wrong with how often a duty is, on which day, of each.
    mutating func checkTiming(_ rule: RuleNode, _ subject: RuleSubject) {
        if rule.time.isEach, !subject.isRoles { diagnostics.append(.eachOfOne(rule.bearerSpan)) }
        if rule.time.span != .none, let trigger = rule.triggers.first { diagnostics.append(.timeAtEvent(rule.time.span, trigger.span)) }
        if rule.time.recurrence != nil, rule.term != nil { diagnostics.append(.termOfRecurrence(rule.termSpan)) }
        let isBroughtAbout = rule.time.recurrence != nil || rule.time.day != nil || rule.term != nil || rule.asksSilence
        if rule.triggers.isEmpty, isBroughtAbout, let condition = rule.condition, let span = personal(condition),
            !diagnostics.contains(where: { $0.span == span })
        {
            diagnostics.append(.personWithoutEvent(span))
        }
    }

    /// The first test that is about a person; nobody is there yet whom it could be about.
    private func personal(_ condition: ConditionNode) -> Span? {
        condition.tests.lazy.compactMap { test in
            switch test {
            case .test(let id, _, let span): AttributeTable[id].isOfChat ? nil : span
            case .time(.under, let span): span
            case .and, .or, .not, .time, .missing: nil
            }
        }.first
    }

    /// A test of time that an act has nothing for: whose age, in which chat.
    mutating func check(_ asked: TimeTest, _ acts: [RuleActNode], _ span: Span) {
        for act in acts {
            let shape = CallShape.of(act.act)
            let isThere =
                switch asked {
                case .window, .inForce: true
                case .silent: shape.hasChat
                case .under(_, ofActor: true): shape.hasDoer
                case .under(_, ofActor: false): shape.namesTarget || shape.doerIsTarget
                }
            if isThere { continue }
            let noun = ActTable.all[act.act].noun
            diagnostics.append(
                Diagnostic(
                    .wrongAttribute, Text("this cannot be asked about “\(ActTable.all[act.act].forms.id)”", "о действии «\(noun.ru)» этого не спросить"), span,
                    help: [Text("the act names no such person or chat", "в действии нет такого человека или чата")]))
            return
        }
    }
}

extension RuleSubject {
    /// Whether several may have it.
    fileprivate var isRoles: Bool {
        switch self {
        case .roles, .holders, .parentsOfTarget: true
        case .target, .actor, .nobody: false
        }
    }
}

extension Attribute {
    /// Whether it is about a chat alone, so that it may come true by itself.
    var isOfChat: Bool { concerns.isEmpty && isAsked(SlotSet([.chat])) && !isAsked(SlotSet([])) }
}

extension ConditionNode {
    /// Whether it asks how long nobody has written.
    fileprivate var isSilence: Bool { if case .time(.silent, _) = self { true } else { false } }
}

extension RuleNode {
    /// The windows of the rule itself and, where it has no event, of its condition.
    var windows: [TimeWindow] {
        qualifiers.parts.compactMap { if case .when(let window) = $0.part { window } else { nil } } + (condition.map(Self.windows) ?? [])
    }

    private static func windows(_ condition: ConditionNode) -> [TimeWindow] {
        switch condition {
        case .and(let parts): parts.flatMap(windows)
        case .time(.window(let window), _): [window]
        case .or, .not, .test, .time, .missing: []
        }
    }

    /// Whether a condition says how long nobody has written.
    var asksSilence: Bool { condition?.tests.contains(where: \.isSilence) ?? false }

    /// Whether its condition is about a chat, and may come true by itself.
    var isAboutState: Bool {
        condition?.tests.contains { if case .test(let id, _, _) = $0 { AttributeTable[id].isOfChat } else { $0.isSilence } } ?? false
    }

    /// Whether something begins its term: a day, a window, a state of a chat.
    var hasStart: Bool { time.recurrence != nil || time.day != nil || isAboutState || !windows.isEmpty }
}

extension PolicyNode {
    /// What its rules ask of a calendar, each with its place.
    private var needs: [(need: CalendarNeed, span: Span)] { clauses.flatMap(\.rules).flatMap(\.calendarNeeds) }

    var asksCalendar: Bool { !needs.isEmpty }

    /// What its rules ask for and a calendar does not have.
    func lacks(of calendar: SchoolCalendar) -> [Diagnostic] {
        needs.compactMap { need, span in
            switch need {
            case .days: nil
            case .hours: calendar.hours == nil ? .noWorkingHours(span) : nil
            case .schoolYear: calendar.lines.schoolYear == nil ? .noSchoolYear(span) : nil
            case .period(let name): calendar.period(named: name) == nil ? .noSuchPeriod(name, span, known: calendar.lines.periods.map(\.name)) : nil
            }
        }
    }
}

extension RuleNode {
    /// What it asks of a calendar, each with its place.
    fileprivate var calendarNeeds: [(need: CalendarNeed, span: Span)] {
        var out: [(CalendarNeed, Span)] = []
        for q in [qualifiers, triggerQualifiers] {
            for case (.when(let window), let span) in q.parts { out += window.needs.map { ($0, span) } }
        }
        for case .time(.window(let window), let span) in condition?.tests ?? [] { out += window.needs.map { ($0, span) } }
        switch term {
        case .workingDays: out.append((.days, termSpan))
        case .workingMinutes: out.append((.hours, termSpan))
        case .endOf(.schoolYear): out.append((.schoolYear, termSpan))
        case .endOfPeriod(let name): out.append((.period(name), termSpan))
        case .within, .clock, .date, .endOf, nil: break
        }
        return out + (time.recurrence?.needs ?? []).map { ($0, time.span) }
    }
}

extension Diagnostic {
    static func noWorkingHours(_ span: Span) -> Diagnostic {
        Diagnostic(
            .noCalendar, Text("the calendar says nothing of working hours", "в календаре не сказано, в какие часы работают"), span,
            help: [Text("add the line: working days Monday–Friday from 8:00 to 18:00", "добавьте строку: рабочие дни понедельник–пятница с 8:00 до 18:00")])
    }

    static func noSchoolYear(_ span: Span) -> Diagnostic {
        Diagnostic(
            .noCalendar, Text("the calendar says nothing of the school year", "в календаре не сказано, когда идёт учебный год"), span,
            help: [Text("add the line: school year from 1 September to 31 May", "добавьте строку: учебный год с 1 сентября по 31 мая")])
    }

    static func noSuchPeriod(_ name: String, _ span: Span, known: [String]) -> Diagnostic {
        var d = Diagnostic(
            .noCalendar, Text("the calendar has no period “\(Parser.clipped(name))”", "в календаре нет периода «\(Parser.clipped(name))»"), span)
        let near = Suggestion.names(near: name, among: known)
        d.help =
            near.isEmpty
            ? [
                Text(
                    "add the line: period \(FormPrinter.source(name)) 28.10.2024–04.11.2024",
                    "добавьте строку: период \(FormPrinter.source(name)) 28.10.2024–04.11.2024")
            ] : [Diagnostic.question(near)]
        return d
    }

    static func twoCalendars(_ span: Span, _ first: String, _ second: String) -> Diagnostic {
        Diagnostic(
            .noCalendar,
            Text("two calendars are in question: those of “\(first)” and “\(second)”", "непонятно, чей календарь: порядка «\(first)» или «\(second)»"), span,
            help: [
                Text(
                    "state one here: working days Monday–Friday from 8:00 to 18:00",
                    "задайте здесь свой: рабочие дни понедельник–пятница с 8:00 до 18:00")
            ])
    }

    static func eachOfOne(_ span: Span) -> Diagnostic {
        Diagnostic(
            .misplaced, Text("“each” is said of a role", "«каждый» говорят о роли"), span,
            help: [Text("as in: oblige each employee to …", "например: обязан каждый работник …")])
    }

    static func timeAtEvent(_ span: Span, _ event: Span) -> Diagnostic {
        var d = Diagnostic(
            .misplaced, Text("a duty has an event or comes with time, not both", "обязанность возникает или от события, или по календарю"), span,
            help: [Text("make two rules of it", "сделайте из неё два правила")])
        d.related = [(event, Text("the event", "событие"))]
        return d
    }

    static func termOfRecurrence(_ span: Span) -> Diagnostic {
        Diagnostic(
            .misplaced, Text("what is due again and again is due by the end of each period", "повторяемое исполняют до конца каждого периода"), span,
            help: [Text("leave the term out", "уберите срок")])
    }

    static func personWithoutEvent(_ span: Span) -> Diagnostic {
        Diagnostic(
            .unknownParty, Text("nothing has happened, so nobody knows whom this is about", "ничего не произошло, и неизвестно, о ком это"), span,
            help: [
                Text(
                    "such a duty may depend on the time and on a chat: when chat is closed",
                    "такая обязанность может зависеть от времени и от чата: если чат закрыт")
            ])
    }
}
