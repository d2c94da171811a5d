import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody asks the school's administrator.
    static let askAdmin = Act(
        Forms(
            "ask admin", en: ["ask admin [{text}]"],
            ru: ["обратиться к администратору [{text}]", "спросить администратора [{text}]", "задать вопрос администратору [{text}]"],
            ruleRu: ["обращаться к администратору", "обращение к администратору"]),
        kind: .liberty, noun: Text("question to the administrator", "обращение к администратору"), isOpenToOutsiders: true,
        example: Text("@ivanov: ask admin \"how to join?\"", "@ivanov: обратиться к администратору \"как вступить?\""))
}
