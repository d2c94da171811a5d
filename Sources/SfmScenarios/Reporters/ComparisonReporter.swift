import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// `sfm compare`: act by act what one policy says and another does not.
package struct ComparisonReporter: Sendable {
    let language: Language
    let colour: Bool
    /// Without signs, for screen readers and dumb terminals.
    let plain: Bool
    /// With what all have in the same substance.
    let showsAll: Bool

    package init(language: Language, colour: Bool, plain: Bool, showsAll: Bool) {
        (self.language, self.colour, self.plain, self.showsAll) = (language, colour, plain, showsAll)
    }

    package func render(_ comparison: PolicyComparison) -> SafeText {
        heading(comparison) + comparison.topics.map { topic($0, comparison) }.joined() + summary(comparison)
    }

    // MARK: - Head and foot

    private func heading(_ comparison: PolicyComparison) -> SafeText {
        let width = comparison.policies.map { DisplayWidth.of(SafeText($0.id)) }.max() ?? 0
        return comparison.policies.map { policy in
            let extended = policy.extends.map { SafeText($0.id) }.joined(separator: ", ")
            let parts: [SafeText] = [
                SafeText(title: policy.title[language]), SafeText(policy.platform[language]),
                extended.isEmpty ? "" : language("extends \(extended)", "дополняет \(extended)"),
            ]
            let first = DisplayWidth.padded(SafeText(policy.id), width) + "  "
            return Wrap.wrapped(parts.filter { !$0.isEmpty }.joined(separator: " · "), indent: width + 2, first: first)
        }.joined()
    }

    private func summary(_ comparison: PolicyComparison) -> SafeText {
        var parts: [SafeText] = [
            language("the same: \(comparison.count(.same))", "совпадает: \(comparison.count(.same))"),
            language("different: \(comparison.count(.differs))", "различается: \(comparison.count(.differs))"),
        ]
        if comparison.policies.count > 2 {
            parts.append(language("alike in some: \(comparison.count(.some))", "одинаково у части порядков: \(comparison.count(.some))"))
        }
        var out = "\n" + parts.joined(separator: " · ") + "\n"
        for (k, policy) in comparison.policies.enumerated() {
            let n = comparison.countOnly(k)
            out += language("only \(policy.id): \(n)\n", "только \(policy.id): \(n)\n")
        }
        return out
    }

    // MARK: - Topics

    private func topic(_ topic: PolicyComparison.Topic, _ comparison: PolicyComparison) -> SafeText {
        let rows = topic.rows.filter { showsAll || $0.status != .same }
        guard !rows.isEmpty else { return "" }
        return "\n\(paint(SafeText(topic.subject.title[language]), "1"))\n" + rows.map { self.row($0, comparison.policies.map(\.id)) }.joined()
    }

    private func row(_ row: PolicyComparison.Row, _ ids: [String]) -> SafeText {
        let present = zip(ids, row.cells).filter { $0.1 != nil }.map { SafeText($0.0) }
        let absent = zip(ids, row.cells).filter { $0.1 == nil }.map { SafeText($0.0) }
        var out: SafeText
        switch row.status {
        case .same: out = line("=", "32", language("the same", "одинаково"))
        case .differs:
            let differences = row.differences.map { self.difference($0, row) }.joined(separator: "; ")
            out = line("≠", "33", language("different — ", "различается — ") + differences)
        case .some, .only: out = line("+", "36", language("only ", "только ") + present.joined(separator: ", "))
        }
        var told: [(text: SafeText, cites: [SafeText])] = []
        for case (let id, let norm?) in zip(ids, row.cells) {
            let text = SafeText(message: norm.text[language])
            let clauses = norm.clauses.map { cited($0, id) }.joined(separator: ", ")
            let cite: SafeText = clauses.isEmpty ? SafeText(id) : "\(id) \(clauses)"
            if let k = told.firstIndex(where: { $0.text == text }) { told[k].cites.append(cite) } else { told.append((text, [cite])) }
        }
        for (text, cites) in told {
            out += Wrap.wrapped(text, indent: 6, first: "    ")
            out += Wrap.wrapped(cites.joined(separator: "; "), indent: 10, first: "        ")
        }
        if row.status == .differs, !absent.isEmpty {
            out += Wrap.wrapped(language("no such rule: ", "такого правила нет: ") + absent.joined(separator: ", "), indent: 6, first: "    ")
        }
        return out
    }

    private func line(_ sign: SafeText, _ code: SafeText, _ text: SafeText) -> SafeText {
        let wrapped = Wrap.wrapped(text, indent: 4, first: "  ")
        return plain ? wrapped : "  \(paint(sign, code)) \(wrapped.withoutIndent)"
    }

    /// "violations: violations > 3 / none", each value once, in the order of the policies.
    private func difference(_ difference: PolicyComparison.Difference, _ row: PolicyComparison.Row) -> SafeText {
        var values: [SafeText] = []
        for (cell, value) in zip(row.cells, difference.values) where cell != nil {
            let text = value.map { SafeText(message: $0[language]) } ?? language("none", "нет")
            if !values.contains(text) { values.append(text) }
        }
        return "\(difference.aspect.name[language]): \(values.joined(separator: " / "))"
    }

    /// «п. 24», with the policy where the clause is of one that the compared policy extends.
    private func cited(_ clause: CitedClause, _ id: String) -> SafeText {
        SafeText(DecisionRenderer.cite(clause.clause, of: clause.policy == id ? nil : clause.policy, language))
    }

    private func paint(_ text: SafeText, _ code: SafeText) -> SafeText { text.painted(code, colour) }
}
