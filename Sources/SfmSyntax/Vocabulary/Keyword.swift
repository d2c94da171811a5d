import SfmTerms

/// The words that statements, blocks and rules begin with or hang on.
public enum Keyword: UInt8, CaseIterable, Sendable {
    // Items and blocks
    case usePolicy, include, policy, clause, background, scenario, examples, repeatBlock, end, exercise
    // Steps
    case given, expect, and, lead, force, actAs, actAsAnyone, advance, today, fulfilDuties
    // Decisions
    case allowed, denied, prohibited, notGranted, impossible
    // Policies
    case permit, forbid, oblige, states, list, note, extends, calls, title, adopted, platform
    // Exercises
    case story, points, goal, hint, offLimits, solution
    // What a scenario says of itself
    case skip, knownFailure
    // Words that a policy declares
    case messageKinds, violationKinds, ownRole, ownMark, ownAct, ownEvent
    // Calendars and the clock
    case workingDays, daysOff, alsoWorking, period, schoolYear, inForce, advanceTo
    // Explorations
    case exploration, people, acts, withinSteps, againstPolicy, never, always, reachable

    public struct Entry: Sendable {
        public let keyword: Keyword
        /// Phrases; the first is canonical.
        public let en: [String]
        public let ru: [String]
    }

    public static let table: [Entry] = [
        Entry(
            keyword: .usePolicy, en: ["use policy"],
            ru: ["применить порядок", "применяется порядок", "действует порядок", "использовать порядок"]),
        Entry(keyword: .include, en: ["include", "include file"], ru: ["подключить", "подключить файл"]),
        Entry(keyword: .policy, en: ["policy"], ru: ["порядок"]),
        Entry(keyword: .clause, en: ["clause"], ru: ["пункт", "прил."]),
        Entry(keyword: .background, en: ["background"], ru: ["предыстория", "контекст"]),
        Entry(keyword: .scenario, en: ["scenario"], ru: ["сценарий", "пример"]),
        Entry(keyword: .examples, en: ["examples"], ru: ["примеры"]),
        Entry(keyword: .repeatBlock, en: ["repeat"], ru: ["повторить"]),
        Entry(
            keyword: .end,
            en: ["end", "end scenario", "end background", "end policy", "end repeat", "end examples", "end exercise", "end solution", "end exploration"],
            ru: [
                "конец", "конец сценария", "конец предыстории", "конец порядка", "конец повтора", "конец примеров", "конец упражнения",
                "конецсценария", "конецпредыстории", "конецпорядка", "конецповтора", "конецупражнения", "конец задания", "конец контекста",
                "конец решения", "конец исследования",
            ]),
        Entry(keyword: .exercise, en: ["exercise"], ru: ["упражнение", "задание"]),
        Entry(keyword: .given, en: ["given"], ru: ["дано"]),
        Entry(
            keyword: .expect, en: ["expect", "expect that", "check that"],
            ru: ["ожидаем", "ожидаем что", "ожидается что", "проверить", "проверить что", "тогда", "то"]),
        Entry(keyword: .and, en: ["and", "also", "but"], ru: ["и", "также", "но", "а также"]),
        Entry(keyword: .lead, en: ["when"], ru: ["когда", "затем"]),
        Entry(
            keyword: .force, en: ["force"],
            ru: ["вопреки порядку", "в нарушение порядка", "в отступление от порядка", "несмотря на порядок"]),
        Entry(keyword: .actAs, en: ["as"], ru: ["от имени", "действует"]),
        Entry(
            keyword: .actAsAnyone, en: ["as anyone", "as anybody"],
            ru: ["от имени любого", "от любого имени", "действует любой"]),
        Entry(
            keyword: .advance, en: ["advance"],
            ru: ["через", "прошло", "спустя"]),
        Entry(keyword: .today, en: ["today is", "today"], ru: ["сегодня"]),
        Entry(
            keyword: .fulfilDuties, en: ["fulfil duties", "fulfil all duties"],
            ru: ["исполнить обязанности", "выполнить обязанности", "исполнить все обязанности", "выполнить все обязанности"]),
        Entry(keyword: .allowed, en: ["allowed"], ru: ["разрешение", "разрешено", "можно"]),
        Entry(keyword: .denied, en: ["denied", "refused"], ru: ["отказ", "отказано", "нельзя"]),
        Entry(keyword: .prohibited, en: ["prohibited"], ru: ["запрет", "запрещено"]),
        Entry(
            keyword: .notGranted, en: ["not granted"],
            ru: ["отсутствие права", "нет права", "право не предоставлено", "не предоставлено право"]),
        Entry(keyword: .impossible, en: ["impossible"], ru: ["невозможность", "невозможно"]),
        Entry(keyword: .permit, en: ["permit"], ru: ["разрешено", "разрешается", "вправе", "имеет право", "имеют право"]),
        Entry(keyword: .forbid, en: ["forbid"], ru: ["запрещено", "запрещается", "не вправе", "не имеет права", "не имеют права"]),
        Entry(keyword: .oblige, en: ["oblige"], ru: ["обязан", "предписано"]),
        Entry(
            keyword: .states, en: ["states"],
            ru: ["свойство", "свойство платформы", "платформа обеспечивает", "устанавливает"]),
        Entry(keyword: .list, en: ["list"], ru: ["перечень"]),
        Entry(keyword: .note, en: ["note"], ru: ["примечание", "пояснение"]),
        Entry(keyword: .extends, en: ["extends"], ru: ["дополняет", "на основе", "расширяет"]),
        Entry(keyword: .calls, en: ["calls"], ru: ["термины", "понятия", "называет"]),
        Entry(keyword: .title, en: ["title"], ru: ["название", "наименование"]),
        Entry(keyword: .adopted, en: ["adopted"], ru: ["утверждён"]),
        Entry(keyword: .platform, en: ["platform"], ru: ["платформа"]),
        Entry(keyword: .story, en: ["story"], ru: ["рассказ", "ситуация"]),
        Entry(keyword: .points, en: ["points"], ru: ["баллы", "баллов"]),
        Entry(keyword: .goal, en: ["goal"], ru: ["цель"]),
        Entry(keyword: .hint, en: ["hint"], ru: ["подсказка"]),
        Entry(keyword: .offLimits, en: ["off limits", "do not use"], ru: ["не применять", "недоступно"]),
        Entry(keyword: .solution, en: ["solution", "model solution"], ru: ["решение", "образец решения"]),
        Entry(keyword: .skip, en: ["skip"], ru: ["пропустить"]),
        Entry(keyword: .knownFailure, en: ["known failure"], ru: ["известная ошибка"]),
        Entry(keyword: .messageKinds, en: ["message kinds", "message kind", "kinds of message"], ru: ["виды сообщений", "вид сообщений"]),
        Entry(keyword: .violationKinds, en: ["violation kinds", "violation kind", "kinds of violation"], ru: ["виды нарушений", "вид нарушений"]),
        Entry(keyword: .ownRole, en: ["role"], ru: ["роль"]),
        Entry(keyword: .ownMark, en: ["mark"], ru: ["отметка"]),
        Entry(keyword: .ownAct, en: ["act"], ru: ["действие"]),
        Entry(keyword: .ownEvent, en: ["event"], ru: ["событие"]),
        Entry(keyword: .workingDays, en: ["working days"], ru: ["рабочие дни"]),
        Entry(keyword: .daysOff, en: ["days off"], ru: ["нерабочие дни", "нерабочий день"]),
        Entry(keyword: .alsoWorking, en: ["also working"], ru: ["рабочий также", "рабочие также", "также рабочий"]),
        Entry(keyword: .period, en: ["period"], ru: ["период"]),
        Entry(keyword: .schoolYear, en: ["school year"], ru: ["учебный год"]),
        Entry(keyword: .inForce, en: ["in force"], ru: ["действует"]),
        Entry(keyword: .advanceTo, en: ["advance to"], ru: ["дождаться"]),
        Entry(keyword: .exploration, en: ["exploration"], ru: ["исследование"]),
        Entry(keyword: .people, en: ["people"], ru: ["участники"]),
        Entry(keyword: .acts, en: ["acts"], ru: ["действия"]),
        Entry(keyword: .withinSteps, en: ["within"], ru: ["не дольше", "не более"]),
        Entry(keyword: .againstPolicy, en: ["against the policy", "against policy"], ru: ["вопреки порядку"]),
        Entry(keyword: .never, en: ["never"], ru: ["никогда"]),
        Entry(keyword: .always, en: ["always"], ru: ["всегда"]),
        Entry(keyword: .reachable, en: ["reachable"], ru: ["достижимо"]),
    ]

