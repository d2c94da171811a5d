import SfmTerms

/// An act or event that a policy declares: what it is about, and what it does to the world.
public final class OwnAct: Sendable {
    public enum Effect: Sendable, Hashable {
        case sets(Text)
        case clears(Text)
        case addsTarget, removesTarget, removesActor
    }

    public let name: Text
    public let kind: ActKind
    public let parts: [OwnPart]
    public let effects: [Effect]
    /// What the marks that it sets or clears are put on.
    public let holders: [Text: MarkHolder]

    public init(name: Text, kind: ActKind, parts: [OwnPart], effects: [Effect], holders: [Text: MarkHolder]) {
        (self.name, self.kind, self.parts, self.effects, self.holders) = (name, kind, parts, effects, holders)
    }
}

/// The marks that somebody or something bears, by the numbers that the world has for them: few, so they are looked through.
public struct OwnMarks: Sendable, Equatable {
    private var ids: [Int32] = []

    public init() {}

    public func has(_ mark: Int32) -> Bool { ids.contains(mark) }

    /// In an order that does not follow from what was put first.
    var sorted: [Int32] { ids.sorted() }

    /// Whether it was otherwise before.
    mutating func set(_ mark: Int32, to isSet: Bool) -> Bool {
        guard has(mark) != isSet else { return false }
        if isSet { ids.append(mark) } else { ids.removeAll { $0 == mark } }
        return true
    }
}
