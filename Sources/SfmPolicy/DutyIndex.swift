import SfmModel
import SfmTerms

/// Where the ledger's sorts of duties lie, by what is asked of them, so that no question goes over all that are pending.
///
/// Invariant: it only narrows down; who uses it asks each sort that it finds the whole question.
struct DutyIndex: Sendable {
    /// An act and those who must be the ones that do it and whom it is about; `none` is anybody.
    private struct Parties: Hashable, Sendable {
        let act: Int
        let actor: PersonID
        let target: PersonID
    }

    /// What a duty is about that may cease to be.
    private enum Subject: Hashable, Sendable {
        case person(PersonID)
        /// Somebody in a chat; in none that is known where it is absent.
        case member(PersonID, ChatID)
        case chat(ChatID)
        case item(ChatID, Item?)
    }

    private struct Object: Hashable, Sendable {
        let sort: DutyObject
        let subject: Subject

        /// All that is about the person, in whatever chat: where a deed names no chat, as a departure.
        var ofPerson: Object? { if case .member(let person, _) = subject { Object(sort: sort, subject: .person(person)) } else { nil } }
    }

    private typealias Sorts = Parts<Int, Void>
    private typealias Items = Parts<Item?, Sorts>
    private typealias Chats = Parts<ChatID, Items>

    /// How many sorts there are of an act.
    private(set) var counts: [Int: Int] = [:]
    private var places = Parts<Parties, Chats>()
    private var objects = Parts<Object, Sorts>()
    private var ofObject = Parts<DutyObject, Sorts>()

    // MARK: - Asking

    /// The sorts that an act may meet.
    func metPerhaps(by request: borrowing Request) -> [Int] {
        guard counts[request.act] != nil else { return [] }
        var found: [Int] = []
        for actor in Self.either(request.actor) {
            for target in Self.either(request.target) {
                add(to: &found, of: Parties(act: request.act, actor: actor, target: target), chat: request.chat, item: request.item)
            }
        }
        return found
    }

    /// The sorts of an act that may be meant where who bears them, towards whom, a chat and a thing are named or, where `nil` or none,
    /// left open.
    func sorts(of act: Int, by bearers: [PersonID]?, towards people: [PersonID]?, chat: ChatID, item: Item?) -> [Int] {
        guard counts[act] != nil else { return [] }
        var found: [Int] = []
        if let bearers, let people {
            for actor in Set(bearers + [.absent]) {
                for target in Set(people + [.absent]) {
                    add(to: &found, of: Parties(act: act, actor: actor, target: target), chat: chat, item: item)
                }
            }
            return found
        }
        for parties in places.keys where parties.act == act && Self.fits(parties.actor, bearers) && Self.fits(parties.target, people) {
            add(to: &found, of: parties, chat: chat, item: item)
        }
        return found
    }

    private func add(to found: inout [Int], of parties: Parties, chat: ChatID, item: Item?) {
        guard let chats = places[parties] else { return }
        func add(_ items: Items) {
            guard let item else {
                for sorts in items.values { found += sorts.keys }
                return
            }
            for key in [item, nil] { if let sorts = items[key] { found += sorts.keys } }
        }
        guard chat != .absent else {
            for items in chats.values { add(items) }
            return
        }
        for key in [chat, .absent] { if let items = chats[key] { add(items) } }
    }

    /// Whether somebody is one of those who are named, or is left open as these may be.
    private static func fits(_ person: PersonID, _ named: [PersonID]?) -> Bool { named.map { person == .absent || $0.contains(person) } ?? true }

    private static func either(_ person: PersonID) -> [PersonID] { person == .absent ? [.absent] : [person, .absent] }

    /// The sorts about objects of some kinds that a deed may have put an end to.
    func about(_ kinds: [DutyObject], after request: borrowing Request) -> [Int] {
        var found: [Int] = []
        for kind in kinds {
            guard let all = ofObject[kind] else { continue }
            guard let subjects = Self.subjects(of: kind, request) else {
                found += all.keys
                continue
            }
            for subject in subjects { if let sorts = objects[Object(sort: kind, subject: subject)] { found += sorts.keys } }
        }
        return found
    }

