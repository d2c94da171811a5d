import SfmTerms

/// The forms in which people say what is done, each with the words that an act begins with: «заблокировала», «блокирует», `blocked`.
enum VerbParadigms {
    /// How a form stands in its sentence.
    enum Use {
        /// «заблокировать», «заблокируй», «блокировка»: whoever does it stands before a colon or nowhere.
        case bare
        /// «заблокировала»: whoever does it is its subject.
        case finite
        /// «заблокирован»: whoever does it stands in the instrumental, or nowhere.
        case passive
    }

    struct Form {
        let head: String
        let use: Use
    }

    static let all: [String: Form] = russian.merging(english) { first, _ in first }

    // MARK: - Russian

    /// The perfective, the imperfective, the participle without its ending, the noun.
    private static let verbs: [(String, String, String, String)] = [
        ("заблокировать", "блокировать", "заблокирован", "блокировка"), ("разблокировать", "разблокировать", "разблокирован", "разблокировка"),
        ("исключить", "исключать", "исключён", "исключение"), ("удалить", "удалять", "удалён", "удаление"),
        ("добавить", "добавлять", "добавлен", "добавление"), ("включить", "включать", "включён", "включение"), ("создать", "создавать", "создан", "создание"),
        ("написать", "писать", "написан", ""), ("отправить", "отправлять", "отправлен", "отправка"),
        ("опубликовать", "публиковать", "опубликован", "публикация"), ("издать", "издавать", "издан", "издание"),
        ("назначить", "назначать", "назначен", "назначение"), ("пригласить", "приглашать", "приглашён", "приглашение"),
        ("принять", "принимать", "принят", "принятие"), ("отклонить", "отклонять", "отклонён", "отклонение"),
        ("подтвердить", "подтверждать", "подтверждён", "подтверждение"), ("напомнить", "напоминать", "", "напоминание"),
        ("предупредить", "предупреждать", "предупреждён", "предупреждение"), ("ознакомить", "знакомить", "ознакомлен", "ознакомление"),
        ("зачислить", "зачислять", "зачислен", "зачисление"), ("перевести", "переводить", "переведён", "перевод"),
        ("аннулировать", "аннулировать", "аннулирован", "аннулирование"), ("отменить", "отменять", "отменён", "отмена"),
        ("ограничить", "ограничивать", "ограничен", "ограничение"), ("закрыть", "закрывать", "закрыт", "закрытие"),
        ("открыть", "открывать", "открыт", "открытие"), ("переименовать", "переименовывать", "переименован", "переименование"),
        ("закрепить", "закреплять", "закреплён", "закрепление"), ("разместить", "размещать", "размещён", "размещение"),
        ("зарегистрировать", "регистрировать", "зарегистрирован", "регистрация"), ("проголосовать", "голосовать", "", ""),
        ("начать", "начинать", "начат", "начало"), ("завершить", "завершать", "завершён", "завершение"), ("провести", "проводить", "проведён", "проведение"),
        ("сообщить", "сообщать", "", "сообщение о"), ("ответить", "отвечать", "", ""), ("снять", "снимать", "снят", "снятие"),
        ("верифицировать", "верифицировать", "верифицирован", "верификация"), ("убрать", "убирать", "убран", ""), ("подать", "подавать", "подан", ""),
    ]

    /// Those that no rule makes.
    private static let irregular: [(head: String, forms: String)] = [
        ("перевести", "перевёл перевел перевела перевели переведёт переведет переведи"), ("провести", "провёл провел провела провели проведёт проведи"),
        ("начать", "начнёт начнет начни"), ("создать", "создаст создай создаёт создает создают"), ("издать", "издаст издай издаёт издает"),
        ("принять", "примет примут прими"), ("снять", "снимет сними"), ("написать", "напишет пишет пишут напиши"),
        ("закрыть", "закроет закрой"), ("открыть", "откроет открой"), ("убрать", "уберёт уберет убери"), ("подать", "подаст подай подаёт подает"),
        ("обратиться", "обратился обратилась обратились обращается обращаются обратится"),
        ("присоединиться", "присоединился присоединилась присоединились присоединяется присоединяются"),
        ("вступить", "вступил вступила вступили вступает"), ("покинуть", "покинул покинула покинули покидает"),
    ]

