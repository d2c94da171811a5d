/// The kind of place that an act names after "in" or "to".
public enum PlaceKind: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case chat, group, school, staffRoom, channel
}

/// A noun that a policy may call by the school's own word.
public enum RenamedNoun: Hashable, Sendable {
    case place(PlaceKind)
    case role(Role)
}

/// Why a person is removed or blocked.
public enum Reason: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case rules, departure, dismissal, personal
    /// Given in the script's own words.
    case other
}

/// What kind of message is posted.
public enum Mood: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case ordinary, negative, excess, offensive, violatingRights
}

/// What is attached to a message.
public enum Attachment: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case file, photo, audio, video, link
}

/// A line of the school's record on the platform.
public enum SchoolField: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case site, address, phone, email, name
}

/// What a messenger is used for.
public enum Purpose: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case chat, work, privateTalk
}

/// The state of an invite link.
public enum LinkState: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case open, claimed, annulled
}

/// How far an order has come.
public enum OrderStage: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case issued, published, announced
}

/// A sign between a counter and a number.
public enum Comparison: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case equal, greater, less, atLeast, atMost

    @inline(__always)
    public func holds<T: Comparable>(_ a: T, _ b: T) -> Bool { accepted & (a < b ? 1 : a == b ? 2 : 4) != 0 }

    /// Where the first may lie: 1 below the second, 2 upon it, 4 above.
    @inline(__always)
    private var accepted: UInt8 {
        switch self {
        case .equal: 2
        case .greater: 4
        case .less: 1
        case .atLeast: 6
        case .atMost: 3
        }
    }

    public var sign: String {
        switch self {
        case .equal: "="
        case .greater: ">"
        case .less: "<"
        case .atLeast: ">="
        case .atMost: "<="
        }
    }
}

/// A property of the platform that a clause may state (LANGUAGE.md 7).
public enum Mechanism: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case closedSpace, inviteOnly, ownPhone, roleByLink, hiddenPages
    case functions, messengerAccess, linksFor, inForceFromSigning, registrationByApplication
    /// Everybody of a role in a group is in its chats for somebody.
    case membersFollow
}

/// The four answers to "may this be done now?".
public enum Outcome: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case allowed, prohibited, notGranted, impossible
}

/// How an act is judged when no norm matches it (LANGUAGE.md 5).
/// What an own act may name.
public enum OwnPart: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case person, chat, group, text
}

public enum ActKind: UInt8, Sendable {
    case power, liberty, event
}
