import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody writes to the platform's technical support.
    static let support = Act(
        Forms(
            "contact support", en: ["contact support [{text}]"],
            ru: [
                "обратиться в поддержку [{text}]", "обратиться в техподдержку [{text}]", "обратиться в службу технической поддержки [{text}]",
                "обратиться в техническую поддержку [{text}]",
            ],
            ruleRu: [
                "обращаться в поддержку", "обращаться в техническую поддержку", "обращаться в техподдержку", "взаимодействовать с поддержкой",
                "обращение в поддержку", "обращение",
            ]),
        kind: .liberty, noun: Text("contact with support", "обращение в поддержку"), isOpenToOutsiders: true,
        example: Text("@ivanov: contact support \"no sound\"", "@ivanov: обратиться в поддержку \"нет звука\""))
}
