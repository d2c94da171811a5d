import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody is given a role: administrator, moderator of a chat, activist, person responsible.
    static let appoint = Act(
        Forms(
            "appoint",
            en: ["appoint {target} as {role} [of chat {chat}] [for {about}]", "appoint {target} as {role} [in chat {chat}]", "appoint {target} as {kinds}"],
            ru: [
                "назначить {target} {role:ins} [чата {chat}] [за {about}]", "назначить {target} как {role:ins} [в чате {chat}]",
                "включить {target} в {role:acc}", "избрать {target} в {role:acc}", "назначить {target} ролью {kinds}",
            ], ruleRu: ["назначать", "назначение"]),
        kind: .power, noun: Text("appointment", "назначение"), attributes: [.role, .applicationSubmitted, .appointedByOrder],
        obstacle: { w, c, p in
            if let gone = Requirement.notGone(w, c.target) { return gone }
            for own in c.kinds { if let obstacle = p.obstacle(toRole: own, of: c.target, c.chat, in: w) { return obstacle } }
            if c.role == .moderator, c.chat != .absent, !w.has(c.target, in: c.chat) { return Requirement.member(w, c) }
            return Requirement.notOutsider(w, c, p)
        },
        effect: { w, c in
            guard let role = c.role else {
                var changed = false
                for own in c.kinds { changed = w.set(role: own, to: true, c.target) || changed }
                return Effect(isUnchanged: !changed)
            }
            if role == .moderator, c.chat != .absent {
                let known = w.moderators(of: c.chat) == [c.target]
                w.appoint(moderators: [c.target], of: c.chat)
                return Effect(isUnchanged: known)
            }
            let known = w[person: c.target].roles.has(role)
            w[person: c.target].roles.formUnion(RoleSet(role))
            return Effect(isUnchanged: known)
        },
        hooks: Hooks(presumes: { i, node, r throws(ScriptError) in
            // A moderator is one of a chat.
            if r.request.role == .moderator, r.request.chat == .absent, node.slot(.chat) == nil { r.request.chat = try i.definiteChat(node.span) }
        }),
        supplies: Supplies(givesStated: [.moderator, .admin, .additionalAdmin, .parentActivist, .studentActivist, .responsible]),
        words: [.kinds: .role], example: Text("appoint @petrova as additional admin", "назначить @petrova дополнительным администратором"))
}
