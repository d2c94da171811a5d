import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// The movement of a person is entered: who departed or was dismissed leaves the groups.
    static let movement = Act(
        Forms(
            "record movement", en: ["record movement (of) {target}"],
            ru: ["внести сведения о движении {target}", "внести движение {target}", "отразить движение {target}"],
            ruleEn: ["record movement"], ruleRu: ["вносить сведения о движении", "вносить движение", "редактировать сведения о движении", "движение"]),
        kind: .power, noun: Text("record of movement", "движение"),
        effect: { w, c in
            let person = w[person: c.target]
            guard person.isGone else { return .unchanged }
            let known = person.group == .absent && person.leads.isEmpty && person.teaches.isEmpty && !person.marks.contains(.joined)
            w.withdraw(c.target)
            w[person: c.target].marks.subtract(.joined)
            return Effect(isUnchanged: known)
        },
        example: Text("record movement of @ivanov", "внести сведения о движении @ivanov"))
}