    public var entry: Entry { Self.table[Int(rawValue)] }

    /// Those whose block an `end` closes.
    public static let blocks: [Keyword] = [.background, .scenario, .exercise, .repeatBlock, .examples, .policy, .solution, .exploration]

    /// Those that declare a word of the policy's own.
    public static let declarations: [Keyword] = [.messageKinds, .violationKinds, .ownRole, .ownMark, .ownAct, .ownEvent]

    public var opensBlock: Bool { Self.blocks.contains(self) }
}

/// Little words inside statements: prepositions, comparisons, units. Closed, so a list of phrases is enough.
public enum Particle: UInt8, CaseIterable, Sendable {
    case byClause, ofPolicy, times, and, or, not, condition, event, within, by, to, toPlace, forAudience, asRole, ownGroup
    case target, actor, parentsOfTarget, otherChats, english, russian, until, order, inList, byAppointing, withSubject, fromRoles, nobody, because, concerning,
        closedChat, except, messages, having, cases, author, longerText, characters, together, today, thisWeek, thisMonth, thisSchoolYear, lately,
        countOf, byActor, ofActor, ofTarget, rateAbove, ratePer,
        withConsent, withoutConsent, ofGroup, inPoll, forAnswer, halfOfMembers, fromFile, steps
    // Time
    case each, atLeastTimes, perUnit, working, workingDay, nextWorkingDay, quarter, schoolYearUnit, byEndOf, byTime
    case timeFrom, timeTo, toDate, onDays, inPeriod, onWeekends, onWorkingDays, inWorkingHours, outsideWorkingHours, silent, under

