import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody opens the electronic journal.
    static let journal = Act(
        Forms(
            "open journal", en: ["open journal"], ru: ["открыть электронный журнал", "открыть журнал", "открыть дневник", "открыть электронный дневник"],
            ruleRu: ["открывать журнал", "открывать электронный журнал"]),
        kind: .liberty, noun: Text("electronic journal", "электронный журнал"), confirms: { _, _, p in p.clauses(stating: .functions) },
        example: Text("@ivanov: open journal", "@ivanov: открыть электронный журнал"))
}
