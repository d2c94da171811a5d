import Foundation
import SfmRuntime
import SfmSyntax
import Testing

@testable import SfmTool

/// A script may come from a stranger (THREATS.md): whatever it holds, the answer is a diagnostic or a verdict.
@Suite struct HostileInputTests {
    private static let setting = """
        given class teacher @t of group "10А"
        given students @s in group "10А"
        given chat "10А" for students of group "10А" moderated by @t

        """

    private func check(_ text: String, _ words: [String] = []) throws -> ToolRun { try check(bytes: Array(text.utf8), words) }

    private func check(bytes: [UInt8], _ words: [String] = []) throws -> ToolRun {
        let folder = try TemporaryFolder()
        return ToolRun(["check"] + words + [try folder.write("a.sfm", bytes: bytes)])
    }

    // MARK: - Text

    @Test(arguments: [
        "# \u{1B}[31m", "create group \"a\u{200B}\"", "given student @a\u{200D}b", "create group \"\\u{1B}\"", "\u{202E}create group \"a\"",
        "create group \"\\u{200F}\"", "create group \"a\u{AD}\"", "create group \"a\" \u{0}", "create group \"\\u{0D}\"",
        "create group \"a\u{FEFF}\"",
        "create group \"\\u{85}\"", "create group \"\\u{2028}\"", "create group \"G\u{34F}\"", "create group \"G\u{1D173}\"", "create group \"G\u{2800}\"",
        "create group \"G\\u{FFFE}\"", "create group \"G\\u{FDD0}\"",
    ])
    func hiddenCharactersAreRefused(text: String) throws {
        let run = try check(text + "\n")
        #expect(run.status == .invalid)
        #expect(run.out.contains("SFM0103"))
        let raw = run.out.unicodeScalars.contains {
            ($0.value < 0x20 && $0 != "\n") || [0x200B, 0x202E, 0x200F, 0xFEFF, 0x85, 0x2028, 0xAD].contains($0.value)
        }
        #expect(!raw)
    }

    @Test func invalidUTF8NamesTheByte() throws {
        let run = try check(bytes: Array("create group \"a\"\n".utf8) + [0x00, 0xC3, 0x28])
        #expect(run.status == .invalid)
        #expect(run.out.contains("SFM0101") && run.out.contains("byte 18"))
    }

    @Test func oldWindowsEncodingIsRecognised() throws {
        let data = try #require("создать группу \"10А\"\n".data(using: .windowsCP1251))
        let run = try check(bytes: Array(data))
        #expect(run.status == .invalid)
        #expect(run.out.contains("SFM0102") && run.out.contains("iconv -f CP1251 -t UTF-8"))
    }

    @Test func commandsThatAreSuggestedQuotePaths() throws {
        let folder = try TemporaryFolder()
        let data = try #require("создать группу \"10А\"\n".data(using: .windowsCP1251))
        for (name, quoted) in [("$(touch PWN) a.sfm", "$(touch PWN) a.sfm"), ("a;'b.sfm", "a;'\\''b.sfm"), ("`a`.sfm", "`a`.sfm")] {
            let legacy = ToolRun(["check", "--lang", "en", try folder.write(name, bytes: Array(data))])
            #expect(legacy.out.contains("iconv -f CP1251 -t UTF-8 '\(folder.path)/\(quoted)' > new.sfm"), "\(legacy.out)")
            let mended = ToolRun(["check", "--lang", "en", try folder.write(name, "create group \"a\u{200B}\"\n")])
            #expect(mended.out.contains("sfm check --fix '\(folder.path)/\(quoted)'\n"), "\(mended.out)")
        }
    }

    @Test func nothingOfAScriptBeginsALineOfOutput() throws {
        let names = ["::error::x", " ::set-output name=x::y", "##vso[task.complete]", "##[group]x", "##teamcity[x]", "a\\n::warning::x", "section_start:0:x"]
        for name in names {
            let folder = try TemporaryFolder()
            let file = try folder.write("a.sfm", "create group \"\(name)\"\ncreate group \"\(name)\"\n\(name)\nexpect group \"\(name)x\" exists\n")
            let scenario = try folder.write("b.sfm", "scenario \"\(name)\"\n  given group \"\(name)\"\n  expect group \"\(name)\" does not exist\nend\n")
            for words in [
                ["check", file], ["check", "--format", "short", file], ["run", file], ["run", scenario], ["test", folder.path],
                ["test", "--format", "json", folder.path],
            ] {
                let run = ToolRun(words)
                for line in (run.out + run.error).split(separator: "\n") {
                    let bare = line.drop { $0 == " " }
                    #expect(!bare.hasPrefix("::") && !bare.hasPrefix("section_"), "\(words): \(line)")
                    #expect(!line.contains("##vso[") && !line.contains("##[") && !line.contains("##teamcity["), "\(words): \(line)")
                }
            }
        }
    }

