import Foundation
import Testing

@testable import SfmTool

/// `sfm new policy --with …`: however the names are given, and what is said where they cannot be understood.
@Suite struct NewWithClausesTests {
    private let folder: TemporaryFolder
    private var file: String { folder.path + "/own.sfm" }

    init() throws { folder = try TemporaryFolder() }

    private func new(_ words: [String], kind: String = "policy") -> ToolRun { ToolRun(["new", kind, "Own", "--output", file, "--lang", "en"] + words) }

    private func text() throws -> String { try String(contentsOfFile: file, encoding: .utf8) }

    @Test(
        "as two arguments, as one, with two options, by the files' names, in either language and in capital letters",
        arguments: [
            ["--with", "quiet hours,", "photo consent"], ["--with", "quiet hours, photo consent"], ["--with=quiet hours,photo consent"],
            ["--with", "quiet hours", "--with", "photo consent"], ["--with", "quiet hours", ",", "photo consent"],
            ["--with", "quiet hours", ",photo consent"], ["--with", "quiet-hours,Photo-Consent"], ["--with", "Тихие часы,", "согласие на съемку"],
            ["--with", "ТИХИЕ ЧАСЫ", "--with", "«согласие на съёмку»"], ["--with", "quiet hours, photo consent, quiet hours, тихие часы"],
            ["--with", "quiet hours,", "--with", "photo consent,"],
        ])
    func spellings(_ words: [String]) throws {
        let run = new(words)
        #expect(run.status == .ok && run.out.contains("sfm test \(file)"), "\(run.error)")
        let items = try ClauseLibrary.named(["quiet hours", "photo consent"])
        #expect(try text() == ClausePolicy(name: "Own", items: items, language: .english).text)
    }

    @Test("clauses are numbered on in the order in which they are named, and cited by these numbers") func numbers() throws {
        #expect(new(["--with", "photo consent,", "quiet hours"]).status == .ok)
        let lines = try text().split(separator: "\n")
        let numbered = lines.filter { $0.hasPrefix("  clause ") }.map { $0.split(separator: " ")[1] }
        #expect(numbered == ["1", "2", "3", "4", "5"])
        #expect(lines.contains { $0.hasPrefix("  clause 4 \"Nobody writes") })
        #expect(lines.contains("  | 02.09.2024 19:00 | prohibited by clause 5 |"))
        #expect(lines.contains("  expect no breaches of clause 3"))
    }

    @Test("numbers in quotes are nobody's") func quotedNumbers() {
        let text = ClauseText(
            "# .\npolicy \"a\"\n  clause 1 \"see clause 1\"\nend\nuse policy \"a\"\n\nbackground\nend\n\nscenario \"clause 1\"\nend\n", .english)
        let item = ClauseItem(file: "a", english: text, russian: text)
        let joined = ClausePolicy(name: "b", items: [item, item], language: .english).text
        #expect(joined.contains("  clause 2 \"see clause 1\"\n") && !joined.contains("\"see clause 2\"") && !joined.contains("\"clause 2\""))
    }

    @Test("the calendar stands once") func calendar() throws {
        #expect(new(["--with", "answers, working days"]).status == .ok)
        #expect(try text().split(separator: "\n").count { $0.hasPrefix("  working days ") } == 1)
    }

    @Test("the kind word or --lang says the language") func language() throws {
        #expect(ToolRun(["new", "порядок", "Свой", "--output", file, "--with", "quiet hours"]).status == .ok)
        let russian = try text()
        #expect(russian.contains("\nпорядок \"Свой\"\n") && russian.contains("\nприменить порядок \"Свой\"\n"))
        let test = ToolRun(["test", file])
        #expect(test.status == .ok, "\(test.out)")
    }

