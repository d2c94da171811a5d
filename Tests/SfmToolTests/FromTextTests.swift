import Foundation
import SfmRuntime
import SfmSyntax
import SfmTerms
import Testing

@testable import SfmScenarios
@testable import SfmTool

/// `sfm new policy --text`: what is read out of a regulation, and that no more is claimed than was understood.
@Suite struct FromTextTests {
    static let goldens = StageGoldens("text")
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: goldens.folder)) ?? []).filter { $0.hasSuffix(".txt") }.map {
        String($0.dropLast(4))
    }.sorted()

    /// A policy written from a text, with what the command says.
    private func written(_ bytes: [UInt8], _ words: [String] = []) throws -> (run: ToolRun, policy: String, file: String, folder: TemporaryFolder) {
        let folder = try TemporaryFolder()
        let text = try folder.write("rules.txt", bytes: bytes)
        let file = folder.path + "/own.sfm"
        let run = ToolRun(["new", "policy", "Own", "--text", text, "--output", file] + words)
        return (run, (try? String(contentsOfFile: file, encoding: .utf8)) ?? "", file, folder)
    }

    private func written(_ text: String, _ words: [String] = []) throws -> (run: ToolRun, policy: String, file: String, folder: TemporaryFolder) {
        try written(Array(text.utf8), words)
    }

    @Test(arguments: names) func golden(name: String) throws {
        let bytes = try Data(contentsOf: URL(filePath: "\(Self.goldens.folder)/\(name).txt"))
        let made = try written(Array(bytes))
        let said = made.run.out.replacingOccurrences(of: made.folder.path + "/", with: "")
        Self.goldens.compare("\(made.policy)\n\(said)\(made.run.error)exit \(made.run.status.rawValue)\n", name)
        #expect(ToolRun(["check", made.file]).status == .ok)
        #expect(ToolRun(["fmt", "--check", made.file]).status == .ok)
    }

    @Test func nothingIsOrphaned() {
        #expect(Self.names.count >= 3)
        Self.goldens.expectNoOrphans(among: Self.names)
    }

    // MARK: - Sentences

    /// Sentences that look plain, with the rule that comes of them; an empty one says that none does.
    static let sentences: [(String, String)] = [
        ("Ученикам запрещается писать в чате с 21.00 до 7.00.", "запрещено ученикам писать в чате с 21:00 до 7:00"),
        ("Ученикам категорически запрещается писать с аудио", "запрещено ученикам писать с аудио"),
        ("Запрещается ученикам лицея создавать чаты.", "запрещено ученикам создавать чаты"),
        ("Не допускается писать в чате с видео.", "запрещено писать в чате с видео"),
        ("Писать в чате с 22:00 до 7:00 запрещается.", "запрещено писать в чате с 22:00 до 7:00"),
        ("Участники чата не имеют права переименовывать чат.", "участники не вправе переименовывать чат"),
        ("Модератор чата вправе удалять сообщения.", "модератор вправе удалять сообщения"),
        ("Удалять сообщения вправе модератор.", "модератор вправе удалять сообщения"),
        ("Все ученики могут голосовать.", "ученики вправе голосовать"),
        ("Родители (законные представители) имеют право писать в чате.", "родители (законные представители) вправе писать в чате"),
        ("Учитель и директор вправе удалять чаты.", "учитель и директор вправе удалять чаты"),
        ("Каждый учитель обязан посещать семинары.", "каждый учитель обязан посещать семинары"),
        ("Каждому ученику запрещается писать с аудио.", "запрещено ученику писать с аудио"),
        ("Администратор должен аннулировать невостребованные ссылки каждый месяц.", "администратор должен аннулировать невостребованные ссылки каждый месяц"),
        ("Модератор обязан напомнить о правилах при нарушении в течение 2 дней.", "модератор обязан напомнить о правилах при нарушении в течение 2 дней"),
        ("Ученики обязаны не писать в чате с 21:00 до 7:00.", "ученики обязаны не писать в чате с 21:00 до 7:00"),
        ("Ученикам запрещается писать в чате, если чат закрыт.", "запрещено ученикам писать в чате, если чат закрыт"),
        // A limit that is not in the rule.
        ("Запрещается всем, кроме учителей, писать в чате.", ""),
        ("Только учителя вправе создавать чаты.", ""),
        ("Создавать чаты вправе только учителя.", ""),
        ("Как правило, ученикам запрещается писать в чате.", ""),
        ("Ученикам запрещается писать в чате на уроках.", ""),
        ("Ученикам запрещается писать в чате без разрешения.", ""),
        ("Учитель вправе создавать чат по согласованию с директором.", ""),
        ("Модератор вправе блокировать участника на срок до 14 дней.", ""),
        ("Родителям разрешается писать в чате с 8:00 до 20:00.", ""),
        // Negations.
        ("Ученикам не запрещается писать в чате.", ""),
        ("Модератор не обязан отвечать на сообщения.", ""),
        ("Учитель вправе не отвечать на сообщение.", ""),
        ("Ученик не вправе не извиниться.", ""),
        ("Никто не вправе писать в чате.", ""),
        ("Ученики не должны писать в чате.", ""),
        ("Посторонние не могут присоединиться к чату.", ""),
        // No norm of anybody.
        ("Чат может быть закрыт модератором.", ""),
        ("Чат должен быть закрыт.", ""),
        ("Модератор удаляет сообщения.", ""),
        ("Чат создаётся администратором.", ""),
        ("Разрешается создавать чаты.", ""),
        ("Руководитель кружка вправе создавать чат.", ""),
        // What the language would read as something else.
        ("Запрещается удалять сообщения учителя.", ""),
        ("Модератор вправе удалить сообщение или заблокировать ученика.", ""),
        ("Модератор обязан удалить сообщение или заблокировать ученика.", ""),
        ("Модератор обязан исключить ученика при выбытии.", ""),
        ("Запрещается писать без согласия родителей.", ""), ("Учитель вправе создавать чат с согласия родителей.", ""),
        ("Ученикам запрещается писать чаще 10 раз в день.", "запрещено ученикам писать чаще 10 раз в день"),
        ("Запрещается сообщать данные другим лицам.", ""),
        ("Ученикам запрещается использовать мессенджер в школе.", ""),
        ("Участникам чата запрещается передавать аккаунт.", ""),
        (
            "Все учителя обязаны ответить на сообщение при сообщении родителя в течение 2 дней.",
            "все учителя обязаны ответить на сообщение при сообщении родителя в течение 2 дней"
        ),
        ("Учителя обязаны аннулировать ссылки каждый месяц.", ""),
        ("Ученикам запрещается писать в чате с 10.01 до 20.01.", ""), ("Ученикам запрещается писать в чате с 21:00 до 7:00, по субботам.", ""),
        ("Модератор вправе «удалить всё».", ""),
        ("Модератор вправе удалять сообщения # и не только", ""),
        // Who it is says the case alone.
        ("Ученика вправе исключить директор.", ""), ("Учителя вправе исключить директор.", ""), ("Ученикам может писать модератор.", ""),
        ("Ученики запрещается писать в чате.", ""), ("Модератор нельзя удалять сообщения.", ""),
        ("Модератору запрещается блокировать участников, кроме учеников.", ""),
        ("Ученикам запрещается писать в чате, кроме выходных.", ""),
        // Another case, or one role of another.
        ("Учитель вправе добавить в чат учеников.", ""), ("Модератор вправе исключить из чата учеников.", ""),
        ("Модератор вправе исключить из чата ученика.", "модератор вправе исключить из чата ученика"),
        ("Ученикам запрещается писать в чате родителей.", "запрещено ученикам писать в чате родителей"),
        ("Учителям запрещается сообщать родителям об ученике.", ""), ("Учитель вправе исключить из чата родителя ученика.", ""),
        ("Учитель вправе создавать чат для учеников и родителей.", "учитель вправе создавать чат для учеников и родителей"),
        // A verb alone.
        ("Родители вправе возразить.", ""), ("Учитель вправе объяснять.", ""), ("Модератор обязан помогать.", ""),
        // Two norms.
        ("Ученик вправе писать в чате и обязан извиниться.", ""),
        ("Students must not post in the chat from 21:00 to 7:00.", "forbid post in the chat from 21:00 to 7:00 by students"),
        ("A moderator of the chat may delete messages.", "permit delete messages by moderator"),
        ("Members of the chat must not post with audio.", "forbid post with audio in chat by participants"),
        ("Each teacher must attend seminars.", "oblige each teacher to attend seminars"),
        ("Participants of the chat must not post with audio.", "forbid post with audio in chat by participants"),
        ("The admin shall annul unclaimed links every month.", "oblige admin to annul unclaimed links every month"),
        ("It is forbidden to post in the chat with video.", "forbid post in the chat with video"),
        ("Students must not post in the chat when the chat is closed.", "forbid post in the chat by students when the chat is closed"),
        ("Only teachers may create chats.", ""), ("No student may post in the chat.", ""), ("Students may be removed from the chat.", ""),
        ("Students must not only post but also vote.", ""), ("Students may post in the chat unless it is closed.", ""),
        ("Not all students may post in the chat.", ""), ("Students need not post in the chat.", ""), ("Students must not post without consent of parents.", ""),
        ("Each student must not only vote.", ""), ("In May students may vote.", ""), ("Teachers must answer messages within 2 days.", ""),
    ]

    @Test(arguments: sentences) func plain(sentence: String, expected: String) {
        #expect(PlainSentence.rule(of: sentence, namesNobodyAbove: true) ?? "" == expected)
    }

    @Test("a prohibition for whoever the heading speaks of is none for everybody") func headings() throws {
        func rules(_ heading: String) throws -> Int {
            try written("1. \(heading)\n1.1. Запрещается писать в чате с видео.\n").policy.split(separator: "\n").count { $0.contains("запрещено") }
        }
        #expect(try rules("Запреты") == 1)
        #expect(try rules("Участники и чаты") == 1)
        #expect(try rules("Обязанности учеников") == 0)
        #expect(try rules("На уроках") == 0)
    }

    @Test("what limits a list limits all of it") func lists() throws {
        func rules(_ list: String) throws -> Int {
            try written("1. Ученикам запрещается:\n\(list)2. Конец.\n").policy.split(separator: "\n").count { $0.contains("запрещено") }
        }
        #expect(try rules("- писать с аудио;\n- писать с видео.\n") == 2)
        #expect(try rules("- писать с аудио;\n- кроме старосты.\n") == 0)
        #expect(try rules("- писать с аудио;\n- писать с видео.\n\nИсключение составляет староста.\n") == 0)
        #expect(try rules("- писать с аудио;\n- прочее, а именно:\n- писать с видео.\n") == 0)
        #expect(try rules("- писать с аудио. Старосте можно;\n- писать с видео.\n") == 1)
        #expect(try written("1. Текст.\n\nНа уроках:\n- ученикам запрещается писать в чате;\n\nТак решили.\n").policy.contains("запрещено") == false)
        #expect(try written("1. При нарушении правил:\n- модератор вправе удалять сообщения.\n").policy.contains("вправе удалять сообщения\n") == false)
    }

    @Test("what another clause takes back is no rule") func exceptions() throws {
        func rules(_ other: String) throws -> Int {
            try written("1. Учителя и чаты.\n1.1. Ученикам запрещается писать в чате с видео.\n2. \(other)\n").policy.split(separator: "\n").count {
                $0.contains("запрещено")
            }
        }
        #expect(try rules("Об этом говорит пункт 1.1.") == 1)
        #expect(try rules("Пункт 1.1 не распространяется на старосту.") == 0)
        #expect(try rules("Всё это верно, кроме п. 1.1, для старосты.") == 0)
        #expect(try rules("Пункт 1.2 не распространяется на старосту.") == 1)
    }

    @Test("what the language would complain of is taken back, and no more than that") func takenBack() throws {
        let made = try written("1. Слово у\u{301}\u{302} с двумя знаками.\n2. Родители вправе писать в чате.\n", ["--max-marks", "1"])
        #expect(ToolRun(["check", "--max-marks", "1", made.file]).status == .ok)
        #expect(made.policy.contains("строка 1 текста"))
        #expect(made.policy.contains("родители вправе писать"))
    }

    // MARK: - Laws

    private static let openings = [
        "", "1. ", "1.1. ", "2) ", "а) ", "- ", "•\t", "Раздел II. ", "Приложение 1 ", "п. 3.2 ", "3.2.", "12", "IV. ", "01.09.2024 ", "(b) ", "§ 4. ", "1.\t",
        "  – ",
        "## ", "1.5 ", "99999. ", "Часть 3 ", "o\t",
    ]
    private static let subjects = [
        "Ученикам", "Модератор", "Учитель чата", "Все родители", "Участникам чата", "Students", "A moderator", "Никто", "Директор и завуч", "Лицо", "",
        "Писать",
        "Members of the chat", "Каждый учитель", "Чат",
    ]
    private static let norms = [
        "запрещается", "вправе", "обязан", "не обязан", "может быть", "must not", "may", "не вправе", "имеют право", "shall", "не допускается", "разрешается",
        "ведёт", "",
    ]
    private static let acts = [
        "писать в чате", "удалять сообщения", "post in the chat", "создавать чаты", "закрыть чат \"7\u{0410}\"", "использовать мессенджер «Телeга»",
        "использовать мессенджер «Телега»", "исключить ученика при выбытии", "delete messages", "напомнить о правилах", "голосовать", "\\", "\"", "# прочее",
        "<a>",
        "@кто", "\u{202E}текст", "е\u{301}\u{301}\u{301}\u{301}\u{301}", "👨‍👩‍👧", "слово " + String(repeating: "ж", count: 300),
    ]
    private static let endings = [
        ".", ";", ":", "", ", кроме учителей.", " с 21.00 до 7.00.", " в течение 3 дней.", " только днём.", " и писать в чате.", "\n", ". И ещё", "-",
    ]

    private static func text(_ seed: UInt64) -> String {
        var numbers = SeededNumbers(seed: seed)
        func any(_ words: [String]) -> String { words[Int(numbers.next() % UInt64(words.count))] }
        return (0..<60).map { _ in
            let line = any(openings) + [any(subjects), any(norms), any(acts)].filter { !$0.isEmpty }.joined(separator: " ") + any(endings)
            return line + any(["\n", "\n", "\n\n", "\r\n", " "])
        }.joined()
    }

    @Test("whatever the text, what is written is in order and its rules are made of the words of their sentences", arguments: UInt64(1)...24)
    func law(seed: UInt64) throws {
        let text = Self.text(seed)
        let made = try written("1. Начало.\n" + text)
        #expect(made.run.status == .ok, "\(made.run.error)")
        let check = ToolRun(["check", made.file])
        #expect(check.status == .ok, "\(check.out)\n\(text)")
        let layout = ToolRun(["fmt", "--check", made.file])
        #expect(layout.status == .ok, "\(layout.error)")
        let known = Set(words(of: text)).union([
            "запрещено", "разрешено", "вправе", "не", "в", "чате", "forbid", "permit", "oblige", "by", "to", "in", "chat", "participants",
        ])
        let lines = made.policy.split(separator: "\n")
        var sentence: Set<String> = []
        for line in lines {
            if line.hasPrefix("    # проверить:") {
                sentence = Set(words(of: String(line)))
            } else if line.hasPrefix("    "), !line.hasPrefix("    примечание") {
                #expect(!sentence.isEmpty, "no sentence above \(line)")
                for word in words(of: String(line)) where !sentence.contains(word) { #expect(known.contains(word), "\(line): \(word)") }
                sentence = []
            }
        }
    }

    private func words(of text: String) -> [String] { NormWords.folded(text).split(whereSeparator: { !$0.isLetter }).map(String.init) }

    @Test("a text is the same in whatever encoding and with whatever ends of lines") func encodings() throws {
        let text = "Раздел I. Чаты\n1. Ученикам запрещается писать в чате с 21.00 до 7.00.\n2. Родители вправе писать в чате.\n"
        let plain = try written(text).policy
        #expect(plain.contains("запрещено ученикам писать"))
        #expect(try written([0xEF, 0xBB, 0xBF] + Array(text.utf8)).policy == plain)
        #expect(try written(text.replacingOccurrences(of: "\n", with: "\r\n")).policy == plain)
        for encoding in [String.Encoding.windowsCP1251, .utf16, .utf16LittleEndian] {
            #expect(try written(Array(try #require(text.data(using: encoding)))).policy == plain, "\(encoding)")
        }
        #expect(try written(text.decomposedStringWithCanonicalMapping).policy == plain)
        #expect(try written(text.replacingOccurrences(of: "Родители", with: "Роди\u{AD}тели")).policy == plain)
    }

    // MARK: - What is refused

    @Test func whatIsNoText() throws {
        func status(_ bytes: [UInt8], _ words: [String] = []) throws -> ToolRun.Status {
            let made = try written(bytes, words)
            #expect(made.policy.isEmpty)
            #expect(!made.run.error.isEmpty)
            return made.run.status
        }
        #expect(try status([0x50, 0x4B, 3, 4, 20]) == .invalid)
        #expect(try status(Array("1. Текст.\u{0}\n".utf8)) == .invalid)
        #expect(try status([0x31, 0x2E, 0x20, 0xD0, 0x20, 0xFF, 0xD0, 0x9F, 0xFF]) == .invalid)
        #expect(try status([]) == .nothing)
        #expect(try status(Array("\n \n".utf8)) == .nothing)
        #expect(try status(Array("1. Текст.\n".utf8), ["--from", "tekhnikum"]) == .usage)
        #expect(try status(Array("1. Текст пункта.\n".utf8), ["--max-file-bytes", "20"]) == .limit)
        #expect(ToolRun(["new", "policy", "Own", "--text", "no-such-file.txt"]).status == .invalid)
    }

    @Test("a policy has as many clauses as it may, and none is left out quietly") func limit() throws {
        let text = "1. Раз.\n2. Два.\n3. Три.\n"
        #expect(try written(text, ["--max-clauses", "3"]).run.status == .ok)
        let more = try written(text, ["--max-clauses", "2"])
        #expect(more.run.status == .limit)
        #expect(more.run.error.contains("3") && more.run.error.contains("--max-clauses"))
        #expect(more.policy.isEmpty)
    }

    // MARK: - What is left

    @Test func coverageSaysWhatIsLeft() throws {
        let made = try written(
            "1. Модератор вправе удалять сообщения.\n2. Пишем вежливо и по делу.\nПриложение 1\n1. Ученикам запрещается писать в чате с видео.\n")
        let run = ToolRun(["coverage", made.file, "--lang", "en"])
        #expect(run.out.contains("3 clauses, with rules: 2"))
        #expect(run.out.contains("rules to review in clauses (2): 1, app.1.1"))
        #expect(run.out.contains("not executable yet (1): 2"))
        #expect(run.status == .nothing)
        let scenario = try made.folder.write("s.sfm", "use policy \"./own.sfm\"\nscenario \"S\"\n  given student @a\n  expect @a is student\nend\n")
        let table = ToolRun(["coverage", made.file, scenario, "--lang", "en"]).out
        #expect(table.components(separatedBy: "rules to review in clauses (2): 1, app.1.1").count == 2)
        #expect(table.contains("not executable yet: 1\n"))
        let struck = made.policy.replacing(/\ +# проверить: .*Модератор.*\n/, with: "")
        try struck.write(toFile: made.file, atomically: true, encoding: .utf8)
        #expect(ToolRun(["fmt", "--write", made.file]).status == .ok)
        #expect(ToolRun(["coverage", made.file, "--lang", "en"]).out.contains("rules to review in clauses (1): app.1.1"))
    }
}
