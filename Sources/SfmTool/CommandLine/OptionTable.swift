import SfmScenarios
import SfmTerms

/// Every option, each with all that there is to say of it. They stand in the order in which the help's list names them.
enum OptionTable {
    static let all: [Option] = answers + about + ofCommands + choosing + settings + limits

    /// Those that every command takes, as their help names them.
    static let ofEveryCommand: [Option] = answers + limits + about

    private static let limits = LimitOption.all.map { Option($0) }

    /// The option of that name, in whichever spelling.
    static func find(_ word: String) -> Option? { all.first { $0.isCalled(word) } }

    /// One that the table itself names.
    static func named(_ name: String) -> Option {
        guard let option = all.first(where: { $0.name == name }) else { preconditionFailure("there is no option \(name)") }
        return option
    }

    /// How a run answers.
    private static let answers: [Option] = [
        Option(
            "--lang", value: .words("ru", "en"), Text("language of the answers: ru or en", "язык ответов: ru или en"),
            setting: Setting(
                "language", "язык", of: ["test", "coverage", "check"], example: "\"ru\"",
                expected: Text("\"ru\" or \"en\", in quotes", "\"ru\" или \"en\", в кавычках")
            ) { $0.takeLanguage($1, $2) },
            kept: .value(\.language, Language.named)),
        Option(
            "--color", others: ["--colour"], value: .words("auto", "always", "never"),
            Text("colour in the terminal: by itself, always or never", "цвет в терминале: auto — по обстановке, always — всегда, never — никогда"),
            kept: .text(\.colour)),
        Option(
            "--jobs", others: ["-j"], value: .number,
            Text("how many files are worked on at a time; all cores without it", "сколько файлов обрабатывать одновременно; без параметра — по числу ядер"),
            kept: .value(\.jobs, Int.number)),
    ]

    /// What tells of the program itself.
    private static let about: [Option] = [
        Option(
            "--help", others: ["-h", "--помощь", "--справка"],
            Text("says what there is, or tells of the command", "рассказывает, что есть, или о самой команде"), kept: .flag(\.wantsHelp)),
        Option("--version", Text("prints the version", "печатает версию"), kept: .flag(\.wantsVersion)),
    ]

