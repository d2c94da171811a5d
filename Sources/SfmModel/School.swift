import SfmTerms

/// The school's own record on the platform, its papers and what is common to all its chats.
package struct School: Sendable {
    package var name: NameID = SfmTerms.none
    package var isRegistered = false
    /// Site, address, telephone, e-mail by `SchoolField`.
    package var fields: [NameID] = Array(repeating: SfmTerms.none, count: SchoolField.allCases.count)
    package var application: Application?

    package init() {}

    package var exists: Bool { name != SfmTerms.none }
}

/// The application for registration, with what is enclosed.
package struct Application: Sendable {
    package var order: NameID = SfmTerms.none
    package var phone: NameID = SfmTerms.none
    package var email: NameID = SfmTerms.none
    package var hasQuestionnaire = false
    /// Set by `given`: everything that is needed is there.
    package var isWhole = false

    package init() {}
}

package struct Group: Sendable {
    package let name: NameID
    package var isStaffRoom = false
    /// Set by an act on the platform or by `given`.
    package var members: [PersonID] = []
    /// Everybody who has ever had to do with it, perhaps more than once: where to look for those who do now.
    var acquainted: [PersonID] = []

    package init(name: NameID) { self.name = name }
}

/// An invite link.
package struct Link: Sendable {
    package let name: NameID
    package var state = LinkState.open
    package var role: Role?
    package var person: PersonID = none
    package var place: PlaceKind
    package var chat: ChatID = none
    package var group: GroupID = none
    package var creator: PersonID = none

    package init(name: NameID, place: PlaceKind) { (self.name, self.place) = (name, place) }
}

package struct Order: Sendable {
    package let number: NameID
    package var about: NameID = none
    package var stages: Set<OrderStage> = []
    package var appoints: PersonID = none

    package init(number: NameID) { self.number = number }
}

package struct Channel: Sendable {
    package let name: NameID
    package var posts: [Message] = []
    /// Material that the administration provided, not yet published or published.
    package var material: [NameID] = []

    package init(name: NameID) { self.name = name }
}

package struct Poll: Sendable {
    package let title: NameID
    package var options: [NameID]
    package var votes: [PersonID: NameID] = [:]
    package var chat: ChatID

    package init(title: NameID, options: [NameID], chat: ChatID) { (self.title, self.options, self.chat) = (title, options, chat) }
}

package struct Broadcast: Sendable {
    package let title: NameID
    package var plannedAt: Instant?
    package var isStarted = false

    package init(title: NameID) { self.title = title }
}
