import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody breaks into an account.
    static let hack = Act(
        Forms(
            "hack account", en: ["hack account (of) {target}", "intrude account (of) {target}"],
            ru: ["взломан аккаунт {target}", "взлом аккаунта {target}", "аккаунт {target} взломан"], ruleEn: ["hack account"],
            ruleRu: ["взлом аккаунта", "взломан аккаунт", "взлом"]),
        kind: .event, noun: Text("intrusion", "взлом аккаунта"), definite: [.target], byWorld: true,
        effect: { w, c in
            w[person: c.target].marks.formUnion(.hacked)
            return .done
        },
        example: Text("hack account of @ivanov", "взломан аккаунт @ivanov"))
}
