import SfmRuntime
import SfmTerms

/// An option that raises a limit, and what a project may lower.
struct LimitOption: Sendable {
    let name: String
    let limit: WritableKeyPath<ScriptLimits, Int> & Sendable
    let meaning: Text
    /// Beyond this the program could not do it whatever it is told.
    var most = Int.max

    var option: String { name + " N" }
    /// What a project calls it: its name without `--max-`.
    var setting: String { String(name.dropFirst("--max-".count)) }
    /// What it is without the option.
    var value: Int { ScriptLimits()[keyPath: limit] }

    /// Deeper nesting or including than this would need more stack than a worker has.
    private static let deepest = 512

    static let all: [LimitOption] = [
        LimitOption(name: "--max-steps", limit: \.steps, meaning: Text("steps a scenario", "шагов в сценарии")),
        LimitOption(name: "--max-run-steps", limit: \.runSteps, meaning: Text("steps of a whole run", "шагов за весь запуск")),
        LimitOption(name: "--max-states", limit: \.states, meaning: Text("situations of an exploration", "ситуаций в исследовании"), most: Int(Int32.max)),
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
