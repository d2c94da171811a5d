import SfmRuntime
import SfmTerms

extension ExitStatus {
    /// What a run came to, in the word that machine formats have for it.
    var word: String {
        switch self {
        case .ok: "passed"
        case .failed: "failed"
        case .invalid: "invalid"
        case .limit: "limit"
        case .nothing: "nothing"
        case .usage, .bug, .unwritable, .interrupted: "stopped"
        }
    }

    package var meaning: Text {
        switch self {
        case .ok: Text("in order", "всё в порядке")
        case .failed: Text("a scenario failed", "сценарий не прошёл")
        case .invalid: Text("a script is not valid", "файл с ошибками")
        case .limit: Text("a limit was hit", "достигнут предел")
        case .nothing: Text("nothing was selected", "ничего не выбрано")
        case .usage: Text("wrong usage", "неверный вызов")
        case .bug: Text("a bug of ours", "наша ошибка")
        case .unwritable: Text("a report could not be written", "отчёт не записан")
        case .interrupted: Text("Ctrl-C", "Ctrl-C")
        }
    }
}

/// An option that raises a limit.
struct LimitOption: @unchecked Sendable {
    let name: String
    /// Key paths without captures are immutable.
    let limit: WritableKeyPath<ScriptLimits, Int>
    let meaning: Text
    /// Beyond this the program could not do it whatever it is told.
    var most = Int.max

    var option: String { name + " N" }
    /// What it is without the option.
    var value: Int { ScriptLimits()[keyPath: limit] }

    /// Deeper nesting or including than this would need more stack than a worker has.
    private static let deepest = 512

    static let all: [LimitOption] = [
        LimitOption(name: "--max-steps", limit: \.steps, meaning: Text("steps a scenario", "шагов в сценарии")),
        LimitOption(name: "--max-run-steps", limit: \.runSteps, meaning: Text("steps of a whole run", "шагов за весь запуск")),
        LimitOption(
            name: "--max-objects", limit: \.objects, meaning: Text("people, groups, chats and the like of a school", "людей, групп, чатов и прочего в школе")),
        LimitOption(name: "--max-output-bytes", limit: \.outputBytes, meaning: Text("what run or a pipe tells", "объём вывода run или сеанса через канал")),
        LimitOption(name: "--max-file-bytes", limit: \.syntax.fileBytes, meaning: Text("size of a file", "размер файла")),
        LimitOption(name: "--max-nesting", limit: \.syntax.nesting, meaning: Text("depth of blocks", "вложенность блоков"), most: deepest),
        LimitOption(name: "--max-include-depth", limit: \.includeDepth, meaning: Text("depth of includes", "вложенность подключений"), most: deepest),
        LimitOption(name: "--max-files", limit: \.files, meaning: Text("files included in all", "подключённых файлов всего")),
        LimitOption(
            name: "--max-included-bytes", limit: \.includedBytes, meaning: Text("size of all included files", "размер всех подключённых файлов")),
        LimitOption(name: "--max-marks", limit: \.syntax.marks, meaning: Text("marks behind one letter", "знаков над одной буквой")),
        LimitOption(name: "--max-policies", limit: \.policies, meaning: Text("policies of a script", "порядков в сценарии"), most: ScriptLimits.mostClauses),
        LimitOption(name: "--max-clauses", limit: \.clauses, meaning: Text("clauses of a policy", "пунктов в порядке"), most: ScriptLimits.mostClauses),
        LimitOption(
            name: "--max-extends", limit: \.extendsDepth, meaning: Text("policies that extend one another in a row", "порядков, дополняющих друг друга подряд"),
            most: deepest),
    ]
}
