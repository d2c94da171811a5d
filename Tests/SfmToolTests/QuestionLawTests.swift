import SfmSyntax
import SfmTerms
import Testing

@testable import SfmTool

/// No word of a question or a command is passed over: what belongs nowhere is refused where it stands, with the line that would be right.
@Suite struct QuestionLawTests {
    private static let school = [
        "use policy \"koshdo-2024\"", "дано школа \"Ш\" с администратором @орлов", "дано классный руководитель @оля группы \"7Б\"",
        "дано ученики @дима, @катя в группе \"7Б\"", "дано чат \"7Б\" для учеников группы \"7Б\", модератор @оля", "нарушение @дима",
        "@катя: написать \"Привет\" в чате \"7Б\"", "@катя: написать \"Пока\" в чате \"7Б\"",
    ]

    /// Whole lines of every kind, with what may stand behind them all the same.
    static let forms: [(line: String, mayFollow: [String])] =
        [
            ("help", ["@дима", "и"]), ("помощь", ["и"]), ("?", ["и"]), ("help block", []), ("помощь заблокировать", []), ("справка SFM0301", []),
            ("why", []), ("почему", []), ("почему отказ", []),
            ("why not block @дима for 1 day", []), ("почему нельзя заблокировать @дима на 1 день", []), ("почему можно напомнить @дима", []),
            ("why can't @оля block @дима for 1 day", []), ("why @оля cannot remind @дима", []), ("почему @катя не может напомнить @дима", []),
            ("почему @катя вправе напомнить @дима", []),
            ("who can remind @дима", []), ("кто может напомнить @дима о правилах", []), ("кто вправе @оля: напомнить @дима", []),
            ("what can @оля", []), ("what can @оля do", []), ("что может @оля", []), ("что вправе @оля делать", []),
            ("undo", ["7", "24"]), ("undo 1", []), ("отменить", ["7", "24"]), ("отменить 1", []), ("назад 2", []),
            ("redo", []), ("вернуть", []), ("reset", []), ("сбросить", []), ("начать заново", []),
            ("load \"no.sfm\"", []), ("загрузить \"no.sfm\"", []), ("save \"x.sfm\"", []), ("сохранить \"x.sfm\"", []), ("save \"x.sfm\" anew", []),
            ("edit", []), ("править", []), ("history", []), ("история", []), ("lang en", []), ("язык русский", []), ("quit", []), ("выход", []),
            ("конец работы", []),
            ("show", ["@дима"]), ("показать", ["@дима"]), ("show @дима", []), ("показать @дима", []),
            ("show clause 24 of \"koshdo-2024\"", []), ("показать п. 24 порядка \"koshdo-2024\"", []), ("показать п.24", ["\"7Б\""]),
            ("show people of group \"7Б\"", []), ("показать людей класса \"7Б\"", []), ("показать людей чата \"7Б\"", []),
            ("показать обязанности @оля", []), ("show violations of @дима in chat \"7Б\"", []), ("показать нарушения @дима", []),
            ("показать отступления со стороны @оля", []), ("показать чат \"7Б\"", []), ("показать группу \"7Б\"", []), ("показать чаты @оля", []),
            ("показать сообщения в чате \"7Б\"", ["@дима"]),
        ] + topics

    private static let topics: [(line: String, mayFollow: [String])] = ShowTopic.table.flatMap { entry -> [(line: String, mayFollow: [String])] in
        guard entry.topic != .clause else { return [("show clause 24", ["\"7Б\""]), ("показать пункт 24", ["\"7Б\""])] }
        let own =
            entry.parts.contains(.person)
            ? ["@дима"]
            : entry.parts.contains(.policyClause) ? ["24", "\"7Б\""] : entry.parts.contains(.policyName) ? ["\"7Б\""] : entry.parts.contains(.chatName) || entry.parts.contains(.groupName) ? ["\"7Б\""] : []
        return entry.en.map { ("show " + $0, own) } + entry.ru.map { ("показать " + $0, own) }
    }

    private static let behind = ["чепуха", "nonsense", "@дима", "\"7Б\"", "24", ":", "и"]