    private static let russian: [String: Form] = {
        var all: [String: Form] = [:]
        func add(_ text: String, _ head: String, _ use: Use) {
            for spelling in [text, text.replacing("ё", with: "е")] where !spelling.isEmpty && all[spelling] == nil {
                all[spelling] = Form(head: head, use: use)
            }
        }
        for (perfective, imperfective, participle, noun) in verbs {
            for infinitive in [perfective, imperfective] {
                add(infinitive, perfective, .bare)
                for form in imperatives(infinitive) { add(form, perfective, .bare) }
                for form in finite(infinitive) { add(form, perfective, .finite) }
            }
            if !participle.isEmpty {
                for ending in ["", "а", "о", "ы"] {
                    // «Исключён», but «исключена».
                    let stem = ending.isEmpty ? participle : participle.replacing("ё", with: "е")
                    add(stem + ending, perfective, .passive)
                }
            }
            if !noun.isEmpty, !noun.contains(" ") { add(noun, perfective, .bare) }
        }
        for (head, forms) in irregular {
            for form in forms.split(separator: " ") { add(String(form), head, form.hasSuffix("и") || form.hasSuffix("й") ? .bare : .finite) }
        }
        return all
    }()

    private static func imperatives(_ infinitive: String) -> [String] {
        if infinitive.hasSuffix("овать") { return ["уй", "уйте"].map { String(infinitive.dropLast(5)) + $0 } }
        if infinitive.hasSuffix("ать") || infinitive.hasSuffix("ять") { return ["й", "йте"].map { String(infinitive.dropLast(2)) + $0 } }
        return infinitive.hasSuffix("ить") ? ["и", "ите"].map { String(infinitive.dropLast(3)) + $0 } : []
    }

    private static func finite(_ infinitive: String) -> [String] {
        guard infinitive.hasSuffix("ть") else { return [] }
        let past = ["л", "ла", "ло", "ли"].map { String(infinitive.dropLast(2)) + $0 }
        if infinitive.hasSuffix("овать") { return past + ["ует", "уют", "уем", "ую"].map { String(infinitive.dropLast(5)) + $0 } }
        if infinitive.hasSuffix("ать") || infinitive.hasSuffix("ять") { return past + ["ет", "ют", "ем", "ю"].map { String(infinitive.dropLast(2)) + $0 } }
        return infinitive.hasSuffix("ить") ? past + ["ит", "ят", "им"].map { String(infinitive.dropLast(3)) + $0 } : past
    }

    // MARK: - English

    private static let english: [String: Form] = {
        let heads = [
            "block", "unblock", "remove", "delete", "add", "create", "post", "issue", "appoint", "invite", "accept", "reject", "remind", "warn", "acquaint",
            "enrol", "transfer", "annul", "publish", "restrict", "close", "open", "pin", "rename", "announce", "report", "verify", "register", "start", "end",
            "attach", "restore", "answer", "tell", "inform", "consent",
        ]
        let past = ["tell": "told", "pin": "pinned", "enrol": "enrolled", "annul": "annulled", "transfer": "transferred"]
        var all: [String: Form] = [:]
        for head in heads {
            let endsInY = head.hasSuffix("y")
            let third = endsInY ? head.dropLast() + "ies" : head.hasSuffix("sh") || head.hasSuffix("ch") ? head + "es" : head + "s"
            let done = past[head] ?? (head.hasSuffix("e") ? head + "d" : endsInY ? head.dropLast() + "ied" : head + "ed")
            all[head] = Form(head: head, use: .bare)
            all[String(third)] = Form(head: head, use: .finite)
            all[String(done)] = Form(head: head, use: .finite)
        }
        return all
    }()
}
