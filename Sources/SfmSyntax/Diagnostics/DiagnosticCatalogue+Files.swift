import SfmTerms

extension DiagnosticCatalogue {
    static let files: [Entry] = [
        Entry(
            .outsideRoot, Text("the file is outside of the script's folder", "файл вне папки сценария"),
            Text(
                "A script may come from a stranger, so it reads only files from its own folder and the folders inside it: no "
                    + "absolute path, no way out through “..”. Put the file there and name it from there.",
                "Сценарий может прислать кто угодно, поэтому он читает файлы только из своей папки и вложенных в неё: без "
                    + "полных путей и без выхода наружу через «..». Положите файл туда и назовите его оттуда."),
            wrong: Text("include \"../common.sfm\"", "подключить \"../общее.sfm\""),
            mended: Text("include \"common.sfm\"", "подключить \"общее.sfm\"")),
        Entry(
            .unreadable, Text("a file cannot be read", "файл не читается"),
            Text(
                "There is no file of this name, or the system does not let the program read it. Check the spelling, large and "
                    + "small letters included, and the rights to the file.",
                "Файла с таким именем нет, или система не даёт его прочитать. Проверьте имя, включая большие и маленькие буквы, и права на файл."),
            wrong: Text("include \"comon.sfm\"", "подключить \"обшее.sfm\""), mended: Text("include \"common.sfm\"", "подключить \"общее.sfm\"")),
        Entry(
            .includeCycle, Text("files include one another in a circle", "файлы подключают друг друга по кругу"),
            Text(
                "The file includes another that, directly or through others, includes it again, and reading would never end. "
                    + "The message shows the way round. Take one of the includes out, or put what both need into a third file.",
                "Файл подключает другой, а тот — прямо или через другие — снова его, и чтение никогда бы не кончилось. "
                    + "Сообщение показывает весь круг. Уберите одно из подключений или вынесите общее в третий файл."),
            wrong: Text("include \"lesson.sfm\"   # in lesson.sfm", "подключить \"урок.sfm\"   # в файле урок.sfm"),
            mended: Text("include \"common.sfm\"", "подключить \"общее.sfm\"")),
        Entry(
            .notRegular, Text("it is not a plain file", "это не обычный файл"),
            Text(
                "What is named is a link, a folder, a pipe or a device. Scripts read plain files only: a link could lead out of "
                    + "the folder, a pipe never end. Put the file itself in its place.",
                "Указана ссылка, папка, канал или устройство. Сценарии читают только обычные файлы: ссылка могла бы вывести за "
                    + "пределы папки, а канал — никогда не кончиться. Положите на это место сам файл."),
            wrong: Text("include \"common.sfm\"   # a link to /tmp/common.sfm", "подключить \"общее.sfm\"   # ссылка на /tmp/общее.sfm"),
            mended: Text("include \"common.sfm\"   # the file itself", "подключить \"общее.sfm\"   # сам файл")),
        Entry(
            .notAScript, Text("the file is not a .sfm file", "это не файл .sfm"),
            Text(
                "Scripts read only files whose name ends in .sfm, so that nobody can have other files of the folder shown in a "
                    + "report. Rename the file if it is a script.",
                "Сценарии читают только файлы, имя которых кончается на .sfm: иначе через отчёт можно было бы показать любой "
                    + "файл из папки. Если это сценарий, переименуйте файл."),
            wrong: Text("include \"common.txt\"", "подключить \"общее.txt\""), mended: Text("include \"common.sfm\"", "подключить \"общее.sfm\"")),
        Entry(
            .badSettings, Text("the settings of the project are not in order", "в настройках проекта ошибка"),
            Text(
                "The file sfm.toml says which paths, policies, tags, reports and limits a project is tested with. Whoever sends a change "
                    + "may change it too, so it names nothing outside of its own folder and only lowers limits; what it does not know it "
                    + "refuses, as a setting that is passed over would be taken for one that holds. Mend the line, or leave the file "
                    + "aside with --no-config.",
                "Файл sfm.toml говорит, с какими путями, порядками, метками, отчётами и пределами проверяют проект. Его может изменить "
                    + "каждый, кто предлагает правку, поэтому он называет только то, что лежит в его папке, и только опускает пределы; "
                    + "незнакомая настройка — ошибка, иначе её считали бы действующей. Исправьте строку или не читайте файл: --no-config."),
            wrong: Text("path = [\"Examples\"]", "path = [\"Examples\"]"), mended: Text("paths = [\"Examples\"]", "paths = [\"Examples\"]")),
    ]

