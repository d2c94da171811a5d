import SfmTerms

/// What a chat knows of one person. It outlives membership: violations count and rules stay known after a removal.
public struct ChatRecord: Sendable {
    public let person: PersonID
    public var isMember = false
    public var knowsRules = false
    public var violations: Int32 = 0
    public var reminders: Int32 = 0
    public var warnings: Int32 = 0
    /// Apart, as few have any of it: records are many.
    private var rare: Rare?

    /// A copy-on-write box: changed where it lies as long as one record has it.
    private final class Rare: @unchecked Sendable {
        var block: Block?
        var objectsTo = Roster<Identified.Person>()
        var ownMarks = OwnMarks()
        var violationKind: Text?

        init() {}

        init(_ other: Rare) { (block, objectsTo, ownMarks, violationKind) = (other.block, other.objectsTo, other.ownMarks, other.violationKind) }
    }

    /// The box, for this record alone.
    private var own: Rare {
        mutating get {
            if !isKnownUniquelyReferenced(&rare) { rare = rare.map(Rare.init) ?? Rare() }
            return rare.unsafelyUnwrapped
        }
    }

    public var block: Block? {
        get { rare?.block }
        _modify { yield &own.block }
    }

    /// Those to whose release the person objects.
    var objectsTo: Roster<Identified.Person> {
        get { rare?.objectsTo ?? Roster() }
        _modify { yield &own.objectsTo }
    }

    /// The marks of the policies' own that the person bears in the chat.
    public internal(set) var ownMarks: OwnMarks {
        get { rare?.ownMarks ?? OwnMarks() }
        _modify { yield &own.ownMarks }
    }

    /// Of which kind the person's last violation was; `nil` where that was not said.
    public var violationKind: Text? {
        get { rare?.violationKind }
        set { if rare != nil || newValue != nil { own.violationKind = newValue } }
    }

    var isBlocked: Bool { rare?.block != nil }

    public init(person: PersonID) { self.person = person }
}

/// A block in [start, until); apology and objections belong to it and lapse with it.
public struct Block: Sendable, Equatable {
    public var start: Instant
    /// `Instant.never` where the access is restricted without a term.
    public var until: Instant
    public var apologized = false
    public var objections = Roster<Identified.Person>()

    public init(start: Instant, until: Instant) { (self.start, self.until) = (start, until) }

    public func holds(at now: Instant) -> Bool { start <= now && now < until }
}

public struct Message: Sendable {
    public var author: PersonID
    public var text: NameID
    public var mood: Mood
    public var isDeleted = false
    public var isPinned = false
    /// The kinds that a policy has for it.
    public var kinds: [Text] = []

    public init(author: PersonID, text: NameID, mood: Mood) { (self.author, self.text, self.mood) = (author, text, mood) }
}

/// What is going on in a chat by voice and picture.
public struct Gathering: Sendable {
    public var title: NameID
    public var host: PersonID
    public var present: Roster<Identified.Person>

    public init(title: NameID, host: PersonID) { (self.title, self.host, present) = (title, host, Roster([host])) }
}

public struct Chat: Sendable {
    public internal(set) var name: NameID
    /// It can still be read; whether anybody may write is for rules to say.
    public var isClosed = false
    /// It is gone with all that was in it; ids are never used again.
    public internal(set) var isDeleted = false
    /// Whom it is for; empty for "other chats".
    public var audience: RoleSet
    public var group: GroupID
    public var subject: NameID
    public var moderator: PersonID = .absent
    /// Those who moderate it beside the first.
    public internal(set) var furtherModerators: [PersonID] = []
    public private(set) var messages = Pages<Message>()
    /// When somebody wrote last; where nobody has, when the chat was made.
    public private(set) var lastWritten: Instant = .start
    /// How many messages there were then.
    private var dated = 0
    /// Messages that can still be read.
    public private(set) var visibleMessages = 0
    /// The poll that was put to it last, among those of the world.
    public internal(set) var lastPoll: Int?
    public var gathering: Gathering?
    /// The marks of the policies' own that the chat bears.
    public internal(set) var ownMarks = OwnMarks()
    public private(set) var records = Pages<ChatRecord>()
    /// Where each person's record is, once there are too many to look through.
    private var index = Parts<Int, Int>()
    public private(set) var memberCount = 0

    public init(name: NameID, audience: RoleSet = [], group: GroupID = .absent, subject: NameID = .absent) {
        (self.name, self.audience, self.group, self.subject) = (name, audience, group, subject)
    }

    static let indexedFrom = 64

    private func place(of person: PersonID) -> Int? {
        if records.count >= Self.indexedFrom { return index[person.index] }
        var at = 0
        while at < records.count {
            if records[at].person == person { return at }
            at += 1
        }
        return nil
    }

    /// Whether what two copies know of people is one and the same; equal contents that were made apart do not count.
    public func sharesRecords(with other: Chat?) -> Bool {
        other.map { records.isSame(as: $0.records) } ?? false
    }

    public subscript(person: PersonID) -> ChatRecord? { place(of: person).map { records[$0] } }

    public func has(_ person: PersonID) -> Bool { place(of: person).map { records[$0].isMember } ?? false }

    public var members: [PersonID] { records.filter(\.isMember).map(\.person) }

    /// Members of whom a block was recorded, over or not.
    public var blocked: [PersonID] { records.filter { $0.isMember && $0.isBlocked }.map(\.person) }

    public mutating func post(_ message: Message) {
        messages.append(message)
        visibleMessages += message.isDeleted ? 0 : 1
    }

    /// Takes down that it was made, or that somebody has written since it was looked at last.
    mutating func date(_ now: Instant, isNew: Bool = false) {
        guard isNew || messages.count != dated else { return }
        (lastWritten, dated) = (now, messages.count)
    }

    /// Whether a message of that number was ever posted, counted from 1.
    public func has(message number: Int) -> Bool { number > 0 && number <= messages.count }

    /// Deletes a message, counted from 1; whether there was one that could still be read.
    public mutating func delete(message number: Int) -> Bool {
        guard has(message: number), !messages[number - 1].isDeleted else { return false }
        messages[number - 1].isDeleted = true
        visibleMessages -= 1
        return true
    }

    /// Pins a message, counted from 1; whether there was one that was not pinned yet.
    public mutating func pin(message number: Int) -> Bool {
        guard has(message: number), !messages[number - 1].isDeleted, !messages[number - 1].isPinned else { return false }
        messages[number - 1].isPinned = true
        return true
    }

    /// Changes a person's record, beginning one where there is none. Returns where it stands and whether it is new.
    mutating func update(_ person: PersonID, _ change: (inout ChatRecord) -> Void) -> (place: Int, isNew: Bool) {
        let known = place(of: person)
        let at = known ?? records.count
        if known == nil {
            records.append(ChatRecord(person: person))
            if records.count == Self.indexedFrom {
                for (k, known) in records.enumerated() { index[known.person.index] = k }
            } else if records.count > Self.indexedFrom {
                index[person.index] = at
            }
        }
        let before = records[at].isMember
        change(&records[at])
        memberCount += (records[at].isMember ? 1 : 0) - (before ? 1 : 0)
        return (at, known == nil)
    }
}
