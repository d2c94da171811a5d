import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// Everything that may be tried in a situation: each act with every object of the world that fits.
///
/// Which objects there are is all that it depends on, so worlds with as many of each have the same moves.
struct ExplorationMoves {
    /// An act that is to be tried with whatever fits.
    struct Choice {
        /// As it is named: any own act is one of the same form.
        let act: Int
        /// As it is done: own acts are of the kind that their policy says.
        let kind: Act
        let word: NameID?
        /// The parts that the policy declares of an own act.
        let own: Set<Slot>?
        let values: NamedValues

        init(_ node: RuleActNode, _ interpreter: inout Interpreter) {
            act = node.act
            word = node.word.map { interpreter.names.intern($0) }
            let own = node.word.flatMap { Sfm.grammar.acts[node.act].isOwn ? interpreter.policies.words.find(.act, $0)?.act : nil }
            self.own = own.map { Set($0.parts.map(\.slot)) }
            kind = ActTable.all[own.map { ActTable.ownAct($0.kind) } ?? node.act]
            values = NamedValues(ActTable.index(of: kind), interpreter.policies)
        }
    }

    /// What may be tried, by its number, for good.
    private(set) var all: [ActNode] = []
    /// The calls that they are, where these are the same in every world.
    private(set) var requests: [Request?] = []
    /// Of which choice each is.
    private(set) var choiceOf: [UInt16] = []
    private var byObjects: [[Int]: Range<Int>] = [:]
    let choices: [Choice]
    private let doers: Set<PersonID>?
    private let language: Language
    private let names: PreparedNames

    /// More than that nobody waits for.
    static let most = 100_000

    /// Names that acts give to what they make, known beforehand: a name that is made up on the way would have another number each time.
    struct PreparedNames {
        let texts: [NameID]
        let sample: NameID

        init(_ names: inout Names, _ language: Language) {
            texts = (1...Self.most).map { names.intern(language("New \($0)", "Новый \($0)")) }
            for number in 1...Self.most { _ = names.intern("L\(number)") }
            // What the acts themselves call things would have another number on each way as well.
            for act in ActTable.all { if let name = act.hooks.defaultName { _ = names.intern(name) } }
            sample = names.intern(language("A message", "Сообщение"))
        }

        private static let most = 64
    }

    init(_ choices: [Choice], doers: Set<PersonID>?, _ names: PreparedNames, _ language: Language) {
        (self.choices, self.doers, self.names, self.language) = (choices, doers, names, language)
    }

    /// The numbers of what may be tried in a world; `nil` where that is too much.
    mutating func tried(in interpreter: Interpreter) -> Range<Int>? {
        let world = interpreter.world
        var objects = [world.people.count, world.groups.count, world.chats.count, world.channels.count, world.links.count, world.orders.count]
        objects += world.chats.flatMap { [$0.messages.count, $0.name.index] }
        objects += world.polls.map(\.options.count)
        objects.append(world.staffRoom.index)
        if let known = byObjects[objects] { return known }
        let first = all.count
        for (k, choice) in choices.enumerated() {
            guard add(choice, interpreter) else { return nil }
            while choiceOf.count < all.count { choiceOf.append(UInt16(truncatingIfNeeded: k)) }
            if all.count - first > Self.most { return nil }
        }
        var copy = interpreter
        for node in all[first...] { requests.append(copy.prepared(node)) }
        byObjects[objects] = first..<all.count
        return first..<all.count
    }

    /// Adds everything that may be tried of a choice; false where that is too much.
    private mutating func add(_ choice: Choice, _ interpreter: Interpreter) -> Bool {
        let act = choice.kind
        let world = interpreter.world
        let people = world.people.indices.map { PersonID($0) }
        let able = people.filter { doers?.contains($0) ?? true }
        let handles = { (people: [PersonID]) in people.map { PersonNode.handle(world[person: $0].name, .none) } }
        // Who does what is done by whom it is about is named once, before the colon.
        let actors: [PersonNode?] = act.isDoneByWorld ? [nil] : handles(able)
        var nodes = actors.map { ActNode(act: choice.act, actor: $0, slots: [], span: .none) }
        for (slots, values) in parts(of: choice, act, interpreter, everybody: handles(people)) {
            // Of more than anybody waits for none is made.
            guard nodes.count * max(1, values.count) <= Self.most else { return false }
            // One of these, or none of them.
            nodes = nodes.flatMap { node in
                values.map { value in
                    var node = node
                    for (slot, said) in zip(slots, value) where said != nil { node.slots.append(SlotNode(slot: slot, value: said!, span: .none)) }
                    return node
                }
            }
        }
        all += nodes
        return true
    }

