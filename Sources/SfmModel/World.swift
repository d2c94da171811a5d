import SfmTerms

/// The school and its messenger as one value: copied for undo and dry runs, changed only through `inout`.
///
/// Invariant: ids are indices and never reused, so the order of ids is the order of appearance.
package struct World: Sendable {
    /// Everything in one place, so that a copy of the world is one reference; copied when it is shared and changed.
    private final class Storage: @unchecked Sendable {
        var now = Instant.start
        var school = School()
        var people: [Person] = []
        var groups: [Group] = []
        var chats: [Chat] = []
        var channels: [Channel] = []
        var links: [Link] = []
        var orders: [Order] = []
        var polls: [Poll] = []
        var broadcasts: [Broadcast] = []
        var staffRoom: GroupID = none
        var personByName = NameIndex()
        var groupByName = NameIndex()
        var chatByName = NameIndex()
        var channelByName = NameIndex()
        var linkByName = NameIndex()
        var orderByName = NameIndex()

        init() {}

        init(_ o: Storage) {
            (now, school, people, groups, chats) = (o.now, o.school, o.people, o.groups, o.chats)
            (channels, links, orders, polls, broadcasts, staffRoom) = (o.channels, o.links, o.orders, o.polls, o.broadcasts, o.staffRoom)
            (personByName, groupByName, chatByName) = (o.personByName, o.groupByName, o.chatByName)
            (channelByName, linkByName, orderByName) = (o.channelByName, o.linkByName, o.orderByName)
        }
    }

    private var s = Storage()

    package init() {}

    private mutating func own() { if !isKnownUniquelyReferenced(&s) { s = Storage(s) } }

    /// Whether nothing has changed between two copies; equal contents that were made apart do not count.
    package func isSame(as other: World) -> Bool { s === other.s }

    package var now: Instant {
        get { s.now }
        set {
            own()
            s.now = newValue
        }
    }

    package var school: School {
        _read { yield s.school }
        _modify {
            own()
            yield &s.school
        }
    }

    package var polls: [Poll] {
        get { s.polls }
        _modify {
            own()
            yield &s.polls
        }
    }

    package var broadcasts: [Broadcast] {
        get { s.broadcasts }
        _modify {
            own()
            yield &s.broadcasts
        }
    }

    package var staffRoom: GroupID {
        get { s.staffRoom }
        set {
            own()
            s.staffRoom = newValue
        }
    }

    package var people: [Person] { s.people }
    package var groups: [Group] { s.groups }
    package var chats: [Chat] { s.chats }
    package var channels: [Channel] { s.channels }
    package var links: [Link] { s.links }
    package var orders: [Order] { s.orders }

    // MARK: - Looking up

    package func person(named name: NameID) -> PersonID { s.personByName[name] }
    package func group(named name: NameID) -> GroupID { s.groupByName[name] }
    package func chat(named name: NameID) -> ChatID { s.chatByName[name] }
    package func channel(named name: NameID) -> ChannelID { s.channelByName[name] }
    package func link(named name: NameID) -> LinkID { s.linkByName[name] }
    package func order(named name: NameID) -> OrderID { s.orderByName[name] }

    package subscript(person id: PersonID) -> Person {
        _read { yield s.people[Int(id)] }
        _modify {
            own()
            yield &s.people[Int(id)]
        }
    }

    package subscript(group id: GroupID) -> Group {
        _read { yield s.groups[Int(id)] }
        _modify {
            own()
            yield &s.groups[Int(id)]
        }
    }

    package subscript(chat id: ChatID) -> Chat {
        _read { yield s.chats[Int(id)] }
        _modify {
            own()
            yield &s.chats[Int(id)]
        }
    }

    package subscript(channel id: ChannelID) -> Channel {
        _read { yield s.channels[Int(id)] }
        _modify {
            own()
            yield &s.channels[Int(id)]
        }
    }

    package subscript(link id: LinkID) -> Link {
        _read { yield s.links[Int(id)] }
        _modify {
            own()
            yield &s.links[Int(id)]
        }
    }

    package subscript(order id: OrderID) -> Order {
        _read { yield s.orders[Int(id)] }
        _modify {
            own()
            yield &s.orders[Int(id)]
        }
    }

    /// Whether everything that a call names is there.
    package func knows(_ call: Call) -> Bool {
        [call.actor, call.target, call.other].allSatisfy { $0 < people.count } && call.chat < chats.count && call.channel < channels.count
            && call.group < groups.count && call.link < links.count && call.order < orders.count
    }

    // MARK: - Making

    /// The person of that name, made where there is none; further roles are added.
    @discardableResult
    package mutating func admit(_ name: NameID, _ role: Role? = nil) -> PersonID {
        own()
        var id = s.personByName[name]
        if id == none {
            id = Int32(s.people.count)
            s.people.append(Person(name: name, roles: []))
            s.personByName[name] = id
        }
        if let role { s.people[Int(id)].roles.formUnion(RoleSet(role)) }
        return id
    }

    @discardableResult
    package mutating func makeGroup(_ name: NameID) -> GroupID {
        own()
        if s.groupByName[name] != none { return s.groupByName[name] }
        s.groups.append(Group(name: name))
        s.groupByName[name] = Int32(s.groups.count - 1)
        return Int32(s.groups.count - 1)
    }

    package mutating func makeChat(_ chat: Chat) -> ChatID {
        own()
        s.chats.append(chat)
        s.chatByName[chat.name] = Int32(s.chats.count - 1)
        return Int32(s.chats.count - 1)
    }

    @discardableResult
    package mutating func makeChannel(_ name: NameID) -> ChannelID {
        own()
        if s.channelByName[name] != none { return s.channelByName[name] }
        s.channels.append(Channel(name: name))
        s.channelByName[name] = Int32(s.channels.count - 1)
        return Int32(s.channels.count - 1)
    }

    package mutating func makeLink(_ link: Link) -> LinkID {
        own()
        s.links.append(link)
        s.linkByName[link.name] = Int32(s.links.count - 1)
        return Int32(s.links.count - 1)
    }

    @discardableResult
    package mutating func makeOrder(_ number: NameID) -> OrderID {
        own()
        if s.orderByName[number] != none { return s.orderByName[number] }
        s.orders.append(Order(number: number))
        s.orderByName[number] = Int32(s.orders.count - 1)
        return Int32(s.orders.count - 1)
    }

    // MARK: - Membership

    /// Changes what a chat knows of a person.
    package mutating func record(_ person: PersonID, in chat: ChatID, _ change: (inout ChatRecord) -> Void) {
        own()
        if s.chats[Int(chat)].update(person, change) { s.people[Int(person)].chats.append(chat) }
    }

    package mutating func addMember(_ person: PersonID, to chat: ChatID, knowsRules: Bool = false) {
        own()
        record(person, in: chat) { record in
            record.isMember = true
            if knowsRules { record.knowsRules = true }
        }
    }

    /// Leaves the record: violations and known rules outlive membership.
    package mutating func removeMember(_ person: PersonID, from chat: ChatID) {
        own()
        record(person, in: chat) { record in
            record.isMember = false
            record.block = nil
        }
        if s.chats[Int(chat)].moderator == person { s.chats[Int(chat)].moderator = none }
    }

    package func block(of person: PersonID, in chat: ChatID) -> Block? {
        guard let block = s.chats[Int(chat)][person]?.block, block.holds(at: now) else { return nil }
        return block
    }

    // MARK: - Roles

    /// Everything a person is apart from any chat: facts, appointments and what follows from them.
    package func roles(of person: PersonID) -> RoleSet {
        guard person != none else { return RoleSet(.anyone) }
        let k = Int(person)
        var roles = s.people[k].roles
        if !s.people[k].leads.isEmpty { roles.formUnion(RoleSet(.classTeacher)) }
        if !s.people[k].teaches.isEmpty { roles.formUnion(RoleSet(.subjectTeacher)) }
        if s.people[k].marks.contains(.joined) { roles.formUnion(RoleSet(.participant)) }
        return roles.closed
    }

    /// With what the person is to one chat.
    package func roles(of person: PersonID, chat: ChatID) -> RoleSet {
        let roles = roles(of: person)
        return chat != none && s.chats[Int(chat)].moderator == person && person != none ? roles.union(RoleSet(.moderator)) : roles
    }

    /// Whether a person belongs to a group: teaches it, leads it, studies in it or has a child in it.
    package func belongs(_ person: PersonID, to group: GroupID) -> Bool {
        guard person != none, group != none else { return false }
        let p = people[Int(person)]
        return p.leads.contains(group) || p.group == group || p.teaches.contains { $0.group == group }
            || p.children.contains { people[Int($0)].group == group }
    }

    // MARK: - Groups

    /// Puts a student into a group, or out of any with `none`.
    package mutating func place(_ person: PersonID, in group: GroupID) {
        self[person: person].group = group
        acquaint(person, with: group)
        for parent in self[person: person].parents { acquaint(parent, with: group) }
    }

    package mutating func appoint(_ person: PersonID, classTeacherOf group: GroupID) {
        guard !self[person: person].leads.contains(group) else { return }
        self[person: person].leads.append(group)
        acquaint(person, with: group)
    }

    /// Ends the class teacher's work with a group, or with all of them.
    package mutating func relieve(_ person: PersonID, ofClass group: GroupID = none) {
        self[person: person].leads.removeAll { group == none || $0 == group }
    }

    package mutating func assign(_ person: PersonID, subject: NameID, in group: GroupID) {
        self[person: person].teaches.append((subject, group))
        acquaint(person, with: group)
    }

    /// Ends the teaching of subjects in a group, or in all of them.
    package mutating func release(_ person: PersonID, ofGroup group: GroupID = none) {
        self[person: person].teaches.removeAll { group == none || $0.group == group }
    }

    /// Takes somebody out of every group, as student and as teacher.
    package mutating func withdraw(_ person: PersonID) {
        place(person, in: none)
        relieve(person)
        release(person)
    }

    package mutating func relate(parent: PersonID, to child: PersonID) {
        if !self[person: parent].children.contains(child) { self[person: parent].children.append(child) }
        if !self[person: child].parents.contains(parent) { self[person: child].parents.append(parent) }
        acquaint(parent, with: self[person: child].group)
    }

    private mutating func acquaint(_ person: PersonID, with group: GroupID) {
        guard group != none else { return }
        self[group: group].acquainted.append(person)
    }

    /// The people of a chat's audience as they are now, in order of appearance.
    package func people(of audience: RoleSet, group: GroupID) -> [PersonID] {
        let candidates = group == none ? people.indices.map(Int32.init) : Array(Set(groups[Int(group)].acquainted)).sorted()
        return candidates.filter { id in
            !s.people[Int(id)].isGone && !roles(of: id).isDisjoint(with: audience) && (group == none || belongs(id, to: group))
        }
    }
}
