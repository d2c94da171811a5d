import Foundation
import SfmRuntime
import SfmSyntax
import Synchronization
import Testing

@testable import SfmScenarios
@testable import SfmTool

/// Explorations in the commands (LANGUAGE.md 16): what is found is kept as a scenario that passes, and is the shortest that does.
@Suite struct ExplorationTests {
    private static let background = """
        use policy "koshdo-2024"

        background
          given student @ivanov in group "7B"
          given teacher @petrova
          given chat "7B" for students of group "7B" moderated by @petrova
        end

        """

    private static let holes =
        "# A header.\n" + background + """

            scenario "A story"
              violate @ivanov in chat "7B"
              expect violations of @ivanov = 1
            end

            # Said of the exploration.
            exploration "Holes"
              people @petrova
              acts violate, block, unblock
              within 6 steps
              never @ivanov is blocked in chat "7B"
              always violations of @ivanov in chat "7B" = 0
            end

            """

    private static let russian = """
        использовать порядок "koshdo-2024"

        предыстория
          дано ученик @иванов в группе "7Б"
          дано учитель @петрова
          дано чат "7Б" для учеников группы "7Б", модератор @петрова
        конец

        исследование "Дыры"
          участники @петрова
          действия нарушение, блокировать
          вопреки порядку
          никогда @иванов заблокирован в чате "7Б" и отступлений от п. 24 = 1
        конец
        """

    private static func folder(_ text: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("a.sfm", text)
        return folder
    }

