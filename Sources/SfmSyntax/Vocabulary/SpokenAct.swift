import SfmTerms

/// How an act is said in a sentence about what a regulation means: with its articles, and with a place for whom it is about.
///
/// `{LEAD:DEFAULT}` is that place. In English the lead is a preposition, in Russian a case (`g`, `d`, `a`, `i`), with a preposition where it
/// needs one; the default stands where the rule names nobody. `[…]` is left out where the rule names a place.
struct SpokenAct {
    /// What one may do: "hold lessons", «проводить уроки»; and once: "hold a lesson", «провести урок».
    let general: Text
    let once: Text
    /// When it happens: "holds a lesson" behind who does it, or for an event a whole clause; «при проведении урока».
    let occasion: Text
    /// Whether Russian says the role that is given in the instrumental, as after «назначить».
    var givesRole = false
    /// Whether it is done to one person only: "appoint one of the parents as another moderator".
    var isToOne = false
    /// How a kind narrows it, in the place of the dots.
    var kind = Text("of the kind …", "вида …")

    /// The words of an act; of one that the table lacks `nil`: then the rule's own words serve.
    static func of(_ id: String) -> SpokenAct? { table[id] }

    private init(
        _ general: String, once: String? = nil, happens: String? = nil, _ habitual: String, _ single: String, _ when: String, givesRole: Bool = false,
        isToOne: Bool = false, kind: Text? = nil
    ) {
        self.general = Text(general, habitual)
        self.once = Text(once ?? general, single)
        occasion = Text(happens ?? Self.thirdPerson(once ?? general), when)
        (self.givesRole, self.isToOne) = (givesRole, isToOne)
        if let kind { self.kind = kind }
    }

    /// `hold` as `holds`, `publish` as `publishes`, `apply` as `applies`.
    private static func thirdPerson(_ phrase: String) -> String {
        let verb = phrase.prefix { $0 != " " }
        let rest = phrase.dropFirst(verb.count)
        if ["s", "x", "ch", "sh", "o"].contains(where: verb.hasSuffix) { return verb + "es" + rest }
        if verb.hasSuffix("y"), let before = verb.dropLast().last, !"aeiou".contains(before) { return verb.dropLast() + "ies" + rest }
        return verb + "s" + rest
    }

