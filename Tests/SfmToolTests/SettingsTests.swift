import Foundation
import SfmScenarios
import SfmSyntax
import Testing

@testable import SfmTool

/// `sfm.toml`: what it says, that it is said, and what it may not. The working folder is that of the process, so the file is named.
@Suite struct SettingsTests {
    private static let scenarios = ["smoke", "slow"].map { tag in
        "scenario \"\(tag)\" [\(tag)]\n  given student @a in group \"1\"\n  expect @a is student\nend\n"
    }.joined()

    private func project(_ toml: String) throws -> (folder: TemporaryFolder, file: String) {
        let folder = try TemporaryFolder()
        try folder.write("in/a.sfm", Self.scenarios)
        try folder.write("in/bad.sfm", "scenario \"bad\" [bad]\n  given student @a in group \"1\"\n  expect @a is teacher\nend\n")
        return (folder, try folder.write("sfm.toml", toml))
    }

    @Test func saysWhatIsRun() throws {
        let (folder, file) = try project("paths = [\"in\"]\ntag = \"smoke or bad\"\nreport = [\"junit=out/x.xml\"]\nlanguage = \"ru\"\nmax-fail = 7\n")
        let run = ToolRun(["test", "--config", file])
        #expect(run.status == .failed && run.out.hasSuffix("1 passed, 1 failed\n"), "\(run.out)\(run.error)")
        #expect(run.error == "sfm: настройки из \(file): пути, метки, отчёты, язык, предел-ошибок\n")
        #expect(JUnitSchema(try String(contentsOfFile: folder.path + "/out/x.xml", encoding: .utf8)).problems == [])
    }

    @Test("the command line comes first, and --no-config leaves the file aside") func theCommandLineWins() throws {
        let (folder, file) = try project("paths = [\"in\"]\ntag = \"smoke\"\nlanguage = \"ru\"\n[limits]\nsteps = 1\n")
        let tagged = ToolRun(["test", "--config", file, "--tag", "slow", "--lang", "en", "--max-steps", "9"])
        #expect(tagged.out.hasSuffix("1 passed, 0 failed\n") && tagged.error == "sfm: settings from \(file): paths\n", "\(tagged.error)")
        #expect(ToolRun(["test", "--config", file]).status == .limit)
        let bare = ToolRun(["test", folder.path + "/in", "--config", file, "--no-config"])
        #expect(bare.error.isEmpty && bare.out.hasSuffix("2 passed, 1 failed\n"))
        #expect(ToolRun(["test", "--config", file], environment: ["SFM_LANG": "en"]).error.contains("settings from"))
        #expect(ToolRun(["test", "--config", file], environment: ["LANG": "en_US.UTF-8"]).error.contains("настройки из"))
    }

    @Test("no report takes the place of the settings, whoever asks for it") func reportsLeaveTheFileAlone() throws {
        for (toml, words) in [("paths = [\"in\"]\n", true), ("paths = [\"in\"]\nreport = [\"json=sfm.toml\"]\n", false)] {
            let (folder, file) = try project(toml)
            let run = ToolRun(["test", "--config", file, "--lang", "en"] + (words ? ["--report", "json=" + folder.path + "/sfm.toml"] : []))
            #expect(run.status == .usage && run.error.contains("which is read"), "\(run.error)")
            #expect(try String(contentsOfFile: file, encoding: .utf8) == toml)
        }
    }

    @Test("a policy of the settings is set aside where the command is about what the scripts put in force") func policiesSetAside() throws {
        let (folder, file) = try project("paths = [\"in\"]\npolicy = [\"koshdo-2024\", \"tekhnikum\"]\n")
        #expect(ToolRun(["test", folder.path + "/in/a.sfm", "--config", file, "--update"]).status == .ok)
        #expect(ToolRun(["test", folder.path + "/in/a.sfm", "--config", file, "--shard", "1/1"]).status == .ok)
    }

    @Test("a document stands alone on standard output") func documentsStandAlone() throws {
        let (folder, _) = try project("")
        let path = folder.path + "/in/a.sfm"
        for words in [
            ["--report", "junit=-", "--report", "github=-"], ["--report", "sarif=-", "--report", "github=-"], ["--format", "json", "--report", "github=-"],
        ] {
            #expect(ToolRun(["test", path] + words).status == .usage, "\(words)")
        }
        #expect(ToolRun(["test", path, "--report", "github=-"]).status == .ok)
    }

    @Test func otherCommandsTakeTheirPart() throws {
        let (folder, file) = try project("\"пути\" = [\"in\"]\ntag = \"smoke\"\nreport = \"out/x.xml\"\n")
        #expect(ToolRun(["check", "--config", file, "--lang", "en"]).error == "sfm: settings from \(file): paths\n")
        #expect(ToolRun(["coverage", "--config", file, "--lang", "en"]).error.hasPrefix("sfm: settings from \(file): paths, tag\n"))
        #expect(ToolRun(["run", "--config", file, "x.sfm"]).status == .usage)
        // What measures or lists writes no report of its own accord.
        #expect(ToolRun(["test", "--list", "--config", file, "--lang", "en"]).error == "sfm: settings from \(file): paths, tag\n")
        #expect(Set(try FileManager.default.contentsOfDirectory(atPath: folder.path)) == ["in", "sfm.toml"])
    }