    @Test(
        "what is not understood writes nothing",
        arguments: [
            (["--with", "quite hours"], "did you mean “quiet hours”? There are: announcements only, "), (["--with", "zzz"], "are called “zzz”; there are: "),
            (["--with", ","], "--with needs names of ready clauses"), (["--with"], "--with needs a value"),
            (["--with", "quiet", "hours"], "--with \"quiet hours\", \"photo consent\""),
            (["--with", "answers", "--from", "tekhnikum"], "--with and --from exclude each other"),
            (["--from", "tekhnikum", "--with", "answers"], "--with and --from exclude each other"),
        ])
    func refused(_ words: [String], _ said: String) {
        let run = new(words)
        #expect(run.status == .usage && run.error.contains(said), "\(run.error)")
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test("without a name the whole line is said") func withoutName() {
        let run = ToolRun(["new", "policy", "--with", "quiet hours,", "photo consent", "--lang", "en"])
        #expect(run.status == .usage && run.error.contains("sfm new policy \"Our school\" --with \"quiet hours\", \"photo consent\"\n"), "\(run.error)")
    }

    @Test("nobody is asked where no terminal is") func neverAsks() throws {
        let run = new([])
        #expect(run.status == .ok && !run.out.contains("ready clauses"), "\(run.out)")
        #expect(try text().contains("Started from koshdo-2024"))
    }

    @Test("the help lists all of them") func help() {
        for (language, word) in [("en", "quiet hours — Nobody writes at night"), ("ru", "тихие часы — Ночью не пишет")] {
            let run = ToolRun(["help", "--with", "--lang", language])
            #expect(run.out.contains(word) && ClauseLibrary.items.allSatisfy { run.out.contains(language == "en" ? $0.name.en : $0.name.ru) })
        }
    }
}

/// The same on a terminal, where it is asked which are wanted.
@Suite(.serialized) final class NewPolicyQuestionTests {
    private let folder: TemporaryFolder
    private var file: String { folder.path + "/own.sfm" }

    init() throws { folder = try TemporaryFolder() }

    private func start(_ words: [String], _ language: String = "en") throws -> PseudoTerminal {
        let environment = ["TERM": "xterm", "NO_COLOR": "1", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        return try PseudoTerminal(["new"] + words + ["--output", file, "--lang", language], environment: environment)
    }

    private func text() throws -> String { try String(contentsOfFile: file, encoding: .utf8) }

    @Test func numbersAndNames() throws {
        let terminal = try start(["policy", "Own"])
        let place = try #require(ClauseLibrary.items.firstIndex { $0.file == "quiet-hours" })
        try terminal.expect("\(place + 1)  quiet hours — ")
        try terminal.expect("which are wanted? ")
        terminal.line("\(place + 1), Photo consent")
        try terminal.expect("is ready to edit")
        #expect(try terminal.ended() == 0)
        let items = try ClauseLibrary.named(["quiet hours", "photo consent"])
        #expect(try text() == ClausePolicy(name: "Own", items: items, language: .english).text)
    }

    @Test func inRussianAndOnceMoreAfterAMistake() throws {
        let terminal = try start(["порядок", "Свой"], "ru")
        try terminal.expect("какие нужны?")
        terminal.line("99, тихие часы")
        try terminal.expect("номера 99 нет: в списке номера от 1 до \(ClauseLibrary.items.count), например: 1, 3 или 2–4")
        try terminal.expect("какие нужны?")
        terminal.line("лестница мер")
        try terminal.expect("можно править")
        #expect(try terminal.ended() == 0)
        let items = try ClauseLibrary.named(["лестница мер"])
        #expect(try text() == ClausePolicy(name: "Свой", items: items, language: .russian).text)
    }

    @Test("numbers are numbers however they stand") func manners() throws {
        let files = ClauseLibrary.items.map(\.file)
        #expect(try ClauseQuestion.names(in: "1 3, 5–6,тихие часы, 2-2") == [files[0], files[2], files[4], files[5], "тихие часы", files[1]])
        #expect(try ClauseQuestion.names(in: "5-3, -1") == ["5-3", "-1"])
        for wrong in ["0", "1, \(files.count + 1)", "2–99"] { #expect(throws: UsageError.self) { try ClauseQuestion.names(in: wrong) } }
    }

    @Test func noneIsADraft() throws {
        let terminal = try start(["policy", "Own"])
        try terminal.expect("which are wanted? ")
        terminal.line("")
        try terminal.expect("is ready to edit")
        #expect(try terminal.ended() == 0)
        #expect(try text().contains("Started from koshdo-2024"))
    }

    @Test func theEndOfInputWritesNothing() throws {
        let terminal = try start(["policy", "Own"])
        try terminal.expect("which are wanted? ")
        terminal.type("\u{4}")
        try terminal.expect("nothing was written")
        #expect(try terminal.ended() == 4)
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test func nobodyChoosesForAFileThatIsThere() throws {
        try folder.write("own.sfm", "mine")
        let terminal = try start(["policy", "Own"])
        try terminal.expect("is there already")
        #expect(try terminal.ended() == 74)
        #expect(try text() == "mine")
    }

    @Test("who has said what is wanted is not asked", arguments: [["--from", "tekhnikum"], ["--with", "answers"]]) func isNotAsked(_ words: [String]) throws {
        let terminal = try start(["policy", "Own"] + words)
        try terminal.expect("is ready to edit")
        #expect(try terminal.ended() == 0)
    }
}
