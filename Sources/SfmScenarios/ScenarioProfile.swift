import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// What a scenario that passes touches: a change elsewhere cannot make it fail.
package struct ScenarioProfile: Sendable {
    /// Its place among those of its file that the run takes.
    package let place: Int
    /// The acts that it asks about or does, by their place in the table.
    private let acts: [Bool]
    /// The clauses that it has seen, by the place of their policy among those of the file.
    private let clauses: [Set<Int>]

    init(place: Int, acts: [Bool], _ result: FileResult) {
        (self.place, self.acts) = (place, acts)
        clauses = result.policies.indices.map { policy in
            let counts = result.coverage.counts(ofPolicyAt: policy)
            return Set(counts.indices.filter { counts[$0] != CoverageCounters.Counts() })
        }
    }

    /// Counts that a rule keeps for itself stand behind the acts of the table: they matter where its act does.
    package func touches(_ acts: Set<Int>?) -> Bool { acts?.contains { self.acts.indices.contains($0) && self.acts[$0] } ?? true }

    package func hasSeen(clause: Int?, ofPolicyAt place: Int) -> Bool { clause.map { clauses.indices.contains(place) && clauses[place].contains($0) } ?? false }
}

extension Runner {
    /// The scenarios of a script that the run takes, in its order.
    package func scenarios(of script: Script, named fallback: @autoclosure () -> String) -> [ScenarioNode] {
        plan.scenarios(of: script, named: fallback())
    }

    /// What each of the scenarios touches that pass.
    package func profiles(of script: Script, named fallback: @autoclosure () -> String) -> [ScenarioProfile] {
        let asked = AskedActs(actCount: ActTable.all.count)
        let telling = script.telling(asked)
        return scenarios(of: script, named: fallback()).enumerated().compactMap { place, scenario in
            let result = FileResult(path: script.path, sources: script.sources)
            result.policies = script.everyPolicy.policies
            let limit = play(scenario, at: 0, of: telling, into: result)
            let acts = asked.take()
            return limit == nil && result.passed == 1 ? ScenarioProfile(place: place, acts: acts, result) : nil
        }
    }

    /// Whether a scenario fails, and how many steps that took to see.
    package func fails(_ scenario: ScenarioNode, of script: Script) -> (fails: Bool, work: Int) {
        let result = FileResult(path: script.path, sources: script.sources)
        result.policies = script.everyPolicy.policies
        let limit = play(scenario, at: 0, of: script, into: result, mostFailures: 1)
        // An exploration that gets no further than its limit has not come to another answer.
        return (limit != nil && scenario.exploration == nil || result.failed > 0, result.work)
    }
}

extension FileResult {
    /// The place of an entry's policy among those that were in force.
    package func place(of entry: Coverage.Entry) -> Int? { policies.indices.first { Coverage.Key(self, $0) == entry.key } }
}
