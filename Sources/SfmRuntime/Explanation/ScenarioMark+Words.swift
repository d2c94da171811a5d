import SfmSyntax
import SfmTerms

extension ScenarioMark {
    /// «пропущен: …», «известная ошибка: …».
    public var words: Text {
        switch kind {
        case .skip: Text("skipped: \(reason)", "пропущен: \(reason)")
        case .knownFailure: Text("known failure: \(reason)", "известная ошибка: \(reason)")
        }
    }

    /// What fails a scenario that is known to fail and does not.
    public var mended: Failure {
        Failure(
            Text("the scenario passes: it is no known failure any more", "сценарий проходит: ошибки, которая здесь названа известной, больше нет"),
            details: [
                Text(
                    "delete the line: \(Keyword.knownFailure.entry.en[0]) \"…\"", "удалите строку: \(Keyword.knownFailure.entry.ru[0]) \"…\"")
            ], at: span)
    }
}
