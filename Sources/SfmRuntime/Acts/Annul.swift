import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// An invite link stops working; without a label, every unclaimed one.
    static let annul = Act(
        Forms(
            "annul", en: ["annul [link {link}] [unclaimed links {unclaimed}]"],
            ru: ["аннулировать [ссылку {link}] [невостребованные ссылки {unclaimed}]", "отменить ссылку {link}"],
            ruleEn: ["annul", "annul links"], ruleRu: ["аннулировать", "аннулировать ссылки", "отменять ссылки", "аннулирование"]),
        kind: .power, noun: Text("annulment of links", "аннулирование ссылок"),
        obstacle: { w, c, _ in
            c.link != none && w[link: c.link].state == .claimed
                ? Obstacle(Text("the link was used already", "ссылка уже использована")) : nil
        },
        effect: { w, c in
            let wanted = c.link != none ? [c.link] : w.links.indices.map(Int32.init)
            let open = wanted.filter { w[link: $0].state == .open }
            for id in open { w[link: id].state = .annulled }
            return Effect(isUnchanged: open.isEmpty)
        },
        example: Text("annul unclaimed links", "аннулировать невостребованные ссылки"))
}
