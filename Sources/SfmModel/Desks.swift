import SfmTerms

/// What decisions ask of chats, of all of them side by side: among thousands nothing else of a chat is looked at.
///
/// Invariant: a chat has as many slips as records, in their order; `World` brings them up to date with every change.
struct Desks: Sendable {
    /// The short of a record.
    struct Slip: BitwiseCopyable {
        let person: PersonID
        /// Three flags and the violations above them.
        private let bits: UInt32

        init(_ record: ChatRecord) {
            person = record.person
            let flags: UInt32 = (record.isMember ? 1 : 0) | (record.knowsRules ? 2 : 0) | (record.isBlocked ? 4 : 0)
            bits = flags | UInt32(clamping: min(record.violations, Self.many)) << 3
        }

        /// Somebody of whom nothing is known.
        init(of person: PersonID) { (self.person, bits) = (person, 0) }

        private static let many: Int32 = 0x1FFF_FFFF

        var knowsRules: Bool { bits & 2 != 0 }
        /// Whether a block was recorded, over or not.
        var isBlocked: Bool { bits & 4 != 0 }
        /// `nil` where they are so many that only the record tells.
        var violations: Int? { bits >> 3 < UInt32(Self.many) ? Int(bits >> 3) : nil }
    }

    private struct Desk: BitwiseCopyable {
        var moderator: PersonID
        /// Where its slips begin, how many they are and how many there is room for.
        var start = 0
        var count: Int32 = 0
        var room: Int32 = 0
    }

    private var desks: [Desk] = []
    private var slips: [Slip] = []

    mutating func add(_ chat: Chat) {
        desks.append(Desk(moderator: chat.moderator))
        for (place, record) in chat.records.enumerated() { put(Slip(record), at: place, of: ChatID(desks.count - 1)) }
    }

    func moderator(of chat: ChatID) -> PersonID { desks[Int(chat)].moderator }

    mutating func set(moderator: PersonID, of chat: ChatID) { desks[Int(chat)].moderator = moderator }

    /// Whether a chat knows anything of anybody.
    func hasRecords(_ chat: ChatID) -> Bool { desks[Int(chat)].count > 0 }

    /// What a chat knows of somebody; `nil` where it knows so many that its own index is the shorter way.
    @inline(__always)
    func slip(of person: PersonID, in chat: ChatID) -> Slip? {
        let desk = desks[Int(chat)]
        guard desk.count < Chat.indexedFrom else { return nil }
        return slips.withUnsafeBufferPointer { slips in
            for at in desk.start..<(desk.start + Int(desk.count)) where slips[at].person == person { return slips[at] }
            return Slip(of: person)
        }
    }

    /// Lays a slip in its place, or behind the others; where there is no room left, all of them move to the end.
    mutating func put(_ slip: Slip, at place: Int, of chat: ChatID) {
        var desk = desks[Int(chat)]
        if place < desk.count {
            slips[desk.start + place] = slip
            return
        }
        if desk.count == desk.room {
            if slips.isEmpty { slips.reserveCapacity(16) }
            if desk.count == 0 { desk.start = slips.count }
            if desk.start + Int(desk.room) == slips.count {
                slips.append(slip)
                desk.room += 1
            } else {
                let start = slips.count
                for at in desk.start..<(desk.start + place) { slips.append(slips[at]) }
                for _ in 0..<max(4, place) { slips.append(Slip(of: none)) }
                (desk.start, desk.room) = (start, Int32(slips.count - start))
            }
        }
        slips[desk.start + place] = slip
        desk.count += 1
        desks[Int(chat)] = desk
    }
}
