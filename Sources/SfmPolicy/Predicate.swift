import SfmModel
import SfmTerms

/// How an attribute is evaluated, by the type that it has. What it says of an act that lacks the people whom it concerns is never asked.
public enum AttributeReading: Sendable {
    public typealias Read<T> = @Sendable (Request, World, Parties) -> T

    case flag(Read<Bool>)
    /// A number; whether the deed that a duty arises from is itself one of those that are counted.
    case count(Read<Int>, countsTheDeed: Bool)
    /// How long something lasts: when it ends, `nil` where that is not said.
    case term(Read<Instant?>)
    /// One of the values of a closed set, `nil` for none of them.
    case choice(Read<UInt8?>)
    case roles(Read<RoleSet>)
    /// Roles of which each must be one of those that are named; none at all are not.
    case within(Read<RoleSet>)
    /// A name that lists of a policy may hold.
    case name(Read<String?>)
    /// Names of which every one has to be in a list.
    case names(Read<[String]>)
    /// Words that policies declare.
    case words(Read<[Text]>, isOfTheDeed: Bool)
    /// Whether something bears a mark that a policy declares.
    case marked(@Sendable (Request, World, Text) -> Bool)
}

/// The people of an act without whom an attribute says nothing of it: no condition on them matches, negated or not.
public struct Concerned: OptionSet, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let actor = Concerned(rawValue: 1)
    public static let target = Concerned(rawValue: 2)
}

/// What is asked, however: a rule may say some of it beside its act as well as in a condition.
public enum Question: Hashable, Sendable {
    case doer, person, givenRole, message, purpose, reason, term, subject, initiative
    /// What only conditions ask.
    case attribute(AttributeID)
    case part
    case time
}

/// One test on the act and the world, typed when the policy was compiled: what decisions and explanations alike ask.
public final class Predicate: Hashable, Sendable, CustomStringConvertible {
    /// What an attribute is compared with, by its type.
    public enum Operand: Hashable, Sendable {
        case flag
        case count(Comparison, Int)
        case term(Comparison, Duration)
        /// Values of a closed set, a bit each.
        case choice(UInt32)
        case roles(RoleSet)
        /// One of a list's items; the list goes by its clause's title. A single name stands for itself.
        case names(list: Text, [String])
        /// Words that a policy declares, of which any will do.
        case words([Text])
        case counted(CountSpec, Comparison, Int)
        case majority(answer: String, poll: String)
        case consent(ConsentSpec)
        /// The part that the rule names beside its act: `with photo`.
        case part(PartTest)
        /// What is asked of time, by the policy's calendar; where it has none, by the script's.
        case time(TimeTest, SchoolCalendar?)
    }

    private enum Test: Sendable {
        case flag(AttributeReading.Read<Bool>)
        case count(AttributeReading.Read<Int>, Comparison, Int)
        case term(AttributeReading.Read<Instant?>, Comparison, Duration)
        case choice(AttributeReading.Read<UInt8?>, UInt32)
        case roles(AttributeReading.Read<RoleSet>, RoleSet)
        case within(AttributeReading.Read<RoleSet>, RoleSet)
        case names(AttributeReading.Read<String?>, [String])
        case allNames(AttributeReading.Read<[String]>, [String])
        case words(AttributeReading.Read<[Text]>, [Text])
        case marked(@Sendable (Request, World, Text) -> Bool, [Text])
        case counted(CountSpec, Comparison, Int)
        case majority(String, String)
        case consent(ConsentSpec)
        case part(PartTest)
        case time(TimeTest, SchoolCalendar?)
    }

    /// `nil` for what stands beside the act.
    public let attribute: AttributeID?
    public let concerns: Concerned
    public let operand: Operand
    /// Whether it needs the names and texts of the act.
    let asksTexts: Bool
    /// Whether the deed that a duty arises from changes what is asked.
    let countsTheDeed: Bool
    public let question: Question
    private let test: Test

    /// A test of an attribute; what it is compared with is of its type.
    public init(
        _ attribute: AttributeID, _ question: Question?, _ concerns: Concerned, _ reading: AttributeReading, _ operand: Operand, asksTexts: Bool = false
    ) {
        (self.attribute, self.operand, self.asksTexts) = (attribute, operand, asksTexts)
        // A count says itself whose it is.
        if case .counted(let spec, _, _) = operand { self.concerns = spec.ofActor ? .actor : .target } else { self.concerns = concerns }
        self.question = question ?? .attribute(attribute)
        switch (reading, operand) {
        case (.count(_, countsTheDeed: true), _), (.words(_, isOfTheDeed: true), _), (_, .counted): countsTheDeed = true
        default: countsTheDeed = false
        }
        switch (reading, operand) {
        case (.flag(let read), .flag): test = .flag(read)
        case (.count(let read, _), .count(let sign, let n)): test = .count(read, sign, n)
        case (.term(let read), .term(let sign, let duration)): test = .term(read, sign, duration)
        case (.choice(let read), .choice(let values)): test = .choice(read, values)
        case (.roles(let read), .roles(let roles)): test = .roles(read, roles)
        case (.within(let read), .roles(let roles)): test = .within(read, roles)
        case (.name(let read), .names(_, let items)): test = .names(read, items.map(Self.folded))
        case (_, .counted(let spec, let sign, let n)): test = .counted(spec, sign, n)
        case (_, .majority(let answer, let poll)): test = .majority(answer, poll)
        case (_, .consent(let spec)): test = .consent(spec)
        case (.names(let read), .names(_, let items)): test = .allNames(read, items.map(Self.folded))
        case (.words(let read, _), .words(let words)): test = .words(read, words)
        case (.marked(let read), .words(let words)): test = .marked(read, words)
        default: preconditionFailure("an attribute is compared with what is not of its type")
        }
    }

