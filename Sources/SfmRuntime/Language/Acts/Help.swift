import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody is helped with the platform.
    static let help = Act(
        Forms(
            "help", en: ["help {target}"], ru: ["помочь {target}", "оказать помощь {target}"],
            ruleRu: ["помогать", "оказывать помощь", "помощь"]),
        kind: .power, noun: Text("help", "помощь"),
        example: Text("help @ivanova", "помочь @ivanova"))
}
