import SfmSyntax
import SfmTerms

/// Every command, each with all that there is to say of it, in the order of the help.
enum CommandTable {
    /// The command of that name, in either language and whatever case.
    static func find(_ word: String) -> Command? {
        let folded = word.lowercased()
        return all.first { $0.names.contains(folded) }
    }

    /// One that the program itself names.
    static func named(_ name: String) -> Command {
        guard let command = all.first(where: { $0.name == name }) else { preconditionFailure("there is no command \(name)") }
        return command
    }

    /// Those of the help's list.
    static let listed = all.filter(\.isListed)

    /// What runs a script that stands in the place of a command.
    static let run = named("run")
    static let help = named("help")
    /// The one without a name.
    static let conversation = named("repl")

    /// The name, in whichever language, that a misspelt one is near to.
    static func nearest(to word: String) -> String? {
        let folded = word.lowercased()
        return meanings.first { $0.words.contains(folded) }?.command ?? Suggestion.nearest(to: word, among: all.flatMap(\.names))
    }

    /// What people call a command who know other tools.
    private static let meanings: [(command: String, words: [String])] = [
        ("check", ["lint", "validate", "verify", "analyze", "проверка", "линт", "валидация"]), ("fmt", ["format", "pretty", "отформатировать"]),
        ("test", ["spec", "cucumber", "протестировать"]), ("train", ["learn", "tutorial", "lessons", "course", "курс", "учебник", "урок"]),
        ("new", ["init", "create", "start", "начать"]), ("compare", ["diff", "различия"]), ("policies", ["list", "ls", "список"]),
        ("repl", ["shell", "console", "chat", "консоль"]), ("show", ["read", "view", "cat", "прочитать"]), ("help", ["man", "usage", "?"]),
    ]

    /// Whether somebody asks the shell what is asked at the prompt.
    static func asks(_ line: String) -> Bool {
        guard line.utf8.count <= 2000 else { return false }
        if case .success(let command)? = PromptReader.read(SourceFile(name: "", text: line)) {
            switch command {
            case .may, .decision, .whoCan, .whatCan, .show: return true
            case .why, .help, .helpOfOwn, .undo, .redo, .reset, .load, .save, .edit, .history, .language, .quit: return false
            }
        }
        return false
    }

    static let all: [Command] = playing + policies + language

    private static let severalPolicies = Command.Use("--policy", value: OptionValue("ID|FILE|all,…", "ИМЯ|ФАЙЛ|all,…", .policies(hasFiles: true)))

    /// What runs scripts, writes and mends them.
    private static let playing: [Command] = [
        Command(
            "run", "исполнить", "выполнить", "запустить", takes: Arguments("FILES", "ФАЙЛЫ", .scripts),
            Text("run scripts and say what happens at every step", "исполнить файлы и рассказать о каждом шаге"), options: ["--policy"],
            run: RunCommand.run),
        Command(
            "test", "тест", "тесты", "испытать", takes: Arguments("PATHS", "ПУТИ", .scripts),
            Text(
                "run scenarios and report; FILE:LINE is the one around that line",
                "проверить сценарии; ФАЙЛ:СТРОКА — тот, что в этой строке"),
            options: [
                .format("pretty", "dots", "json"), "--report", "--timings", severalPolicies, "--update", Command.Use("--yes", isWithin: true), "--save",
                "--filter",
                "--tag", "--list", "--last-failed", "--fail-fast", "--max-fail", "--order", "--seed", "--walks", "--shard", "--watch", "--affected",
            ],
            wakesWorkers: true, run: TestCommand.run),
        Command(
            "report", "отчёт", "отчет",
            takes: Arguments(
                "merge OUT.json SHARD.json …", "merge ИТОГ.json ЧАСТЬ.json …", words: ReportCommand.words, .files(endings: [".json"])),
            Text("one report out of those of all shards", "один отчёт из отчётов всех частей"), options: ["--report"], run: ReportCommand.run),
        Command(
            "ask", "спросить", "вопрос", takes: Arguments("QUESTION", "ВОПРОС", .questions),
            Text("who can ACT, why not ACT, what can @x, show …", "кто может, почему нельзя, что может @x, показать…"),
            options: ["--after", "--scenario", .format("pretty", "json")], run: AskCommand.run),
        Command(
            "check", "проверить", "проверка", takes: Arguments("PATHS", "ПУТИ", .scripts),
            Text("say what is wrong without running", "найти ошибки, не исполняя"),
            options: [
                "--fix", "--all-warnings", .format("pretty", "short", "json"),
                Command.Use("--report", value: OptionValue("FORMAT=PATH", "ФОРМАТ=ПУТЬ", .reports(ReportFormat.ofCheck))),
            ],
            run: CheckCommand.run),
        Command(
            "fmt", "оформить", "оформление", takes: Arguments("PATHS", "ПУТИ", .scripts), Text("lay scripts out", "оформить файлы"),
            run: FormatCommand.run),
    ]

