import SfmTerms

extension DiagnosticCatalogue {
    static let names: [Entry] = [
        Entry(
            .unknownName, Text("nothing introduces this name", "это имя нигде не введено"),
            Text(
                "A person, chat, group, channel, link or order must be introduced earlier in the file: by given, or by the act "
                    + "that creates it. Otherwise a slip of the finger would make a second person nobody notices. Correct the name, "
                    + "or introduce it; where a name merely looks the same, the message shows which letter is of the other alphabet.",
                "Человека, чат, группу, канал, ссылку или приказ сначала вводят: словом «дано» или действием, которое их "
                    + "создаёт. Иначе из-за опечатки незаметно появился бы второй человек. Исправьте имя или введите его; если имя "
                    + "только выглядит так же, сообщение покажет, какая буква из другого алфавита."),
            wrong: Text("given student @ivanov in group \"10А\"\nviolate @ivnov", "дано ученик @иванов в группе \"10А\"\nнарушение @ивнов"),
            mended: Text("given student @ivanov in group \"10А\"\nviolate @ivanov", "дано ученик @иванов в группе \"10А\"\nнарушение @иванов")),
        Entry(
            .lookAlike, Text("two names that cannot be told apart", "два названия не отличить друг от друга"),
            Text(
                "The name differs from one above only in letters that look the same, as Latin A and Cyrillic А. On the screen "
                    + "they are one, for the program they are two. Write both with letters of one alphabet; sfm check --fix takes the "
                    + "spelling that came first.",
                "Название отличается от введённого выше только буквами, которые выглядят одинаково: латинской A и кириллической "
                    + "А. На экране это одно и то же, а для программы — разное. Наберите оба одним алфавитом; sfm check --fix возьмёт "
                    + "то написание, которое было первым."),
            wrong: Text("given group \"10А\"\ngiven group \"10A\"", "дано группа \"10А\"\nдано группа \"10A\""),
            mended: Text("given group \"10А\"\ngiven group \"10Б\"", "дано группа \"10А\"\nдано группа \"10Б\"")),
        Entry(
            .ambiguous, Text("it is not clear which one is meant", "неясно, кто или что имеется в виду"),
            Text(
                "What is left out is taken from what was mentioned last, else from the only one there is. Here there are "
                    + "several and none was mentioned. Name the one you mean; the message lists them.",
                "То, что опущено, берётся из упомянутого последним, а если его нет — из единственного. Здесь подходящих "
                    + "несколько и ни один ещё не упомянут. Назовите нужное; сообщение перечисляет варианты."),
            wrong: Text("violate @ivanov", "нарушение @иванов"), mended: Text("violate @ivanov in chat \"10А\"", "нарушение @иванов в чате \"10А\"")),
        Entry(
            .nothingMentioned, Text("there is nothing yet that could be meant", "пока нечего иметь в виду"),
            Text(
                "The line speaks of “the chat”, “the group” or a person without a name, and there is none yet. Create it first "
                    + "or set it with given; the message names the line that does so.",
                "В строке говорится о чате, группе или человеке без имени, а их ещё нет. Сначала создайте нужное или задайте "
                    + "его словом «дано»; в сообщении есть подходящая строка."),
            wrong: Text("start call in chat", "начать звонок в чате"),
            mended: Text("given chat \"10А\"\nstart call in chat", "дано чат \"10А\"\nначать звонок в чате")),
        Entry(
            .whoForces, Text("nobody is named who acts against the rules", "не сказано, кто действует вопреки порядку"),
            Text(
                "force without a name is done by the person whom the nearest permit names, and here no permit names anybody. A "
                    + "breach must be somebody's: say who acts.",
                "«Вопреки порядку» без имени совершает тот, кому ближе всего до разрешения, а здесь ни одно разрешение никого "
                    + "не называет. Отступление должно быть чьим-то: скажите, кто действует."),
            wrong: Text("force collect data by \"WhatsApp\"", "вопреки порядку собирать данные через \"WhatsApp\""),
            mended: Text("force @petrova: collect data by \"WhatsApp\"", "вопреки порядку @петрова: собирать данные через \"WhatsApp\"")),
    ]

