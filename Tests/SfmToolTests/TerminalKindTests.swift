import Foundation
import SfmScenarios
import SfmSyntax
import Testing

@testable import SfmTool

/// Terminals of every kind and size, and somebody in a hurry before them.
@Suite(.serialized)
final class TerminalKindTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// `terminal` is TERM; without one it is not set at all.
    private func start(_ arguments: [String] = [], terminal: String? = "xterm", rows: UInt16 = 24, columns: UInt16 = 80) throws -> PseudoTerminal {
        var environment = ["LANG": "en_US.UTF-8", "NO_COLOR": "1", "PATH": "/usr/bin:/bin", "XDG_STATE_HOME": folder.path]
        environment["TERM"] = terminal
        return try PseudoTerminal(arguments, environment: environment, rows: rows, columns: columns)
    }

    /// Types what takes for ever, and Ctrl-C soon after it.
    private func stop(_ terminal: PseudoTerminal, _ lines: [String]) throws {
        for line in lines { terminal.line(line) }
        usleep(700_000)
        terminal.type("\u{3}")
        try terminal.expect("stopped (Ctrl-C); everything is as it was before this command\n", seconds: 3)
    }

    private static let forEver = ["repeat 999000 times", "  repeat 999000 times", "    advance 1 minute", "  end", "end"]

    // MARK: - Ctrl-C

    @Test("Ctrl-C stops what is computed and nothing else, however often it is pressed") func interruption() throws {
        let terminal = try start()
        try terminal.expect("no policy › ")
        terminal.line("given group \"7B\"")
        try terminal.expect("✓ given: group “7B”\n")
        try stop(terminal, Self.forEver)
        for _ in 0..<3 {
            usleep(200_000)
            terminal.type("\u{3}")
        }
        try terminal.expect("to leave: Ctrl-D\n")
        terminal.line("show")
        let seen = try terminal.expect("group “7B”")
        #expect(seen.contains("01.09.2024 09:00"), "\(seen)")
        // Nor does it count as one of two that leave once something has been done.
        terminal.line("given group \"9B\"")
        try terminal.expect("✓ given: group “9B”\n")
        // Pressed before the prompt is there it would stop what is over.
        try terminal.expect("no policy › ")
        usleep(100_000)
        terminal.type("\u{3}")
        try terminal.expect("no policy › ")
        usleep(100_000)
        terminal.type("\u{3}")
        try terminal.expect("kept; to go on with it: sfm --resume\n")
        #expect(try terminal.ended() == 0)
        let again = try start(["--resume"])
        try again.expect("gone on with: 2 entries\n")
        again.line("quit")
        #expect(try again.ended() == 0)
    }

    @Test(
        "one long step stops as well",
        arguments: [
            "nobody may", "who can", "load",
        ])
    func longSteps(what: String) throws {
        let people = (0..<9000).map { "@p\($0)" }.joined(separator: ", ")
        try folder.write(
            "big.sfm",
            "use policy \"koshdo-2024\"\ngiven group \"7B\"\ngiven students \(people) of group \"7B\"\ngiven chat \"7B\" for students of group \"7B\"\n")
        try folder.write("long.sfm", "advance 1 minute\n" + Self.forEver.dropFirst().dropLast().joined(separator: "\n") + "\n")
        let terminal = try start(rows: 9999)
        try terminal.expect("no policy › ")
        if what == "load" {
            try stop(terminal, ["load \"\(folder.path)/long.sfm\""])
        } else {
            terminal.line("load \"\(folder.path)/big.sfm\"")
            try terminal.expect("koshdo-2024 › ", seconds: 60)
            // One question may be answered sooner than anybody can press a key: many are not.
            let question = what == "who can" ? "expect nobody can block @p1 for 900 days" : "expect nobody can dismiss @p1"
            try stop(terminal, ["repeat 999000 times", "  " + question, "end"])
        }
        terminal.line("history")
        let seen = try terminal.expect(" › ")
        #expect(!seen.contains("advance") && !seen.contains("nobody"), "\(seen)")
        terminal.line("quit")
        #expect(try terminal.ended() == 0)
    }

    @Test("an exercise stays as it was") func training() throws {
        let terminal = try start(["train"])
        try terminal.expect("your name (may be empty) › ")
        terminal.line("")
        try terminal.expect("course › ")
        terminal.line("2")
        try terminal.expect("exercise 2 › ")
        try stop(terminal, Self.forEver)
        terminal.type("\u{3}\u{3}")
        terminal.line("task")
        try terminal.expect("The staff room")
        try terminal.expect("exercise 2 › ")
        terminal.line("quit")
        #expect(try terminal.ended() == 0)
    }

    @Test("where nobody sits at a prompt Ctrl-C ends the process") func killing() throws {
        let steps = ["given group \"x\"", "use policy \"koshdo-2024\"", "repeat 900000 times", "  expect nobody can create group \"x\"", "end"]
        let file = try folder.write("a.sfm", steps.joined(separator: "\n") + "\n")
        let terminal = try start(["test", file])
        usleep(500_000)
        terminal.type("\u{3}")
        // By the signal itself, which a shell tells as 130.
        #expect(try terminal.ended() == -SIGINT)
    }

    // MARK: - Plain terminals

    @Test("a terminal that can only print gets a plain prompt, and everything works", arguments: ["dumb", "", nil])
    func plainTerminals(kind: String?) throws {
        let terminal = try start(terminal: kind)
        try terminal.expect("no policy › ")
        terminal.line("given group \"7B\"")
        try terminal.expect("ok: given: group “7B”\n")
        try stop(terminal, Self.forEver)
        terminal.type("xx\u{3}")
        terminal.line("show groups")
        try terminal.expect("“7B”")
        // What is at most a screen long on others is printed whole.
        terminal.line("help")
        #expect(try !terminal.expect("use policy \"koshdo-2024\"").contains("more: Space"))
        try terminal.expect(" › ")
        terminal.type("\u{4}")
        #expect(try terminal.ended() == 0)
        let course = try start(["train"], terminal: kind)
        try course.expect("your name (may be empty) › ")
        course.line("")
        try course.expect("course › ")
        course.type("\u{4}")
        #expect(try course.ended() == 0)
    }

    @Test("on it no escape is printed") func noEscapes() {
        for environment in [["TERM": "dumb"], ["TERM": ""], [:]] {
            let console = Console(environment: environment, inIsTerminal: true, outIsTerminal: true, out: { _ in }, error: { _ in })
            #expect(console.isPlain && !console.usesColour(nil) && console.usesColour("always"))
        }
        // Where it is no terminal that output goes to, nothing follows of what it would be called.
        #expect(!Console(environment: [:], inIsTerminal: false, outIsTerminal: false, out: { _ in }, error: { _ in }).isPlain)
    }

    // MARK: - Pasting

    @Test("tabs of a text that is pasted are blanks") func pastedTabs() throws {
        let terminal = try start()
        try terminal.expect("no policy › ")
        terminal.type("\tgiven\tgroup \"7B\"\r\t\tgiven student\t@a\tin group \"7B\"\r")
        let first = try terminal.expect("✓ given: group “7B”\n")
        let second = try terminal.expect("✓ given: student @a in group “7B”\n")
        #expect(!(first + second).contains("class teacher") && !(first + second).contains("regist"), "\(first)\(second)")
        // One that is pressed completes.
        terminal.type("regis\t")
        try terminal.expect("register school")
        terminal.type("\u{15}")
        terminal.line("quit")
        #expect(try terminal.ended() == 0)
    }

    // MARK: - Width and height

    @Test("long lines of a conversation break between words", arguments: ["help", "show policy \"koshdo-2024\"", "what can @kim do"])
    func width(question: String) throws {
        let terminal = try start(rows: 9999, columns: 60)
        try terminal.expect("no policy › ")
        terminal.line("use policy \"koshdo-2024\"")
        try terminal.expect("koshdo-2024 › ")
        terminal.line("given deputy @kim")
        try terminal.expect("koshdo-2024 › ")
        terminal.line(question)
        try terminal.expect("\n")
        let lines = try terminal.expect("koshdo-2024 › ").split(separator: "\n").map(String.init).dropLast()
        #expect(lines.count > 3)
        for line in lines { #expect(DisplayWidth.of(line) <= 60, "\(line)") }
        terminal.line("quit")
        #expect(try terminal.ended() == 0)
    }

    @Test("the menu of the course fits a small screen with the prompt below it", arguments: ["en", "ru"])
    func menu(language: String) throws {
        let terminal = try start(["train", "--lang", language])
        try terminal.expect(" › ")
        terminal.line("")
        try terminal.expect("\n")
        let lines = try terminal.expect(" › ").split(separator: "\n")
        #expect((10...24).contains(lines.count), "\(lines.count)")
        terminal.type("\u{4}")
        #expect(try terminal.ended() == 0)
        // On a large one every exercise has a line of its own.
        let large = try start(["train", "--lang", language], rows: 60)
        #expect(try large.expect(" › ").split(separator: "\n").count > 30)
        large.type("\u{4}")
        #expect(try large.ended() == 0)
    }

    @Test(
        "a line goes on where its text begins",
        arguments: [
            ("aaa bbb ccc", "aaa bbb ccc"),
            ("one two three four five six seven", "one two three four\n  five six seven"),
            ("  = put closing mark after the last", "  = put closing mark\n    after the last"),
            ("  word    what it means in so many words", "  word    what it\n          means in\n          so many\n          words"),
            ("  1 │ a source line that is very long indeed", "  1 │ a source line that is very long indeed"),
            ("averyveryverylongwordwithoutanyblank at all", "averyveryverylongwordwithoutanyblank\n  at all"),
            ("to go on with it: x sfm --resume", "to go on with it: x\n  sfm --resume"),
            ("\u{1B}[32m✓\u{1B}[0m done well here and so", "\u{1B}[32m✓\u{1B}[0m done well here and\n  so"),
            ("a\n\nшколы, школе, школу, школой", "a\n\nшколы, школе, школу,\n  школой"),
        ])
    func wrapping(text: String, wrapped: String) {
        func fitted(_ width: Int) -> String { Wrap.fit(SafeText(sanitized: text), width: width).rawText }
        #expect(fitted(20) == wrapped)
        #expect(fitted(200) == text && fitted(5) == text)
    }

    @Test("on a screen of twenty columns no line of the help runs over, whatever it is about", arguments: ["en", "ru"])
    func narrowHelp(language: String) {
        let commands = CommandTable.listed.map(\.name)
        for topic in [[], ["--report"], ["--tag"], ["--max-included-bytes"], ["block"], ["SFM0301"]] + commands.map({ [$0] }) {
            final class Sink { var text = "" }
            let sink = Sink()
            let console = Console(
                environment: [:], inIsTerminal: true, outIsTerminal: true, out: { sink.text += $0 }, error: { _ in }, columns: { 20 })
            #expect(SfmTool.run(["help"] + topic + ["--lang", language], console) == .ok)
            for line in sink.text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 20, "\(topic): \(line)") }
        }
    }

    // MARK: - Locales

    @Test(
        "a locale that is not UTF-8 is told once, to somebody at a terminal",
        arguments: [
            (["LC_ALL": "C"], "LC_ALL=C.UTF-8"), (["LANG": "ru_RU.KOI8-R"], "LANG=ru_RU.UTF-8"),
            (["LC_CTYPE": "POSIX", "LANG": "ru_RU.UTF-8"], "LC_CTYPE=C.UTF-8"),
            (["LANG": "en_US.ISO-8859-1@euro"], "LANG=en_US.UTF-8"), (["LC_ALL": "", "LANG": "ru_RU.utf8"], nil), (["LANG": "C.UTF-8"], nil), ([:], nil),
            (["LANG": "ru"], nil),
        ] as [([String: String], String?)])
    func locales(environment: [String: String], better: String?) {
        for isTerminal in [true, false] {
            final class Sink { var text = "" }
            let sink = Sink()
            let console = Console(
                environment: environment.merging(["TERM": "xterm"]) { $1 }, inIsTerminal: false, outIsTerminal: isTerminal, out: { _ in },
                error: { sink.text += $0 })
            _ = SfmTool.run(["policies"], console)
            let word = console.language == .russian ? "лучше" : "better"
            let lines = sink.text.split(separator: "\n")
            #expect(lines.map { $0.hasSuffix("; \(word): \(better ?? "")") } == (better != nil && isTerminal ? [true] : []), "\(sink.text)")
        }
    }

    @Test("it is told in the language that was asked for before that of the locale") func localeInTheReadersLanguage() {
        for (words, environment, start) in [
            (["policies", "--lang", "en"], ["LANG": "ru_RU.KOI8-R"], "sfm: the locale"), (["policies"], ["LANG": "C", "SFM_LANG": "ru"], "sfm: локаль"),
        ] {
            final class Sink { var text = "" }
            let sink = Sink()
            let console = Console(environment: environment, inIsTerminal: false, outIsTerminal: true, out: { _ in }, error: { sink.text += $0 })
            _ = SfmTool.run(words, console)
            #expect(sink.text.hasPrefix(start) && sink.text.split(separator: "\n").count == 1, "\(sink.text)")
        }
    }
}
