import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Students and parents are told of the use of the platform.
    static let inform = Act(
        Forms(
            "inform", en: ["inform students and parents", "inform students", "inform parents"],
            ru: [
                "проинформировать учеников и родителей", "проинформировать обучающихся и родителей", "проинформировать учеников", "проинформировать родителей",
            ], ruleEn: ["inform"], ruleRu: ["информировать", "информировать учеников и родителей", "информирование", "проинформировать"]),
        kind: .power, noun: Text("information", "информирование"),
        example: Text("@smirnov: inform students and parents", "@smirnov: проинформировать учеников и родителей"))
}
