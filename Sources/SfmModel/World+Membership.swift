import SfmTerms

extension World {
    /// Changes what a chat knows of a person.
    public mutating func record(_ person: PersonID, in chat: ChatID, _ change: (inout ChatRecord) -> Void) {
        own()
        let (place, isNew) = s.chats[chat.index].update(person, change)
        s.memberships.put(MembershipTable.Row(s.chats[chat.index].records[place]), at: place, of: chat)
        if isNew { s.people[person.index].chats.append(chat) }
        noteChange(of: chat)
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
}
