import SfmTerms

extension World {
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
            noteChange(of: id)
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
        noteChange(of: ChatID(s.chats.count - 1))
        return ChatID(s.chats.count - 1)
    }

    /// Gives a chat another name, by which alone it is found from here on.
    public mutating func rename(_ chat: ChatID, to name: NameID) {
        own()
        s.chatByName[s.chats[chat.index].name] = .absent
        s.chats[chat.index].name = name
        s.chatByName[name] = chat
        noteChange(of: chat)
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

    mutating func note(_ person: PersonID, _ counted: Counted, _ kind: Int32, _ times: Int) {
        own()
        s.tally.note(person, counted, kind, times: times, at: s.now)
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
}
