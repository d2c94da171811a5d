import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A student leaves the school; only the person is marked.
    static let depart = Act(
        Forms(
            "depart", en: ["depart [{target}]", "{target} departs", "{target} departed"],
            ru: ["выбыл [{target}]", "{target} выбыл", "выбытие {target}", "отчислен {target}", "{target} отчислен"],
            ruleRu: ["выбытие", "выбыл", "отчислен", "отчисление"]),
        kind: .event, noun: Text("departure", "выбытие"), definite: [.target], byWorld: true, leaves: true,
        effect: { w, c in
            let known = w[person: c.target].marks.contains(.departed)
            w[person: c.target].marks.formUnion(.departed)
            return Effect(isUnchanged: known)
        },
        example: Text("depart @ivanov", "выбыл @ivanov"))
}
