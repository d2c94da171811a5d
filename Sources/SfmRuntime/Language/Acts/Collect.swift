import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody collects personal data of a person.
    static let collect = Act(
        Forms(
            "collect data", en: ["collect data (of) {target}"],
            ru: ["собрать персональные данные {target}", "собирать данные {target}", "собрать данные {target}"], ruleEn: ["collect data"],
            ruleRu: ["собирать персональные данные", "собирать данные", "сбор данных"]),
        kind: .liberty, noun: Text("collection of data", "сбор данных"), isOpenToOutsiders: true,
        example: Text("@ivanov: collect data of @sidorov", "@ivanov: собрать персональные данные @sidorov"))
}
