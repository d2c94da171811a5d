import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// The administration provides material for a channel.
    static let provide = Act(
        Forms(
            "provide", en: ["provide material {title} for channel {channel}"],
            ru: ["предоставить материал {title} для канала {channel}", "обеспечить материалом {title} канал {channel}"],
            ruleEn: ["provide material", "provide materials"], ruleRu: ["предоставлять материал", "предоставлять материалы", "обеспечивать материалом"]),
        kind: .power, noun: Text("material for a channel", "материал для канала"), definite: [.channel],
        effect: { w, c in
            if c.channel != .absent { w[channel: c.channel].material.append(c.name) }
            return .done
        },
        example: Text(
            "@smirnov: provide material \"News\" for channel \"Общешкольный\"", "@smirnov: предоставить материал \"Новости\" для канала \"Общешкольный\""))
}
