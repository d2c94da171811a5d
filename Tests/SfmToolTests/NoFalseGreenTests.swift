import Foundation
import SfmRuntime
import SfmScenarios
import SfmSyntax
import Testing

@testable import SfmTool

/// Nothing that was not looked at is said to be in order.
@Suite struct NoFalseGreenTests {
    private static let script = "create group \"7B\"\nexpect group \"7B\" exists\n"

    // MARK: - What a walk passes over

    @Test(
        "every command says what it passed over and runs .SFM",
        arguments: [["test"], ["check"], ["fmt", "--check"], ["coverage"], ["test", "--list"], ["test", "--update"]])
    func whatIsPassedOverIsSaid(words: [String]) throws {
        let folder = try TemporaryFolder()
        for name in ["a.sfm", "ONE.SFM", "sub/b.sfm", "x.sfm.txt", "y.sfm~", ".hidden.sfm", ".git/z.sfm", "notes.txt", "z.sfmx"] {
            try folder.write(name, Self.script)
        }
        symlink(folder.path + "/sub", folder.path + "/linked")
        for (language, word) in [("en", "passed over: “"), ("ru", "пропущено: «")] {
            let run = ToolRun(words + [folder.path, "--lang", language])
            // Without a policy there is nothing to cover.
            #expect(run.status == (words == ["coverage"] ? .nothing : .ok), "\(run.out)\(run.error)")
            let said = run.error.split(separator: "\n").filter { $0.contains(word) }
            let names = said.compactMap { $0.split(whereSeparator: { "“”«»".contains($0) }).dropFirst().first?.split(separator: "/").last.map(String.init) }
            #expect(names == [".hidden.sfm", "linked", "x.sfm.txt", "y.sfm~"], "\(run.error)")
        }
        if words == ["test"] { #expect(ToolRun(["test", folder.path]).out.hasSuffix("3 passed, 0 failed\n")) }
    }

    @Test func manyPassedOverAreCut() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.sfm", Self.script)
        for k in 1...30 { try folder.write("x\(k).sfm.txt", "") }
        let run = ToolRun(["test", folder.path, "--lang", "en"])
        #expect(run.error.split(separator: "\n").count == 11 && run.error.hasSuffix("sfm: passed over: 20 more\n"), "\(run.error)")
    }

    @Test func aFolderThatCannotBeReadIsNamed() throws {
        let folder = try TemporaryFolder()
        try folder.write("in/a.sfm", Self.script)
        #expect(throws: ScriptWalk.UnreadablePath.self) { try ScriptWalk(folder.path + "/nowhere") }
        // Whoever runs the tests may be allowed to read everything.
        chmod(folder.path + "/in", 0)
        defer { chmod(folder.path + "/in", 0o755) }
        guard access(folder.path + "/in", R_OK) != 0 else { return }
        let run = ToolRun(["test", folder.path])
        #expect(run.status == .invalid && run.error.contains(folder.path + "/in"), "\(run.error)")
    }

    @Test("two names that only look alike are two files: «й» written in one piece and in two")
    func namesAreBytes() throws {
        let folder = try TemporaryFolder()
        for name in ["caf\u{E9}.sfm", "cafe\u{301}.sfm"] { try folder.write("d/" + name, Self.script) }
        try folder.write("other.sfm", Self.script)
        #expect(ToolRun(["test", folder.path + "/d", folder.path + "/other.sfm"]).out.hasSuffix("3 passed, 0 failed\n"))
        #expect(ToolRun(["test", folder.path + "/d", "--policy", "koshdo-2024,tekhnikum"]).out.hasSuffix("0 passed, 4 failed\n"))
        var reports: [String] = []
        for k in 1...2 { reports.append(try folder.write("\(k).json", ToolRun(["test", folder.path, "--shard", "\(k)/2", "--format", "json"]).out)) }
        let merged = ToolRun(["report", "merge", folder.path + "/all.json"] + reports)
        #expect(merged.out.hasSuffix("3 passed, 0 failed\n"), "\(merged.out)\(merged.error)")
    }

