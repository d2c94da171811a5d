import SfmTerms

/// `sfm --help`, `sfm help COMMAND`.
enum HelpCommand {
    static let commands: [(name: String, text: Text)] = [
        ("run", Text("FILES        run scripts and say what happens at every step", "ФАЙЛЫ        исполнить файлы и рассказать о каждом шаге")),
        (
            "test",
            Text(
                "PATHS        run every scenario and report  [--format pretty|json] [--policy ID|FILE|all,…] [--update [--yes]]",
                "ПУТИ         проверить все сценарии  [--format pretty|json] [--policy ИМЯ|ФАЙЛ|all,…] [--update [--yes]]")
        ),
        (
            "ask",
            Text(
                "QUESTION     who can ACT, why not ACT, what can @x, show …  [--after FILE] [--format pretty|json]",
                "ВОПРОС       кто может, почему нельзя, что может @x, показать…  [--after ФАЙЛ] [--format pretty|json]")
        ),
        (
            "check",
            Text(
                "PATHS        say what is wrong without running  [--fix] [--format pretty|short|json]",
                "ПУТИ         найти ошибки, не исполняя  [--fix] [--format pretty|short|json]")
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
        ("policies", Text("             the policies that come with the program", "             порядки, которые поставляются с программой")),
        (
            "coverage",
            Text(
                "PATHS        which clauses the scenarios exercise  [--format pretty|json]",
                "ПУТИ         какие пункты проверены сценариями  [--format pretty|json]")
        ),
        ("explain", Text("CODE|CLAUSE  what a code means, what a clause says", "КОД|ПУНКТ    что значит код, о чём говорит пункт")),
        ("help", Text("[COMMAND]    this text", "[КОМАНДА]    этот текст")),
    ]

    static func run(_ environment: Environment, topic: String?) -> ExitStatus {
        let language = environment.language()
        if let topic, let command = commands.first(where: { $0.name == topic }) {
            environment.print("sfm \(command.name) \(command.text[language])\n\n" + options(language))
            return .ok
        }
        environment.print(overview(language))
        return .ok
    }

    private static func overview(_ language: Language) -> String {
        var out =
            language == .english
            ? "sfm — write down how a school runs its messenger, and test it\n\nsfm              a conversation (a script on a pipe)  [--resume]\n"
            : "sfm — запишите, как школа ведёт свой мессенджер, и проверьте это\n\n"
                + "sfm              разговор с моделью (на входе конвейера — сценарий)  [--resume]\n"
        for (name, text) in commands { out += "sfm " + name + String(repeating: " ", count: 9 - name.count) + text[language] + "\n" }
        return out + "\n" + options(language)
    }

    private static func options(_ language: Language) -> String {
        language == .english
            ? """
            --lang ru|en          language of the answers
            --color auto|always|never
            --jobs N              files at a time (all cores)
            --max-steps N         steps a scenario (1000000)
            --max-file-bytes N    size of a file (10485760)
            --max-nesting N       depth of blocks (64)
            --max-include-depth N depth of includes (16)
            --help, --version

            exit status: 0 in order, 1 a scenario failed, 2 a script is not valid, 3 a limit was hit, 4 nothing was selected,
            64 wrong usage, 70 a bug of ours, 74 a report could not be written, 130 Ctrl-C

            """
            : """
            --lang ru|en          язык ответов
            --color auto|always|never
            --jobs N              файлов одновременно (по числу ядер)
            --max-steps N         шагов в сценарии (1000000)
            --max-file-bytes N    размер файла (10485760)
            --max-nesting N       вложенность блоков (64)
            --max-include-depth N вложенность подключений (16)
            --help, --version

            код возврата: 0 всё в порядке, 1 сценарий не прошёл, 2 файл с ошибками, 3 достигнут предел, 4 ничего не выбрано,
            64 неверный вызов, 70 наша ошибка, 74 отчёт не записан, 130 Ctrl-C

            """
    }
}
