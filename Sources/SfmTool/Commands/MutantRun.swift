import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm coverage --mutants`: runs the scenarios again without one clause after another.
enum MutantRun {
    /// How many clauses are laid out in the time of a step.
    private static let rulesAStep = 1

    /// What is read once a worker.
    private struct Scripts {
        var set: ScriptSet
        var loaded: [Int: Script] = [:]
    }

    /// What came of it. Throws where it would go beyond the limit of a run: how many steps it takes is known before.
    static func reports(
        _ results: [FileResult], _ plan: TestPlan, _ override: [PolicyChoice]?, _ environment: Environment
    ) throws(ScriptError) -> [MutantReport] {
        let mutants = Mutant.all(results)
        let options = environment.options
        let most = options.limits.runSteps
        // Of each file all is run again, and its policies are laid out without the clause.
        let works = results.map { result in result.work + result.policies.reduce(0) { $0 + $1.clauses.count } / rulesAStep }
        let work = mutants.reduce(0) { sum, mutant in sum + mutant.files.reduce(0) { $0 + works[$1] } }
        guard work <= most else { throw ScriptError(diagnostic: .tooManyRunSteps(.none, most)) }
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
