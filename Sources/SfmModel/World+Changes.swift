import SfmTerms

/// Who and what is not as it was when that was asked last.
public struct Changes: Sendable {
    public fileprivate(set) var people = Roster<Identified.Person>()
    public fileprivate(set) var chats = Roster<Identified.Chat>()
}

/// What has changed, for who would have to look at everybody and everything else after each deed.
extension World {
    /// Begins to keep what changes.
    public mutating func watchChanges() {
        guard s.changes == nil else { return }
        own()
        s.changes = Changes()
    }

    /// What has changed since this was asked last; nothing where nobody watches.
    public mutating func takeChanges() -> Changes {
        guard let changes = s.changes, !changes.people.isEmpty || !changes.chats.isEmpty else { return Changes() }
        own()
        s.changes = Changes()
        return changes
    }

    /// A person is another, and so may be what the parents are to a group.
    mutating func noteChange(of person: PersonID) {
        guard s.changes != nil else { return }
        s.changes?.people.insert(person)
        for parent in s.people[person.index].parents { s.changes?.people.insert(parent) }
    }

    mutating func noteChange(of chat: ChatID) { s.changes?.chats.insert(chat) }
}
