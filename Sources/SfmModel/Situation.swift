import SfmTerms

/// What of a world an exploration has to tell apart: two worlds that are alike in all of it go on alike, as far as anything that it asks can see.
public struct Sight: Sendable {
    /// How far the clock itself is looked at.
    public enum Clock: Int, Comparable, Sendable {
        /// Only how long something still lasts is seen; weekday and hour as well; the date as well.
        case unseen, week, date

        public static func < (a: Clock, b: Clock) -> Bool { a.rawValue < b.rawValue }
    }

    public var clock = Clock.unseen
    /// How far counts are told apart: from here on all are one. Nothing compares what is 0.
    public var violations = 0, reminders = 0, warnings = 0, deeds = 0
    /// The longest time within which deeds are counted, in minutes; 0 where they are counted without one.
    public var deedTimes: Int64 = 0
    /// Whether what was written can still be asked about, or acted on.
    public var messages = false
    /// The longest silence of a chat that a rule asks for, in minutes.
    public var silence: Int64 = 0

    public init() {}
}

/// A situation as it is written down to be told from others: numbers, part by part.
///
/// A part is what changes by itself, as a person or what a chat knows of one: of thousands of situations there are few different parts.
public struct SituationText: Sendable {
    public private(set) var bytes: [UInt8] = []
    /// Where each part ends.
    public private(set) var ends: [Int] = []
    /// Whether anybody has been named since it was begun: what names nobody reads the same whoever is who.
    public private(set) var namesPeople = false
    public let sight: Sight
    private let now: Instant
    /// In which order people are told of, and where each stands in it: people who can stand for each other change places.
    private let places: [Int32]?

    public init(_ sight: Sight, now: Instant, places: [Int32]? = nil) { (self.sight, self.now, self.places) = (sight, now, places) }

