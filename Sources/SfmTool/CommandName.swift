import SfmSyntax
import SfmTerms

/// The commands by their names, in both languages.
enum CommandName: String, CaseIterable {
    case run, test, check, fmt, compare, new, ask, policies, show, coverage, report, train, explain, help, reference, repl

    /// What it is called in Russian; the first is the one that help shows.
    var russian: [String] {
        switch self {
        case .run: ["исполнить", "выполнить", "запустить"]
        case .test: ["тест", "тесты", "испытать"]
        case .check: ["проверить", "проверка"]
        case .fmt: ["оформить", "оформление"]
        case .compare: ["сравнить", "сравнение"]
        case .new: ["новый", "создать"]
        case .ask: ["спросить", "вопрос"]
        case .policies: ["порядки"]
        case .show: ["показать"]
        case .coverage: ["покрытие"]
        case .report: ["отчёт", "отчет"]
        case .train: ["обучение", "тренировка", "учиться"]
        case .explain: ["объяснить", "пояснить"]
        case .help: ["справка", "помощь"]
        case .reference: ["справочник"]
        case .repl: ["разговор", "диалог"]
        }
    }

    var names: [String] { [rawValue] + russian }

    init?(_ word: String) {
        let folded = word.lowercased()
        guard let found = Self.allCases.first(where: { $0.names.contains(folded) }) else { return nil }
        self = found
    }

    /// The name, in whichever language, that a misspelt one is near to.
    static func nearest(to word: String) -> String? { Suggestion.nearest(to: word, among: allCases.flatMap(\.names)) }
}
