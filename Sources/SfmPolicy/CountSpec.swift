import SfmModel
import SfmTerms

/// A count as a rule asks for it, out of what was done.
public struct CountSpec: Hashable, Sendable {
    /// Any of these; a rule that counts its own deeds has one number of its own.
    public let acts: [Int]
    /// The kinds, or the word of an own act; none is any.
    public let kinds: [Text]
    public let part: Counted.Part
    /// Whether it is about who acts, not about the person concerned.
    public let ofActor: Bool
    /// In the chat of the act, or anywhere.
    public let inChat: Bool
    public let window: CountWindow?
    /// By which school years are told, where it asks for one; `nil` is the script's.
    public let calendar: SchoolCalendar?

    public init(
        acts: [Int], kinds: [Text], part: Counted.Part, ofActor: Bool, inChat: Bool, window: CountWindow?, calendar: SchoolCalendar? = nil
    ) {
        (self.acts, self.kinds, self.part, self.ofActor, self.inChat, self.window) = (acts, kinds.unique, part, ofActor, inChat, window)
        self.calendar = window == .thisSchoolYear ? calendar : nil
    }

    /// The first moment whose deeds count now; `nil` where all do.
    public func start(in world: World) -> Instant? {
        window.map { window in
            let before = window.start(world.now, calendar ?? world.anyCalendar)
            // A length of time ends now, and what was done exactly so long ago counts no more.
            if case .last = window { return before }
            return Instant(minutes: before.minutes + 1)
        }
    }

    /// From when on no more than so many count, if nothing is added; `nil` where that never comes.
    public func fallsTo(_ limit: Int, _ request: Request, _ world: World) -> Instant? {
        guard let window else { return nil }
        let calendar = calendar ?? world.anyCalendar
        func next(_ unit: CalendarUnit) -> Instant? { calendar.stretch(of: unit, at: world.now.day).map { Instant(day: $0.last + 1) } }
        switch window {
        case .today: return Instant(day: world.now.day + 1)
        case .thisWeek: return next(.week)
        case .thisMonth: return next(.month)
        case .thisSchoolYear:
            let first = calendar.lines.schoolYear?.from ?? .september
            let year = Instant.date(of: world.now.day).year
            return (0...1).lazy.map { Instant(day: first.number(in: year + $0)) }.first { $0 > world.now }
        case .last(let duration):
            let person = ofActor ? request.actor : request.target
            let chat = inChat ? request.chat : .absent
            let start = window.start(world.now, calendar)
            let sums = acts.flatMap { world.sums(person, Counted(act: $0, part: part, chat: chat), kinds: kinds, after: start) }
            // From the latest back: with the one that makes it more than so many it ceases to be.
            var count = 0
            return sums.sorted { $0.time > $1.time }.first { sum in
                count += sum.times
                return count > limit
            }?.time.adding(duration)
        }
    }

    func count(_ request: borrowing Request, _ world: borrowing World) -> Int {
        let person = ofActor ? request.actor : request.target
        let chat = inChat ? request.chat : .absent
        if inChat, chat == .absent { return 0 }
        let start = window.map { [calendar] in $0.start(world.now, calendar ?? world.anyCalendar) }
        var sum = 0
        for act in acts { sum += world.count(person, Counted(act: act, part: part, chat: chat), kinds: kinds, after: start) }
        return sum
    }
}

/// Who has to have agreed beforehand.
public enum ConsentSpec: Hashable, Sendable {
    case roles(RoleSet, holders: [Text] = [])
    case parents, eachParent

    /// Whether a consent comes from somebody whose consent it asks for, whatever it is to.
    public func isMeant(_ consent: Consent, _ request: Request, _ world: World) -> Bool {
        switch self {
        case .roles(let roles, let holders): !consent.roles.isDisjoint(with: roles) || holders.contains { world.holds($0, consent.giver) }
        case .parents, .eachParent: request.target != .absent && world[person: request.target].parents.contains(consent.giver)
        }
    }

    /// The consents that an act needs and has, by their places among those to its act; `nil` where one is missing.
    public func found(_ request: Request, _ world: World) -> [Int]? {
        let consents = world.consents[request.act] ?? []
        func first(_ isMeant: (Consent) -> Bool) -> Int? { consents.firstIndex { isMeant($0) && $0.request.covers(request) } }
        switch self {
        case .roles, .parents: return first { isMeant($0, request, world) }.map { [$0] }
        case .eachParent:
            guard request.target != .absent else { return nil }
            let parents = Array(world[person: request.target].parents)
            let all = parents.compactMap { parent in first { $0.giver == parent } }
            return !parents.isEmpty && all.count == parents.count ? all : nil
        }
    }
}
