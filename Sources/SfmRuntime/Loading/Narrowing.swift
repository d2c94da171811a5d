import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// What a rule narrows one act to, compiled.
struct Narrowing {
    /// What the rule does with acts that fit: how a list in it is meant depends on that.
    enum Use {
        case permit, forbid, event, duty

        var telling: PartTest.Telling {
            switch self {
            case .permit: .nobodyElse
            case .forbid, .event: .any
            case .duty: .all
            }
        }
    }

    private(set) var scope = Scope()
    private(set) var tests: [PartTest] = []
    /// What is asked of the world, as a condition would.
    private(set) var conditions: [Condition] = []
    private let words: OwnWords
    private(set) var namesTarget = false
    private(set) var namesParents = false
    private(set) var namesAuthor = false
    /// Roles of the policy's own that somebody whom it is about may have: a duty asks, other rules have a condition.
    private(set) var towards: [Text] = []
    /// Whether a duty is towards one of those whom it names and not towards each.
    private(set) var isEither = false

    /// Those whom a duty is towards, a duty each; one where it names nobody, or one of several.
    var addressees: [Addressees] {
        let all = scope.targets.roles.map { Addressees(roles: RoleSet($0)) } + towards.map { Addressees(holders: [$0]) }
        return isEither || all.count < 2 ? [Addressees(roles: scope.targets, holders: towards)] : all
    }

    /// The one place where parts of rules become rules: none is left out, as nothing here has a default.
    init(_ q: QualifierNode, of act: Int, _ use: Use, _ calendar: SchoolCalendar? = nil, words: OwnWords = OwnWords()) {
        self.words = words
        isEither = q.has(.oneOfThose)
        for (part, _) in q.parts {
            switch part {
            case .by(let roles): scope.by = roles.set
            case .ownGroup: scope.ownGroup = true
            case .target: namesTarget = true
            case .parentsOfTarget: namesParents = true
            case .byParents:
                scope.by = RoleSet(.parent)
                ask(.actorIsParent, .flag)
            case .author: namesAuthor = true
            case .consent(let consent, let isMissing):
                let given = AttributeTable[.readAs(.consent)].test(.consent(consent.spec(words)))
                conditions.append(isMissing ? .not(given) : given)
            // These need the policy's own words (`PolicyCompiler`).
            case .byHolders, .rate, .oneOfThose, .ofTarget: continue
            case .towardsHolders(let names): if use == .duty { towards = names.map { words.name(.role, $0) } }
            case .together(let roles): tests.append(.forAll(roles.set))
            case .otherChats: scope.otherChats = true
            case .chatOf(let roles): ask(.chatOf, .roles(roles.set))
            case .when(let window): conditions.append(.test(Predicate(.window(window), calendar)))
            case .slot(let slot, let value): narrow(slot, value, act, use)
            }
        }
    }

    /// Asks what the attribute that a phrase stands for would.
    private mutating func ask(_ phrase: AttributeForms.Phrase, _ operand: Predicate.Operand) {
        conditions.append(AttributeTable[.readAs(phrase)].test(operand))
    }

    private mutating func narrow(_ slot: Slot, _ value: RuleValue, _ act: Int, _ use: Use) {
        switch slot {
        case .target, .invitee: scope.targets.formUnion(value.roles)
        case .audience:
            if Self.tells(act) { tests.append(.tells(value.roles, isEither ? .any : use.telling)) } else { scope.audience.formUnion(value.roles) }
        case .role: scope.asRoles.formUnion(value.roles)
        case .place: narrowPlace(value)
        case .subject where value == .stated: scope.withSubject = true
        case .collective: scope.collective = true
        case .closed: ask(.closedChat, .flag)
        case .kinds:
            let sort = ActTable.all[act].words[.kinds] ?? .messageKind
            tests.append(.kinds(value.names.map { words.name(sort, $0) }))
        case .mood: scope.moods = value.choices()
        case .field: scope.fields = value.choices()
        case .attachment: tests.append(.attachments(value.choices()))
        case .purpose: tests.append(.purposes(value.choices()))
        case .reason where value.names.isEmpty: tests.append(.reasons(value.choices()))
        case .duration: if case .duration(let duration) = value { tests.append(.lasts(duration)) }
        case .until, .at: if case .date(let instant, let hasTime) = value { tests.append(.until(instant, hasTime: hasTime)) }
        case .number: if case .numbers(let numbers) = value { tests.append(.numbers(numbers)) }
        case .chat, .channel, .group, .school, .order, .link, .text, .title, .subject, .about, .value, .phone, .email, .options, .reason, .questionnaire,
            .unclaimed:
            guard let part = CallPart(slot) else { preconditionFailure("a part of a rule that calls do not have") }
            tests.append(value == .stated ? .stated(part) : .named(part, value.names))
        case .another, .word, .told, .copied, .other, .appointing, .moderator, .admin, .members, .policy, .compare, .linkState, .orderStage, .unverified,
            .exists, .inForce, .clause, .act,
            .anyone:
            preconditionFailure("the parser gives rules no such part")
        }
    }

