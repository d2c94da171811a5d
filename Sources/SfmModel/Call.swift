import SfmTerms

/// An act with everything it names resolved: what the world is asked to do, and what rules are matched against.
package struct Call: Sendable {
    /// The index in the act table.
    package let act: Int
    /// Who does it; `none` is the world itself.
    package var actor: PersonID = none
    package var target: PersonID = none
    package var other: PersonID = none
    package var chat: ChatID = none
    package var channel: ChannelID = none
    package var group: GroupID = none
    package var link: LinkID = none
    package var order: OrderID = none
    package var place: PlaceKind?
    package var role: Role?
    package var audience: RoleSet = []
    /// A block's end, and the duration as it was written.
    package var duration: Duration?
    package var until: Instant?
    package var reason: Reason?
    /// The reason in the script\'s own words, where it is of no known kind.
    package var reasonText: NameID = none
    package var mood = Mood.ordinary
    package var field: SchoolField?
    package var purpose: Purpose?
    /// A message's number, from 1.
    package var number = 0
    /// The name of what the act makes, or its free text.
    package var name: NameID = none
    package var subject: NameID = none
    package var about: NameID = none
    package var value: NameID = none
    package var phone: NameID = none
    package var email: NameID = none
    package var hasQuestionnaire = false
    package var isCollective = false
    /// What few acts have; apart, so that a call is cheap to copy.
    private var extras: Extras?

    private final class Extras: Sendable {
        let options: [NameID]
        let listed: String?

        init(options: [NameID], listed: String?) { (self.options, self.listed) = (options, listed) }
    }

    package init(act: Int) { self.act = act }

    /// The role that the act gives: the one named, else that of somebody who is given a subject.
    package var givenRole: Role? { role ?? (subject == none ? nil : .subjectTeacher) }

    /// The answers of a poll.
    package var options: [NameID] {
        get { extras?.options ?? [] }
        set { extras = Extras(options: newValue, listed: listed) }
    }

    /// The text that lists of a policy are compared with: a messenger's name.
    package var listed: String? {
        get { extras?.listed }
        set { extras = Extras(options: options, listed: newValue) }
    }
}
