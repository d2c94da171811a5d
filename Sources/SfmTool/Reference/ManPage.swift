import SfmTerms

/// The manual page, section 1, from the tables of the command line.
struct ManPage {
    let language: Language

    init(_ language: Language) { self.language = language }

    var text: String {
        var out = ".TH SFM 1 \"\" \"sfm \(SfmTool.version)\" \"\(language("User Commands", "Команды пользователя"))\"\n"
        out +=
            section("NAME", "ИМЯ")
            + line(
                "sfm \\- " + language("write down how a school runs its messenger, and test it", "записать, как школа ведёт свой мессенджер, и проверить это"))
        out +=
            section("SYNOPSIS", "ОБЗОР")
            + ".B sfm\n[\\fI\(language("COMMAND", "КОМАНДА"))\\fR] [\\fI\(language("ARGUMENTS", "АРГУМЕНТЫ"))\\fR] "
            + "[\\fI\(language("OPTIONS", "ПАРАМЕТРЫ"))\\fR]\n"
        out += section("DESCRIPTION", "ОПИСАНИЕ")
        out += line(
            language(
                "Without a command sfm is a conversation; on a pipe it reads a script. The language itself is described by sfm help and sfm reference.",
                "Без команды sfm — это разговор; на входе конвейера — сценарий. О самом языке рассказывают sfm help и sfm reference."))
        out += section("COMMANDS", "КОМАНДЫ")
        for command in CommandTable.listed {
            out += ".TP\n.B \(escaped(command.name)) \\fR\(escaped(command.arguments.text[language]))\n" + line(command.summary[language])
            guard !command.options.isEmpty else { continue }
            out += ".RS\n" + command.options.map { item($0.option, $0.value) }.joined() + ".RE\n"
        }
        out += section("OPTIONS", "ПАРАМЕТРЫ")
        for option in OptionTable.ofEveryCommand { out += item(option, option.value) }
        for taken in CommandTable.conversation.options {
            out += ".TP\n\\fB\(escaped(taken.name))\\fR\n"
            out += line(taken.option.meaning[language] + language(" (sfm without a command)", " (sfm без команды)"))
        }
        out += section("EXIT STATUS", "КОД ВОЗВРАТА")
        for status in ExitStatus.allCases { out += ".TP\n.B \(status.rawValue)\n" + line(status.meaning[language]) }
        out += section("ENVIRONMENT", "ОКРУЖЕНИЕ")
        for (name, text) in Self.environment { out += ".TP\n.B \(escaped(name))\n" + line(text[language]) }
        out += section("FILES", "ФАЙЛЫ")
        out +=
            ".TP\n.I \(escaped(ProjectFile.name))\n"
            + line(
                language(
                    "the settings of a project: paths, policies, tags, reports, limits; looked for in the working folder and, inside a repository, above it up "
                        + "to its root. --config names another file, --no-config leaves it aside; docs/ci.md describes it",
                    "настройки проекта: пути, порядки, метки, отчёты, пределы; ищут в рабочей папке, а в репозитории — и выше, до его корня. --config называет "
                        + "другой файл, --no-config не читает никакого; описано в docs/ci.ru.md"))
        out += ".TP\n.I ~/.local/state/sfm\n" + line(language("history, journals of sessions, progress of training", "история, журналы сеансов, ход обучения"))
        return out
    }

    private static let environment: [(String, Text)] = [
        (
            "SFM_LANG",
            Text(
                "ru or en: the language of the answers; --lang comes before it, sfm.toml behind it",
                "ru или en: язык ответов; --lang важнее, а sfm.toml уступает этой переменной")
        ),
        (
            "LC_ALL, LC_CTYPE, LC_MESSAGES, LANG",
            Text("the language of the answers where nothing else says it", "язык ответов, если его не задаёт ничто другое")
        ),
        (
            "CI",
            Text(
                "set by pipelines: --watch is refused, what failed last is not kept",
                "задают конвейеры: --watch не работает, прошлые ошибки не запоминаются")
        ),
        ("NO_COLOR, CLICOLOR_FORCE", Text("no colour, or colour everywhere", "без цвета или с цветом всегда")),
        ("XDG_STATE_HOME, SFM_HISTORY", Text("where a session keeps what outlives it", "где сеанс хранит то, что его переживает")),
        ("EDITOR", Text("what edit starts at the prompt", "что в сеансе запускает «править»")),
        ("PAGER", Text("what shows long answers at the prompt", "чем в сеансе показывают длинные ответы")),
    ]

    /// An option with what stands behind it.
    private func item(_ option: Option, _ value: OptionValue?) -> String {
        ".TP\n\\fB\(escaped(option.name))\\fR\(escaped(value.map { " " + $0.text[language] } ?? option.inline.map { "[=" + $0.text[language] + "]" } ?? " "))\n"
            + line(option.meaning[language])
    }

    private func section(_ en: String, _ ru: String) -> String { ".SH \(language(en, ru))\n" }

    private func line(_ text: String) -> String { escaped(text) + "\n" }

    private func escaped(_ text: String) -> String {
        let plain = text.replacing("\\-", with: "-").replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }
}
