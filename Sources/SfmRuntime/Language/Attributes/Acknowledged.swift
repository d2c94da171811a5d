import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the person concerned knows the rules of the chat.
    static let acknowledged = Attribute(
        AttributeForms(
            "acknowledged", en: ["acknowledged rules"], ru: ["ознакомлен с правила"], shown: "ознакомлено с правилами",
            .flag(
                rule: .init(
                    Text("target has acknowledged the rules", "лицо ознакомлено с правилами"),
                    no: Text("target has not acknowledged the rules", "лицо не ознакомлено с правилами")),
                sentence: .init(
                    Text("the person has acknowledged the rules", "лицо ознакомлено с правилами"),
                    no: Text("the person has not acknowledged the rules", "лицо не ознакомлено с правилами")))),
        heading: Text("knowing the rules", "знакомство с правилами"), concerns: .target, isAsked: { $0.haveTarget && $0.haveChat },
        .flag({ c, w, parties in parties.hasRecords && w.knowsRules(c.target, in: c.chat) }))
}