    public static let table: [(particle: Particle, en: [String], ru: [String])] = [
        (.byClause, ["by clause", "by"], ["по пункт", "по прил.", "согласно пункт", "согласно прил."]),
        (.ofPolicy, ["of", "of policy"], ["порядок"]),
        (.times, ["time"], ["раз"]),
        (.and, ["and"], ["и"]),
        (.or, ["or"], ["или", "либо"]),
        (.not, ["not", "no"], ["не", "нет"]),
        (.condition, ["when", "if"], ["если", "при условии", "при условии что", "когда"]),
        (.event, ["when"], ["при", "когда", "в случае"]),
        (.within, ["within"], ["в течение", "в срок до", "не позднее"]),
        (.by, ["by"], ["со стороны"]),
        (.to, ["to", "of", "from"], []),
        (.toPlace, ["in", "to", "into", "from"], ["в", "к", "из", "во"]),
        (.forAudience, ["for", "with"], ["для", "с", "со"]),
        (.asRole, ["as"], ["как", "в качестве", "в роли"]),
        (.ownGroup, ["of own group", "of the own group", "own group"], ["свой группа"]),
        (.target, ["target"], ["лицо", "этот человек", "этого человека"]),
        (.actor, ["actor"], ["действующее лицо", "действующий лицо", "исполнитель"]),
        (.parentsOfTarget, ["parents of target", "parent of target"], ["родитель лицо", "родитель этого лицо", "его родитель", "родитель этого человек"]),
        (.otherChats, ["others", "other tasks"], ["иной", "иной задач", "иной целей"]),
        (.english, ["en"], ["en"]),
        (.russian, ["ru"], ["ru"]),
        (.until, ["until"], ["до"]),
        (.order, ["by order"], ["приказ"]),
        (.inList, ["in list", "in"], ["в перечень", "из перечень", "входит в перечень"]),
        (.byAppointing, ["appointing"], ["о назначении", "назначив", "с назначением"]),
        (.withSubject, ["with subject", "with a subject"], ["по предмет", "с предмет", "по учебному предмет"]),
        (.fromRoles, ["from"], ["от"]),
        (.nobody, ["nobody"], ["никому", "никто"]),
        (.because, ["because"], ["потому что", "так как"]),
        (.concerning, ["in respect of"], ["в отношении", "о", "об"]),
        (.closedChat, ["in closed chat", "in closed chats", "in a closed chat"], ["в закрытый чат"]),
        (.except, ["except", "except for"], ["кроме", "за исключением"]),
        (.messages, ["messages", "message", "messages as"], ["сообщение"]),
        (.having, ["of whom"], ["у"]),
        (.cases, ["case", "cases"], ["случаев", "случая", "случай", "случаи"]),
        (.author, ["author", "the author"], ["автор", "автор сообщение"]),
        (.longerText, ["text is longer than", "text longer than"], ["текст длиннее", "текст длиннее чем"]),
        (.characters, ["characters", "character", "signs"], ["знаков", "знака", "знак", "символов", "символа"]),
        (.together, ["together with"], ["вместе с", "вместе со"]),
        (.today, ["today"], ["сегодня"]),
        (.thisWeek, ["this week"], ["на этой неделе"]),
        (.thisMonth, ["this month"], ["в этом месяце"]),
        (.thisSchoolYear, ["this school year"], ["в этом учебном году"]),
        (.lately, ["in", "in the last", "within the last"], ["за", "за последний", "за последние", "за последнюю"]),
        (.countOf, ["count of", "number of"], ["число", "количество"]),
        (.byActor, ["by actor"], []),
        (.ofActor, ["of actor"], ["исполнитель"]),
        (.ofTarget, ["of target"], ["лицо"]),
        (.rateAbove, ["more than", "more often than"], ["чаще", "чаще чем", "более"]),
        (.ratePer, ["times a", "times per", "time a"], ["раз в", "раза в"]),
        (.withConsent, ["with consent of", "with the consent of"], ["с согласие", "с согласия"]),
        (.withoutConsent, ["without consent of", "without the consent of"], ["без согласие", "без согласия"]),
        (.ofGroup, ["of group", "of the group"], ["группа"]),
        (.inPoll, ["in poll", "in the poll"], ["в опрос", "в опросе"]),
        (.forAnswer, ["for answer"], ["за ответ"]),
        (.halfOfMembers, ["more than half of the members", "more than half of members"], ["более половины участник", "больше половины участник"]),
        (.fromFile, ["from"], ["из", "из файла"]),
        (.steps, ["step", "steps"], ["шагов", "шага", "шаг"]),
        (.each, ["each", "every"], ["каждый", "каждого", "каждому", "каждым", "каждая", "каждую", "каждой"]),
        (.atLeastTimes, ["at least"], ["не реже"]),
        (.perUnit, ["per"], ["в"]),
        (.working, ["working"], ["рабочий"]),
        (.workingDay, ["working day"], ["рабочий день"]),
        (.nextWorkingDay, ["next working day"], ["следующего рабочий день"]),
        (.quarter, ["quarter"], ["квартал"]),
        (.schoolYearUnit, ["school year"], ["учебный год"]),
        (.byEndOf, ["by end of"], ["до конца", "к концу"]),
        (.byTime, ["by"], ["до"]),
        (.timeFrom, ["from"], ["с", "со"]),
        (.timeTo, ["to"], ["до", "по"]),
        (.toDate, ["to"], ["по"]),
        (.onDays, ["on"], ["по", "в"]),
        (.inPeriod, ["in", "in period"], ["в период"]),
        (.onWeekends, ["on weekends"], ["в выходной", "по выходной", "в выходной день"]),
        (.onWorkingDays, ["on working days"], ["в рабочий день", "по рабочий день"]),
        (.inWorkingHours, ["in working hours", "in working time", "during working hours"], ["в рабочий время", "в рабочий час"]),
        (.outsideWorkingHours, ["outside working hours", "outside working time"], ["вне рабочий время", "в нерабочий время"]),
        (.silent, ["chat is silent for"], ["в чат тишина", "чат молчит"]),
        (.under, ["under", "younger than"], ["младше", "моложе"]),
    ]

    public static let copulas = ["is", "are", "has", "have", "was", "were", "does", "do", "be", "been", "—", ":", "=", "является", "есть"]
    /// Of copulas and negations those by which somebody has something: «у лица есть "согласие"».
    public static let possession: Set = ["has", "have", "есть", "нет"]
    /// Where these stand messages are counted; otherwise it is said what one is.
    public static let manyMessages: Set = ["messages", "сообщений"]
    public static let articles = ["the", "a", "an"]
}

/// A unit of a duration.
public enum TimeUnit: UInt8, CaseIterable, Sendable {
    case minute, hour, day, week, month, year

    static let table: [(unit: TimeUnit, en: String, ru: String)] = [
        (.minute, "minute", "минута"), (.hour, "hour", "час"), (.day, "day", "день"), (.week, "week", "неделя"),
        (.month, "month", "месяц"), (.year, "year", "год"),
    ]
}
