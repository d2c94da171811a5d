import SfmTerms

/// The school's own record on the platform, its papers and what is common to all its chats.
public struct School: Sendable {
    public var name: NameID = .absent
    public var isRegistered = false
    /// Site, address, telephone, e-mail by `SchoolField`.
    public var fields: [NameID] = Array(repeating: .absent, count: SchoolField.allCases.count)
    public var application: Application?
    /// How many issued orders there are of which nothing is said.
    public internal(set) var ordersAtLarge = 0

    public init() {}

    public var exists: Bool { name != .absent }
}

/// The application for registration, with what is enclosed.
public struct Application: Equatable, Sendable {
    /// Who handed it in.
    public var author: PersonID = .absent
    public var order: NameID = .absent
    public var phone: NameID = .absent
    public var email: NameID = .absent
    public var hasQuestionnaire = false
    /// Set by `given`: everything that is needed is there.
    public var isWhole = false

    public init() {}
}

public struct Group: Sendable {
    public let name: NameID
    public var isStaffRoom = false
    /// Set by an act on the platform or by `given`.
    public var members = Roster<Identified.Person>()
    /// The chats that are or were of it.
    var chats = Roster<Identified.Chat>()
    /// Its class teachers.
    var leaders = Roster<Identified.Person>()
    /// Everybody who has ever had to do with it, perhaps more than once: where to look for those who do now.
    var acquainted = Pages<PersonID>()

    public init(name: NameID) { self.name = name }
}

/// An invite link.
public struct Link: Sendable {
    public let name: NameID
    public var state = LinkState.open
    public var role: Role?
    public var person: PersonID = .absent
    public var place: PlaceKind
    public var chat: ChatID = .absent
    public var group: GroupID = .absent
    public var creator: PersonID = .absent
    /// When its term ends; a link serves in [made, until).
    public var until = Instant.never

    /// Whether it has not been annulled: one for a person serves once, one for a role any number of people.
    public var isServing: Bool { state == .open || state == .claimed && person == .absent }

    /// Whether nobody has used it and its term has not ended.
    public func isOpen(at now: Instant) -> Bool { state == .open && now < until }

    public init(name: NameID, place: PlaceKind) { (self.name, self.place) = (name, place) }
}

public struct Order: Sendable {
    public let number: NameID
    public var about: NameID = .absent
    public var stages: Set<OrderStage> = []
    public var appoints: PersonID = .absent
    /// Whether it was issued and nothing is said of it: then it is the one that is needed.
    public var isAtLarge: Bool { stages.contains(.issued) && about == .absent && appoints == .absent }

    public init(number: NameID) { self.number = number }
}

public struct Channel: Sendable {
    public let name: NameID
    public var posts = Pages<Message>()
    /// Material that the administration provided, not yet published or published.
    public var material: [NameID] = []

    public init(name: NameID) { self.name = name }
}

public struct Poll: Sendable {
    public let title: NameID
    public let options: [NameID]
    public var votes = Parts<PersonID, NameID>()
    public let chat: ChatID
    private let answers: Set<NameID>
    /// Its title and its answers as rules know them.
    public let text: String
    public let answerTexts: [NameID: String]

    public init(title: NameID, options: [NameID], chat: ChatID, text: String = "", answerTexts: [NameID: String] = [:]) {
        (self.title, self.options, self.chat, answers) = (title, options, chat, Set(options))
        (self.text, self.answerTexts) = (text, answerTexts)
    }

    /// Whether that is among its answers; where it names none, anything is.
    public func accepts(_ answer: NameID) -> Bool { answers.isEmpty || answers.contains(answer) }
}

public struct Broadcast: Sendable {
    public let title: NameID
    public var plannedAt: Instant?
    public var isStarted = false

    public init(title: NameID) { self.title = title }
}