    /// What is asked of policies.
    private static let policies: [Command] = [
        Command(
            "new", "новый", "создать", takes: Arguments("policy NAME", "порядок ИМЯ", words: NewCommand.kinds, .free),
            Text("start a policy of one's own", "начать свой порядок"), run: NewCommand.run),
        Command(
            "compare", "сравнить", "сравнение", takes: Arguments("POLICIES", "ПОРЯДКИ", .policies(hasFiles: true)),
            Text("what one policy says and another does not", "чем порядки различаются, пункт за пунктом"),
            options: ["--act", "--all", .format("pretty", "json")], run: CompareCommand.run),
        Command(
            "show", "показать", takes: Arguments("ID|FILE", "ИМЯ|ФАЙЛ", .policies(hasFiles: true), .clauses),
            Text(
                "a policy read back as it was understood, or one clause of it",
                "порядок так, как он понят: весь или один его пункт"),
            options: [.format("pretty", "json")], run: ShowCommand.run),
        Command(
            "policies", "порядки", takes: .none(), Text("the policies that come with the program", "порядки, которые поставляются с программой"),
            run: { environment throws(UsageError) in PoliciesCommand.run(environment) }),
        Command(
            "coverage", "покрытие", takes: Arguments("PATHS", "ПУТИ", .scripts),
            Text("which clauses the scenarios exercise", "какие пункты проверены сценариями"),
            options: [.format("pretty", "json"), "--threshold", "--mutants", "--min-score", severalPolicies, "--filter", "--tag"],
            // Whoever knows sfm test expects them. What measures the whole cannot be asked of a part of it.
            unnamed: ["--last-failed", "--fail-fast", "--max-fail", "--order", "--seed"], excludes: ["--shard", "--affected", "--watch"],
            run: CoverageCommand.run),
    ]

    /// What teaches and tells.
    private static let language: [Command] = [
        Command(
            "train", "обучение", "тренировка", "учиться", takes: Arguments("[PATH]", "[ПУТЬ]", .scripts),
            Text("exercises, one after another", "упражнения, одно за другим"),
            options: [
                "--list",
                Command.Use("--report", value: OptionValue("FILE.html|FILE.json", "ФАЙЛ.html|ФАЙЛ.json", .reportFiles(ReportFormat.ofTraining))),
            ],
            run: TrainCommand.run),
        Command(
            "explain", "объяснить", "пояснить", takes: Arguments("CODE|CLAUSE", "КОД|ПУНКТ", .codes, .clauses),
            Text("what a code means, what a clause says", "что значит код, о чём говорит пункт"), run: ExplainCommand.run),
        Command(
            "help", "справка", "помощь", takes: Arguments("[WORD]", "[СЛОВО]", .topics),
            Text("this text, a command, an act or a word", "этот текст; о команде, действии или слове"),
            run: { environment throws(UsageError) in HelpCommand.run(environment, topic: environment.options.arguments.joined(separator: " ")) }),
        Command(
            "reference", "справочник", takes: Arguments("", "", .words(ReferenceCommand.forms), .free),
            Text("the whole language as Markdown", "весь язык одним документом Markdown"), run: ReferenceCommand.run),
        Command(
            "repl", "разговор", "диалог", takes: .none(hint: Text("; a file is run by: sfm run FILE", "; файл исполняет sfm run ФАЙЛ")),
            Text("a conversation (a script on a pipe)", "разговор с моделью (на входе конвейера — сценарий)"), isListed: false, run: ReplCommand.run),
    ]
}
