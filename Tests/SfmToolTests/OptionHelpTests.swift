import Foundation
import SfmTerms
import Testing

@testable import SfmTool

/// No option without a sentence in both languages, and no command without a Russian name.
@Suite struct OptionHelpTests {
    private static func text(_ words: [String], _ language: Language) -> String { ToolRun(words + ["--lang", language.code]).out }

    @Test(arguments: Language.allCases) func everySentenceIsThere(language: Language) {
        let (overview, man) = (Self.text(["--help"], language), Self.text(["reference", language == .english ? "man" : "man-ru"], language))
        for option in OptionTable.all {
            let sentence = option.meaning[language]
            #expect(sentence.count > 12 && option.meaning.en != option.meaning.ru, "\(option.name)")
            if language == .russian { #expect(sentence.unicodeScalars.contains { ("а"..."я").contains($0) }, "\(option.name)") }
            let own = Self.text(["help", option.name], language)
            for (place, text) in [("--help", overview), ("help \(option.name)", own)] {
                let words = sentence.split(separator: " ")
                #expect(text.split { " \n".contains($0) }.joined(separator: " ").contains(words.joined(separator: " ")), "\(place): \(option.name)")
            }
            #expect(man.contains(option.name.replacingOccurrences(of: "-", with: "\\-")), "man: \(option.name)")
            #expect(man.contains(sentence.replacingOccurrences(of: "-", with: "\\-")), "man: \(option.name)")
        }
    }

    @Test("some command takes it, and its help says so", arguments: Language.allCases) func everyOptionHasACommand(language: Language) {
        let known = Set((OptionTable.ofEveryCommand + CommandTable.all.flatMap(\.options).map(\.option)).map(\.name))
        #expect(Set(OptionTable.all.map(\.name)) == known)
        for command in CommandTable.all {
            let help = Self.text(["help", command.name], language)
            for taken in command.options { #expect(help.contains("\n\(taken.name)"), "\(command.name) \(taken.name)") }
        }
    }

    @Test func everyCommandHasItsNames() {
        let all = CommandTable.all.flatMap(\.names)
        #expect(Set(all).count == all.count)
        #expect(CommandTable.listed.count == CommandTable.all.count - 1, "that of the conversation stands in the first line of the help")
        for command in CommandTable.all {
            for name in command.names {
                #expect(CommandTable.find(name)?.name == command.name && CommandTable.find(name.uppercased())?.name == command.name)
                let run = ToolRun([name, "--help"], environment: ["SFM_LANG": "ru"])
                let first = command.name == CommandTable.help.name ? "--help " : "sfm \(command.name) "
                #expect(run.status == .ok && run.out.hasPrefix(first), "\(name): \(run.error)")
            }
        }
        for (words, same) in [
            (["тест", "Examples/our-school"], ["test", "Examples/our-school"]), (["проверить", "Policies"], ["check", "Policies"]),
            (["порядки"], ["policies"]), (["показать", "koshdo-2024", "24"], ["show", "koshdo-2024", "24"]), (["справка"], ["help"]),
            (["отчет", "merge"], ["report", "merge"]), (["объяснить", "SFM0301"], ["explain", "SFM0301"]),
        ] {
            let (ru, en) = (ToolRun(words), ToolRun(same))
            #expect(ru.out == en.out && ru.error == en.error && ru.status == en.status, "\(words)")
        }
    }

    @Test("help finds a command with the word that it begins with, and says what is near to what it does not know") func helpOnTwoWords() {
        for words in [["report", "merge"], ["отчёт", "сложить"], ["new", "policy"], ["новый", "порядок"], ["Report", "Merge"]] {
            #expect(ToolRun(["help"] + words).out == ToolRun(["help", words[0]]).out, "\(words)")
        }
        for (words, near) in [
            (["--max-fial"], "--max-fail"), (["--reprot"], "--report"), (["report", "mrege"], "report merge"), (["tset"], "test"), (["проврить"], "проверить"),
            (["blokc"], "block"),
        ] {
            for (language, question) in [("en", "; did you mean “\(near)”?\n"), ("ru", "; может быть, «\(near)»?\n")] {
                let run = ToolRun(["help"] + words + ["--lang", language])
                #expect(run.status == .usage && run.error.hasSuffix(question), "\(words): \(run.error)")
            }
        }
    }

    @Test("the table of reports says of each which commands write it", arguments: ["README.md", "README.ru.md"]) func tableOfReports(file: String) throws {
        let text = try String(contentsOfFile: ToolRun.root + "/" + file, encoding: .utf8)
        for format in ReportFormat.allCases {
            let commands = ["test", "check"].filter { CommandTable.named($0).reports.contains(format) }.joined(separator: ", ")
            #expect(text.contains("| `\(format.rawValue)` | \(commands) |"), "\(format)")
        }
    }

    @Test("the manual page names every variable that the program looks at, and its files", arguments: ["man", "man-ru"]) func environment(page: String) {
        let text = ToolRun(["reference", page]).out
        for name in Console.variables where name != "TERM" && name != "HOME" {
            #expect(text.contains(name), "\(name)")
        }
        #expect(text.contains(ProjectFile.name) && text.contains("\\-\\-no\\-config"))
    }

    @Test("a script in the place of a command is run") func aFileIsRun() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("урок.sfm", "register school\n")
        #expect(ToolRun([path]).out == ToolRun(["run", path]).out)
        #expect(ToolRun([path, "--lang", "ru"]).out.contains("✓"))
        #expect(ToolRun([folder.path + "/none.sfm"]).status == .invalid)
    }
}