    private mutating func narrowPlace(_ value: RuleValue) {
        guard case .places(let places, let names) = value else { return }
        if let place = places.first, !names.isEmpty, let part = CallPart(place) {
            tests.append(.named(part, names))
        } else {
            for place in places { scope.places.insert(place) }
        }
    }

    /// Whether the act's audience is whom it tells something: `inform parents`.
    static func tells(_ act: Int) -> Bool { Sfm.grammar.actParts[act].contains { $0.slot == .audience && $0.positional } }
}

extension AttributeID {
    /// The attribute that a phrase stands for. A phrase without one is a mistake in the table: no part of a rule may be left out for it.
    static func readAs(_ phrase: AttributeForms.Phrase) -> AttributeID {
        guard let id = Sfm.grammar.attributesByPhrase[phrase] else { preconditionFailure("no attribute is read as \(phrase)") }
        return id
    }
}

extension RuleValue {
    fileprivate var roles: RoleSet { if case .roles(let roles) = self { roles.set } else { [] } }

    fileprivate var names: [String] { if case .names(let names) = self { names } else { [] } }

    fileprivate func choices<E: RawRepresentable & CaseIterable & Sendable>() -> ChoiceSet<E> where E.RawValue == UInt8 {
        if case .choices(let values) = self { ChoiceSet(values.compactMap(E.init)) } else { ChoiceSet() }
    }
}

extension CallPart {
    /// The part that a slot fills; `nil` where it is none of its own.
    init?(_ slot: Slot) {
        switch slot {
        case .chat: self = .chat
        case .group: self = .group
        case .channel: self = .channel
        case .school: self = .school
        case .order: self = .order
        case .link: self = .link
        case .text: self = .text
        case .title: self = .title
        case .subject: self = .subject
        case .about: self = .about
        case .value: self = .value
        case .phone: self = .phone
        case .email: self = .email
        case .options: self = .options
        case .reason: self = .reason
        case .questionnaire: self = .questionnaire
        case .unclaimed: self = .unclaimed
        case .kinds: self = .kinds
        case .word: self = .word
        case .target, .other, .appointing, .moderator, .admin, .members, .invitee, .role, .audience, .place, .policy, .duration, .until, .at, .number,
            .compare, .mood, .attachment, .field, .purpose, .linkState, .orderStage, .collective, .unverified, .exists, .inForce, .closed, .clause, .act,
            .anyone, .another, .told, .copied:
            return nil
        }
    }

    init?(_ place: PlaceKind) {
        switch place {
        case .chat: self = .chat
        case .group: self = .group
        case .channel: self = .channel
        case .school: self = .school
        case .staffRoom: return nil
        }
    }

    var slot: Slot {
        switch self {
        case .chat: .chat
        case .group: .group
        case .channel: .channel
        case .school: .school
        case .order: .order
        case .link: .link
        case .text: .text
        case .title: .title
        case .subject: .subject
        case .about: .about
        case .value: .value
        case .phone: .phone
        case .email: .email
        case .options: .options
        case .reason: .reason
        case .questionnaire: .questionnaire
        case .unclaimed: .unclaimed
        case .kinds: .kinds
        case .word: .word
        }
    }
}

// MARK: - Back into parts

extension PartTest {
    /// The test as the part of a rule that it comes from; `nil` for what the act itself is called.
    func node(_ language: Language) -> RulePart? {
        switch self {
        case .words: nil
        case .forAll(let roles): .together(roles.roles)
        case .kinds(let kinds): .slot(.kinds, .names(kinds.map { $0[language] }))
        case .attachments(let set): .slot(.attachment, .choices(set.elements.map(\.rawValue)))
        case .purposes(let set): .slot(.purpose, .choices(set.elements.map(\.rawValue)))
        case .reasons(let set): .slot(.reason, .choices(set.elements.map(\.rawValue)))
        case .stated(let part): .slot(part.slot, .stated)
        case .named(.chat, let names): .slot(.place, .places([.chat], names: names))
        case .named(.group, let names): .slot(.place, .places([.group], names: names))
        case .named(.channel, let names): .slot(.place, .places([.channel], names: names))
        case .named(.school, let names): .slot(.place, .places([.school], names: names))
        case .named(let part, let names): .slot(part.slot, .names(names))
        case .lasts(let duration): .slot(.duration, .duration(duration))
        case .until(let instant, let hasTime): .slot(.until, .date(instant, hasTime: hasTime))
        case .numbers(let numbers): .slot(.number, .numbers(numbers))
        case .tells(let roles, _): .slot(.audience, .roles(roles.roles))
        }
    }

    /// `with photo`, «в канале "Новости"».
    func phrase(of act: Int) -> Text {
        if case .words(let words) = self { return Text.joined(words.map { RuleRenderer.quoted($0.word) }) }
        return RuleRenderer.inBothLanguages { printer, decompiler in
            guard case .slot(let slot, let value)? = node(decompiler.language) else { return "" }
            return printer.part(slot, value, ofAct: act)
        }
    }
}

