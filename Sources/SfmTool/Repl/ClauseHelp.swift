import SfmSyntax
import SfmTerms

/// How a clause is written: what help tells of the parts of a rule, each with examples in the language of whoever asks.
struct ClauseHelp: Sendable {
    let en: [String]
    let ru: [String]
    let told: Text
    /// Whole lines; `isRule` where they stand in a clause.
    let examples: [Text]
    var isRule = true

    static func find(_ word: String) -> ClauseHelp? {
        let folded = ReplWord.fold(word)
        return table.first { ($0.en + $0.ru).contains(folded) }
    }

    func text(_ language: Language) -> SafeText {
        var out = "\(told[language])\n"
        for example in examples { out += example[language].split(separator: "\n").map { "  \($0)\n" }.joined() }
        return SafeText(lines: out)
    }

    static let table: [ClauseHelp] = [
        ClauseHelp(
            en: ["if", "condition", "conditions", "when", "provided"], ru: ["если", "условие", "условия", "при условии", "когда"],
            told: Text(
                "A condition ends a rule, behind “when” or “if”; several are joined by “and” or “or”. What can be asked depends on the act: help block",
                "Условие ставят в конце нормы после слова «если»; несколько условий соединяют словами «и», «или». О чём можно спросить, зависит от "
                    + "действия: помощь заблокировать"
            ),
            examples: [
                Text(
                    "permit block by moderator when violations > 3 and duration <= 1 month",
                    "разрешено модератору блокировать, если нарушений более 3 и срок не более 1 месяца"),
                Text("permit unblock by moderator when target has apologized", "разрешено модератору разблокировать, если лицо принесло извинения"),
                Text("forbid remove by moderator if reason is personal", "запрещено модератору исключать, если причина — личные предпочтения"),
            ]),
        ClauseHelp(
            en: ["term", "terms", "deadline", "within", "duration"], ru: ["срок", "сроки", "в течение", "не позднее"],
            told: Text(
                "The term of a duty stands behind “within”, and runs from the event that calls for it; how long a measure may last is a condition.",
                "Срок обязанности — после слов «в течение»: он идёт от события, которое её вызвало. Сколько может длиться сама мера, говорит условие."),
            examples: [
                Text(
                    "oblige moderator to remind target when violate within 1 day", "обязан модератор напомнить лицу при нарушении в течение 1 дня"),
                Text("permit block by moderator when duration <= 1 month", "разрешено модератору блокировать, если срок не более 1 месяца"),
            ]),
        ClauseHelp(
            en: ["rule", "rules", "norm", "norms"], ru: ["правило", "правила", "норма", "нормы"],
            told: Text(
                "A rule is a line of a clause: it permits, forbids or makes something a duty. More: help condition, help term, help exception.",
                "Норма — строка пункта: она разрешает, запрещает или обязывает. Подробнее: помощь условие, помощь срок, помощь исключение."),
            examples: [
                Text("permit block by moderator", "разрешено модератору блокировать"),
                Text("forbid post in chat by parent", "запрещено родителю писать в чат"),
                Text("oblige moderator to remind target when violate", "обязан модератор напомнить лицу при нарушении"),
            ]),
        ClauseHelp(
            en: ["duty", "duties", "obligation", "must"], ru: ["обязанность", "обязанности", "долг", "должен"],
            told: Text(
                "A duty says who, what, on which event, and within which term where there is one.",
                "Обязанность называет, кто, что, при каком событии и, если срок есть, в какой срок."),
            examples: [
                Text("oblige moderator to remind target when violate within 1 day", "обязан модератор напомнить лицу при нарушении в течение 1 дня"),
                Text("oblige moderator to remove target when dismiss", "обязан модератор исключить лицо при увольнении"),
            ]),
        ClauseHelp(
            en: ["exception", "exceptions"], ru: ["исключение", "исключения", "за исключением"],
            told: Text(
                "Whom or what a rule does not mean stands behind “except”; a case that it does not mean is a condition with “not”.",
                "Кого или что норма не касается — после слова «кроме»; случай, которого она не касается, — условие с «не»."),
            examples: [
                Text("forbid post in chat by participants except moderator", "запрещено писать в чат участникам, кроме модератора"),
                Text("forbid remove by moderator when reason is not departure", "запрещено модератору исключать, если причина не выбытие"),
            ]),
        ClauseHelp(
            en: ["clause", "clauses"], ru: ["пункт", "пункты"],
            told: Text(
                "A clause is a number and a title, with its rules below; what cannot be executed is a note. More: help rule, help condition, help term.",
                "Пункт — номер и название, ниже его нормы; что исполнить нельзя, пишут примечанием. Подробнее: помощь правило, помощь условие, помощь срок."),
            examples: [
                Text(
                    "policy \"our chats\"\n  clause 1 \"Blocks\"\n    permit block by moderator when violations > 3\n    note \"for the parents to read\"\nend",
                    "порядок \"наши чаты\"\n  пункт 1 \"Блокировка\"\n    разрешено модератору блокировать, если нарушений более 3\n    примечание "
                        + "\"для сведения родителей\"\nконец"
                )
            ], isRule: false),
        ClauseHelp(
            en: ["policy"], ru: ["порядок"],
            told: Text(
                "A policy holds clauses, each with its rules; it counts once it is put in force. More: help clause, help rule; those that come with "
                    + "the program: show policies",
                "Порядок состоит из пунктов, пункты — из норм; действует он, когда применён. Подробнее: помощь пункт, помощь правило; готовые "
                    + "порядки: показать порядки"
            ),
            examples: [
                Text(
                    "policy \"our chats\"\n  clause 1 \"Reminders\"\n    oblige moderator to remind target when violate within 1 day\nend\nuse policy "
                        + "\"our chats\"",
                    "порядок \"наши чаты\"\n  пункт 1 \"Напоминания\"\n    обязан модератор напомнить лицу при нарушении в течение 1 "
                        + "дня\nконец\nприменить порядок \"наши чаты\""
                )
            ], isRule: false),
        ClauseHelp(
            en: ["scenario", "test"], ru: ["сценарий", "тест", "проверка"],
            told: Text(
                "A scenario says what is given, what is done and what is expected. What has been typed is saved as one by: save \"file.sfm\"",
                "Сценарий говорит, что дано, что делают и чего ожидают. Записать сценарием то, что набрано: сохранить \"файл.sfm\""),
            examples: [
                Text(
                    "scenario \"A student writes\"\n  given student @mary in group \"7B\"\n  given chat \"7B\" for students of group \"7B\"\n  @mary: "
                        + "post \"Hello\" in chat \"7B\"\n  expect @mary is member of chat \"7B\"\nend",
                    "сценарий \"Ученица пишет\"\n  дано ученица @маша в группе \"7Б\"\n  дано чат \"7Б\" для учеников группы \"7Б\"\n  @маша: "
                        + "написать \"Привет\" в чате \"7Б\"\n  ожидаем @маша состоит в чате \"7Б\"\nконец"
                )
            ], isRule: false),
    ]
}
