import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody opens another person's page in the social network.
    static let openProfile = Act(
        Forms(
            "open profile", en: ["open profile (of) {target}", "open page (of) {target}"], ru: ["открыть страницу {target}"],
            ruleEn: ["open profile", "open profiles"], ruleRu: ["открывать страницы", "открывать профили"]),
        kind: .liberty, noun: Text("page", "страница"), isOpenToOutsiders: true,
        obstacle: { _, c, p in
            p.clauses(stating: .hiddenPages).isEmpty || c.actor == c.target
                ? nil : UnmetPrecondition(Text("participants do not see one another's pages", "участники не видят страниц друг друга"), .hiddenPages)
        },
        example: Text("@ivanov: open profile of @sidorov", "@ivanov: открыть страницу @sidorov"))
}
