import SfmTerms

/// One thing in which two norms about the same can differ.
public enum Aspect: Hashable, Sendable {
    case who, whom, audience, ownGroup, place, role, subject, choice, word
    case from, messenger
    case occasion, within, time
    /// By which calendar its days are told.
    case calendar
    case items
    /// What a calendar or a declaration says.
    case line
    case condition(Attribute.Heading)

    /// Whether it says what the norm is about rather than when it holds.
    var isIdentity: Bool {
        switch self {
        case .within, .time, .calendar, .items, .line, .condition: false
        default: true
        }
    }

    /// The name in machine formats.
    public var id: String {
        switch self {
        case .who: "who"
        case .whom: "whom"
        case .audience: "audience"
        case .ownGroup: "ownGroup"
        case .place: "place"
        case .role: "role"
        case .subject: "subject"
        case .choice: "choice"
        case .word: "word"
        case .from: "from"
        case .messenger: "messenger"
        case .occasion: "occasion"
        case .within: "within"
        case .time: "time"
        case .calendar: "calendar"
        case .line: "line"
        case .items: "items"
        case .condition(let heading): heading.id
        }
    }

    public var name: Text {
        switch self {
        case .who: Text("who", "кто")
        case .whom: Text("whom", "кого")
        case .audience: Text("for whom", "для кого")
        case .ownGroup: Text("whose group", "чья группа")
        case .place: Text("where", "где")
        case .role: Text("in which role", "в какой роли")
        case .subject: Text("subject", "учебный предмет")
        case .choice: Text("what exactly", "что именно")
        case .word: Text("which act or mark", "какое действие или отметка")
        case .from: Text("from whom", "от кого")
        case .messenger: Text("messenger", "мессенджер")
        case .occasion: Text("occasion", "повод")
        case .within: Text("deadline", "срок исполнения")
        case .time: Text("at what time", "в какое время")
        case .calendar: Text("by which calendar", "по какому календарю")
        case .items: Text("list", "перечень")
        case .line: Text("what it says", "что сказано")
        case .condition(let heading): heading.name
        }
    }
}
