import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// An invite link is made for a role or a person.
    static let invite = Act(
        Forms(
            "invite",
            en: [
                "invite {invitee} to {place} [as link {link}] [for {duration}]", "invite {invitee} into {place} [by link {link}] [link {link}]",
                "create link [{link}] for {invitee} to {place} [for {duration}]",
            ],
            ru: [
                "пригласить {invitee} в {place} [по ссылке {link}] [на {duration}]", "пригласить {invitee} в {place} [ссылкой {link}] [как ссылку {link}]",
                "направить ссылку-приглашение [{link}] {invitee} в {place}", "создать ссылку-приглашение [{link}] для {invitee} в {place} [на {duration}]",
            ], ruleRu: ["приглашать", "направлять ссылки", "создавать ссылки", "приглашение"]),
        kind: .power, noun: Text("invitation", "приглашение"), attributes: [.duration], definite: [.place], creates: [.link],
        obstacle: { w, c, p in
            if let outsider = Requirement.notOutsider(w, c, p) { return outsider }
            return c.role == .outsider
                ? UnmetPrecondition(Text("there are no links for outsiders", "для посторонних ссылок не бывает"), .closedSpace) : nil
        },
        effect: { w, c in
            var link = Link(name: c.name, place: c.place ?? .school)
            (link.role, link.person, link.chat, link.group, link.creator) = (c.role, c.target, c.chat, c.group, c.actor)
            if let until = c.until { link.until = until }
            return Effect(item: .link(w.makeLink(link)))
        },
        hooks: Hooks(makesUpChat: Joining.makeUpChat), supplies: Supplies(for: [.linksFor, .inviteOnly]),
        example: Text("@petrova: invite parent to chat \"10А\" as link L1", "@petrova: пригласить родителя в чат \"10А\" по ссылке L1"))
}
