import SfmModel
import SfmPolicy
import SfmTerms

/// Where the duties stand that time brings about: which rules have begun, when each comes next, which states hold.
struct Occasions: Sendable {
    /// A rule that has begun.
    struct Begun: Sendable {
        let entry: PolicySet.Indexed<DutyRule>
        /// When it comes next; `nil` where it does not, or depends on a state.
        fileprivate(set) var next: Instant?
        /// The chats in which its state holds, where it waits for one.
        var holding = Roster<Identified.Chat>()
    }

    /// A term in which each who holds a role has something to do, those who come to hold it later as well.
    struct Open: Sendable {
        /// The duty of nobody yet.
        let duty: Duty
        /// Whom it has been laid on, or who has met it before.
        var bound = Roster<Identified.Person>()
    }

    /// What the duties of all whom one deed binds have in common.
    struct Cause: Hashable {
        let rule: ObjectIdentifier
        let target: PersonID
        let chat: ChatID

        init(_ duty: Duty) { (rule, target, chat) = (ObjectIdentifier(duty.rule), duty.target, duty.chat) }
    }

    /// Whether a background is still being played: nothing begins in it.
    var waits = false
    /// Whether what is in force has begun; what comes into force later begins at once.
    var hasBegun = false
    private(set) var rules: [Begun] = []
    /// The rules that wait for a state, by their place.
    private(set) var states: [Int] = []
    private(set) var open = Parts<Int, Open>()
    private var coming = MomentQueue()
    /// When to look at the states of a chat, or of all.
    private var looks = MomentQueue()
    private var closing = MomentQueue()
    private var lastOpen = 0

    var isIdle: Bool { rules.isEmpty && open.isEmpty }

    /// Whether somebody has to be told who and what changes.
    var watches: Bool { !states.isEmpty || !open.isEmpty }

    // MARK: - Rules

    mutating func begin(_ entry: PolicySet.Indexed<DutyRule>) -> Int {
        if entry.rule.timing.occasion == .state { states.append(rules.count) }
        rules.append(Begun(entry: entry))
        return rules.count - 1
    }

    /// Says when a rule comes next.
    mutating func schedule(_ place: Int, at moment: Instant?) {
        rules[place].next = moment
        if let moment { coming.insert(place, at: moment) }
    }

    /// The rule that comes first up to a moment, and when.
    mutating func next(until end: Instant) -> (place: Int, moment: Instant)? {
        while let entry = coming.first, entry.moment <= end {
            if rules[entry.number].next == entry.moment { return (entry.number, entry.moment) }
            coming.removeFirst()
        }
        return nil
    }

    /// Looks at the states of a chat, or of all, when a moment comes.
    mutating func look(at moment: Instant, in chat: ChatID? = nil) { looks.insert(chat?.index ?? Self.everywhere, at: moment) }

    func nextLook(until end: Instant) -> MomentQueue.Entry? { looks.first.flatMap { $0.moment <= end ? $0 : nil } }

    /// The chats to look at up to a moment; `nil` is all.
    mutating func takeLooks(at moment: Instant) -> [ChatID]? {
        var chats: Set<ChatID>? = []
        while let entry = looks.first, entry.moment <= moment {
            looks.removeFirst()
            if entry.number == Self.everywhere { chats = nil } else { chats?.insert(ChatID(entry.number)) }
        }
        return chats?.sorted()
    }

    private static let everywhere = -1

    /// Notes that a state has begun in a chat, or is over; whether that is new.
    mutating func note(_ holds: Bool, _ place: Int, in chat: ChatID) -> Bool {
        guard holds != rules[place].holding.contains(chat) else { return false }
        if holds { rules[place].holding.insert(chat) } else { rules[place].holding.remove(chat) }
        return true
    }

    // MARK: - Seen from outside

    /// Writes down what it waits for: when each rule comes next, which states hold, on whom terms have been laid.
    func describe(into text: inout SituationText, rules: [ObjectIdentifier: Int]) {
        text.put(hasBegun)
        for rule in self.rules {
            text.put(rule.next ?? .never)
            let chats = rule.holding.map(\.index).sorted()
            text.put(chats.count)
            for chat in chats { text.put(chat) }
        }
        var terms: [[Int]] = []
        for term in open.values {
            var people: [Int] = []
            for person in term.bound { people.append(text.number(of: person)) }
            let deadline = term.duty.deadline.map { text.minutes(until: $0) } ?? -1
            terms.append([rules[ObjectIdentifier(term.duty.rule)] ?? -1, term.duty.chat.index, deadline] + people.sorted())
        }
        terms.sort { $0.lexicographicallyPrecedes($1) }
        text.put(terms.count)
        for term in terms {
            text.put(term.count)
            for number in term { text.put(number) }
        }
    }

    /// When it looks next at anything.
    var nextMoment: Instant? { [coming.first?.moment, looks.first?.moment].compactMap { $0 }.min() }

    // MARK: - Terms

    /// Begins a term; its number.
    mutating func openTerm(of duty: Duty, until deadline: Instant?) -> Int {
        lastOpen += 1
        open[lastOpen] = Open(duty: duty)
        if let deadline { closing.insert(lastOpen, at: deadline) }
        return lastOpen
    }

    /// Whom a term has been laid on; whether that is new.
    mutating func bind(_ person: PersonID, in term: Int) -> Bool {
        var isNew = false
        open.update(term) { isNew = $0?.bound.insert(person) ?? false }
        return isNew
    }

    mutating func closeTerms(before now: Instant) {
        while let entry = closing.first, entry.moment < now {
            closing.removeFirst()
            open[entry.number] = nil
        }
    }
}
