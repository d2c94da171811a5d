import Foundation
import SfmRuntime
import SfmSyntax
import Testing

@testable import SfmScenarios
@testable import SfmTool

/// What `--report` promises beside the formats themselves.
@Suite struct ReportTests {
    private static let folder = "Tests/Golden/report/folder"

    private static func write(_ text: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("a.sfm", text)
        return folder
    }

    /// As many failing scenarios as one likes.
    private static func failing(_ count: Int) -> String {
        (0..<count).map {
            "scenario \"s \($0)\"\n  given student @a in group \"1\"\n  given chat \"1\" for students of group \"1\"\n  expect @a is blocked\nend\n"
        }.joined()
    }

    @Test func severalReportsAreWrittenBesideTheTerminal() throws {
        let out = try TemporaryFolder()
        let words = ["junit", "tap", "json", "html", "github", "gitlab", "markdown"]
        let run = ToolRun(["test", Self.folder, "--lang", "en"] + words.flatMap { ["--report", "\($0)=\(out.path)/r.\($0)"] })
        #expect(run.status == .failed && run.out.hasSuffix("3 passed, 2 failed\n"))
        for word in words {
            let text = try String(contentsOfFile: "\(out.path)/r.\(word)", encoding: .utf8)
            let alone = ToolRun(["test", Self.folder, "--lang", "en", "--report=\(word)=-"]).out
            #expect(word == "github" ? alone.hasPrefix(text) : alone == text, "\(word)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: out.path).count == words.count)
        #expect(try String(contentsOfFile: out.path + "/r.json", encoding: .utf8) == ToolRun(["test", Self.folder, "--lang", "en", "--format", "json"]).out)
    }

    @Test func aNameCanSayTheFormat() throws {
        let out = try TemporaryFolder()
        #expect(ToolRun(["test", Self.folder, "--report", out.path + "/a.html", "--report", out.path + "/b=c.xml"]).status == .failed)
        #expect(try String(contentsOfFile: out.path + "/a.html", encoding: .utf8).hasPrefix("<!DOCTYPE html>"))
        #expect(try String(contentsOfFile: out.path + "/b=c.xml", encoding: .utf8).hasPrefix("<?xml"))
    }

    @Test(arguments: [
        ["test", "--report", "pdf=x"], ["test", "--report", "junit="], ["test", "--report", "report"], ["test", "--report", "html=x.xml"],
        ["test", "--report", "json=m.HTML"], ["test", "--report", "markdown=a.sarif.json"],
        ["check", "--report", "junit=x"], ["test", "--report", "junit=-", "--report", "tap=-"], ["test", "--report", "junit=x", "--report", "tap=x"],
        ["test", "--report", "html=a.sfm"], ["train", "--report", "junit=x"],
    ])
    func wrongUsageIsSaidBeforeAnythingRuns(words: [String]) {
        let run = ToolRun(words + [Self.folder])
        #expect(run.status == .usage && run.out.isEmpty && run.error.contains("sfm: "))
    }

    @Test("what is read is not written over, whatever it is called", arguments: ["test", "check"])
    func scriptsStayAsTheyAre(command: String) throws {
        let folder = try Self.write(Self.failing(1))
        let text = try String(contentsOfFile: folder.path + "/a.sfm", encoding: .utf8)
        let script = try folder.write("script.txt", text)
        for path in [script, folder.path + "//script.txt", folder.path + "/a.sfm"] {
            for language in ["en", "ru"] {
                let run = ToolRun([command, script, "--report", "json=\(path)", "--lang", language])
                #expect(run.status == .usage && run.out.isEmpty && run.error.contains(path), "\(run.error)")
            }
        }
        #expect(try String(contentsOfFile: script, encoding: .utf8) == text)
        let twice = ToolRun([command, script, "--report", "json=\(folder.path)/x.json", "--report", "json=\(folder.path)/./x.json"])
        #expect(twice.status == .usage && !FileManager.default.fileExists(atPath: folder.path + "/x.json"), "\(twice.error)")
    }

    @Test("a report that cannot be written gives 74, once said; the others are written, and nothing but a plain file is replaced")
    func unwritable() throws {
        let out = try TemporaryFolder()
        try out.write("target", "kept")
        try FileManager.default.createSymbolicLink(atPath: out.path + "/link", withDestinationPath: out.path + "/target")
        for path in [out.path + "/no/such", out.path, out.path + "/link", "/dev/null"] {
            let run = ToolRun(["test", Self.folder, "--report", "junit=\(path)", "--report", "tap=\(out.path)/ok.tap"])
            #expect(run.status == .unwritable && run.out.hasSuffix("3 passed, 2 failed\n"))
            #expect(run.error.split(separator: "\n").count == 1 && run.error.contains(path))
            try FileManager.default.removeItem(atPath: out.path + "/ok.tap")
        }
        #expect(try String(contentsOfFile: out.path + "/target", encoding: .utf8) == "kept")
        #expect(Set(try FileManager.default.contentsOfDirectory(atPath: out.path)) == ["target", "link"])
        #expect(ToolRun(["check", Self.folder, "--report", "sarif=/no/such/x"]).status == .unwritable)
        try out.write("old.xml", "old")
        #expect(ToolRun(["test", Self.folder, "--report", out.path + "/old.xml"]).status == .failed)
        #expect(try String(contentsOfFile: out.path + "/old.xml", encoding: .utf8).hasPrefix("<?xml"))
    }

    @Test(arguments: ["html", "junit", "gitlab"])
    func theBytesAreTheSameOnAnyNumberOfCores(format: String) {
        let runs = ["1", "5"].map { ToolRun(["test", "Examples/koshdo-2024", "--jobs", $0, "--report", "\(format)=-"]).out }
        #expect(runs[0] == runs[1] && runs[0].count > 20 || format == "gitlab" && runs[0] == runs[1])
    }

    @Test func timesAreZeroUnlessAskedFor() {
        func times(_ words: [String]) -> [String] {
            XMLReading(ToolRun(["test", Self.folder, "--report", "junit=-"] + words).out).all("testcase").compactMap { $0.attributes["time"] }
        }
        #expect(Set(times([])) == ["0.000"])
        let real = times(["--timings"])
        #expect(real.count == 5 && real.allSatisfy { $0.wholeMatch(of: /\d+\.\d{3}/) != nil } && real.contains { $0 != "0.000" })
    }

    @Test func fingerprintsStayWhileLinesMove() throws {
        let folder = try Self.write(Self.failing(3))
        func prints(_ folder: TemporaryFolder, _ language: String) -> [String] {
            ToolRun(["test", folder.path, "--lang", language, "--report", "gitlab=-"]).out
                .matches(of: /"fingerprint":"([0-9a-f]{32})"/).map { String($0.output.1) }
        }
        let before = prints(folder, "en")
        #expect(Set(before).count == 3 && prints(folder, "ru") == before)
        try folder.write("a.sfm", "# a line more\n\n" + Self.failing(3))
        #expect(prints(folder, "en") == before)
        // The same words twice in one scenario are told apart.
        let twice = "scenario \"s\"\n  given chat \"1\" for students of group \"1\"\n  given student @a in group \"1\"\n"
        let expectations = "  expect @a is blocked\n  expect @a is blocked\nend\n"
        #expect(Set(prints(try Self.write(twice + expectations), "en")).count == 2)
    }

    @Test func underSeveralPoliciesEveryCaseIsNamedOnce() {
        let run = ToolRun(["test", "--policy", "koshdo-2024,tekhnikum", "--report", "junit=-", Self.folder + "/block.sfm"])
        let xml = XMLReading(run.out)
        let names = xml.all("testcase").compactMap { $0.attributes["name"] }
        #expect(names.count == 6 && Set(names).count == 6 && names.contains("Ends early [tekhnikum]"))
        let json = ToolRun(["test", "--policy", "koshdo-2024,tekhnikum", "--format", "json", Self.folder + "/block.sfm"]).out
        #expect(ToolRun(["test", "--policy", "koshdo-2024,tekhnikum", "--report", "json=-", Self.folder + "/block.sfm"]).out == json)
    }

    @Test func titlesThatReadAlikeWhenCutStayApart() throws {
        let long = String(repeating: "x", count: 500)
        let titles = [long + " 1", long + " 2", "a\\nb", "a\\\\nb"]
        let folder = try Self.write(
            titles.map {
                "scenario \"\($0)\"\n  given student @a in group \"1\"\n  given chat \"1\" for students of group \"1\"\n  expect @a is blocked\nend\n"
            }.joined())
        let names = XMLReading(ToolRun(["test", folder.path, "--report", "junit=-"]).out).all("testcase").compactMap { $0.attributes["name"] }
        #expect(names.count == 4 && Set(names).count == 4)
    }

    @Test func linesAreLookedUpAsTheyAreCounted() {
        let sources = ["", "\n\na\r\nb\n", "one", "ы\n\n\nend\n\n"].enumerated().map { SourceFile(name: "x", bytes: Array($1.utf8), firstLine: $0 + 1) }
        let table = LineTable(sources)
        for (k, source) in sources.enumerated() {
            for offset in 0...source.bytes.count {
                #expect(table.line(of: UInt32(offset), file: UInt16(k)) == source.reportedLine(of: offset))
            }
        }
    }

    // MARK: - Caps

    @Test func gitHubIsGivenTenOfAKind() throws {
        let ten = try Self.write(Self.failing(10))
        let many = try Self.write(Self.failing(300))
        func errors(_ folder: TemporaryFolder) -> [Substring] {
            ToolRun(["test", folder.path, "--lang", "en", "--report", "github=-"]).out.split(separator: "\n").filter { $0.hasPrefix("::error ") }
        }
        #expect(errors(ten).count == 10 && errors(ten).allSatisfy { !$0.contains("truncated") })
        #expect(errors(many).count == 10 && errors(many).last == "::error title=sfm::… truncated: 291 more")
    }

    @Test func longReportsAreCutWithAMark() throws {
        let folder = try Self.write(Self.failing(40))
        var scripts = ScriptSet(options: try Options(["test", folder.path]))
        let script = scripts.load(folder.path + "/a.sfm")
        let recorder = StepRecording(language: .english, sources: script.sources).recorder
        let report = TestReport([("", [Runner(recorder: recorder).test(script, named: "a")])], language: .english, folder: "")
        let markdown = MarkdownReporter(report, most: 3000).text
        #expect(markdown.utf8.count < 3200 && markdown.contains("… truncated: "))
        #expect(!MarkdownReporter(report).text.contains("truncated"))
        var junit = JUnitReporter(report, mostText: 1000)
        let xml = XMLReading(junit.write())
        #expect(xml.problem == nil && xml.all("testcase").count == 40 && xml.all("failure").last?.text == "… truncated\n")
        let page = HTMLReporter(report, most: 4000).text
        #expect(XMLReading(page).problem == nil && page.utf8.count < 20_000 && page.contains("… truncated: "))
        #expect(!HTMLReporter(report).text.contains("… truncated"))
    }

    @Test func aScenarioThatGoesOnIsShownInPart() throws {
        let folder = try Self.write(
            "scenario \"s\"\n  given student @a in group \"1\"\n  repeat 2000 times\n    advance 1 minute\n  end\n  expect @a is blocked\nend\n")
        let page = XMLReading(ToolRun(["test", folder.path, "--lang", "en", "--report", "html=-"]).out)
        #expect(page.problem == nil && page.text.contains("… truncated: 1501 more"))
        #expect(page.elements.contains { $0.attributes["class"] == "failed" })
    }

    @Test func withoutAReportNothingIsRemembered() throws {
        let folder = try Self.write(Self.failing(2))
        var scripts = ScriptSet(options: try Options(["test", folder.path]))
        let result = Runner().test(scripts.load(folder.path + "/a.sfm"), named: "a")
        #expect(result.failed == 2 && result.scenarios.allSatisfy { $0.records.isEmpty && $0.nanoseconds == 0 })
    }

    // MARK: - The page

    @Test(arguments: [("en", "prohibited", "clause 26", "now in chat"), ("ru", "запрещено", "п. 26", "теперь в чате")])
    func thePageTellsDecisionsClausesAndChanges(language: String, decision: String, clause: String, change: String) throws {
        let folder = try Self.write(
            """
            use policy "koshdo-2024"
            scenario "s"
              given class teacher @t of group "7"
              given students @a, @b in group "7"
              given chat "7" for students of group "7" moderated by @t
              expect prohibited by clause 26: @t: remove @a from chat "7" because personal
              depart @a
              fulfil duties
            end
            """)
        let run = ToolRun(["test", folder.path, "--lang", language, "--report", "html=-"])
        #expect(run.status == .ok)
        let page = XMLReading(run.out)
        #expect(page.problem == nil)
        #expect(page.elements.contains { $0.attributes["class"] == "verdict prohibited" && $0.text == decision })
        #expect(
            page.all("li").contains { $0.text.hasPrefix(clause.replacing(" ", with: "\u{A0}") + "\u{A0}— ") }
                && page.all("li").contains { $0.text.hasPrefix(change) })
        // Membership as a picture, and a square for every operational clause.
        #expect(page.all("path").count { $0.attributes["class"] == "curve c0" } == 1 && page.all("rect").count == 63 && page.all("tr").count == 64)
        #expect(page.all("li").contains { $0.text.hasSuffix(": 3 → 2") })
        #expect(page.elements.filter { $0.attributes["open"] != nil }.isEmpty)
        // The axes have their names and numbers, and the clauses stand beside the step.
        let names = page.all("text").map(\.text)
        #expect(names.contains(language == "en" ? "members" : "участников") && Set(names).isSuperset(of: ["0", "1", "2", "3", "4", "6", "01.09.2024 09:00"]))
        #expect(page.elements.contains { $0.attributes["class"] == "cited" && $0.text == clause.replacing(" ", with: "\u{A0}") })
    }

