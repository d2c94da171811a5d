import SfmTerms

/// That somebody agrees to an act beforehand: once, to one that fits it in everything that it names.
public struct Consent: Sendable {
    public let giver: PersonID
    /// What the giver was when agreeing, to the school and to the chat of the act.
    public let roles: RoleSet
    public let request: Request

    public init(giver: PersonID, roles: RoleSet, to request: Request) { (self.giver, self.roles, self.request) = (giver, roles, request) }
}

extension Request {
    /// Whether an act is this one in everything that this one names, and lasts no longer.
    public func covers(_ other: borrowing Request) -> Bool {
        func fits<Kind>(_ named: Identifier<Kind>, _ found: Identifier<Kind>) -> Bool { named == .absent || named == found }
        guard act == other.act, fits(actor, other.actor), fits(target, other.target), fits(self.other, other.other), fits(chat, other.chat) else {
            return false
        }
        guard fits(channel, other.channel), fits(group, other.group), fits(link, other.link), fits(order, other.order) else { return false }
        guard fits(name, other.name), fits(subject, other.subject), fits(about, other.about), fits(value, other.value) else { return false }
        if !audience.isEmpty, audience != other.audience { return false }
        if let number, number != other.number { return false }
        if let role, role != other.role { return false }
        if let reason, reason != other.reason { return false }
        if let purpose, purpose != other.purpose { return false }
        if let field, field != other.field { return false }
        if mood != .ordinary, mood != other.mood { return false }
        if let word, !(other.word.map(word.sharesName) ?? false) { return false }
        let kindsOfOther = other.kinds
        guard kinds.allSatisfy({ kind in kindsOfOther.contains { $0.sharesName(with: kind) } }) else { return false }
        guard attachments.isSubset(of: other.attachments) else { return false }
        if let duration { return other.duration.map { $0.isNoLonger(than: duration) } ?? false }
        return until == nil || until == other.until
    }
}

extension Duration {
    fileprivate func isNoLonger(than other: Duration) -> Bool {
        Instant.start.adding(self) <= Instant.start.adding(other)
    }
}
