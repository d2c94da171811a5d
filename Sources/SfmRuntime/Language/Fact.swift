import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// A fact with everything it names resolved.
public struct Query: Sendable {
    public let node: FactNode
    public var people = SmallArray<PersonID>()
    public var other = SmallArray<PersonID>()
    public var members = SmallArray<PersonID>()
    public var moderator: PersonID = .absent
    public var admin: PersonID = .absent
    public var role: Role?
    public var audience = RoleSet()
    public var audiencePeople = SmallArray<PersonID>()
    public var chat: ChatID = .absent
    public var group: GroupID = .absent
    public var channel: ChannelID = .absent
    public var link: LinkID = .absent
    public var order: OrderID = .absent
    /// The name of what the fact states: of the chat, group, school or link.
    public var name: NameID = .absent
    public var subject: NameID = .absent
    public var phone: NameID = .absent
    public var email: NameID = .absent
    public var orderName: NameID = .absent
    public var until: (instant: Instant, hasTime: Bool)?
    public var comparison: (sign: Comparison, number: Int)?
    public var linkState: LinkState?
    public var stage: OrderStage?
    public var place: PlaceKind?
    public var clause: ClauseNode?
    public var act: ActNode?
    public var text: NameID = .absent
    public var kinds: [NameID] = []
}

/// Whether a fact holds, and what holds instead.
public struct Verdict {
    public let holds: Bool
    /// Is given what the fact was asked of: keeping both here would cost every fact that holds two copies.
    public var actual: (Interpreter, Query) -> Text?
    public var clauses: [ClauseRef] = []
    public var decision: Decision?
    /// The number that is compared, where one is.
    public var number: Int?

    public init(_ holds: Bool, clauses: [ClauseRef] = [], actual: @escaping (Interpreter, Query) -> Text? = { _, _ in nil }) {
        (self.holds, self.actual, self.clauses) = (holds, actual, clauses)
    }
}

/// One fact of the language: its forms, how it is set, and when it holds. A group of facts is one file in `Facts/`.
public final class Fact: Sendable {
    public let forms: Forms
    /// Names that `given` introduces through this fact.
    public let introduces: SlotSet
    /// `nil` where the fact can only be checked.
    public let set: (@Sendable (inout Interpreter, Query) -> UnmetPrecondition?)?
    public let holds: @Sendable (Interpreter, Query) throws(ScriptError) -> Verdict
    /// Parts that are understood from what was mentioned where they are left out.
    public let definite: SlotSet
    /// Whether `given … is not …` can make it so.
    public let deniable: Bool
    /// Whether a denial that leaves out what is understood is of all: «не заблокирован» means in no chat.
    let deniesAll: Bool
    /// What the words of policies are that its parts name.
    public let words: [Slot: WordSort]
    /// What holds where this does not, and says more than its denial: lines of expectations, in English.
    let instead: (@Sendable (Interpreter, FactNode) -> [String])?
    /// Why what is written can be checked only, for a fact that is given in other words.
    private let notGiven: (@Sendable (FactNode) -> Text?)?

    public init(
        _ forms: Forms, introduces: SlotSet = [], definite: SlotSet = [], deniable: Bool = false, deniesAll: Bool = false,
        notGiven: (@Sendable (FactNode) -> Text?)? = nil,
        set: (@Sendable (inout Interpreter, Query) -> UnmetPrecondition?)? = nil,
        holds: @escaping @Sendable (Interpreter, Query) throws(ScriptError) -> Verdict, words: [Slot: WordSort] = [:],
        instead: (@Sendable (Interpreter, FactNode) -> [String])? = nil
    ) {
        (self.forms, self.introduces, self.definite, self.deniable) = (forms, introduces, definite, deniable)
        (self.set, self.holds, self.deniesAll, self.notGiven, self.words, self.instead) = (set, holds, deniesAll, notGiven, words, instead)
    }

    /// Why the fact cannot be given as it is written; nothing of the world is asked.
    func reasonNotToGive(_ node: FactNode) -> Text? {
        if set == nil { return Text("this can be checked, but not given", "это можно проверить, но не задать") }
        if node.negated, !deniable { return Text("this can be given as so, but not as not so", "это можно задать, но нельзя задать, что этого нет") }
        return notGiven?(node)
    }
}

/// Every fact; the order is the order of the reference.
public enum FactTable {
    public static let all: [Fact] =
        Fact.people + Fact.schools + Fact.chats + Fact.moderation + Fact.links + Fact.papers + Fact.marks + Fact.counts + Fact.norms

    public static func index(of id: String) -> Int {
        guard let index = all.firstIndex(where: { $0.forms.id == id }) else { preconditionFailure("the fact table lacks \(id)") }
        return index
    }
}

extension Fact {
    /// Whether a fact about a chat names one that the script knows of and the world has not got, as a chat that was to be created.
    func lacksChat(_ q: Query) -> Bool { definite.contains(.chat) && q.chat == .absent && q.node.slot(.chat)?.value.isNamed == true }
}

extension Interpreter {
    /// Resolves a fact's names; with `declaring`, names that it introduces are made. A query is wide: it is filled where it lies.
    mutating func resolve(_ node: FactNode, declaring: Bool = false, into q: inout Query) throws(ScriptError) {
        let fact = FactTable.all[node.fact]
        try node.slots.forEachInPlace { slot throws(ScriptError) in try fill(slot, fact, declaring, &q) }
        if fact.definite.contains(.chat), q.chat == .absent, node.slot(.chat)?.value.isNamed != true,
            !(node.negated && fact.deniesAll && node.slot(.chat) == nil)
        {
            q.chat = try definiteChat(node.span)
        }
    }

