import SfmRuntime
import SfmScenarios
import SfmTerms

/// `sfm coverage --mutants`: runs the scenarios again without one clause after another.
enum MutantRun {
    /// More clauses than any regulation has.
    private static let most = 5000

    /// What is read once a worker.
    private struct Scripts {
        var set: ScriptSet
        var loaded: [Int: Script] = [:]
    }

    static func reports(_ results: [FileResult], _ plan: TestPlan, _ override: [PolicyChoice]?, _ environment: Environment) -> [MutantReport] {
        let mutants = Array(Mutant.all(results).prefix(most))
        let options = environment.options
        let runner = plan.runner()
        let progress = Progress(total: mutants.count, environment.console)
        let missed = ParallelMap.map(
            mutants.count, jobs: options.jobs ?? ParallelMap.cores, context: { Scripts(set: ScriptSet(options: options)) }
        ) { scripts, index in
            defer { progress?.advance() }
            let mutant = mutants[index]
            return mutant.files.contains { k in
                let path = results[k].path
                let script = scripts.loaded[k] ?? scripts.set.load(path, override: override)
                scripts.loaded[k] = script
                let passed = Set(results[k].scenarios.filter(\.passed).map(\.title))
                return runner.misses(script.without(clause: mutant.clause.id, of: mutant.policy), named: ScriptPath.last(of: path), passed: passed)
            }
        }
        progress?.finish()
        return MutantReport.all(mutants, missed: missed)
    }
}
