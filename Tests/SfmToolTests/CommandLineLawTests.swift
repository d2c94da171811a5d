import Foundation
import SfmTerms
import Testing

@testable import SfmTool

/// What holds of every entry of `OptionTable` and `CommandTable`, whatever is added to them.
@Suite struct CommandLineLawTests {
    /// A value that an option takes and that is not what holds without it.
    private static func sample(_ value: OptionValue?) -> [String] {
        guard let value else { return [] }
        switch value.kind {
        case .words(let words): return words.suffix(1)
        case .policies: return ["koshdo-2024"]
        case .reports, .reportFiles: return ["json=x.json"]
        case .free: return [value.text.en == "I/N" ? "1/2" : "1"]
        case .scripts, .files, .tags, .title, .titleWords, .acts, .questions, .codes, .topics, .clauses, .readyClauses: return ["x"]
        }
    }

    private static func words(_ option: Option) -> [String] { [option.name] + sample(option.value) }

    /// A command by its name; an option first behind that of the help would be what help is asked about.
    private static func start(_ command: Command) -> [String] { [command.name] + (command.name == CommandTable.help.name ? ["word"] : []) }

    /// The option on the line of a command, with what it does not go without.
    private static func line(_ command: Command, _ option: Option) -> [String] {
        start(command) + words(option) + (option.goesWith.map { words(OptionTable.named($0)) } ?? [])
    }

    private static func refusal(_ words: [String], of command: Command) -> Text? {
        do throws(UsageError) {
            try command.check(Options(words))
            return nil
        } catch {
            return error.message
        }
    }

    @Test("a command takes its options and refuses every other one with the same sentence", arguments: CommandTable.all.map(\.name))
    func optionsAreTakenOrRefused(name: String) {
        let command = CommandTable.named(name)
        for option in OptionTable.all {
            let found = Self.refusal(Self.line(command, option), of: command)
            let isOwn = command.options.contains { $0.name == option.name } || OptionTable.ofEveryCommand.contains { $0.name == option.name }
            if command.excludes.contains(option.name) {
                #expect(found == UsageError.excluding(name, option.name).message)
            } else if isOwn || command.unnamed.contains(option.name) {
                #expect(found == nil, "\(name) \(option.name): \(String(describing: found))")
            } else {
                let wanted = Text("\(name) has no option \(option.name)", "у команды \(name) нет параметра \(option.name)")
                #expect(found == wanted, "\(name) \(option.name): \(String(describing: found))")
                for language in Language.allCases {
                    let run = ToolRun(Self.start(command) + Self.words(option) + ["--lang", language.code])
                    #expect(run.status == .usage && run.out.isEmpty && run.error.hasPrefix("sfm: \(wanted[language])\n"), "\(run.error)")
                }
            }
        }
    }

