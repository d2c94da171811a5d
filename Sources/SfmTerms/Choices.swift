/// The kind of place that an act names after "in" or "to".
package enum PlaceKind: UInt8, CaseIterable, Sendable {
    case chat, group, school, staffRoom, channel
}

/// A noun that a policy may call by the school's own word.
package enum RenamedNoun: Hashable, Sendable {
    case place(PlaceKind)
    case role(Role)
}

/// Why a person is removed or blocked.
package enum Reason: UInt8, CaseIterable, Sendable {
    case rules, departure, dismissal, personal
    /// Given in the script's own words.
    case other
}

/// What kind of message is posted.
package enum Mood: UInt8, CaseIterable, Sendable {
    case ordinary, negative, excess, offensive, violatingRights
}

/// What is attached to a message.
package enum Attachment: UInt8, CaseIterable, Sendable {
    case file, photo, audio, video
}

/// A line of the school's record on the platform.
package enum SchoolField: UInt8, CaseIterable, Sendable {
    case site, address, phone, email, name
}

/// What a messenger is used for.
package enum Purpose: UInt8, CaseIterable, Sendable {
    case chat, work
}

/// The state of an invite link.
package enum LinkState: UInt8, CaseIterable, Sendable {
    case open, claimed, annulled
}

/// How far an order has come.
package enum OrderStage: UInt8, CaseIterable, Sendable {
    case issued, published, announced
}

/// A sign between a counter and a number.
package enum Comparison: UInt8, CaseIterable, Sendable {
    case equal, greater, less, atLeast, atMost

    package func holds<T: Comparable>(_ a: T, _ b: T) -> Bool {
        switch self {
        case .equal: a == b
        case .greater: a > b
        case .less: a < b
        case .atLeast: a >= b
        case .atMost: a <= b
        }
    }

    package var sign: String {
        switch self {
        case .equal: "="
        case .greater: ">"
        case .less: "<"
        case .atLeast: ">="
        case .atMost: "<="
        }
    }
}

/// What a condition of a policy may ask about the act that it guards.
package enum Attribute: UInt8, CaseIterable, Sendable {
    case violations, objections, duration, reason, mood
    case acknowledged, apologized, verified, joined, departed
    case messenger, channel, purpose
    /// Of the application for registration: whether it was submitted and what it encloses.
    case applicationSubmitted, orderEnclosed, questionnaireEnclosed, phoneGiven, emailGiven
    case subjectStated, collective, actorVerified
    case targetIsActor, role
    /// The role that a person already has: `target is teacher`, `actor is director`.
    case targetRole, actorRole
}

/// A property of the platform that a clause may state (LANGUAGE.md 7).
package enum Mechanism: UInt8, CaseIterable, Sendable {
    case closedSpace, inviteOnly, ownPhone, roleByLink, hiddenPages
    case functions, messengerAccess, linksFor, inForceFromSigning, registrationByApplication
}

/// The four answers to "may this be done now?".
package enum Outcome: UInt8, CaseIterable, Sendable {
    case allowed, prohibited, notGranted, impossible
}

/// How an act is judged when no norm matches it (LANGUAGE.md 5).
package enum ActKind: UInt8, Sendable {
    case power, liberty, event
}
