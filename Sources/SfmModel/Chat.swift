import SfmTerms

/// What a chat knows of one person. It outlives membership: violations count and rules stay known after a removal.
package struct ChatRecord: Sendable {
    package let person: PersonID
    package var isMember = false
    package var knowsRules = false
    package var violations: Int32 = 0
    package var reminders: Int32 = 0
    package var block: Block?

    package init(person: PersonID) { self.person = person }
}

/// A block in [start, until); apology and objections belong to it and lapse with it.
package struct Block: Sendable, Equatable {
    package var start: Instant
    /// `Instant.never` where the access is restricted without a term.
    package var until: Instant
    package var apologized = false
    package var objections: [PersonID] = []

    package init(start: Instant, until: Instant) { (self.start, self.until) = (start, until) }

    package func holds(at now: Instant) -> Bool { start <= now && now < until }
}

package struct Message: Sendable {
    package var author: PersonID
    package var text: NameID
    package var mood: Mood
    package var isDeleted = false

    package init(author: PersonID, text: NameID, mood: Mood) { (self.author, self.text, self.mood) = (author, text, mood) }
}

/// What is going on in a chat by voice and picture.
package struct Gathering: Sendable {
    package var title: NameID
    package var host: PersonID
    package var present: [PersonID]

    package init(title: NameID, host: PersonID) { (self.title, self.host, present) = (title, host, [host]) }
}

package struct Chat: Sendable {
    package let name: NameID
    /// Whom it is for; empty for "other chats".
    package var audience: RoleSet
    package var group: GroupID
    package var subject: NameID
    package var moderator: PersonID = none
    package var messages: [Message] = []
    package var gathering: Gathering?
    package private(set) var records: [ChatRecord] = []
    /// Where each person's record is, once there are too many to look through.
    private var index: [PersonID: Int] = [:]
    package private(set) var memberCount = 0

    package init(name: NameID, audience: RoleSet = [], group: GroupID = none, subject: NameID = none) {
        (self.name, self.audience, self.group, self.subject) = (name, audience, group, subject)
    }

    private static let indexedFrom = 24

    private func place(of person: PersonID) -> Int? {
        if records.count >= Self.indexedFrom { return index[person] }
        return records.firstIndex { $0.person == person }
    }

    package subscript(person: PersonID) -> ChatRecord? { place(of: person).map { records[$0] } }

    package func has(_ person: PersonID) -> Bool { place(of: person).map { records[$0].isMember } ?? false }

    package var members: [PersonID] { records.filter(\.isMember).map(\.person) }

    /// Messages that can still be read.
    package var visibleMessages: Int { messages.count { !$0.isDeleted } }

    /// Changes a person's record, beginning one where there is none. Returns whether it is new.
    @discardableResult
    package mutating func update(_ person: PersonID, _ change: (inout ChatRecord) -> Void) -> Bool {
        let known = place(of: person)
        let at = known ?? records.count
        if known == nil {
            records.append(ChatRecord(person: person))
            if records.count == Self.indexedFrom {
                for (k, record) in records.enumerated() { index[record.person] = k }
            } else if records.count > Self.indexedFrom {
                index[person] = at
            }
        }
        let before = records[at].isMember
        change(&records[at])
        memberCount += (records[at].isMember ? 1 : 0) - (before ? 1 : 0)
        return known == nil
    }
}
