import SfmTerms

/// The school and its messenger as one value: copied for undo and dry runs, changed only through `inout`.
///
/// Invariant: ids are indices and never reused, so the order of ids is the order of appearance.
public struct World: Sendable {
    /// Everything in one place, so that a copy of the world is one reference; copied when it is shared and changed.
    /// Only the world touches it, one access at a time: what a change is given is never the world itself.
    private final class Storage: @unchecked Sendable {
        @exclusivity(unchecked) var now = Instant.start
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
        @exclusivity(unchecked) var staffRoom: GroupID = none
        @exclusivity(unchecked) var personByName = NameIndex()
        @exclusivity(unchecked) var groupByName = NameIndex()
        @exclusivity(unchecked) var chatByName = NameIndex()
        @exclusivity(unchecked) var channelByName = NameIndex()
        @exclusivity(unchecked) var linkByName = NameIndex()
        @exclusivity(unchecked) var orderByName = NameIndex()
        @exclusivity(unchecked) var broadcastByName = NameIndex()

        init() {}

        init(_ o: Storage) {
            (now, school, people, statuses, groups) = (o.now, o.school, o.people, o.statuses, o.groups)
            (chats, memberships) = (o.chats, o.memberships)
            (channels, links, orders, polls, broadcasts, staffRoom) = (o.channels, o.links, o.orders, o.polls, o.broadcasts, o.staffRoom)
            (personByName, groupByName, chatByName) = (o.personByName, o.groupByName, o.chatByName)
            (channelByName, linkByName, orderByName, broadcastByName) = (o.channelByName, o.linkByName, o.orderByName, o.broadcastByName)
            answers = o.answers
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
        _read { yield s.people[Int(id)] }
        _modify {
            own()
            defer { s.statuses[Int(id)] = s.people[Int(id)].status }
            yield &s.people[Int(id)]
        }
    }

    public subscript(group id: GroupID) -> Group {
        _read { yield s.groups[Int(id)] }
        _modify {
            own()
            yield &s.groups[Int(id)]
        }
    }

    public subscript(chat id: ChatID) -> Chat {
        _read { yield s.chats[Int(id)] }
        _modify {
            own()
            defer { s.memberships.set(moderator: s.chats[Int(id)].moderator, of: id) }
            yield &s.chats[Int(id)]
        }
    }

    public subscript(channel id: ChannelID) -> Channel {
        _read { yield s.channels[Int(id)] }
        _modify {
            own()
            yield &s.channels[Int(id)]
        }
    }

    public subscript(link id: LinkID) -> Link {
        _read { yield s.links[Int(id)] }
        _modify {
            own()
            yield &s.links[Int(id)]
        }
    }

    public subscript(order id: OrderID) -> Order {
        _read { yield s.orders[Int(id)] }
        _modify {
            own()
            yield &s.orders[Int(id)]
        }
    }

    /// The poll that was put to a chat last.
    public func poll(in chat: ChatID) -> Poll? { s.chats[Int(chat)].lastPoll.map { s.polls[$0] } }

    /// Puts a poll to its chat.
    public mutating func ask(_ poll: Poll) {
        own()
        s.chats[Int(poll.chat)].lastPoll = s.polls.count
        s.answers += poll.options.count
        s.polls.append(poll)
    }

    /// Somebody's vote in the last poll of a chat; whether it is another than before.
    public mutating func vote(_ person: PersonID, for answer: NameID, in chat: ChatID) -> Bool {
        guard let poll = s.chats[Int(chat)].lastPoll, s.polls[poll].votes[person] != answer else { return false }
        own()
        s.polls[poll].votes[person] = answer
        return true
    }

    /// Whether everything that a call names is there.
    public func knows(_ request: Request) -> Bool {
        [request.actor, request.target, request.other].allSatisfy { $0 < people.count } && request.chat < chats.count && request.channel < channels.count
            && request.group < groups.count && request.link < links.count && request.order < orders.count
    }

    // MARK: - Making

    /// The person of that name, made where there is none; further roles are added.
    @discardableResult
    public mutating func admit(_ name: NameID, _ role: Role? = nil) -> PersonID {
        own()
        var id = s.personByName[name]
        if id == none {
            id = Int32(s.people.count)
            s.people.append(Person(name: name, roles: []))
            s.statuses.append(s.people[Int(id)].status)
            s.personByName[name] = id
        }
        if let role { self[person: id].roles.formUnion(RoleSet(role)) }
        return id
    }

    @discardableResult
    public mutating func makeGroup(_ name: NameID) -> GroupID {
        own()
        if s.groupByName[name] != none { return s.groupByName[name] }
        s.groups.append(Group(name: name))
        s.groupByName[name] = Int32(s.groups.count - 1)
        return Int32(s.groups.count - 1)
    }

