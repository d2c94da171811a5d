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
            occasions.rules.append(Occasions.Begun(entry: entry))
            let place = occasions.rules.count - 1
            // A policy that names the day on which it comes into force begins then.
            let first = policies.policy(entry.clause).inForce?.from.map { Instant(day: $0) } ?? world.now
            if first > world.now { occasions.rules[place].next = first } else { start(place) }
        }
        lookAtStates()
    }

    /// Begins a rule now.
    private mutating func start(_ place: Int) {
        let rule = occasions.rules[place].entry.rule
        let calendar = rule.timing.calendar(in: world)
        let today = Instant(day: world.now.day)
        let before = Instant(minutes: today.minutes - 1)
        switch rule.timing.occasion {
        case .every(let recurrence):
            occasions.rules[place].next = recurrence.period(from: world.now.day, calendar).map { Instant(day: $0.first) }
        case .day(let day): occasions.rules[place].next = day.beginning(after: before)
        case .opens(let window):
            occasions.rules[place].next = window.holds(at: world.now, calendar) ? world.now : window.beginning(after: world.now, calendar)
        case .start: occasions.rules[place].next = world.now
        case .state, .deed: occasions.rules[place].next = nil
        }
        if let next = occasions.rules[place].next, next <= world.now { come(place) }
    }

    // MARK: - The clock

    /// Moves the clock over everything that time brings about on the way; the breaches of terms that pass.
    mutating func passTime(to instant: Instant) -> [Breach] {
        guard occasions.hasBegun, !occasions.rules.isEmpty || !occasions.open.isEmpty, instant > world.now else {
            return ledger.moveClock(of: &world, to: instant)
        }
        bindNewcomers()
        var breaches: [Breach] = []
        var crossings = self.crossings(until: instant)[...]
        while !work.isSpent, !Interruption.isWanted {
            let place = occasions.rules.indices.filter { occasions.rules[$0].next.map { $0 <= instant } ?? false }
                .min { (occasions.rules[$0].next ?? .never, $0) < (occasions.rules[$1].next ?? .never, $1) }
            let next = place.flatMap { occasions.rules[$0].next }
            guard let moment = [next, crossings.first].compactMap({ $0 }).min() else { break }
            work.add(1 + occasions.rules.count / Work.Rate.duties)
            breaches += ledger.moveClock(of: &world, to: max(moment, world.now))
            closeTerms()
            if let place, next == moment { come(place) }
            if crossings.first == moment {
                crossings.removeFirst()
                lookAtStates()
            }
        }
        breaches += ledger.moveClock(of: &world, to: instant)
        closeTerms()
        return breaches
    }

    /// A rule's moment has come.
    private mutating func come(_ place: Int) {
        let entry = occasions.rules[place].entry
        let calendar = entry.rule.timing.calendar(in: world)
        let isBeginning = policies.policy(entry.clause).inForce?.from.map { Instant(day: $0) == world.now } ?? false
        occasions.rules[place].next = nil
        switch entry.rule.timing.occasion {
        case .every(let recurrence):
            guard let period = recurrence.period(from: world.now.day, calendar), period.first == world.now.day else {
                // The day on which the policy comes into force is none on which a period begins.
                occasions.rules[place].next = recurrence.period(from: world.now.day, calendar).map { Instant(day: $0.first) }
                return
            }
            bear(entry, until: .end(ofDay: period.last))
            occasions.rules[place].next = recurrence.period(from: period.last + 1, calendar).map { Instant(day: $0.first) }
        case .day(let day):
            let today = Instant(day: world.now.day)
            if day.beginning(after: Instant(minutes: today.minutes - 1)) == today {
                bear(entry, until: entry.rule.term.map { $0.end(from: today, calendar) ?? .never } ?? .end(ofDay: world.now.day))
            }
            occasions.rules[place].next = day.beginning(after: world.now)
        case .opens(let window):
            if window.holds(at: world.now, calendar) { bear(entry, until: nil) }
            occasions.rules[place].next = window.beginning(after: world.now, calendar)
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
            work.add(1)
            guard duty.rule.timing.isEach, duty.person == .absent, duty.chat == .absent else {
                _ = ledger.add([duty])
                continue
            }
            occasions.open.append(Occasions.Open(duty: duty, bound: [], deadline: duty.deadline ?? .never))
        }
        bindNewcomers()
    }

    /// Duties of a role that a deed has laid on each: who comes to hold the role before their term ends has them as well.
    mutating func openTerms(of made: [Duty]) {
        var places: [Occasions.Cause: Int] = [:]
        for duty in made where duty.isPersonal {
            guard let deadline = duty.deadline else { continue }
            let cause = Occasions.Cause(duty)
            let place = places[cause] ?? occasions.open.count
            if place == occasions.open.count {
                places[cause] = place
                occasions.open.append(Occasions.Open(duty: duty.of(.absent), bound: [], deadline: deadline))
            }
            occasions.open[place].bound.insert(duty.person)
        }
    }

    /// Lays what each of a role has to do on those who have come to hold it.
    mutating func bindNewcomers() {
        for k in occasions.open.indices {
            work.add(1 + world.people.count / Work.Rate.people)
            let newcomers = occasions.open[k].duty.holders(in: world).filter { !occasions.open[k].bound.contains($0) }
            guard !newcomers.isEmpty else { continue }
            occasions.open[k].bound.formUnion(newcomers)
            let duty = occasions.open[k].duty
            _ = ledger.add(newcomers.map(duty.of))
        }
    }

    private mutating func closeTerms() { occasions.open.removeAll { $0.deadline < world.now } }

    /// Who has done what each has to do does not have to do it again, whatever role he comes to.
    mutating func noteDeed(_ request: Request) {
        for k in occasions.open.indices where request.actor != .absent && occasions.open[k].duty.of(request.actor).isDischarged(by: request) {
            occasions.open[k].bound.insert(request.actor)
        }
    }

    // MARK: - States

    /// Lets duties arise where a state has begun, and lapse where it is over.
    mutating func lookAtStates() {
        guard occasions.hasBegun else { return }
        for place in occasions.rules.indices {
            let entry = occasions.rules[place].entry
            guard entry.rule.timing.occasion == .state, case .roles(let roles) = entry.rule.bearer, !work.isSpent else { continue }
            work.add(1 + world.chats.count / Work.Rate.people)
            for chat in world.chats.indices.map({ ChatID($0) }) {
                let holds = !world[chat: chat].isDeleted && speaks(entry.rule, in: chat)
                guard holds != occasions.rules[place].holding.contains(chat) else { continue }
                if holds {
                    occasions.rules[place].holding.insert(chat)
                    lay([duty(entry, roles, in: chat, until: nil)])
                } else {
                    occasions.rules[place].holding.remove(chat)
                    ledger.lapse(entry.rule, in: chat)
                }
            }
        }
    }

    var waitsForStates: Bool { occasions.rules.contains { $0.entry.rule.timing.occasion == .state } }

    /// The moments up to one at which a state may begin by itself, in order: a chat falls silent, a window opens.
    private func crossings(until instant: Instant) -> [Instant] {
        var out = Set<Instant>()
        for begun in occasions.rules where begun.entry.rule.timing.occasion == .state {
            for (test, _) in begun.entry.rule.conditions.flatMap(\.askedOfTime) {
                switch test {
                case .silent(let duration):
                    work.add(world.chats.count / Work.Rate.people)
                    for chat in world.chats where !chat.isDeleted { out.insert(chat.lastWritten.adding(duration)) }
                case .window(.since(let start, let hasTime)): out.insert(hasTime ? start : Instant(day: start.day))
                case .window(.until(let end, let hasTime)): out.insert(Instant(minutes: (hasTime ? end : .end(ofDay: end.day)).minutes + 1))
                case .inForce(let from, let to):
                    if let from { out.insert(Instant(day: from)) }
                    if let to { out.insert(Instant(day: to + 1)) }
                case .window, .under: continue
                }
            }
        }
        return out.filter { $0 > world.now && $0 <= instant }.sorted()
    }

    // MARK: - The calendar of steps

    /// What steps go by: the script's calendar, else that of the only policy in force that has one, else the usual one.
    public var stepCalendar: SchoolCalendar { world.calendar ?? policies.policies.lazy.compactMap(\.calendar).first ?? .standard }
}