extension Scope {
    /// What it narrows to as parts of a rule, but for who acts.
    var nodes: [RulePart] {
        var out: [RulePart] = []
        func add(_ slot: Slot, _ roles: RoleSet) { if !roles.isEmpty { out.append(.slot(slot, .roles(roles.roles))) } }
        add(.target, targets)
        add(.audience, audience)
        if otherChats { out.append(.otherChats) }
        if ownGroup { out.append(.ownGroup) }
        if withSubject { out.append(.slot(.subject, .stated)) }
        if !moods.isEmpty { out.append(.slot(.mood, .choices(moods.elements.map(\.rawValue)))) }
        if !fields.isEmpty { out.append(.slot(.field, .choices(fields.elements.map(\.rawValue)))) }
        if collective { out.append(.slot(.collective, .stated)) }
        add(.role, asRoles)
        if !places.isEmpty { out.append(.slot(.place, .places(places.elements, names: []))) }
        return out
    }
}

// MARK: - Calls

extension Request {
    /// Makes the act one with the part; what only is to be there is made up by nobody.
    mutating func take(_ test: PartTest, _ names: Names, in world: World) {
        switch test {
        case .kinds(let kinds): self.kinds = Array(kinds.prefix(1))
        case .words(let words): word = words.first { $0.act == act }?.word
        case .attachments(let set): if let kind = set.elements.first { attached.append(Attached(kind, .absent)) }
        case .purposes(let set): purpose = set.elements.first
        case .reasons(let set): reason = set.elements.first
        case .stated(.questionnaire): hasQuestionnaire = true
        case .stated(.unclaimed): link = .absent
        case .stated: return
        case .named(let part, let texts): if let text = texts.first { take(part, text, names, in: world) }
        case .lasts(let duration): (self.duration, until) = (duration, world.now.adding(duration))
        case .until(let instant, _): until = instant
        case .numbers(let numbers): number = numbers.first ?? 0
        case .tells(let roles, _), .forAll(let roles): audience = roles
        }
    }

    private mutating func take(_ part: CallPart, _ text: String, _ names: Names, in world: World) {
        let name = names.find(text)
        switch part {
        case .chat: if !creates(.chat) { (chat, place) = (world.chat(named: name), .chat) }
        case .group:
            if !creates(.group) { group = world.group(named: name) }
            if place == nil { place = .group }
        case .channel:
            if !creates(.channel) { (channel, place, chat) = (world.channel(named: name), .channel, .absent) }
            listed = text
        case .order: (value, order) = (name, world.order(named: name))
        case .link: link = world.link(named: name)
        case .subject: subject = name
        case .about: about = name
        case .value: value = name
        case .phone: phone = name
        case .email: email = name
        case .options: options = [name]
        case .reason: (reason, reasonText) = (.other, name)
        case .school, .text, .title, .questionnaire, .unclaimed, .kinds, .word: break
        }
        if [.school, .text, .title].contains(part) || creates(part.slot) { self.name = name }
        if part == .title { listed = text }
    }

    private func creates(_ slot: Slot) -> Bool { ActTable.all[act].creates.contains(slot) }

    /// Makes the act one within the scope, as far as that leaves no choice.
    mutating func take(_ scope: Scope) {
        if role == nil { role = scope.asRoles.roles.first }
        if audience.isEmpty { audience = scope.audience }
        if let mood = scope.moods.elements.first { self.mood = mood }
        if let field = scope.fields.elements.first { self.field = field }
        if let place = scope.places.elements.first, scope.places.elements.count == 1, self.place == nil { self.place = place }
        if scope.collective { isCollective = true }
    }

    /// The names and texts of the act, and when it is asked about.
    mutating func say(_ names: Names, in world: World) {
        var texts: [CallPart: String] = [:]
        for part in Sfm.grammar.actParts[act] {
            guard let kind = CallPart(part.slot), let id = id(kind, in: world), id != .absent else { continue }
            texts[kind] = names[id]
        }
        if place != nil, chat != .absent { texts[.chat] = names[world[chat: chat].name] }
        if place == .group, group != .absent { texts[.group] = names[world[group: group].name] }
        let links = attached.filter { $0.kind == .link && $0.name != .absent }.map { names[$0.name] }
        let own = group != .absent ? group : chat != .absent ? world[chat: chat].group : .absent
        said = Said(texts: texts, links: links, group: own == .absent ? nil : names[world[group: own].name], time: world.now)
    }

    private func id(_ part: CallPart, in world: World) -> NameID? {
        switch part {
        case .chat: creates(.chat) ? name : chat == .absent ? nil : world[chat: chat].name
        case .group: creates(.group) ? name : group == .absent ? nil : world[group: group].name
        case .channel: creates(.channel) ? name : channel == .absent ? nil : world[channel: channel].name
        case .order: creates(.order) ? name : value
        case .link: creates(.link) ? name : link == .absent ? nil : world[link: link].name
        case .school, .text, .title: name
        case .subject: subject
        case .about: about
        case .value: value
        case .phone: phone
        case .email: email
        case .options: options.first
        case .reason: reasonText
        case .questionnaire, .unclaimed, .kinds, .word: nil
        }
    }
}

extension Interpreter {
    /// Lets rules that name a part look at the act's own.
    func say(_ request: inout Request) { request.say(names, in: world) }
}
