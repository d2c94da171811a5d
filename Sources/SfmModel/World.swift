import SfmTerms

/// The school and its messenger as one value: copied for undo and dry runs, changed only through `inout`.
///
/// Invariant: ids are indices and never reused, so the order of ids is the order of appearance.
package struct World: Sendable {
    package var now = Instant.start
    package var school = School()
    package private(set) var people: [Person] = []
    package private(set) var groups: [Group] = []
    package private(set) var chats: [Chat] = []
    package private(set) var channels: [Channel] = []
    package private(set) var links: [Link] = []
    package private(set) var orders: [Order] = []
    package var polls: [Poll] = []
    package var broadcasts: [Broadcast] = []
    package var staffRoom: GroupID = none

    private var personByName = NameIndex()
    private var groupByName = NameIndex()
    private var chatByName = NameIndex()
    private var channelByName = NameIndex()
    private var linkByName = NameIndex()
    private var orderByName = NameIndex()

    package init() {}

    // MARK: - Looking up

    package func person(named name: NameID) -> PersonID { personByName[name] }
    package func group(named name: NameID) -> GroupID { groupByName[name] }
    package func chat(named name: NameID) -> ChatID { chatByName[name] }
    package func channel(named name: NameID) -> ChannelID { channelByName[name] }
    package func link(named name: NameID) -> LinkID { linkByName[name] }
    package func order(named name: NameID) -> OrderID { orderByName[name] }

    package subscript(person id: PersonID) -> Person {
        get { people[Int(id)] }
        _modify { yield &people[Int(id)] }
    }

    package subscript(group id: GroupID) -> Group {
        get { groups[Int(id)] }
        _modify { yield &groups[Int(id)] }
    }

    package subscript(chat id: ChatID) -> Chat {
        get { chats[Int(id)] }
        _modify { yield &chats[Int(id)] }
    }

    package subscript(channel id: ChannelID) -> Channel {
        get { channels[Int(id)] }
        _modify { yield &channels[Int(id)] }
    }

    package subscript(link id: LinkID) -> Link {
        get { links[Int(id)] }
        _modify { yield &links[Int(id)] }
    }

    package subscript(order id: OrderID) -> Order {
        get { orders[Int(id)] }
        _modify { yield &orders[Int(id)] }
    }

    // MARK: - Making

    /// The person of that name, made where there is none; further roles are added.
    @discardableResult
    package mutating func admit(_ name: NameID, _ role: Role? = nil) -> PersonID {
        var id = personByName[name]
        if id == none {
            id = Int32(people.count)
            people.append(Person(name: name, roles: []))
            personByName[name] = id
        }
        if let role { people[Int(id)].roles.formUnion(RoleSet(role)) }
        return id
    }

    @discardableResult
    package mutating func makeGroup(_ name: NameID) -> GroupID {
        if groupByName[name] != none { return groupByName[name] }
        groups.append(Group(name: name))
        groupByName[name] = Int32(groups.count - 1)
        return Int32(groups.count - 1)
    }

    package mutating func makeChat(_ chat: Chat) -> ChatID {
        chats.append(chat)
        chatByName[chat.name] = Int32(chats.count - 1)
        return Int32(chats.count - 1)
    }

    @discardableResult
    package mutating func makeChannel(_ name: NameID) -> ChannelID {
        if channelByName[name] != none { return channelByName[name] }
        channels.append(Channel(name: name))
        channelByName[name] = Int32(channels.count - 1)
        return Int32(channels.count - 1)
    }

    package mutating func makeLink(_ link: Link) -> LinkID {
        links.append(link)
        linkByName[link.name] = Int32(links.count - 1)
        return Int32(links.count - 1)
    }

    @discardableResult
    package mutating func makeOrder(_ number: NameID) -> OrderID {
        if orderByName[number] != none { return orderByName[number] }
        orders.append(Order(number: number))
        orderByName[number] = Int32(orders.count - 1)
        return Int32(orders.count - 1)
    }

    // MARK: - Membership

    /// Changes what a chat knows of a person.
    package mutating func record(_ person: PersonID, in chat: ChatID, _ change: (inout ChatRecord) -> Void) {
        if chats[Int(chat)].update(person, change) { people[Int(person)].chats.append(chat) }
    }

    package mutating func addMember(_ person: PersonID, to chat: ChatID, knowsRules: Bool = false) {
        record(person, in: chat) { record in
            record.isMember = true
            if knowsRules { record.knowsRules = true }
        }
    }

    /// Leaves the record: violations and known rules outlive membership.
    package mutating func removeMember(_ person: PersonID, from chat: ChatID) {
        record(person, in: chat) { record in
            record.isMember = false
            record.block = nil
        }
        if chats[Int(chat)].moderator == person { chats[Int(chat)].moderator = none }
    }

    package func block(of person: PersonID, in chat: ChatID) -> Block? {
        guard let block = chats[Int(chat)][person]?.block, block.holds(at: now) else { return nil }
        return block
    }

    // MARK: - Roles

    /// Everything a person is apart from any chat: facts, appointments and what follows from them.
    package func roles(of person: PersonID) -> RoleSet {
        guard person != none else { return RoleSet(.anyone) }
        let p = people[Int(person)]
        var roles = p.roles
        if !p.leads.isEmpty { roles.formUnion(RoleSet(.classTeacher)) }
        if !p.teaches.isEmpty { roles.formUnion(RoleSet(.subjectTeacher)) }
        if p.marks.contains(.joined) { roles.formUnion(RoleSet(.participant)) }
        return roles.closed
    }

    /// With what the person is to one chat.
    package func roles(of person: PersonID, chat: ChatID) -> RoleSet {
        let roles = roles(of: person)
        return chat != none && chats[Int(chat)].moderator == person && person != none ? roles.union(RoleSet(.moderator)) : roles
    }

    /// Whether a person belongs to a group: teaches it, leads it, studies in it or has a child in it.
    package func belongs(_ person: PersonID, to group: GroupID) -> Bool {
        guard person != none, group != none else { return false }
        let p = people[Int(person)]
        return p.leads.contains(group) || p.group == group || p.teaches.contains { $0.group == group }
            || p.children.contains { people[Int($0)].group == group }
    }

    /// The people of a chat's audience as they are now, in order of appearance.
    package func people(of audience: RoleSet, group: GroupID) -> [PersonID] {
        people.indices.map(Int32.init).filter { id in
            let p = people[Int(id)]
            guard !p.isGone else { return false }
            let matching = roles(of: id).intersection(audience)
            guard !matching.isEmpty else { return false }
            return group == none || belongs(id, to: group)
        }
    }
}
