import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// The use of the platform is monitored.
    static let monitor = Act(
        Forms(
            "monitor use", en: ["monitor use"],
            ru: ["проконтролировать использование (платформы)", "осуществить контроль использования (платформы)", "проконтролировать"], ruleEn: ["monitor"],
            ruleRu: ["контролировать использование", "контролировать", "контроль"]),
        kind: .power, noun: Text("control of use", "контроль"),
        example: Text("@smirnov: monitor use", "@smirnov: проконтролировать использование"))
}
