import Foundation
import SfmRuntime
import SfmSyntax
import SfmTerms
import Testing

@testable import SfmTool

/// Questions as people put them come to the answers of the lines that they mean.
@Suite struct SpokenQuestionTests {
    private static let russian = """
        применить порядок "koshdo-2024"
        дано школа "Лицей" с администратором @анна
        дано классный руководитель @оля группы "7Б"
        дано ученики @дима, @катя в группе "7Б"
        дано родитель @ира ученика @дима
        дано чат "7Б" для учеников группы "7Б", модератор @оля
        дано нарушений @дима в чате "7Б" = 4
        нарушение @катя в чате "7Б"
        """
    private static let english = """
        use policy "koshdo-2024"
        given school "Lyceum" with admin @anna
        given class teacher @olga of group "7B"
        given students @dima, @kate in group "7B"
        given parent @ira of @dima
        given chat "7B" for students of group "7B" moderated by @olga
        given violations of @dima in chat "7B" = 4
        violate @kate in chat "7B"
        """

    private static func repl(_ language: Language) -> Repl {
        var repl = Repl(language: language, fallback: language, colour: false, plain: true, files: FileStore(root: ToolRun.root, limit: 1 << 20))
        for line in language(english, russian).split(separator: "\n") { #expect(!repl.handle(String(line)).failed, "\(line)") }
        return repl
    }

    private static func answer(_ line: String, _ language: Language) -> String {
        var repl = repl(language)
        let reply = repl.handle(line)
        return reply.failed ? "failed: \(reply.text.rawText)" : reply.text.rawText
    }

    @Test(arguments: [
        ("кому можно заблокировать @дима на 3 дня?", "кто может заблокировать @дима на 3 дня"),
        ("у кого есть право заблокировать @дима на 3 дня", "кто может заблокировать @дима на 3 дня"),
        ("почему нельзя было заблокировать @катя на 3 дня?", "почему нельзя заблокировать @катя на 3 дня"),
        ("что мешает @оле заблокировать @катя на 3 дня?", "почему нельзя @оля: заблокировать @катя на 3 дня"),
        ("почему классный руководитель @оля не может заблокировать @катя на 3 дня", "почему нельзя @оля: заблокировать @катя на 3 дня"),
        ("сколько нарушений у @димы?", "показать нарушения @дима"), ("какие обязанности у @оли?", "показать обязанности @оля"),
        ("что должна сделать @оля?", "показать обязанности @оля"), ("какие есть невыполненные обязанности?", "показать обязанности"),
        ("кто в чате «7Б»?", "показать чат \"7Б\""), ("кто в чате 7Б", "показать чат \"7Б\""), ("сколько учеников в классе 7Б?", "показать группу \"7Б\""),
        ("что написано в п. 24 порядка?", "показать пункт 24"), ("что говорит пункт 24?", "показать пункт 24"), ("о чём п. 24", "показать пункт 24"),
        ("до какого числа заблокирован @дима?", "показать @дима"), ("что может ученик @дима?", "что может @дима?"), ("показать @диму", "показать @дима"),
        ("кто родители @димы?", "показать @дима"), ("в каких чатах состоит @дима?", "показать чаты @дима"), ("что произошло?", "показать события"),
        ("какой порядок действует?", "показать порядки"), ("есть ли у @димы нарушения?", "показать нарушения @дима"),
    ])
    func russian(_ spoken: String, _ meant: String) { #expect(Self.answer(spoken, .russian) == Self.answer(meant, .russian), "\(spoken)") }

    @Test(arguments: [
        ("who has the right to block @dima for 3 days?", "who can block @dima for 3 days"),
        ("who is allowed to block @dima for 3 days?", "who can block @dima for 3 days"),
        ("why is it forbidden to block @kate for 3 days?", "why not block @kate for 3 days"),
        ("how many violations does @dima have?", "show violations of @dima"), ("what are @olga's duties?", "show duties of @olga"),
        ("what must @olga do?", "show duties of @olga"), ("who is in chat 7B?", "show chat \"7B\""), ("who is in class 7B?", "show group \"7B\""),
        ("what does clause 24 say?", "show clause 24"), ("until when is @dima blocked?", "show @dima"), ("what is @dima allowed to do?", "what can @dima do?"),
        ("which chats is @dima in?", "show chats of @dima"), ("what happened?", "show log"), ("which policy is in force?", "show policies"),
    ])
    func english(_ spoken: String, _ meant: String) { #expect(Self.answer(spoken, .english) == Self.answer(meant, .english), "\(spoken)") }

    @Test(arguments: [
        ("может ли @оля заблокировать @дима на 3 дня?", "да — "), ("может ли @оля заблокировать @катя на 3 дня?", "нет — "),
        ("имеет ли право @оля заблокировать @дима на 3 дня", "да — "), ("есть ли у @оли право заблокировать @дима на 3 дня?", "да — "),
        ("могу ли я, @оля, заблокировать @дима на 3 дня?", "да — "), ("можно ли @диме заблокировать @катя на 3 дня?", "нет — "),
        ("может ли модератор заблокировать @дима на 3 дня?", "да — "),
    ])
    func yesOrNo(_ question: String, _ beginning: String) { #expect(Self.answer(question, .russian).hasPrefix(beginning), "\(question)") }

    @Test(arguments: [("can @olga block @dima for 3 days?", "yes — "), ("does @dima have the right to block @kate for 3 days?", "no — ")])
    func yesOrNoInEnglish(_ question: String, _ beginning: String) { #expect(Self.answer(question, .english).hasPrefix(beginning), "\(question)") }

    /// No word of a question is passed over: a role that somebody has not, more than one meaning, a word too many.
    @Test(arguments: [
        "может ли модератор @дима заблокировать @катя на 3 дня?", "может ли @оля заблокировать @дима на 3 дня завтра?", "сколько нарушений у @димы вчера?",
        "может ли @никто заблокировать @катя?", "кто в чате 9Я?", "что говорит пункт 999 и 24?",
    ])
    func whatIsNotUnderstoodIsRefused(_ question: String) { #expect(Self.answer(question, .russian).hasPrefix("failed"), "\(question)") }

    @Test func aQuestionChangesNothing() {
        for language in [Language.russian, .english] {
            var repl = Self.repl(language)
            let count = repl.session.acceptedCount
            for line in ["может ли @оля заблокировать @дима на 3 дня?", "can @olga block @dima for 3 days?", "какие обязанности у @оли", "who is in chat 7B?"] {
                _ = repl.handle(line)
            }
            #expect(repl.session.acceptedCount == count)
        }
    }

    @Test(arguments: [("@диму", ["@дима"]), ("@димой", ["@дима"]), ("@дим", []), ("@лёше", ["@лёша"]), ("@дима", []), ("@Коле", ["@коля", "@кол"])])
    func aNameInAnotherCase(_ typed: String, _ meant: [String]) {
        #expect(DeclinedName.meant(by: typed, among: ["@дима", "@лёша", "@коля", "@кол", "@ann"]) == meant)
    }
}

/// A block at the keyboard, and what is offered for a line that is nearly right.
@Suite struct KeyboardTests {
    private static func repl(_ language: Language = .russian, isAtKeyboard: Bool = true) -> Repl {
        var repl = Repl(language: language, fallback: language, colour: false, plain: true, files: FileStore(root: ToolRun.root, limit: 1 << 20))
        repl.isAtKeyboard = isAtKeyboard
        return repl
    }

    @Test func aMistakeCostsItsLineAndNotTheBlock() {
        var repl = Self.repl()
        for line in ["порядок \"наш\"", "пункт 1 \"а\""] { #expect(!repl.handle(line).failed) }
        let wrong = repl.handle("разрешено модератору варить кофе")
        #expect(wrong.failed && wrong.text.rawText.contains("блок продолжается"))
        #expect(repl.isInBlock)
        #expect(!repl.handle("разрешено модератору блокировать").failed)
        let done = repl.handle("конец")
        #expect(!done.failed, "\(done.text)")
        #expect(done.record == .text("порядок \"наш\"\nпункт 1 \"а\"\nразрешено модератору блокировать\nконец"))
    }

    @Test func onAPipeABlockIsReadAsAWhole() {
        var repl = Self.repl(isAtKeyboard: false)
        for line in ["порядок \"наш\"", "пункт 1 \"а\"", "разрешено модератору варить кофе"] { #expect(!repl.handle(line).failed) }
        #expect(repl.handle("конец").failed)
    }

    /// No line of a block that is right is refused on its way: every block of the repository, typed line by line.
    @Test(arguments: ["Policies", "Clauses", "Examples", "Tests/Scenarios"])
    func noRightLineIsRefused(_ folder: String) throws {
        let root = ToolRun.root + "/" + folder
        var checked = 0
        for path in try #require(FileManager.default.subpaths(atPath: root)).filter({ $0.hasSuffix(".sfm") }).sorted() {
            var (typed, piped) = (Self.repl(), Self.repl(isAtKeyboard: false))
            var refused: String?
            for line in try String(contentsOfFile: root + "/" + path, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false) {
                let reply = typed.handle(String(line))
                if reply.failed, reply.next == .readMore, refused == nil { refused = "\(line)\n\(reply.text)" }
                let whole = piped.handle(String(line))
                guard !piped.isInBlock else { continue }
                // What is wrong as a whole may be refused on its way.
                if !whole.failed, let refused { Issue.record("\(path): \(refused)") }
                refused = nil
                typed = piped
                typed.isAtKeyboard = true
                checked += 1
            }
        }
        #expect(checked > 5)
    }

    @Test func enterTakesWhatWasProbablyMeant() {
        var repl = Self.repl()
        for line in ["дано ученики @дима, @катя в группе \"7Б\"", "дано чат \"7Б\" для учеников группы \"7Б\""] { #expect(!repl.handle(line).failed) }
        let wrong = repl.handle("@дима: напсать \"а\" в чате \"7Б\"")
        #expect(wrong.failed && wrong.text.rawText.hasSuffix("вы имели в виду: @дима: написать \"а\" в чате \"7Б\"? [да]\n"))
        let taken = repl.handle("")
        #expect(!taken.failed && taken.record == .text("@дима: написать \"а\" в чате \"7Б\""))
        // Asked once.
        #expect(repl.handle("").text.rawText.isEmpty)
    }

    /// Where no new name can stand and one person fits; in a journal the name is as declared.
    @Test func aNameInAnotherCaseIsThatPerson() {
        var repl = Self.repl(isAtKeyboard: false)
        for line in [
            "применить порядок \"koshdo-2024\"", "дано классный руководитель @оля группы \"7Б\"", "дано ученики @дима, @катя в группе \"7Б\"",
            "дано чат \"7Б\" для учеников группы \"7Б\", модератор @оля",
        ] { #expect(!repl.handle(line).failed) }
        #expect(repl.handle("@оля: напомнить @диме в чате \"7Б\"").record == .text("@оля: напомнить @дима в чате \"7Б\""))
        #expect(repl.handle("почему нельзя исключить @катю по личным мотивам?").text.rawText.contains("@катя"))
        #expect(repl.handle("@оля: напомнить @коле в чате \"7Б\"").failed)
        _ = repl.handle("дано ученик @дим в группе \"7Б\"")
        #expect(repl.handle("@оля: напомнить @дима в чате \"7Б\"").record == .text("@оля: напомнить @дима в чате \"7Б\""))
    }

    @Test func anythingElseIsNoYes() {
        var repl = Self.repl()
        _ = repl.handle("применить порядк \"koshdo-2024\"")
        #expect(repl.offered == "применить порядок \"koshdo-2024\"")
        _ = repl.handle("показать порядки")
        #expect(repl.offered == nil && repl.session.acceptedCount == 0)
    }

    @Test func onAPipeNothingIsOffered() {
        var repl = Self.repl(isAtKeyboard: false)
        _ = repl.handle("применить порядк \"koshdo-2024\"")
        #expect(repl.offered == nil)
    }

    /// What help says of writing clauses is right as it stands.
    @Test func examplesOfHelpAreRight() {
        for language in [Language.russian, .english] {
            for topic in ClauseHelp.table {
                for example in topic.examples {
                    let text = example[language]
                    let whole =
                        topic.isRule
                        ? language("policy \"p\"\nclause 1 \"c\"\n", "порядок \"p\"\nпункт 1 \"c\"\n") + text + language("\nend", "\nконец") : text
                    let mistakes = Session().mistakes(in: SourceFile(name: "help", text: whole), library: Library())
                    #expect(mistakes.isEmpty, "\(text): \(mistakes.map(\.message.en))")
                }
                for name in topic.en + topic.ru { #expect(HelpText.about(name, language)?.rawText.contains(topic.told[language]) == true, "\(name)") }
            }
        }
    }

    /// What fits somewhere can be said there.
    @Test func whatFitsIsUnderstood() {
        for language in [Language.russian, .english] {
            var repl = Self.repl(language)
            let lines = language(
                [
                    "use policy \"koshdo-2024\"", "given school \"S\" with admin @a", "given student @b in group \"7B\"",
                    "given chat \"7B\" for students of group \"7B\"",
                ],
                [
                    "применить порядок \"koshdo-2024\"", "дано школа \"S\" с администратором @a", "дано ученик @b в группе \"7B\"",
                    "дано чат \"7B\" для учеников группы \"7B\"",
                ])
            for line in [""] + lines {
                if !line.isEmpty { #expect(!repl.handle(line).failed) }
                for fitting in repl.fitting.map({ $0[language] }) {
                    var probe = repl
                    #expect(probe.handle(fitting).status != .invalid, "\(fitting)")
                }
            }
        }
    }
}
