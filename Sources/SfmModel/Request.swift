import SfmTerms

/// A thing that an act makes or names and a duty may be about.
public enum Item: Hashable, Sendable, BitwiseCopyable {
    /// A message of a chat by its number, from 1.
    case message(Int)
    case link(LinkID)
    case order(OrderID)
}

/// A part of an act that is a name, a text or a word by itself.
public enum CallPart: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case chat, group, channel, school, order, link, text, title, subject, about, value, phone, email, options, reason
    case questionnaire, unclaimed, kinds, word
}

/// An act with everything it names resolved: what the world is asked to do, and what rules are matched against.
public struct Request: Sendable {
    private let index: Int32
    /// Who does it; `none` is the world itself.
    public var actor: PersonID = .absent
    public var target: PersonID = .absent
    public var other: PersonID = .absent
    public var chat: ChatID = .absent
    public var channel: ChannelID = .absent
    public var group: GroupID = .absent
    public var link: LinkID = .absent
    public var order: OrderID = .absent
    public var audience: RoleSet = []
    /// The name of what the act makes, or its free text.
    public var name: NameID = .absent
    public var subject: NameID = .absent
    private var message: Int32?
    public var place: PlaceKind?
    public var role: Role?
    public var reason: Reason?
    public var mood = Mood.ordinary
    public var field: SchoolField?
    public var purpose: Purpose?
    public var isCollective = false
    /// When a block or what is planned ends or begins.
    public var until: Instant?
    /// What few acts have; apart, as calls are copied and kept by the thousand.
    private var extras: Extras?

    /// An act within an act.
    private final class Consented: Sendable {
        let request: Request

        init(_ request: Request) { self.request = request }
    }

    /// Invariant: changed only while one call alone refers to it.
    private final class Extras: @unchecked Sendable {
        var parts: Parts

        init(_ parts: Parts) { self.parts = parts }
    }

    private struct Parts {
        var duration: Duration?
        var reasonText: NameID = .absent
        var about: NameID = .absent
        var value: NameID = .absent
        var phone: NameID = .absent
        var email: NameID = .absent
        var hasQuestionnaire = false
        var options: [NameID] = []
        var listed: String?
        var formerName: NameID = .absent
        var attachments = ChoiceSet<Attachment>()
        var attached: [Attached] = []
        var kinds: [Text] = []
        var word: Text?
        var own: OwnAct?
        var copied: [PersonID] = []
        var consented: Consented?
        var texts: [NameID: String] = [:]
        var said: Said?
    }

    /// Something attached to a message, with its name where it has one.
    public struct Attached: Sendable {
        public let kind: Attachment
        public let name: NameID

        public init(_ kind: Attachment, _ name: NameID) { (self.kind, self.name) = (kind, name) }
    }

    /// What rules that name a part are compared with; worked out only where the policies in force have such a rule of the act.
    public struct Said: Sendable {
        /// The names and texts of the act.
        public let texts: [CallPart: String]
        /// The links that are attached, and the name of the group that the act or its chat is of.
        public let links: [String]
        public let group: String?
        /// When it was asked about: terms are compared by the instants that they reach from there.
        public let time: Instant

        public init(texts: [CallPart: String], links: [String] = [], group: String? = nil, time: Instant) {
            (self.texts, self.links, self.group, self.time) = (texts, links, group, time)
        }
    }

    public init(act: Int) { index = Int32(act) }

    /// The index in the act table.
    public var act: Int { Int(index) }

    /// A message's number as it was said; messages are counted from 1, and there is none of another number.
    public var number: Int? {
        get { message.map(Int.init) }
        set { message = newValue.map(Int32.init(clamping:)) }
    }

    /// The thing that the act names.
    public var item: Item? {
        if let number { return .message(number) }
        if link != .absent { return .link(link) }
        return order != .absent ? .order(order) : nil
    }

    /// The role that the act gives: the one named, else that of somebody who is given a subject.
    public var givenRole: Role? { role ?? (subject == .absent ? nil : .subjectTeacher) }

