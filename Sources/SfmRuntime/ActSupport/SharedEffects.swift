import SfmModel
import SfmPolicy
import SfmTerms

/// Calls, lessons and meetings begin alike.
enum Gatherings {
    static let start: @Sendable (inout World, Call) -> Effect = { w, c in
        let known = w[chat: c.chat].gathering != nil
        w[chat: c.chat].gathering = Gathering(title: c.name, host: c.actor)
        return Effect(isUnchanged: known && c.name == none)
    }
}

enum Blocking {
    /// Whose release is objected to: the person named, else the one who is blocked there.
    static func subject(_ w: World, _ c: Call) -> PersonID {
        if c.other != none { return w.block(of: c.other, in: c.chat) == nil ? none : c.other }
        return w[chat: c.chat].members.last { w.block(of: $0, in: c.chat) != nil } ?? none
    }
}

enum OrderRequirement {
    static func issued(_ w: World, _ c: Call) -> Obstacle? {
        c.order != none && w[order: c.order].stages.contains(.issued)
            ? nil : Obstacle(Text("the order has not been issued", "приказ ещё не издан"))
    }

    static func reach(_ stage: OrderStage, _ w: inout World, _ c: Call) -> Effect {
        let known = w[order: c.order].stages.contains(stage)
        w[order: c.order].stages.insert(stage)
        return Effect(isUnchanged: known)
    }
}
