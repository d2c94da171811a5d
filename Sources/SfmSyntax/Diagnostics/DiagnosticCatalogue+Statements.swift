import SfmTerms

extension DiagnosticCatalogue {
    static let characters: [Entry] = [
        Entry(
            .invalidUTF8, Text("the file is not UTF-8", "файл не в кодировке UTF-8"),
            Text(
                "A script is text in UTF-8, and at the byte named here it is not. The file may be damaged, or it is not a text "
                    + "at all. Save it as UTF-8 in your editor; nothing of it has been read.",
                "Сценарий — это текст в кодировке UTF-8, а в указанном месте встретился байт, которого в ней не бывает. Файл "
                    + "повреждён или это вовсе не текст. Сохраните его в редакторе в кодировке UTF-8; пока из файла ничего не "
                    + "прочитано."),
            wrong: Text("a photograph renamed to lesson.sfm", "фотография, переименованная в урок.sfm"),
            mended: Text("File · Save as · Encoding: UTF-8", "Файл · Сохранить как · Кодировка: UTF-8")),
        Entry(
            .legacyEncoding, Text("the text is in another encoding than UTF-8", "текст в другой кодировке, не UTF-8"),
            Text(
                "Scripts are in UTF-8. What a text is in otherwise its bytes and letters tell: Windows-1251, KOI8-R, CP866, Mac "
                    + "Cyrillic, ISO 8859-5, UTF-16 or UTF-32. Where no other encoding could be meant sfm check --fix converts the "
                    + "file; where several could, as in a text of few letters, the message names all of them, for a guess could "
                    + "change a name. Save the file as UTF-8, or convert it with the command that the message names.",
                "Сценарии пишутся в UTF-8. Если текст в другой кодировке, её выдают байты и буквы: это Windows-1251, KOI8-R, CP866, "
                    + "Mac Cyrillic, ISO 8859-5, UTF-16 или UTF-32. Когда другой кодировки быть не может, файл переведёт sfm check "
                    + "--fix; когда подходят несколько (в тексте мало букв), сообщение называет их все: от догадки могло бы "
                    + "измениться чьё-то имя. Сохраните файл в UTF-8 или переведите его командой из сообщения."),
            wrong: Text("lesson.sfm, saved as ANSI", "урок.sfm, сохранённый как ANSI"),
            mended: Text("iconv -f CP1251 -t UTF-8 lesson.sfm > new.sfm", "iconv -f CP1251 -t UTF-8 урок.sfm > новый.sfm")),
        Entry(
            .forbiddenCharacter, Text("an invisible or control character", "невидимый или управляющий знак"),
            Text(
                "The line holds a character that cannot be seen: of zero width, reversing the direction of writing, or "
                    + "controlling a terminal. Such characters come along when text is copied, and with them a line can say something "
                    + "else than it shows, so they are allowed nowhere, not even in comments. Delete it; sfm check --fix does so where its "
                    + "width is zero. What else was meant by such a character it does not guess. A line may end with LF, CR LF, CR, U+0085, "
                    + "U+2028 or U+2029; pictures keep the joiners and selectors that make them. Characters of private use are allowed nowhere "
                    + "either: each font draws them in its own way. In quotes a space is the ordinary one or a no-break one; for another kind "
                    + "sfm check --fix puts the ordinary one.",
                "В строке есть знак, которого не видно: нулевой ширины, меняющий направление письма или управляющий экраном. "
                    + "Такие знаки попадают в текст при копировании, и с ними строка может говорить не то, что показывает, поэтому "
                    + "они запрещены везде, даже в примечаниях. Удалите знак; знаки нулевой ширины удаляет и sfm check --fix. О других "
                    + "он не гадает. Строка может кончаться знаками LF, CR LF, CR, U+0085, U+2028 и U+2029; картинки сохраняют "
                    + "соединители и уточнители, из которых составлены. Знаки из области для частного использования тоже запрещены: в каждом "
                    + "шрифте они свои. Пробел в кавычках — обычный или неразрывный; пробел другого вида sfm check --fix заменит обычным."),
            wrong: Text("given chat \"10\\u{200B}А\"", "дано чат \"10\\u{200B}А\""), mended: Text("given chat \"10А\"", "дано чат \"10А\"")),
        Entry(
            .unterminatedString, Text("a closing quotation mark is missing", "нет закрывающей кавычки"),
            Text(
                "A text begins with a quotation mark and must end with one on the same line. Which mark closes it depends on "
                    + "the one that opens: \"…\", «…», “…”, „…“. Put the mark after the last word of the text; sfm check --fix does so where "
                    + "the text is one word and where another mark stands in its place.",
                "Текст начинается с кавычки и должен закончиться кавычкой в той же строке. Какой именно — зависит от "
                    + "открывающей: \"…\", «…», “…”, „…“. Поставьте её после последнего слова текста; если это одно слово или на месте "
                    + "кавычки стоит другая, её поставит и sfm check --fix."),
            wrong: Text("create chat \"Physics", "создать чат \"Физика"), mended: Text("create chat \"Physics\"", "создать чат \"Физика\"")),
        Entry(
            .badEscape, Text("an unknown sign after a backslash", "неизвестный знак после обратной косой черты"),
            Text(
                "Inside \"…\" a backslash has a meaning of its own: \\\" is a quotation mark, \\\\ a backslash, \\n a new line, "
                    + "\\u{410} a character by its number. Anything else after it is a mistake. To write a backslash itself, double "
                    + "it, or use «…», where it means nothing special.",
                "Внутри \"…\" обратная косая черта имеет особый смысл: \\\" — кавычка, \\\\ — сама черта, \\n — новая строка, "
                    + "\\u{410} — знак по его номеру. Другого после неё быть не может. Чтобы написать саму черту, удвойте её или "
                    + "возьмите «ёлочки»: в них она ничего особенного не значит."),
            wrong: Text("post \"C:\\temp\"", "написать \"C:\\temp\""), mended: Text("post \"C:\\\\temp\"", "написать \"C:\\\\temp\"")),
        Entry(
            .strayCharacter, Text("a sign that the language does not have", "знак, которого в языке нет"),
            Text(
                "Statements are made of words, @names, numbers and texts in quotes; this sign belongs to none of them. Free "
                    + "text must stand in quotes, and what is only for the reader stands behind #. Some signs only look like those of "
                    + "the language: the dashes U+2011 and U+2212 are no hyphens, and signs of full width no commas, colons or marks. "
                    + "The message says which one is meant, and sfm check --fix puts it there.",
                "Высказывания состоят из слов, @имён, чисел и текстов в кавычках, а этот знак сюда не относится. Свободный "
                    + "текст пишут в кавычках, а то, что нужно только читателю, — после знака #. Бывают и знаки, которые лишь похожи на "
                    + "нужные: U+2011 и U+2212 — не дефис, а знаки полной ширины — не запятая, не двоеточие и не кавычка. Сообщение "
                    + "называет нужный знак, и его поставит sfm check --fix."),
            wrong: Text("create group \"10А\" !", "создать группу \"10А\" !"),
            mended: Text("create group \"10А\"  # !", "создать группу \"10А\"  # !")),
    ]

