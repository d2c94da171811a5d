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
                "PATHS        run scenarios and report  [--format pretty|dots|json] [--report FORMAT=PATH] [--timings]"
                    + " [--policy ID|FILE|all,…] [--update [--yes]]"
                    + " [--filter TEXT|GLOB] [--tag TAG|!TAG] [--list] [--last-failed] [--fail-fast] [--order file|random] [--seed N]"
                    + " [--shard I/N] [--watch] [--affected]",
                "ПУТИ         проверить сценарии  [--format pretty|dots|json] [--report ФОРМАТ=ПУТЬ] [--timings] [--policy ИМЯ|ФАЙЛ|all,…] [--update [--yes]]"
                    + " [--filter ТЕКСТ|ШАБЛОН] [--tag МЕТКА|!МЕТКА] [--list] [--last-failed] [--fail-fast] [--order file|random]"
                    + " [--seed N] [--shard I/N] [--watch] [--affected]")
        ),
        (
            "report",
            Text(
                "merge OUT.json SHARD.json …  one report out of those of all shards",
                "merge ИТОГ.json ЧАСТЬ.json …  один отчёт из отчётов всех частей")
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
                "PATHS        say what is wrong without running  [--fix] [--all-warnings] [--format pretty|short|json] [--report FORMAT=PATH]",
                "ПУТИ         найти ошибки, не исполняя  [--fix] [--all-warnings] [--format pretty|short|json] [--report ФОРМАТ=ПУТЬ]")
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
                    + " [--policy ID|FILE|all,…] [--filter TEXT|GLOB] [--tag TAG|!TAG]",
                "ПУТИ         какие пункты проверены сценариями  [--format pretty|json] [--threshold N] [--mutants]"
                    + " [--policy ИМЯ|ФАЙЛ|all,…] [--filter ТЕКСТ|ШАБЛОН] [--tag МЕТКА|!МЕТКА]")
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
        if let topic, let command = commands.first(where: { $0.name == topic }) {
            environment.print(line(command.name, command.text[language]) + "\n" + reports(command.name, language) + options(language))
            // Some words are both a command and an act.
            for found in Topics(language).find(topic, exactly: true) { environment.print("\n" + found.plain) }
            return .ok
        }
        guard let topic, !topic.isEmpty else {
            environment.print(overview(language))
            return .ok
        }
        guard let text = HelpText.about(topic, language) else {
            environment.console.report("sfm: " + HelpText.nothing(topic, language))
            return .usage
        }
        environment.print(text)
        return .ok
    }

    /// What a command can write with `--report`, and what that option is.
    private static func reports(_ command: String, _ language: Language) -> String {
        let known = command == "train" ? [] : ReportFormat.of(command: command)
        guard !known.isEmpty else { return "" }
        let names = known.map(\.rawValue).joined(separator: ", ")
        let times =
            command == "test"
            ? Text("--timings             real times in junit and html, 0 without it\n", "--timings             время выполнения в junit и html, иначе там 0\n")
            : Text(same: "")
        let text = Text(
            "--report FORMAT=PATH  a report beside the one shown; as often as you like; - is standard output\n                      formats: ",
            "--report ФОРМАТ=ПУТЬ  отчёт в файл, сколько угодно раз; - вместо пути — стандартный вывод\n                      форматы: ")
        return text[language] + names + "\n" + times[language]
    }

    private static func overview(_ language: Language) -> String {
        var out =
            language == .english
            ? "sfm — write down how a school runs its messenger, and test it\n\nsfm              a conversation (a script on a pipe)  [--resume]\n"
            : "sfm — запишите, как школа ведёт свой мессенджер, и проверьте это\n\n"
                + "sfm              разговор с моделью (на входе конвейера — сценарий)  [--resume]\n"
        for (name, text) in commands { out += line(name + String(repeating: " ", count: 9 - name.count), text[language]) }
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

    private static func options(_ language: Language) -> String {
        var out =
            language == .english
            ? "--lang ru|en          language of the answers\n--color auto|always|never\n--jobs N              files at a time (all cores)\n"
            : "--lang ru|en          язык ответов\n--color auto|always|never\n--jobs N              файлов одновременно (по числу ядер)\n"
        for limit in LimitOption.all { out += DisplayWidth.padded(limit.option, 22) + "\(limit.meaning[language]) (\(limit.value))\n" }
        out += "--help, --version\n\n"
        let statuses = ExitStatus.allCases.map { "\($0.rawValue) \($0.meaning[language])" }
        return out + (language == .english ? "exit status: " : "код возврата: ") + statuses.prefix(5).joined(separator: ", ") + ",\n"
            + statuses.dropFirst(5).joined(separator: ", ") + "\n"
    }
}
