import SfmTerms

/// Marks that policies declare: put on people, on chats, and on people in chats.
extension World {
    /// Whether a mark of one of these names is on a person, in a chat where one is named.
    public func has(_ mark: Text, _ person: PersonID, in chat: ChatID = .absent) -> Bool {
        guard person != .absent else { return false }
        let marks = chat == .absent ? self[person: person].ownMarks : self[chat: chat][person]?.ownMarks
        return marks.map { has(mark, in: $0) } ?? false
    }

    public func has(_ mark: Text, _ chat: ChatID) -> Bool { chat != .absent && has(mark, in: self[chat: chat].ownMarks) }

    private func has(_ mark: Text, in marks: OwnMarks) -> Bool {
        [mark.en, mark.ru].contains { markID($0).map(marks.has) ?? false }
    }

    /// Puts a mark on a person, in a chat where one is named, or takes it away; whether it was otherwise before.
    public mutating func set(_ mark: Text, to isSet: Bool, _ person: PersonID, in chat: ChatID = .absent) -> Bool {
        let id = makeMark(mark)
        guard has(mark, person, in: chat) != isSet else { return false }
        guard chat != .absent else { return self[person: person].ownMarks.set(id, to: isSet) }
        record(person, in: chat) { _ = $0.ownMarks.set(id, to: isSet) }
        return true
    }

    /// Whether somebody who has not left holds an office of a policy's own.
    public func holds(_ role: Text, _ person: PersonID) -> Bool {
        person != .absent && !marks(of: person).isGone && has(role, in: self[person: person].ownRoles)
    }

    /// Gives somebody such an office, or takes it away; whether it was otherwise before.
    public mutating func set(role: Text, to isSet: Bool, _ person: PersonID) -> Bool {
        let id = makeMark(role)
        return self[person: person].ownRoles.set(id, to: isSet)
    }

    public mutating func set(_ mark: Text, to isSet: Bool, _ chat: ChatID) -> Bool {
        let id = makeMark(mark)
        return self[chat: chat].ownMarks.set(id, to: isSet)
    }
}
