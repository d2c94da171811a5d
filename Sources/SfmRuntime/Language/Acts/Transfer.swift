import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A student goes over to another group; chats stay as they are.
    static let transfer = Act(
        Forms(
            "transfer", en: ["transfer {target} to group {group}"], ru: ["перевести {target} в группу {group}"], ruleRu: ["переводить", "перевод"]),
        kind: .power, noun: Text("transfer", "перевод"), obstacle: { w, c, _ in Requirement.notGone(w, c.target) },
        effect: { w, c in
            let known = w[person: c.target].group == c.group
            w.place(c.target, in: c.group)
            return Effect(isUnchanged: known)
        },
        example: Text("transfer @ivanov to group \"10Б\"", "перевести @ivanov в группу \"10Б\""))
}