    @Test(arguments: [("en", " scenarios passed", " failed"), ("ru", " сценария прошли", " не прошёл")])
    func thePageBeginsWithWhatFailed(language: String, passed: String, failed: String) throws {
        let scenarios = ["а", "б", "в"].map { "scenario \"\($0)\"\n  given student @a in group \"1\"\n  expect @a is \($0 == "б" ? "" : "not ")blocked\nend\n" }
        let folder = try Self.write(scenarios.joined())
        let page = XMLReading(ToolRun(["test", folder.path, "--lang", language, "--report", "html=-"]).out)
        #expect(page.all("strong").prefix(2).map(\.text) == ["2", "1"] && page.all("li").prefix(2).map(\.text) == [passed, failed])
        let links = page.all("a")
        #expect(links.map(\.text) == ["б"] && links.first?.attributes["href"] == "#f1s2")
        #expect(page.elements.first { $0.attributes["id"] == "f1s2" }?.attributes["open"] == "open")
    }

    @Test func thePageShowsPoliciesSideBySide() throws {
        let folder = try Self.write("scenario \"s\"\n  given student @a in group \"1\"\n  expect @a is blocked\nend\n")
        let page = XMLReading(ToolRun(["test", folder.path, "--lang", "en", "--policy", "koshdo-2024,rtishchevo-2025", "--report", "html=-"]).out)
        #expect(page.all("strong").map(\.text) == ["0", "2", "4", "1", "2"])
        #expect(page.all("li").prefix(5).map(\.text) == [" scenarios passed", " failed", " steps", " file", " policies"])
        let links = page.all("a").compactMap { $0.attributes["href"] }
        #expect(links == ["#f1s1", "#f2s1"] && links.allSatisfy { link in page.elements.contains { "#" + ($0.attributes["id"] ?? "") == link } })
        #expect(page.all("td").count { $0.text == "0 / 1" } == 2)
    }

    @Test func wordsThatBelongTogetherStayOnOneLine() {
        #expect(Typography.counted(1_234_567, .step, .russian) == "1\u{A0}234\u{A0}567\u{A0}шагов")
        #expect(Typography.counted(12_000, .step, .english) == "12,000\u{A0}steps" && Typography.counted(9999, .step, .english) == "9999\u{A0}steps")
        #expect(Typography.bound("п. 24 — срок 14 дней (п. 3) 50 %") == "п.\u{A0}24\u{A0}— срок 14\u{A0}дней (п.\u{A0}3) 50\u{A0}%")
        #expect(Typography.bound("@a, 2 and clause x 1 2") == "@a, 2\u{A0}and clause x 1 2")
    }
}