    static let policies: [Entry] = [
        Entry(
            .unknownPolicy, Text("there is no such policy", "такого порядка нет"),
            Text(
                "use policy takes a policy that comes with the program, one that the file defines, or a .sfm file from the "
                    + "script's folder. There is none of this name. sfm policies lists those that come with the program.",
                "«Применить порядок» берёт порядок из поставки, определённый в этом же файле или файл .sfm из папки сценария. С "
                    + "таким названием нет ни одного. Порядки из поставки перечисляет sfm policies."),
            wrong: Text("use policy \"koshdo\"", "применить порядок \"koshdo\""),
            mended: Text("use policy \"koshdo-2024\"", "применить порядок \"koshdo-2024\"")),
        Entry(
            .unknownClause, Text("no policy in force has this clause", "такого пункта нет ни в одном действующем порядке"),
            Text(
                "An expectation cites a clause that none of the policies in force has, so it could never hold. Check the number "
                    + "and which policies the file puts in force; with several of them, by clause 6 of \"…\" picks one.",
                "В ожидании назван пункт, которого нет ни в одном действующем порядке, поэтому оно никогда бы не сбылось. "
                    + "Проверьте номер и то, какие порядки применяет файл; если их несколько, нужный указывают так: по п. 6 порядка "
                    + "\"…\"."),
            wrong: Text("expect denied by clause 240: block @ivanov for 3 days", "ожидаем отказ по п. 240: заблокировать @иванов на 3 дня"),
            mended: Text("expect denied by clause 24: block @ivanov for 3 days", "ожидаем отказ по п. 24: заблокировать @иванов на 3 дня")),
        Entry(
            .wrongAttribute, Text("the condition asks about what the act does not have", "условие спрашивает о том, чего у действия нет"),
            Text(
                "A condition may ask only what its act has: blocking has a duration, removing from a chat has none. A rule with "
                    + "such a condition would never apply and nobody would notice. The message lists what can be asked of this act.",
                "Условие может спрашивать только о том, что у действия есть: у блокировки есть срок, у исключения из чата — "
                    + "нет. Правило с таким условием никогда бы не сработало, и никто бы этого не заметил. Сообщение перечисляет, о "
                    + "чём можно спросить."),
            wrong: Text("permit remove by moderator when duration <= 1 month", "разрешено модератору исключать, если срок не более 1 месяца"),
            mended: Text("permit remove by moderator when violations > 3", "разрешено модератору исключать, если нарушений больше 3")),
        Entry(
            .duplicateClause, Text("two clauses of one number", "два пункта с одним номером"),
            Text(
                "Decisions and expectations cite clauses by their number, so within a policy it may occur once. Give one of the "
                    + "two another number, or put the rules of both under one clause.",
                "Решения и ожидания ссылаются на пункт по номеру, поэтому внутри порядка номер встречается один раз. Дайте "
                    + "одному из пунктов другой номер или соберите правила обоих под одним."),
            wrong: Text("clause 24 \"Blocking\"\nclause 24 \"Unblocking\"", "пункт 24 \"Блокировка\"\nпункт 24 \"Разблокировка\""),
            mended: Text("clause 24 \"Blocking\"\nclause 25 \"Unblocking\"", "пункт 24 \"Блокировка\"\nпункт 25 \"Разблокировка\"")),
        Entry(
            .unknownTerm, Text("a rule uses a word that the language does not know", "в правиле неизвестное слово"),
            Text(
                "Acts, roles, properties of the platform and lists in rules are closed sets: a word outside of them would make "
                    + "a rule that applies to nothing. Take the one that the message suggests; a list must stand in the same policy.",
                "Действия, роли, свойства платформы и перечни в правилах — закрытые наборы: незнакомое слово дало бы правило, "
                    + "которое ни к чему не применяется. Возьмите то, что подсказывает сообщение; перечень должен стоять в том же "
                    + "порядке."),
            wrong: Text("permit block by moderater", "разрешено модиратору блокировать"),
            mended: Text("permit block by moderator", "разрешено модератору блокировать")),
        Entry(
            .extendsCycle, Text("policies extend one another in a circle", "порядки дополняют друг друга по кругу"),
            Text(
                "extends takes over the clauses of another policy, and that one, directly or through others, those of the "
                    + "first. There is no beginning in such a circle. Take one of the lines out, or put what they share into a third "
                    + "policy.",
                "«Дополняет» берёт пункты другого порядка, а тот — прямо или через другие — пункты первого. У такого круга нет "
                    + "начала. Уберите одну из строк или вынесите общее в третий порядок."),
            wrong: Text("policy \"a\"\n  extends \"a\"", "порядок \"a\"\n  дополняет \"a\""),
            mended: Text("policy \"a\"\n  extends \"koshdo-2024\"", "порядок \"a\"\n  дополняет \"koshdo-2024\"")),
        Entry(
            .shippedPolicy, Text("the name belongs to a policy that comes with the program", "так называется порядок из поставки"),
            Text(
                "Under this name everybody knows the policy that comes with the program; another one would make reports deceive "
                    + "their readers. Give yours a name of its own. To start from the shipped one, extend it.",
                "Под этим названием все знают порядок из поставки; другой порядок с тем же названием вводил бы в заблуждение "
                    + "читателей отчётов. Дайте своему собственное название. Чтобы взять поставляемый за основу, дополните его."),
            wrong: Text("policy \"koshdo-2024\"", "порядок \"koshdo-2024\""),
            mended: Text("policy \"our-school\"\n  extends \"koshdo-2024\"", "порядок \"наша-школа\"\n  дополняет \"koshdo-2024\"")),
        Entry(
            .wrongType, Text("a count and a duration are mixed up", "перепутаны количество и срок"),
            Text(
                "Violations and objections are counted, a block lasts: the first are compared with a number, the second with a "
                    + "number and its unit. Otherwise “more than 3” could mean three times or three days.",
                "Нарушения и возражения считают, а блокировка длится: первые сравнивают с числом, вторую — с числом и единицей "
                    + "времени. Иначе «больше 3» могло бы значить и три раза, и три дня."),
            wrong: Text("permit block by moderator when duration <= 1", "разрешено модератору блокировать, если срок не более 1"),
            mended: Text("permit block by moderator when duration <= 1 month", "разрешено модератору блокировать, если срок не более 1 месяца")),
        Entry(
            .duplicatePolicy, Text("a policy is defined twice", "порядок определён дважды"),
            Text(
                "Two policies of one name stand in the file or in the files that it takes in, and it would be a matter of "
                    + "chance which of them is in force. Give one of them another name.",
                "В файле или в тех, что он подключает, два порядка с одним названием, и какой из них действует, зависело бы от "
                    + "случая. Дайте одному из них другое название."),
            wrong: Text("policy \"ours\"\nend\npolicy \"ours\"\nend", "порядок \"наш\"\nконец\nпорядок \"наш\"\nконец"),
            mended: Text("policy \"ours\"\nend\npolicy \"ours-2025\"\nend", "порядок \"наш\"\nконец\nпорядок \"наш-2025\"\nконец")),
        Entry(
            .duplicateList, Text("a list of one name twice", "два перечня с одним названием"),
            Text(
                "A rule names a list, and a policy that has two of this name would leave open which of them is meant. Names of lists "
                    + "are alike whatever the case. Put the items of both into one list, or give one of them another name.",
                "Правило называет перечень, и, если в порядке два с таким названием, неясно, который имеется в виду. Прописные и "
                    + "строчные буквы в названиях перечней не различаются. Соберите всё в один перечень или дайте одному из них другое "
                    + "название."),
            wrong: Text("list apps: \"WhatsApp\"\nlist apps: \"Telegram\"", "перечень программ: \"WhatsApp\"\nперечень программ: \"Telegram\""),
            mended: Text("list apps: \"WhatsApp\", \"Telegram\"", "перечень программ: \"WhatsApp\", \"Telegram\"")),
        Entry(
            .emptyList, Text("a list without items", "перечень без элементов"),
            Text(
                "Nothing is in the list, so a rule that uses it would never apply, or always. Write the items in quotes, separated by "
                    + "commas; an item that stands on the next line needs a comma before it.",
                "В перечне ничего нет, и правило с ним не сработает никогда или будет срабатывать всегда. Запишите элементы в "
                    + "кавычках через запятую; если элемент стоит на следующей строке, перед ним тоже нужна запятая."),
            wrong: Text("list banned:", "перечень запрещённых:"),
            mended: Text("list banned: \"WhatsApp\", \"Viber\"", "перечень запрещённых: \"WhatsApp\", \"Viber\"")),
        Entry(
            .termWithoutStart, Text("a term that nothing starts", "срок, который ни от чего не отсчитывается"),
            Text(
                "“Within” counts from an event: from a violation, an invitation, an order. A duty without an event stands always "
                    + "and has no beginning from which a term could be counted. Say when it arises, or leave out the term.",
                "Срок «в течение …» отсчитывается от события: нарушения, приглашения, приказа. Обязанность без события действует "
                    + "постоянно, и начала, от которого можно считать, у неё нет. Скажите, когда она возникает, или уберите срок."),
            wrong: Text("oblige teacher to start meeting within 1 month", "обязан учитель провести собрание в течение 1 месяца"),
            mended: Text(
                "oblige teacher to start meeting when create group within 1 month", "обязан учитель провести собрание, когда создать группу, в течение 1 месяца"
            )),
        Entry(
            .unknownParty, Text("a duty that does not know whom it binds or concerns", "обязанность, о которой неизвестно, чья она или о ком"),
            Text(
                "When the duty arises, it must be known who bears it and whom it is about. “Target” is the person of the event, so the "
                    + "event must name one; “actor” is who did it, and what happens by itself has none; a moderator is that of a chat, so "
                    + "the event needs a chat or a person who is in chats. Name another event, or a role in place of the person.",
                "Когда обязанность возникает, должно быть ясно, кто её несёт и о ком она. «Лицо» — это человек из события, значит, "
                    + "событие должно быть о ком-то; «исполнитель» — тот, кто действовал, а у происшествия его нет; модератор бывает у "
                    + "чата, значит, событие связано с чатом или с человеком, который состоит в чатах. Назовите другое событие или "
                    + "укажите роль."),
            wrong: Text("oblige moderator to remind target when post", "обязан модератор напомнить лицу, когда написать"),
            mended: Text("oblige moderator to remind target when violate", "обязан модератор напомнить лицу при нарушении")),
        Entry(
            .noCalendar, Text("the calendar does not say", "календарь этого не говорит"),
            Text(
                "Rules and steps may ask for working hours, a school year, a period: the calendar that they go by has to say when these "
                    + "are. A rule goes by its own policy's calendar, else by the script's; a step by the script's, else by that of the only policy "
                    + "in force that has one. Add the line to the calendar, or state which calendar is meant where two are in question.",
                "Правила и шаги могут говорить о рабочих часах, учебном годе, периоде; календарь, по которому они живут, должен сказать, "
                    + "когда это. Правило живёт по календарю своего порядка, а если его нет — по календарю сценария; шаг — по календарю "
                    + "сценария, а если его нет — по календарю единственного действующего порядка, где он есть. Добавьте строку в календарь "
                    + "или задайте свой там, где непонятно, какой из двух нужен."),
            wrong: Text(
                "policy \"answers\"\n  clause 1\n    oblige admin to report statistics when violate within 4 working hours\nend",
                "порядок \"ответы\"\n  пункт 1\n    обязан администратор доложить статистику при нарушении в течение 4 рабочих часов\nконец"),
            mended: Text(
                "policy \"answers\"\n  working days Monday–Friday from 8:00 to 18:00\n  clause 1\n"
                    + "    oblige admin to report statistics when violate within 4 working hours\nend",
                "порядок \"ответы\"\n  рабочие дни понедельник–пятница с 8:00 до 18:00\n  пункт 1\n"
                    + "    обязан администратор доложить статистику при нарушении в течение 4 рабочих часов\nконец"
            )),
    ]
}
