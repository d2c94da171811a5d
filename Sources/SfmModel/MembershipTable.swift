import SfmTerms

/// What decisions ask of chats, of all of them side by side: among thousands nothing else of a chat is looked at. A packed table of
/// plain numbers: one cache line answers for most chats.
///
/// Invariant: a chat has as many rows as records, in their order; `World` brings them up to date with every change.
struct MembershipTable: Sendable {
    /// The short of a record.
    struct Row: BitwiseCopyable {
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

        var isMember: Bool { bits & 1 != 0 }
        var knowsRules: Bool { bits & 2 != 0 }
        /// Whether a block was recorded, over or not.
        var isBlocked: Bool { bits & 4 != 0 }
        /// `nil` where they are so many that only the record tells.
        var violations: Int? { bits >> 3 < UInt32(Self.many) ? Int(bits >> 3) : nil }
    }

    /// What stands before a chat's rows: its moderator, how many rows follow and how many there is room for.
    private struct Head: BitwiseCopyable {
        var moderator: PersonID
        var count: Int16 = 0
        var room: Int16 = 0
    }

    /// Where each chat's head is among the cells: small enough to be at hand for all chats.
    private var starts = Cells<UInt32>()
    /// Heads, each with its rows right behind it in one page, so that one look brings both.
    private var cells = Cells<UInt64>()

    mutating func add(_ chat: Chat) {
        starts.append(UInt32(cells.count))
        cells.append(Self.cell(Head(moderator: chat.moderator)))
        for (place, record) in chat.records.enumerated() { put(Row(record), at: place, of: ChatID(starts.count - 1)) }
    }

    func moderator(of chat: ChatID) -> PersonID { head(Int(starts[chat.index])).moderator }

    mutating func set(moderator: PersonID, of chat: ChatID) {
        let start = Int(starts[chat.index])
        var head = head(start)
        head.moderator = moderator
        cells[start] = Self.cell(head)
    }

    /// Whether a chat knows anything of anybody.
    func hasRecords(_ chat: ChatID) -> Bool { head(Int(starts[chat.index])).count > 0 }

    /// What a chat knows of somebody; `nil` where it knows so many that its own index is the shorter way.
    @inline(__always)
    func row(of person: PersonID, in chat: ChatID) -> Row? {
        let start = Int(starts[chat.index])
        let count = Int(head(start).count)
        guard count < Chat.indexedFrom else { return nil }
        return cells.withRun(from: start, count: count + 1) { cells in
            for cell in cells.dropFirst() {
                let row = unsafeBitCast(cell, to: Row.self)
                if row.person == person { return row }
            }
            return Row(of: person)
        }
    }

    /// Lays a row in its place, or behind the others; where there is no room left, all of them move to the end. What only a
    /// chat's own index finds is not kept here.
    mutating func put(_ row: Row, at place: Int, of chat: ChatID) {
        guard place < Chat.indexedFrom else { return }
        var start = Int(starts[chat.index])
        var head = head(start)
        if place < head.count {
            cells[start + 1 + place] = Self.cell(row)
            return
        }
        if head.count == head.room {
            if start + 1 + Int(head.room) == cells.count, cells.roomInPage < Cells<UInt64>.pageSize {
                cells.append(Self.cell(row))
                head.room += 1
            } else {
                let room = max(4, 2 * place)
                while cells.roomInPage <= room { cells.append(Self.cell(Row(of: .absent))) }
                let moved = cells.count
                for at in 0..<room + 1 { cells.append(at <= place ? cells[start + at] : Self.cell(Row(of: .absent))) }
                start = moved
                starts[chat.index] = UInt32(start)
                head.room = Int16(room)
            }
        }
        head.count += 1
        cells[start] = Self.cell(head)
        cells[start + 1 + place] = Self.cell(row)
    }

    // MARK: - Cells

    @inline(__always)
    private func head(_ start: Int) -> Head { unsafeBitCast(cells[start], to: Head.self) }

    @inline(__always)
    private static func cell<T: BitwiseCopyable>(_ value: T) -> UInt64 { unsafeBitCast(value, to: UInt64.self) }
}
