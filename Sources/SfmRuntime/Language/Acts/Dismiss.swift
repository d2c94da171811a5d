import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// An employee leaves the school; only the person is marked.
    static let dismiss = Act(
        Forms(
            "dismiss", en: ["dismiss [{target}]", "{target} is dismissed"],
            ru: ["уволен [{target}]", "{target} уволен", "увольнение {target}"], ruleRu: ["увольнение", "уволен"]),
        kind: .event, noun: Text("dismissal", "увольнение"), definite: [.target], byWorld: true, leaves: true,
        effect: { w, c in
            let known = w[person: c.target].marks.contains(.dismissed)
            w[person: c.target].marks.formUnion(.dismissed)
            return Effect(isUnchanged: known)
        },
        example: Text("dismiss @orlov", "уволен @orlov"))
}