    /// The parts that are said, each with what may be said of it.
    private func parts(of choice: Choice, _ act: Act, _ interpreter: Interpreter, everybody: [PersonNode]) -> [(slots: [Slot], values: [[SlotValue?]])] {
        let parts = Sfm.grammar.actParts[choice.act]
        var out: [([Slot], [[SlotValue?]])] = []
        let isInChannel = parts.contains { $0.slot == .channel } && act.definite.contains(.chat) && !interpreter.world.channels.isEmpty
        for part in parts {
            if part.slot == .word, let word = choice.word {
                out.append(([.word], [[.name(word)]]))
                continue
            }
            if part.slot == .target, act.forms.doerIsTarget { continue }
            if part.slot == .channel, isInChannel { continue }
            if let own = choice.own, !own.contains(part.slot) { continue }
            let isNeeded = part.required || act.definite.contains(part.slot) || choice.own != nil
            let values = values(of: part.slot, choice, act, interpreter, everybody: everybody, isNeeded: isNeeded)
            if part.slot == .chat, isInChannel {
                let channels = interpreter.world.channels.map { SlotValue.name($0.name) }
                out.append(([.chat, .channel], values.map { [$0, nil] } + channels.map { [nil, $0] }))
            } else {
                out.append(([part.slot], ((isNeeded ? [] : [nil]) + values.map { $0 }).map { [$0] }))
            }
        }
        return out
    }

    private func known(_ text: String, _ interpreter: Interpreter) -> NameID? {
        let name = interpreter.names.find(text)
        return name == .absent ? nil : name
    }

    /// What may be said of a part; of one that may be left out what the policies tell apart.
    private func values(
        of slot: Slot, _ choice: Choice, _ act: Act, _ interpreter: Interpreter, everybody: [PersonNode], isNeeded: Bool
    ) -> [SlotValue] {
        let (world, named) = (interpreter.world, choice.values)
        let chats = world.chats.filter { !$0.isDeleted }.map(\.name)
        let groups = world.groups.filter { !$0.isStaffRoom }.map(\.name)
        func texts(_ part: CallPart) -> [SlotValue] { (named.texts[part] ?? []).compactMap { known($0, interpreter) }.map { .name($0) } }
        func made(_ count: Int) -> [SlotValue] { count < names.texts.count ? [.name(names.texts[count])] : [] }
        switch slot {
        case .target, .other, .appointing, .moderator, .admin, .invitee, .told:
            return isNeeded ? everybody.map { .people([$0]) } : []
        case .members, .copied: return []
        case .chat: return act.creates.contains(.chat) ? made(world.chats.count) : chats.map { .name($0) }
        case .group: return act.creates.contains(.group) ? made(world.groups.count) : groups.map { .name($0) }
        case .channel: return act.creates.contains(.channel) ? made(world.channels.count) : isNeeded ? world.channels.map { .name($0.name) } : []
        case .order: return act.creates.contains(.order) ? made(world.orders.count) : world.orders.map { .name($0.number) }
        case .link: return act.creates.contains(.link) ? [] : world.links.map { .name($0.name) }
        case .place:
            guard isNeeded else { return [] }
            let staffRoom: [SlotValue] = world.staffRoom == .absent ? [] : [.place(.staffRoom, nil)]
            return [.place(.school, nil)] + staffRoom + chats.map { .place(.chat, $0) } + groups.map { .place(.group, $0) }
        case .school: return isNeeded ? [.name(nil)] : []
        case .text: return texts(.text) + (isNeeded ? [.name(names.sample)] : [])
        case .title: return texts(.title) + (isNeeded ? [.name(names.sample)] : [])
        case .subject: return texts(.subject) + (isNeeded ? [.name(names.sample)] : [])
        case .about: return texts(.about) + (isNeeded ? [.name(names.sample)] : [])
        case .value:
            let answers = act.traits.contains(.answersAPoll) ? Set(world.polls.flatMap(\.options)).sorted() : []
            return texts(.value) + (answers.isEmpty ? isNeeded ? [.name(names.sample)] : [] : answers.map { .name($0) })
        case .duration: return named.durations.map { .duration($0) } + (named.durations.isEmpty ? [.duration(Duration(days: 1))] : [])
        case .number:
            guard isNeeded || world.chats.contains(where: { !$0.messages.isEmpty }) else { return [] }
            return (1...max(1, world.chats.map(\.messages.count).max() ?? 1)).map { .number($0) }
        case .reason: return named.reasons.sorted().compactMap { Reason(rawValue: $0) }.filter { $0 != .other }.map { .reason($0, nil) }
        case .mood: return named.moods.sorted().filter { $0 != Mood.ordinary.rawValue }.map { .choice($0) }
        case .purpose: return named.purposes.sorted().map { .choice($0) }
        case .attachment: return named.attachments.sorted().map { .namedChoice($0, .absent) }
        case .kinds: return named.kinds.compactMap { known($0[language], interpreter) }.map { .names([$0]) }
        case .role: return (named.roles.isEmpty && isNeeded ? Set(RoleSet.offices.roles) : named.roles).sorted { $0.rawValue < $1.rawValue }.map { .role($0) }
        case .audience:
            let sets = named.audiences.sorted { $0.rawValue < $1.rawValue }
            return sets.map { .audience(AudienceNode(roles: $0.roles)) } + (sets.isEmpty && isNeeded ? [.audience(AudienceNode(roles: [.student]))] : [])
        case .collective: return named.collective ? [.flag] : []
        case .field: return isNeeded ? [.choice(0)] : []
        case .phone, .email, .options, .policy, .until, .at, .compare, .linkState, .orderStage, .questionnaire, .unclaimed, .unverified, .exists, .inForce,
            .closed, .clause, .act, .anyone, .word, .another:
            return []
        }
    }
}

extension OwnPart {
    /// Where an act of a policy's own says the part.
    fileprivate var slot: Slot {
        switch self {
        case .person: .target
        case .chat: .chat
        case .group: .group
        case .text: .text
        }
    }
}
