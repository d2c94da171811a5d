import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// The platform's support registers the school.
    static let register = Act(
        Forms(
            "register", en: ["register school [{school}]"], ru: ["зарегистрировать школу [{school}]"],
            ruleRu: ["регистрировать школу", "регистрировать", "регистрация школы"]),
        kind: .liberty, noun: Text("registration of the school", "регистрация школы"),
        attributes: [.applicationSubmitted, .orderEnclosed, .orderOfAppointment, .questionnaireEnclosed, .phoneGiven, .emailGiven],
        creates: [.school], byWorld: true,
        confirms: { w, _, p in w.school.application == nil ? [] : p.clauses(stating: .registrationByApplication) },
        effect: { w, c in
            let known = w.school.isRegistered && (c.name == .absent || w.school.name == c.name)
            if !w.school.exists || c.name != .absent { w.school.name = c.name }
            w.school.isRegistered = true
            return Effect(isUnchanged: known)
        },
        hooks: Hooks(defaultName: "Школа"),
        example: Text("register school \"Lyceum 7\"", "зарегистрировать школу \"Лицей № 7\""))
}