    @Test func aLinkInAFolderIsNotFollowedByFmt() throws {
        let folder = try TemporaryFolder()
        let outside = try folder.write("outside.sfm", "create   group \"7B\"\n")
        try folder.write("in/a.sfm", Self.script)
        symlink(outside, folder.path + "/in/link.sfm")
        #expect(ToolRun(["fmt", "--write", folder.path + "/in"]).status == .invalid)
        #expect(try String(contentsOfFile: outside, encoding: .utf8).contains("   "))
    }

    // MARK: - Nothing ran

    @Test("of a folder without scripts every command says so", arguments: [["test"], ["check"], ["fmt", "--check"], ["coverage"], ["test", "--list"]])
    func anEmptyFolderIsSaid(words: [String]) throws {
        let folder = try TemporaryFolder()
        for (language, said) in [("en", "no .sfm file in “"), ("ru", "ни одного файла .sfm: «")] {
            let run = ToolRun(words + [folder.path, "--lang", language])
            #expect(run.status == .nothing && run.error.contains(said), "\(run.error)")
            #expect(!run.out.contains("in order") && !run.out.contains("в порядке"), "\(run.out)")
        }
    }

    /// What a reader of each format takes for success.
    private static let looksGreen: [(format: String, test: @Sendable (String) -> Bool)] = [
        ("junit", { !$0.contains("<error") && !$0.contains("<failure") }), ("tap", { !$0.contains("not ok") }),
        ("json", { !$0.contains("\"status\":\"nothing\"") && !$0.contains("\"status\":\"invalid\"") }),
        ("html", { !$0.contains("class=\"bad\"") }), ("github", { !$0.contains("::error") }), ("gitlab", { !$0.contains("\"severity\"") }),
        ("markdown", { $0.contains("✅") }),
    ]

    @Test(arguments: looksGreen.map(\.format))
    func noReportOfNothingLooksGreen(format: String) throws {
        let looksGreen = try #require(Self.looksGreen.first { $0.format == format }).test
        let folder = try TemporaryFolder()
        let empty = folder.path + "/empty"
        try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
        let good = try folder.write("good.sfm", Self.script)
        let bad = try folder.write("bad.sfm", "nonsense\n")
        for language in ["en", "ru"] {
            func report(_ words: String...) -> String { ToolRun(["test", "--lang", language, "--report", "\(format)=-"] + words).out }
            #expect(looksGreen(report(good)), "\(report(good))")
            for words in [[empty], [good, "--filter", "zzz"], [good, "--tag", "zzz"], [good, bad]] {
                let run = ToolRun(["test", "--lang", language, "--report", "\(format)=-"] + words)
                #expect(!looksGreen(run.out) && run.status != .ok, "\(words): \(run.out)")
            }
            // The other shards have what this one lacks.
            let shards = ["1/2", "2/2"].map { ToolRun(["test", "--lang", language, "--report", "\(format)=-", "--shard", $0, good]) }
            #expect(shards.allSatisfy { $0.status == .ok } && shards.contains { format == "markdown" ? $0.out.contains("⚪") : looksGreen($0.out) })
        }
    }

    @Test func noCheckOfNothingLooksGreen() throws {
        let folder = try TemporaryFolder()
        #expect(ToolRun(["check", folder.path, "--report", "sarif=-"]).out.contains("\"executionSuccessful\":false"))
        #expect(ToolRun(["check", folder.path, "--format", "json"]).out.hasPrefix("{\"files\":0,"))
    }

    @Test("a stage of the test command that ran nothing has not passed")
    func stagesRun() throws {
        let text = try String(contentsOfFile: ToolRun.root + "/scripts/test", encoding: .utf8)
        #expect(text.contains("scripts/bench --check\n") && !text.contains("--no-build"))
        let stages = text.split(separator: "\n").filter { $0.hasPrefix("stage ") && ["test", "fuzz", "bench"].contains(where: $0.contains) }
        #expect(text.contains("\nif [[ $quick == yes ]]; then selected=(--skip \"$slow\"); fi\n"), "without --quick every test runs")
        #expect(stages.count >= 4 && text.split(separator: "\n").count { $0.hasPrefix("must_have_run ") } >= 4)
    }