    /// By the ids of the acts, in the order of their table. An event's words are those of what befalls somebody.
    static let table: [String: SpokenAct] = [
        // Registration and papers
        "register": .init("register the school", "регистрировать школу", "зарегистрировать школу", "при регистрации школы"),
        "issue": .init("issue orders", once: "issue an order", "издавать приказы", "издать приказ", "при издании приказа"),
        "publish": .init(
            "publish orders on the site", once: "publish the order on the site", "размещать приказы на сайте", "разместить приказ на сайте",
            "при размещении приказа на сайте"),
        "announce": .init(
            "make orders known to the staff", once: "make the order known to the staff", "доводить приказы до работников", "довести приказ до работников",
            "при доведении приказа до работников"),
        "appoint": .init(
            "appoint {:somebody}", "назначать {a:кого-либо}", "назначить {a:кого-либо}", "при назначении {g:кого-либо}", givesRole: true),
        "apply": .init(
            "submit an application for registration", "подавать заявку на регистрацию", "подать заявку на регистрацию",
            "при подаче заявки на регистрацию"),
        "sign in": .init("sign in", "входить на платформу", "войти на платформу", "при входе на платформу"),
        "edit school": .init("edit the school's information", "изменять сведения о школе", "изменить сведения о школе", "при изменении сведений о школе"),
        // Structure, links, requests
        "create group": .init("create groups", once: "create a group", "создавать группы", "создать группу", "при создании группы"),
        "create staff room": .init("create the staff room", "создавать учительскую", "создать учительскую", "при создании учительской"),
        "attach": .init(
            "attach {:somebody}[ to one of the groups]", "прикреплять {a:кого-либо}[ к одной из групп]", "прикрепить {a:кого-либо}[ к одной из групп]",
            "при прикреплении {g:кого-либо}[ к одной из групп]"),
        "create chat": .init("create a chat", "создавать чат", "создать чат", "при создании чата"),
        "rename chat": .init("rename the chat", "переименовывать чат", "переименовать чат", "при переименовании чата"),
        "close chat": .init("close the chat", "закрывать чат", "закрыть чат", "при закрытии чата"),
        "open chat": .init("open the chat", "открывать чат", "открыть чат", "при открытии чата"),
        "delete chat": .init("delete the chat", "удалять чат", "удалить чат", "при удалении чата"),
        "invite": .init("invite {:somebody}", "приглашать {a:кого-либо}", "пригласить {a:кого-либо}", "при приглашении {g:кого-либо}"),
        "annul": .init("annul invite links", "аннулировать ссылки-приглашения", "аннулировать ссылки-приглашения", "при аннулировании ссылок"),
        "join": .init(
            "join[ the school, its groups and chats]", once: "join", "вступать[ в школу, её группы и чаты]", "вступить", "при вступлении"),
        "request join": .init("ask to join", "подавать заявку на вступление", "подать заявку на вступление", "при подаче заявки на вступление"),
        "accept": .init(
            "accept requests to join {of:}", once: "accept the request to join {of:}", "принимать заявки на вступление {g:}",
            "принять заявку на вступление {g:}", "при принятии заявки на вступление {g:}"),
        "reject": .init(
            "reject requests to join {of:}", once: "reject the request to join {of:}", "отклонять заявки на вступление {g:}",
            "отклонить заявку на вступление {g:}", "при отклонении заявки на вступление {g:}"),
        "verify": .init(
            "confirm the status {of:}", "подтверждать статус {g:}", "подтвердить статус {g:}", "при подтверждении статуса {g:}"),
        // Movement
        "enrol": .init(
            "enrol {:somebody}[ into one of the groups]", "зачислять {a:кого-либо}[ в состав группы]", "зачислить {a:кого-либо}[ в состав группы]",
            "при зачислении {g:кого-либо}[ в состав группы]"),
        "transfer": .init(
            "transfer {:somebody}[ to another group]", "переводить {a:кого-либо}[ в другую группу]", "перевести {a:кого-либо}[ в другую группу]",
            "при переводе {g:кого-либо}[ в другую группу]"),
        "record movement": .init(
            "record the movement {of:those who come and go}", "вносить сведения о движении {g:контингента}",
            "внести сведения о движении {g:контингента}", "при внесении сведений о движении {g:контингента}"),
        "depart": .init("depart", happens: "{:somebody} departs", "выбывать", "выбыть", "при выбытии {g:}"),
        "dismiss": .init("dismiss", happens: "{:somebody} is dismissed", "увольнять", "уволить", "при увольнении {g:}"),
        // Chats and moderation
        "acquaint": .init(
            "acquaint {:somebody} with the rules of the chat", "знакомить {a:кого-либо} с правилами чата", "ознакомить {a:кого-либо} с правилами чата",
            "при ознакомлении {g:кого-либо} с правилами чата"),
        "add": .init(
            "add {:somebody}[ to the members of a chat]", "добавлять {a:кого-либо}[ в участники чата]",
            "добавить {a:кого-либо}[ в участники чата]", "при добавлении {g:кого-либо}[ в участники чата]"),
        "remove": .init(
            "remove {:somebody}[ from the members of a chat]", "исключать {a:кого-либо}[ из участников чата]", "исключить {a:кого-либо}[ из участников чата]",
            "при исключении {g:кого-либо}[ из участников чата]"),
        "post": .init("post messages", once: "post a message", "писать сообщения", "написать сообщение", "при отправке сообщения"),
        "delete message": .init(
            "delete messages", once: "delete the message", "удалять сообщения", "удалить сообщение", "при удалении сообщения"),
        "leave chat": .init("leave the chat", "выходить из чата", "выйти из чата", "при выходе из чата"),
        "pin message": .init(
            "pin messages", once: "pin the message", "закреплять сообщения", "закрепить сообщение", "при закреплении сообщения"),
        "violate": .init(
            "violate", happens: "{:somebody} breaks the rules", "нарушать правила", "нарушить правила", "при нарушении правил {i:}",
            kind: Text("(a violation of the kind …)", "(нарушение вида …)")),
        "remind": .init(
            "remind {:somebody} of the rules", "напоминать {d:кому-либо} о правилах", "напомнить {d:кому-либо} о правилах",
            "при напоминании {d:кому-либо} о правилах"),
        "warn": .init(
            "warn {:somebody}", "предупреждать {a:кого-либо}", "предупредить {a:кого-либо}", "при предупреждении {g:кого-либо}"),
        "block": .init(
            "block {:a member of the chat}", "блокировать {a:участника чата}", "заблокировать {a:участника чата}", "при блокировке {g:участника чата}"),
        "restrict": .init(
            "restrict the access {of:a member of the chat}", "ограничивать доступ {d:участнику чата}", "ограничить доступ {d:участнику чата}",
            "при ограничении доступа {d:участнику чата}"),
        "apologize": .init("apologize", "приносить извинения", "принести извинения", "при принесении извинений"),
        "object": .init(
            "object to an early release", "возражать против разблокировки", "возразить против разблокировки", "при возражении против разблокировки"),
        "withdraw objection": .init("withdraw an objection", "снимать возражение", "снять возражение", "при снятии возражения"),
        "unblock": .init(
            "unblock {:a member of the chat}", "разблокировать {a:участника чата}", "разблокировать {a:участника чата}",
            "при разблокировке {g:участника чата}"),
        // Calls, broadcasts, polls, materials, channels
        "start call": .init("start calls", once: "start a call", "начинать звонки", "начать звонок", "при начале звонка"),
        "start lesson": .init("hold lessons", once: "hold a lesson", "проводить уроки", "провести урок", "при проведении урока"),
        "start meeting": .init("hold meetings", once: "hold a meeting", "проводить собрания", "провести собрание", "при проведении собрания"),
        "join call": .init("take part in calls", once: "take part in a call", "участвовать в звонках", "принять участие в звонке", "при участии в звонке"),
        "end call": .init("end calls", once: "end the call", "завершать звонки", "завершить звонок", "при завершении звонка"),
        "plan broadcast": .init(
            "plan broadcasts", once: "plan a broadcast", "планировать трансляции", "запланировать трансляцию", "при планировании трансляции"),
        "start broadcast": .init(
            "hold broadcasts", once: "hold a broadcast", "проводить трансляции", "провести трансляцию", "при проведении трансляции"),
        "create poll": .init("create polls", once: "create a poll", "создавать опросы", "создать опрос", "при создании опроса"),
        "vote": .init("vote", "голосовать", "проголосовать", "при голосовании"),
        "upload material": .init("upload material", "размещать материалы", "разместить материал", "при размещении материала"),
        "open journal": .init(
            "open the journal", "открывать электронный журнал", "открыть электронный журнал", "при открытии электронного журнала"),
        "create channel": .init("create channels", once: "create a channel", "создавать каналы", "создать канал", "при создании канала"),
        "provide": .init(
            "provide material for channels", "предоставлять материалы для каналов", "предоставить материал для канала",
            "при предоставлении материала для канала"),
        // Help, support, information
        "contact support": .init(
            "contact technical support", "обращаться в техническую поддержку", "обратиться в техническую поддержку",
            "при обращении в техническую поддержку"),
        "ask admin": .init(
            "put questions to the admin", once: "put a question to the admin", "обращаться с вопросами к администратору",
            "обратиться с вопросом к администратору", "при обращении с вопросом к администратору"),
        "report statistics": .init(
            "report statistics to the director", "представлять директору статистику", "представить директору статистику",
            "при представлении директору статистики"),
        "monitor use": .init(
            "monitor the use of the platform", "контролировать использование платформы", "проконтролировать использование платформы",
            "при контроле использования платформы"),
        "help": .init("give help {to:}", "оказывать помощь {d:}", "оказать помощь {d:}", "при оказании помощи {d:}"),
        "explain platform": .init(
            "explain the platform to parents", "разъяснять родителям возможности платформы", "разъяснить родителям возможности платформы",
            "при разъяснении родителям возможностей платформы"),
        "inform": .init(
            "inform {:the students and their parents}", "информировать {a:учеников и их родителей}", "проинформировать {a:учеников и их родителей}",
            "при информировании {g:учеников и их родителей}"),
        "inform admin": .init(
            "tell the admin of an intrusion", "сообщать администратору о взломе", "сообщить администратору о взломе",
            "при сообщении администратору о взломе"),
        // Accounts, messengers, data
        "share account": .init("hand over an account {of:}", "передавать аккаунт {g:}", "передать аккаунт {g:}", "при передаче аккаунта {g:}"),
        "hack account": .init(
            "hack account", happens: "the account {of:somebody} is broken into", "взламывать аккаунт", "взломать аккаунт", "при взломе аккаунта {g:}"),
        "give false data": .init(
            "give false data {about:}", "указывать ложные данные {g в отношении:}", "указать ложные данные {g в отношении:}",
            "при указании ложных данных {g в отношении:}"),
        "use messenger": .init(
            "use a messenger", "использовать мессенджер", "использовать мессенджер", "при использовании мессенджера"),
        "collect data": .init(
            "collect personal data {of:}", "собирать персональные данные {g:}", "собрать персональные данные {g:}",
            "при сборе персональных данных {g:}"),
        "attend seminar": .init("attend seminars", once: "attend a seminar", "посещать семинары", "посетить семинар", "при посещении семинара"),
        "browse resources": .init(
            "use the information resources", "пользоваться информационными ресурсами", "воспользоваться информационными ресурсами",
            "при использовании информационных ресурсов"),
        "open profile": .init(
            "open pages {of:}", once: "open the page {of:}", "открывать страницы {g:}", "открыть страницу {g:}", "при открытии страницы {g:}"),
        "tell": .init("tell {:somebody}", "сообщать {d:кому-либо}", "сообщить {d:кому-либо}", "при сообщении {d:кому-либо}"),
        "write privately": .init(
            "write privately {to:somebody}", once: "write privately {to:somebody}", "писать лично {d:кому-либо}", "написать лично {d:кому-либо}",
            "при личном сообщении {d:кому-либо}"),
        "answer": .init("answer messages", once: "answer the message", "отвечать на сообщения", "ответить на сообщение", "при ответе на сообщение"),
        "appoint another moderator": .init(
            "appoint {:somebody} as another moderator", "назначать {a:кого-либо} ещё одним модератором", "назначить {a:кого-либо} ещё одним модератором",
            "при назначении {g:кого-либо} ещё одним модератором", isToOne: true),
        "consent": .init("agree to what others do", once: "agree to it", "согласовывать чужие действия", "согласовать это", "при согласовании"),
        "withdraw consent": .init("withdraw consent", "отзывать согласие", "отозвать согласие", "при отзыве согласия"),
        // Words of a policy's own stand where the dots are; in brackets what is said without one.
        "own liberty": .init(
            "…(do what everybody may) {with regard to:}", happens: "does …(what everybody may) {with regard to:}",
            "…(делать то, что можно всем) {g в отношении:}", "…(сделать то, что можно всем) {g в отношении:}",
            "при действии …(которое можно всем) {g в отношении:}"),
        "own power": .init(
            "…(do what needs a permit) {with regard to:}", happens: "does …(what needs a permit) {with regard to:}",
            "…(делать то, на что нужно право) {g в отношении:}", "…(сделать то, на что нужно право) {g в отношении:}",
            "при действии …(на которое нужно право) {g в отношении:}"),
        "own event": .init(
            "…(happen) {to:}", happens: "…(something) happens {to:}", "…(случаться) {i с:}", "…(случиться) {i с:}", "при событии …(любом) {i с:}"),
        "set mark": .init(
            "put the mark …(of any name) {on:}", "ставить отметку …(любую) {d:}", "поставить отметку …(любую) {d:}", "при отметке …(любой) {g в отношении:}"),
        "clear mark": .init(
            "take away the mark …(of any name) {from:}", "снимать отметку …(любую) {g с:}", "снять отметку …(любую) {g с:}",
            "при снятии отметки …(любой) {g с:}"),
    ]
}
