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
        base.check(script.background, names: script.names, policies: cited)
        var found = base.takeDiagnostics()
        var checks = base.checks
        for scenario in script.scenarios {
            var checker = base
            checker.check(scenario.steps, names: script.names, policies: cited)
            checks += checker.checks - base.checks
            found += checker.takeDiagnostics()
            if checker.steps > limits.steps { found.append(Self.tooManySteps(scenario.titleSpan, limits.steps)) }
            if scenario.steps.isEmpty {
                found.append(Diagnostic(.emptyScenario, Text("the scenario has no steps", "в сценарии нет шагов"), scenario.titleSpan, help: [Text("write what happens, a step a line", "опишите, что происходит: шаг в строке")]))
            }
        }
        if !script.looseSteps.isEmpty {
            if !script.scenarios.isEmpty {
                found.append(Diagnostic(.misplaced, Text("a step outside of every scenario", "шаг стоит вне сценария"), script.looseSteps[0].span, help: [Text("put it into a scenario or into the background", "перенесите его в сценарий или в предысторию")]))
            }
            var checker = base
            checker.check(script.looseSteps, names: script.names, policies: cited)
            found += checker.takeDiagnostics()
            if checker.steps > limits.steps { found.append(Self.tooManySteps(script.looseSteps[0].span, limits.steps)) }
        } else if checks == 0, let first = script.scenarios.first {
            found.append(
                Diagnostic(
                    .nothingChecked, Text("no scenario of the file checks anything", "ни один сценарий файла ничего не проверяет"), first.titleSpan,
                    help: [Text("say what is to come out: expect …", "скажите, что должно получиться: ожидаем …")]))
        }
        found += Self.doubledTitles(script.scenarios)
        if script.scenarios.isEmpty, script.looseSteps.isEmpty, script.background.isEmpty == false {
            found.append(Diagnostic(.nothingChecked, Text("a background without a scenario", "предыстория без сценариев"), script.background[0].span, help: [Text("add a scenario", "добавьте сценарий")]))
        }
        script.diagnostics += found
    }

    private static func tooManySteps(_ span: Span, _ limit: Int) -> Diagnostic {
        Diagnostic(.tooManySteps, Text("more steps than the limit of \(limit)", "шагов больше предела: \(limit)"), span, help: [Text("--max-steps N raises it", "предел поднимает --max-steps N")])
    }

    private static func doubledTitles(_ scenarios: [ScenarioNode]) -> [Diagnostic] {
        var first: [String: Span] = [:]
        var out: [Diagnostic] = []
        for scenario in scenarios {
            if let earlier = first[scenario.title] {
                var d = Diagnostic(.duplicateTitle, Text("a scenario of this title stands above", "сценарий с таким названием уже есть выше"), scenario.titleSpan, help: [Text("give it a title of its own", "дайте ему своё название")])
                d.related = [(earlier, Text("here first", "впервые здесь"))]
                out.append(d)
            } else {
                first[scenario.title] = scenario.titleSpan
            }
        }
        return out
    }
}
