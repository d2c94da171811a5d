import Foundation
import SfmTool
import Testing

/// The REPL on a real terminal, under every locale that a school's machine may have.
@Suite(.serialized)
final class TerminalTests {
    static let locales: [[String: String]] = [["LANG": "C.UTF-8"], ["LANG": "C"], [:]]

    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sfm-pty-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func start(_ locale: [String: String], arguments: [String] = []) throws -> PseudoTerminal {
        var environment = locale
        environment["TERM"] = "xterm"
        environment["NO_COLOR"] = "1"
        environment["PATH"] = "/usr/bin:/bin"
        environment["SFM_HISTORY"] = folder.appendingPathComponent("history").path
        environment["XDG_STATE_HOME"] = folder.path
        return try PseudoTerminal(arguments, environment: environment)
    }

    @Test(arguments: locales)
    func theFiveLinesWorkAsTheyStand(_ locale: [String: String]) throws {
        let terminal = try start(locale)
        try terminal.expect("no policy › ")
        terminal.line("register school")
        try terminal.expect("✓ register school")
        terminal.line("create group \"10А\"")
        try terminal.expect("✓ create group “10А”")
        terminal.line("invite parent to chat")
        try terminal.expect("created chat “10А” for parents")
        terminal.line("violate @user")
        try terminal.expect("@user is new")
        terminal.line("depart student")
        try terminal.expect("✓ depart @user")
        try terminal.expect("no policy › ")
        terminal.type("\u{4}")
        #expect(try terminal.ended() == 0)
    }

    @Test(arguments: locales)
    func cyrillicIsEditedLetterByLetter(_ locale: [String: String]) throws {
        let terminal = try start(locale)
        try terminal.expect("no policy › ")
        // TAB finishes the word, backspace takes one letter, not one byte.
        terminal.type("зарегис\t")
        try terminal.expect("зарегистрировать школу")
        terminal.line(" \"Лицейй\u{7F}\"")
        try terminal.expect("✓ зарегистрировать школу «Лицей»")
        terminal.type("создать гр\t")
        try terminal.expect("создать группу")
        terminal.line(" \"10А\"")
        try terminal.expect("✓ создать группу «10А»")
        terminal.line("выход")
        #expect(try terminal.ended() == 0)
    }

    @Test func aCourseAsksForANameAndCompletesItsWords() throws {
        let terminal = try start(["LANG": "C.UTF-8"], arguments: ["train", ToolRun.root + "/Tests/Golden/train/course", "--lang", "ru"])
        try terminal.expect("ваше имя (можно не называть) › ")
        terminal.line("Анна")
        try terminal.expect("курс › ")
        terminal.line("2")
        try terminal.expect("упражнение 2 › ")
        terminal.type("подсказк\t")
        try terminal.expect("подсказка")
        terminal.line("")
        try terminal.expect("подсказка 1/3: ")
        terminal.type("\u{3}")
        try terminal.expect("упражнение 2 › ")
        terminal.type("напомнить @ива\t")
        try terminal.expect("напомнить @иванов")
        terminal.line("")
        try terminal.expect("✓ цель: нет неисполненных обязанностей")
        try terminal.expect("упражнение 2 › ")
        terminal.type("\u{4}")
        #expect(try terminal.ended() == 0)
        #expect(try String(contentsOfFile: folder.path + "/sfm/training", encoding: .utf8).contains("name\tАнна\n"))
    }

    @Test func namesAndClausesAreCompleted() throws {
        let terminal = try start(["LANG": "C.UTF-8"])
        try terminal.expect("no policy › ")
        terminal.type("применить порядок \"kosh\t")
        try terminal.expect("koshdo-2024\"")
        terminal.line("")
        try terminal.expect("✓ действует")
        try terminal.expect("koshdo-2024 › ")
        terminal.line("дано ученик @константинопольский в группе \"10А\"")
        try terminal.expect("✓ дано")
        try terminal.expect("koshdo-2024 › ")
        terminal.line("дано чат \"10А\" для учеников группы \"10А\"")
        try terminal.expect("✓ дано")
        try terminal.expect("koshdo-2024 › ")
        terminal.type("напомнить @конст\t")
        try terminal.expect("@константинопольский")
        terminal.type("\u{3}")
        try terminal.expect("koshdo-2024 › ")
        terminal.type("ожидаем отказ по п. 13.3.\t")
        try terminal.expect("13.3.4")
        terminal.type("\u{3}")
        try terminal.expect("koshdo-2024 › ")
        terminal.type("\u{4}")
        #expect(try terminal.ended() == 0)
    }

