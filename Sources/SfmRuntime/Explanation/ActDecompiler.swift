import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// Turns a resolved call back into an act as it would be written.
public struct ActDecompiler {
    let world: World
    /// The language of words that have a name of their own in each.
    let language: Language

    public func node(for request: Request, names: inout Names) -> ActNode {
        let act = ActTable.all[request.act]
        let parts = Set(Sfm.grammar.actParts[request.act].map(\.slot))
        var node = ActNode(act: request.act, actor: nil, slots: [], span: .none)
        if request.actor != .absent { node.actor = .handle(world[person: request.actor].name, .none) }
        func add(_ slot: Slot, _ value: SlotValue) {
            if parts.contains(slot) { node.slots.append(SlotNode(slot: slot, value: value, span: .none)) }
        }
        func people(_ id: PersonID) -> SlotValue { .people([.handle(world[person: id].name, .none)]) }
        if request.target != .absent { add(parts.contains(.invitee) ? .invitee : .target, people(request.target)) }
        if request.other != .absent { add(parts.contains(.appointing) ? .appointing : .other, people(request.other)) }
        if let role = request.role { add(parts.contains(.invitee) ? .invitee : .role, .role(role)) }
        if !request.audience.isEmpty { add(.audience, .audience(AudienceNode(roles: request.audience.roles, people: []))) }
        addPlaces(request, act, add)
        addNames(request, act, add)
        if let duration = request.duration { add(.duration, .duration(duration)) }
        if request.duration == nil, let until = request.until, until != .never { add(parts.contains(.at) ? .at : .until, .date(until, hasTime: true)) }
        if let number = request.number { add(.number, .number(number)) }
        if let reason = request.reason { add(.reason, .reason(reason, request.reasonText == .absent ? nil : request.reasonText)) }
        if request.mood != .ordinary { add(.mood, .choice(request.mood.rawValue)) }
        for attached in request.attached { add(.attachment, .namedChoice(attached.kind.rawValue, attached.name)) }
        if let field = request.field { add(.field, .choice(field.rawValue)) }
        if let purpose = request.purpose { add(.purpose, .choice(purpose.rawValue)) }
        if request.hasQuestionnaire { add(.questionnaire, .flag) }
        if request.isCollective { add(.collective, .flag) }
        if request.link == .absent { add(.unclaimed, .flag) }
        add(.another, .flag)
        if let consented = request.consented { add(.act, .act(self.node(for: consented, names: &names))) }
        if let word = request.word { add(.word, .name(names.intern(word[language]))) }
        if !request.kinds.isEmpty {
            var kinds: [NameID] = []
            for kind in request.kinds { kinds.append(names.intern(kind[language])) }
            add(.kinds, .names(kinds))
        }
        if !request.copied.isEmpty {
            var people = SmallArray<PersonNode>()
            for person in request.copied { people.append(.handle(world[person: person].name, .none)) }
            add(.copied, .people(people))
        }
        return node
    }

    /// Adds what a duty names and the act does not say yet.
    func add(_ test: PartTest, to node: inout ActNode, _ names: inout Names) {
        guard case .named(let part, let texts) = test, let text = texts.first else { return }
        let slots = Sfm.grammar.actParts[node.act].map(\.slot)
        let name = names.intern(text)
        var said: (slot: Slot, value: SlotValue) = (part.slot, .name(name))
        if part == .options { said.value = .names([name]) }
        if part == .reason { said.value = .reason(.other, name) }
        if !slots.contains(said.slot), let place = PlaceKind.allCases.first(where: { CallPart($0) == part }) { said = (.place, .place(place, name)) }
        guard slots.contains(said.slot), node.slot(said.slot) == nil else { return }
        node.slots.append(SlotNode(slot: said.slot, value: said.value, span: .none))
    }

    /// Adds whom it is done to where that is said by a role: `tell director`.
    func add(_ scope: Scope, to node: inout ActNode) {
        let slots = Sfm.grammar.actParts[node.act].map(\.slot)
        guard slots.contains(.target), node.slot(.target) == nil, let role = scope.targets.roles.first else { return }
        node.slots.append(SlotNode(slot: .target, value: .people([.role(role, .none)]), span: .none))
    }

    private func addPlaces(_ request: Request, _ act: Act, _ add: (Slot, SlotValue) -> Void) {
        if request.chat != .absent, request.place == .chat, !act.creates.contains(.chat) {
            add(.chat, .name(request.formerName != .absent ? request.formerName : world[chat: request.chat].name))
        }
        if request.group != .absent, request.place == .group || Sfm.grammar.actParts[request.act].contains(where: { $0.slot == .group }) {
            add(.group, .name(world[group: request.group].name))
        }
        if request.channel != .absent { add(.channel, .name(world[channel: request.channel].name)) }
        if request.link != .absent { add(.link, .name(world[link: request.link].name)) }
        if let place = request.place {
            switch place {
            case .chat: add(.place, .place(.chat, request.chat == .absent ? nil : world[chat: request.chat].name))
            case .group: add(.place, .place(.group, request.group == .absent ? nil : world[group: request.group].name))
            case .school, .staffRoom, .channel: add(.place, .place(place, nil))
            }
        }
    }

    private func addNames(_ request: Request, _ act: Act, _ add: (Slot, SlotValue) -> Void) {
        if request.name != .absent {
            for slot in act.creates.slots where slot != .target { add(slot, .name(request.name)) }
            add(.text, .name(request.name))
            add(.title, .name(request.name))
        }
        if request.order != .absent || act.creates.contains(.order) == false, request.value != .absent { add(.order, .name(request.value)) }
        if request.value != .absent { add(.value, .name(request.value)) }
        if request.subject != .absent { add(.subject, .name(request.subject)) }
        if request.about != .absent { add(.about, .name(request.about)) }
        if request.phone != .absent { add(.phone, .name(request.phone)) }
        if request.email != .absent { add(.email, .name(request.email)) }
        if !request.options.isEmpty { add(.options, .names(request.options)) }
    }
}

extension Request {
    /// An act that names a link alone is about the place to which the link leads.
    mutating func lead(by link: Link) { (place, chat, group) = (link.place, link.chat, link.group) }

    /// Names the thing that a duty is about, as far as its act can name one of that kind.
    mutating func concern(_ item: Item?, in world: World) {
        let parts = Sfm.grammar.actParts[act]
        switch item {
        case nil: break
        case .link(let id):
            guard parts.contains(where: { $0.slot == .link }) else { break }
            link = id
            if ActTable.all[act].traits.contains(.isAboutAnyPlace), place == nil { lead(by: world[link: id]) }
        case .order(let id): if parts.contains(where: { $0.slot == .order && $0.required }) { (order, value) = (id, world[order: id].number) }
        case .message(let n): if parts.contains(where: { $0.slot == .number }) { number = n }
        }
    }
}
