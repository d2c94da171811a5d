import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody is told of somebody: the director of a pupil, a teacher of what happens to a classmate.
    static let tell = Act(
        Forms(
            "tell", en: ["tell {target} [of {other}] [{text}]", "tell {target} [about {other}]"],
            ru: ["сообщить {target:dative} [о {other}] [{text}]", "рассказать {target:dative} [о {other}] [{text}]"],
            ruleRu: ["сообщать", "рассказывать", "сообщить"]),
        kind: .liberty, noun: Text("telling of somebody", "сообщение о ком-либо"),
        obstacle: { _, c, _ in
            c.target == c.actor && c.actor != .absent ? UnmetPrecondition(Text("nobody tells themselves", "самому себе не сообщают")) : nil
        },
        traits: .tellsOfSomebody, example: Text("@petrova: tell @smirnov of @ivanov", "@petrova: сообщить @smirnov о @ivanov"))
}