    private static let ofCommands: [Option] = [
        Option(
            "--format", value: .words("pretty", "dots", "json"),
            Text("how the answer is printed: for people, or as JSON for programs", "в каком виде напечатать ответ: для людей или JSON для программ"),
            // Which words it may be each command says.
            kept: .value(\.format, String.text)),
        Option(
            "--policy", value: OptionValue("ID|FILE,…", "ИМЯ|ФАЙЛ,…", .policies(hasFiles: true)),
            Text(
                "puts these policies in force in place of those of the files; of several each is tried",
                "вводит в действие эти порядки вместо названных в файлах; из нескольких пробует каждый"),
            setting: Setting("policy", "порядок", of: ["test", "coverage"], example: "[\"koshdo-2024\"]") { $0.takePolicies($1, $2) },
            kept: .does { options, given throws(UsageError) in options.policies = try (options.policies ?? []) + given.names() }),
        Option(
            "--act", value: OptionValue("ACT", "ДЕЙСТВИЕ", .acts),
            Text("compares what is said of this act alone", "сравнивает только то, что сказано об этом действии"), kept: .text(\.act)),
        Option("--all", Text("shows also what the policies have in common", "показывает и то, в чём порядки совпадают"), kept: .flag(\.showsAll)),
        Option(
            "--fix", Text("writes into the files the changes that are beyond doubt", "вносит в файлы исправления, в которых нет сомнений"),
            kept: .flag(\.fixes)),
        Option(
            "--resume", takenBy: ["repl"], Text("goes on with a session that did not end well", "продолжает сеанс, который оборвался"),
            kept: .flag(\.resumes)),
        Option(
            "--after", value: .script, Text("asks after this file has been played", "задаёт вопрос после того, как сыгран этот файл"),
            kept: .text(\.after)),
        Option(
            "--scenario", value: OptionValue("TITLE", "НАЗВАНИЕ", .title), goesWith: "--after",
            Text("the scenario of that file that is played", "какой сценарий этого файла сыграть"), kept: .text(\.scenario)),
        Option(
            "--update",
            excludes: ["--list", "--report", "--format", "--fail-fast", "--max-fail", "--order", "--seed", "--affected", "--policy"],
            Text(
                "shows new expectations under which the scenarios would pass, and writes them once that is agreed",
                "показывает новые проверки, с которыми сценарии проходят, и после согласия записывает их"),
            kept: .flag(\.updates)),
        Option(
            "--save", value: .script, excludes: ["--update", "--list", "--watch", "--shard"],
            Text(
                "writes what explorations find as a test that passes, into a new file",
                "записывает найденное исследованиями как тест, который проходит, в новый файл"),
            kept: .text(\.save)),
        Option("--yes", goesWith: "--update", Text("writes without asking", "записывает, не спрашивая"), kept: .flag(\.agrees)),
        Option(
            "--all-warnings",
            Text(
                "says warnings also where a note of the clause has answered them",
                "говорит и о предупреждениях, на которые ответило примечание пункта"),
            kept: .flag(\.allWarnings)),
        Option(
            "--write", others: ["-w"], takenBy: ["fmt"], excludes: ["--check"], Text("writes the files in place", "перезаписывает файлы"),
            kept: .flag(\.writes)),
        Option(
            "--check", takenBy: ["fmt"],
            Text("writes nothing and says which files are not in order", "ничего не записывает, а говорит, какие файлы не в порядке"),
            kept: .flag(\.checksOnly)),
        Option(
            "--from", value: OptionValue("ID", "ID", .policies(hasFiles: false)), takenBy: ["new"],
            Text("the policy that the new one starts from", "порядок, с которого начинается новый"), kept: .text(\.base)),
        Option(
            "--with", value: OptionValue("CLAUSES", "ПУНКТЫ", .readyClauses), takenBy: ["new"],
            Text(
                "makes the new policy of ready clauses with their scenarios, several between commas; sfm help --with lists them",
                "составляет новый порядок из готовых пунктов с их сценариями, несколько — через запятую; их перечислит sfm help --with"),
            details: ClauseLibrary.list,
            kept: .does { options, given throws(UsageError) in options.clauses += try given.clauseNames() }),
        Option(
            "--text", value: OptionValue("FILE", "ФАЙЛ", .files(endings: [".txt", ".md"])), takenBy: ["new"],
            Text("the regulation, as plain text, that the new policy is read from", "положение обычным текстом, из которого читается новый порядок"),
            details: Text(
                "a clause for each of the text's; a rule, marked for review, where its sentence says one plainly, and a note elsewhere",
                "на каждый пункт текста — пункт порядка: с правилом на проверку, где фраза говорит прямо, и с примечанием в остальных"),
            kept: .text(\.text)),
        Option(
            "--output", others: ["-o"], value: .script, takenBy: ["new"], Text("the file that is written", "в какой файл записать"), kept: .text(\.output)),
        Option(
            "--to", value: .words("ru", "en"), takenBy: ["fmt"], Text("translates the script into this language", "переводит файл на указанный язык"),
            kept: .value(\.translation, Language.named)),
        Option(
            "--report", value: OptionValue("FORMAT=PATH", "ФОРМАТ=ПУТЬ", .reports(ReportFormat.ofTest)),
            Text(
                "writes a report beside what is shown; may be given several times; - is standard output",
                "записывает отчёт в файл; можно указать несколько раз; «-» вместо пути — стандартный вывод"),
            setting: Setting("report", "отчёты", of: ["test"], example: "[\"junit=out/junit.xml\"]") { $0.takeReports($1, $2) },
            kept: .each(\.reports, String.text)),
        Option(
            "--timings",
            Text("puts real times into junit and html, which hold 0 without it", "пишет в junit и html настоящее время, иначе там 0"),
            kept: .flag(\.showsTimes)),
        Option(
            "--list", excludes: ["--report", "--fail-fast", "--max-fail"],
            Text("says what there is and runs nothing", "перечисляет и ничего не исполняет"), kept: .flag(\.lists)),
    ]

    private static let settings: [Option] = [
        Option(
            "--config", value: OptionValue("FILE", "ФАЙЛ", .files(endings: [".toml"])), takenBy: ["test", "check", "coverage"],
            Text("takes its settings from this file in place of sfm.toml", "берёт настройки из этого файла, а не из sfm.toml"), details: whereSettingsAre,
            kept: .text(\.config)),
        Option(
            "--no-config", takenBy: ["test", "check", "coverage"], Text("takes no settings from sfm.toml", "не берёт настройки из sfm.toml"),
            details: whereSettingsAre, kept: .flag(\.ignoresConfig)),
    ]

    private static let whereSettingsAre = Text(
        "sfm.toml is looked for in the working folder and, inside a repository, above it up to its root: docs/ci.md",
        "sfm.toml ищут в рабочей папке, а в репозитории — и выше, до его корня: docs/ci.ru.md")
}
