import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension ScriptLoader {
    /// What can be said of the whole file before it runs: names, clauses, checks, titles, limits.
    mutating func check() {
        // With another policy in force a clause that it lacks is a failed cell, not a mistake.
        let cited = override == nil ? script.everyPolicy : nil
        var base = Checker()
        base.hasPolicy = !script.policySet.isEmpty
        base.words = script.everyPolicy.words
        base.check(script.background, names: script.names, policies: cited)
        var found = base.takeDiagnostics()
        let scenarios = script.exercises.isEmpty ? script.scenarios : script.scenarios + script.exercises.map(\.scenario)
        for scenario in scenarios where found.count < limits.syntax.diagnostics {
            var checker = base
            checker.check(scenario.steps, names: script.names, policies: cited)
            if let exploration = scenario.exploration { checker.check(exploration.claims, names: script.names, policies: cited) }
            found += checker.takeDiagnostics()
            if checker.checks == 0, !scenario.steps.isEmpty, script.exercises.isEmpty { found.append(.nothingChecked(scenario.titleSpan)) }
            if checker.steps > limits.steps { found.append(.tooManySteps(scenario.titleSpan, limits.steps)) }
        }
        for scenario in script.scenarios where scenario.steps.isEmpty && scenario.exploration == nil && scenario.mark?.kind != .skip {
            found.append(.emptyScenario(scenario.titleSpan))
        }
        for exercise in script.exercises { found += Diagnostic.missing(in: exercise) }
        if let first = script.looseSteps.first {
            if !script.scenarios.isEmpty || !script.exercises.isEmpty { found.append(.looseStep(first.span)) }
            var checker = base
            checker.check(script.looseSteps, names: script.names, policies: cited)
            found += checker.takeDiagnostics()
            if checker.steps > limits.steps { found.append(.tooManySteps(first.span, limits.steps)) }
        }
        found += Self.doubledTitles(scenarios)
        if override == nil { found += clashes(script.everyPolicy) }
        script.diagnostics += found
    }

    /// Words that two of the policies that the script uses declare as something else each.
    private func clashes(_ policies: PolicySet) -> [Diagnostic] {
        policies.clashes.compactMap { word, policy in
            let nodes = definedPolicies.map(\.node)
            guard
                let node = nodes.first(where: { $0.id == policy.id })?.words.first(where: {
                    $0.name.sharesName(with: word.name) && $0.meaning.sort == word.sort
                })
            else { return nil }
            let other = nodes.first { $0.id != policy.id && $0.words.contains { $0.name.sharesName(with: word.name) && $0.meaning.sort == word.sort } }
            return .otherMeaning(node, first: other?.words.first { $0.name.sharesName(with: word.name) && $0.meaning.sort == word.sort }?.nameSpan)
        }
    }

    private static func doubledTitles(_ scenarios: [ScenarioNode]) -> [Diagnostic] {
        guard scenarios.count > 1 else { return [] }
        var first: [String: Span] = [:]
        var out: [Diagnostic] = []
        for scenario in scenarios {
            if let earlier = first[scenario.title] {
                out.append(.duplicateTitle(scenario, first: earlier))
            } else {
                first[scenario.title] = scenario.titleSpan
            }
        }
        return out
    }

    /// Keeps of the checks what cannot be a consequence of an earlier mistake: after one, a name may be unknown only
    /// because the line that introduces it was not understood, and a scenario empty only because its steps were not.
    mutating func holdBackConsequences(after first: Int) {
        let mistakes = script.diagnostics[..<first].filter { $0.severity == .error }
        guard !mistakes.isEmpty else { return }
        let filesAreMissing = mistakes.contains { (500..<600).contains($0.code.rawValue) }
        let lines = mistakes.compactMap { d -> String? in
            guard script.sources.indices.contains(Int(d.span.file)) else { return nil }
            let source = script.sources[Int(d.span.file)]
            let range = source.lineRange(of: Int(d.span.lower))
            return source.text(Span(range.lowerBound, range.upperBound))
        }
        let isUnreadable = mistakes.contains { [.invalidUTF8, .legacyEncoding, .unterminatedString, .badTable, .nestedTooDeep].contains($0.code) }
        var kept = Array(script.diagnostics[..<first])
        for d in script.diagnostics[first...] {
            switch d.code {
            // How often what is nested too deep would run nobody can say.
            case .tooManySteps: if !mistakes.contains(where: { $0.code == .nestedTooDeep }) { kept.append(d) }
            case .duplicateTitle, .wrongDoer: kept.append(d)
            case .unknownName, .lookAlike:
                guard !filesAreMissing, !isUnreadable, !lines.contains(where: { Self.mayIntroduce($0, d, script.sources) }) else { continue }
                kept.append(d)
            default: continue
            }
        }
        script.diagnostics = kept
    }

    /// Whether a line that was not understood holds the name that a diagnostic is about.
    private static func mayIntroduce(_ line: String, _ d: Diagnostic, _ sources: [SourceFile]) -> Bool {
        let span = d.fixes.first?.span ?? d.span
        guard sources.indices.contains(Int(span.file)) else { return true }
        let name = sources[Int(span.file)].text(span).drop { "\"«“„".contains($0) }.prefix { !"\"»”“".contains($0) }
        return name.isEmpty || Confusables.of(line).contains(Confusables.of(String(name)))
    }

    /// In the order of the text, each mistake once, and not more of them than anybody reads.
    mutating func arrangeDiagnostics() {
        weighTwins()
        struct Key: Hashable {
            let code: DiagnosticCode
            let text: String
            let name: String
            let line: Int
        }
        guard !script.diagnostics.isEmpty else { return }
        var seen: [Key: Int] = [:]
        var placed: [(file: String, line: Int, d: Diagnostic)] = []
        for found in script.diagnostics {
            let d = found.namingRow(script.sources)
            guard script.sources.indices.contains(Int(d.span.file)) else {
                placed.append(("", 0, d))
                continue
            }
            let source = script.sources[Int(d.span.file)]
            let line = source.reportedLine(of: Int(d.span.lower))
            // Rows of a table are texts of their own that stand at the same lines: the same mistake in each is one.
            let key = Key(code: d.code, text: d.message.en, name: source.name, line: source.row != nil ? line : -Int(d.span.lower))
            if let k = seen[key] {
                placed[k].d.join(d)
            } else {
                seen[key] = placed.count
                placed.append((source.name, line, d))
            }
        }
        let order = script.sources.map(\.name)
        func rank(_ name: String) -> Int { order.firstIndex(of: name) ?? 0 }
        let sorted = placed.enumerated().sorted { a, b in
            let x = (rank(a.element.file), a.element.line, Int(a.element.d.span.lower), a.offset)
            return x < (rank(b.element.file), b.element.line, Int(b.element.d.span.lower), b.offset)
        }
        var out = sorted.map { $0.element.d.sparingRows(script.sources) }
        let limit = limits.syntax.diagnostics
        let last = out.last { $0.code == .tooManyDiagnostics }
        out.removeAll { $0.code == .tooManyDiagnostics }
        let cut = out.count > limit ? out[limit].span : last?.span
        script.diagnostics = Array(out.prefix(limit)) + (cut.map { [.tooManyDiagnostics($0, limit: limit)] } ?? [])
    }
}
