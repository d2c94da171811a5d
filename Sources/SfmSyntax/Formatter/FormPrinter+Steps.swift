import SfmTerms

extension Keyword {
    /// The canonical phrase.
    public func phrase(_ language: Language) -> String { language(entry.en[0], entry.ru[0]) }
}

extension FormPrinter {
    /// A step as a line; without its first word where the line above lends it to `and`.
    public func step(_ step: StepNode, withLead: Bool = true) -> String {
        let (lead, rest) = parts(step)
        let shown = withLead ? lead.map { $0.phrase(language) } : nil
        return [shown, rest].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func parts(_ step: StepNode) -> (lead: Keyword?, rest: String) {
        switch step.kind {
        case .given(let fact): return (.given, self.fact(fact))
        case .act(let act): return (nil, self.act(act))
        case .expectFact(let fact): return (.expect, self.fact(fact))
        case .expectDecision(let decision, let clauses, let act):
            let cited =
                citation(clauses.filter { !$0.isDenied }, "by clause", "по п.", "по прил.")
                + citation(clauses.filter(\.isDenied), "not by clause", "не по п.", "не по прил.")
            return (.expect, decision.phrase(language) + cited + ": " + self.act(act))
        case .force(let act): return (.force, self.act(act))
        case .advanceTo(let goal): return CalendarPrinter(language).goal(goal)
        case .advance(let duration): return (.advance, Government.durationText(duration, language, .accusative))
        case .today(let instant, let hasTime): return (.today, hasTime ? instant.text : instant.dayText)
        case .fulfilDuties: return (.fulfilDuties, "")
        case .actAs(let who): return who.map { (.actAs, person($0, .genitive)) } ?? (.actAsAnyone, "")
        case .usePolicy(let reference): return (.usePolicy, name(reference.name))
        case .include(let file, _): return (.include, name(file))
        case .beginning: return (nil, "")
        case .repeated(let count, _): return (.repeatBlock, times(String(count)))
        }
    }

    /// `3 times`, «3 раза»; a `<header>` may stand for the number.
    func times(_ count: String) -> String {
        count + " " + Plural("time", "times", ru: "раз", "раза", "раз").noun(Int(count) ?? 5, language)
    }
}

extension ExpectedDecision {
    /// `denied`, «отказ».
    public func phrase(_ language: Language) -> String { keyword.phrase(language) }

    var keyword: Keyword {
        switch self {
        case .allowed: .allowed
        case .denied: .denied
        case .prohibited: .prohibited
        case .notGranted: .notGranted
        case .impossible: .impossible
        }
    }
}
