import SfmModel
import SfmTerms

/// What a rule asks of a part of its act beyond roles, places and the like: that it is there, or that it is this one.
///
/// Of several values any will do.
public enum PartTest: Hashable, Sendable {
    /// Kinds that a policy declares.
    case kinds([Text])
    /// That a chat is for all of these.
    case forAll(RoleSet)
    /// Which acts are meant of those that a policy's word tells apart.
    case words([ActWord])
    case attachments(ChoiceSet<Attachment>)
    case purposes(ChoiceSet<Purpose>)
    case reasons(ChoiceSet<Reason>)
    case stated(CallPart)
    case named(CallPart, [String])
    case lasts(Duration)
    case until(Instant, hasTime: Bool)
    case numbers([Int])
    /// Who is told something.
    case tells(RoleSet, Telling)

    /// How those whom a rule names and those whom an act names agree.
    public enum Telling: Sendable {
        /// Nobody else is told: a permission.
        case nobodyElse
        /// One of them is among those who are told: a prohibition, an event.
        case any
        /// All of them are: a duty.
        case all
    }

    public func holds(_ request: borrowing Request) -> Bool {
        switch self {
        case .kinds(let kinds): kinds.contains { kind in request.kinds.contains { $0.sharesName(with: kind) } }
        case .words(let words): words.hold(request)
        case .forAll(let roles): request.audience.isSuperset(of: roles)
        case .attachments(let set): set.shares(request.attachments)
        case .purposes(let set): request.purpose.map(set.contains) ?? false
        case .reasons(let set): request.reason.map(set.contains) ?? false
        case .stated(let part): request.has(part)
        case .named(let part, let names): Self.isNamed(request, part, names)
        case .lasts(let duration):
            if let until = request.until, let said = request.said { until == said.time.adding(duration) } else { request.duration == duration }
        case .until(let instant, let hasTime):
            request.until.map { hasTime ? $0 == instant : $0 != .never && $0.day == instant.day } ?? false
        case .numbers(let numbers): request.number.map(numbers.contains) ?? false
        case .tells(let roles, .nobodyElse): !request.audience.isEmpty && request.audience.isSubset(of: roles)
        case .tells(let roles, .any): !request.audience.isDisjoint(with: roles)
        case .tells(let roles, .all): request.audience.isSuperset(of: roles)
        }
    }

    /// Texts and titles are alike whatever their case; chats, orders and the like are what their names are.
    private static func isNamed(_ request: borrowing Request, _ part: CallPart, _ names: [String]) -> Bool {
        guard let text = request.said?.texts[part] else { return false }
        switch part {
        case .text, .title, .about, .reason, .options, .subject, .value:
            let folded = Predicate.folded(text)
            return names.contains { Predicate.folded($0) == folded }
        case .chat, .group, .channel, .school, .order, .link, .phone, .email, .questionnaire, .unclaimed, .kinds, .word: return names.contains(text)
        }
    }

    /// The part that the test is about, where it is a name or a word.
    public var part: CallPart? {
        switch self {
        case .stated(let part), .named(let part, _): part
        case .reasons: .reason
        case .kinds: .kinds
        case .words, .forAll, .attachments, .purposes, .lasts, .until, .numbers, .tells: nil
        }
    }

    /// What a condition can ask as well, and what it would compare that with.
    public var question: Question? {
        switch self {
        case .purposes: .purpose
        case .reasons: .reason
        case .lasts: .term
        case .kinds, .words, .forAll, .attachments, .stated, .named, .until, .numbers, .tells: nil
        }
    }

    public var operand: Predicate.Operand? {
        switch self {
        case .purposes(let set): .choice(set.bits)
        case .reasons(let set): .choice(set.bits)
        // That something lasts so long is not said by a comparison with where it ends.
        case .kinds, .words, .forAll, .attachments, .stated, .named, .lasts, .until, .numbers, .tells: nil
        }
    }

    /// Whether every act that passes this test passes the other.
    func implies(_ other: PartTest) -> Bool {
        switch (self, other) {
        case (.kinds(let some), .kinds(let others)): some.allSatisfy { one in others.contains { $0.sharesName(with: one) } }
        case (.words(let some), .words(let others)): some.allSatisfy(others.contains)
        case (.forAll(let some), .forAll(let others)): others.isSubset(of: some)
        case (.attachments(let a), .attachments(let b)): a.isSubset(of: b)
        case (.purposes(let a), .purposes(let b)): a.isSubset(of: b)
        case (.reasons(let a), .reasons(let b)): a.isSubset(of: b)
        case (.named(let part, _), .stated(let other)): part == other
        case (.named(let part, let some), .named(let other, let others)): part == other && some.allSatisfy(others.contains)
        case (.numbers(let some), .numbers(let others)): some.allSatisfy(others.contains)
        // Whoever tells only these tells one of them, and whoever tells only some tells only more.
        case (.tells(let a, .nobodyElse), .tells(let b, .nobodyElse)), (.tells(let a, .nobodyElse), .tells(let b, .any)): a.isSubset(of: b)
        case (.tells(let a, .any), .tells(let b, .any)): a.isSubset(of: b)
        case (.tells(let a, .all), .tells(let b, .all)): b.isSubset(of: a)
        default: self == other
        }
    }

    /// Whether an act says something else of the part; one that leaves it open does not.
    public func contradicts(_ request: Request) -> Bool {
        let isSaid =
            switch self {
            case .kinds: !request.kinds.isEmpty
            case .words: true
            case .forAll: !request.audience.isEmpty
            case .attachments: !request.attachments.isEmpty
            case .purposes: request.purpose != nil
            case .reasons: request.reason != nil
            case .stated: false
            case .named(let part, _): request.has(part)
            case .lasts, .until: request.until != nil
            case .numbers: request.number != nil
            case .tells: !request.audience.isEmpty
            }
        return isSaid && !holds(request)
    }
}

/// An act with the word of a policy that says which of its kind it is.
public struct ActWord: Hashable, Sendable {
    public let act: Int
    public let word: Text

    public init(act: Int, word: Text) { (self.act, self.word) = (act, word) }
}

extension [ActWord] {
    /// Whether the act is one of these; acts of which no word is named are meant whatever theirs.
    fileprivate func hold(_ request: borrowing Request) -> Bool {
        guard contains(where: { $0.act == request.act }) else { return true }
        guard let word = request.word else { return false }
        let act = request.act
        return contains { $0.act == act && $0.word.sharesName(with: word) }
    }
}

extension Scope {
    /// Whether an act says something else of a part that this names.
    public func contradicts(_ request: Request) -> Bool {
        if !audience.isEmpty, !request.audience.isEmpty, !request.audience.isSubset(of: audience) { return true }
        if otherChats, !request.audience.isEmpty { return true }
        if !moods.isEmpty, request.mood != .ordinary, !moods.contains(request.mood) { return true }
        if let field = request.field, !fields.isEmpty, !fields.contains(field) { return true }
        if let role = request.role, !asRoles.isEmpty, !asRoles.has(role) { return true }
        return request.place.map { !places.isEmpty && !places.contains($0) } ?? false
    }
}

extension [PartTest] {
    public func hold(_ request: borrowing Request) -> Bool {
        for test in self where !test.holds(request) { return false }
        return true
    }
}
