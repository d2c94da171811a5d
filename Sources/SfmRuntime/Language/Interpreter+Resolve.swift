import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// An act with everything resolved but the list of people it is about.
struct ResolvedAct {
    var request: Request
    /// Every person the act is about, a call each; empty where it names nobody.
    var targets = SmallArray<PersonID>()
    /// Something known that is not there at this moment.
    var obstacle: UnmetPrecondition?
    /// Nobody is named and nobody acts "as": anybody competent may.
    var actorIsOpen = true
    /// What was made up on the way where no policy is in force.
    var notes: [Text] = []

    /// How many calls it comes to: one for each of several people.
    var count: Int { max(targets.count, 1) }

    func request(_ index: Int) -> Request {
        guard targets.count > 1 else { return request }
        var one = request
        one.concern(targets[index])
        return one
    }
}

extension Request {
    /// Makes it about one of several people, who does it where the act is done by whom it is about.
    mutating func concern(_ person: PersonID) {
        target = person
        if ActTable.all[act].forms.doerIsTarget { actor = person }
    }
}

extension Interpreter {
    /// Resolves an act's names, short forms and actor. Remembers what was mentioned.
    mutating func resolve(_ node: ActNode, lenient: Bool = false) throws(ScriptError) -> ResolvedAct {
        var r = ResolvedAct(request: Request(act: node.act))
        try resolve(node, lenient: lenient, into: &r)
        return r
    }

    mutating func resolve(_ node: ActNode, lenient: Bool = false, into r: inout ResolvedAct) throws(ScriptError) {
        var act = ActTable.all[node.act]
        if act.words[.word] != nil, case .name(let word?)? = node.slot(.word)?.value {
            fillWord(names[word], act, &r)
            act = ActTable.all[r.request.act]
        }
        let other = act.hooks.becomes?(node, names)
        if let other {
            act = other
            r.request = Request(act: ActTable.index(of: other))
        }
        // Whoever does what is done by whom it is about is mentioned in the place of that person, before the colon or behind the verb.
        var doer = act.forms.doerIsTarget ? node.actor : nil
        try node.slots.forEachInPlace { slot throws(ScriptError) in
            if let before = doer, !slot.slot.isPlace {
                doer = nil
                try fill(doer: before, act, &r)
            }
            // What the act was known by is nothing of the one that it is.
            if other == nil { try fill(slot, act, &r) }
        }
        if let doer { try fill(doer: doer, act, &r) }
        if act.creates.contains(.link), r.request.name == .absent { r.request.name = freshLinkName() }
        if let name = act.hooks.defaultName, r.request.name == .absent { r.request.name = names.intern(name) }
        if !lenient { try fillDefinite(act, node, &r) }
        try settleActor(act, node, &r)
        settleTime(&r.request)
        try act.hooks.settles?(&self, node, &r)
        settlePlace(act, &r)
        if r.targets.count == 1 { r.request.target = r.targets[0] }
        if !policies.isEmpty, policies.asksParts[r.request.act] { say(&r.request) }
    }

    private mutating func fill(doer: PersonNode, _ act: Act, _ r: inout ResolvedAct) throws(ScriptError) {
        r.request.actor = try resolveActor(doer, act, chat: r.request.chat)
        if r.targets.isEmpty { r.targets = [r.request.actor] }
    }

    mutating func freshLinkName() -> NameID {
        var n = world.links.count + 1
        while world.link(named: names.intern("L\(n)")) != .absent { n += 1 }
        return names.intern("L\(n)")
    }

    private mutating func fill(_ node: SlotNode, _ act: Act, _ r: inout ResolvedAct) throws(ScriptError) {
        switch (node.slot, node.value) {
        case (.target, .people(let people)): r.targets = try resolvePeople(people, act, &r)
        case (.invitee, .people(let people)): r.targets = try resolvePeople(people, act, &r)
        case (.invitee, .role(let role)), (.role, .role(let role)): r.request.role = role
        case (.other, .people(let people)), (.appointing, .people(let people)): r.request.other = try resolvePeople(people, act, &r).first ?? .absent
        case (.chat, .name(let id)): try fillChat(id, act, node, &r)
        case (.group, .name(let id)): try fillGroup(id, act, node, &r)
        case (.channel, .name(let id)):
            guard let id else { return }
            if act.creates.contains(.channel) { r.request.name = id }
            r.request.channel = world.channel(named: id)
            if r.request.channel == .absent, SystemNames.isChannel(id, names) { r.request.channel = world.makeChannel(id) }
            if r.request.channel == .absent, !act.creates.contains(.channel) { missing(Text("the channel is not there", "такого канала сейчас нет"), &r) }
            mentions.channel = r.request.channel
            r.request.listed = names[id]
        case (.place, .place(let kind, let id)): try fillPlace(kind, id, node, &r)
        case (.link, .name(let id?)): fillLink(id, act, &r)
        case (.order, .name(let id?)):
            if act.creates.contains(.order) { r.request.name = id }
            r.request.value = id
            r.request.order = world.order(named: id)
        case (.school, .name(let id)): if let id { r.request.name = id }
        case (.kinds, .names(let ids)):
            if let sort = act.words[.kinds] { r.request.kinds = ids.map { policies.words.name(sort, names[$0]) } }
        // Read before everything else.
        case (.word, _): return
        case (.copied, .people(let people)): r.request.copied = Array(try resolvePeople(people, act, &r))
        case (.audience, .audience(let audience)): r.request.audience = audience.roles.reduce(into: RoleSet()) { $0.formUnion(RoleSet($1)) }
        default: fillPlain(node, &r.request)
        }
    }

