import SfmTerms

/// A labelled or positional part of an act or a fact.
public enum Slot: UInt8, CaseIterable, Sendable {
    /// The person (or persons) that the act is about; the doer of an act that is marked so.
    case target
    case other, appointing, moderator, admin, members
    /// A person, or a role that a link is made for.
    case invitee
    case role, audience
    case chat, channel, group, school, place
    case order, link, text, title, subject, about, value, phone, email, options, policy
    case duration, until, at, number, compare
    case reason, mood, attachment, field, purpose, linkState, orderStage
    case questionnaire, collective, unclaimed, unverified, exists, inForce, closed
    case clause, act, anyone
    /// Kinds that policies declare, and the word that makes an act this one: an own act's name, a mark.
    case kinds, word
    /// That a moderator comes beside others.
    case another
    /// Who is told something, and who is copied in.
    case told, copied

    /// The cases' names as templates have them, in the order of the cases; reflection would give them at a start-up's cost.
    private static let names: StaticString = """
        target other appointing moderator admin members invitee role audience chat channel group school place order link text title \
        subject about value phone email options policy duration until at number compare reason mood attachment field purpose linkState \
        orderStage questionnaire collective unclaimed unverified exists inForce closed clause act anyone \
        kinds word another told copied
        """

    /// The slot of a name in a template.
    init?(name: some Collection<UInt8>) {
        var index: UInt8 = 0
        var start = 0
        let all = UnsafeBufferPointer(start: Self.names.utf8Start, count: Self.names.utf8CodeUnitCount)
        for i in 0...all.count where i == all.count || all[i] == 32 {
            if i - start == name.count, all[start..<i].elementsEqual(name) {
                self.init(rawValue: index)
                return
            }
            index += 1
            start = i + 1
        }
        return nil
    }

    public enum Kind: Sendable {
        case people, invitee, role, audience, place, name, names, link, duration, date, number, compare
        case choice, namedChoice, reason, flag, clause, act
    }

    /// Where in the order of parts a slot stands: places come first, as they say where the people are looked for.
    @inline(__always)
    var rank: UInt8 {
        if isPlace { return rawValue }
        // Whom a chat is for stands before who moderates it.
        return self == .audience ? Self.moderator.rawValue + Self.peopleRank - 1 : rawValue + Self.peopleRank
    }

    private static let peopleRank: UInt8 = 64

    public var isPlace: Bool { rawValue >= Self.chat.rawValue && rawValue <= Self.place.rawValue }

    public var kind: Kind {
        switch self {
        case .target, .other, .appointing, .moderator, .admin, .members, .copied: .people
        case .invitee, .told: .invitee
        case .role: .role
        case .audience: .audience
        case .place: .place
        case .chat, .channel, .group, .school, .order, .text, .title, .subject, .about, .value, .phone, .email, .policy, .word: .name
        case .options, .kinds: .names
        case .link: .link
        case .duration: .duration
        case .until, .at: .date
        case .number: .number
        case .compare: .compare
        case .mood, .field, .purpose, .linkState, .orderStage: .choice
        case .attachment: .namedChoice
        case .reason: .reason
        case .questionnaire, .collective, .unclaimed, .unverified, .exists, .inForce, .closed, .anyone, .another: .flag
        case .clause: .clause
        case .act: .act
        }
    }

    /// Whether the name may be left out after the label: `in chat`, `группы`.
    public var nameIsOptional: Bool {
        switch self {
        case .chat, .group, .channel, .school: true
        default: false
        }
    }

    /// The closed set that a choice comes from.
    public var choices: [ChoiceWords.Entry] {
        switch self {
        case .reason: ChoiceWords.reasons
        case .mood: ChoiceWords.moods
        case .purpose: ChoiceWords.purposes
        case .linkState: ChoiceWords.linkStates
        case .orderStage: ChoiceWords.orderStages
        default: []
        }
    }

    /// What belongs here, for "expected …".
    public var description: Text {
        switch self {
        case .target, .other, .appointing, .moderator, .admin, .members, .copied: Text("a person, as @handle", "человек, как @имя")
        case .invitee, .told: Text("a person (@handle) or a role", "человек (@имя) или роль")
        case .role: Text("a role", "роль")
        case .audience: Text("whom it is for (students, parents, teachers …)", "для кого (учеников, родителей, учителей…)")
        case .chat: Text("the chat's name in quotes", "название чата в кавычках")
        case .channel: Text("the channel's name in quotes", "название канала в кавычках")
        case .group: Text("the group's name in quotes", "название группы в кавычках")
        case .school: Text("the school's name in quotes", "название школы в кавычках")
        case .place: Text("a place: chat, group, school or staff room", "место: чат, группа, школа или учительская")
        case .order: Text("the order's number in quotes", "номер приказа в кавычках")
        case .link: Text("a link, as L1", "ссылка, как L1")
        case .text, .title, .subject, .about, .value, .phone, .email, .policy: Text("a text in quotes", "текст в кавычках")
        case .options: Text("answers in quotes, separated by commas", "варианты в кавычках через запятую")
        case .kinds: Text("a kind in quotes, as the policy declares it", "вид в кавычках, как он объявлен в порядке")
        case .word: Text("a word of the policy in quotes", "слово порядка в кавычках")
        case .duration: Text("a duration, as 14 days", "срок, как 14 дней")
        case .until, .at: Text("a date, as 15.09.2024", "дата, как 15.09.2024")
        case .number: Text("a number", "число")
        case .compare: Text("a comparison, as = 3", "сравнение, как = 3")
        case .reason:
            Text(
                "a reason: rules, departure, dismissal, personal or a text in quotes",
                "причина: нарушения правил, выбытия, увольнения, личных предпочтений или текст в кавычках")
        case .mood, .attachment, .field, .purpose, .linkState, .orderStage: Text("one of the known words", "одно из известных слов")
        case .questionnaire, .collective, .unclaimed, .unverified, .exists, .inForce, .closed, .anyone, .another: Text("a word", "слово")
        case .clause: Text("a clause, as clause 24", "пункт, как п. 24")
        case .act: Text("an act", "действие")
        }
    }
}
