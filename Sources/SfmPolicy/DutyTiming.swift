import SfmModel
import SfmTerms

/// When a duty is borne, beside the events that it arises from.
public struct DutyTiming: Hashable, Sendable {
    public enum Occasion: Hashable, Sendable {
        /// An act or event or, where the rule names none, none: it always stands.
        case deed
        case every(Recurrence)
        case day(DutyDay)
        /// The beginning of a window: `from 1 June to 31 August`.
        case opens(TimeWindow)
        /// Its conditions, which are about a chat: it arises when they come true.
        case state
        /// That the policy comes into force: its term names a moment.
        case start

        var isStanding: Bool {
            switch self {
            case .deed, .every: true
            case .day, .opens, .state, .start: false
            }
        }
    }

    public var term: Deadline?
    public var occasion = Occasion.deed
    /// One duty for each who has the role.
    public var isEach = false
    /// The policy's own calendar.
    public var calendar: SchoolCalendar?

    public init(_ term: Deadline? = nil) { self.term = term }

    /// How often it has to be done until it is met.
    public var times: Int { if case .every(let recurrence) = occasion { recurrence.times } else { 1 } }

    public var isRecurring: Bool { if case .every = occasion { true } else { false } }

    public func calendar(in world: World) -> SchoolCalendar { calendar ?? world.anyCalendar }
}
