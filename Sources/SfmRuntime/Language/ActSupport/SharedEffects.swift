import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// Calls, lessons and meetings begin alike.
enum Gatherings {
    static let start: @Sendable (inout World, Request) -> Effect = { w, c in
        if w[chat: c.chat].gathering != nil, c.name == .absent { return .unchanged }
        w[chat: c.chat].gathering = Gathering(title: c.name, host: c.actor)
        return .done
    }
}

enum Blocking {
    /// Whose release is objected to where nobody is named: of those who are blocked there the last mentioned, else the only one.
    static let findBlocked: @Sendable (inout Interpreter, ActNode, inout ResolvedAct) throws(ScriptError) -> Void = { i, node, r throws(ScriptError) in
        guard r.request.other == .absent, r.request.chat != .absent, node.slot(.other) == nil else { return }
        let (world, chat, doers) = (i.world, r.request.chat, r.targets)
        i.work.add(world[chat: chat].records.count / Work.Rate.people)
        let blocked = world[chat: chat].blocked.filter { !doers.contains($0) && world.block(of: $0, in: chat) != nil }
        if let last = i.mentions.lastPerson(where: blocked.contains) ?? (blocked.count == 1 ? blocked[0] : nil) {
            r.request.other = last
        } else if blocked.count > 1 {
            let (what, candidates) = (Text("blocked person", "заблокированный"), blocked.map { world[person: $0].name })
            throw ScriptError(diagnostic: i.unclear(what, candidates, node.span, Text("@name", "@имя")))
        }
    }

    /// A block by an act: one that would not end later than the block that holds changes nothing.
    static func block(_ w: inout World, _ c: Request) -> Effect {
        let until = c.until ?? .never
        guard let held = w.block(of: c.target, in: c.chat) else {
            let start = w.now
            w.record(c.target, in: c.chat) { $0.block = Block(start: start, until: until) }
            return .done
        }
        if until <= held.until { return .unchanged }
        w.record(c.target, in: c.chat) { $0.block?.until = until }
        return .done
    }

    /// Whose release is objected to: the person named, else somebody else who is blocked there.
    static func subject(_ w: World, _ c: Request) -> PersonID {
        if c.other != .absent { return w.block(of: c.other, in: c.chat) == nil ? .absent : c.other }
        return w[chat: c.chat].members.last { $0 != c.actor && w.block(of: $0, in: c.chat) != nil } ?? .absent
    }

    /// Why there is no release that the actor could object to.
    static func noRelease(_ w: World, _ c: Request) -> UnmetPrecondition? {
        let subject = subject(w, c)
        let own = c.other == .absent ? subject == .absent && w.block(of: c.actor, in: c.chat) != nil : c.other == c.actor
        if own { return UnmetPrecondition(Text("nobody can object to their own release", "против собственной разблокировки возразить нельзя")) }
        return subject == .absent ? UnmetPrecondition(Text("nobody is blocked there", "в этом чате никто не заблокирован")) : nil
    }
}

enum Links {
    /// The unclaimed links that are meant: to the place that is named; those to the school are to its groups and the staff room as well.
    static func unclaimed(_ w: World, _ c: Request) -> [LinkID] {
        w.links.indices.map(LinkID.init).filter { id in
            let link = w[link: id]
            guard link.state == .open else { return false }
            guard let place = c.place, place != .school else { return link.place != .chat }
            return link.place == place && (c.chat == .absent || link.chat == c.chat) && (place != .group || c.group == .absent || link.group == c.group)
        }
    }
}

enum OrderRequirement {
    static func issued(_ w: World, _ c: Request) -> UnmetPrecondition? {
        c.order != .absent && w[order: c.order].stages.contains(.issued)
            ? nil : UnmetPrecondition(Text("the order has not been issued", "приказ ещё не издан"))
    }

    static func reach(_ stage: OrderStage, _ w: inout World, _ c: Request) -> Effect {
        let known = w[order: c.order].stages.contains(stage)
        w[order: c.order].stages.insert(stage)
        return Effect(isUnchanged: known)
    }
}
