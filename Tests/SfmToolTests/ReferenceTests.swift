import Foundation
import SfmRuntime
import SfmSyntax
import SfmTerms
import Testing

@testable import SfmTool

/// The reference and the help are what the tables say.
@Suite struct ReferenceTests {
    @Test(arguments: [("en", "docs/reference.md"), ("ru", "docs/reference.ru.md")])
    func filesAreFresh(language: String, file: String) throws {
        let run = ToolRun(["reference", "--lang", language])
        #expect(run.status == .ok)
        let text = try String(contentsOfFile: ToolRun.root + "/" + file, encoding: .utf8)
        #expect(text == run.out, "\(file) is stale: run scripts/reference")
    }

    @Test(arguments: EditorGrammar.formats.map { [$0.name, $0.file] })
    func editorFilesAreFresh(format: [String]) throws {
        let text = try String(contentsOfFile: ToolRun.root + "/" + format[1], encoding: .utf8)
        #expect(text == ToolRun(["reference", format[0]]).out, "\(format[1]) is stale: run scripts/reference")
    }

    @Test func anUnknownFormIsRefused() { #expect(ToolRun(["reference", "word"]).status == .usage) }

    @Test(arguments: Language.allCases)
    func everythingStandsInTheReference(language: Language) {
        let text = Reference(language).markdown
        for act in ActTable.all { #expect(text.contains("`\(act.example[language])`"), "\(act.forms.id)") }
        for code in DiagnosticCode.allCases { #expect(text.contains("| \(code.text) |")) }
        for role in RoleNoun.table { #expect(text.contains("| `\(role.inflected(language))` |")) }
        for id in Library.shippedIDs { #expect(text.contains("### \(id)\n")) }
        for status in ExitStatus.allCases { #expect(text.contains("| \(status.rawValue) | ")) }
    }

    @Test("every table of the document has as many cells in each row as in its head", arguments: Language.allCases)
    func tablesAreWhole(language: Language) {
        var wanted: Int?
        for line in Reference(language).markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("|") else {
                wanted = nil
                continue
            }
            let cells = line.replacingOccurrences(of: "\\|", with: "").count { $0 == "|" }
            if let wanted { #expect(cells == wanted, "\(line)") } else { wanted = cells }
        }
    }

    @Test("help finds every act by each of its words", arguments: Language.allCases)
    func helpFindsActs(language: Language) {
        let topics = Topics(language)
        for act in ActTable.all {
            for word in act.forms.heads + [act.noun.en, act.noun.ru] {
                #expect(topics.find(word).contains { $0.plain.contains(act.example[language]) }, "\(word)")
            }
        }
    }

    @Test func helpFindsWords() {
        #expect(ToolRun(["help", "clause", "--lang", "en"]).out.contains("begins a clause"))
        #expect(ToolRun(["help", "пункт", "--lang", "ru"]).out.contains("начинает пункт"))
        #expect(ToolRun(["help", "снять", "блокировку", "с", "--lang", "ru"]).out.contains("разблокировать"))
        #expect(ToolRun(["help", "blocking", "--lang", "ru"]).out.contains("koshdo-2024 24"))
        #expect(ToolRun(["help", "SFM0706", "--lang", "en"]).out.hasPrefix("SFM0706"))
        #expect(ToolRun(["help", "check", "--lang", "en"]).out.hasPrefix("sfm check"))
        #expect(ToolRun(["help", "help", "--lang", "en"]).out.contains("help @ivanova"))
    }

    @Test func helpSaysWhatItDoesNotKnow() {
        let run = ToolRun(["help", "blok", "--lang", "en"])
        #expect(run.status == .usage)
        #expect(run.out.isEmpty && run.error.contains("“block”"))
        #expect(!ToolRun(["help", "\u{1B}[31m"]).error.contains("\u{1B}"))
        #expect(ToolRun(["reference", "now"]).status == .usage)
    }

    @Test("a command's line of use names its options in their order, each with its value", arguments: Language.allCases)
    func linesOfUse(language: Language) {
        for command in CommandTable.all {
            let words = command.line(language).rawText.split { " []\n".contains($0) }.map(String.init)
            var wanted: [String] = []
            for taken in command.options {
                wanted.append(taken.name)
                if let value = taken.value { wanted += value.text[language].split(separator: " ").map(String.init) }
                if let inline = taken.option.inline { wanted.append("=" + inline.text[language]) }
            }
            #expect(words.suffix(wanted.count) == wanted[...] && words.count { $0.hasPrefix("--") } == command.options.count, "\(words)")
        }
        #expect(CommandTable.named("test").words(of: "--format") == ["pretty", "dots", "json"])
        #expect(CommandTable.named("test").line(language).rawText.contains("[--update [--yes]]"))
    }

    @Test(arguments: [
        ["run", "--report", "junit=x.xml", "a.sfm"], ["run", "--format", "json", "a.sfm"], ["check", "--watch", "."], ["fmt", "--shard", "1/2", "."],
        ["report", "merge", "a.json", "b.json", "--list"], ["policies", "--all"], ["test", "--fix"], ["repl", "--report=x.html"], ["--watch"],
        ["explain", "SFM0101", "-o", "x"],
    ])
    func anOptionThatWouldBeIgnoredIsRefused(words: [String]) {
        let run = ToolRun(words)
        #expect(run.status == .usage && run.out.isEmpty && run.error.contains("has no option -"), "\(run.error)")
    }
}