    init(_ part: PartTest) {
        asksTexts = true
        (attribute, concerns, operand, countsTheDeed, question, test) = (nil, [], .part(part), false, .part, .part(part))
    }

    /// What is asked of time.
    public init(_ asked: TimeTest, _ calendar: SchoolCalendar?) {
        asksTexts = false
        (attribute, concerns, operand, countsTheDeed) = (nil, asked.concerns, .time(asked, calendar), false)
        (question, test) = (.time, .time(asked, calendar))
    }

    /// A question of yes or no that no condition asks by itself.
    init(_ question: Question, _ read: @escaping AttributeReading.Read<Bool>) {
        asksTexts = false
        (attribute, concerns, operand, countsTheDeed, self.question, test) = (nil, [], .flag, false, question, .flag(read))
    }

    /// Whether the act names somebody, and whether somebody does it.
    static let namesTarget = Predicate(.person) { request, _, _ in request.target != .absent }
    static let hasActor = Predicate(.doer) { request, _, _ in request.actor != .absent }

    public static func == (a: Predicate, b: Predicate) -> Bool { a === b || a.attribute == b.attribute && a.operand == b.operand && a.question == b.question }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(attribute)
        hasher.combine(operand)
        hasher.combine(question)
    }

    static func folded(_ text: String) -> String { text.lowercased() }

    public var description: String { "\(question) \(operand)" }

    // MARK: - Asking

    func holds(_ request: borrowing Request, _ world: borrowing World, _ parties: Parties) -> Bool {
        if !concerns.isEmpty, lacksSomebody(request) { return false }
        switch test {
        case .flag(let read): return read(request, world, parties)
        case .count(let read, let sign, let n): return sign.holds(read(request, world, parties), n)
        case .term(let read, let sign, let duration):
            guard let until = read(request, world, parties) else { return false }
            if until == .never { return sign == .greater || sign == .atLeast }
            return sign.holds(until, world.now.adding(duration))
        case .choice(let read, let values): return read(request, world, parties).map { values & (1 &<< UInt32($0)) != 0 } ?? false
        case .roles(let read, let roles): return !read(request, world, parties).isDisjoint(with: roles)
        case .within(let read, let roles):
            let all = read(request, world, parties)
            return !all.isEmpty && all.isSubset(of: roles)
        case .names(let read, let items): return read(request, world, parties).map { items.contains(Self.folded($0)) } ?? false
        case .counted(let spec, let sign, let n): return sign.holds(spec.count(request, world), n)
        case .majority(let answer, let poll): return world.hasMajority(answer, inPoll: poll, of: request.chat)
        case .consent(let spec): return spec.found(copy request, copy world) != nil
        case .allNames(let read, let items):
            let names = read(request, world, parties)
            return !names.isEmpty && names.allSatisfy { items.contains(Self.folded($0)) }
        case .words(let read, let words):
            return read(request, world, parties).contains { said in words.contains { $0.sharesName(with: said) } }
        case .marked(let read, let marks): return marks.contains { read(request, world, $0) }
        case .part(let part): return part.holds(request)
        case .time(let asked, let calendar): return asked.holds(request, world, calendar)
        }
    }

    private func lacksSomebody(_ request: borrowing Request) -> Bool {
        concerns.contains(.target) && request.target == .absent || concerns.contains(.actor) && request.actor == .absent
    }

    /// The number that is compared, of an act that names whom it concerns.
    public func count(_ context: Context) -> Int? {
        if case .counted(let spec, _, _) = test { return lacksSomebody(context.request) ? nil : spec.count(context.request, context.world) }
        guard case .count(let read, _, _) = test, !lacksSomebody(context.request) else { return nil }
        return read(context.request, context.world, context.parties)
    }

    /// The end of the term that is compared.
    public func end(_ context: Context) -> Instant? {
        guard case .term(let read, _, _) = test else { return nil }
        return read(context.request, context.world, context.parties)
    }

    /// How many questions it comes to; of a list each item is one.
    var size: Int { if case .names(_, let items) = operand { items.count } else { 1 } }
}
