import SfmTerms

extension DiagnosticCatalogue {
    /// What a policy can hardly mean. A note of the clause answers each of them.
    static let warnings: [Entry] = [
        Entry(
            .coveredPermit, Text("a permission that is always prohibited", "разрешение, которое всегда под запретом"),
            Text(
                "Whatever the permission allows, a prohibition of the same policy, or of one that it extends, forbids, and a "
                    + "prohibition comes first: nobody ever gets anything from the permission. Narrow the prohibition by a condition, "
                    + "or take the permission out. If it is meant so, say why in a note of the clause.",
                "Всё, что даёт разрешение, запрещено другим правилом того же порядка или порядка, который он дополняет, а запрет "
                    + "сильнее: разрешением никто никогда не воспользуется. Сузьте запрет условием или уберите разрешение. Если так и "
                    + "задумано, поясните это в примечании к пункту."),
            wrong: Text("permit block by moderator\nforbid block", "разрешено модератору блокировать\nзапрещено блокировать"),
            mended: Text(
                "permit block by moderator\nforbid block when reason is personal",
                "разрешено модератору блокировать\nзапрещено блокировать, если причина личные мотивы")),
        Entry(
            .impossibleRule, Text("a rule that no act can match", "правило, под которое ничто не подходит"),
            Text(
                "The conditions exclude one another, or the rule names a part that the act does not have: a person for an act "
                    + "that is done to nobody, a place where it is never done, a moderator where there is no chat. The rule would "
                    + "stand there and do nothing. Correct it; a note of the clause keeps it as it is.",
                "Условия исключают друг друга или правило называет то, чего у действия нет: человека, хотя действие ни к кому не "
                    + "относится, место, где этого не делают, модератора там, где нет чата. Такое правило ни на что не влияет. "
                    + "Исправьте его; примечание к пункту оставит всё как есть."),
            wrong: Text(
                "permit block by moderator when violations > 3 and violations < 2",
                "разрешено модератору блокировать, если нарушений больше 3 и нарушений меньше 2"),
            mended: Text("permit block by moderator when violations > 3", "разрешено модератору блокировать, если нарушений больше 3")),
        Entry(
            .emptyClause, Text("a clause that says nothing", "пункт, в котором ничего не сказано"),
            Text(
                "The clause has neither a rule nor a note, so nothing can be asked of it. Often its rule has been put into the "
                    + "wrong clause. Add the rule, or a note where the clause only informs.",
                "В пункте нет ни правила, ни примечания, и спросить его не о чем. Часто это значит, что правило попало не в тот "
                    + "пункт. Добавьте правило, а если пункт только сообщает — примечание."),
            wrong: Text("clause 4 \"Communication\"", "пункт 4 \"Общение\""),
            mended: Text("clause 4 \"Communication\"\n  note \"only informs\"", "пункт 4 \"Общение\"\n  примечание \"только сообщает\"")),
        Entry(
            .dutyWithoutTerm, Text("a duty without a term", "обязанность без срока"),
            Text(
                "The duty arises from an event, and nothing says by when it must be done: it stays pending for ever and nobody "
                    + "can be late with it. Give it a term. Where the regulation itself names none, say so in a note of the clause.",
                "Обязанность возникает по событию, но срок для неё не назван: она так и останется неисполненной, и опоздать с ней "
                    + "нельзя. Укажите срок. Если его нет в самом документе, скажите об этом в примечании к пункту."),
            wrong: Text("oblige moderator to remind target when violate", "обязан модератор напомнить лицу при нарушении"),
            mended: Text(
                "oblige moderator to remind target when violate within 1 day", "обязан модератор напомнить лицу при нарушении в течение 1 дня")),
        Entry(
            .sameClause, Text("two clauses say the same", "два пункта говорят одно и то же"),
            Text(
                "Both rules have the same effect on the same acts under the same conditions, so a decision always cites both. "
                    + "One may have been copied and never changed. Leave one of them, or say in a note why both stand.",
                "Оба правила одинаково действуют на одни и те же действия при одних и тех же условиях, поэтому решение всегда "
                    + "ссылается на оба. Возможно, пункт скопировали и забыли изменить. Оставьте один или поясните в примечании, "
                    + "зачем нужны оба."),
            wrong: Text(
                "clause 1 \"A\"\n  permit verify by admin\nclause 2 \"B\"\n  permit verify by admin",
                "пункт 1 \"А\"\n  разрешено администратору подтверждать статус\nпункт 2 \"Б\"\n  разрешено администратору подтверждать статус"),
            mended: Text("clause 1 \"A\"\n  permit verify by admin", "пункт 1 \"А\"\n  разрешено администратору подтверждать статус")),
        Entry(
            .nobodyMay, Text("a power that nobody has", "право, которого ни у кого нет"),
            Text(
                "The policy relies on an act that it permits to nobody and makes nobody's duty: it lets somebody block and nobody "
                    + "unblock, asks whether a person is verified and lets nobody verify, names moderators and lets nobody make one. "
                    + "Say who may. Where the regulation leaves it open, say so in a note of the clause.",
                "Порядок рассчитывает на действие, на которое никому не даёт права и никого к нему не обязывает: блокировать можно, "
                    + "а снять блокировку некому; спрашивается, подтверждён ли статус, а подтвердить его некому; есть модератор, а "
                    + "назначить его некому. Скажите, кто это может. Если документ об этом молчит, отметьте это в примечании к пункту."),
            wrong: Text("permit block by moderator", "разрешено модератору блокировать"),
            mended: Text(
                "permit block by moderator\npermit unblock by moderator", "разрешено модератору блокировать\nразрешено модератору разблокировать")),
        Entry(
            .waitingRules, Text("rules that wait for each other", "правила, которые ждут друг друга"),
            Text(
                "One act needs something that only another brings about, and that other one is allowed only after the first: "
                    + "nobody can ever begin. Often a right was given as a duty that arises too late. Permit one of the acts by itself, "
                    + "or drop one of the conditions. Where the beginning comes from outside, say so in a note of the clause.",
                "Для одного действия нужно то, что даёт только другое, а другое разрешено лишь после первого: начать никто не "
                    + "сможет. Часто дело в том, что право дано обязанностью, которая возникает слишком поздно. Разрешите одно из "
                    + "действий само по себе или уберите одно из условий. Если начало положено извне, скажите об этом в примечании к "
                    + "пункту."),
            wrong: Text(
                "permit add by moderator when target has acknowledged the rules\noblige moderator to acquaint when add within 1 day",
                "разрешено модератору добавлять, если лицо ознакомлено с правилами\nобязан модератор ознакомить, когда добавить, в течение 1 дня"),
            mended: Text(
                "permit acquaint by moderator\npermit add by moderator when target has acknowledged the rules",
                "разрешено модератору знакомить с правилами\nразрешено модератору добавлять, если лицо ознакомлено с правилами")),
        Entry(
            .unusedWord, Text("a declared word that no rule uses", "объявленное слово, которое ничего не меняет"),
            Text(
                "The policy declares a word of its own, and none of its clauses speaks of it: whatever is done under that word is treated like "
                    + "everything else. Perhaps a rule is missing, or two words were meant to be one.",
                "Порядок вводит своё слово, но ни один пункт о нём не говорит: что бы под этим словом ни сделали, с ним поступят как со всем "
                    + "прочим. Возможно, забыли правило или назвали одно и то же двумя словами."),
            wrong: Text(
                "message kinds \"advertising\", \"advert\"\nclause 1 \"Adverts\"\n  forbid post as \"advert\"",
                "виды сообщений \"реклама\", \"объявление\"\nпункт 1 \"Реклама\"\n  запрещено писать как \"реклама\""),
            mended: Text(
                "message kinds \"advert\"\nclause 1 \"Adverts\"\n  forbid post as \"advert\"",
                "виды сообщений \"реклама\"\nпункт 1 \"Реклама\"\n  запрещено писать как \"реклама\"")),
        Entry(
            .unsetMark, Text("a mark that nobody can set", "отметка, которую некому поставить"),
            Text(
                "A rule asks whether a mark of the policy's own is there, and no clause lets anybody set it, makes it a duty, or has an act that "
                    + "sets it: the rule always answers alike. Say who may set the mark. If it is brought from elsewhere, say so in a note of the clause.",
                "Правило спрашивает, есть ли отметка, но ни один пункт никому не разрешает её ставить, не обязывает к этому и не вводит "
                    + "действия, которое её ставит: ответ всегда один. Скажите, кто ставит отметку. Если она приходит извне, отметьте это в "
                    + "примечании к пункту."),
            wrong: Text(
                "mark \"consent\" of person\nclause 1 \"Photos\"\n  forbid post with photo when actor has no \"consent\"",
                "отметка \"согласие\" о лице\nпункт 1 \"Фото\"\n  запрещено писать с фото, если у исполнителя нет \"согласие\""),
            mended: Text(
                "mark \"consent\" of person\nclause 1 \"Photos\"\n  forbid post with photo when actor has no \"consent\"\n"
                    + "  permit set \"consent\" by admin",
                "отметка \"согласие\" о лице\nпункт 1 \"Фото\"\n  запрещено писать с фото, если у исполнителя нет \"согласие\"\n"
                    + "  разрешено администратору ставить \"согласие\""
            )),
        Entry(
            .unusedColumn, Text("a column that nothing uses", "столбец, который не используется"),
            Text(
                "A column of the table stands nowhere in the scenario: whatever its cells say, every row runs alike. Either a line lacks "
                    + "its <name>, or the column can go.",
                "Столбца таблицы в сценарии нет: что бы ни стояло в его ячейках, все строки выполняются одинаково. Либо в какой-то строке "
                    + "не хватает <имени>, либо столбец лишний."),
            wrong: Text(
                "expect allowed: block @ivanov for 7 days\nexamples\n| days |\n| 7    |",
                "ожидаем разрешение: заблокировать @иванов на 7 дней\nпримеры\n| дней |\n| 7    |"),
            mended: Text(
                "expect allowed: block @ivanov for <days> days\nexamples\n| days |\n| 7    |",
                "ожидаем разрешение: заблокировать @иванов на <дней> дней\nпримеры\n| дней |\n| 7    |")),
        Entry(
            .idleProperty, Text("a line of an exploration that asks nothing", "строка исследования, которая ни о чём не спрашивает"),
            Text(
                "The line names a fact together with its denial, which never hold at once, or it says the same as a line above: whatever the policy "
                    + "says, its answer is known before anything is looked at. Say what is really meant, or leave the line out.",
                "В строке стоят утверждение и его отрицание, которые вместе не бывают верны, или она повторяет строку выше: ответ на неё известен "
                    + "заранее, что бы ни говорил порядок. Напишите то, что имелось в виду, или уберите строку."),
            wrong: Text("never @dima is blocked and @dima is not blocked", "никогда @дима заблокирован и @дима не заблокирован"),
            mended: Text("never @dima is blocked", "никогда @дима заблокирован")),
        Entry(
            .idleAct, Text("an act of an exploration that never happens", "действие исследования, которое никогда не происходит"),
            Text(
                "In an exploration only what is allowed happens, and no policy in force lets anybody do this. What is refused happens as well where the "
                    + "exploration says “against the policy”.",
                "В исследовании происходит только разрешённое, а этого ни один порядок никому не разрешает. Чтобы происходило и то, на что даётся отказ, "
                    + "напишите в исследовании «вопреки порядку»."),
            wrong: Text("acts violate, delete chat\nalways chat \"7B\" exists", "действия нарушение, удалить чат\nвсегда чат \"7Б\" существует"),
            mended: Text(
                "acts violate, delete chat\nagainst the policy\nalways chat \"7B\" exists",
                "действия нарушение, удалить чат\nвопреки порядку\nвсегда чат \"7Б\" существует")),
    ]
}