    /// Seven bits a byte, so that small numbers of either sign are short.
    public mutating func put(_ number: Int) {
        var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
        while rest > 127 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    public mutating func put(_ flag: Bool) { bytes.append(flag ? 2 : 0) }
    public mutating func put<Kind>(_ id: Identifier<Kind>) { put(Int(id.rawValue)) }

    public mutating func put(_ text: String) {
        put(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    public mutating func put(_ person: PersonID) {
        guard person != .absent else { return put(-1) }
        put(number(of: person))
    }

    /// Where somebody stands among those who are told of.
    public mutating func number(of person: PersonID) -> Int {
        namesPeople = true
        guard let places else { return person.index }
        return Int(places[person.index])
    }

    /// Begins anew with nothing.
    public mutating func begin() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        namesPeople = false
    }

    public mutating func put(people: some Collection<PersonID>) {
        put(people.count)
        for person in people { put(person) }
    }

    /// Those of a set, whose order means nothing.
    public mutating func put(setOfPeople people: Roster<Identified.Person>) {
        guard !people.isEmpty else { return put(0) }
        var numbers: [Int] = []
        for person in people { numbers.append(number(of: person)) }
        numbers.sort()
        put(numbers.count)
        for number in numbers { put(number) }
    }

    /// A moment to come as it is seen; of what is past only that.
    public mutating func put(_ moment: Instant) {
        put(minutes(until: moment))
    }

    /// How a moment to come is seen, as a number.
    public func minutes(until moment: Instant) -> Int {
        moment == .never ? -1 : moment <= now ? 0 : Int(sight.clock == .date ? moment.minutes : moment.minutes - now.minutes)
    }

    public mutating func endPart() { ends.append(bytes.count) }
}

/// What of a world changes by itself.
public enum SituationPart: Sendable {
    case school
    case person(PersonID)
    case chat(ChatID)
    /// What a chat knows of somebody.
    case record(ChatID, PersonID)
    case rest
}

extension World {
    /// Gives the words of policies their numbers now, so that these do not depend on what happens first.
    public mutating func prepare(marks: [Text]) { for mark in marks { _ = makeMark(mark) } }

    /// The parts of a world, in the order in which they are told.
    public func parts(_ order: [PersonID]) -> [SituationPart] {
        [.school] + order.map { .person($0) } + chats.indices.flatMap { k in [.chat(ChatID(k))] + order.map { .record(ChatID(k), $0) } } + [.rest]
    }

    /// Writes down what can be seen of a part.
    public func describe(_ part: SituationPart, into text: inout SituationText) {
        switch part {
        case .school:
            switch text.sight.clock {
            case .unseen: break
            case .week: text.put(Int(now.minutes % (7 * 1440)))
            case .date: text.put(Int(now.minutes))
            }
            describeSchool(into: &text)
        case .person(let person): describe(person, into: &text)
        case .chat(let chat): describe(chat, into: &text)
        case .record(let chat, let person): if let record = s.chats[chat.index][person] { describe(record, into: &text) }
        case .rest:
            describeTally(into: &text)
            describeConsents(into: &text)
        }
    }

    private func describeSchool(into text: inout SituationText) {
        text.put(school.name)
        text.put(school.isRegistered)
        text.put(school.ordersAtLarge)
        for field in school.fields { text.put(field) }
        text.put(school.application != nil)
        if let application = school.application {
            text.put(application.author)
            for name in [application.order, application.phone, application.email] { text.put(name) }
            text.put(application.hasQuestionnaire)
            text.put(application.isWhole)
        }
        text.put(staffRoom)
        text.put(groups.count)
        for group in groups {
            text.put(group.isStaffRoom)
            text.put(setOfPeople: group.members)
        }
        text.put(links.count)
        for link in links {
            text.put(Int(link.state.rawValue))
            text.put(link.role.map { Int($0.rawValue) } ?? -1)
            text.put(link.person)
            text.put(Int(link.place.rawValue))
            text.put(link.chat)
            text.put(link.group)
            text.put(link.creator)
            text.put(link.until)
        }
        text.put(orders.count)
        for order in orders {
            text.put(order.number)
            text.put(order.about)
            text.put(order.appoints)
            text.put(order.stages.reduce(0) { $0 | 1 << Int($1.rawValue) })
        }
        text.put(channels.count)
        for channel in channels {
            text.put(channel.name)
            text.put(channel.material.count)
            for name in channel.material { text.put(name) }
            if text.sight.messages { describe(channel.posts, into: &text) }
        }
        text.put(broadcasts.count)
        for broadcast in broadcasts {
            text.put(broadcast.title)
            text.put(broadcast.isStarted)
            text.put(broadcast.plannedAt ?? .never)
        }
    }

    private func describe(_ person: PersonID, into text: inout SituationText) {
        let one = self[person: person]
        text.put(Int(one.roles.rawValue))
        text.put(Int(one.marks.rawValue))
        text.put(one.group)
        text.put(people: Array(one.children))
        text.put(people: Array(one.parents))
        text.put(one.leads.count)
        for group in one.leads.sorted() { text.put(group) }
        text.put(one.teaches.count)
        for (subject, group) in one.teaches {
            text.put(subject)
            text.put(group)
        }
        one.ownMarks.describe(into: &text)
        one.ownRoles.describe(into: &text)
        text.put(one.requested.map { Int($0.rawValue) } ?? -1)
        text.put(Int(one.requestedPlace.rawValue))
        text.put(one.born.map { Int($0.minutes) } ?? -1)
    }

    private func describe(_ id: ChatID, into text: inout SituationText) {
        let chat = self[chat: id]
        text.put(chat.name)
        text.put(chat.isClosed)
        text.put(chat.isDeleted)
        text.put(Int(chat.audience.rawValue))
        text.put(chat.group)
        text.put(chat.subject)
        text.put(chat.moderator)
        text.put(people: chat.furtherModerators)
        chat.ownMarks.describe(into: &text)
        text.put(chat.gathering != nil)
        if let gathering = chat.gathering {
            text.put(gathering.title)
            text.put(gathering.host)
            text.put(setOfPeople: gathering.present)
        }
        if text.sight.silence > 0 { text.put(chat.lastWritten.adding(Duration(minutes: Int32(clamping: text.sight.silence)))) }
        if text.sight.messages { describe(chat.messages, into: &text) }
        guard let poll = poll(in: id) else { return text.put(false) }
        text.put(true)
        text.put(poll.title)
        text.put(poll.options.count)
        for option in poll.options { text.put(option) }
        let votes = poll.votes.map { (text.number(of: $0.key), $0.value) }.sorted { $0.0 < $1.0 }
        text.put(votes.count)
        for (person, answer) in votes {
            text.put(person)
            text.put(answer)
        }
    }

    private func describe(_ messages: Pages<Message>, into text: inout SituationText) {
        text.put(messages.count)
        for message in messages {
            text.put(message.author)
            text.put(message.text)
            text.put(Int(message.mood.rawValue))
            text.put(message.isDeleted)
            text.put(message.isPinned)
            text.put(message.kinds.count)
            for kind in message.kinds { text.put(kind.en) }
        }
    }

    /// A record that says nothing is as good as none.
    private func describe(_ record: ChatRecord, into text: inout SituationText) {
        let sight = text.sight
        let counts = [min(Int(record.violations), sight.violations), min(Int(record.reminders), sight.reminders), min(Int(record.warnings), sight.warnings)]
        let block = record.block.flatMap { now < $0.until ? $0 : nil }
        let kind = sight.violations > 0 || record.violationKind != nil ? record.violationKind : nil
        let isBlank = !record.isMember && !record.knowsRules && counts.allSatisfy { $0 == 0 } && block == nil && record.objectsTo.isEmpty
        if isBlank, kind == nil, record.ownMarks == OwnMarks() { return }
        text.put((record.isMember ? 1 : 0) + (record.knowsRules ? 2 : 0) + (block == nil ? 0 : 4))
        for count in counts { text.put(count) }
        if let block {
            text.put(block.start)
            text.put(block.until)
            text.put(block.apologized)
            text.put(setOfPeople: block.objections)
        }
        text.put(setOfPeople: record.objectsTo)
        record.ownMarks.describe(into: &text)
        text.put(kind?.en ?? "")
    }

    private func describeTally(into text: inout SituationText) {
        guard text.sight.deeds > 0 else { return }
        tally.describe(into: &text, now: now)
    }

    private func describeConsents(into text: inout SituationText) {
        for (act, given) in consents.sorted(by: { $0.key < $1.key }) where !given.isEmpty {
            text.put(act)
            text.put(given.count)
            for consent in given {
                text.put(consent.giver)
                text.put(Int(consent.roles.rawValue))
                consent.request.describe(into: &text)
            }
        }
    }
}

extension OwnMarks {
    fileprivate func describe(into text: inout SituationText) {
        let ids = sorted
        text.put(ids.count)
        for id in ids { text.put(Int(id)) }
    }
}

extension Request {
    /// What a consent is compared with.
    fileprivate func describe(into text: inout SituationText) {
        text.put(act)
        for person in [actor, target, other] { text.put(person) }
        text.put(chat)
        text.put(channel)
        text.put(group)
        text.put(link)
        text.put(order)
        for name in [name, subject, about, value] { text.put(name) }
        text.put(Int(audience.rawValue))
        text.put(number ?? -1)
        text.put(role.map { Int($0.rawValue) } ?? -1)
        text.put(reason.map { Int($0.rawValue) } ?? -1)
        text.put(purpose.map { Int($0.rawValue) } ?? -1)
        text.put(field.map { Int($0.rawValue) } ?? -1)
        text.put(Int(mood.rawValue))
        text.put(word?.en ?? "")
        text.put(kinds.count)
        for kind in kinds { text.put(kind.en) }
        text.put(duration?.description ?? "")
        text.put(until ?? .never)
    }
}
