import SfmRuntime
import SfmSyntax
import SfmTerms

extension Runner {
    /// Runs an exploration as a scenario; the limit that it goes beyond, if it does.
    func explore(_ scenario: ScenarioNode, _ begun: ScenarioResult, of script: Script, into result: FileResult) -> Diagnostic? {
        var outcome = begun
        let start = clock?() ?? 0
        do throws(Failure) {
            var limits = ExplorationLimits()
            limits.states = self.limits.states
            limits.tries = max(0, self.limits.runSteps - result.work)
            var explorer = try Explorer(scenario, of: script, limits: limits)
            explorer.progress = progress
            let found: ExplorationResult
            if let walks = plan.walks {
                // Each exploration has walks of its own, whatever else is run.
                var numbers = SeededNumbers(seed: walks.seed ^ StableHash.of(scenario.title))
                found = explorer.walk(walks.count, &numbers)
            } else {
                found = explorer.explore()
            }
            result.work += found.tries
            if var limit = found.limit {
                limit.span = scenario.titleSpan
                return limit
            }
            outcome.seen = ExplorationSeen(found, asked: scenario)
            outcome.seen?.walks = plan.walks?.count ?? 0
            outcome.seen?.idle = found.idle.compactMap { k in
                scenario.exploration.map { script.sources[Int($0.acts[k].span.file)].text($0.acts[k].span) }
            }
            tell(found, scenario, of: script, &outcome)
        } catch {
            if let limit = error.limit { return limit }
            outcome.failures = [error]
        }
        if let clock { outcome.nanoseconds = clock() - start }
        outcome.settleMark()
        result.scenarios.append(outcome)
        return nil
    }

    /// “this can happen after 4 steps”
    private static func lead(_ kind: PropertyNode.Kind, _ found: Counterexample) -> Text {
        switch (kind, found.isAtOnce) {
        case (.always, true): Text("this does not hold at the very beginning", "это неверно с самого начала")
        case (.always, false): Text("this ceases to hold", "это перестаёт быть верным") + found.length
        case (_, true): Text("this is so from the very beginning", "это так с самого начала")
        case (_, false): Text("this can happen", "это может случиться") + found.length
        }
    }

    /// What fails, each with what leads there.
    private func tell(_ found: ExplorationResult, _ scenario: ScenarioNode, of script: Script, _ outcome: inout ScenarioResult) {
        guard let node = scenario.exploration, let seen = outcome.seen else { return }
        for (property, verdict) in zip(node.properties, found.verdicts) {
            switch verdict {
            case .holds, .found: continue
            case .notFound:
                if found.isInterrupted { continue }
                let lead = found.isComplete ? Text("nothing leads there: ", "к этому ничто не ведёт: ") : Text("not found: ", "не найдено: ")
                outcome.failures.append(Failure(lead + seen.whole, at: property.span))
            case .fails(let steps):
                let number = outcome.counterexamples.count + 1
                let counterexample = Counterexample(scenario, steps, of: script, names: found.names, number: number)
                outcome.counterexamples.append(counterexample)
                outcome.failures.append(
                    Failure(Self.lead(property.kind, counterexample), details: counterexample.lines.map { Text(same: $0) }, at: property.span))
            }
        }
        if found.isInterrupted { outcome.failures.append(.stopped(seen, at: scenario.titleSpan)) }
    }
}

extension Failure {
    /// What is known of an exploration that somebody did not wait for.
    fileprivate static func stopped(_ seen: ExplorationSeen, at span: Span) -> Failure {
        Failure(
            Text("stopped (Ctrl-C); seen so far: ", "остановлено (Ctrl-C); просмотрено: ") + seen.counted
                + Text(", up to \(seen.depth) steps away", ", шагов до самых далёких: \(seen.depth)"), at: span)
    }
}

extension Runner {
    /// What an exploration comes to by itself, how much work that was, and the limit that it goes beyond, if it does.
    package func explored(_ scenario: ScenarioNode, of script: Script) -> (outcome: ScenarioResult?, work: Int, limit: Diagnostic?) {
        let result = FileResult(path: script.path, sources: script.sources)
        let limit = play(scenario, at: script.line(of: scenario), of: script, into: result)
        return (result.scenarios.first, result.work, limit)
    }

    /// What a run comes to that somebody has stopped in the middle of a scenario.
    func stop(_ outcome: inout ScenarioResult, at span: Span) {
        if Interruption.isWanted { outcome.failures.append(Failure(Text("stopped (Ctrl-C)", "остановлено (Ctrl-C)"), at: span)) }
    }
}
