import SfmTerms

extension World {
    /// The chats of a group.
    public func chats(of group: GroupID) -> [ChatID] {
        group == .absent ? [] : self[group: group].chats.filter { self[chat: $0].group == group && !self[chat: $0].isDeleted }.sorted()
    }
}