    /// The staff room, made where there is none.
    @discardableResult
    public mutating func makeStaffRoom(named name: NameID) -> GroupID {
        if staffRoom == none {
            staffRoom = makeGroup(name)
            self[group: staffRoom].isStaffRoom = true
        }
        return staffRoom
    }

    public mutating func makeChat(_ chat: Chat) -> ChatID {
        own()
        s.chats.append(chat)
        s.memberships.add(chat)
        s.chatByName[chat.name] = Int32(s.chats.count - 1)
        return Int32(s.chats.count - 1)
    }

    @discardableResult
    public mutating func makeChannel(_ name: NameID) -> ChannelID {
        own()
        if s.channelByName[name] != none { return s.channelByName[name] }
        s.channels.append(Channel(name: name))
        s.channelByName[name] = Int32(s.channels.count - 1)
        return Int32(s.channels.count - 1)
    }

    public mutating func makeLink(_ link: Link) -> LinkID {
        own()
        s.links.append(link)
        s.linkByName[link.name] = Int32(s.links.count - 1)
        return Int32(s.links.count - 1)
    }

    @discardableResult
    public mutating func makeOrder(_ number: NameID) -> OrderID {
        own()
        if s.orderByName[number] != none { return s.orderByName[number] }
        s.orders.append(Order(number: number))
        s.orderByName[number] = Int32(s.orders.count - 1)
        return Int32(s.orders.count - 1)
    }

    public mutating func plan(_ broadcast: Broadcast) {
        own()
        if s.broadcastByName[broadcast.title] == none { s.broadcastByName[broadcast.title] = Int32(s.broadcasts.count) }
        s.broadcasts.append(broadcast)
    }

    /// Starts the first broadcast of that title, planned or not; whether it was not on yet.
    public mutating func startBroadcast(_ title: NameID) -> Bool {
        if s.broadcastByName[title] == none { plan(Broadcast(title: title)) }
        let place = Int(s.broadcastByName[title])
        guard !s.broadcasts[place].isStarted else { return false }
        own()
        s.broadcasts[place].isStarted = true
        return true
    }

    // MARK: - Membership

    /// Changes what a chat knows of a person.
    public mutating func record(_ person: PersonID, in chat: ChatID, _ change: (inout ChatRecord) -> Void) {
        own()
        let (place, isNew) = s.chats[Int(chat)].update(person, change)
        s.memberships.put(MembershipTable.Row(s.chats[Int(chat)].records[place]), at: place, of: chat)
        if isNew { s.people[Int(person)].chats.append(chat) }
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
        if s.memberships.moderator(of: chat) == person { self[chat: chat].moderator = none }
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
        let known = s.chats[Int(chat)][person]?.objectsTo ?? Roster()
        return known.filter { block(of: $0, in: chat)?.objections.contains(person) ?? false }
    }

    public mutating func withdrawObjections(of person: PersonID, in chat: ChatID) {
        guard let known = s.chats[Int(chat)][person]?.objectsTo, !known.isEmpty else { return }
        for blocked in blocked(objectedToBy: person, in: chat) { record(blocked, in: chat) { $0.block?.objections.remove(person) } }
        record(person, in: chat) { $0.objectsTo.removeAll() }
    }

    public func block(of person: PersonID, in chat: ChatID) -> Block? {
        if let row = s.memberships.row(of: person, in: chat), !row.isBlocked { return nil }
        guard let block = s.chats[Int(chat)][person]?.block, block.holds(at: now) else { return nil }
        return block
    }

    /// Whether somebody is a member of a chat.
    public func has(_ person: PersonID, in chat: ChatID) -> Bool {
        s.memberships.row(of: person, in: chat)?.isMember ?? s.chats[Int(chat)].has(person)
    }

    public func moderator(of chat: ChatID) -> PersonID { s.memberships.moderator(of: chat) }

    /// Whether a chat knows anything of anybody.
    @inline(__always)
    public func hasRecords(_ chat: ChatID) -> Bool { s.memberships.hasRecords(chat) }

    /// The violations that a chat has recorded against somebody.
    public func violations(of person: PersonID, in chat: ChatID) -> Int {
        s.memberships.row(of: person, in: chat)?.violations ?? Int(s.chats[Int(chat)][person]?.violations ?? 0)
    }

    /// Whether somebody was told the rules of a chat.
    public func knowsRules(_ person: PersonID, in chat: ChatID) -> Bool {
        s.memberships.row(of: person, in: chat)?.knowsRules ?? s.chats[Int(chat)][person]?.knowsRules ?? false
    }

    // MARK: - Roles

    /// Everything a person is apart from any chat: facts, appointments and what follows from them.
    public func roles(of person: PersonID) -> RoleSet {
        person == none ? RoleSet(.anyone) : s.statuses[Int(person)].roles
    }