    @Test func historySurvivesAKill() throws {
        do {
            let terminal = try start([:])
            try terminal.expect("no policy › ")
            terminal.line("зарегистрировать школу \"Лицей № 7\"")
            try terminal.expect("✓ зарегистрировать школу")
            // The terminal's end kills the program where it stands.
        }
        let terminal = try start([:])
        try terminal.expect("no policy › ")
        terminal.type("\u{1B}[A")
        try terminal.expect("зарегистрировать школу \"Лицей № 7\"")
        terminal.line("")
        try terminal.expect("✓ зарегистрировать школу «Лицей № 7»")
    }

    @Test func blocksGoOverSeveralLines() throws {
        let terminal = try start(["LANG": "C.UTF-8"])
        try terminal.expect("no policy › ")
        terminal.line("register school")
        try terminal.expect("✓ register")
        terminal.line("create group \"A\"")
        try terminal.expect("✓ create")
        terminal.line("invite parent to chat")
        try terminal.expect("✓ invite")
        terminal.line("repeat 2 times")
        try terminal.expect("… ")
        terminal.line("violate @user")
        try terminal.expect("… ")
        terminal.line("end")
        try terminal.expect("✓ violate @user")
        terminal.line("expect violations of @user = 2")
        try terminal.expect("✓ violations of @user")
        // Ctrl-C drops an unfinished block; the prompt is the first one again.
        terminal.line("repeat 2 times")
        try terminal.expect("… ")
        terminal.type("\u{3}")
        try terminal.expect("no policy › ")
        terminal.line("undo")
        try terminal.expect("undone: ")
        terminal.line("redo")
        try terminal.expect("again: ")
        terminal.line("quit")
        #expect(try terminal.ended() == 0)
    }

    @Test(arguments: locales)
    func aKilledSessionIsGoneOnWith(_ locale: [String: String]) throws {
        do {
            let terminal = try start(locale)
            try terminal.expect("no policy › ")
            terminal.line("создать группу \"10А\"")
            try terminal.expect("✓ создать группу")
            terminal.line("дано ученик @иванов в группе \"10А\"")
            try terminal.expect("✓ дано")
            terminal.line("отменить")
            try terminal.expect("отменено")
            terminal.line("вернуть")
            try terminal.expect("снова")
            // The terminal's end kills the program where it stands.
        }
        do {
            let terminal = try start(locale)
            try terminal.expect("sfm --resume")
            try terminal.expect("› ")
            terminal.type("\u{4}")
            #expect(try terminal.ended() == 0)
        }
        do {
            let terminal = try start(locale, arguments: ["--resume", "--lang", "ru"])
            try terminal.expect("продолжен сеанс: 4 записи")
            terminal.line("показать группу")
            try terminal.expect("группа «10А», учеников: 1 (@иванов)")
            terminal.line("выход")
            #expect(try terminal.ended() == 0)
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("sfm/journal").path)
        #expect(left.isEmpty, "an ordinary end leaves nothing")
    }

    @Test func anUnwritableJournalIsSaidOnceAndTheSessionGoesOn() throws {
        try Data().write(to: folder.appendingPathComponent("sfm"))
        let terminal = try start(["LANG": "C.UTF-8"])
        try terminal.expect("no policy › ")
        terminal.line("register school")
        try terminal.expect("the session is not kept any more: ")
        terminal.line("create group \"7B\"")
        let seen = try terminal.expect("no policy › ")
        terminal.line("quit")
        #expect(try terminal.ended() == 0)
        #expect(!seen.contains("not kept"))
    }

