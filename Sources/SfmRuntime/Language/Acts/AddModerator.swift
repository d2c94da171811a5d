import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A chat gets a moderator beside those that it has.
    static let addModerator = Act(
        Forms(
            "appoint another moderator", en: ["appoint {target} as another moderator {another} [of chat {chat}] [in chat {chat}]"],
            ru: [
                "назначить {target} ещё одним модератором {another} [чата {chat}]",
                "назначить {target} вторым модератором {another} [чата {chat}] [в чате {chat}]",
            ], ruleEn: ["appoint as another moderator", "appoint another moderator"],
            ruleRu: ["назначать ещё одним модератором", "назначить ещё одним модератором"], ruledApart: true),
        kind: .power, noun: Text("appointment of another moderator", "назначение ещё одного модератора"), definite: [.chat],
        obstacle: { w, c, p in Requirement.notGone(w, c.target) ?? Requirement.member(w, c) ?? Requirement.notOutsider(w, c, p) },
        effect: { w, c in Effect(isUnchanged: !w.addModerator(c.target, of: c.chat)) },
        supplies: Supplies(gives: [.moderator]),
        example: Text("appoint @petrova as another moderator of chat \"10А\"", "назначить @petrova ещё одним модератором чата \"10А\""))
}
