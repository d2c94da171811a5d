import Foundation
import SfmSyntax
import SfmTerms
import Testing

@testable import SfmRuntime
@testable import SfmTool

/// Every script that comes with the program says the same in the other language: what is done, by whom, and by which clauses.
@Suite struct TranslationLawTests {
    static let files: [String] = {
        ["Examples", "Clauses"].flatMap { folder in
            let all = FileManager.default.enumerator(atPath: ToolRun.root + "/" + folder)?.compactMap { $0 as? String } ?? []
            return all.filter { $0.hasSuffix(".sfm") }.sorted().map { folder + "/" + $0 }
        }
    }()

    @Test(arguments: files) func theRunIsTheSame(_ file: String) throws {
        let path = ToolRun.root + "/" + file
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let folder = try TemporaryFolder()
        // What it refers to stands beside it.
        let own = (path as NSString).deletingLastPathComponent
        for other in try FileManager.default.contentsOfDirectory(atPath: own) where other.hasSuffix(".sfm") || other.hasSuffix(".csv") {
            try folder.write(other, try String(contentsOfFile: own + "/" + other, encoding: .utf8))
        }
        let before = ToolRun(["run", path, "--lang", "en"])
        for language in Language.allCases {
            let tables = ScriptReader(FileStore(root: own, limit: 1 << 20), ScriptLimits(), path: path)
            let translator = Translator(grammar: Sfm.grammar, to: language, keepsWords: true, files: tables)
            let translated = try #require(translator.translate(SourceFile(name: file, text: text)).text)
            let after = ToolRun(["run", try folder.write("zz-translated.sfm", translated), "--lang", "en"])
            #expect(after.out == before.out)
            #expect(after.status == before.status && after.error.isEmpty == before.error.isEmpty, "\(after.error)")
        }
    }

    @Test(arguments: [
        (
            "oblige moderator to answer message when post by parent within 1 day",
            "обязан модератор ответить на сообщение при сообщении со стороны родителя в течение 1 дня"
        ),
        ("oblige moderator to tell director of target when violate within 1 day", "обязан модератор сообщить директору о лице при нарушении в течение 1 дня"),
        ("oblige target to tell class teacher when violate within 1 day", "обязано лицо сообщить классному руководителю при нарушении в течение 1 дня"),
        ("oblige administration to publish order every month", "обязана администрация"),
        (
            "oblige moderator to appoint as another moderator teacher when moderators of chat < 2 within 3 days",
            "обязан модератор назначить ещё одним модератором учителей"
        ),
        ("permit appoint students as student activist by teacher", "разрешено учителю назначать учеников членами ученического актива"),
    ])
    func rulesAreSaidAsTheyAreSaidInRussian(_ rule: String, _ russian: String) throws {
        let text = "policy \"p\"\n  clause 1\n    \(rule)\nend\n"
        let translated = try #require(Translator(grammar: Sfm.grammar, to: .russian, keepsWords: false).translate(SourceFile(name: "a.sfm", text: text)).text)
        #expect(translated.contains(russian), "\(translated)")
    }

    @Test func whoObjectsIsMeantInBothLanguages() throws {
        let start = """
            given class teacher @ct of group "G1"
            given students @s, @i in group "G1"
            given chat "C1" for students of group "G1" moderated by @ct
            given @i is blocked in chat "C1"

            """
        for line in ["object @s to unblocking of @i", "@s: возразить против разблокировки @i", "возражает @s против разблокировки @i"] {
            let folder = try TemporaryFolder()
            let run = ToolRun(["run", try folder.write("a.sfm", start + line + "\nremind\n"), "--lang", "en"])
            #expect(run.out.hasSuffix("✓ remind @i in chat “C1”\n"), "\(line): \(run.out)\(run.error)")
        }
    }
}

/// In which language a run answers.
@Suite struct RunLanguageTests {
    private static let english = "given student @a in group \"7Б\"  # русская пометка, длиннее самой строки\nexpect @a is departed\n"
    private static let russian = "дано ученик @a в группе \"Long English name of a group\"\nожидаем @a выбыл\n"

    private func files(_ texts: [String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (k, text) in texts.enumerated() { try folder.write("\(k).sfm", text) }
        return folder
    }

    private func isRussian(_ text: String) -> Bool { text.contains("это не так") || text.contains("всё в порядке") || text.contains("не найдено") }

    @Test(arguments: [
        (["--lang", "ru"], ["SFM_LANG": "en", "LANG": "en_US.UTF-8"], true), ([], ["SFM_LANG": "ru", "LC_ALL": "en_US.UTF-8"], true),
        ([], ["LC_ALL": "ru_RU.UTF-8"], true), ([], ["LC_ALL": "C.UTF-8", "LANG": "ru_RU.UTF-8"], false), ([], ["LC_MESSAGES": "ru", "LANG": "en"], true),
        ([], ["LANG": "POSIX"], false), ([], ["LANG": "de_DE"], false), ([], ["LANG": "C"], false), ([], [:], false),
        ([], ["SFM_LANG": "", "LANG": "ru"], true),
    ])
    func theOrderOfWhatNamesIt(_ words: [String], _ environment: [String: String], _ russian: Bool) throws {
        let folder = try files([Self.english, Self.english, Self.russian])
        for command in ["test", "run", "check"] {
            let paths = command == "run" ? (0..<3).map { folder.path + "/\($0).sfm" } : [folder.path]
            let run = ToolRun([command] + paths + words, environment: environment)
            let all = run.out + run.error
            #expect(isRussian(all) == russian, "\(command) \(environment): \(all)")
        }
    }

    @Test func theNumberOfFilesDecidesAndNotTheirOrder() throws {
        for (texts, russian) in [
            ([Self.english, Self.russian, Self.russian], true), ([Self.russian, Self.english, Self.english], false), ([Self.russian, Self.english], false),
            ([Self.russian, "# nothing\n"], true),
        ] {
            let folder = try files(texts)
            for more in [[], ["--order", "random", "--seed", "7"], ["--fail-fast"], ["--fail-fast", "--order", "random", "--seed", "3"], ["--shard", "1/2"]] {
                let run = ToolRun(["test", folder.path] + more)
                #expect(isRussian(run.out + run.error) == russian, "\(more): \(run.out)")
            }
        }
    }

    @Test func usageErrorsAreInTheLanguageOfTheRun() throws {
        let folder = try files([Self.russian, Self.russian])
        #expect(ToolRun(["fmt", folder.path]).error.contains("для нескольких файлов"))
        #expect(ToolRun(["test", folder.path, "--format", "x"]).error.contains("одно из"))
        #expect(ToolRun(["policies"], environment: ["SFM_LANG": "de"]).status == .usage)
        let asked = try files(["given student @a in group \"7Б\"\n"])
        #expect(ToolRun(["ask", "показать людей", "--after", asked.path + "/0.sfm"]).out.contains("ученик"))
        #expect(ToolRun(["ask", "показать людей", "--after", asked.path + "/0.sfm"], environment: ["LANG": "en"]).out.contains("student"))
    }

    @Test func aConversationIsInOneLanguage() {
        var repl = Repl(language: nil, fallback: .english, colour: false, plain: false, files: FileStore(root: ".", limit: 1 << 20))
        #expect(repl.handle("показать людей").text == "  пока никого нет\n")
        #expect(repl.handle("show people").text == "  пока никого нет\n")
        _ = repl.handle("lang en")
        #expect(repl.handle("показать людей").text == "  nobody yet\n")
    }
}