    @Test(arguments: locales)
    func aBlockIsRecalledAsOneEntry(_ locale: [String: String]) throws {
        let terminal = try start(locale)
        try terminal.expect("no policy › ")
        for line in ["register school", "create group \"10А\"", "invite parent to chat"] {
            terminal.line(line)
            try terminal.expect("✓")
            try terminal.expect("no policy › ")
        }
        for line in ["повторить 2 раза", "нарушение @иванов"] {
            terminal.line(line)
            try terminal.expect("… ")
        }
        terminal.line("конец")
        try terminal.expect("✓ violate")
        try terminal.expect("› ")
        terminal.type("\u{1B}[A")
        try terminal.expect("конец")
        terminal.line("")
        try terminal.expect("✓ violate")
        try terminal.expect("› ")
        terminal.line("ожидаем нарушений @иванов = 4")
        try terminal.expect("✓ violations of @иванов")
        try terminal.expect("› ")
        // Ctrl-R finds it by a word of its middle.
        terminal.type("\u{12}наруш")
        try terminal.expect("(^R)")
        terminal.type("\u{3}")
        terminal.line("quit")
        #expect(try terminal.ended() == 0)
    }

    @Test(arguments: locales)
    func aPasteWaitsForEnter(_ locale: [String: String]) throws {
        let terminal = try start(locale)
        try terminal.expect("no policy › ")
        terminal.type("\u{1B}[200~создать группу \"10А\"\nсоздать группу \"10Б\"\n\u{1B}[201~")
        try terminal.expect("10Б")
        let quiet = try? terminal.expect("✓", seconds: 0.5)
        #expect(quiet == nil, "nothing runs before Enter")
        terminal.line("")
        try terminal.expect("✓ создать группу «10А»")
        try terminal.expect("✓ создать группу «10Б»")
        terminal.line("quit")
        #expect(try terminal.ended() == 0)
    }

    @Test func theBlockIsEditedAndRun() throws {
        let terminal = try start(["LANG": "C.UTF-8", "EDITOR": "sed -i s/10А/11Б/"])
        try terminal.expect("no policy › ")
        terminal.line("создать группу \"10А\"")
        try terminal.expect("✓ создать группу «10А»")
        terminal.line("править")
        try terminal.expect("✓ создать группу «11Б»")
        try terminal.expect("› ")
        terminal.line("repeat 1 times")
        try terminal.expect("… ")
        terminal.line("create group \"10А\"")
        try terminal.expect("… ")
        terminal.line("edit")
        // The edited text still lacks its end.
        try terminal.expect("… create group \"11Б\"")
        terminal.line("end")
        // The conversation began in Russian.
        try terminal.expect("✓ создать группу «11Б»")
        terminal.line("quit")
        #expect(try terminal.ended() == 0)
    }

    @Test func aLongAnswerIsPaged() throws {
        let terminal = try start(["LANG": "C.UTF-8"])
        try terminal.expect("no policy › ")
        terminal.line("help")
        try terminal.expect("— more: Space, Enter; q ends —")
        terminal.type(" ")
        try terminal.expect("— more: ")
        terminal.type("q")
        try terminal.expect("no policy › ")
        terminal.line("quit")
        #expect(try terminal.ended() == 0)
    }

    @Test func aLongAnswerGoesThroughTheUsersPager() throws {
        let terminal = try start(["LANG": "C.UTF-8", "PAGER": "sed -n 's/^/| /; 1,2p'"])
        try terminal.expect("no policy › ")
        terminal.line("help")
        let seen = try terminal.expect("no policy › ")
        #expect(seen.split(separator: "\n").count { $0.hasPrefix("| ") } == 2 && !seen.contains("— more"))
        // What fits the screen needs none.
        terminal.line("register school")
        #expect(try !terminal.expect("no policy › ").contains("| "))
        terminal.line("quit")
        #expect(try terminal.ended() == 0)
    }

    @Test func aPagerThatIsNotThereIsNoHindrance() throws {
        let terminal = try start(["LANG": "C.UTF-8", "PAGER": "no-such-pager 2>/dev/null"])
        try terminal.expect("no policy › ")
        terminal.line("help")
        try terminal.expect("— more: Space, Enter; q ends —")
        terminal.type("q")
        try terminal.expect("no policy › ")
        terminal.line("quit")
        #expect(try terminal.ended() == 0)
    }

    @Test(arguments: locales)
    func completionTellsWhatMayFollow(_ locale: [String: String]) throws {
        let terminal = try start(locale)
        try terminal.expect("no policy › ")
        // The wrong keyboard layout is no hindrance.
        terminal.type("pfhtubcn\t")
        try terminal.expect("зарегистрировать школу")
        terminal.type("\u{15}")
        terminal.type("показать обяз\t")
        try terminal.expect("обязанности")
        terminal.type("\u{15}")
        terminal.type("block @x \t\t")
        try terminal.expect("a duration, as 14 days")
        terminal.type("\u{15}")
        terminal.line("quit")
        #expect(try terminal.ended() == 0)
    }

