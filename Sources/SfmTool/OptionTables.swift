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

/// An option that raises a limit, with what it is without it.
struct LimitOption {
    let option: String
    let value: Int
    let meaning: Text

    static let all: [LimitOption] = {
        let limits = ScriptLimits()
        return [
            LimitOption(option: "--max-steps N", value: limits.steps, meaning: Text("steps a scenario", "шагов в сценарии")),
            LimitOption(option: "--max-file-bytes N", value: limits.syntax.fileBytes, meaning: Text("size of a file", "размер файла")),
            LimitOption(option: "--max-nesting N", value: limits.syntax.nesting, meaning: Text("depth of blocks", "вложенность блоков")),
            LimitOption(option: "--max-include-depth N", value: limits.includeDepth, meaning: Text("depth of includes", "вложенность подключений")),
            LimitOption(option: "--max-files N", value: limits.files, meaning: Text("files included in all", "подключённых файлов всего")),
        ]
    }()
}