    private mutating func change(_ change: (inout Parts) -> Void) {
        if isKnownUniquelyReferenced(&extras), let own = extras { return change(&own.parts) }
        var parts = extras?.parts ?? Parts()
        change(&parts)
        extras = Extras(parts)
    }

    /// A duration as it was written; `until` is what it comes to.
    public var duration: Duration? {
        get { extras?.parts.duration }
        set { change { $0.duration = newValue } }
    }

    /// The reason in the script's own words, where it is of no known kind.
    public var reasonText: NameID {
        get { extras?.parts.reasonText ?? .absent }
        set { change { $0.reasonText = newValue } }
    }

    public var about: NameID {
        get { extras?.parts.about ?? .absent }
        set { change { $0.about = newValue } }
    }

    public var value: NameID {
        get { extras?.parts.value ?? .absent }
        set { change { $0.value = newValue } }
    }

    public var phone: NameID {
        get { extras?.parts.phone ?? .absent }
        set { change { $0.phone = newValue } }
    }

    public var email: NameID {
        get { extras?.parts.email ?? .absent }
        set { change { $0.email = newValue } }
    }

    public var hasQuestionnaire: Bool {
        get { extras?.parts.hasQuestionnaire ?? false }
        set { change { $0.hasQuestionnaire = newValue } }
    }

    /// The answers of a poll.
    public var options: [NameID] {
        get { extras?.parts.options ?? [] }
        set { change { $0.options = newValue } }
    }

    /// The text that lists of a policy are compared with: a messenger's name.
    public var listed: String? {
        get { extras?.parts.listed }
        set { change { $0.listed = newValue } }
    }

    /// What the chat was called that the act gives another name: later it is told of as it was said.
    public var formerName: NameID {
        get { extras?.parts.formerName ?? .absent }
        set { change { $0.formerName = newValue } }
    }

    /// What is attached to a message, in the order in which it is named.
    public var attached: [Attached] {
        get { extras?.parts.attached ?? [] }
        set {
            change {
                $0.attached = newValue
                $0.attachments = ChoiceSet(newValue.map(\.kind))
            }
        }
    }

    public var attachments: ChoiceSet<Attachment> { extras?.parts.attachments ?? ChoiceSet() }

    /// The kinds that a policy has for a message or a violation.
    public var kinds: [Text] {
        get { extras?.parts.kinds ?? [] }
        set { change { $0.kinds = newValue } }
    }

    /// The word of a policy that makes it this act: an own act's name, a mark.
    public var word: Text? {
        get { extras?.parts.word }
        set { change { $0.word = newValue } }
    }

    /// What a policy declares of an act of its own; `nil` for all others, and where no policy in force declares it.
    public var own: OwnAct? {
        get { extras?.parts.own }
        set { change { $0.own = newValue } }
    }

    /// Who is copied in.
    public var copied: [PersonID] {
        get { extras?.parts.copied ?? [] }
        set { change { $0.copied = newValue } }
    }

    /// The texts of names that the world has to keep.
    public var texts: [NameID: String] {
        get { extras?.parts.texts ?? [:] }
        set { change { $0.texts = newValue } }
    }

    /// The act that is consented to.
    public var consented: Request? {
        get { extras?.parts.consented?.request }
        set { change { $0.consented = newValue.map(Consented.init) } }
    }

    public var said: Said? {
        get { extras?.parts.said }
        set { change { $0.said = newValue } }
    }

    /// Whether the act has the part at all.
    public func has(_ part: CallPart) -> Bool {
        switch part {
        case .chat: chat != .absent
        case .group: group != .absent
        case .channel: channel != .absent
        case .order: order != .absent || value != .absent
        case .link: link != .absent
        case .school, .text, .title: name != .absent
        case .subject: subject != .absent
        case .about: about != .absent
        case .value: value != .absent
        case .phone: phone != .absent
        case .email: email != .absent
        case .options: !options.isEmpty
        case .reason: reason != nil
        case .questionnaire: hasQuestionnaire
        case .unclaimed: link == .absent
        case .kinds: !kinds.isEmpty
        case .word: word != nil
        }
    }
}
