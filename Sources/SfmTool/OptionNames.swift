import SfmScenarios
import SfmSyntax
import SfmTerms

/// Every option but those that raise a limit (`LimitOption`), with a sentence of what it does.
enum OptionName: String, CaseIterable, Sendable {
    case lang = "--lang"
    case color = "--color"
    case jobs = "--jobs"
    case help = "--help"
    case version = "--version"
    case format = "--format"
    case policy = "--policy"
    case act = "--act"
    case all = "--all"
    case fix = "--fix"
    case resume = "--resume"
    case after = "--after"
    case scenario = "--scenario"
    case update = "--update"
    case yes = "--yes"
    case allWarnings = "--all-warnings"
    case write = "--write"
    case check = "--check"
    case from = "--from"
    case output = "--output"
    case to = "--to"
    case report = "--report"
    case timings = "--timings"
    case list = "--list"
    case filter = "--filter"
    case tag = "--tag"
    case failFast = "--fail-fast"
    case maxFail = "--max-fail"
    case lastFailed = "--last-failed"
    case order = "--order"
    case seed = "--seed"
    case watch = "--watch"
    case affected = "--affected"
    case shard = "--shard"
    case threshold = "--threshold"
    case mutants = "--mutants"
    case config = "--config"
    case noConfig = "--no-config"

    /// Other spellings.
    static let short = [
        "-h": help, "--помощь": help, "--справка": help, "--colour": color, "-w": write, "-o": output, "-j": jobs,
    ]

    init?(word: String) {
        guard let found = Self(rawValue: word) ?? Self.short[word] else { return nil }
        self = found
    }

    /// What it does, as a line of the help.
    var meaning: Text {
        switch self {
        case .lang: Text("language of the answers: ru or en", "язык ответов: ru или en")
        case .color: Text("colour in the terminal: by itself, always or never", "цвет в терминале: auto — по обстановке, always — всегда, never — никогда")
        case .jobs:
            Text(
                "how many files are worked on at a time; all cores without it",
                "сколько файлов обрабатывать одновременно; без параметра — по числу ядер")
        case .help: Text("says what there is, or tells of the command", "рассказывает, что есть, или о самой команде")
        case .version: Text("prints the version", "печатает версию")
        case .format:
            Text(
                "how the answer is printed: for people, or as JSON for programs",
                "в каком виде напечатать ответ: для людей или JSON для программ")
        case .policy:
            Text(
                "puts these policies in force in place of those of the files; of several each is tried",
                "вводит в действие эти порядки вместо названных в файлах; из нескольких пробует каждый")
        case .act: Text("compares what is said of this act alone", "сравнивает только то, что сказано об этом действии")
        case .all: Text("shows also what the policies have in common", "показывает и то, в чём порядки совпадают")
        case .fix: Text("writes into the files the changes that are beyond doubt", "вносит в файлы исправления, в которых нет сомнений")
        case .resume: Text("goes on with a session that did not end well", "продолжает сеанс, который оборвался")
        case .after: Text("asks after this file has been played", "задаёт вопрос после того, как сыгран этот файл")
        case .scenario: Text("the scenario of that file that is played", "какой сценарий этого файла сыграть")
        case .update:
            Text(
                "shows new expectations under which the scenarios would pass, and writes them once that is agreed",
                "показывает новые проверки, с которыми сценарии проходят, и после согласия записывает их")
        case .yes: Text("writes without asking", "записывает, не спрашивая")
        case .allWarnings:
            Text(
                "says warnings also where a note of the clause has answered them",
                "говорит и о предупреждениях, на которые ответило примечание пункта")
        case .write: Text("writes the files in place", "перезаписывает файлы")
        case .check: Text("writes nothing and says which files are not in order", "ничего не записывает, а говорит, какие файлы не в порядке")
        case .from: Text("the policy that the new one starts from", "порядок, с которого начинается новый")
        case .output: Text("the file that is written", "в какой файл записать")
        case .to: Text("translates the script into this language", "переводит файл на указанный язык")
        case .report:
            Text(
                "writes a report beside what is shown; may be given several times; - is standard output",
                "записывает отчёт в файл; можно указать несколько раз; «-» вместо пути — стандартный вывод")
        case .timings: Text("puts real times into junit and html, which hold 0 without it", "пишет в junit и html настоящее время, иначе там 0")
        case .list: Text("says what there is and runs nothing", "перечисляет и ничего не исполняет")
        case .filter:
            Text(
                "takes the scenarios whose title or path holds the words; and, or, not and parentheses join them",
                "берёт сценарии, в названии или пути которых есть эти слова; слова соединяют и, или, не и скобки")
        case .tag:
            Text(
                "takes the scenarios that have the tags; and, or, not and parentheses join them",
                "берёт сценарии с этими метками; метки соединяют и, или, не и скобки")
        case .failFast: Text("stops at the first failure and says what was not run", "останавливается на первой ошибке и говорит, что не запускалось")
        case .maxFail: Text("stops after N failures and says what was not run", "останавливается после N ошибок и говорит, что не запускалось")
        case .lastFailed: Text("runs again what failed last time", "снова запускает то, что не прошло в прошлый раз")
        case .order: Text("the order of scenarios: as in the files, or random", "порядок сценариев: как в файлах (file) или случайный (random)")
        case .seed: Text("a random order that can be had again", "случайный порядок, который можно повторить")
        case .watch: Text("runs again what a change touches, until Ctrl-C", "запускает снова то, чего касается правка, до Ctrl-C")
        case .affected:
            Text(
                "takes the files named as changed and runs them and whatever includes them or uses their policies",
                "считает названные файлы изменёнными и проверяет их и всё, что их подключает или применяет их порядки")
        case .shard:
            Text(
                "runs one part of several, as 2/5; sfm report merge puts their reports together",
                "запускает одну часть из нескольких, например 2/5; отчёты частей складывает sfm report merge")
        case .threshold:
            Text(
                "fails if fewer than N per cent of a policy's clauses are exercised",
                "завершается с ошибкой, если проверено меньше N % пунктов порядка")
        case .mutants:
            Text(
                "takes one clause after another away and says which of them no scenario would miss",
                "убирает пункты по одному и говорит, отсутствия каких не заметил бы ни один сценарий")
        case .config: Text("takes its settings from this file in place of sfm.toml", "берёт настройки из этого файла, а не из sfm.toml")
        case .noConfig: Text("takes no settings from sfm.toml", "не берёт настройки из sfm.toml")
        }
    }

