import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// What `join` needs of links, and what joining a place does.
enum Joining {
    static let obstacle: @Sendable (World, Request, PolicySet) -> UnmetPrecondition? = { w, c, p in
        if let outsider = Requirement.notOutsider(w, c, p) { return outsider }
        if isInside(w, c) { return nil }
        if c.link != .absent, let closed = linkObstacle(w, c, p) { return closed }
        return stated(w, c, p)
    }

    static let confirmed: @Sendable (World, Request, PolicySet) -> [ClauseRef] = { w, c, p in
        guard c.link != .absent, !isInside(w, c) else { return [] }
        return applying(w, c, p).map(\.clause) + p.clauses(stating: .closedSpace) + p.clauses(stating: .inviteOnly) + p.clauses(stating: .roleByLink)
    }

    private static func isInside(_ w: World, _ c: Request) -> Bool {
        switch c.place {
        case .chat: c.chat != .absent && w.has(c.actor, in: c.chat)
        case .school: w[person: c.actor].marks.contains(.joined) && c.link == .absent
        default: false
        }
    }

    private static func linkObstacle(_ w: World, _ c: Request, _ p: PolicySet) -> UnmetPrecondition? {
        let link = w[link: c.link]
        if !link.isServing {
            return UnmetPrecondition(
                link.state == .annulled ? Text("the link was annulled", "ссылка аннулирована") : Text("the link was used already", "ссылка уже использована"))
        }
        if link.until <= w.now {
            return UnmetPrecondition(Text("the link's term ended on \(link.until.text)", "срок ссылки закончился \(link.until.text)"))
        }
        if link.place != c.place || link.chat != c.chat || (c.group != .absent && link.group != c.group) {
            return UnmetPrecondition(Text("the link leads to another place", "ссылка ведёт в другое место"))
        }
        if link.person != .absent, link.person != c.actor {
            return UnmetPrecondition(Text("the link was made for somebody else", "ссылка выдана другому человеку"))
        }
        if let role = link.role, role != .anyone, !fits(role, w, c) {
            return UnmetPrecondition(Text("the link is for another role", "ссылка выдана для другой роли"), .roleByLink)
        }
        if let wanted = c.role, let role = link.role, wanted != role {
            return UnmetPrecondition(Text("the link gives another role", "по ссылке даётся другая роль"), .roleByLink)
        }
        return nil
    }

    /// The role "teacher" is given by the link, so any employee may take it, and a newcomer any; whoever has left is no newcomer.
    private static func fits(_ role: Role, _ w: World, _ c: Request) -> Bool {
        let roles = w.roles(of: c.actor)
        return roles.has(role) || (role == .teacher && roles.has(.employee))
            || !w.marks(of: c.actor).isGone && roles.subtracting([RoleSet(.anyone), RoleSet(.participant)]).isEmpty
    }

    /// The clauses that say how somebody of the joiner's role gets into such a place.
    private static func applying(_ w: World, _ c: Request, _ p: PolicySet) -> [PolicySet.Indexed<Statement>] {
        let roles = w.roles(of: c.actor)
        return p.statements.filter { entry in
            guard entry.rule.mechanism == .linksFor, !entry.rule.audience.isDisjoint(with: roles) else { return false }
            return entry.rule.places.isEmpty || (c.place.map(entry.rule.places.contains) ?? false)
        }
    }