    /// A pull request may bring the file: it reaches nothing that a script does not.
    @Test(arguments: [
        "paths = [\"../x\"]", "paths = [\"/etc\"]", "paths = [\"in/../..\"]", "paths = [\".git\"]", "paths = [\"link\"]", "paths = [\"link/etc\"]",
        "paths = [\"~/x\"]", "policy = [\"../p.sfm\"]", "report = [\"junit=../x.xml\"]", "report = [\"junit=/tmp/x.xml\"]", "report = [\"json=.git/config\"]",
        "report = [\"json=link/x.json\"]", "report = [\"json=-\"]", "report = [\"x.sfm\"]", "report = [\"json=x.html\"]", "[limits]\nsteps = 1000001",
        "[limits]\nfile-bytes = 99999999999", "paths = []", "paths = \"\"", "tag = \"a b\"", "max-fail = -1", "no-such = 1", "policy = true",
        "paths = [\"in\"]\npaths = [\"in\"]", "paths = [\"in\"]\n\"пути\" = [\"in\"]", "language = \"ru\" x",
        "language = 'ru", "jobs = 3", "[limits]\n[limits]",
        "language = \"\\q\"", "language = \"r\u{202E}u\"", "language = \"\\u202E\"", "= 3", "[", "[x", "paths = [\"in\" \"in\"]", "paths = [\"in\",", "x",
    ])
    func isRefused(line: String) throws {
        let (folder, file) = try project(line + "\n")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "/")
        for language in ["en", "ru"] {
            let run = ToolRun(["test", folder.path + "/in", "--config", file, "--lang", language])
            #expect(run.status == .invalid && run.out.isEmpty, "\(run.out)")
            #expect(run.error.contains("SFM0506: ") && run.error.contains("sfm.toml:") && !run.error.contains("\u{202E}"), "\(run.error)")
        }
        #expect(Set(try FileManager.default.contentsOfDirectory(atPath: folder.path)) == ["in", "link", "sfm.toml"])
    }

    @Test(
        "what is wrong with it is told in its own language, or that of the reader",
        arguments: [
            ("language = \"ru\"\nmax-fail = 0\n", [:], true), ("max-fail = x\nlanguage = \"ru\"\n", [:], true), ("\"язык\" = \"ru\"\nx = 1\n", [:], true),
            ("max-fail = 0\n", ["LANG": "ru_RU.UTF-8"], true), ("language = \"en\"\nmax-fail = 0\n", ["LANG": "ru_RU.UTF-8"], false),
            ("language = \"ru\"\nmax-fail = 0\n", ["SFM_LANG": "en"], false), ("max-fail = 0\n", [:], false),
        ] as [(String, [String: String], Bool)])
    func language(toml: String, environment: [String: String], isRussian: Bool) throws {
        let (folder, file) = try project(toml)
        defer { withExtendedLifetime(folder) {} }
        let run = ToolRun(["test", "--config", file], environment: environment)
        #expect(run.status == .invalid && run.error.hasPrefix(isRussian ? "ошибка SFM0506" : "error SFM0506"), "\(run.error)")
        #expect(ToolRun(["test", "--config", file, "--lang", "en"], environment: environment).error.hasPrefix("error SFM0506"))
    }

    @Test(
        "a value that is none is told with what is expected, and the whole line as it could be",
        arguments: [
            ("language = \"de\"", "\"ru\" or \"en\", in quotes", "language = \"ru\""), ("language = \"\"", "\"ru\" or \"en\"", "language = \"ru\""),
            ("language = 0", "\"ru\" or \"en\"", "language = \"ru\""), ("language = de", "a text stands in quotes", "language = \"ru\""),
            ("language =", "a value belongs here", "language = \"ru\""), ("\"язык\" = \"de\"", "\"ru\" or \"en\"", "\"язык\" = \"ru\""),
            ("paths = \"\"", "a text in quotes, or several", "paths = [\"Examples\"]"),
            ("paths = []", "a text in quotes, or several", "paths = [\"Examples\"]"),
            ("tag = [\"\"]", "none of them is empty", "tag = \"smoke and not slow\""),
            ("report = true", "a text in quotes", "report = [\"junit=out/junit.xml\"]"),
            ("max-fail = 0", "a whole number from 1", "max-fail = 5"), ("max-fail = -1", "numbers are whole", "max-fail = 5"),
            ("\"предел-ошибок\" = \"5\"", "a whole number from 1, without quotes", "\"предел-ошибок\" = 5"),
            ("[limits]\nsteps = 0", "a whole number from 1", "steps = 1000000"), ("[limits]\nsteps = ", "a value belongs here", "steps = 1000000"),
        ])
    func values(line: String, expected: String, right: String) throws {
        let (folder, file) = try project(line + "\n")
        defer { withExtendedLifetime(folder) {} }
        let run = ToolRun(["test", "--config", file, "--lang", "en"])
        #expect(run.status == .invalid && run.error.contains(expected) && run.error.contains("= the whole line, as in: \(right)\n"), "\(run.error)")
        let russian = ToolRun(["test", "--config", file, "--lang", "ru"])
        #expect(russian.error.contains("= строка целиком, например: \(right)\n"), "\(russian.error)")
        // And the line that is shown is taken.
        let mended = try project((line.hasPrefix("[limits]") ? "[limits]\n" : "") + right + "\n")
        try mended.folder.write("Examples/a.sfm", Self.scenarios)
        #expect(!ToolRun(["test", "--config", mended.file]).error.contains("SFM0506"))
    }

    @Test func aLinkInTheFilesPlaceIsNotFollowed() throws {
        let (folder, file) = try project("language = \"ru\"\n")
        let secret = try folder.write("secret.txt", "password of nobody\n")
        try FileManager.default.removeItem(atPath: file)
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: secret)
        let run = ToolRun(["test", folder.path + "/in", "--config", file])
        #expect(run.status == .invalid && !run.error.contains("password"), "\(run.error)")
        #expect(ToolRun(["test", folder.path + "/in", "--config", folder.path + "/none.toml"]).status == .invalid)
    }

    /// `sfm test` as it is typed in a folder: what it says on standard error, and its status.
    private func run(in folder: String) throws -> (error: String, status: Int32) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: PseudoTerminal.program)
        process.arguments = ["test"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["CI": "true"]
        process.standardOutput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let error = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (error, process.terminationStatus)
    }

    @Test("it is found in the working folder and, within a repository, above it up to the root") func isFound() throws {
        let (folder, _) = try project("paths = [\"in\"]\nlanguage = \"en\"\nreport = \"out/x.tap\"\n")
        let deep = folder.path + "/sub/deep"
        try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
        let here = try run(in: folder.path)
        #expect(here.error == "sfm: settings from sfm.toml: paths, language, report\n" && here.status == 1)
        // Outside of a repository nobody's folder above counts.
        let outside = try run(in: deep)
        #expect(!outside.error.contains("settings") && outside.status == 4, "\(outside.error)")
        try FileManager.default.removeItem(atPath: folder.path + "/out")
        try FileManager.default.createDirectory(atPath: folder.path + "/.git", withIntermediateDirectories: true)
        let below = try run(in: deep)
        #expect(below.error == "sfm: settings from ../../sfm.toml: paths, language, report\n" && below.status == 1, "\(below.error)")
        #expect(FileManager.default.fileExists(atPath: folder.path + "/out/x.tap"))
        // A repository within the repository is one of its own.
        try FileManager.default.createDirectory(atPath: folder.path + "/sub/.git", withIntermediateDirectories: true)
        #expect(try run(in: deep).status == 4)
    }

    /// What TOML writes in several ways is read as one.
    @Test func readsItsPartOfTOML() throws {
        let text = """
            \u{FEFF}# settings\r
            "language" = 'ru'   # a remark\r
            paths = [ "in",   # one
              'in/a.sfm', ]
            max-fail = 1_000
              [ limits ]
            "steps" = 10\u{20}
            """
        let (folder, file) = try project(text)
        #expect(FileManager.default.fileExists(atPath: folder.path + "/in/a.sfm"))
        let run = ToolRun(["test", "--config", file])
        #expect(run.error == "sfm: настройки из \(file): язык, пути, предел-ошибок, пределы.steps\n", "\(run.error)")
        let escaped = try folder.write("escaped.toml", "paths = [\"\\u0069n\"]\n")
        #expect(ToolRun(["test", "--config", escaped]).out.hasSuffix("2 passed, 1 failed\n"))
    }

    /// Nothing of any length or depth crashes the reader.
    @Test func survivesNonsense() throws {
        let signs = Array("[]\"'=#,\\\n abю1_-.{}".unicodeScalars)
        var numbers = SeededNumbers(seed: 3)
        for _ in 0..<400 {
            let text = String(String.UnicodeScalarView((0..<40).map { _ in signs[Int(numbers.next() % UInt64(signs.count))] }))
            let reader = TomlReader(SourceFile(name: "x", text: text))
            for mistake in reader.mistakes { #expect(Int(mistake.span.upper) <= text.utf8.count && mistake.span.lower <= mistake.span.upper, "\(text)") }
        }
    }

    @Test func settingsInAnotherEncodingSayWhich() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/sfm.toml"
        // CP1251.
        let letters: [UInt8] = [0xEF, 0xEE, 0xF0, 0xFF, 0xE4, 0xEE, 0xEA, 0x20, 0xE2, 0x20, 0xF8, 0xEA, 0xEE, 0xEB, 0xE5]
        try Data(Array("# ".utf8) + letters + Array("\npaths = [\"a\"]\n".utf8)).write(to: URL(fileURLWithPath: path))
        let run = ToolRun(["test", "--config", path, "--lang", "en"])
        #expect(run.error.contains("iconv -f CP1251 -t UTF-8"), "\(run.error)")
    }
}