    static let statements: [Entry] = [
        Entry(
            .unknownStatement, Text("the line is not understood", "строка непонятна"),
            Text(
                "The line begins with words that are neither an act nor a keyword. Most often it is a slip of the finger, the "
                    + "wrong keyboard layout or a look-alike letter of the other alphabet; the message then asks for the nearest that "
                    + "exists; a word of the opposite meaning it never names. sfm help lists everything that can be said.",
                "Строка начинается со слов, которые не обозначают ни действия, ни служебного слова. Чаще всего это опечатка, не "
                    + "та раскладка или похожая буква другого алфавита: тогда сообщение спросит о ближайшем известном, но "
                    + "никогда — о слове с обратным смыслом. Всё, что можно сказать, перечисляет sfm help."),
            wrong: Text("crate group \"10А\"", "ghbukfcbnm родителя в чат"), mended: Text("create group \"10А\"", "пригласить родителя в чат")),
        Entry(
            .missingPart, Text("a part of the statement is missing", "в высказывании чего-то не хватает"),
            Text(
                "The act or fact is recognised, but a part without which it says nothing is not there. The message shows how "
                    + "the whole is written; what stands in square brackets may be left out.",
                "Действие или утверждение узнано, но нет части, без которой оно ничего не означает. Сообщение показывает, как "
                    + "оно пишется целиком; то, что в квадратных скобках, можно опустить."),
            wrong: Text("create chat", "создать чат"), mended: Text("create chat \"10А\"", "создать чат \"10А\"")),
        Entry(
            .unexpectedRest, Text("something superfluous stands in the line", "в строке есть лишнее"),
            Text(
                "Up to this place the line is a whole statement, and what follows is not one of its parts. Either a word before "
                    + "it is missing or misspelt, or a second statement began: every statement has a line of its own.",
                "До этого места строка — законченное высказывание, а дальше стоит то, что в него не входит. Или перед этим "
                    + "пропущено либо искажено слово, или началось второе высказывание: каждое пишут на своей строке."),
            wrong: Text("block @ivanov for 14 days 15.09.2024", "заблокировать @иванов на 14 дней 15.09.2024"),
            mended: Text("block @ivanov until 15.09.2024", "заблокировать @иванов до 15.09.2024")),
        Entry(
            .unclosedBlock, Text("a block has no end", "у блока нет конца"),
            Text(
                "Backgrounds, scenarios, repeats, tables and policies end with a line that says end. Here the file or the next "
                    + "block begins before that line came. Put it where the block is over; indentation is for the eye only.",
                "Предыстория, сценарий, повтор, таблица и порядок заканчиваются строкой «конец». Здесь файл кончился или "
                    + "начался следующий блок, а этой строки ещё не было. Поставьте её там, где блок завершается; отступы нужны "
                    + "только для глаза."),
            wrong: Text("repeat 3 times\n  violate @ivanov", "повторить 3 раза\n  нарушение @иванов"),
            mended: Text("repeat 3 times\n  violate @ivanov\nend", "повторить 3 раза\n  нарушение @иванов\nконец")),
        Entry(
            .strayEnd, Text("an end without a block", "«конец» без начала"),
            Text(
                "The line closes a block, but no block is open: one end is too many, or the line that opens the block was "
                    + "deleted. Delete this line or restore the beginning.",
                "Строка закрывает блок, а открытого блока нет: «конец» лишний или пропала строка, с которой блок начинался. "
                    + "Удалите эту строку или верните начало."),
            wrong: Text("violate @ivanov\nend", "нарушение @иванов\nконец"), mended: Text("violate @ivanov", "нарушение @иванов")),
        Entry(
            .misplaced, Text("it is right in itself, but does not belong here", "само по себе верно, но не на своём месте"),
            Text(
                "A fact without a leading word is neither set nor checked: begin with given or expect. A rule belongs to a "
                    + "clause, a step to a scenario or to the background once the file has scenarios. Goals, hints and the "
                    + "like stand in an exercise only.",
                "Утверждение без вводного слова не задаёт и не проверяет ничего: начните с «дано» или «ожидаем». Правило должно "
                    + "стоять внутри пункта, а шаг — в сценарии или в предыстории, если в файле есть сценарии. Цели, подсказки и "
                    + "тому подобное бывают только в упражнении."),
            wrong: Text("@ivanov is blocked", "@иванов заблокирован"), mended: Text("expect @ivanov is blocked", "ожидаем @иванов заблокирован")),
        Entry(
            .wrongDoer, Text("the act cannot be done by the one who is named", "это не может сделать тот, кто назван"),
            Text(
                "Apologising, objecting, joining, voting and signing in are done by the person concerned, so nobody else can "
                    + "stand before the colon. Events, as a violation or a departure, happen and have no doer at all. Name the same "
                    + "person, or leave out who acts.",
                "Извиняется, возражает, вступает, голосует и входит только сам человек, поэтому перед двоеточием не может "
                    + "стоять другой. События — нарушение, выбытие — происходят сами, и у них действующего лица нет. Назовите того же "
                    + "человека или уберите имя перед двоеточием."),
            wrong: Text("@petrova: violate @ivanov", "@петрова: нарушение @иванов"), mended: Text("violate @ivanov", "нарушение @иванов")),
        Entry(
            .doubledPart, Text("a part stands twice", "одна и та же часть стоит дважды"),
            Text(
                "Parts of a statement may come in any order, but each only once: otherwise it would not be clear which of the "
                    + "two counts. Leave one; several people are separated by commas.",
                "Части высказывания можно ставить в любом порядке, но каждую — один раз: иначе неясно, какая из двух считается. "
                    + "Оставьте одну; нескольких людей перечисляют через запятую."),
            wrong: Text("block @ivanov for 3 days for 14 days", "заблокировать @иванов на 3 дня на 14 дней"),
            mended: Text("block @ivanov for 14 days", "заблокировать @иванов на 14 дней")),
        Entry(
            .unquotedName, Text("a name without quotation marks", "название без кавычек"),
            Text(
                "Names of chats, groups, channels and orders stand in quotes, so that they may hold any words and cannot be "
                    + "taken for words of the language. Put them in; where the name is one word sfm check --fix does so.",
                "Названия чатов, групп, каналов и номера приказов пишут в кавычках: так они могут состоять из любых слов и не "
                    + "спутаются со словами языка. Поставьте кавычки; вокруг одного слова их поставит и sfm check --fix."),
            wrong: Text("create group 10А", "создать группу 10А"), mended: Text("create group \"10А\"", "создать группу \"10А\"")),
        Entry(
            .nothingToRepeat, Text("“and” has nothing to go on from", "слову «и» нечего продолжать"),
            Text(
                "A line that begins with “and” repeats the leading word of the line above: given, expect or force. At the "
                    + "beginning of a block there is no such line. Write the word itself.",
                "Строка, которая начинается с «и», повторяет вводное слово предыдущей: «дано», «ожидаем» или «вопреки порядку». "
                    + "В начале блока такой строки нет. Напишите само слово."),
            wrong: Text("scenario \"Block\"\n  and chat \"10А\"", "сценарий \"Блокировка\"\n  и чат \"10А\""),
            mended: Text("scenario \"Block\"\n  given chat \"10А\"", "сценарий \"Блокировка\"\n  дано чат \"10А\"")),
        Entry(
            .unknownFact, Text("there is no such fact", "такого утверждения нет"),
            Text(
                "After given and expect stands a fact: who somebody is, who is in a chat, how many violations there are. These "
                    + "words are none that the language knows. See sfm help for the facts, or use the one the message suggests.",
                "После «дано» и «ожидаем» стоит утверждение: кто есть кто, кто состоит в чате, сколько нарушений. Таких слов "
                    + "среди известных утверждений нет. Список утверждений показывает sfm help; возьмите подсказанное или другое из "
                    + "списка."),
            wrong: Text("expect @ivanov is blokced", "ожидаем @иванов заблокрован"),
            mended: Text("expect @ivanov is blocked", "ожидаем @иванов заблокирован")),
        Entry(
            .whoOrWhom, Text("who acts, or whom the act is about?", "кто действует или кому?"),
            Text(
                "In Russian a role that answers «кому?» behind an act is who acts: «разрешено создавать чат учителю». A few acts ask "
                    + "«кому?» themselves, such as reminding and helping; there the line has two readings. Put who acts before the act; "
                    + "where it does not matter who acts, write «любому».",
                "Роль, которая отвечает на вопрос «кому?» и стоит после действия, — это тот, кто действует: «разрешено создавать чат "
                    + "учителю». Но есть действия, которые сами спрашивают «кому?»: напоминать, помогать. Тогда строку можно прочитать "
                    + "двояко. Поставьте того, кто действует, перед действием; если действовать может кто угодно, напишите «любому»."),
            wrong: Text("разрешено напоминать ученику", "разрешено напоминать ученику"),
            mended: Text("разрешено ученику напоминать", "разрешено ученику напоминать")),
    ]
}
