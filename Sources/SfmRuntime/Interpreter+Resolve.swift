import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// An act with everything resolved but the list of people it is about.
struct Resolved {
    var call: Call
    /// Every person the act is about, a call each; empty where it names nobody.
    var targets = Few<PersonID>()
    /// Something known that is not there at this moment.
    var obstacle: Obstacle?
    /// Nobody is named and nobody acts "as": anybody competent may.
    var actorIsOpen = true
    /// What was made up on the way where no policy is in force.
    var notes: [Text] = []

    /// How many calls it comes to: one for each of several people.
    var count: Int { max(targets.count, 1) }

    func call(_ index: Int) -> Call {
        guard targets.count > 1 else { return call }
        var one = call
        one.concern(targets[index])
        return one
    }
}

extension Call {
    /// Makes it about one of several people, who does it where the act is done by whom it is about.
    mutating func concern(_ person: PersonID) {
        target = person
        if ActTable.all[act].forms.doerIsTarget { actor = person }
    }
}

extension Interpreter {
    /// Resolves an act's names, short forms and actor. Remembers what was mentioned.
    mutating func resolve(_ node: ActNode, lenient: Bool = false) throws(Trouble) -> Resolved {
        var r = Resolved(call: Call(act: node.act))
        try resolve(node, lenient: lenient, into: &r)
        return r
    }

    mutating func resolve(_ node: ActNode, lenient: Bool = false, into r: inout Resolved) throws(Trouble) {
        var act = ActTable.all[node.act]
        let other = act.hooks.becomes?(node, names)
        if let other {
            act = other
            r.call = Call(act: ActTable.index(of: other))
        }
        // Whoever does what is done by whom it is about is mentioned in the place of that person, before the colon or behind the verb.
        var doer = act.forms.doerIsTarget ? node.actor : nil
        try node.slots.forEachInPlace { slot throws(Trouble) in
            if let before = doer, !slot.slot.isPlace {
                doer = nil
                try fill(doer: before, act, &r)
            }
            // What the act was known by is nothing of the one that it is.
            if other == nil { try fill(slot, act, &r) }
        }
        if let doer { try fill(doer: doer, act, &r) }
        if act.creates.contains(.link), r.call.name == none { r.call.name = freshLinkName() }
        if let name = act.hooks.defaultName, r.call.name == none { r.call.name = names.intern(name) }
        if !lenient { try fillDefinite(act, node, &r) }
        try settleActor(act, node, &r)
        settleTime(&r.call)
        try act.hooks.settles?(&self, node, &r)
        settlePlace(act, &r)
        if r.targets.count == 1 { r.call.target = r.targets[0] }
        if !policies.isEmpty, policies.asksParts[r.call.act] { say(&r.call) }
    }

    private mutating func fill(doer: PersonNode, _ act: Act, _ r: inout Resolved) throws(Trouble) {
        r.call.actor = try resolveActor(doer, act, chat: r.call.chat)
        if r.targets.isEmpty { r.targets = [r.call.actor] }
    }

    mutating func freshLinkName() -> NameID {
        var n = world.links.count + 1
        while world.link(named: names.intern("L\(n)")) != none { n += 1 }
        return names.intern("L\(n)")
    }

    private mutating func fill(_ node: SlotNode, _ act: Act, _ r: inout Resolved) throws(Trouble) {
        switch (node.slot, node.value) {
        case (.target, .people(let people)): r.targets = try resolvePeople(people, act, &r)
        case (.invitee, .people(let people)): r.targets = try resolvePeople(people, act, &r)
        case (.invitee, .role(let role)), (.role, .role(let role)): r.call.role = role
        case (.other, .people(let people)), (.appointing, .people(let people)): r.call.other = try resolvePeople(people, act, &r).first ?? none
        case (.chat, .name(let id)): try fillChat(id, act, node, &r)
        case (.group, .name(let id)): try fillGroup(id, act, node, &r)
        case (.channel, .name(let id)):
            guard let id else { return }
            if act.creates.contains(.channel) { r.call.name = id }
            r.call.channel = world.channel(named: id)
            if r.call.channel == none, SystemNames.isChannel(id, names) { r.call.channel = world.makeChannel(id) }
            if r.call.channel == none, !act.creates.contains(.channel) { missing(Text("the channel is not there", "такого канала сейчас нет"), &r) }
            mentions.channel = r.call.channel
            r.call.listed = names[id]
        case (.place, .place(let kind, let id)): try fillPlace(kind, id, node, &r)
        case (.link, .name(let id?)): fillLink(id, act, &r)
        case (.order, .name(let id?)):
            if act.creates.contains(.order) { r.call.name = id }
            r.call.value = id
            r.call.order = world.order(named: id)
        case (.school, .name(let id)): if let id { r.call.name = id }
        case (.audience, .audience(let audience)): r.call.audience = audience.roles.reduce(into: RoleSet()) { $0.formUnion(RoleSet($1)) }
        default: fillPlain(node, &r.call)
        }
    }

