import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// An invite link stops working; without a label, every unclaimed one.
    static let annul = Act(
        Forms(
            "annul", en: ["annul [link {link}] [unclaimed links {unclaimed}] [to {place}]"],
            ru: ["аннулировать [ссылку {link}] [невостребованные ссылки {unclaimed}] [в {place}]", "отменить ссылку {link}"],
            ruleEn: ["annul", "annul links"], ruleRu: ["аннулировать", "аннулировать ссылки", "отменять ссылки", "аннулирование"]),
        kind: .power, noun: Text("annulment of links", "аннулирование ссылок"), about: .unclaimedLink, ends: [.link, .unclaimedLink],
        obstacle: { w, c, _ in
            c.link != .absent && w[link: c.link].state == .claimed && !w[link: c.link].isServing
                ? UnmetPrecondition(Text("the link was used already", "ссылка уже использована")) : nil
        },
        effect: { w, c in
            let ended = c.link != .absent ? (w[link: c.link].isServing ? [c.link] : []) : Links.unclaimed(w, c)
            for id in ended { w[link: id].state = .annulled }
            return Effect(isUnchanged: ended.isEmpty)
        },
        // «Невостребованные ссылки в чат» are those to any.
        traits: .isAboutAnyPlace, hooks: Hooks(presumes: { i, node, r throws(ScriptError) in presumePlace(i.world, node, &r) }),
        supplies: Supplies(after: true) { [.invite] },
        example: Text("annul unclaimed links", "аннулировать невостребованные ссылки"))

    /// A rule about links to a place speaks of a link that is named by where it leads, and of unclaimed ones by where they lead if nothing is said.
    private static func presumePlace(_ w: World, _ node: ActNode, _ r: inout ResolvedAct) {
        guard node.slot(.place) == nil else { return }
        if r.request.link == .absent { r.request.place = .school } else { r.request.lead(by: w[link: r.request.link]) }
    }
}
