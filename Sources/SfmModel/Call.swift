import SfmTerms

/// An act with everything it names resolved: what the world is asked to do, and what rules are matched against.
public struct Call: Sendable {
    /// The index in the act table.
    public let act: Int
    /// Who does it; `none` is the world itself.
    public var actor: PersonID = none
    public var target: PersonID = none
    public var other: PersonID = none
    public var chat: ChatID = none
    public var channel: ChannelID = none
    public var group: GroupID = none
    public var link: LinkID = none
    public var order: OrderID = none
    public var place: PlaceKind?
    public var role: Role?
    public var audience: RoleSet = []
    /// A block's end, and the duration as it was written.
    public var duration: Duration?
    public var until: Instant?
    public var reason: Reason?
    /// The reason in the script\'s own words, where it is of no known kind.
    public var reasonText: NameID = none
    public var mood = Mood.ordinary
    public var field: SchoolField?
    public var purpose: Purpose?
    /// A message's number, from 1.
    public var number = 0
    /// The name of what the act makes, or its free text.
    public var name: NameID = none
    public var subject: NameID = none
    public var about: NameID = none
    public var value: NameID = none
    public var phone: NameID = none
    public var email: NameID = none
    public var hasQuestionnaire = false
    public var isCollective = false
    /// What few acts have; apart, so that a call is cheap to copy.
    private var extras: Extras?

    private final class Extras: Sendable {
        let options: [NameID]
        let listed: String?

        init(options: [NameID], listed: String?) { (self.options, self.listed) = (options, listed) }
    }

    public init(act: Int) { self.act = act }

    /// The role that the act gives: the one named, else that of somebody who is given a subject.
    public var givenRole: Role? { role ?? (subject == none ? nil : .subjectTeacher) }

    /// The answers of a poll.
    public var options: [NameID] {
        get { extras?.options ?? [] }
        set { extras = Extras(options: newValue, listed: listed) }
    }

    /// The text that lists of a policy are compared with: a messenger's name.
    public var listed: String? {
        get { extras?.listed }
        set { extras = Extras(options: options, listed: newValue) }
    }
}