    static let checks: [Entry] = [
        Entry(
            .nothingChecked, Text("the scenario checks nothing", "сценарий ничего не проверяет"),
            Text(
                "There is nothing but given in the scenario: it would be green whatever the policy says. Let something happen in it (an act "
                    + "that is refused fails the scenario) or say what is to come out. A background alone is fine: other files include it.",
                "В сценарии всё только дано: такой сценарий проходил бы при любом порядке. Пусть в нём что-нибудь произойдёт (отказ "
                    + "означает, что сценарий не прошёл) или скажите, что должно получиться. Одна лишь предыстория — не ошибка: её "
                    + "подключают другие файлы."),
            wrong: Text(
                "scenario \"Block\"\n  given violations of @ivanov = 3\nend", "сценарий \"Блокировка\"\n  дано нарушений @иванов = 3\nконец"),
            mended: Text(
                "scenario \"Block\"\n  given violations of @ivanov = 3\n  expect denied by clause 24: block @ivanov for 3 days\nend",
                "сценарий \"Блокировка\"\n  дано нарушений @иванов = 3\n  ожидаем отказ по п. 24: заблокировать @иванов на 3 дня\nконец")),
        Entry(
            .duplicateTitle, Text("two scenarios of one title", "два сценария с одним названием"),
            Text(
                "Reports know scenarios by their titles; of two that are called the same, many drop one without a word. Give "
                    + "each a title of its own.",
                "Отчёты различают сценарии по названию, и из двух одинаковых многие молча теряют один. Дайте каждому своё название."),
            wrong: Text("scenario \"Block\" … scenario \"Block\"", "сценарий \"Блокировка\" … сценарий \"Блокировка\""),
            mended: Text("scenario \"Block\" … scenario \"Unblock\"", "сценарий \"Блокировка\" … сценарий \"Разблокировка\"")),
        Entry(
            .emptyScenario, Text("a scenario without steps", "сценарий без шагов"),
            Text(
                "Between the title and the end nothing is said, so the scenario would always pass. Write its steps, or delete it.",
                "Между названием и концом ничего не сказано, поэтому сценарий проходил бы всегда. Напишите шаги или удалите его."),
            wrong: Text("scenario \"Block\"\nend", "сценарий \"Блокировка\"\nконец"),
            mended: Text("scenario \"Block\"\n  expect @ivanov is not blocked\nend", "сценарий \"Блокировка\"\n  ожидаем @иванов не заблокирован\nконец")),
    ]

    static let exercises: [Entry] = [
        Entry(
            .incompleteExercise, Text("an exercise lacks what it cannot do without", "в упражнении не хватает необходимого"),
            Text(
                "A learner must be told what has happened, must have something to reach, and somebody must have shown that it can "
                    + "be reached. So every exercise has a story, at least one goal and a solution. Add what the message names.",
                "Обучающемуся нужно рассказать, что случилось; ему нужно чего-то достичь; и кто-то должен показать, что это "
                    + "достижимо. Поэтому в каждом упражнении есть рассказ, хотя бы одна цель и решение. Допишите то, что названо в "
                    + "сообщении."),
            wrong: Text("exercise \"Block\"\n  goal @ivanov is blocked\nend", "упражнение \"Блокировка\"\n  цель @иванов заблокирован\nконец"),
            mended: Text(
                "exercise \"Block\"\n  story \"Ivanov …\"\n  goal @ivanov is blocked\n  solution\n    block @ivanov for 3 days\n  end\nend",
                "упражнение \"Блокировка\"\n  рассказ \"Иванов…\"\n  цель @иванов заблокирован\n  решение\n"
                    + "    заблокировать @иванов на 3 дня\n  конец\nконец")),
        Entry(
            .solutionFails, Text("a step of an exercise does not work", "шаг упражнения не проходит"),
            Text(
                "Everything that an exercise says was before, and its model solution after that, must run without a refusal: "
                    + "learners are measured by it. At the step named here it is refused, an expectation does not hold, or the "
                    + "solution uses what the exercise itself puts off limits. Mend the step, or what goes before it.",
                "Всё, что в упражнении было «до», и образцовое решение после этого должны проходить без отказов: по ним измеряют "
                    + "обучающегося. На указанном шаге получен отказ, не сбылось ожидание или решение применяет то, что само "
                    + "упражнение применять не велит. Исправьте этот шаг или то, что перед ним."),
            wrong: Text("solution\n  block @ivanov for 2 months\nend", "решение\n  заблокировать @иванов на 2 месяца\nконец"),
            mended: Text("solution\n  block @ivanov for 14 days\nend", "решение\n  заблокировать @иванов на 14 дней\nконец")),
        Entry(
            .goalNotReached, Text("the model solution does not reach a goal", "решение не достигает цели"),
            Text(
                "The solution ran to its end, and this goal does not hold then. A learner who did exactly the same would be told "
                    + "that the task is not done. Add the missing step to the solution, or correct the goal.",
                "Решение исполнено до конца, а эта цель не достигнута. Тому, кто сделал бы точно то же самое, было бы сказано, "
                    + "что задача не решена. Добавьте в решение недостающий шаг или поправьте цель."),
            wrong: Text(
                "goal @ivanov is blocked\nsolution\n  remind @ivanov\nend", "цель @иванов заблокирован\nрешение\n  напомнить @иванов\nконец"),
            mended: Text(
                "goal @ivanov is blocked\nsolution\n  remind @ivanov\n  block @ivanov for 3 days\nend",
                "цель @иванов заблокирован\nрешение\n  напомнить @иванов\n  заблокировать @иванов на 3 дня\nконец")),
        Entry(
            .solvedAtStart, Text("an exercise that is solved before it starts", "упражнение решено ещё до начала"),
            Text(
                "Every goal holds as soon as the exercise opens, so there is nothing left to do and the points would be given for "
                    + "nothing. Add a goal that does not hold yet, or take something out of what was before.",
                "Все цели выполнены, как только упражнение открыто: делать в нём нечего, и баллы достались бы даром. Добавьте цель, "
                    + "которая ещё не достигнута, или уберите лишнее из того, что было «до»."),
            wrong: Text(
                "given @ivanov is blocked in chat \"10А\"\ngoal @ivanov is blocked",
                "дано @иванов заблокирован в чате \"10А\"\nцель @иванов заблокирован"),
            mended: Text(
                "given violations of @ivanov in chat \"10А\" = 4\ngoal @ivanov is blocked",
                "дано нарушений @иванов в чате \"10А\" = 4\nцель @иванов заблокирован")),
    ]

