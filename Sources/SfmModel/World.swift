import SfmTerms

/// The school and its messenger as one value: copied for undo and dry runs, changed only through `inout`.
///
/// Invariant: ids are indices and never reused, so the order of ids is the order of appearance.
public struct World: Sendable {
    /// Everything in one place, so that a copy of the world is one reference; copied when it is shared and changed.
    /// Only the world touches it, one access at a time: what a change is given is never the world itself.
    final class Storage: @unchecked Sendable {
        @exclusivity(unchecked) var now = Instant.start
        @exclusivity(unchecked) var calendar: SchoolCalendar?
        @exclusivity(unchecked) var school = School()
        @exclusivity(unchecked) var people = Pages<Person>()
        /// Of every person what follows from the rest; brought up to date with every change.
        @exclusivity(unchecked) var statuses = Cells<PersonStatus>()
        @exclusivity(unchecked) var groups = Pages<Group>()
        @exclusivity(unchecked) var chats = Pages<Chat>()
        /// Of every chat likewise.
        @exclusivity(unchecked) var memberships = MembershipTable()
        @exclusivity(unchecked) var channels = Pages<Channel>()
        @exclusivity(unchecked) var links = Pages<Link>()
        @exclusivity(unchecked) var orders = Pages<Order>()
        @exclusivity(unchecked) var polls = Pages<Poll>()
        @exclusivity(unchecked) var broadcasts = Pages<Broadcast>()
        /// How many answers all polls have together.
        @exclusivity(unchecked) var answers = 0
        @exclusivity(unchecked) var hasDeletedChats = false
        @exclusivity(unchecked) var hasFurtherModerators = false
        /// When what rules count was done.
        @exclusivity(unchecked) var tally = Tally()
        /// Consents given beforehand, by the act that they are to.
        @exclusivity(unchecked) var consents: [Int: [Consent]] = [:]
        /// Who has come into a group or left one, and which it was; taken up by what follows from it.
        @exclusivity(unchecked) var moves: [(person: PersonID, left: GroupID)] = []
        /// Who and what has changed, where somebody wants to know.
        @exclusivity(unchecked) var changes: Changes?
        /// The marks that have been put on anything, by each of their names.
        @exclusivity(unchecked) var marks: [String: Int32] = [:]
        @exclusivity(unchecked) var staffRoom: GroupID = .absent
        @exclusivity(unchecked) var personByName = NameTable<Identifier<Identified.Person>>()
        @exclusivity(unchecked) var groupByName = NameTable<Identifier<Identified.Group>>()
        @exclusivity(unchecked) var chatByName = NameTable<Identifier<Identified.Chat>>()
        @exclusivity(unchecked) var channelByName = NameTable<Identifier<Identified.Channel>>()
        @exclusivity(unchecked) var linkByName = NameTable<Identifier<Identified.Link>>()
        @exclusivity(unchecked) var orderByName = NameTable<Identifier<Identified.Order>>()
        @exclusivity(unchecked) var broadcastByName = NameTable<Identifier<Identified.Broadcast>>()

        init() {}

        init(_ o: Storage) {
            calendar = o.calendar
            (now, school, people, statuses, groups) = (o.now, o.school, o.people, o.statuses, o.groups)
            (chats, memberships) = (o.chats, o.memberships)
            (channels, links, orders, polls, broadcasts, staffRoom) = (o.channels, o.links, o.orders, o.polls, o.broadcasts, o.staffRoom)
            (personByName, groupByName, chatByName) = (o.personByName, o.groupByName, o.chatByName)
            (channelByName, linkByName, orderByName, broadcastByName) = (o.channelByName, o.linkByName, o.orderByName, o.broadcastByName)
            (answers, hasDeletedChats, marks, tally) = (o.answers, o.hasDeletedChats, o.marks, o.tally)
            (consents, moves, hasFurtherModerators, changes) = (o.consents, o.moves, o.hasFurtherModerators, o.changes)
        }
    }

    /// Touched by the world's own extensions alone.
    var s = Storage()

    /// How much it holds: what takes more counts more.
    public var size: Int { s.people.count + s.groups.count + s.channels.count + s.orders.count + 2 * s.links.count + 4 * s.chats.count + s.answers }

    /// How many people the chat that was made last knows something of.
    public var lastChatSize: Int { s.chats.last?.records.count ?? 0 }

    public init() {}

    mutating func own() { if !isKnownUniquelyReferenced(&s) { s = Storage(s) } }

    /// Whether nothing has changed between two copies; equal contents that were made apart do not count.
    public func isSame(as other: World) -> Bool { s === other.s }

    public var now: Instant {
        get { s.now }
        set {
            own()
            s.now = newValue
        }
    }