    /// Slots that need no look at the world.
    private func fillPlain(_ node: SlotNode, _ call: inout Call) {
        switch (node.slot, node.value) {
        case (.text, .name(let id?)), (.title, .name(let id?)):
            call.name = id
            if ActTable.all[call.act].attributes.contains(.messenger) { call.listed = names[id] }
        case (.subject, .name(let id?)): call.subject = id
        case (.about, .name(let id?)): call.about = id
        case (.value, .name(let id?)): call.value = id
        case (.phone, .name(let id?)): call.phone = id
        case (.email, .name(let id?)): call.email = id
        case (.options, .names(let ids)): call.options = ids
        case (.duration, .duration(let d)): call.duration = d
        case (.until, .date(let instant, _)), (.at, .date(let instant, _)): call.until = instant
        case (.number, .number(let n)): call.number = n
        case (.reason, .reason(let reason, let text)):
            call.reason = reason
            call.reasonText = text ?? none
        case (.mood, .choice(let raw)): call.mood = Mood(rawValue: raw) ?? .ordinary
        case (.field, .choice(let raw)): call.field = SchoolField(rawValue: raw)
        case (.attachment, .namedChoice(let raw, let id)): if let kind = Attachment(rawValue: raw) { call.attached.append(Call.Attached(kind, id)) }
        case (.purpose, .choice(let raw)): call.purpose = Purpose(rawValue: raw)
        case (.questionnaire, _): call.hasQuestionnaire = true
        case (.collective, _): call.isCollective = true
        default: break
        }
    }

    private func missing(_ reason: Text, _ r: inout Resolved) { if r.obstacle == nil { r.obstacle = Obstacle(reason) } }

    private mutating func fillChat(_ id: NameID?, _ act: Act, _ node: SlotNode, _ r: inout Resolved) throws(Trouble) {
        guard let id else {
            r.call.chat = try definiteChat(node.span)
            return
        }
        if act.creates.contains(.chat) { r.call.name = id }
        r.call.chat = world.chat(named: id)
        if r.call.chat != none {
            mentions.chat = r.call.chat
        } else if !act.creates.contains(.chat) {
            missing(Text("there is no such chat now", "такого чата сейчас нет"), &r)
        }
    }

    private mutating func fillGroup(_ id: NameID?, _ act: Act, _ node: SlotNode, _ r: inout Resolved) throws(Trouble) {
        guard let id else {
            r.call.group = try definiteGroup(node.span)
            return
        }
        if act.creates.contains(.group) { r.call.name = id }
        r.call.group = world.group(named: id)
        if r.call.group != none {
            mentions.group = r.call.group
        } else if !act.creates.contains(.group) {
            missing(Text("there is no such group now", "такой группы сейчас нет"), &r)
        }
    }

    private mutating func fillPlace(_ kind: PlaceKind, _ id: NameID?, _ node: SlotNode, _ r: inout Resolved) throws(Trouble) {
        r.call.place = kind
        let act = ActTable.all[r.call.act]
        if id == nil, act.traits.contains(.isAboutAnyPlace), kind == .chat || kind == .group { return }
        switch kind {
        case .chat:
            if let id {
                r.call.chat = world.chat(named: id)
                if r.call.chat == none { missing(Text("there is no such chat now", "такого чата сейчас нет"), &r) } else { mentions.chat = r.call.chat }
            } else if let made = act.hooks.makesUpChat?(&self, &r) {
                r.call.chat = made
            } else {
                r.call.chat = try definiteChat(node.span)
            }
        case .group:
            if let id, SystemNames.isStaffRoom(id, names) {
                r.call.place = .staffRoom
                return try fillPlace(.staffRoom, nil, node, &r)
            }
            if let id { r.call.group = world.group(named: id) } else { r.call.group = try definiteGroup(node.span) }
            if r.call.group == none { missing(Text("there is no such group now", "такой группы сейчас нет"), &r) } else { mentions.group = r.call.group }
        case .staffRoom:
            r.call.group = world.staffRoom
            if r.call.group == none { missing(Text("the staff room has not been created", "учительская ещё не создана"), &r) }
        case .school: if !world.school.exists { missing(Text("the school is not registered yet", "школа ещё не зарегистрирована"), &r) }
        case .channel: break
        }
    }

    private mutating func fillLink(_ id: NameID, _ act: Act, _ r: inout Resolved) {
        if act.creates.contains(.link) {
            r.call.name = id
            if world.link(named: id) != none { r.obstacle = Obstacle(Text("there is a link of that name already", "ссылка с таким названием уже есть")) }
            return
        }
        r.call.link = world.link(named: id)
        if r.call.link == none { missing(Text("there is no such link now", "такой ссылки сейчас нет"), &r) } else { mentions.link = r.call.link }
    }
}