    @Test("what an option says is kept, in each of its spellings, and one without a value takes none")
    func everyOptionIsKept() throws {
        /// What is kept of a line, without the names of what was given.
        func kept(_ words: [String]) throws -> [String] {
            Mirror(reflecting: try Options(words)).children.filter { $0.label != "given" }.map { "\($0.label ?? "") \($0.value)" }
        }
        let nothing = try kept([])
        for option in OptionTable.all {
            for spelling in [option.name] + option.others {
                let value = Self.sample(option.value)
                #expect(try kept([spelling] + value) != nothing, "\(spelling)")
                #expect(try Options([spelling] + value).given == [option.name])
                #expect(throws: UsageError.self, "\(spelling)") { _ = try Options([value.isEmpty ? spelling + "=x" : spelling]) }
                for word in option.inline?.words ?? [] {
                    #expect(try kept(["\(spelling)=\(word)"]) != nothing && Options(["\(spelling)=\(word)"]).given == [option.name])
                }
                if let value = value.first { #expect(try kept(["\(spelling)=\(value)"]) == kept([spelling, value])) }
            }
        }
    }

    @Test("another word than those of a closed choice is refused, on the line or by the command") func closedChoices() {
        for command in CommandTable.all {
            let everywhere = OptionTable.ofEveryCommand.map { Command.Taken(option: $0, value: $0.value, isWithin: false) }
            for taken in command.options + everywhere where taken.value?.words.isEmpty == false {
                let run = ToolRun(Self.start(command) + [taken.name, "nonsense", "--lang", "en"])
                let words = taken.value?.words ?? []
                #expect(run.status == .usage && words.allSatisfy(run.error.contains), "\(command.name) \(taken.name): \(run.error)")
            }
        }
    }

    @Test("one that is refused together with another is refused whichever comes first") func exclusions() {
        for command in CommandTable.all {
            for option in command.options.map(\.option) {
                for other in option.excludes where command.takes(other) {
                    let second = OptionTable.named(other)
                    for words in [Self.words(option) + Self.words(second), Self.words(second) + Self.words(option)] {
                        #expect(Self.refusal([command.name] + words, of: command) == UsageError.excluding(option.name, other).message, "\(words)")
                    }
                }
                guard let other = option.goesWith else { continue }
                let wanted = Text("\(option.name) goes with \(other)", "\(option.name) указывают вместе с \(other)")
                #expect(Self.refusal([command.name] + Self.words(option), of: command) == wanted)
            }
        }
    }

    @Test("the tables name only what is in them, and nothing twice") func tablesAgree() {
        let options = Set(OptionTable.all.map(\.name))
        let spellings = OptionTable.all.flatMap { [$0.name] + $0.others }
        #expect(Set(spellings).count == spellings.count)
        for option in OptionTable.all {
            #expect(options.isSuperset(of: option.excludes + [option.goesWith].compactMap { $0 }), "\(option.name)")
            #expect(option.takenBy.allSatisfy { CommandTable.find($0)?.name == $0 }, "\(option.name)")
            #expect(option.value.map { !$0.text.en.isEmpty && !$0.text.ru.isEmpty } ?? true, "\(option.name)")
        }
        for command in CommandTable.all {
            let named = command.options.map(\.name) + OptionTable.ofEveryCommand.map(\.name) + command.unnamed + command.excludes
            #expect(Set(named).count == named.count && options.isSuperset(of: named), "\(command.name)")
            #expect(command.summary.en != command.summary.ru, "\(command.name)")
        }
    }

    @Test("a setting is of commands that take its option and read settings") func settings() {
        #expect(Setting.all.count == OptionTable.all.count { $0.setting != nil } + 1)
        for option in OptionTable.all {
            for name in option.setting?.commands ?? [] {
                let command = CommandTable.named(name)
                #expect(command.takes(option.name) && command.takes("--config") && command.takes("--no-config"), "\(option.name) \(name)")
            }
        }
        let names = Setting.all.flatMap { [$0.name.en, $0.name.ru] } + LimitOption.all.map(\.setting)
        #expect(Set(names).count == names.count)
    }

    @Test("the manual page tells of every option under each command that takes it", arguments: Language.allCases) func manual(language: Language) throws {
        let page = ManPage(language).text
        func escaped(_ text: String) -> String { text.replacingOccurrences(of: "-", with: "\\-") }
        for command in CommandTable.listed {
            let start = try #require(page.range(of: "\n.B \(command.name) \\fR")).upperBound
            let end = page.range(of: "\n.B ", range: start..<page.endIndex)?.lowerBound ?? page.endIndex
            var rest = page[start..<end]
            for taken in command.options {
                let value = taken.option.inline.map { "[=\($0.text[language])]" } ?? " \(taken.value?.text[language] ?? "")"
                let item = "\\fB\(escaped(taken.name))\\fR\(escaped(value))\n" + escaped(taken.option.meaning[language]) + "\n"
                let place = try #require(rest.range(of: item), "\(command.name) \(taken.name)")
                rest = rest[place.upperBound...]
            }
        }
    }

    @Test("no text of the program speaks of an option that it has not") func optionsThatAreSpokenOf() throws {
        let folder = ToolRun.root + "/Sources"
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") } ?? []
        #expect(files.count > 100)
        for file in files {
            for line in try String(contentsOfFile: folder + "/" + file, encoding: .utf8).split(separator: "\n") where !line.contains("//") {
                for match in line.matches(of: /["\s\[(«“]--([a-z][a-z-]*[a-z])\b(?!-)/) where line.contains("\"") {
                    let name = "--" + match.output.1
                    #expect(OptionTable.find(name) != nil, "\(file): \(name)")
                }
            }
        }
    }
}
