import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Students, parents or others are told of the use of the platform.
    static let inform = Act(
        Forms(
            "inform", en: ["inform {audience:acc}"], ru: ["проинформировать {audience:acc}"], ruleEn: ["inform"],
            ruleRu: ["информировать", "информирование", "проинформировать"]),
        kind: .power, noun: Text("information", "информирование"),
        example: Text("@smirnov: inform students and parents", "@smirnov: проинформировать учеников и родителей"))
}
