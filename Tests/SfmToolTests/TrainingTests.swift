import Foundation
import SfmRuntime
import SfmTerms
import Testing

@testable import SfmSyntax
@testable import SfmTool

/// A session of `sfm train` in process: lines in, everything said out.
final class TrainingRun {
    private(set) var out = ""
    let box: TrainingBox
    let console: Console

    init(_ course: Course, _ language: Language, state: String? = nil, asksName: Bool = false) {
        final class Sink { var text = "" }
        let sink = Sink()
        self.sink = { sink.text }
        console = Console(
            environment: [:], inIsTerminal: false, outIsTerminal: false, out: { sink.text += $0 },
            error: { if !$0.isEmpty { sink.text += "(standard error) " + $0 } })
        let file = ProgressFile(path: state)
        let (progress, complaint) = file.read(language)
        console.report(complaint)
        let training = Training(
            course, progress: progress, language: language, colour: false, plain: false, files: FileStore(root: ".", limit: 1 << 20), asksName: asksName)
        box = TrainingBox(training, file, console)
    }

    private let sink: () -> String

    /// A small course that stays as it is, whatever becomes of the one that ships.
    static func course(_ language: Language) -> Course {
        let folder = ToolRun.root + "/Tests/Golden/train/course"
        guard let options = try? Options(["train", folder]) else { preconditionFailure("options") }
        var scripts = ScriptSet(options: options)
        guard let course = try? Course(folder, in: language, &scripts) else { preconditionFailure("no course in \(folder)") }
        return course
    }

    /// What was said to the lines, each shown before its answer.
    @discardableResult
    func say(_ lines: [String]) -> String {
        for line in lines {
            console.print("\(box.training.prompt)\(line)\n")
            _ = box.say(line)
        }
        return sink()
    }

    /// The answer to one line.
    func answer(_ line: String) -> String {
        let before = sink().count
        _ = box.say(line)
        return String(sink().dropFirst(before))
    }

    func record(_ id: String) -> TrainingRecord { box.training.progress[box.training.course.key, id] }
}

/// What `sfm train` says and keeps: Tests/Golden/train, and what must hold of every exercise that ships.
@Suite struct TrainingTests {
    static let goldens = StageGoldens("train")

    static let sessions: [(name: String, language: Language, first: [String], second: [String])] = [
        (
            "session-ru", .russian,
            [
                "подсказка", "9", "1", "проверить", "подсказка", "решение", "@соколов: назначить @смирнова администратором", "дано школа зарегистрирована",
                "применить порядок \"tekhnikum\"", "песочница", "подсказка", "дано школа зарегистрирована", "вернуться", "вернуться",
                "вопреки порядку зарегистрировать школу \"КОШДО\"", "проверить", "отменить", "сбросить", "пропустить",
                "@петрова: заблокировать @иванов на 2 месяца", "@петрова: исключить @иванов из чата \"10А\" по личным мотивам",
                "вопреки порядку @петрова: исключить @иванов из чата \"10А\" по личным мотивам", "решение", "меню",
            ],
            [
                "дальше", "заново", "ожидаем разрешение: заблокировать @иванов на 1 день", "исполнить обязанности", "повторить 1 раз",
                "  заблокировать @иванов на 3 недели", "конец", "меню", "задача", "3", "исполнить обязанности", "выход",
            ]
        ),
        (
            "session-en", .english,
            [
                "hint", "1", "check", "hint", "hint", "hint", "hint", "solution", "@orlov: submit application", "solution", "sandbox", "reset", "back", "reset",
                "@sokolov: issue order \"143\" appointing @smirnova", "undo", "redo",
                "@smirnova: submit application with order \"143\" with phone \"+7 900 000-00-01\" with email \"school@example.org\"",
                "register school \"КОШДО\"", "sign in @smirnova with phone \"+7 900 000-00-01\"", "task", "next",
            ],
            [
                "2", "force @petrova: block @ivanov for 7 days because personal", "block @ivanov for 21 days", "remind @ivanov", "advance 1 day", "menu",
                "next", "skip",
                "skip", "quit",
            ]
        ),
    ]

    @Test(arguments: sessions.map(\.name))
    func transcript(name: String) throws {
        let session = try #require(Self.sessions.first { $0.name == name })
        let folder = try TemporaryFolder()
        let state = folder.path + "/state/sfm/training"
        let course = TrainingRun.course(session.language)
        var text = TrainingRun(course, session.language, state: state).say(session.first)
        // Another day: what was done is still there.
        let again = TrainingRun(course, session.language, state: state)
        text += "\n--- resumed\n" + again.box.training.greeting.rawText + again.say(session.second)
        text += "\n--- kept\n" + (try String(contentsOfFile: state, encoding: .utf8)).replacingOccurrences(of: ToolRun.root, with: "")
        for ending in [ReportFormat.json, .html] {
            #expect(TrainCommand.handIn([ReportRequest(format: ending, path: folder.path + "/report.\(ending)")], again.box, again.console) == .ok)
            text += "\n--- report.\(ending)\n" + (try String(contentsOfFile: folder.path + "/report.\(ending)", encoding: .utf8))
        }
        Self.goldens.compare(text, name)
    }

    @Test func nothingIsOrphaned() { Self.goldens.expectNoOrphans(among: Self.sessions.map(\.name)) }

    // MARK: - The course that ships