    /// What a sentence cannot say: how the value is written, a line each.
    var details: Text { Self.details[self] ?? Text(same: "") }

    private static let details: [OptionName: Text] = [
        .filter:
            Text(
                """
                "words"          a title or path that holds them, whatever their case; with * or ? the whole of it
                a and b          both        a or b   one of them        not a   not it        (a or b) and not c
                "a and b"        in quotes nothing joins: these words as they stand
                given again      one of the filters is enough
                """,
                """
                слова            есть в названии или пути, прописные и строчные равны; с * или ? — название целиком
                а и б            оба         а или б   хотя бы одно      не а    его нет       (а или б) и не в
                «а и б»          в кавычках ничего не соединяет: эти слова дословно
                указан ещё раз   достаточно одного из условий
                """),
        .tag:
            Text(
                """
                smoke and not slow      (chats or calls) and smoke      smoke,slow: one of them      !slow: not that one
                given again      all of them must hold
                """,
                """
                дымовой и не долгий     (чаты или звонки) и дымовой     дымовой,долгий: любая из них     !долгий: без неё
                указан ещё раз   должны выполняться все условия
                """),
        .config: aboutConfig, .noConfig: aboutConfig,
    ]

    private static let aboutConfig = Text(
        "sfm.toml is looked for in the working folder and, inside a repository, above it up to its root: docs/ci.md",
        "sfm.toml ищут в рабочей папке, а в репозитории — и выше, до его корня: docs/ci.ru.md")
}

/// An option as help shows it, whatever it is.
struct OptionHelp {
    let name: String
    /// What stands behind it: `N`, `FORMAT=PATH`, or nothing.
    let value: String
    let meaning: Text
    var details = Text(same: "")

    /// Those of every command, those of some, those that raise limits.
    static func all(_ language: Language) -> [OptionHelp] {
        let table = CommandLineTable(language)
        let known = table.everywhere + table.commands.flatMap(\.options)
        return OptionName.allCases.map { option in
            OptionHelp(
                name: option.rawValue, value: known.first { $0.name == option.rawValue }?.value ?? "", meaning: option.meaning, details: option.details)
        } + LimitOption.all.map(Self.init)
    }

    init(name: String, value: String, meaning: Text, details: Text) {
        (self.name, self.value, self.meaning, self.details) = (name, value, meaning, details)
    }

    init(_ limit: LimitOption) {
        let words = limit.option.split(separator: " ").map(String.init)
        let without = Text(" (\(limit.value) without it)", " (без параметра \(limit.value))")
        let meaning = Text("raises or lowers a limit: ", "поднимает или опускает предел: ") + limit.meaning + without
        self.init(name: words[0], value: words.dropFirst().joined(separator: " "), meaning: meaning, details: Text(same: ""))
    }

    /// `--max-fail N`, with its sentence beside it.
    func line(_ language: Language, value own: String? = nil) -> String {
        let head = name + ((own ?? value).isEmpty ? "" : " " + (own ?? value))
        let indent = 24
        let first = DisplayWidth.of(head) < indent - 1 ? DisplayWidth.padded(head, indent) : head + "  "
        return Wrap.text(meaning[language], indent: indent, first: first)
    }

    /// The same with all that there is to say.
    func text(_ language: Language) -> String {
        let details = details[language].split(separator: "\n").map { "    \($0)\n" }.joined()
        return line(language) + details
    }
}
