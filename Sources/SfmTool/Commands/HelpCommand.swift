import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm --help`, `sfm help COMMAND`, `sfm help WORD`.
enum HelpCommand {
    static let commands: [(name: String, text: Text)] = [
        (
            "run",
            Text(
                "FILES        run scripts and say what happens at every step  [--policy ID|FILE,…]",
                "ФАЙЛЫ        исполнить файлы и рассказать о каждом шаге  [--policy ИМЯ|ФАЙЛ,…]")
        ),
        (
            "test",
            Text(
                "PATHS        run scenarios and report; FILE:LINE is the one around that line  [--format pretty|dots|json] [--report FORMAT=PATH] [--timings]"
                    + " [--policy ID|FILE|all,…] [--update [--yes]]"
                    + " [--filter WORDS] [--tag TAGS] [--list] [--last-failed] [--fail-fast] [--max-fail N] [--order file|random] [--seed N]"
                    + " [--shard I/N] [--watch] [--affected]"
                    + " [--config FILE] [--no-config]",
                "ПУТИ         проверить сценарии; ФАЙЛ:СТРОКА — тот, что в этой строке  [--format pretty|dots|json] [--report ФОРМАТ=ПУТЬ]"
                    + " [--timings] [--policy ИМЯ|ФАЙЛ|all,…] [--update [--yes]]"
                    + " [--filter СЛОВА] [--tag МЕТКИ] [--list] [--last-failed] [--fail-fast] [--max-fail N] [--order file|random]"
                    + " [--seed N] [--shard I/N] [--watch] [--affected]"
                    + " [--config ФАЙЛ] [--no-config]")
        ),
        (
            "report",
            Text(
                "merge OUT.json SHARD.json …  one report out of those of all shards  [--report FORMAT=PATH]",
                "merge ИТОГ.json ЧАСТЬ.json …  один отчёт из отчётов всех частей  [--report ФОРМАТ=ПУТЬ]")
        ),
        (
            "ask",
            Text(
                "QUESTION     who can ACT, why not ACT, what can @x, show …  [--after FILE] [--scenario TITLE] [--format pretty|json]",
                "ВОПРОС       кто может, почему нельзя, что может @x, показать…  [--after ФАЙЛ] [--scenario НАЗВАНИЕ] [--format pretty|json]")
        ),
        (
            "check",
            Text(
                "PATHS        say what is wrong without running  [--fix] [--all-warnings] [--format pretty|short|json] [--report FORMAT=PATH]"
                    + " [--config FILE] [--no-config]",
                "ПУТИ         найти ошибки, не исполняя  [--fix] [--all-warnings] [--format pretty|short|json] [--report ФОРМАТ=ПУТЬ]"
                    + " [--config ФАЙЛ] [--no-config]")
        ),
        ("fmt", Text("PATHS        lay scripts out  [--write] [--check] [--to ru|en]", "ПУТИ         оформить файлы  [--write] [--check] [--to ru|en]")),
        (
            "new",
            Text(
                "policy NAME  start a policy of one's own  [--from ID] [--output FILE]",
                "порядок ИМЯ  начать свой порядок  [--from ID] [--output ФАЙЛ]")
        ),
        (
            "compare",
            Text(
                "POLICIES     what one policy says and another does not  [--act ACT] [--all] [--format pretty|json]",
                "ПОРЯДКИ      чем порядки различаются, пункт за пунктом  [--act ДЕЙСТВИЕ] [--all] [--format pretty|json]")
        ),
        (
            "show",
            Text(
                "ID|FILE      a policy read back as it was understood, or one clause of it  [--format pretty|json]",
                "ИМЯ|ФАЙЛ     порядок так, как он понят: весь или один его пункт  [--format pretty|json]")
        ),
        ("policies", Text("             the policies that come with the program", "             порядки, которые поставляются с программой")),
        (
            "coverage",
            Text(
                "PATHS        which clauses the scenarios exercise  [--format pretty|json] [--threshold N] [--mutants]"
                    + " [--policy ID|FILE|all,…] [--filter WORDS] [--tag TAGS] [--config FILE] [--no-config]",
                "ПУТИ         какие пункты проверены сценариями  [--format pretty|json] [--threshold N] [--mutants]"
                    + " [--policy ИМЯ|ФАЙЛ|all,…] [--filter СЛОВА] [--tag МЕТКИ] [--config ФАЙЛ] [--no-config]")
        ),
        (
            "train",
            Text(
                "[PATH]       exercises, one after another  [--list] [--report FILE.html|FILE.json]",
                "[ПУТЬ]       упражнения, одно за другим  [--list] [--report ФАЙЛ.html|ФАЙЛ.json]")
        ),
        ("explain", Text("CODE|CLAUSE  what a code means, what a clause says", "КОД|ПУНКТ    что значит код, о чём говорит пункт")),
        ("help", Text("[WORD]       this text, a command, an act or a word", "[СЛОВО]      этот текст; о команде, действии или слове")),
        ("reference", Text("             the whole language as Markdown", "             весь язык одним документом Markdown")),
    ]

    static func run(_ environment: Environment, topic: String?) -> ExitStatus {
        let language = environment.language()
        if let topic, let name = CommandName(topic), let command = commands.first(where: { $0.name == name.rawValue }) {
            environment.tell(about(name, command.text, language))
            // Some words are both a command and an act.
            for found in Topics(language).find(topic, exactly: true) { environment.tell("\n" + found.plain) }
            return .ok
        }
        guard let topic, !topic.isEmpty else {
            environment.tell(overview(language))
            return .ok
        }
        if let option = option(topic, language) {
            environment.tell(option)
            return .ok
        }
        if let text = HelpText.about(topic, language) {
            environment.tell(text)
            return .ok
        }
        // A command with the word that it begins with: `report merge`.
        if let name = CommandName.allCases.first(where: { twoWords(of: $0).contains(topic.lowercased()) }),
            let command = commands.first(where: { $0.name == name.rawValue })
        {
            environment.tell(about(name, command.text, language))
            return .ok
        }
        environment.console.report("sfm: " + HelpText.nothing(topic, language, near: near(topic)))
        return .usage
    }

    /// A command by its names with each of the words that it begins with.
    private static func twoWords(of name: CommandName) -> [String] {
        let words: [String] =
            switch name {
            case .report: ReportCommand.words
            case .new: NewCommand.kinds
            default: []
            }
        return words.flatMap { word in name.names.map { $0 + " " + word } }
    }

    /// What somebody may have meant: an option, a command, an act.
    private static func near(_ topic: String) -> String? {
        if topic.hasPrefix("-") { return Suggestion.nearest(to: topic, among: OptionHelp.all(.english).map(\.name)) }
        let commands = CommandName.allCases.flatMap { $0.names + twoWords(of: $0) }
        return Suggestion.nearest(to: topic.lowercased(), among: commands) ?? HelpText.nearest(topic)
    }

    /// A command with its options, each with its sentence.
    private static func about(_ name: CommandName, _ text: Text, _ language: Language) -> String {
        var out = line(name.rawValue, text[language])
        out += language("in Russian: ", "по-русски: ") + name.russian.map { "sfm \($0)" }.joined(separator: ", ") + "\n\n"
        let table = CommandLineTable(language)
        let all = OptionHelp.all(language)
        for option in table.commands.first(where: { $0.name == name.rawValue })?.options ?? [] {
            guard let help = all.first(where: { $0.name == option.name }) else { continue }
            out += help.line(language, value: option.value)
            if option.name == OptionName.report.rawValue { out += formats(name, language) }
        }
        return out + options(language)
    }

    /// What a command can write with `--report`.
    private static func formats(_ command: CommandName, _ language: Language) -> String {
        let known = ReportFormat.of(command: command.rawValue)
        let names = known.map(\.rawValue).joined(separator: ", ")
        return String(repeating: " ", count: 24) + language("formats: ", "форматы: ") + names + "\n"
    }

    /// What there is to say of an option, with or without its dashes; `nil` where it is none.
    private static func option(_ topic: String, _ language: Language) -> String? {
        let name = topic.hasPrefix("-") ? topic : "--" + topic
        let full = OptionName(word: name)?.rawValue ?? name
        guard let help = OptionHelp.all(language).first(where: { $0.name == full }) else { return nil }
        // Without dashes a word of the language comes first.
        if !topic.hasPrefix("-"), HelpText.knows(topic) { return nil }
        let table = CommandLineTable(language)
        let users = table.commands.filter { $0.options.contains { $0.name == full } }.map { "sfm \($0.name)" }
        let isEverywhere = table.everywhere.contains { $0.name == full }
        let who = isEverywhere ? language("every command", "у всех команд") : users.joined(separator: ", ")
        return help.text(language) + (who.isEmpty ? "" : "  " + language("of: ", "где: ") + who + "\n")
    }

    private static func overview(_ language: Language) -> String {
        var out =
            language == .english
            ? "sfm — write down how a school runs its messenger, and test it\n\nsfm              a conversation (a script on a pipe)  [--resume]\n"
            : "sfm — запишите, как школа ведёт свой мессенджер, и проверьте это\n\n"
                + "sfm              разговор с моделью (на входе конвейера — сценарий)  [--resume]\n"
        for (name, text) in commands { out += line(name + String(repeating: " ", count: 9 - name.count), text[language]) }
        out += language("\nin Russian: ", "\nпо-русски: ")
        out += Wrap.text(CommandName.allCases.map { "\($0.rawValue) — \($0.russian[0])" }.joined(separator: ", "), indent: 4, first: "")
        let everywhere = CommandLineTable(language).everywhere.map(\.name)
        out += "\n" + OptionHelp.all(language).filter { !everywhere.contains($0.name) }.map { $0.line(language) }.joined()
        return out + "\n" + options(language)
    }

    /// A command with its options, broken between these.
    private static func line(_ name: String, _ text: String) -> String {
        var lines = ["sfm \(name)"]
        for (k, piece) in text.split(separator: " [--").enumerated() {
            let option = k == 0 ? " " + String(piece) : " [--" + piece
            if k > 0, DisplayWidth.of(lines[lines.count - 1] + option) > 118 { lines.append(String(repeating: " ", count: 26)) }
            lines[lines.count - 1] += option
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The options of every command, and what the program ends with.
    private static func options(_ language: Language) -> String {
        let everywhere = CommandLineTable(language).everywhere.map(\.name)
        let all = OptionHelp.all(language)
        var out = everywhere.compactMap { name in all.first { $0.name == name }?.line(language) }.joined() + "\n"
        let statuses = ExitStatus.allCases.map { "\($0.rawValue) \($0.meaning[language])" }
        out += language("exit status: ", "код возврата: ") + statuses.prefix(5).joined(separator: ", ") + ",\n"
        return out + statuses.dropFirst(5).joined(separator: ", ") + "\n"
    }
}