    static let explorations: [Entry] = [
        Entry(
            .nothingAsked, Text("an exploration that asks nothing", "исследование ни о чём не спрашивает"),
            Text(
                "An exploration goes through everything that can happen and looks whether something holds. Without a line that says what, "
                    + "it would always pass. Say what must never come about, what must always hold, or what must be reachable.",
                "Исследование перебирает всё, что может случиться, и смотрит, верно ли нечто. Без строки о том, что именно, оно проходило "
                    + "бы всегда. Скажите, чего не должно быть никогда, что верно всегда или к чему можно прийти."),
            wrong: Text("exploration \"Blocks\"\n  acts violate, block\nend", "исследование \"Блокировки\"\n  действия нарушение, заблокировать\nконец"),
            mended: Text(
                "exploration \"Blocks\"\n  acts violate, block\n  never @orlov is blocked\nend",
                "исследование \"Блокировки\"\n  действия нарушение, заблокировать\n  никогда @орлов заблокирован\nконец"))
    ]

    static let limits: [Entry] = [
        Entry(
            .tooManySteps, Text("too many steps", "слишком много шагов"),
            Text(
                "A scenario may take a million steps: repeats are counted out, each further person of a list is a step, each duty that is "
                    + "fulfilled, and so is what takes as long, such as asking every one of some dozens of people. Nothing of it counts. "
                    + "Nearly always a number of repetitions is too large; if it is meant, --max-steps N raises the limit.",
                "В сценарии может быть не больше миллиона шагов. Считаются все повторения, каждый следующий человек в списке, каждая "
                    + "исполненная обязанность и то, что длится столько же: например, опрос нескольких десятков человек. Ничего из "
                    + "сделанного не засчитано. Почти всегда дело в слишком большом числе повторений; если так и задумано, предел "
                    + "поднимает --max-steps N."),
            wrong: Text("repeat 1000001 times\n  violate @ivanov\nend", "повторить 1000001 раз\n  нарушение @иванов\nконец"),
            mended: Text("repeat 4 times\n  violate @ivanov\nend", "повторить 4 раза\n  нарушение @иванов\nконец")),
        Entry(
            .tooManyStates, Text("too many situations", "слишком много ситуаций"),
            Text(
                "An exploration keeps every situation that it has seen, at most a million of them. What it says of those is certain, of all "
                    + "others nothing. Let fewer acts happen, name who acts, or say how far to look: within N steps. --max-states N raises "
                    + "the limit.",
                "Исследование помнит каждую просмотренную ситуацию, но не больше миллиона. О них оно говорит наверняка, об остальных — "
                    + "ничего. Разрешите меньше действий, назовите участников или скажите, как далеко смотреть: не дольше N шагов. "
                    + "Предел поднимает --max-states N."),
            wrong: Text("exploration \"All\"\n  never @orlov is blocked\nend", "исследование \"Всё\"\n  никогда @орлов заблокирован\nконец"),
            mended: Text(
                "exploration \"Blocks\"\n  acts violate, block\n  within 6 steps\n  never @orlov is blocked\nend",
                "исследование \"Блокировки\"\n  действия нарушение, заблокировать\n  не дольше 6 шагов\n  никогда @орлов заблокирован\nконец")),
        Entry(
            .includeTooDeep, Text("includes are nested too deep", "подключений слишком много"),
            Text(
                "A file includes a file that includes a file, and so on, deeper than sixteen times, or more than 256 files are "
                    + "taken in altogether. Put what belongs together into one file; --max-include-depth N raises the first limit, "
                    + "--max-files N the second.",
                "Файл подключает файл, тот — следующий, и так глубже шестнадцати раз, или всего подключено больше 256 файлов. "
                    + "Объедините то, что относится друг к другу, в один файл; первый предел поднимает --max-include-depth N, второй — "
                    + "--max-files N."),
            wrong: Text("include \"17.sfm\"   # in 16.sfm, in 15.sfm …", "подключить \"17.sfm\"   # в 16.sfm, а тот в 15.sfm…"),
            mended: Text("include \"common.sfm\"", "подключить \"общее.sfm\"")),
        Entry(
            .fileTooLarge, Text("a file or a table is too large", "файл или таблица слишком велики"),
            Text(
                "A script may have 10 MB, and the rows of a table of examples together make no more than that. Split it; "
                    + "--max-file-bytes N raises the limit of a file.",
                "Сценарий может занимать до 10 МБ, и строки таблицы примеров вместе — не больше. Разделите его; предел для "
                    + "файла поднимает --max-file-bytes N."),
            wrong: Text("one file of 100 MB", "один файл в 100 МБ"),
            mended: Text("a folder of files, one a topic", "папка файлов, по одному на тему")),
        Entry(
            .nestedTooDeep, Text("blocks or brackets are nested too deep", "слишком глубокая вложенность"),
            Text(
                "Blocks, and brackets and negations in conditions, may stand inside one another up to 64 deep. No regulation "
                    + "needs that many; usually an end or a closing bracket is missing. --max-nesting N raises the limit.",
                "Блоки, а в условиях скобки и отрицания можно вкладывать друг в друга не глубже 64 раз. Порядку столько не "
                    + "нужно: обычно где-то забыт «конец» или закрывающая скобка. Предел поднимает --max-nesting N."),
            wrong: Text("repeat 1 times   # 65 times inside one another", "повторить 1 раз   # 65 раз друг в друге"),
            mended: Text("repeat 65 times", "повторить 65 раз")),
        Entry(
            .tooManyDiagnostics, Text("more mistakes than are shown", "ошибок больше, чем показано"),
            Text(
                "After a hundred mistakes the rest is left out: nobody reads that many, and most go back to the first ones. "
                    + "Mend those and check again.",
                "После ста ошибок остальные не показываются: столько никто не читает, и большинство следует из первых. "
                    + "Исправьте их и проверьте файл снова."),
            wrong: Text("a letter from Word, renamed to lesson.sfm", "письмо из Word, переименованное в урок.sfm"),
            mended: Text("a script written line by line", "сценарий, написанный построчно")),
        Entry(
            .tooManyMarks, Text("too many marks behind one letter", "слишком много знаков над одной буквой"),
            Text(
                "Accents and the like are written behind the letter that they belong to, and thirty of them are more than any language "
                    + "has. Such a text is damaged or meant to do harm. --max-marks N raises the limit.",
                "Ударения и подобные знаки пишутся вслед за своей буквой, и тридцати не бывает ни в одном языке. Такой текст испорчен "
                    + "или написан со злым умыслом. Предел поднимает --max-marks N."),
            wrong: Text("chat \"7B\"   # with a hundred accents on the B", "чат \"7Б\"   # и сто ударений над буквой Б"),
            mended: Text("chat \"7B\"", "чат \"7Б\"")),
        Entry(
            .tooManyPolicies, Text("too many policies", "слишком много порядков"),
            Text(
                "A script and the files that it takes in may define a thousand policies. Define what is needed; --max-policies N raises "
                    + "the limit.",
                "Сценарий вместе с подключёнными файлами может определять до тысячи порядков. Оставьте нужные; предел поднимает "
                    + "--max-policies N."),
            wrong: Text("policy \"p1001\"   # after a thousand others", "порядок \"п1001\"   # после тысячи других"),
            mended: Text("policy \"ours\"", "порядок \"наш\"")),
        Entry(
            .tooManyClauses, Text("too many clauses", "слишком много пунктов"),
            Text(
                "A policy may have ten thousand clauses. No regulation is as long; --max-clauses N raises the limit.",
                "В порядке может быть до десяти тысяч пунктов. Таких длинных не бывает; предел поднимает --max-clauses N."),
            wrong: Text("clause 10001   # of one policy", "пункт 10001   # в одном порядке"),
            mended: Text("clause 24 \"Blocking\"", "пункт 24 \"Блокировка\"")),
        Entry(
            .extendsTooDeep, Text("policies extend one another too deep", "порядки слишком глубоко дополняют друг друга"),
            Text(
                "A policy extends one that extends one, and so on, deeper than sixty-four times. Put what belongs together into one; "
                    + "--max-extends N raises the limit.",
                "Порядок дополняет порядок, тот — следующий, и так глубже шестидесяти четырёх раз. Объедините то, что относится друг "
                    + "к другу; предел поднимает --max-extends N."),
            wrong: Text("extends \"p65\"   # which extends p64, which extends p63 …", "дополняет \"п65\"   # а тот п64, а тот п63…"),
            mended: Text("extends \"koshdo-2024\"", "дополняет \"koshdo-2024\"")),
        Entry(
            .tooMuchIncluded, Text("the included files are too large together", "подключённые файлы вместе слишком велики"),
            Text(
                "The files that a script takes in, each counted as often as it is taken, may have 32 MB together. Include each once; "
                    + "--max-included-bytes N raises the limit.",
                "Файлы, которые подключает сценарий, вместе могут занимать до 32 МБ; каждый считается столько раз, сколько подключён. "
                    + "Подключайте каждый один раз; предел поднимает --max-included-bytes N."),
            wrong: Text("include \"large.sfm\"   # a hundred times", "подключить \"большой.sfm\"   # сто раз"),
            mended: Text("include \"common.sfm\"", "подключить \"общее.sfm\"")),
        Entry(
            .tooManyRunSteps, Text("too many steps in one run", "слишком много шагов за запуск"),
            Text(
                "All scenarios of a run may take a hundred million steps together, counted as those of one scenario are. What came before "
                    + "is not said to have passed. Run fewer files at once (--shard I/N), or raise the limit with --max-run-steps N.",
                "Все сценарии одного запуска вместе могут занять до ста миллионов шагов; считают их так же, как в одном сценарии. То, что "
                    + "было до этого, пройденным не считается. Запускайте меньше файлов за раз (--shard I/N) или поднимите предел: --max-run-steps N."),
            wrong: Text("repeat 999000 times   # in each of a thousand scenarios", "повторить 999000 раз   # в каждом из тысячи сценариев"),
            mended: Text("repeat 5 times", "повторить 5 раз")),
        Entry(
            .tooManyObjects, Text("too large a school", "слишком большая школа"),
            Text(
                "A world may hold two million people, groups, channels and orders; a link counts as two of them and a chat as four. No school "
                    + "is as large; --max-objects N raises the limit.",
                "В мире сценария может быть до двух миллионов людей, групп, каналов и приказов; ссылка считается за двоих, чат — за четверых. "
                    + "Таких школ не бывает; предел поднимает --max-objects N."),
            wrong: Text(
                "repeat 999000 times\n  invite parent to school\n  invite student to school\nend",
                "повторить 999000 раз\n  пригласить родителя в школу\n  пригласить ученика в школу\nконец"),
            mended: Text("invite parent to school", "пригласить родителя в школу")),
        Entry(
            .tooMuchOutput, Text("too much to tell", "слишком длинный рассказ"),
            Text(
                "sfm run and a session on a pipe tell of every step, up to 64 MB in all; nobody reads as much. sfm test tells only of what fails. "
                    + "--max-output-bytes N raises the limit.",
                "sfm run и сеанс через канал рассказывают о каждом шаге, всего до 64 МБ; столько никто не прочтёт. sfm test рассказывает только о том, что не "
                    + "прошло. Предел поднимает --max-output-bytes N."),
            wrong: Text("repeat 999000 times   # under sfm run", "повторить 999000 раз   # при sfm run"),
            mended: Text("repeat 5 times", "повторить 5 раз")),
    ]
}
