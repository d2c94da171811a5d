import SfmTerms

/// The school and its messenger as one value: copied for undo and dry runs, changed only through `inout`.
///
/// Invariant: ids are indices and never reused, so the order of ids is the order of appearance.
public struct World: Sendable {
    /// Everything in one place, so that a copy of the world is one reference; copied when it is shared and changed.
    /// Only the world touches it, one access at a time: what a change is given is never the world itself.
    private final class Storage: @unchecked Sendable {
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
            (consents, moves, hasFurtherModerators) = (o.consents, o.moves, o.hasFurtherModerators)
        }
    }

    private var s = Storage()

    /// How much it holds: what takes more counts more.
    public var size: Int { s.people.count + s.groups.count + s.channels.count + s.orders.count + 2 * s.links.count + 4 * s.chats.count + s.answers }

    /// How many people the chat that was made last knows something of.
    public var lastChatSize: Int { s.chats.last?.records.count ?? 0 }

    public init() {}

    private mutating func own() { if !isKnownUniquelyReferenced(&s) { s = Storage(s) } }

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
            defer { s.statuses[id.index] = s.people[id.index].status }
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
        guard chat != .absent, let poll = poll(in: chat), Self.isSame(poll.text, title) else { return false }
        let votes = poll.votes.count { person, vote in has(person, in: chat) && poll.answerTexts[vote].map { Self.isSame($0, answer) } ?? false }
        return 2 * votes > self[chat: chat].memberCount
    }

    private static func isSame(_ a: String, _ b: String) -> Bool { a == b || a.lowercased() == b.lowercased() }

    /// Puts a poll to its chat.
    public mutating func ask(_ poll: Poll) {
        own()
        s.chats[poll.chat.index].lastPoll = s.polls.count
        s.answers += poll.options.count
        s.polls.append(poll)
    }

    /// Somebody's vote in the last poll of a chat; whether it is another than before.
    public mutating func vote(_ person: PersonID, for answer: NameID, in chat: ChatID) -> Bool {
        guard let poll = s.chats[chat.index].lastPoll, s.polls[poll].votes[person] != answer else { return false }
        own()
        s.polls[poll].votes[person] = answer
        return true
    }

    /// Whether everything that a call names is there.
    public func knows(_ request: Request) -> Bool {
        [request.actor, request.target, request.other].allSatisfy { $0.index < people.count } && request.chat.index < chats.count
            && request.channel.index < channels.count && request.group.index < groups.count && request.link.index < links.count
            && request.order.index < orders.count
    }

    // MARK: - Making

    /// The person of that name, made where there is none; further roles are added.
    @discardableResult
    public mutating func admit(_ name: NameID, _ role: Role? = nil) -> PersonID {
        own()
        var id = s.personByName[name]
        if id == .absent {
            id = PersonID(s.people.count)
            s.people.append(Person(name: name, roles: []))
            s.statuses.append(s.people[id.index].status)
            s.personByName[name] = id
        }
        if let role { self[person: id].roles.formUnion(RoleSet(role)) }
        return id
    }

    @discardableResult
    public mutating func makeGroup(_ name: NameID) -> GroupID {
        own()
        if s.groupByName[name] != .absent { return s.groupByName[name] }
        s.groups.append(Group(name: name))
        s.groupByName[name] = GroupID(s.groups.count - 1)
        return GroupID(s.groups.count - 1)
    }

    /// The staff room, made where there is none.
    @discardableResult
    public mutating func makeStaffRoom(named name: NameID) -> GroupID {
        if staffRoom == .absent {
            staffRoom = makeGroup(name)
            self[group: staffRoom].isStaffRoom = true
        }
        return staffRoom
    }

    public mutating func makeChat(_ chat: Chat) -> ChatID {
        own()
        s.chats.append(chat)
        s.chats[s.chats.count - 1].date(s.now, isNew: true)
        s.memberships.add(chat)
        s.chatByName[chat.name] = ChatID(s.chats.count - 1)
        if chat.group != .absent { s.groups[chat.group.index].chats.insert(ChatID(s.chats.count - 1)) }
        return ChatID(s.chats.count - 1)
    }

    /// Gives a chat another name, by which alone it is found from here on.
    public mutating func rename(_ chat: ChatID, to name: NameID) {
        own()
        s.chatByName[s.chats[chat.index].name] = .absent
        s.chats[chat.index].name = name
        s.chatByName[name] = chat
    }

    /// Takes a chat away: nobody is in it any more, and its name is free.
    public mutating func delete(_ chat: ChatID) {
        own()
        for person in s.chats[chat.index].members { removeMember(person, from: chat) }
        s.chatByName[s.chats[chat.index].name] = .absent
        self[chat: chat].moderator = .absent
        self[chat: chat].gathering = nil
        self[chat: chat].isDeleted = true
        s.hasDeletedChats = true
    }

    /// Whether any chat has been deleted: hardly ever, and then alone it is asked which.
    public var hasDeletedChats: Bool { s.hasDeletedChats }

    @discardableResult
    public mutating func makeChannel(_ name: NameID) -> ChannelID {
        own()
        if s.channelByName[name] != .absent { return s.channelByName[name] }
        s.channels.append(Channel(name: name))
        s.channelByName[name] = ChannelID(s.channels.count - 1)
        return ChannelID(s.channels.count - 1)
    }

    public mutating func makeLink(_ link: Link) -> LinkID {
        own()
        s.links.append(link)
        s.linkByName[link.name] = LinkID(s.links.count - 1)
        return LinkID(s.links.count - 1)
    }

    @discardableResult
    public mutating func makeOrder(_ number: NameID) -> OrderID {
        own()
        if s.orderByName[number] != .absent { return s.orderByName[number] }
        s.orders.append(Order(number: number))
        s.orderByName[number] = OrderID(s.orders.count - 1)
        return OrderID(s.orders.count - 1)
    }

    public mutating func plan(_ broadcast: Broadcast) {
        own()
        if s.broadcastByName[broadcast.title] == .absent { s.broadcastByName[broadcast.title] = Identifier(s.broadcasts.count) }
        s.broadcasts.append(broadcast)
    }

    /// Starts the first broadcast of that title, planned or not; whether it was not on yet.
    public mutating func startBroadcast(_ title: NameID) -> Bool {
        if s.broadcastByName[title] == .absent { plan(Broadcast(title: title)) }
        let place = s.broadcastByName[title].index
        guard !s.broadcasts[place].isStarted else { return false }
        own()
        s.broadcasts[place].isStarted = true
        return true
    }

    var tally: Tally { s.tally }

    mutating func noteOnce(_ person: PersonID, _ counted: Counted, _ kind: Int32) {
        own()
        s.tally.note(person, counted, kind, at: s.now)
    }

    /// The consents to an act that have been given and not used.
    public var consents: [Int: [Consent]] {
        get { s.consents }
        _modify {
            own()
            yield &s.consents
        }
    }

    /// Who has come into a group or left one since this was asked last.
    public mutating func takeMoves() -> [(person: PersonID, left: GroupID)] {
        guard !s.moves.isEmpty else { return [] }
        own()
        defer { s.moves = [] }
        return s.moves
    }

    public var hasMoves: Bool { !s.moves.isEmpty }

    /// The number of the mark of that name, where one has been put on anything.
    func markID(_ name: String) -> Int32? { s.marks[name] }

    /// The number of a mark, by whichever of its names it is known.
    mutating func makeMark(_ name: Text) -> Int32 {
        let id = s.marks[name.en] ?? s.marks[name.ru] ?? Int32(s.marks.count)
        if s.marks[name.en] != id || s.marks[name.ru] != id {
            own()
            (s.marks[name.en], s.marks[name.ru]) = (id, id)
        }
        return id
    }

    // MARK: - Membership

    /// Changes what a chat knows of a person.
    public mutating func record(_ person: PersonID, in chat: ChatID, _ change: (inout ChatRecord) -> Void) {
        own()
        let (place, isNew) = s.chats[chat.index].update(person, change)
        s.memberships.put(MembershipTable.Row(s.chats[chat.index].records[place]), at: place, of: chat)
        if isNew { s.people[person.index].chats.append(chat) }
    }

    public mutating func addMember(_ person: PersonID, to chat: ChatID, knowsRules: Bool = false) {
        own()
        record(person, in: chat) { record in
            record.isMember = true
            if knowsRules { record.knowsRules = true }
        }
    }

    /// Leaves the record: violations and known rules outlive membership, blocks and objections do not.
    public mutating func removeMember(_ person: PersonID, from chat: ChatID) {
        own()
        withdrawObjections(of: person, in: chat)
        record(person, in: chat) { record in
            record.isMember = false
            record.block = nil
        }
        dismissModerator(person, of: chat)
    }

    /// Whether somebody's objection to a release is new.
    public mutating func object(_ person: PersonID, toReleaseOf blocked: PersonID, in chat: ChatID) -> Bool {
        guard let block = block(of: blocked, in: chat), !block.objections.contains(person) else { return false }
        record(blocked, in: chat) { $0.block?.objections.insert(person) }
        record(person, in: chat) { $0.objectsTo.insert(blocked) }
        return true
    }

    /// Everybody to whose release somebody objects in a chat.
    public func blocked(objectedToBy person: PersonID, in chat: ChatID) -> [PersonID] {
        let known = s.chats[chat.index][person]?.objectsTo ?? Roster()
        return known.filter { block(of: $0, in: chat)?.objections.contains(person) ?? false }
    }

    public mutating func withdrawObjections(of person: PersonID, in chat: ChatID) {
        guard let known = s.chats[chat.index][person]?.objectsTo, !known.isEmpty else { return }
        for blocked in blocked(objectedToBy: person, in: chat) { record(blocked, in: chat) { $0.block?.objections.remove(person) } }
        record(person, in: chat) { $0.objectsTo.removeAll() }
    }

    public func block(of person: PersonID, in chat: ChatID) -> Block? {
        if let row = s.memberships.row(of: person, in: chat), !row.isBlocked { return nil }
        guard let block = s.chats[chat.index][person]?.block, block.holds(at: now) else { return nil }
        return block
    }

    /// Whether somebody is a member of a chat.
    public func has(_ person: PersonID, in chat: ChatID) -> Bool {
        s.memberships.row(of: person, in: chat)?.isMember ?? s.chats[chat.index].has(person)
    }

    public func moderator(of chat: ChatID) -> PersonID { s.memberships.moderator(of: chat) }

    /// All moderators of a chat, the first one first.
    public func moderators(of chat: ChatID) -> [PersonID] {
        let first = moderator(of: chat)
        return first == .absent ? [] : [first] + s.chats[chat.index].furtherModerators
    }

    /// Makes somebody a moderator beside those that a chat has; whether it was otherwise before.
    public mutating func addModerator(_ person: PersonID, of chat: ChatID) -> Bool {
        guard !moderators(of: chat).contains(person) else { return false }
        if moderator(of: chat) == .absent {
            self[chat: chat].moderator = person
        } else {
            self[chat: chat].furtherModerators.append(person)
            s.hasFurtherModerators = true
        }
        return true
    }

    /// Makes some people the moderators of a chat, and nobody else.
    public mutating func appoint(moderators: [PersonID], of chat: ChatID) {
        self[chat: chat].moderator = moderators.first ?? .absent
        self[chat: chat].furtherModerators = Array(moderators.dropFirst())
        if moderators.count > 1 { s.hasFurtherModerators = true }
    }

    /// Somebody moderates a chat no longer; of several the next is the first.
    public mutating func dismissModerator(_ person: PersonID, of chat: ChatID) {
        let all = moderators(of: chat)
        if all.contains(person) { appoint(moderators: all.filter { $0 != person }, of: chat) }
    }

    /// Whether a chat knows anything of anybody.
    @inline(__always)
    public func hasRecords(_ chat: ChatID) -> Bool { s.memberships.hasRecords(chat) }

    /// The violations that a chat has recorded against somebody.
    public func violations(of person: PersonID, in chat: ChatID) -> Int {
        s.memberships.row(of: person, in: chat)?.violations ?? Int(s.chats[chat.index][person]?.violations ?? 0)
    }

    /// Whether somebody was told the rules of a chat.
    public func knowsRules(_ person: PersonID, in chat: ChatID) -> Bool {
        s.memberships.row(of: person, in: chat)?.knowsRules ?? s.chats[chat.index][person]?.knowsRules ?? false
    }

    // MARK: - Roles

    /// Everything a person is apart from any chat: facts, appointments and what follows from them.
    public func roles(of person: PersonID) -> RoleSet {
        person == .absent ? RoleSet(.anyone) : s.statuses[person.index].roles
    }

    /// With what the person is to one chat.
    @inline(__always)
    public func roles(of person: PersonID, chat: ChatID) -> RoleSet {
        guard person != .absent else { return RoleSet(.anyone) }
        let roles = s.statuses[person.index].roles
        guard chat != .absent else { return roles }
        if s.memberships.moderator(of: chat) == person { return roles.union(RoleSet(.moderator)) }
        // Hardly any chat has more than one.
        return s.hasFurtherModerators && s.chats[chat.index].furtherModerators.contains(person) ? roles.union(RoleSet(.moderator)) : roles
    }

    /// Whether somebody has nothing to do with the school.
    @inline(__always)
    public func isOutsider(_ person: PersonID) -> Bool {
        person != .absent && s.statuses[person.index].roles.subtracting(RoleSet(.participant)) == RoleSet(.outsider).union(RoleSet(.anyone))
    }

    /// Everybody who has not left, in order of appearance.
    public var present: LazyFilterSequence<Range<PersonID>> {
        (PersonID(0)..<PersonID(s.statuses.count)).lazy.filter { [s] person in !s.statuses[person.index].marks.isGone }
    }

    /// Where somebody stands with the school and the platform.
    public func marks(of person: PersonID) -> Person.Marks { s.statuses[person.index].marks }

    /// Whether a person belongs to a group: teaches it, leads it, studies in it or has a child in it.
    public func belongs(_ person: PersonID, to group: GroupID) -> Bool {
        guard person != .absent, group != .absent else { return false }
        let p = people[person.index]
        return p.leads.contains(group) || p.group == group || p.teaches.contains { $0.group == group }
            || p.children.contains { people[$0.index].group == group }
    }

    /// Whether a group is somebody's own in one of some roles: a class teacher's is the one that he leads, a teacher's one in which he
    /// teaches, a pupil's the one that he is in, a parent's that of a child. An office of the school has every group that its holder has.
    public func belongs(_ person: PersonID, to group: GroupID, as roles: RoleSet) -> Bool {
        guard person != .absent, group != .absent else { return false }
        let p = people[person.index]
        let teaching: RoleSet = [RoleSet(.teacher), RoleSet(.subjectTeacher)]
        let families: RoleSet = [RoleSet(.student), RoleSet(.parent)]
        if roles.has(.classTeacher) || roles.has(.teacher), p.leads.contains(group) { return true }
        if !roles.isDisjoint(with: teaching), p.teaches.contains(where: { $0.group == group }) { return true }
        if roles.has(.student), p.group == group { return true }
        if roles.has(.parent), p.children.contains(where: { people[$0.index].group == group }) { return true }
        return !roles.subtracting(teaching).subtracting(families).subtracting(RoleSet(.classTeacher)).isEmpty && belongs(person, to: group)
    }

    // MARK: - Groups

    /// Puts a student into a group, or out of any with `.absent`.
    public mutating func place(_ person: PersonID, in group: GroupID) {
        let left = people[person.index].group
        self[person: person].group = group
        if left != group { s.moves.append((person, left)) }
        acquaint(person, with: group)
        for parent in self[person: person].parents { acquaint(parent, with: group) }
    }

    public mutating func appoint(_ person: PersonID, classTeacherOf group: GroupID) {
        guard !people[person.index].leads.contains(group) else { return }
        self[person: person].leads.insert(group)
        self[group: group].leaders.insert(person)
        acquaint(person, with: group)
    }

    /// Whether somebody who has not left is the class teacher of a group.
    public func hasClassTeacher(_ group: GroupID) -> Bool { groups[group.index].leaders.contains { !marks(of: $0).isGone } }

    /// Ends the class teacher's work with a group, or with all of them.
    public mutating func relieve(_ person: PersonID, ofClass group: GroupID = .absent) {
        for led in group == .absent ? Array(people[person.index].leads) : [group] { self[group: led].leaders.remove(person) }
        if group == .absent { self[person: person].leads.removeAll() } else { self[person: person].leads.remove(group) }
    }

    public mutating func assign(_ person: PersonID, subject: NameID, in group: GroupID) {
        self[person: person].teaches.append((subject, group))
        acquaint(person, with: group)
    }

    /// Ends the teaching of subjects in a group, or in all of them.
    public mutating func release(_ person: PersonID, ofGroup group: GroupID = .absent) {
        self[person: person].teaches.removeAll { group == .absent || $0.group == group }
    }

    /// Takes somebody out of every group, as student and as teacher.
    public mutating func withdraw(_ person: PersonID) {
        place(person, in: .absent)
        relieve(person)
        release(person)
    }

    public mutating func relate(parent: PersonID, to child: PersonID) {
        // Each has the other in its list or neither has: the shorter one tells.
        let (children, parents) = (s.people[parent.index].children, s.people[child.index].parents)
        if children.count < parents.count ? !children.contains(child) : !parents.contains(parent) {
            self[person: parent].children.append(child)
            self[person: child].parents.append(parent)
        }
        acquaint(parent, with: self[person: child].group)
    }

    private mutating func acquaint(_ person: PersonID, with group: GroupID) {
        guard group != .absent else { return }
        self[group: group].acquainted.append(person)
    }

    /// The people of a chat's audience as they are now, in order of appearance.
    public func people(of audience: RoleSet, group: GroupID) -> [PersonID] {
        let candidates = group == .absent ? people.indices.map { PersonID($0) } : Array(Set(groups[group.index].acquainted)).sorted()
        return candidates.filter { id in
            !marks(of: id).isGone && !roles(of: id).isDisjoint(with: audience)
                && (group == .absent || belongs(id, to: group, as: roles(of: id).intersection(audience)))
        }
    }
}
