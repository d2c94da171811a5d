import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A person is told the rules of a chat.
    static let acquaint = Act(
        Forms(
            "acquaint", en: ["acquaint {target} with rules [of chat {chat}]", "acquaint {target} [in chat {chat}]"],
            ru: [
                "ознакомить {target} с правилами [чата {chat}]", "познакомить {target} с правилами [в чате {chat}]",
                "ознакомить {target} с правилами общения [в чате {chat}]",
            ], ruleEn: ["acquaint with rules"], ruleRu: ["знакомить", "ознакомлять", "знакомить с правилами", "ознакомление"]),
        kind: .power, noun: Text("acquainting with the rules", "ознакомление с правилами"), definite: [.chat], about: .membership,
        effect: { w, c in
            let known = w.knowsRules(c.target, in: c.chat)
            w.record(c.target, in: c.chat) { $0.knowsRules = true }
            return Effect(isUnchanged: known)
        },
        supplies: Supplies([.acknowledged]),
        example: Text("acquaint @novikov with rules of chat \"10А\"", "ознакомить @novikov с правилами чата \"10А\""))
}