    private static func stated(_ w: World, _ c: Request, _ p: PolicySet) -> UnmetPrecondition? {
        let rules = applying(w, c, p)
        if c.link == .absent {
            let clauses = rules.map(\.clause) + p.clauses(stating: .inviteOnly)
            guard !clauses.isEmpty else { return nil }
            return UnmetPrecondition(Text("there is no open link to join by", "нет действующей ссылки, по которой можно присоединиться"), clauses: clauses)
        }
        let link = w[link: c.link]
        let wrongMaker = rules.filter { entry in
            !entry.rule.from.isEmpty && link.creator != .absent && entry.rule.from.isDisjoint(with: w.roles(of: link.creator, chat: c.chat))
        }
        // Several clauses may name a sender for the same person; one that fits is enough.
        if !wrongMaker.isEmpty, wrongMaker.count == rules.count(where: { !$0.rule.from.isEmpty }) {
            return UnmetPrecondition(
                Text("the link comes from somebody who does not send it to this role", "ссылку этой роли направляет не тот, кто её создал"),
                clauses: wrongMaker.map(\.clause))
        }
        let wrongRole = rules.filter { entry in entry.rule.role.map { $0 != (c.role ?? link.role ?? $0) } ?? false }
        return wrongRole.isEmpty
            ? nil : UnmetPrecondition(Text("the link gives another role", "по ссылке даётся другая роль"), clauses: wrongRole.map(\.clause))
    }

    /// Without a link, the last open one that leads there and was made for this person or role.
    static let findLink: @Sendable (inout Interpreter, ActNode, inout ResolvedAct) throws(ScriptError) -> Void = { i, node, r throws(ScriptError) in
        guard r.request.link == .absent, node.slot(.link) == nil else { return }
        let (world, person) = (i.world, r.targets.first ?? .absent)
        i.work.add(world.links.count / Work.Rate.people)
        for index in world.links.indices.reversed() {
            let link = world.links[index]
            guard link.isServing, world.now < link.until, r.request.place == nil || link.place == r.request.place,
                r.request.chat == .absent || link.chat == r.request.chat, r.request.group == .absent || link.group == r.request.group
            else { continue }
            let isMeant = link.person != .absent ? link.person == person : person != .absent && link.role.map(world.roles(of: person).has) ?? true
            guard !isMeant else {
                r.request.link = LinkID(index)
                return
            }
        }
    }

    /// Without a policy `invite parent to chat` makes the parents' chat of the current group (LANGUAGE.md 4).
    static let makeUpChat: @Sendable (inout Interpreter, inout ResolvedAct) -> ChatID? = { i, r in
        guard !i.hasPolicy, i.world.chats.isEmpty else { return nil }
        let group = i.mentions.group != .absent ? i.mentions.group : i.world.groups.isEmpty ? .absent : GroupID(0)
        guard group != .absent else { return nil }
        let role = r.request.role ?? .parent
        let name = i.world[group: group].name
        let chat = i.world.makeChat(Chat(name: name, audience: RoleSet(role), group: group))
        i.mentions.chat = chat
        r.notes.append(
            Text(
                "there was no chat: created chat \(i.names.quoted(name, .english)) for \(RoleNoun.of(role).inflected(.english, plural: true)) of the group",
                "чата ещё не было: создан чат \(i.names.quoted(name, .russian)) для \(RoleNoun.of(role).inflected(.russian, plural: true, .genitive)) группы"))
        return chat
    }

    static let join: @Sendable (inout World, Request) -> Effect = { w, c in
        let known = isInside(w, c)
        let claims = c.link != .absent && !known && w[link: c.link].state == .open
        let belongs = c.group != .absent && w[person: c.actor].marks.contains(.joined) && w[group: c.group].members.contains(c.actor)
        let isUnchanged = known || belongs && !claims && (c.place == .group || c.place == .staffRoom)
        if claims { w[link: c.link].state = .claimed }
        if c.link != .absent, let role = c.role ?? w[link: c.link].role, w[person: c.actor].roles.isEmpty {
            w[person: c.actor].roles = RoleSet(role)
        }
        switch c.place {
        case .chat: w.addMember(c.actor, to: c.chat)
        case .group, .staffRoom:
            if c.group != .absent { w[group: c.group].members.insert(c.actor) }
            let roles = w.roles(of: c.actor)
            if c.place == .group, c.group != .absent, roles.has(.student), !roles.has(.employee), w[person: c.actor].group == .absent {
                w.place(c.actor, in: c.group)
            }
            w[person: c.actor].marks.formUnion(.joined)
        default: w[person: c.actor].marks.formUnion(.joined)
        }
        return Effect(isUnchanged: isUnchanged, item: c.link == .absent ? nil : .link(c.link))
    }
}
