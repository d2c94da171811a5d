import SfmTerms

/// Writes the lines of an exploration in either language.
struct ExplorationPrinter {
    private let forms: FormPrinter
    private let variant: Int
    private var language: Language { forms.language }

    init(_ forms: FormPrinter, variant: Int = 0) { (self.forms, self.variant) = (forms, variant) }

    func line(_ line: ExplorationLine) -> String {
        switch line {
        case .people(let people): Keyword.people.phrase(language) + " " + people.map { forms.person($0, .nominative) }.joined(separator: ", ")
        case .acts(let acts):
            Keyword.acts.phrase(language) + " " + acts.map { RulePrinter(forms, variant: variant).heads([$0], perfective: false) }.joined(separator: ", ")
        case .within(let steps):
            Keyword.withinSteps.phrase(language) + " \(steps) " + language(steps == 1 ? "step" : "steps", Self.steps(steps))
        case .againstPolicy: Keyword.againstPolicy.phrase(language)
        case .property(let property):
            property.kind.keyword.phrase(language) + " " + property.facts.map { forms.fact($0) }.joined(separator: language(" and ", " и "))
        }
    }

    /// «Не дольше 1 шага, 6 шагов».
    private static func steps(_ n: Int) -> String { n % 10 == 1 && n % 100 != 11 ? "шага" : "шагов" }
}