    private static func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
        try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
    }

    // MARK: - Saving

    @Test(arguments: [(holes, 2), (russian, 1)]) func whatIsSavedPasses(text: String, scenarios: Int) throws {
        let folder = try Self.folder(text)
        let run = ToolRun(["test", folder.path + "/a.sfm", "--save", folder.path + "/found.sfm"])
        #expect(run.status == .failed && run.error.contains("found.sfm"), "\(run.error)")
        let saved = ToolRun(["test", folder.path + "/found.sfm", "--lang", "en"])
        #expect(saved.status == .ok && saved.out.hasSuffix("\(scenarios) passed, 0 failed\n"), "\(saved.out)")
        #expect(ToolRun(["fmt", "--check", folder.path + "/found.sfm"]).status == .ok)
        let kept = try Self.text(folder, "found.sfm")
        #expect(!kept.contains("exploration") && !kept.contains("исследование") && !kept.contains("A story") && !kept.contains("Said of"))
        // Saving the same again changes nothing.
        #expect(ToolRun(["test", folder.path + "/a.sfm", "--save", folder.path + "/found.sfm"]).status == .failed)
        #expect(try Self.text(folder, "found.sfm") == kept)
    }

    @Test(arguments: [holes, russian]) func noStepCanBeLeftOut(text: String) throws {
        let folder = try Self.folder(text)
        _ = ToolRun(["test", folder.path + "/a.sfm", "--save", folder.path + "/found.sfm"])
        let lines = try Self.text(folder, "found.sfm").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let first = try #require(lines.firstIndex { $0.hasPrefix("scenario") || $0.hasPrefix("сценарий") })
        var steps = 0
        for k in lines.indices[first...] where lines[k].hasPrefix("  ") && !["  expect", "  ожидаем", "  and", "  и "].contains(where: lines[k].hasPrefix) {
            steps += 1
            var others = lines
            others.remove(at: k)
            try folder.write("less.sfm", others.joined(separator: "\n"))
            let run = ToolRun(["test", folder.path + "/less.sfm"])
            #expect(run.status == .failed, "\(lines[k])\n\(run.out)")
        }
        #expect(steps > 0)
    }

    @Test func nothingIsWrittenOver() throws {
        let folder = try Self.folder(Self.holes)
        try folder.write("there.sfm", "# mine\n")
        let run = ToolRun(["test", folder.path + "/a.sfm", "--save", folder.path + "/there.sfm", "--lang", "en"])
        #expect(run.status == .unwritable && run.error.contains("is there already"))
        #expect(try Self.text(folder, "there.sfm") == "# mine\n")
        #expect(ToolRun(["test", folder.path + "/a.sfm", "--save", folder.path + "/a.sfm"]).status == .unwritable)
        #expect(try Self.text(folder, "a.sfm") == Self.holes)
    }

    @Test(arguments: ["en", "ru"]) func whatAFileNamesIsNamedFromItsFolder(language: String) throws {
        let folder = try Self.folder("include \"more.sfm\"\n" + Self.holes)
        try folder.write("more.sfm", "background\n  given student @belova in group \"7B\"\nend\n")
        try folder.write("other/empty.txt", "")
        let away = ToolRun(["test", folder.path + "/a.sfm", "--save", folder.path + "/other/found.sfm", "--lang", language])
        #expect(away.status == .usage && away.error.contains("more.sfm"), "\(away.error)")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/other/found.sfm"))
        #expect(ToolRun(["test", folder.path + "/a.sfm", "--save", folder.path + "/found.sfm"]).status == .failed)
        #expect(ToolRun(["test", folder.path + "/found.sfm"]).status == .ok)
    }

    @Test func whereNothingIsFoundNothingIsSaved() throws {
        let folder = try Self.folder(Self.background + "exploration \"Holds\"\n  acts violate\n  within 1 step\n  never @ivanov is blocked\nend\n")
        let run = ToolRun(["test", folder.path + "/a.sfm", "--save", folder.path + "/found.sfm", "--lang", "en"])
        #expect(run.status == .ok && run.error.contains("nothing to save"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/found.sfm"))
    }

    @Test(arguments: [["--policy", "koshdo-2024"], ["--update"], ["--list"], ["--watch"], ["--shard", "1/2"]])
    func savingGoesWithOneRunOfTheFile(words: [String]) throws {
        let folder = try Self.folder(Self.holes)
        #expect(ToolRun(["test", folder.path + "/a.sfm", "--save", folder.path + "/found.sfm"] + words).status == .usage)
        #expect(ToolRun(["test", folder.path + "/a.sfm", "--save", folder.path + "/found.txt"]).status == .usage)
    }

    // MARK: - Keeping

    @Test(arguments: [(holes, 3), (russian, 1)]) func anUpdateKeepsWhatWasFoundOnce(text: String, passed: Int) throws {
        let folder = try Self.folder(text)
        let path = folder.path + "/a.sfm"
        let run = ToolRun(["test", path, "--update", "--yes"])
        #expect(run.status == .failed)
        let kept = try Self.text(folder, "a.sfm")
        #expect(kept.contains(text == Self.russian ? "Дыры: контрпример" : "Holes: counterexample 2"), "\(kept)")
        let after = ToolRun(["test", path, "--lang", "en"])
        #expect(after.out.hasSuffix("\(passed) passed, 1 failed\n"), "\(after.out)")
        #expect(ToolRun(["fmt", "--check", path]).status == .ok)
        _ = ToolRun(["test", path, "--update", "--yes"])
        #expect(try Self.text(folder, "a.sfm") == kept)
    }

    // MARK: - Other commands

    @Test func theReportsOfShardsSayTheSame() throws {
        let folder = try Self.folder(Self.holes)
        for k in 1...2 { _ = ToolRun(["test", folder.path, "--shard", "\(k)/2", "--report", "json=\(folder.path)/\(k).json"]) }
        let files = [1, 2].map { "\(folder.path)/\($0).json" }
        for format in ["tap", "junit", "markdown", "github"] {
            let merged = ToolRun(["report", "merge", "\(folder.path)/all.json"] + files + ["--report", "\(format)=-", "--lang", "en"])
            let whole = ToolRun(["test", folder.path, "--report", "\(format)=-", "--lang", "en"])
            #expect(whole.out.hasPrefix(merged.out.prefix(400)), "\(format): \(merged.out)\(merged.error)")
        }
    }

    @Test(arguments: [("en", "sfm test FILE"), ("ru", "sfm test ФАЙЛ")]) func atThePromptItIsRefusedWithTheWayOut(language: String, way: String) throws {
        let work = try Workplace()
        let run = try work.run(["sfm", "repl", "--lang", language], input: "exploration \"x\"\n  never @a is blocked\nend\n")
        #expect(run.status != 0 && (run.out + run.error).contains(way), "\(run.out)\(run.error)")
    }

    @Test func oneAsksAfterTheStoryBesideIt() throws {
        let folder = try Self.folder(Self.holes)
        let words = ["ask", "--after", folder.path + "/a.sfm", "who can block @ivanov in chat \"7B\" for 1 day", "--lang", "en"]
        #expect(ToolRun(words).status == .ok)
        #expect(ToolRun(words + ["--scenario", "A story"]).status == .ok && ToolRun(words + ["--scenario", "Holes"]).status == .usage)
    }

    @Test func aMutantThatChangesAnAnswerIsNoticed() throws {
        let policy = """
            policy "own"
              clause 1 "Blocks"
                permit block by moderator when violations >= 2 and duration <= 1 day
            end
            use policy "own"
            background
              given teacher @petrova
              given student @ivanov in group "7B"
              given chat "7B" for students of group "7B" moderated by @petrova
            end

            """
        let asked = """
            exploration "Not sooner"
              people @petrova
              acts violate, block
              within 4 steps
              never @ivanov is blocked in chat "7B" and violations of @ivanov in chat "7B" = 1
              reachable @ivanov is blocked in chat "7B" and violations of @ivanov in chat "7B" = 2
            end
            """
        let idle = "exploration \"Idle\"\n  acts violate\n  within 1 step\n  never @ivanov is blocked in chat \"7B\"\nend\n"
        func survivors(_ text: String) throws -> Int {
            let folder = try Self.folder(policy + text)
            let run = ToolRun(["coverage", "--mutants", folder.path, "--format", "json"])
            let report = try #require(try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any])
            let policies = try #require(report["policies"] as? [[String: Any]])
            let mutants = try #require(policies.first?["mutants"] as? [String: Any])
            return (mutants["survivors"] as? [Any])?.count ?? -1
        }
        #expect(try survivors(asked) < survivors(idle))
    }

    // MARK: - While it runs

    @Test func whatTakesLongTellsHowFarItIs() {
        let time = Mutex(0)
        nonisolated(unsafe) var out = ""
        let progress = ExplorationProgress(.english, now: { time.withLock { $0 } }, write: { out += $0.rawText })
        progress.tell(1, 0)
        time.withLock { $0 = 900 }
        progress.tell(20_000, 3)
        #expect(out.isEmpty)
        time.withLock { $0 = 2000 }
        progress.tell(40_000, 4)
        progress.finish()
        #expect(out == "\r\u{1B}[Ksituations: 40 000, steps: 4, a second: 20 000\r\u{1B}[K")
    }

    @Test func whatIsStoppedTellsHowFarItWas() throws {
        let counting = "exploration \"Long\"\n  acts violate\n  never violations of @ivanov = 100000 and violations of @petrova = 100000\nend\n"
        let folder = try Self.folder(Self.background + counting)
        let terminal = try PseudoTerminal(
            ["test", folder.path, "--lang", "en", "--max-states", "100000000"],
            environment: ["TERM": "xterm", "LC_ALL": "C.UTF-8", "HOME": folder.path, "XDG_STATE_HOME": folder.path])
        try terminal.expect("a second: ")
        terminal.type("\u{3}")
        try terminal.expect("stopped (Ctrl-C); seen so far: ")
        try terminal.expect("0 passed, 1 failed")
        #expect(try terminal.ended() == 130)
    }

    @Test(arguments: [
        (
            ExplorationSeen(situations: 14_812, depth: 9, isComplete: true), "holds in all 14 812 situations, there are no others",
            "верно во всех ситуациях: их 14 812, других нет"
        ),
        (
            ExplorationSeen(situations: 14_812, depth: 6, isComplete: false), "holds in all 14 812 situations within 6 steps",
            "верно во всех ситуациях в пределах 6 шагов: их 14 812"
        ),
        (
            ExplorationSeen(situations: 2, depth: 1, isComplete: false), "holds in all 2 situations within 1 step",
            "верно во всех ситуациях в пределах 1 шага: их 2"
        ),
        (ExplorationSeen(situations: 1, depth: 0, isComplete: true), "holds in the only situation there is", "верно в единственной ситуации, других нет"),
        (
            ExplorationSeen(situations: 21, depth: 3, isComplete: false, asksOfAll: false, ways: [3, 0]),
            "can come about after 3 steps; so from the very beginning; situations seen: 21",
            "достижимо через 3 шага; так с самого начала; просмотрено ситуаций: 21"
        ),
    ])
    func saysWhatWasSeen(seen: ExplorationSeen, english: String, russian: String) {
        #expect(seen.told.en == english && seen.told.ru == russian)
    }
}
