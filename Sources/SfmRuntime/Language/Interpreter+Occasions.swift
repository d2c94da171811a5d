import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// Duties that no deed brings about (LANGUAGE.md 14): each month, on a day, when a state begins, when a policy comes into force.
extension Interpreter {
    /// From here on time brings duties about. What a background does to the clock is no time that passes.
    public mutating func begin() {
        takeArriving()
        occasions.waits = false
        guard !occasions.hasBegun else { return }
        occasions.hasBegun = true
        beginRules()
    }

    /// Begins with the first step that is no part of how things are given.
    @inline(__always)
    mutating func beginUnlessGiven(_ step: StepNode) {
        guard !occasions.hasBegun, !occasions.waits else { return }
        switch step.kind {
        case .given, .usePolicy, .include, .actAs: return
        case .act, .expectFact, .expectDecision, .force, .advance, .advanceTo, .today, .fulfilDuties, .repeated, .beginning: begin()
        }
    }

    /// The rules of policies that have come into force since.
    mutating func beginRules() {
        guard occasions.hasBegun else { return }
        while occasions.rules.count < policies.timed.count {
            let entry = policies.timed[occasions.rules.count]
            let place = occasions.begin(entry)
            awaitWindows(place)
            // A policy that names the day on which it comes into force begins then.
            let first = policies.policy(entry.clause).inForce?.from.map { Instant(day: $0) } ?? world.now
            if first > world.now { occasions.schedule(place, at: first) } else { start(place) }
        }
        lookAtStates()
        if occasions.watches { world.watchChanges() }
    }

    /// Begins a rule now.
    private mutating func start(_ place: Int) {
        let rule = occasions.rules[place].entry.rule
        let calendar = rule.timing.calendar(in: world)
        let today = Instant(day: world.now.day)
        let before = Instant(minutes: today.minutes - 1)
        let first: Instant? =
            switch rule.timing.occasion {
            case .every(let recurrence): recurrence.period(from: world.now.day, calendar).map { Instant(day: $0.first) }
            case .day(let day): day.beginning(after: before)
            case .opens(let window): window.holds(at: world.now, calendar) ? world.now : window.beginning(after: world.now, calendar)
            case .start: world.now
            case .state, .deed: nil
            }
        occasions.schedule(place, at: first)
        if let first, first <= world.now { come(place) }
    }

    // MARK: - The clock

    /// Moves the clock over everything that time brings about on the way; the breaches of terms that pass.
    mutating func passTime(to instant: Instant) -> [Breach] {
        guard occasions.hasBegun, !occasions.isIdle, instant > world.now else { return ledger.moveClock(of: &world, to: instant) }
        var breaches: [Breach] = []
        while !work.isSpent, !Interruption.isWanted {
            let next = occasions.next(until: instant)
            let look = occasions.nextLook(until: instant)
            guard let moment = [next?.moment, look?.moment].compactMap({ $0 }).min() else { break }
            work.add(1)
            breaches += ledger.moveClock(of: &world, to: max(moment, world.now))
            occasions.closeTerms(before: world.now)
            if let next, next.moment == moment { come(next.place) }
            if let look, look.moment == moment { lookAtStates(in: occasions.takeLooks(at: moment)) }
        }
        breaches += ledger.moveClock(of: &world, to: instant)
        occasions.closeTerms(before: world.now)
        return breaches
    }

    /// A rule's moment has come.
    private mutating func come(_ place: Int) {
        let entry = occasions.rules[place].entry
        let calendar = entry.rule.timing.calendar(in: world)
        let isBeginning = policies.policy(entry.clause).inForce?.from.map { Instant(day: $0) == world.now } ?? false
        occasions.schedule(place, at: nil)
        switch entry.rule.timing.occasion {
        case .every(let recurrence):
            guard let period = recurrence.period(from: world.now.day, calendar), period.first == world.now.day else {
                // The day on which the policy comes into force is none on which a period begins.
                return occasions.schedule(place, at: recurrence.period(from: world.now.day, calendar).map { Instant(day: $0.first) })
            }
            bear(entry, until: .end(ofDay: period.last))
            occasions.schedule(place, at: recurrence.period(from: period.last + 1, calendar).map { Instant(day: $0.first) })
        case .day(let day):
            let today = Instant(day: world.now.day)
            if day.beginning(after: Instant(minutes: today.minutes - 1)) == today {
                bear(entry, until: entry.rule.term.map { $0.end(from: today, calendar) ?? .never } ?? .end(ofDay: world.now.day))
            }
            occasions.schedule(place, at: day.beginning(after: world.now))
        case .opens(let window):
            if window.holds(at: world.now, calendar) { bear(entry, until: nil) }
            occasions.schedule(place, at: window.beginning(after: world.now, calendar))
        case .start: bear(entry, until: nil)
        case .state: if isBeginning { lookAtStates() }
        case .deed: break
        }
    }

    // MARK: - Duties

    /// The duties that a rule makes now, if it speaks: in each chat where it is a moderator's, of each who has the role, or of the first.
    private mutating func bear(_ entry: PolicySet.Indexed<DutyRule>, until deadline: Instant?) {
        let rule = entry.rule
        guard case .roles(let roles) = rule.bearer else { return }
        if roles.has(.moderator) {
            work.add(world.chats.count / Work.Rate.people)
            let chats = world.chats.indices.map { ChatID($0) }.filter { !world[chat: $0].isDeleted && speaks(rule, in: $0) }
            return lay(chats.map { duty(entry, roles, in: $0, until: deadline) })
        }
        guard speaks(rule, in: .absent) else { return }
        lay([duty(entry, roles, in: .absent, until: deadline)])
    }