    // MARK: - Limits

    @Test("cells that are wide and stand in many places are counted before they are put there") func wideCells() throws {
        func table(_ places: Int, _ width: Int) -> String {
            "scenario \"a\"\n  # \(String(repeating: "<a>", count: places))\n  given group \"G\"\n  expect group \"G\" exists\n  examples\n    | a |\n    | "
                + String(repeating: "x", count: width) + " |\n  end\nend\n"
        }
        let run = try check(table(3_000, 30_000))
        #expect(run.status == .limit)
        #expect(run.out.contains("SFM0903") && run.out.contains("--max-file-bytes"))
        #expect(try check(table(300, 30_000)).status == .ok)
    }

    @Test("a repeat without steps takes its turns", arguments: ["repeat 999999999 times\n  end", "repeat 9999999 times\n    repeat 0 times\n    end\n  end"])
    func emptyRepeats(block: String) throws {
        let run = try check("scenario \"a\"\n  \(block)\n  given group \"G\"\n  expect group \"G\" exists\nend\n")
        #expect(run.status == .limit)
        #expect(run.out.contains("--max-steps"))
    }

    @Test func aLineOfAHundredMegabytesIsRefusedAtOnce() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.sfm"
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.truncate(atOffset: 100 * 1024 * 1024)
        let start = ContinuousClock.now
        let run = ToolRun(["check", path])
        #expect(run.status == .limit)
        #expect(run.out.contains("SFM0903"))
        #expect(ContinuousClock.now - start < .seconds(2))
    }

    @Test("the name of a policy is no command of a CI system where a clause of it is cited") func citedNames() {
        var repl = Repl(language: .english, fallback: .english, colour: false, plain: true, files: FileStore(root: ".", limit: 10_000))
        let lines = [
            "policy \"x ##[error]y\"\n  clause 1 \"c\"\n    permit post by students\nend", "use policy \"x ##[error]y\"", "use policy \"koshdo-2024\"",
            "given student @a in group \"g\"", "given chat \"c\" for students of group \"g\"", "@a: post \"h\" in chat \"c\"", "why", "what can @a do",
            "show clause 1", "show policies", "show log",
        ]
        for line in lines {
            let reply = repl.handle(line)
            #expect(reply.status == .ok && !reply.text.rawText.contains("##["), "\(line): \(reply.text.rawText)")
        }
    }

    // MARK: - A pipe

    /// The lines that a source gives of what stands on a pipe.
    private func lines(of text: String, limit: Int) throws -> [LineInput] {
        // A pipe would hold no more than the source reads at a time.
        let folder = try TemporaryFolder()
        let file = try #require(FileHandle(forReadingAtPath: try folder.write("lines", text)))
        let source = PipeSource(descriptor: file.fileDescriptor, limit: limit)
        return (0...9).map { _ in source.read(prompt: "") }
    }

    @Test("of a line that is too long no more is kept than tells that it is") func longLinesOnAPipe() throws {
        #expect(try lines(of: "ab\r\ncd", limit: 4).prefix(3) == [.line("ab"), .line("cd"), .endOfInput])
        let long = String(repeating: "x", count: 300_000)
        let read = try lines(of: "\(long)\nnext\n", limit: 1000)
        guard case .line(let first) = read[0] else { throw CocoaError(.fileReadUnknown) }
        #expect(first.utf8.count > 1000 && first.utf8.count < 100_000 && read[1] == .line("next") && read[2] == .endOfInput)
    }

    @Test("what is typed has the limit of a file", arguments: [("en", "longer than the limit of 1000"), ("ru", "длиннее предела в 1000")])
    func longLinesInAConversation(language: String, words: String) throws {
        var repl = Repl(
            language: language == "en" ? .english : .russian, fallback: .english, colour: false, plain: true, files: FileStore(root: ".", limit: 1000))
        let reply = repl.handle(String(repeating: "a", count: 1001))
        #expect(reply.status == .limit && reply.text.rawText.contains("SFM0903") && reply.text.rawText.contains(words), "\(reply.text.rawText)")
        #expect(repl.handle("register school \"\(String(repeating: "a", count: 900))\"").status == .ok)
        // A block is one text, and with the line that is too much it is dropped.
        #expect(repl.handle("repeat 2 times").next == .readMore)
        for _ in 0..<20 { #expect(repl.handle("  create chat \"0123456789012345678901234567890\"").next == .readMore) }
        #expect(repl.handle(String(repeating: " ", count: 200)).status == .limit && !repl.isInBlock)
        // Words of the conversation itself are found before any length, and their rest is whole.
        #expect(repl.handle("help" + String(repeating: " ", count: 900)).status == .ok)
        #expect(ReplWord.parse("load" + String(repeating: " ", count: 300) + "\"x.sfm\"")?.rest == "\"x.sfm\"")
    }

    @Test func aLongLineOnAPipeIsAnsweredQuickly() {
        var repl = Repl(language: nil, fallback: .english, colour: false, plain: true, files: FileStore(root: ".", limit: 10 << 20))
        let line = String(repeating: "ab", count: 2_000_000)
        let start = ContinuousClock.now
        #expect(repl.handle(line).status == .invalid)
        let repeated = ContinuousClock.now - start
        let (file, checked) = (SourceFile(name: "a", text: line), ContinuousClock.now)
        var library = Library()
        var loader = ScriptLoader(path: "a")
        #expect(loader.load(file, library: &library).hasErrors)
        // No more than reading the same from a file takes, with room for what else the machine does.
        #expect(repeated < (ContinuousClock.now - checked) * 4 + .milliseconds(300), "\(repeated)")
    }

    @Test("the limits of the command line hold in a conversation") func limitsOfAConversation() throws {
        var repl = Repl(language: .english, fallback: .english, colour: false, plain: true, files: FileStore(root: ".", limit: 1000))
        let block = "repeat 1 times\n  repeat 1 times\n    register school\n  end\nend"
        repl.session.limits.syntax.nesting = 1
        #expect(repl.handle(block).status == .limit)
        repl.session.limits.syntax.nesting = 2
        #expect(repl.handle(block).status == .ok)
    }

    @Test("of a line that nobody has typed the keyboard layout is not looked into") func longLinesHaveOneLayout() throws {
        func mended(_ words: Int) throws -> Bool { try check("block @x " + String(repeating: "yf 3 lyz ", count: words) + "\n").out.contains("keyboard") }
        #expect(try mended(200) && !mended(300))
    }

    @Test func oneLongLineIsAnsweredAndCut() throws {
        let run = try check("create group \"a\" " + String(repeating: "x", count: 3_000_000) + "\n")
        #expect(run.status == .invalid)
        #expect(run.out.utf8.count < 5000)
    }

    @Test(
        "a title that nobody would read to its end is cut on a screen and whole for machines",
        arguments: [
            "test", "test --list", "run", "test --policy koshdo-2024,tekhnikum", "test --filter nothing", "test --report github=-", "test --report junit=-",
            "train --list", "coverage --policy koshdo-2024", "coverage",
        ])
    func longTitles(line: String) throws {
        let folder = try TemporaryFolder()
        let title = String(repeating: "title ", count: 20_000)
        try folder.write("policy.sfm", "policy \"p\"\n  title \"\(title)\"\n  clause 1 \"\(title)\"\n    permit block by moderator\nend\n")
        let world = "  given student @a in group \"1\"\n"
        let (kind, rest) =
            line.hasPrefix("train")
            ? ("exercise", "  story \"S\"\n  points 1\n  goal \"\(title)\": school is registered\n  solution\n    register school\n  end\n")
            : ("scenario", "  expect @a is teacher\n")
        let text = "use policy \"./policy.sfm\"\n\(kind) \"\(title)\"\n\(world)\(rest)end\n"
        let path = try folder.write("long.sfm", text)
        for language in ["en", "ru"] {
            let run = ToolRun(line.split(separator: " ").map(String.init) + [path, "--lang", language])
            #expect(run.status != .invalid && run.out.utf8.count + run.error.utf8.count < 30_000, "\(run.out.prefix(2000))")
            #expect((run.out + run.error).contains("title t") == !(line == "coverage --policy koshdo-2024"), "\(run.out)")
        }
        for format in ["json", "tap", "html"] where line == "test" {
            #expect(ToolRun(["test", path, "--report", "\(format)=-"]).out.contains(title), "\(format)")
        }
        if line == "test" { #expect(ToolRun(["test", path, "--report", "markdown=-"]).out.contains("❌ title title ")) }
    }

    @Test func tenThousandNestedBlocks() throws {
        let n = 10_000
        let text = String(repeating: "repeat 2 times\n", count: n) + "create group \"a\"\n" + String(repeating: "end\n", count: n)
        let run = try check(text)
        #expect(run.status == .limit)
        #expect(run.out.contains("SFM0904") && run.out.hasSuffix("1 file: 1 mistake\n"))
    }

    @Test(arguments: ["not ", "(", "not ("])
    func deepConditions(piece: String) throws {
        let condition = String(repeating: piece, count: 10_000) + "violations > 3"
        let run = try check("policy \"p\"\n  clause 1 \"x\"\n    permit block by moderator when \(condition)\nend\n")
        #expect(run.status == .limit)
        #expect(run.out.contains("SFM0904") && run.out.hasSuffix("1 file: 1 mistake\n"))
    }

    @Test func aMillionStepsPassTheCheckAndOneMoreDoesNot() throws {
        let nested = Self.setting + "repeat 1000 times\n  repeat 1000 times\n    remind @s\n  end\nend\n"
        #expect(try check(nested).status == .limit)
        let fitting = Self.setting + "repeat 999 times\n  repeat 1000 times\n    remind @s\n  end\nend\n"
        #expect(try check(fitting).status == .ok)
        let overflowing = String(repeating: "repeat 999999999 times\n", count: 20) + "create group \"a\"\n" + String(repeating: "end\n", count: 20)
        #expect(try check(overflowing).status == .limit)
    }

    @Test func nothingRunsBeforeTheStepsAreCounted() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.sfm", Self.setting + "repeat 1000001 times\n  remind @s\nend\n")
        let run = ToolRun(["run", file])
        #expect(run.status == .limit)
        #expect(run.out.isEmpty)
        #expect(ToolRun(["test", file]).status == .limit)
    }

    @Test func limitsHaveFlags() throws {
        #expect(try check(Self.setting + "remind @s\nremind @s\n", ["--max-steps", "4"]).status == .limit)
        #expect(try check(Self.setting, ["--max-file-bytes", "10"]).status == .limit)
        #expect(try check("repeat 1 times\nrepeat 1 times\nend\nend\n", ["--max-nesting", "1"]).status == .limit)
    }

    @Test func aTableThatExplodesIsRefusedBeforeItIsExpanded() throws {
        let rows = String(repeating: "| a |\n", count: 70_000)
        let run = try check("scenario \"<x>\"\n  given student @a\n  expect @a is blocked\nexamples\n| x |\n\(rows)end\nend\n")
        #expect(run.status == .limit)
        #expect(run.out.contains("SFM0903"))
    }

    // MARK: - Nothing is a silent pass

    @Test func emptyFoldersAndMissingFiles() throws {
        let folder = try TemporaryFolder()
        for command in ["check", "test"] { #expect(ToolRun([command, folder.path]).status == .nothing) }
        for command in ["check", "test", "run"] { #expect(ToolRun([command, folder.path + "/none.sfm"]).status == .invalid) }
        try folder.write("a.sfm", "")
        #expect(ToolRun(["run", folder.path + "/a.sfm"]).status == .nothing)
        #expect(ToolRun(["test", folder.path]).status == .nothing)
    }

    @Test func wrongUsage() {
        for words in [["frobnicate"], ["check", "--frobnicate"], ["check", "--lang"], ["run"], ["test", "--format", "nonsense"]] {
            #expect(ToolRun(words).status == .usage, "\(words)")
        }
    }

    @Test func aPolicyThatDoesNotExistIsNotLeftOut() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.sfm", "scenario \"a\"\n  given student @a\n  expect @a is not blocked\nend\n")
        #expect(ToolRun(["test", file]).status == .ok)
        #expect(ToolRun(["test", "--policy", "none", file]).status == .invalid)
    }

    // MARK: - Mending

    @Test func fixesAreAppliedUntilNothingIsLeft() throws {
        let folder = try TemporaryFolder()
        let text =
            "предыстopия\n  дано клaсс \"10А\"\n  дано ученики @иванов, @сидоров в группе \"10A\"\n  дано чат 10А\nrjytw\n\n"
            + "сценарий «Раз\"\n  ghbukfcbnm родителя в чат \"10A\"\n  ожидaем @bdfyjd не заблокирован\nконец.\n"
        let file = try folder.write("a.sfm", text)
        let run = ToolRun(["check", "--fix", file])
        let mended = try String(contentsOfFile: file, encoding: .utf8)
        #expect(run.status == .ok, "\(run.out)\n\(mended)")
        #expect(mended.contains("пригласить родителя") && !mended.contains("10A"))
        // Each thing that was changed is said, by its place.
        #expect(run.out.contains("\(file):8:3: исправлено: «ghbukfcbnm» → «пригласить»\n"), "\(run.out)")
        #expect(run.out.contains("\(file):9:11: исправлено: «@bdfyjd» → «@иванов»\n"), "\(run.out)")
    }

    /// What is a question is not answered, and the file stays byte for byte as it was; of one in UTF-16 the text stays.
    @Test(arguments: [
        "сценари \"а\"\nконец\n", "применить порядок \"к\"\rсценарий \"а\"\rконец\r", "create grop \"a\"\u{2028}create group \"b\"\n",
        "создать группу \"Наш класс\nсоздать группу \"б\"\n", "порядок \"п\"\n  пункт 1 \"а\"\n    разрешено раблокировать модератору\nконец\n",
        "\u{FEFF}порядок \"п\"\r\n  пункт 1 \"а\"\r\n    разрешено выйти родителю\r\nконец\r\n",
        "порядок \"п\"\n  пункт 1 \"а\"\n    запрещено отключить звук\nконец\n", "дано ученик @иванов\nожидаем @иванов незаблокирован\n",
        "given student @kim\nexpect @kim is nonmember of chat \"7B\"\n", "create group \"a\u{202E}\"\n",
    ])
    func whatIsAQuestionIsLeft(text: String) throws {
        let folder = try TemporaryFolder()
        let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let withoutMark = text.unicodeScalars.first == "\u{FEFF}" ? Array(text.utf8.dropFirst(3)) : Array(text.utf8)
        for (bytes, left) in [(Array(text.utf8), Array(text.utf8)), (wide, withoutMark)] {
            let file = try folder.write("a.sfm", bytes: bytes)
            let run = ToolRun(["check", "--fix", file])
            #expect(run.status == .invalid, "\(run.out)")
            #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == Data(left), "\(run.out)")
        }
    }

    /// A name that is written more often than the one that was introduced may be the right one.
    @Test func theRarerOfTwoLookAlikesIsTheWrongOne() throws {
        let folder = try TemporaryFolder()
        let uses = (0..<3).map { _ in "  дано ученик @а в группе \"10А\"\n" }.joined()
        let text = "предыстория\n  дано группа \"10A\"\n\(uses)конец\n"
        let file = try folder.write("a.sfm", text)
        #expect(ToolRun(["check", "--fix", file]).out.contains("может быть, «10A»?"))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    }

    /// A fix that mends nothing is not written, and that is said in both languages.
    @Test(arguments: [("en", "left as it was"), ("ru", "не изменён")])
    func aFixThatDoesNotHelpIsTakenBack(language: String, said: String) throws {
        let folder = try TemporaryFolder()
        let text = "сценарий \"а\"\n  ожидаем @x зaблокирован в чатах\nконец\n"
        let file = try folder.write("a.sfm", text)
        let run = ToolRun(["check", "--fix", file, "--lang", language])
        #expect(run.out.contains(said), "\(run.out)")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    }

    /// A link stays a link, and what the file permits stays as it was.
    @Test func aFileThatIsMendedStaysWhatItIs() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("real.sfm", "create group Daisy\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        let link = folder.path + "/link.sfm"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        #expect(ToolRun(["check", "--fix", link]).status == .ok)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "create group \"Daisy\"\n")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o640)
    }

    /// More mistakes than are reported at once are mended all the same.
    @Test func manyMistakesAreMended() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.sfm", (0..<300).map { "cоздать группу \"г\($0)\u{200B}\"\n" }.joined())
        #expect(ToolRun(["check", "--fix", file]).status == .ok)
    }

    /// Another name by one letter may be another person, and a fix must not change whom a test is about.
    @Test func namesAreNotGuessed() throws {
        let folder = try TemporaryFolder()
        let text = "given student @ivanov in group \"10А\"\nexpect @ivanova is not blocked\n"
        let file = try folder.write("a.sfm", text)
        let run = ToolRun(["check", "--fix", file])
        #expect(run.status == .invalid && run.out.contains("did you mean @ivanov?"))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    }

    @Test func aFileInOrderIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.sfm", "create group \"a\"\r\n")
        #expect(ToolRun(["check", "--fix", file]).status == .ok)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "create group \"a\"\r\n")
    }
}