    @Test func twoInterruptionsLeave() throws {
        let terminal = try start(["LANG": "C.UTF-8"])
        try terminal.expect("no policy › ")
        terminal.type("регис\u{3}")
        try terminal.expect("no policy › ")
        terminal.type("\u{3}")
        #expect(try terminal.ended() == 0)
    }

    // MARK: - Watching

    @Test func watchingRunsWhatAChangeTouches() throws {
        func write(_ name: String, _ text: String) throws { try text.write(toFile: folder.path + "/" + name, atomically: true, encoding: .utf8) }
        try write("own.sfm", "policy \"own\"\n  clause 1 \"a\"\n    permit block by director\nend\n")
        try write("one.sfm", "use policy \"./own.sfm\"\nscenario \"One\"\n  given student @a\n  expect @a is student\nend\n")
        try write("two.sfm", "register school\n")
        let terminal = try start(["LANG": "en_US.UTF-8"], arguments: ["test", folder.path, "--watch", "--lang", "en"])
        try terminal.expect("2 passed, 0 failed\n")
        try terminal.expect("watching; Ctrl-C ends\n")
        try write("own.sfm", "policy \"own\"\n  clause 1 \"b\"\n    permit block by admin\nend\n")
        #expect(try !terminal.expect("1 passed, 0 failed\n", seconds: 5).contains("two.sfm"))
        try write("two.sfm", "register nonsense\n")
        try terminal.expect("changed: \(folder.path)/two.sfm\n", seconds: 5)
        try terminal.expect("0 passed, 0 failed\n")
        try write("three.sfm", "register school\n")
        try terminal.expect("changed: \(folder.path)/three.sfm\n", seconds: 5)
        try terminal.expect("1 passed, 0 failed\n")
        terminal.type("\u{3}")
        #expect(try terminal.ended() == 130)
    }

    @Test func watchingFollowsRenames() throws {
        func write(_ name: String, _ word: String) throws {
            try "scenario \"\(word)\"\n  given student @a\n  expect @a is student\nend\n".write(
                toFile: folder.path + "/" + name, atomically: false, encoding: .utf8)
        }
        func move(_ name: String, to other: String) { _ = rename(folder.path + "/" + name, folder.path + "/" + other) }
        try write("one.sfm", "One")
        let terminal = try start(["LANG": "en_US.UTF-8"], arguments: ["test", folder.path, "--watch", "--lang", "en"])
        try terminal.expect("watching; Ctrl-C ends\n")
        // As editors save: beside, then in its place.
        try write(".one.tmp", "Two")
        move(".one.tmp", to: "one.sfm")
        try terminal.expect("changed: \(folder.path)/one.sfm\n", seconds: 5)
        try terminal.expect("1 passed, 0 failed\n")
        move("one.sfm", to: "two.sfm")
        try terminal.expect("changed: \(folder.path)/one.sfm, \(folder.path)/two.sfm\n", seconds: 5)
        #expect(try !terminal.expect("1 passed, 0 failed\n").contains("one.sfm"))
        unlink(folder.path + "/two.sfm")
        try terminal.expect("changed: \(folder.path)/two.sfm\n", seconds: 5)
        terminal.type("\u{3}")
        #expect(try terminal.ended() == 130)
    }

    @Test func watchingEndsWhenNobodyReads() throws {
        try "register school\n".write(toFile: folder.path + "/one.sfm", atomically: true, encoding: .utf8)
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: PseudoTerminal.program)
        (process.arguments, process.environment) = (["test", folder.path, "--watch", "--lang", "en"], [:])
        process.standardOutput = pipe
        try process.run()
        var seen = Data()
        while seen.range(of: Data("watching".utf8)) == nil {
            let more = pipe.fileHandleForReading.availableData
            if more.isEmpty { break }
            seen += more
        }
        #expect(process.isRunning)
        try pipe.fileHandleForReading.close()
        let end = Date().addingTimeInterval(10)
        while process.isRunning, Date() < end { usleep(20_000) }
        #expect(!process.isRunning)
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == ExitStatus.unwritable.rawValue)
    }
}