    private func duty(_ entry: PolicySet.Indexed<DutyRule>, _ roles: RoleSet, in chat: ChatID, until deadline: Instant?) -> Duty {
        let nobody = Duty(clause: entry.clause, rule: entry.rule, chat: chat, until: deadline, in: world)
        let first = nobody.first(of: roles.subtracting(RoleSet(.moderator)), in: world)
        guard !entry.rule.timing.isEach || roles.has(.moderator), first != .absent else { return nobody }
        return Duty(clause: entry.clause, rule: entry.rule, person: first, chat: chat, until: deadline, in: world)
    }

    /// Whether the conditions of a rule hold, in a chat where they are about one.
    private func speaks(_ rule: DutyRule, in chat: ChatID) -> Bool {
        var request = Request(act: rule.act)
        request.chat = chat
        let context = Context(world: world, request: request)
        return rule.conditions.allSatisfy { $0.holds(context) }
    }

    /// Adds duties whose term has not passed already; one that each of a role has is laid on all who have it.
    private mutating func lay(_ duties: [Duty]) {
        for duty in duties where duty.deadline.map({ $0 >= world.now }) ?? true {
            work.add(1 + world.people.count / Work.Rate.people)
            guard duty.rule.timing.isEach, duty.person == .absent, duty.chat == .absent else {
                _ = ledger.add([duty])
                continue
            }
            let term = occasions.openTerm(of: duty, until: duty.deadline)
            bind(duty.holders(in: world), in: term)
            world.watchChanges()
        }
    }

    /// Duties of a role that a deed has laid on each: who comes to hold the role before their term ends has them as well.
    mutating func openTerms(of made: [Duty]) {
        var terms: [Occasions.Cause: Int] = [:]
        for duty in made where duty.isPersonal {
            guard let deadline = duty.deadline else { continue }
            let cause = Occasions.Cause(duty)
            let term = terms[cause] ?? occasions.openTerm(of: duty.of(.absent), until: deadline)
            terms[cause] = term
            _ = occasions.bind(duty.person, in: term)
            world.watchChanges()
        }
    }

    /// Follows what a step has changed: who has come to hold a role bears what each of the role has to do, and states begin and end.
    mutating func followChanges() {
        guard occasions.watches else { return }
        let changes = world.takeChanges()
        if !changes.people.isEmpty, !occasions.open.isEmpty {
            let people = changes.people.sorted()
            for term in occasions.open.keys.sorted() {
                work.add(1 + people.count / Work.Rate.people)
                guard let duty = occasions.open[term]?.duty else { continue }
                bind(people.filter { duty.isHeld(by: $0, in: world) }, in: term)
            }
        }
        if !changes.chats.isEmpty { lookAtStates(in: changes.chats.sorted()) }
    }

    /// Lays what each of a role has to do on some of them, as far as they do not have it already.
    private mutating func bind(_ people: [PersonID], in term: Int) {
        guard let duty = occasions.open[term]?.duty else { return }
        _ = ledger.add(people.filter { occasions.bind($0, in: term) }.map(duty.of))
    }

    /// Who has done what each has to do does not have to do it again, whatever role he comes to.
    mutating func noteDeed(_ request: Request) {
        guard request.actor != .absent else { return }
        for term in occasions.open.keys(where: { $0.duty.act == request.act && $0.duty.of(request.actor).isDischarged(by: request) }) {
            _ = occasions.bind(request.actor, in: term)
        }
    }

    // MARK: - States

    /// Lets duties arise in chats, or in all, where a state has begun, and lapse where it is over.
    mutating func lookAtStates(in chats: [ChatID]? = nil) {
        guard occasions.hasBegun, !occasions.states.isEmpty else { return }
        let chats = chats ?? world.chats.indices.map { ChatID($0) }
        for place in occasions.states {
            let entry = occasions.rules[place].entry
            guard case .roles(let roles) = entry.rule.bearer, !work.isSpent else { continue }
            work.add(1 + chats.count / Work.Rate.people)
            let silences = entry.rule.conditions.flatMap(\.askedOfTime).compactMap { test, _ in if case .silent(let duration) = test { duration } else { nil } }
            let limits = countsCoverage ? policies.limits(of: entry.rule) : []
            for chat in chats {
                noteState(of: chat, limits, entry.clause)
                for silence in silences { look(at: world[chat: chat].lastWritten.adding(silence), in: chat) }
                let holds = !world[chat: chat].isDeleted && speaks(entry.rule, in: chat)
                guard occasions.note(holds, place, in: chat) else { continue }
                if holds { lay([duty(entry, roles, in: chat, until: nil)]) } else { ledger.lapse(entry.rule, in: chat) }
            }
        }
    }

    /// Waits for the moments at which the state of a rule may begin or end in all chats by itself: a window opens or closes.
    private mutating func awaitWindows(_ place: Int) {
        for (test, _) in occasions.rules[place].entry.rule.conditions.flatMap(\.askedOfTime) {
            switch test {
            case .window(.since(let start, let hasTime)): look(at: hasTime ? start : Instant(day: start.day))
            case .window(.until(let end, let hasTime)): look(at: Instant(minutes: (hasTime ? end : .end(ofDay: end.day)).minutes + 1))
            case .inForce(let from, let to):
                if let from { look(at: Instant(day: from)) }
                if let to { look(at: Instant(day: to + 1)) }
            case .window, .under, .silent: continue
            }
        }
    }

    private mutating func look(at moment: Instant, in chat: ChatID? = nil) { if moment > world.now { occasions.look(at: moment, in: chat) } }

    // MARK: - The calendar of steps

    /// What steps go by: the script's calendar, else that of the only policy in force that has one, else the usual one.
    public var stepCalendar: SchoolCalendar { world.calendar ?? policies.policies.lazy.compactMap(\.calendar).first ?? .standard }
}
