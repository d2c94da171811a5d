import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// The administrator is told of an intrusion.
    static let informAdmin = Act(
        Forms(
            "inform admin", en: ["inform admin of intrusion", "inform admin"],
            ru: [
                "проинформировать администратора о взломе", "сообщить администратору о взломе", "проинформировать администратора о несанкционированном доступе",
                "сообщить администратору о несанкционированном доступе",
            ], ruleEn: ["inform admin"], ruleRu: ["информировать администратора", "информировать администратора о взломе", "сообщать администратору о взломе"]),
        kind: .liberty, noun: Text("information of an intrusion", "сообщение о взломе"), isOpenToOutsiders: true,
        example: Text("@ivanov: inform admin of intrusion", "@ivanov: проинформировать администратора о взломе"))
}