    private func repl(_ language: Language) -> Repl {
        var repl = Repl(language: language, fallback: language, colour: false, plain: false, files: FileStore(root: ".", limit: 1 << 20))
        for line in Self.school { _ = repl.handle(line) }
        return repl
    }

    @Test func everyWordOfTheTablesIsAmongTheForms() {
        for word in ReplWord.allCases {
            for language in Language.allCases {
                #expect(Self.forms.contains { form in word.phrases(language).contains { form.line.hasPrefix($0) } }, "\(word)")
            }
        }
    }

    @Test(arguments: Language.allCases) func whatIsLeftOverIsRefusedAtItsPlace(_ language: Language) {
        let start = repl(language)
        for form in Self.forms {
            for word in Self.behind where !form.mayFollow.contains(word) {
                for mark in word == "nonsense" ? ["", "?"] : [""] {
                    var repl = start
                    let line = form.line + " " + word
                    let answer = repl.handle(line + mark)
                    #expect(answer.failed && answer.status == .invalid, "\(line): \(answer.text.rawText)")
                    #expect(answer.text.rawText.contains("—:1:\(form.line.unicodeScalars.count + 2)\n"), "\(line): \(answer.text.rawText)")
                    #expect(
                        answer.text.rawText.contains((language == .english ? "it is written: " : "пишется так: ") + form.line + "\n"),
                        "\(line): \(answer.text.rawText)")
                    #expect(repl.session.accepted == start.session.accepted)
                    #expect(answer.next == .goOn)
                }
            }
        }
    }

    /// Without anything behind them they are understood; what a file or a keyboard is wanted for may still be refused.
    @Test func theFormsThemselvesAreUnderstood() {
        let start = repl(.english)
        for form in Self.forms {
            for mark in ["", "?", " ?", "  # why I ask"] {
                var repl = start
                let text = repl.handle(form.line + mark).text.rawText
                #expect(!text.contains("SFM02"), "\(form.line + mark): \(text)")
            }
        }
    }

    @Test(arguments: ["чепуха", "nonsense", "@дима"]) func askTakesTheWholeQuestion(_ word: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.sfm", Self.school.joined(separator: "\n") + "\n")
        for form in Self.forms where !form.mayFollow.contains(word) {
            guard let asked = ReplWord.parse(form.line)?.word, [.whoCan, .whyNot, .why, .whatCan, .show].contains(asked) else { continue }
            let run = ToolRun(["ask", form.line + " " + word, "--after", file, "--lang", "en"])
            #expect(run.status == .invalid, "\(form.line): \(run.out)")
            #expect(run.out.contains("ask:1:\(form.line.unicodeScalars.count + 2)\n"), "\(form.line): \(run.out)")
        }
        let second = ToolRun(["ask", "show @дима\nshow @катя", "--after", file, "--lang", "en"])
        #expect(second.status == .invalid && second.out.contains("ask:2:1"), "\(second.out)")
    }

    /// The words of a course, too.
    @Test func aCourseTakesTheWholeLine() {
        for (word, phrases) in TrainWord.table.map({ ($0.word, $0.en + $0.ru) }) where word != .check && word != .help && word != .report {
            for phrase in phrases {
                guard case .failure(let mistake)? = TrainWord.read(SourceFile(name: "—", text: phrase + " чепуха")) else {
                    Issue.record("\(phrase): passed over")
                    continue
                }
                #expect(mistake.diagnostic.help.first?.ru == "пишется так: " + phrase)
            }
        }
        for line in ["report", "report чепуха", "отчёт \"x.html\" чепуха", "отчёт \"x.txt\""] {
            guard case .failure? = TrainWord.read(SourceFile(name: "—", text: line)) else {
                Issue.record("\(line): passed over")
                continue
            }
        }
        for line in ["report statistics to director", "проверить: @x заблокирован", "help block"] {
            #expect(TrainWord.read(SourceFile(name: "—", text: line)) == nil, "\(line) is not the course's")
        }
    }

    // MARK: - What is answered

    private func answer(_ question: String, _ language: Language = .english) -> String {
        var repl = repl(language)
        return repl.handle(question).text.rawText
    }

    @Test func dutiesAreThoseOfThePerson() {
        #expect(answer("показать обязанности @оля", .russian).contains("• @оля: напомнить @дима"))
        #expect(!answer("show duties of @катя").contains("remind"))
        #expect(answer("show duties of @орлов").contains("∘ admin: "))
        #expect(!answer("show duties of @оля").contains("∘ admin: "))
    }

    @Test func peopleAreThoseOfTheGroup() {
        let text = answer("показать людей класса \"7Б\"", .russian)
        for person in ["@оля", "@дима", "@катя"] { #expect(text.contains(person)) }
        #expect(!text.contains("@орлов"))
        #expect(answer("show people").contains("@орлов"))
    }

    @Test func violationsAreCountedAndBreachesAreNot() {
        #expect(answer("показать нарушения @дима", .russian) == "  @дима  чат «7Б»  нарушений: 1\n")
        #expect(answer("show violations of @катя") == "  @катя  chat “7Б”  violations: 0\n")
        #expect(answer("показать нарушения порядка", .russian) == "  отступлений нет\n")
    }

    @Test func whyIsAboutWhoeverIsNamed() {
        let text = answer("почему @катя не может напомнить @дима", .russian)
        #expect(text.hasPrefix("не разрешено: @катя: напомнить @дима"), "\(text)")
        #expect(answer("why can't @оля remind @дима").hasPrefix("allowed: @оля: remind @дима"))
        #expect(answer("why not @катя: remind @дима") == answer("why can @катя not remind @дима"))
    }

    @Test(arguments: ["show @никто", "what can @никто do", "показать чат \"8В\"", "показать людей класса \"8В\"", "show duties of @никто"])
    func whoeverIsNotThereIsAMistake(_ question: String) {
        let text = answer(question)
        #expect(text.contains("SFM0301") && text.contains("—:1:"), "\(text)")
    }

    // MARK: - Places

    private func piped(_ lines: [String]) -> (text: String, status: ToolRun.Status) {
        var text = ""
        let console = Console(environment: [:], inIsTerminal: false, outIsTerminal: false, out: { text += $0 }, error: { text += $0 })
        let repl = Repl(language: .english, fallback: .english, colour: false, plain: false, files: FileStore(root: ".", limit: 1 << 20))
        let status = ReplCommand.pipe(repl, ScriptedSource(lines: lines), console)
        return (text, status)
    }

    @Test(arguments: [
        ("given student @lena in group Daisy", "<stdin>:5:30"), ("show people of nobody", "<stdin>:5:13"), ("why not fly", "<stdin>:5:9"),
        ("expect @dima is blocked in chat \"no\"", "<stdin>:5:33"), ("expect no such thing", "<stdin>:5:"),
        ("remind @dima in chat \"C\"", "<stdin>:5\n"), ("expect group \"7B\" not exists", "<stdin>:5\n"),
    ])
    func aPipedScriptSaysTheLine(_ line: String, _ place: String) {
        let start = ["use policy \"koshdo-2024\"", "", "given student @dima in group \"7B\"  # one", "given chat \"C\""]
        let (text, status) = piped(start + [line] + ["given student @a in group \"7B\""])
        #expect(text.contains(place), "\(text)")
        #expect(status != .ok)
    }

    @Test func aBlockOnAPipeCountsItsLines() {
        let start = ["given student @dima in group \"7B\"", "repeat 2 times", "  expect today is 01.09.2024", "  nonsense", "end"]
        #expect(piped(start).text.contains("<stdin>:4:3"))
        #expect(piped(Array(start.prefix(3))).text.contains("<stdin>:2:1"))
    }

    @Test func aLoadedFileHasItsOwnLines() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.sfm", "given student @dima in group \"7B\"\nexpect @dima is departed\n")
        var repl = repl(.english)
        let text = repl.handle("load \"\(file)\"").text.rawText
        #expect(text.contains("a.sfm:2\n"), "\(text)")
    }
}