    private mutating func fill(_ slot: SlotNode, _ fact: Fact, _ declaring: Bool, _ q: inout Query) throws(ScriptError) {
        let declares = declaring && fact.introduces.contains(slot.slot)
        switch (slot.slot, slot.value) {
        case (.target, .people(let p)), (.invitee, .people(let p)): q.people = try factPeople(p, declares)
        case (.other, .people(let p)), (.appointing, .people(let p)): q.other = try factPeople(p, declares)
        case (.members, .people(let p)): q.members = try factPeople(p, false)
        case (.moderator, .people(let p)): q.moderator = try factPeople(p, false).first ?? .absent
        case (.admin, .people(let p)): q.admin = try factPeople(p, declares).first ?? .absent
        case (.role, .role(let role)), (.invitee, .role(let role)): q.role = role
        case (.audience, .audience(let a)):
            q.audience = a.roles.reduce(into: RoleSet()) { $0.formUnion(RoleSet($1)) }
            q.audiencePeople = try factPeople(a.people, false)
        case (.chat, .name(let id)): try fillChat(id, slot, declares, &q)
        case (.group, .name(let id)):
            guard let id else {
                q.group = try definiteGroup(slot.span)
                return
            }
            q.name = fact.introduces.contains(.chat) ? q.name : id
            q.group = declaring ? world.makeGroup(id) : world.group(named: id)
            if q.group != .absent { mentions.group = q.group }
        case (.place, .place(let kind, let id)): try fillPlace(kind, id, slot, declaring, &q)
        case (.channel, .name(let id?)): q.channel = declares || SystemNames.isChannel(id, names) ? world.makeChannel(id) : world.channel(named: id)
        case (.link, .name(let id?)):
            q.link = world.link(named: id)
            q.name = id
        case (.order, .name(let id?)):
            q.orderName = id
            q.order = declares ? world.makeOrder(id) : world.order(named: id)
        case (.school, .name(let id)): if let id { q.name = id }
        default: fillPlain(slot, &q)
        }
    }

    private mutating func fillPlace(_ kind: PlaceKind, _ id: NameID?, _ slot: SlotNode, _ declaring: Bool, _ q: inout Query) throws(ScriptError) {
        q.place = kind
        switch kind {
        case .chat:
            if let id { q.chat = world.chat(named: id) } else { q.chat = try definiteChat(slot.span) }
            if q.chat != .absent { mentions.chat = q.chat }
        case .staffRoom: q.group = declaring ? world.makeStaffRoom(named: names.intern("Учительская")) : world.staffRoom
        case .group:
            if let id, SystemNames.isStaffRoom(id, names) { return try fillPlace(.staffRoom, nil, slot, declaring, &q) }
            if let id { q.group = world.group(named: id) } else { q.group = try definiteGroup(slot.span) }
        case .school, .channel: break
        }
    }

    private func fillPlain(_ slot: SlotNode, _ q: inout Query) {
        switch (slot.slot, slot.value) {
        case (.subject, .name(let id?)): q.subject = id
        case (.phone, .name(let id?)): q.phone = id
        case (.email, .name(let id?)): q.email = id
        case (.policy, .name(let id?)), (.value, .name(let id?)), (.text, .name(let id?)), (.word, .name(let id?)): q.text = id
        case (.until, .date(let instant, let hasTime)): q.until = (instant, hasTime)
        case (.compare, .compare(let sign, let n)): q.comparison = (sign, n)
        case (.linkState, .choice(let raw)): q.linkState = LinkState(rawValue: raw)
        case (.orderStage, .choice(let raw)): q.stage = OrderStage(rawValue: raw)
        case (.clause, .clause(let clause)): q.clause = clause
        case (.kinds, .names(let names)): q.kinds = names
        case (.act, .act(let act)): q.act = act
        default: break
        }
    }

    private mutating func fillChat(_ id: NameID?, _ slot: SlotNode, _ declares: Bool, _ q: inout Query) throws(ScriptError) {
        guard let id else {
            q.chat = try definiteChat(slot.span)
            return
        }
        q.name = id
        q.chat = world.chat(named: id)
        if q.chat == .absent, declares { q.chat = world.makeChat(Chat(name: id)) }
        if q.chat != .absent { mentions.chat = q.chat }
    }

    private mutating func factPeople(_ nodes: SmallArray<PersonNode>, _ declares: Bool) throws(ScriptError) -> SmallArray<PersonID> {
        var out = SmallArray<PersonID>()
        out.reserveCapacity(nodes.count)
        work.add(nodes.count / Work.Rate.members)
        for node in nodes where world.size <= work.mostObjects && !work.isSpent {
            let id: PersonID
            switch node {
            case .role(let role, let span): id = try definitePerson(role, span)
            case .handle(let name, let span):
                let known = world.person(named: name)
                if known == .absent, !declares {
                    throw ScriptError(diagnostic: NameChecks.unknown(name, kind: .person, known: world.people.map(\.name), names: names, span: span))
                }
                id = known != .absent ? known : world.admit(name)
            }
            out.append(id)
            mentions.mention(id)
        }
        return out
    }
}

extension SlotValue {
    /// Whether a name stands after the label.
    var isNamed: Bool {
        if case .name(.some) = self { return true }
        return false
    }
}