    @Test func aMergedReportOfNothingSaysSo() throws {
        let folder = try TemporaryFolder()
        try folder.write("policy.sfm", "policy \"ours\"\n  clause 1 \"x\"\n    note \"y\"\nend\n")
        var reports: [String] = []
        for k in 1...2 {
            reports.append(try folder.write("\(k).json", ToolRun(["test", folder.path + "/policy.sfm", "--shard", "\(k)/2", "--format", "json"]).out))
        }
        let run = ToolRun(["report", "merge", folder.path + "/all.json", "--lang", "en"] + reports)
        #expect(run.status == .nothing && run.out.contains("no scenario was found"), "\(run.out)\(run.error)")
        #expect(try String(contentsOfFile: folder.path + "/all.json", encoding: .utf8).contains("\"status\":\"nothing\""))
    }

    @Test func aWordOfASelectionThatFitsNothingIsSaid() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.sfm", "scenario \"One\" [smoke]\n  create group \"7B\"\n  expect group \"7B\" exists\nend\n")
        for (words, said) in [
            (["--filter", "One", "--filter", "Tow"], "nothing matches --filter “Tow”"),
            (["--tag", "smoke,slwo"], "no scenario has the tag slwo"), (["--tag", "!smok"], "no scenario has the tag smok; the nearest tag: smoke"),
        ] {
            let run = ToolRun(["test", file, "--lang", "en"] + words)
            #expect(run.status == .ok && run.out.hasSuffix("1 passed, 0 failed\n") && run.error.contains(said), "\(run.error)")
        }
        #expect(ToolRun(["test", file, "--tag", "smoke", "--filter", "One"]).error.isEmpty)
    }

    @Test func coverageSaysWhatItCounted() throws {
        let folder = try TemporaryFolder()
        let failing = try folder.write("a.sfm", "use policy \"koshdo-2024\"\nscenario \"One\"\n  expect group \"7B\" exists\n  create group \"7B\"\nend\n")
        #expect(ToolRun(["coverage", failing, "--lang", "en"]).status == .invalid)
        let file = try folder.write("b.sfm", "use policy \"koshdo-2024\"\ngiven admin @a\ncreate group \"7B\"\nexpect group \"7B\" not exists\n")
        let run = ToolRun(["coverage", file, "--lang", "en"])
        #expect(run.error.contains("what failed counts as well: 1 scenario"), "\(run.error)")
        let plain = try folder.write("c.sfm", Self.script)
        for options in [[], ["--mutants"], ["--mutants=clauses"], ["--format", "json"], ["--threshold", "1"], ["--mutants", "--min-score", "1"]] {
            let run = ToolRun(["coverage", plain, "--lang", "en"] + options)
            #expect(run.status == .nothing && run.error.contains("no policy was in force"), "\(options)")
        }
        let policy = try folder.write("d.sfm", "policy \"ours\"\n  clause 1 \"x\"\n    note \"y\"\nend\n")
        #expect(ToolRun(["coverage", policy, "--lang", "en"]).error.contains("no scenario was found"))
    }

    @Test func aFileInWhichNothingRunsIsSaid() throws {
        let folder = try TemporaryFolder()
        try folder.write("in/a.sfm", Self.script)
        let policy = try folder.write("in/policy.sfm", "policy \"ours\"\n  clause 1 \"x\"\n    note \"y\"\nend\n")
        #expect(ToolRun(["test", folder.path + "/in", "--lang", "en"]).error.isEmpty)
        #expect(ToolRun(["test", folder.path + "/in/a.sfm", policy, "--lang", "en"]).error.contains("nothing to run in “\(policy)”"))
        let blank = try folder.write("in/blank.sfm", "# all gone\n")
        #expect(ToolRun(["test", folder.path + "/in", "--lang", "ru"]).error == "sfm: «\(blank)»: проверять нечего\n")
        #expect(ToolRun(["check", folder.path + "/in", "--lang", "en"]).error == "sfm: “\(blank)” says nothing\n")
    }

    // MARK: - Rows

    private static let table = """
        use policy "koshdo-2024"
        background
          given class teacher @orlova of group "7B"
          given students @dima, @lena in group "7B"
          given chat "7B" for students of group "7B" moderated by @orlova
        end
        scenario "A row"
          given violations of @dima in chat "7B" = 4
          expect allowed: @orlova: block @dima for <term>
        examples
          | term     |
          | 4 days   |
          | 2 months |
          | 3 months |
        end
        end

        """

    @Test("a failing row has a line of its own", arguments: ["junit", "tap", "json", "html", "github", "gitlab", "markdown"])
    func rowsAreTold(format: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.sfm", Self.table)
        let out = ToolRun(["test", file, "--lang", "en", "--report", "\(format)=-"]).out.replacing("\\#", with: "#")
        for (number, line) in [(2, 13), (3, 14)] {
            #expect(out.contains("A row #\(number)"), "\(out)")
            let places = ["line=\"\(line)\"", "line=\(line),", "\"line\":\(line)", "\"begin\":\(line)", "(line \(line)): | ", "line\u{A0}\(line)"]
            #expect(places.contains(where: out.contains), "\(out)")
        }
        #expect(ToolRun(["test", file, "--lang", "ru"]).out.contains("строка таблицы (14 в файле): | 3 months |"))
        #expect(ToolRun(["test", file, "--list"]).out.contains("a.sfm:14 A row #3"))
        #expect(ToolRun(["test", file, "--policy", "koshdo-2024,tekhnikum", "--lang", "en"]).out.contains("a.sfm:14: "))
    }

    @Test func quotesOfACellAreTextInATitle() throws {
        let folder = try TemporaryFolder()
        for (quotes, cell, title) in [
            ("\"\"", "\"7B\"", "Group \"7B\""), ("«»", "«7B»", "Group «7B»"), ("\"\"", "“7B”", "Group “7B”"), ("\"\"", "\"7\\\\B\"", "Group \"7\\\\B\""),
        ] {
            let (open, close) = (quotes.first ?? "\"", quotes.last ?? "\"")
            let file = try folder.write(
                "a.sfm",
                "scenario \(open)Group <group>\(close) [smoke]\n  create group <group>\n  expect groups = 1\nexamples\n  | group |\n  | \(cell) |\nend\nend\n"
                    .replacingOccurrences(of: "  expect groups = 1\n", with: "  expect group <group> exists\n"))
            let run = ToolRun(["test", file, "--format", "json"])
            let value = JSONValue(Array(run.out.utf8))
            let found = value?["files"]?.elements?.first?["scenarios"]?.elements?.first?["name"]?.string
            #expect(found == title && run.status == .ok, "\(run.out)")
        }
    }

    // MARK: - Not a test

    @Test func whatIsRunAndAskedNeedsNoExpectation() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.sfm", "scenario \"One\"\n  given student @dima\nend\n")
        #expect(ToolRun(["run", file]).status == .ok)
        let run = ToolRun(["ask", "what can @dima do", "--after", file, "--scenario", "One"])
        #expect(run.status == .ok && run.error.isEmpty, "\(run.out)\(run.error)")
    }

    @Test(
        "new expectations say which refusal it was", arguments: [("en", "not granted", "prohibited", "denied"), ("ru", "отсутствие права", "запрет", "отказ")])
    func updatesSayTheOutcome(language: String, notGranted: String, prohibited: String, denied: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "a.sfm",
            """
            use policy "koshdo-2024"
            scenario "One"
              given class teacher @orlova of group "7B"
              given students @dima, @lena in group "7B"
              given chat "7B" for students of group "7B" moderated by @orlova
              expect allowed: @orlova: block @dima for 7 days
              expect allowed: @orlova: remove @dima because personal
            end

            """)
        if language == "ru" { #expect(ToolRun(["fmt", "--write", "--to", "ru", file]).status == .ok) }
        #expect(ToolRun(["test", file, "--update", "--yes"]).status == .ok)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.contains(notGranted) && text.contains(prohibited) && !text.contains(denied), "\(text)")
        #expect(ToolRun(["test", file]).status == .ok)
    }
}
