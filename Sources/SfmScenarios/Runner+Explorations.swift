import SfmRuntime
import SfmSyntax
import SfmTerms

/// How much of what can happen an exploration has seen.
package struct ExplorationSeen: Sendable, Equatable {
    package var situations: Int
    /// How many steps away the farthest of them is.
    package var depth: Int
    /// Whether there are no others.
    package var isComplete: Bool
    /// The acts that were named and never came about, as they are written.
    package var idle: [String] = []

    package init(situations: Int, depth: Int, isComplete: Bool) { (self.situations, self.depth, self.isComplete) = (situations, depth, isComplete) }

    /// “14,812 situations, there are no others”
    package var text: Text {
        let count = Plural.situation.counted(situations)
        return isComplete
            ? count + Text(", there are no others", ", других нет")
            : count + Text(" within ", " в пределах ")
                + Text(depth == 1 ? "1 step" : "\(depth) steps", depth % 10 == 1 && depth % 100 != 11 ? "\(depth) шага" : "\(depth) шагов")
    }
}

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
            outcome.seen = ExplorationSeen(situations: found.situations, depth: found.depth, isComplete: found.isComplete)
            outcome.seen?.idle = found.idle.compactMap { k in
                scenario.exploration.map { script.sources[Int($0.acts[k].span.file)].text($0.acts[k].span) }
            }
            outcome.steps = found.situations
            outcome.failures = failures(scenario, found, of: script)
        } catch {
            if let limit = error.limit { return limit }
            outcome.failures = [error]
        }
        if let clock { outcome.nanoseconds = clock() - start }
        outcome.settleMark()
        result.scenarios.append(outcome)
        return nil
    }

    private func failures(_ scenario: ScenarioNode, _ found: ExplorationResult, of script: Script) -> [Failure] {
        guard let node = scenario.exploration else { return [] }
        let seen = ExplorationSeen(situations: found.situations, depth: found.depth, isComplete: found.isComplete)
        return zip(node.properties, found.verdicts).compactMap { property, verdict in
            switch verdict {
            case .holds, .found: return nil
            case .notFound:
                let lead = found.isComplete ? Text("nothing leads there: ", "к этому ничто не ведёт: ") : Text("not found: ", "не найдено: ")
                return Failure(lead + seen.text, at: property.span)
            case .fails(let steps):
                let lead =
                    property.kind == .never
                    ? Text("this can happen", "это может случиться") : Text("this does not always hold", "это верно не всегда")
                let counterexample = Counterexample(scenario, steps, of: script, names: found.names)
                return Failure(lead + counterexample.length, details: counterexample.lines.map { Text(same: $0) }, at: property.span)
            }
        }
    }
}