    /// With what the person is to one chat.
    @inline(__always)
    public func roles(of person: PersonID, chat: ChatID) -> RoleSet {
        guard person != none else { return RoleSet(.anyone) }
        let roles = s.statuses[Int(person)].roles
        return chat != none && s.memberships.moderator(of: chat) == person ? roles.union(RoleSet(.moderator)) : roles
    }

    /// Whether somebody has nothing to do with the school.
    @inline(__always)
    public func isOutsider(_ person: PersonID) -> Bool {
        person != none && s.statuses[Int(person)].roles.subtracting(RoleSet(.participant)) == RoleSet(.outsider).union(RoleSet(.anyone))
    }

    /// Everybody who has not left, in order of appearance.
    public var present: LazyFilterSequence<Range<PersonID>> {
        (0..<PersonID(s.statuses.count)).lazy.filter { [s] person in !s.statuses[Int(person)].marks.isGone }
    }

    /// Where somebody stands with the school and the platform.
    public func marks(of person: PersonID) -> Person.Marks { s.statuses[Int(person)].marks }

    /// Whether a person belongs to a group: teaches it, leads it, studies in it or has a child in it.
    public func belongs(_ person: PersonID, to group: GroupID) -> Bool {
        guard person != none, group != none else { return false }
        let p = people[Int(person)]
        return p.leads.contains(group) || p.group == group || p.teaches.contains { $0.group == group }
            || p.children.contains { people[Int($0)].group == group }
    }

    /// Whether a group is somebody's own in one of some roles: a class teacher's is the one that he leads, a teacher's one in which he
    /// teaches, a pupil's the one that he is in, a parent's that of a child. An office of the school has every group that its holder has.
    public func belongs(_ person: PersonID, to group: GroupID, as roles: RoleSet) -> Bool {
        guard person != none, group != none else { return false }
        let p = people[Int(person)]
        let teaching: RoleSet = [RoleSet(.teacher), RoleSet(.subjectTeacher)]
        let families: RoleSet = [RoleSet(.student), RoleSet(.parent)]
        if roles.has(.classTeacher) || roles.has(.teacher), p.leads.contains(group) { return true }
        if !roles.isDisjoint(with: teaching), p.teaches.contains(where: { $0.group == group }) { return true }
        if roles.has(.student), p.group == group { return true }
        if roles.has(.parent), p.children.contains(where: { people[Int($0)].group == group }) { return true }
        return !roles.subtracting(teaching).subtracting(families).subtracting(RoleSet(.classTeacher)).isEmpty && belongs(person, to: group)
    }

    // MARK: - Groups

    /// Puts a student into a group, or out of any with `none`.
    public mutating func place(_ person: PersonID, in group: GroupID) {
        self[person: person].group = group
        acquaint(person, with: group)
        for parent in self[person: person].parents { acquaint(parent, with: group) }
    }

    public mutating func appoint(_ person: PersonID, classTeacherOf group: GroupID) {
        guard !people[Int(person)].leads.contains(group) else { return }
        self[person: person].leads.insert(group)
        acquaint(person, with: group)
    }

    /// Ends the class teacher's work with a group, or with all of them.
    public mutating func relieve(_ person: PersonID, ofClass group: GroupID = none) {
        if group == none { self[person: person].leads.removeAll() } else { self[person: person].leads.remove(group) }
    }

    public mutating func assign(_ person: PersonID, subject: NameID, in group: GroupID) {
        self[person: person].teaches.append((subject, group))
        acquaint(person, with: group)
    }

    /// Ends the teaching of subjects in a group, or in all of them.
    public mutating func release(_ person: PersonID, ofGroup group: GroupID = none) {
        self[person: person].teaches.removeAll { group == none || $0.group == group }
    }

    /// Takes somebody out of every group, as student and as teacher.
    public mutating func withdraw(_ person: PersonID) {
        place(person, in: none)
        relieve(person)
        release(person)
    }

    public mutating func relate(parent: PersonID, to child: PersonID) {
        // Each has the other in its list or neither has: the shorter one tells.
        let (children, parents) = (s.people[Int(parent)].children, s.people[Int(child)].parents)
        if children.count < parents.count ? !children.contains(child) : !parents.contains(parent) {
            self[person: parent].children.append(child)
            self[person: child].parents.append(parent)
        }
        acquaint(parent, with: self[person: child].group)
    }

    private mutating func acquaint(_ person: PersonID, with group: GroupID) {
        guard group != none else { return }
        self[group: group].acquainted.append(person)
    }

    /// The people of a chat's audience as they are now, in order of appearance.
    public func people(of audience: RoleSet, group: GroupID) -> [PersonID] {
        let candidates = group == none ? people.indices.map(Int32.init) : Array(Set(groups[Int(group)].acquainted)).sorted()
        return candidates.filter { id in
            !marks(of: id).isGone && !roles(of: id).isDisjoint(with: audience)
                && (group == none || belongs(id, to: group, as: roles(of: id).intersection(audience)))
        }
    }
}
