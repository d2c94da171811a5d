import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Parents are told what the platform can do.
    static let explain = Act(
        Forms(
            "explain platform", en: ["explain platform (to) (parents)"],
            ru: ["разъяснить родителям возможности платформы", "разъяснить платформу (родителям)", "разъяснить"], ruleEn: ["explain platform to parents"],
            ruleRu: ["разъяснять возможности платформы", "разъяснять родителям возможности платформы", "разъяснять", "разъяснение"]),
        kind: .power, noun: Text("explanation", "разъяснение"),
        example: Text("@petrova: explain platform to parents", "@petrova: разъяснить родителям возможности платформы"))
}
