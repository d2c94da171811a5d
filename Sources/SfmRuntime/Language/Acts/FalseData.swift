import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody gives false data about a person.
    static let falseData = Act(
        Forms(
            "give false data", en: ["give false data [of {target}]", "falsify data (of) {target}"], ru: ["указать ложные данные [о {target}] [о себе]"],
            ruleEn: ["give false data"], ruleRu: ["указывать ложные данные", "указывать ложные данные о себе", "указание ложных данных", "ложных данных"]),
        kind: .liberty, noun: Text("false data", "ложные данные"), isOpenToOutsiders: true,
        effect: { w, c in
            let person = c.target != .absent ? c.target : c.actor
            if person != .absent { w[person: person].marks.formUnion(.falseData) }
            return .done
        },
        // Without a word of whom it is about oneself.
        hooks: Hooks(settles: { _, _, r in if r.request.target == .absent { r.request.target = r.request.actor } }),
        example: Text("@ivanov: give false data of @ivanov", "@ivanov: указать ложные данные о @ivanov"))
}