    /// The script's calendar, which those policies follow that have none of their own.
    public var calendar: SchoolCalendar? {
        get { s.calendar }
        set {
            own()
            s.calendar = newValue
        }
    }

    public var school: School {
        _read { yield s.school }
        _modify {
            own()
            yield &s.school
        }
    }

    public var staffRoom: GroupID {
        get { s.staffRoom }
        set {
            own()
            s.staffRoom = newValue
        }
    }

    public var people: Pages<Person> { s.people }
    public var groups: Pages<Group> { s.groups }
    public var chats: Pages<Chat> { s.chats }
    public var channels: Pages<Channel> { s.channels }
    public var links: Pages<Link> { s.links }
    public var orders: Pages<Order> { s.orders }
    public var polls: Pages<Poll> { s.polls }
    public var broadcasts: Pages<Broadcast> { s.broadcasts }

    // MARK: - Looking up

    public func person(named name: NameID) -> PersonID { s.personByName[name] }
    public func group(named name: NameID) -> GroupID { s.groupByName[name] }
    public func chat(named name: NameID) -> ChatID { s.chatByName[name] }
    public func channel(named name: NameID) -> ChannelID { s.channelByName[name] }
    public func link(named name: NameID) -> LinkID { s.linkByName[name] }
    public func order(named name: NameID) -> OrderID { s.orderByName[name] }

    public subscript(person id: PersonID) -> Person {
        _read { yield s.people[id.index] }
        _modify {
            own()
            defer {
                s.statuses[id.index] = s.people[id.index].status
                noteChange(of: id)
            }
            yield &s.people[id.index]
        }
    }

    public subscript(group id: GroupID) -> Group {
        _read { yield s.groups[id.index] }
        _modify {
            own()
            yield &s.groups[id.index]
        }
    }

    public subscript(chat id: ChatID) -> Chat {
        _read { yield s.chats[id.index] }
        _modify {
            own()
            defer {
                s.memberships.set(moderator: s.chats[id.index].moderator, of: id)
                if s.chats[id.index].group != .absent { s.groups[s.chats[id.index].group.index].chats.insert(id) }
                s.chats[id.index].date(s.now)
                noteChange(of: id)
            }
            yield &s.chats[id.index]
        }
    }

    public subscript(channel id: ChannelID) -> Channel {
        _read { yield s.channels[id.index] }
        _modify {
            own()
            yield &s.channels[id.index]
        }
    }

    public subscript(link id: LinkID) -> Link {
        _read { yield s.links[id.index] }
        _modify {
            own()
            yield &s.links[id.index]
        }
    }

    public subscript(order id: OrderID) -> Order {
        _read { yield s.orders[id.index] }
        _modify {
            own()
            yield &s.orders[id.index]
        }
    }

    /// The poll that was put to a chat last.
    public func poll(in chat: ChatID) -> Poll? { s.chats[chat.index].lastPoll.map { s.polls[$0] } }

    /// Whether more than half of a chat's members have voted for an answer of its last poll of that title.
    public func hasMajority(_ answer: String, inPoll title: String, of chat: ChatID) -> Bool {
        votes(for: answer, inPoll: title, of: chat).map { 2 * $0 > self[chat: chat].memberCount } ?? false
    }

    /// How many of a chat's members have voted for an answer of its last poll; `nil` where that poll has another title.
    public func votes(for answer: String, inPoll title: String, of chat: ChatID) -> Int? {
        guard chat != .absent, let poll = poll(in: chat), Self.isSame(poll.text, title) else { return nil }
        return poll.votes.count { person, vote in has(person, in: chat) && poll.answerTexts[vote].map { Self.isSame($0, answer) } ?? false }
    }

    private static func isSame(_ a: String, _ b: String) -> Bool { a == b || a.lowercased() == b.lowercased() }

    /// Puts a poll to its chat.
    public mutating func ask(_ poll: Poll) {
        own()
        s.chats[poll.chat.index].lastPoll = s.polls.count
        s.answers += poll.options.count
        s.polls.append(poll)
        noteChange(of: poll.chat)
    }

    /// Somebody's vote in the last poll of a chat; whether it is another than before.
    public mutating func vote(_ person: PersonID, for answer: NameID, in chat: ChatID) -> Bool {
        guard let poll = s.chats[chat.index].lastPoll, s.polls[poll].votes[person] != answer else { return false }
        own()
        s.polls[poll].votes[person] = answer
        noteChange(of: chat)
        return true
    }

    /// Whether everything that a call names is there.
    public func knows(_ request: Request) -> Bool {
        [request.actor, request.target, request.other].allSatisfy { $0.index < people.count } && request.chat.index < chats.count
            && request.channel.index < channels.count && request.group.index < groups.count && request.link.index < links.count
            && request.order.index < orders.count
    }
}
