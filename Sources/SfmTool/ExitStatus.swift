import SfmRuntime
import SfmSyntax
import SfmTerms

/// Exit statuses: a promise to scripts and CI (README lists them).
package enum ExitStatus: Int32, CaseIterable, Sendable {
    case ok = 0
    case failed = 1
    case invalid = 2
    case limit = 3
    case nothing = 4
    case usage = 64
    case bug = 70
    case unwritable = 74
    case interrupted = 130
}

extension ExitStatus {
    /// That of what is wrong: a limit that was hit, or a script that is not valid.
    init(of diagnostics: some Sequence<Diagnostic>) { self = diagnostics.contains { $0.code.isLimit } ? .limit : .invalid }
}

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
