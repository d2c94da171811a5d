import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Interpreter {
    // MARK: - Definite references

    /// The chat that "the chat" means: the last mentioned, else the only one, else the candidates are listed.
    mutating func definiteChat(_ span: Span) throws(ScriptError) -> ChatID {
        if mentions.chat != .absent, !world[chat: mentions.chat].isDeleted { return mentions.chat }
        let world = world
        let chats = world.chats.indices.filter { !world.chats[$0].isDeleted }
        if let only = chats.first, chats.count == 1 { return ChatID(only) }
        throw ScriptError(diagnostic: unclear(Text("chat", "чат"), chats.map { world.chats[$0].name }, span, Text("create chat \"…\"", "создать чат \"…\"")))
    }

    mutating func definiteGroup(_ span: Span) throws(ScriptError) -> GroupID {
        if mentions.group != .absent { return mentions.group }
        if world.groups.count == 1 { return GroupID(0) }
        throw ScriptError(diagnostic: unclear(Text("group", "группа"), world.groups.map(\.name), span, Text("create group \"…\"", "создать группу \"…\"")))
    }

    func unclear(_ what: Text, _ candidates: [NameID], _ span: Span, _ supply: Text) -> Diagnostic {
        if candidates.isEmpty {
            return Diagnostic(
                .nothingMentioned, Text("there is no \(what.en) yet", "ещё нет ни одного: \(what.ru)"), span,
                help: [Text("supply it first: \(supply.en)", "сначала: \(supply.ru)")])
        }
        let list = Text(
            candidates.prefix(8).map { names.quoted($0, .english) }.joined(separator: ", "),
            candidates.prefix(8).map { names.quoted($0, .russian) }.joined(separator: ", "))
        return Diagnostic(
            .ambiguous, Text("which \(what.en) is meant?", "неясно, какой именно: \(what.ru)"), span,
            help: [Text("name one of: ", "назовите: ") + list])
    }

    /// The people of a slot, in the order in which they are named. Unknown handles join the current chat where no policy is in force.
    mutating func resolvePeople(_ nodes: SmallArray<PersonNode>, _ act: Act, _ r: inout ResolvedAct) throws(ScriptError) -> SmallArray<PersonID> {
        var out = SmallArray<PersonID>()
        out.reserveCapacity(nodes.count)
        // Of a few the list itself is looked through.
        var seen = Set<PersonID>()
        for node in nodes {
            let id = try resolve(node, act, chat: r.request.chat, &r.notes)
            if nodes.count > 8 ? seen.insert(id).inserted : !out.contains(id) { out.append(id) }
        }
        return out
    }

    private mutating func resolve(_ node: PersonNode, _ act: Act, chat: ChatID, _ notes: inout [Text]) throws(ScriptError) -> PersonID {
        let id: PersonID
        switch node {
        case .role(let role, let span): id = try definitePerson(role, span)
        case .handle(let name, let span): id = try person(name, span, act, chat: chat, &notes)
        }
        mentions.mention(id)
        return id
    }

    /// Who acts: what is made up about them is nothing of the act's own.
    mutating func resolveActor(_ node: PersonNode, _ act: Act, chat: ChatID = .absent) throws(ScriptError) -> PersonID {
        var ignored: [Text] = []
        return try resolve(node, act, chat: chat, &ignored)
    }

    private mutating func person(
        _ name: NameID, _ span: Span, _ act: Act, chat named: ChatID, _ notes: inout [Text]
    ) throws(ScriptError) -> PersonID {
        let known = world.person(named: name)
        if known != .absent { return known }
        if act.creates.contains(.target) { return world.admit(name) }
        if !hasPolicy, act.traits.contains(.takesInNewcomers) {
            let chat = named != .absent ? named : try definiteChat(span)
            let id = world.admit(name, .student)
            world.place(id, in: world[chat: chat].group)
            world.addMember(id, to: chat, knowsRules: true)
            let chatName = world[chat: chat].name
            notes.append(
                Text(
                    "\(names[name]) is new: taken into chat \(names.quoted(chatName, .english)) as a student",
                    "\(names[name]) — новый участник: включён как ученик в чат \(names.quoted(chatName, .russian))"))
            return id
        }
        throw ScriptError(diagnostic: NameChecks.unknown(name, kind: .person, known: world.people.map(\.name), names: names, span: span))
    }

    /// "The student": the last mentioned of that role, else the only one.
    func definitePerson(_ role: Role, _ span: Span) throws(ScriptError) -> PersonID {
        let chat = mentions.chat
        if let last = mentions.lastPerson(where: { world.roles(of: $0, chat: chat).has(role) }) { return last }
        work.add(world.people.count / Work.Rate.people)
        let all = world.people.indices.map { PersonID($0) }.filter { world.roles(of: $0, chat: chat).has(role) }
        if all.count == 1 { return all[0] }
        let noun = RoleNoun.of(role)
        let what = Text(noun.inflected(.english), noun.inflected(.russian))
        throw ScriptError(
            diagnostic: unclear(what, all.map { world[person: $0].name }, span, Text("given \(what.en) @name …", "дано \(what.ru) @имя …")))
    }

    /// Fills what is left out and understood.
    mutating func fillDefinite(_ act: Act, _ node: ActNode, _ r: inout ResolvedAct) throws(ScriptError) {
        try act.hooks.presumes?(&self, node, &r)
        for slot in act.definite {
            switch slot {
            case .target:
                if r.targets.isEmpty, node.slot(.target) == nil { r.targets = [try definiteTarget(act, node)] }
            case .chat:
                if r.request.chat == .absent, r.request.channel == .absent, node.slot(.chat) == nil, node.slot(.channel) == nil {
                    let own = try moderatorsChat(act, node, r)
                    r.request.chat = if let own { own } else { try definiteChat(node.span) }
                }
            case .place: try fillDefinitePlace(act, node, &r)
            default: break
            }
        }
    }

    /// The chat that a moderator who is named means, where the one mentioned last is another's: the only one of theirs that has those people.
    ///
    /// `@olga: remind @dima` is not tried in a chat that @olga does not moderate.
    private func moderatorsChat(_ act: Act, _ node: ActNode, _ r: ResolvedAct) throws(ScriptError) -> ChatID? {
        guard act.kind == .power, !r.targets.isEmpty, world.chats.count > 1 else { return nil }
        var actor = acting ?? .absent
        if case .handle(let name, _)? = node.actor { actor = world.person(named: name) }
        guard actor != .absent, mentions.chat == .absent || !world.moderators(of: mentions.chat).contains(actor) else { return nil }
        work.add(world[person: actor].chats.count / Work.Rate.people)
        let theirs = world[person: actor].chats.filter { chat in
            world.moderators(of: chat).contains(actor) && r.targets.allSatisfy { world.has($0, in: chat) }
        }
        if theirs.count > 1 {
            throw ScriptError(
                diagnostic: unclear(Text("chat", "чат"), theirs.map { world[chat: $0].name }, node.span, Text("in chat \"…\"", "в чате \"…\"")))
        }
        return theirs.first
    }

    private func definiteTarget(_ act: Act, _ node: ActNode) throws(ScriptError) -> PersonID {
        if let last = mentions.lastPerson(where: { _ in true }) { return last }
        throw ScriptError(diagnostic: unclear(Text("person", "человек"), world.people.map(\.name), node.span, Text("@name", "@имя")))
    }

    private mutating func fillDefinitePlace(_ act: Act, _ node: ActNode, _ r: inout ResolvedAct) throws(ScriptError) {
        guard r.request.place == nil else { return }
        guard r.request.link != .absent else {
            r.request.place = .school
            return
        }
        let link = world[link: r.request.link]
        (r.request.place, r.request.chat, r.request.group) = (link.place, link.chat, link.group)
    }

    // MARK: - Actor, time, place

    mutating func settleActor(_ act: Act, _ node: ActNode, _ r: inout ResolvedAct) throws(ScriptError) {
        if act.isDoneByWorld {
            r.actorIsOpen = false
            if let actor = node.actor {
                throw ScriptError(diagnostic: NameChecks.eventHasNoDoer(actor.span))
            }
            return
        }
        if let actor = node.actor {
            if !act.forms.doerIsTarget { r.request.actor = try resolveActor(actor, act, chat: r.request.chat) }
            r.actorIsOpen = false
        } else if let acting {
            r.request.actor = acting
            r.actorIsOpen = false
        }
        guard act.forms.doerIsTarget else { return }
        if r.targets.isEmpty {
            r.targets = r.request.actor != .absent ? [r.request.actor] : [try definiteTarget(act, node)]
        } else if let actor = node.actor, r.targets.count > 1 || r.targets[0] != r.request.actor {
            throw ScriptError(diagnostic: NameChecks.wrongDoer(actor.span))
        }
        r.request.actor = r.targets[0]
        r.request.target = r.targets[0]
        r.actorIsOpen = false
    }

    func settleTime(_ request: inout Request) {
        if let duration = request.duration { request.until = world.now.adding(duration) }
    }

    func settlePlace(_ act: Act, _ r: inout ResolvedAct) {
        if r.request.place == nil {
            if r.request.channel != .absent {
                r.request.place = .channel
            } else if r.request.chat != .absent {
                r.request.place = .chat
            } else if r.request.group != .absent {
                r.request.place = .group
            }
        }
        if act.definite.contains(.chat), r.request.chat != .absent, r.request.group == .absent { r.request.group = world[chat: r.request.chat].group }
    }
}