    /// Every sort about something that may cease to be.
    var withObject: [Int] { ofObject.values.flatMap(\.keys) }

    /// The sorts whose object ends by itself, with time.
    var ending: [Int] { Self.ending.flatMap { ofObject[$0]?.keys ?? [] } }

    /// What ends by itself.
    static let ending: [DutyObject] = [.block, .link, .unclaimedLink]

    // MARK: - Changing

    mutating func insert(_ duty: Duty) {
        counts[duty.act, default: 0] += 1
        places.update(Self.parties(of: duty), default: Chats()) { chats in
            chats.update(duty.chat, default: Items()) { items in Self.add(duty.id, to: &items, at: duty.item) }
        }
        guard duty.hasObject, let object = Self.object(of: duty) else { return }
        Self.add(duty.id, to: &objects, at: object)
        if let whole = object.ofPerson { Self.add(duty.id, to: &objects, at: whole) }
        Self.add(duty.id, to: &ofObject, at: object.sort)
    }

    mutating func remove(_ duty: Duty) {
        let left = (counts[duty.act] ?? 0) - 1
        counts[duty.act] = left > 0 ? left : nil
        places.update(Self.parties(of: duty)) { chats in
            chats?.update(duty.chat) { items in
                items?.update(duty.item) { Self.take(duty.id, from: &$0) }
                if items?.isEmpty ?? true { items = nil }
            }
            if chats?.isEmpty ?? true { chats = nil }
        }
        guard duty.hasObject, let object = Self.object(of: duty) else { return }
        objects.update(object) { Self.take(duty.id, from: &$0) }
        if let whole = object.ofPerson { objects.update(whole) { Self.take(duty.id, from: &$0) } }
        ofObject.update(object.sort) { Self.take(duty.id, from: &$0) }
    }

    private static func add<Key>(_ id: Int, to sorts: inout Parts<Key, Sorts>, at key: Key) { sorts.update(key, default: Sorts()) { $0[id] = () } }

    private static func take(_ id: Int, from sorts: inout Sorts?) {
        sorts?[id] = nil
        if sorts?.isEmpty ?? true { sorts = nil }
    }

    private static func parties(of duty: Duty) -> Parties {
        switch duty.bearer {
        case .target, .parents, .actor: Parties(act: duty.act, actor: duty.person, target: duty.target)
        case .roles: Parties(act: duty.act, actor: duty.isPersonal ? duty.person : .absent, target: duty.target)
        }
    }

    private static func object(of duty: Duty) -> Object? {
        guard let sort = duty.rule.object else { return nil }
        let person = duty.target != .absent ? duty.target : duty.person
        let subject: Subject =
            switch sort {
            case .membership, .block: .member(person, duty.chat)
            case .request: .person(duty.target)
            case .message: .item(duty.chat, duty.item)
            case .link, .unclaimedLink: .item(.absent, duty.item)
            case .gathering: .chat(duty.chat)
            }
        return Object(sort: sort, subject: subject)
    }

    /// What a deed may have put an end to; `nil` is any.
    private static func subjects(of kind: DutyObject, _ request: borrowing Request) -> [Subject]? {
        switch kind {
        case .membership, .block:
            if request.target == .absent { return nil }
            if request.chat == .absent { return [.person(request.target)] }
            return [.member(request.target, request.chat), .member(request.target, .absent)]
        case .request: return request.target == .absent ? nil : [.person(request.target)]
        case .message: return request.chat == .absent || request.item == nil ? nil : [.item(request.chat, request.item)]
        case .link, .unclaimedLink: return request.link == .absent ? nil : [.item(.absent, .link(request.link))]
        case .gathering: return request.chat == .absent ? nil : [.chat(request.chat)]
        }
    }
}
