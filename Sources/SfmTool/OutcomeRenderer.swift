import SfmModel
import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// Says what a step came to: the same words in the REPL and in `sfm run`.
package struct OutcomeRenderer {
    package var language: Language
    package var colour: Bool
    package var plain: Bool
    /// For the place of a failed step; empty in the REPL, where the line has just been typed.
    package var sources: [SourceFile]
    package var indent: SafeText = ""

    package init(language: Language, colour: Bool, plain: Bool, sources: [SourceFile]) {
        (self.language, self.colour, self.plain, self.sources) = (language, colour, plain, sources)
    }

    package mutating func tell(_ step: StepNode, _ result: StepResult, _ interpreter: Interpreter) -> SafeText {
        switch result {
        case .success(let answer): return tell(answer, interpreter).map { "\(indent)\($0)\n" }.joined()
        case .failure(let failure): return tell(failure)
        }
    }

    private func tell(_ failure: Failure) -> SafeText {
        var out: SafeText = ""
        if sources.indices.contains(Int(failure.span.file)) {
            let source = sources[Int(failure.span.file)]
            out += "\(indent)\(source.name):\(source.reportedLine(of: Int(failure.span.lower)))\n"
        }
        out += "\(indent)\(bad())\(failure.message[language])\n"
        for detail in failure.details { out += "\(indent)  \(detail[language])\n" }
        return out
    }

    func good() -> SafeText { paint(plain ? "ok: " : "✓ ", "32") }
    func bad() -> SafeText { paint(plain ? "NO: " : "✗ ", "31") }
    private func paint(_ text: SafeText, _ code: SafeText) -> SafeText { text.painted(code, colour) }

    // MARK: - Answers

    private func tell(_ answer: StepOutcome, _ i: Interpreter) -> [SafeText] {
        switch answer {
        case .given(let fact): return ["\(good())\(language("given: ", "дано: "))\(factText(fact, i))"]
        case .done(let deeds, let decision, let forced): return deeds.flatMap { tell($0, decision, forced, i) }
        case .checked(let fact): return [good() + factText(fact, i)]
        case .decided(let decision, _): return [good() + decided(decision, i)]
        case .time(let instant, let breaches, let ended): return time(instant, breaches, ended, i)
        case .duties(let deeds, let left): return duties(deeds, left, i)
        case .acting(let person):
            guard let person else { return [good() + language("anybody competent acts", "действует любой, кто вправе")] }
            return ["\(good())\(language("acting: ", "действует: "))\(i.renderer.person(person))"]
        case .policies: return [good() + policies(i, atMost: Self.mostPoliciesTold)]
        case .unheard: return []
        }
    }

    private func factText(_ fact: FactNode, _ i: Interpreter) -> SafeText {
        SafeText(FormPrinter(grammar: i.grammar, names: i.names, language: language, quotes: .display).fact(fact))
    }

    /// What is in force, or of many only those that came last.
    package func policies(_ i: Interpreter, atMost most: Int = .max) -> SafeText {
        let all = i.policies.policies
        guard !all.isEmpty else { return language("in force: no policy", "действует: порядок не применён") }
        var told: [SafeText] = all.suffix(most).map { policy in
            "\(title: policy.title[language])\(adoption(policy)), \(Plural.clause.counted(policy.clauses.count, language))"
        }
        if all.count > told.count {
            let others = all.count - told.count
            told.append(language("and \(others) more (show policies)", "и ещё \(others) (все: показать порядки)"))
        }
        return language("in force: ", "действует: ") + told.joined(separator: "; ")
    }

    /// How many policies are told where one has been put in force.
    static let mostPoliciesTold = 20

    /// " (order 143 of 30.08.2024)"
    private func adoption(_ policy: Policy) -> SafeText {
        guard let (date, order) = policy.adopted else { return "" }
        let number: SafeText = order.map { language("order \($0) of ", "приказ № \($0) от ") } ?? language("adopted ", "утверждён ")
        return " (\(number)\(date.dayText))"
    }

    private func tell(_ deed: ActRecord, _ decision: Decision, _ forced: Bool, _ i: Interpreter) -> [SafeText] {
        let renderer = i.renderer
        var line = forced && !deed.breaches.isEmpty ? paint(plain ? "FORCED: " : "! ", "33") : good()
        line += SafeText(renderer.act(deed.request, language))
        if deed.effect.isUnchanged { line += language(" — it was so already", " — так уже и было") }
        let cited = decision.outcome == .allowed ? decision.citations.map(\.clause) : []
        if !cited.isEmpty {
            line += " (\(renderer.cite(cited)[language]))"
        } else if i.hasPolicy, decision.outcome == .allowed, ActTable.all[deed.request.act].kind != .event {
            line += language(" (not regulated)", " (порядком не регулируется)")
        }
        var out = [line] + deed.notes.map { "  \($0[language])" }
        for breach in deed.breaches { out.append("  \(language("breach: ", "отступление: "))\(renderer.breach(breach)[language])") }
        if !deed.met.isEmpty { out.append("  \(language("duty met: ", "обязанность исполнена: "))\(renderer.cite(deed.met.map(\.clause))[language])") }
        for duty in deed.made { out.append("  \(language("duty: ", "обязанность: "))\(renderer.duty(duty)[language])") }
        if ActTable.all[decision.request.act].traits.contains(.tellsItsEnd), let until = deed.request.until {
            out.append("  \(language("until ", "до "))\(until.text)")
        }
        return out
    }

    func decided(_ decision: Decision, _ i: Interpreter) -> SafeText {
        let clauses = decision.clauses
        let base = SafeText(i.renderer.name(decision.outcome, language))
        return clauses.isEmpty ? base : "\(base): \(i.renderer.cite(clauses)[language])"
    }

    private func time(_ instant: Instant, _ breaches: [Breach], _ ended: [(person: PersonID, chat: ChatID)], _ i: Interpreter) -> [SafeText] {
        var out: [SafeText] = ["\(good())\(language("it is ", "сейчас "))\(instant.text)"]
        for end in ended {
            let chat = i.names.quoted(i.world[chat: end.chat].name, language)
            out.append(
                language(
                    "  block ended: \(i.renderer.person(end.person)) in chat \(chat)",
                    "  блокировка закончилась: \(i.renderer.person(end.person)) в чате \(chat)"))
        }
        for breach in breaches { out.append("  \(language("deadline passed, breach: ", "срок прошёл, отступление: "))\(i.renderer.breach(breach)[language])") }
        return out
    }

    private func duties(_ deeds: [ActRecord], _ left: [(Duty, Decision)], _ i: Interpreter) -> [SafeText] {
        if deeds.isEmpty, left.isEmpty { return [good() + language("no pending duties", "неисполненных обязанностей нет")] }
        var out: [SafeText] = deeds.map { "\(good())\(i.renderer.act($0.request, language)) (\(i.renderer.cite($0.met.map(\.clause))[language]))" }
        for (duty, decision) in left {
            let why = i.renderer.name(decision.outcome, language)
            out.append("\(bad())\(language("left: ", "осталось: "))\(i.renderer.duty(duty)[language]) — \(why)")
        }
        return out
    }
}
