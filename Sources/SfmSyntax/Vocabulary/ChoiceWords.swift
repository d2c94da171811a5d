import SfmTerms

/// The phrases of the closed sets that slots and conditions choose from; the first of each is canonical.
public enum ChoiceWords {
    public struct Entry: Sendable {
        public let value: UInt8
        public let en: [String]
        public let ru: [String]
        /// How Russian prints it where the phrase to accept and the phrase to print differ.
        public let shown: String

        init(_ value: some RawRepresentable<UInt8>, _ en: [String], _ ru: [String], shown: String? = nil) {
            self.init(value: value.rawValue, en, ru, shown: shown ?? ru[0])
        }

        init(value: UInt8, _ en: [String], _ ru: [String], shown: String) { (self.value, self.en, self.ru, self.shown) = (value, en, ru, shown) }
    }

    public static let places: [Entry] = [
        Entry(PlaceKind.chat, ["chat"], ["чат"]),
        Entry(PlaceKind.group, ["group"], ["группа"]),
        Entry(PlaceKind.school, ["school"], ["школа", "сообщество школа"]),
        Entry(PlaceKind.staffRoom, ["staff room"], ["учительская"]),
        Entry(PlaceKind.channel, ["channel"], ["канал"]),
    ]

    public static let reasons: [Entry] = [
        Entry(Reason.rules, ["rules", "the rules", "breaking the rules"], ["нарушение правила", "правила"], shown: "нарушения правил"),
        Entry(Reason.departure, ["departure"], ["выбытие"], shown: "выбытия"),
        Entry(Reason.dismissal, ["dismissal"], ["увольнение"], shown: "увольнения"),
        Entry(
            Reason.personal, ["personal", "personal preference", "personal preferences", "personal reasons"],
            ["личный предпочтение", "личный мотивам", "личный причина", "личный"], shown: "личных предпочтений"),
        Entry(Reason.other, ["something else"], ["иное"], shown: "иного"),
    ]

    public static let moods: [Entry] = [
        Entry(Mood.ordinary, ["ordinary"], ["обычное"]),
        Entry(Mood.negative, ["negative"], ["негативный"], shown: "негативное"),
        Entry(Mood.excess, ["excess", "excessive"], ["избыточный"], shown: "избыточное"),
        Entry(Mood.offensive, ["offensive", "insulting"], ["оскорбительный"], shown: "оскорбительное"),
        Entry(Mood.violatingRights, ["violating rights"], ["нарушающий права"], shown: "нарушающее права"),
    ]

    public static let linkStates: [Entry] = [
        Entry(LinkState.open, ["open", "unclaimed", "not used"], ["действует", "невостребована", "невостребованный", "не использована", "не востребована"]),
        Entry(LinkState.claimed, ["claimed", "used"], ["использована"]),
        Entry(LinkState.annulled, ["annulled"], ["аннулирована"]),
    ]

    public static let orderStages: [Entry] = [
        Entry(OrderStage.issued, ["issued"], ["издан"]),
        Entry(OrderStage.published, ["published", "published on site"], ["размещён на сайте", "размещён"]),
        Entry(
            OrderStage.announced, ["announced", "announced to staff"], ["доведён до работник", "доведён до сведения работник", "доведён"],
            shown: "доведён до работников"),
    ]

    public static let comparisons: [Entry] = [
        Entry(Comparison.equal, ["="], ["=", "равно"]),
        Entry(Comparison.greater, [">", "more than", "greater than"], [">", "более", "больше", "свыше", "больше чем", "более чем"]),
        Entry(Comparison.less, ["<", "less than", "fewer than"], ["<", "менее", "меньше", "меньше чем", "менее чем"]),
        Entry(Comparison.atLeast, [">=", "at least", "not less than"], [">=", "не менее", "не меньше", "хотя бы", "как минимум"]),
        Entry(Comparison.atMost, ["<=", "at most", "not more than", "up to"], ["<=", "не более", "не больше", "до", "не свыше"]),
    ]

    public static let purposes: [Entry] = [
        Entry(Purpose.chat, ["chat", "chats", "communication"], ["общения", "общение", "чат"], shown: "общения"),
        Entry(Purpose.work, ["work"], ["работы", "работа", "рабочих чат"], shown: "работы"),
        Entry(Purpose.privateTalk, ["private talk"], ["личный общения", "личный общение"], shown: "личного общения"),
    ]

    public static let mechanisms: [Entry] = [
        Entry(Mechanism.closedSpace, ["closed space"], ["закрытое пространство"]),
        Entry(Mechanism.inviteOnly, ["invite only"], ["только по приглашению"]),
        Entry(Mechanism.ownPhone, ["own phone"], ["свой номер"], shown: "свой номер"),
        Entry(Mechanism.roleByLink, ["role by link"], ["роль по ссылка"], shown: "роль по ссылке"),
        Entry(Mechanism.hiddenPages, ["hidden pages"], ["скрытые профиль"], shown: "скрытые страницы"),
        Entry(Mechanism.functions, ["functions of messenger"], ["функции мессенджер"], shown: "функции мессенджера"),
        Entry(Mechanism.messengerAccess, ["access by messenger"], ["доступ через мессенджер"]),
        Entry(Mechanism.linksFor, ["links for"], ["ссылка для"], shown: "ссылки для"),
        Entry(Mechanism.inForceFromSigning, ["in force from signing"], ["в силе с подписания"]),
        Entry(Mechanism.registrationByApplication, ["registration by application"], ["регистрация по заявка"], shown: "регистрация по заявке"),
        Entry(Mechanism.membersFollow, ["all"], ["все"]),
    ]

    /// The phrase by itself, where a form would have it in another case: «причина: личные предпочтения».
    public static func nominative(_ table: [Entry], _ value: UInt8) -> Text {
        let shown = phrase(table, value, .russian)
        return Text(phrase(table, value, .english), nominatives[shown] ?? shown)
    }

    private static let nominatives = [
        "нарушения правил": "нарушение правил", "выбытия": "выбытие", "увольнения": "увольнение", "личных предпочтений": "личные предпочтения", "иного": "иное",
        "общения": "общение", "работы": "работа", "личного общения": "личное общение",
    ]

    public static func phrase(_ table: [Entry], _ value: UInt8, _ language: Language) -> String {
        guard let entry = table.first(where: { $0.value == value }) else { return "" }
        return language(entry.en[0], entry.shown)
    }
}

extension RenamedNoun {
    /// The noun as the language has it.
    public func noun(_ language: Language) -> String {
        switch self {
        case .place(let place): ChoiceWords.phrase(ChoiceWords.places, place.rawValue, language)
        case .role(let role): RoleNoun.of(role).inflected(language)
        }
    }
}
