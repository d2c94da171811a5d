import SfmModel
import SfmTerms

extension World {
    /// What goes by no calendar of its own goes by this one.
    public var anyCalendar: SchoolCalendar { calendar ?? .standard }

    /// How many whole years somebody has lived; `nil` where the date of birth is not known.
    public func age(of person: PersonID) -> Int? {
        guard person != .absent, let born = self[person: person].born else { return nil }
        let (then, now) = (Instant.date(of: born.day), Instant.date(of: self.now.day))
        return now.year - then.year - ((now.month, now.day) < (then.month, then.day) ? 1 : 0)
    }
}

extension TimeTest {
    /// The people of an act without whom it says nothing.
    var concerns: Concerned {
        switch self {
        case .window, .silent, .inForce: []
        case .under(_, let ofActor): ofActor ? .actor : .target
        }
    }

    func holds(_ request: borrowing Request, _ world: borrowing World, _ calendar: SchoolCalendar?) -> Bool {
        switch self {
        case .window(let window): window.holds(at: world.now, calendar ?? world.calendar ?? .standard)
        case .inForce(let from, let to): (from.map { $0 <= world.now.day } ?? true) && (to.map { world.now.day <= $0 } ?? true)
        case .silent(let duration): request.chat != .absent && world[chat: request.chat].lastWritten.adding(duration) <= world.now
        case .under(let years, let ofActor): (copy world).age(of: ofActor ? request.actor : request.target).map { $0 < years } ?? false
        }
    }
}

extension Predicate {
    /// What it asks of time.
    public var asked: (test: TimeTest, calendar: SchoolCalendar?)? { if case .time(let test, let calendar) = operand { (test, calendar) } else { nil } }

    /// Whether an age is known that must not be beyond a limit either: without a date of birth a condition holds neither way.
    static let knowsAgeOfTarget = Predicate(.person) { request, world, _ in world.age(of: request.target) != nil }
    static let knowsAgeOfActor = Predicate(.doer) { request, world, _ in world.age(of: request.actor) != nil }
}

extension Condition {
    /// A window or the like, where it is nothing else.
    public var asked: (test: TimeTest, calendar: SchoolCalendar?)? { if case .test(let predicate) = self { predicate.asked } else { nil } }

    /// Everything in it that is asked of time.
    public var askedOfTime: [(test: TimeTest, calendar: SchoolCalendar?)] {
        switch self {
        case .and(let parts), .or(let parts): parts.flatMap(\.askedOfTime)
        case .not(let inner): inner.askedOfTime
        case .test(let predicate): predicate.asked.map { [$0] } ?? []
        }
    }

    /// Whose age it asks.
    var ages: (ofTarget: Bool, ofActor: Bool) {
        func asks(_ wanted: Bool) -> Bool {
            contains { if case .under(_, let ofActor)? = $0.asked?.test { ofActor == wanted } else { false } }
        }
        return (asks(false), asks(true))
    }

    /// Whether every age that it asks is known.
    func knowsAges(_ c: borrowing Context) -> Bool {
        let (ofTarget, ofActor) = ages
        return (!ofTarget || c.world.age(of: c.request.target) != nil) && (!ofActor || c.world.age(of: c.request.actor) != nil)
    }
}