    /// The word of a policy that makes the act what it is; an own act is of the kind that its policy says.
    private func fillWord(_ word: String, _ act: Act, _ r: inout ResolvedAct) {
        guard let sort = act.words[.word] else { return }
        let known = policies.words.find(sort, word)
        if let own = known?.act { r.request = Request(act: ActTable.ownAct(own.kind)) }
        r.request.word = known?.name ?? Text(same: word)
        r.request.own = known?.act
    }

    /// Slots that need no look at the world.
    private func fillPlain(_ node: SlotNode, _ request: inout Request) {
        switch (node.slot, node.value) {
        case (.text, .name(let id?)), (.title, .name(let id?)):
            request.name = id
            if ActTable.all[request.act].attributes.contains(.messenger) { request.listed = names[id] }
        case (.subject, .name(let id?)): request.subject = id
        case (.about, .name(let id?)): request.about = id
        case (.value, .name(let id?)): request.value = id
        case (.phone, .name(let id?)): request.phone = id
        case (.email, .name(let id?)): request.email = id
        case (.options, .names(let ids)): request.options = ids
        case (.duration, .duration(let d)): request.duration = d
        case (.until, .date(let instant, _)), (.at, .date(let instant, _)): request.until = instant
        case (.number, .number(let n)): request.number = n
        case (.reason, .reason(let reason, let text)):
            request.reason = reason
            request.reasonText = text ?? .absent
        case (.mood, .choice(let raw)): request.mood = Mood(rawValue: raw) ?? .ordinary
        case (.field, .choice(let raw)): request.field = SchoolField(rawValue: raw)
        case (.attachment, .namedChoice(let raw, let id)): if let kind = Attachment(rawValue: raw) { request.attached.append(Request.Attached(kind, id)) }
        case (.purpose, .choice(let raw)): request.purpose = Purpose(rawValue: raw)
        case (.questionnaire, _): request.hasQuestionnaire = true
        case (.collective, _): request.isCollective = true
        default: break
        }
    }

    private func missing(_ reason: Text, _ r: inout ResolvedAct) { if r.obstacle == nil { r.obstacle = UnmetPrecondition(reason) } }

    private mutating func fillChat(_ id: NameID?, _ act: Act, _ node: SlotNode, _ r: inout ResolvedAct) throws(ScriptError) {
        guard let id else {
            r.request.chat = try definiteChat(node.span)
            return
        }
        if act.creates.contains(.chat) { r.request.name = id }
        r.request.chat = world.chat(named: id)
        if r.request.chat != .absent {
            mentions.chat = r.request.chat
        } else if !act.creates.contains(.chat) {
            missing(Text("there is no such chat now", "такого чата сейчас нет"), &r)
        }
    }

    private mutating func fillGroup(_ id: NameID?, _ act: Act, _ node: SlotNode, _ r: inout ResolvedAct) throws(ScriptError) {
        guard let id else {
            r.request.group = try definiteGroup(node.span)
            return
        }
        if act.creates.contains(.group) { r.request.name = id }
        r.request.group = world.group(named: id)
        if r.request.group != .absent {
            mentions.group = r.request.group
        } else if !act.creates.contains(.group) {
            missing(Text("there is no such group now", "такой группы сейчас нет"), &r)
        }
    }

    private mutating func fillPlace(_ kind: PlaceKind, _ id: NameID?, _ node: SlotNode, _ r: inout ResolvedAct) throws(ScriptError) {
        r.request.place = kind
        let act = ActTable.all[r.request.act]
        if id == nil, act.traits.contains(.isAboutAnyPlace), kind == .chat || kind == .group { return }
        switch kind {
        case .chat:
            if let id {
                r.request.chat = world.chat(named: id)
                if r.request.chat == .absent {
                    missing(Text("there is no such chat now", "такого чата сейчас нет"), &r)
                } else {
                    mentions.chat = r.request.chat
                }
            } else if let made = act.hooks.makesUpChat?(&self, &r) {
                r.request.chat = made
            } else {
                r.request.chat = try definiteChat(node.span)
            }
        case .group:
            if let id, SystemNames.isStaffRoom(id, names) {
                r.request.place = .staffRoom
                return try fillPlace(.staffRoom, nil, node, &r)
            }
            if let id { r.request.group = world.group(named: id) } else { r.request.group = try definiteGroup(node.span) }
            if r.request.group == .absent {
                missing(Text("there is no such group now", "такой группы сейчас нет"), &r)
            } else {
                mentions.group = r.request.group
            }
        case .staffRoom:
            r.request.group = world.staffRoom
            if r.request.group == .absent { missing(Text("the staff room has not been created", "учительская ещё не создана"), &r) }
        case .school: if !world.school.exists { missing(Text("the school is not registered yet", "школа ещё не зарегистрирована"), &r) }
        case .channel: break
        }
    }

    private mutating func fillLink(_ id: NameID, _ act: Act, _ r: inout ResolvedAct) {
        if act.creates.contains(.link) {
            r.request.name = id
            if world.link(named: id) != .absent {
                r.obstacle = UnmetPrecondition(Text("there is a link of that name already", "ссылка с таким названием уже есть"))
            }
            return
        }
        r.request.link = world.link(named: id)
        if r.request.link == .absent { missing(Text("there is no such link now", "такой ссылки сейчас нет"), &r) } else { mentions.link = r.request.link }
    }
}
