import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Fact {
    /// Invite links.
    static let links = [link, openLinks]

    private static let link = Fact(
        Forms(
            "link",
            en: [
                "link {link} [is {linkState}] [for {invitee}] [to {place}] [by {other}]",
                "link {link} is {not} {linkState} [for {invitee}] [to {place}] [by {other}]", "link {link} {not} [exists] [from {other}]",
            ],
            ru: [
                "ссылка {link} [{linkState}] [для {invitee}] [в {place}] [от {other}]",
                "ссылка {link} {not} {linkState} [для {invitee}] [в {place}] [от {other}]", "ссылка {link} {not} [существует]",
            ]),
        introduces: [.link],
        set: { i, q in
            var id = q.link
            if id == .absent {
                var link = Link(name: q.name, place: q.place ?? .school)
                (link.role, link.person, link.chat, link.group) = (q.role, q.people.first ?? .absent, q.chat, q.group)
                link.creator = q.other.first ?? .absent
                id = i.world.makeLink(link)
            }
            if let state = q.linkState { i.world[link: id].state = state }
            i.mentions.link = id
            return nil
        },
        holds: { i, q in
            guard q.link != .absent else { return Verdict(false) }
            let link = i.world[link: q.link]
            // A link whose term has ended serves nobody, and nobody has used it.
            let isOver = link.state == .open && !link.isOpen(at: i.world.now)
            let holds = q.linkState.map { $0 == link.state && !isOver } ?? true
            return Verdict(holds) { _, _ in
                if isOver { return Text("the link's term ended on \(link.until.text)", "срок ссылки закончился \(link.until.text)") }
                return Text(
                    "the link is \(ChoiceWords.phrase(ChoiceWords.linkStates, link.state.rawValue, .english))",
                    "ссылка \(ChoiceWords.phrase(ChoiceWords.linkStates, link.state.rawValue, .russian))")
            }
        })

    private static let openLinks = Fact(
        Forms(
            "open links", en: ["open links {not} [{compare}]", "unclaimed links {compare}"],
            ru: ["действующих ссылок {compare}", "невостребованных ссылок {compare}", "открытых ссылок {compare}"]),
        holds: { i, q in
            i.work.add(i.world.links.count / Work.Rate.people)
            return ChatFacts.count(i.world.links.count { $0.isOpen(at: i.world.now) }, q, Text("open links", "действующих ссылок"))
        })
}
