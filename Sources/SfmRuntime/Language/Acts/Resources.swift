import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody looks at the platform's information resources.
    static let resources = Act(
        Forms(
            "browse resources", en: ["browse resources"], ru: ["просмотреть информационные ресурсы", "открыть ресурсы", "открыть информационные ресурсы"],
            ruleRu: ["просматривать информационные ресурсы", "просматривать ресурсы"]),
        kind: .liberty, noun: Text("information resources", "информационные ресурсы"), isOpenToOutsiders: true,
        example: Text("@ivanov: browse resources", "@ivanov: просмотреть информационные ресурсы"))
}
