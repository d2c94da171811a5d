import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// The statistics of use go to the director.
    static let report = Act(
        Forms(
            "report statistics", en: ["report statistics (to) (director)"],
            ru: [
                "представить статистику (директору)", "доложить статистику (директору)", "довести статистику до сведения директора",
                "представить статистические данные (директору)",
            ], ruleEn: ["report statistics to director"],
            ruleRu: ["представлять статистику", "докладывать статистику", "представлять статистику директору", "представление статистики"]),
        kind: .power, noun: Text("statistics", "статистика"),
        example: Text("report statistics to director", "представить статистику директору"))
}