    @Test func bothLanguagesHoldTheSameExercises() {
        let (en, ru) = (TrainingRun.course(.english), TrainingRun.course(.russian))
        #expect(en.problems.isEmpty && ru.problems.isEmpty && en.items.count >= 4)
        #expect(en.items.map(\.id) == ru.items.map(\.id))
        for (a, b) in zip(en.items, ru.items) {
            #expect(a.node.title != b.node.title, "\(a.id)")
            #expect(a.node.worth == b.node.worth && a.node.goals.count == b.node.goals.count && a.node.hints.count == b.node.hints.count, "\(a.id)")
            #expect(a.node.solution?.count == b.node.solution?.count && a.node.offLimits.count == b.node.offLimits.count, "\(a.id)")
        }
    }

    /// Typed line by line, every model solution brings all the points.
    @Test(arguments: Language.allCases)
    func modelSolutionsBringAllPoints(language: Language) {
        let course = TrainingRun.course(language)
        let run = TrainingRun(course, language)
        for (k, item) in course.items.enumerated() {
            run.say(["\(k + 1)"])
            for step in item.node.solution ?? [] {
                let text = item.sources[Int(step.span.file)].text(step.span)
                run.say(text.split(separator: "\n").map(String.init))
            }
            #expect(run.record(item.id).result?.points == item.node.worth, "\(item.id): \(run.say([]))")
        }
        #expect(run.box.training.menu.rawText.contains(language == .english ? "the course is done" : "курс пройден"))
    }

    @Test func chosenTakesOneOfTwins() {
        let names = ["a.ru.sfm", "a.sfm", "b.sfm", "c.ru.sfm", "d.en.sfm", "d.ru.sfm"]
        #expect(Course.chosen(names, .russian) == ["a.ru.sfm", "b.sfm", "c.ru.sfm", "d.ru.sfm"])
        #expect(Course.chosen(names, .english) == ["a.sfm", "b.sfm", "c.ru.sfm", "d.en.sfm"])
    }

    /// What the guide shows works as it stands, and is one exercise in two languages.
    @Test(arguments: ["docs/exercises.md", "docs/exercises.ru.md"])
    func theGuideHoldsWhatItShows(path: String) throws {
        let text = try String(contentsOfFile: ToolRun.root + "/" + path, encoding: .utf8)
        let example = try #require(text.components(separatedBy: "```sfm\n").dropFirst().first?.components(separatedBy: "```").first)
        let folder = try TemporaryFolder()
        let file = try folder.write("example.sfm", example)
        let run = ToolRun(["test", file, "--lang", "en"])
        #expect(run.status == .ok && run.out.hasSuffix("1 passed, 0 failed\n"), "\(run.out)")
        #expect(ToolRun(["fmt", "--check", file]).status == .ok)
        for entry in Keyword.table where KeywordSet.exercise.has(entry.keyword) {
            #expect((path.hasSuffix(".ru.md") ? entry.ru : entry.en).contains { text.contains("`\($0)") }, "the guide says nothing of \(entry.keyword)")
        }
    }

    // MARK: - The command line

    @Test func theListNeedsNoInput() throws {
        let folder = try TemporaryFolder()
        let run = ToolRun(["train", "--list", "--lang", "en"], environment: ["XDG_STATE_HOME": folder.path])
        #expect(run.status == .ok && run.out.contains("1. ○ The application and the phone number — 0/10"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/sfm/training"), "looking keeps nothing")
        #expect(ToolRun(["train", "Tests/Golden/train/course/", "--list", "--lang", "ru"]).out.contains("4. ○ Чат без модератора"))
        #expect(ToolRun(["train", "Tests/Golden/train/course/02-blocking.sfm", "--list"]).out.contains("1. ○ A block at the right moment"))
    }

    @Test func whatIsNoCourseIsSaid() throws {
        let folder = try TemporaryFolder()
        #expect(ToolRun(["train", "no-such-folder", "--list"]).status == .invalid)
        #expect(ToolRun(["train", folder.path, "--list"]).status == .nothing)
        try folder.write("one.sfm", "exercise \"Nothing in it\"\nend\n")
        let run = ToolRun(["train", folder.path, "--list"])
        #expect(run.status == .invalid && run.error.contains("SFM0604"))
        #expect(ToolRun(["train", "--report", "report.txt"]).status == .usage)
        #expect(ToolRun(["train", "a", "b"]).status == .usage)
    }

    @Test func aReportThatCannotBeWrittenIsSaid() throws {
        let run = TrainingRun(TrainingRun.course(.english), .english)
        #expect(TrainCommand.handIn([ReportRequest(format: .json, path: "/no/such/folder/report.json")], run.box, run.console) == .unwritable)
        #expect(run.answer("report \"/no/such/folder/report.html\"").contains("✗ not written"))
        #expect(run.answer("report statistics to director").contains("✗ a number from 1"), "an act, not the word")
    }

    @Test(arguments: [("save \"x.sfm\"", "report \"file.html\""), ("edit", "up arrow"), ("сохранить \"x.sfm\"", "report"), ("править", "up arrow")])
    func whatACourseHasNotItSays(line: String, instead: String) throws {
        let run = TrainingRun(TrainingRun.course(.english), .english)
        #expect(run.answer(line).contains(instead), "at the menu")
        run.say(["1"])
        #expect(run.answer(line).contains(instead), "in an exercise")
        run.say(["sandbox"])
        #expect(run.answer(line).contains(instead), "in the sandbox")
        #expect(!FileManager.default.fileExists(atPath: "x.sfm"))
    }
}
