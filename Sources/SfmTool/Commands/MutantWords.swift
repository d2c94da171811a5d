import SfmScenarios
import SfmSyntax
import SfmTerms

/// What came of changing policies, in words.
struct MutantWords {
    let language: Language

    init(_ language: Language) { self.language = language }

    func text(_ mutants: Mutants) -> SafeText {
        switch mutants {
        case .clauses(let reports): reports.map(text).joined()
        case .rules(let reports): reports.map(text).joined()
        }
    }

    private func text(_ report: MutantReport) -> SafeText {
        let missed = report.tried - report.survivors.count
        var out: SafeText = language(
            "\(report.policy): without \(missed) of \(report.tried) clauses a scenario would fail\n",
            "\(report.policy): без \(missed) из \(report.tried) пунктов какой-нибудь сценарий не прошёл бы\n")
        if !report.survivors.isEmpty { out += language("  no scenario would miss:\n", "  ни один сценарий не заметил бы отсутствия:\n") }
        for clause in report.survivors { out += "    \(DisplayWidth.padded(clause.id, 9))\(title: clause.title[language])\n" }
        return out
    }

    private func text(_ report: RuleMutantReport) -> SafeText {
        let noticed = report.tried - report.missed
        var out: SafeText = language(
            "\(report.policy): scenarios notice \(noticed) of \(report.tried) changes, \(report.score) %",
            "\(report.policy): сценарии замечают \(noticed) из \(report.tried) изменений, \(report.score) %")
        if report.same > 0 {
            out += language(
                " (\(report.same) more would change nothing)", " (ещё \(report.same) ничего бы не изменили)")
        }
        out += "\n"
        if !report.survivors.isEmpty { out += language("  no scenario would notice:\n", "  ни один сценарий не заметил бы:\n") }
        for survivor in report.survivors {
            let after = survivor.after[language]
            out += "    \(DisplayWidth.padded(survivor.clause?.id ?? "—", 9))\(survivor.file):\(survivor.line): \(survivor.kind.words[language])\n"
            out += "             \(title: survivor.before[language])\n"
            out += after.isEmpty ? language("           → nothing\n", "           → ничего\n") : "           → \(title: after)\n"
            if let scenario = survivor.scenario { for line in scenario.split(separator: "\n") { out += "             \(title: String(line))\n" } }
        }
        return out
    }
}
