import SfmTerms

/// What may be said of a word that a policy declares, behind its name.
enum DeclarationWord: UInt8, CaseIterable, Sendable {
    case liberty, power
    case ofPerson, ofChat, ofPersonInChat
    case inChat, inGroup, withText
    case sets, clears, addsTarget, removesTarget, removesActor
    case possible

    static let table: [ChoiceWords.Entry] = [
        ChoiceWords.Entry(liberty, ["liberty"], ["право"]),
        ChoiceWords.Entry(power, ["power"], ["полномочие"]),
        ChoiceWords.Entry(ofPerson, ["of person", "of a person"], ["о лицо"], shown: "о лице"),
        ChoiceWords.Entry(ofChat, ["of chat", "of a chat"], ["о чат"], shown: "о чате"),
        ChoiceWords.Entry(ofPersonInChat, ["of person in chat", "of a person in a chat"], ["о лицо в чат"], shown: "о лице в чате"),
        ChoiceWords.Entry(inChat, ["in chat", "in a chat"], ["в чат"], shown: "в чате"),
        ChoiceWords.Entry(inGroup, ["in group", "in a group"], ["в группа"], shown: "в группе"),
        ChoiceWords.Entry(withText, ["with text", "with a text"], ["с текстом"]),
        ChoiceWords.Entry(sets, ["sets"], ["ставит"]),
        ChoiceWords.Entry(clears, ["clears"], ["снимает"]),
        ChoiceWords.Entry(addsTarget, ["adds target"], ["добавляет лицо"]),
        ChoiceWords.Entry(removesTarget, ["removes target"], ["исключает лицо"]),
        ChoiceWords.Entry(removesActor, ["removes actor"], ["исключает исполнитель"], shown: "исключает исполнителя"),
        ChoiceWords.Entry(possible, ["possible"], ["возможно", "возможен", "возможна"]),
    ]

    func phrase(_ language: Language) -> String { ChoiceWords.phrase(Self.table, rawValue, language) }
}

extension MarkHolder {
    var word: DeclarationWord {
        switch self {
        case .person: .ofPerson
        case .chat: .ofChat
        case .personInChat: .ofPersonInChat
        }
    }
}

extension OwnPart {
    var word: DeclarationWord {
        switch self {
        case .person: .ofPerson
        case .chat: .inChat
        case .group: .inGroup
        case .text: .withText
        }
    }
}

extension OwnEffectNode {
    var word: DeclarationWord {
        switch self {
        case .sets: .sets
        case .clears: .clears
        case .addsTarget: .addsTarget
        case .removesTarget: .removesTarget
        case .removesActor: .removesActor
        }
    }

    /// The mark that it is about.
    var mark: String? {
        switch self {
        case .sets(let mark), .clears(let mark): mark
        case .addsTarget, .removesTarget, .removesActor: nil
        }
    }
}
