import SfmTerms

/// One thing in which two norms about the same can differ.
public enum Aspect: Hashable, Sendable {
    case who, whom, audience, ownGroup, place, role, subject, choice
    case from, messenger
    case occasion, within
    case items
    case condition(Attribute)

    /// Whether it says what the norm is about rather than when it holds.
    var isIdentity: Bool {
        switch self {
        case .within, .items, .condition: false
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
        case .from: "from"
        case .messenger: "messenger"
        case .occasion: "occasion"
        case .within: "within"
        case .items: "items"
        case .condition(.applicationSubmitted): "documents"
        case .condition(let attribute): "\(attribute)"
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
        case .from: Text("from whom", "от кого")
        case .messenger: Text("messenger", "мессенджер")
        case .occasion: Text("occasion", "повод")
        case .within: Text("deadline", "срок исполнения")
        case .items: Text("list", "перечень")
        case .condition(let attribute): Self.name(attribute)
        }
    }

    private static func name(_ attribute: Attribute) -> Text {
        switch attribute {
        case .violations: Text("violations", "нарушения")
        case .objections: Text("objections", "возражения")
        case .duration: Text("term", "срок")
        case .reason: Text("reason", "причина")
        case .mood: Text("kind of message", "какое сообщение")
        case .acknowledged: Text("knowing the rules", "знакомство с правилами")
        case .apologized: Text("apology", "извинения")
        case .verified, .actorVerified: Text("verification", "подтверждение статуса")
        case .joined: Text("participation", "участие в школе")
        case .departed: Text("departure", "выбытие")
        case .messenger: Text("messenger", "мессенджер")
        case .channel: Text("channel", "канал")
        case .purpose: Text("purpose", "цель")
        case .applicationSubmitted, .orderEnclosed, .questionnaireEnclosed, .phoneGiven, .emailGiven: Text("documents", "документы")
        case .subjectStated: Text("subject", "учебный предмет")
        case .collective: Text("initiative", "инициатива")
        case .targetIsActor: Text("oneself or another", "сам или другой")
        case .role: Text("role", "роль")
        case .targetRole: Text("role of the person", "роль лица")
        case .actorRole: Text("role of who acts", "роль исполнителя")
        }
    }

    /// Conditions on the papers of an application are one thing: the documents.
    static func about(_ attribute: Attribute) -> Aspect {
        switch attribute {
        case .orderEnclosed, .questionnaireEnclosed, .phoneGiven, .emailGiven: .condition(.applicationSubmitted)
        default: .condition(attribute)
        }
    }
}
