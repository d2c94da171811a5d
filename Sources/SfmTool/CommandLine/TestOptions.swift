import SfmScenarios
import SfmTerms

/// What `sfm test` and `sfm coverage` run, in which order and how long.
package struct TestOptions: Sendable {
    package enum Order: String, CaseIterable, Sendable { case file, random }

    package var filters: [ScenarioQuery] = []
    package var tags: [ScenarioQuery] = []
    /// The lines named behind files, as `a.sfm:12`.
    var lines: [LineRequest] = []
    /// After so many failures the rest is not run.
    package var mostFailures: Int?
    /// Only what failed last time.
    package var repeatsFailed = false
    package var order = Order.file
    package var seed: UInt64?
    /// How often an exploration walks at random instead of seeing everything; `nil` sees everything.
    package var walks: Int?
    package var watches = false
    package var shard: Shard?
    /// What the files named touch, beside them.
    package var takesAffected = false
    /// Where what they touch is looked for.
    package var roots = ["."]
    /// The least percentage of a policy's clauses that scenarios have to reach.
    package var threshold: Int?
    /// What is changed to see whether a scenario notices it; `nil` is nothing.
    package var mutants: MutantSort?
    /// The least percentage of those changes that scenarios have to notice.
    var minScore: Int?

    package enum MutantSort: String, CaseIterable, Sendable { case rules, clauses }

    /// Whether files run in an order of their own: a seed is one.
    var isShuffled: Bool { order == .random || seed != nil }

    /// A seed is an order of its own.
    private func checkOrder(_ options: Options) throws(UsageError) {
        if seed != nil, order == .file, options.given.contains("--order") { throw UsageError.excluding("--order file", "--seed") }
    }

    /// Refuses what does not go together by its values or by where it is run; what never does says `Option.excludes`.
    func check(_ environment: Environment) throws(UsageError) {
        let options = environment.options
        try checkOrder(options)
        if options.updates, !filters.isEmpty || !tags.isEmpty || !lines.isEmpty || repeatsFailed {
            throw UsageError(
                message: Text(
                    "--update renews whole files: no --filter, --tag, --last-failed, FILE:LINE",
                    "--update обновляет файлы целиком: без --filter, --tag, --last-failed и ФАЙЛ:СТРОКА"))
        }
        if options.format == "dots" { try checkOnePolicy("--format dots", environment) }
        if watches {
            if options.format == "json" { throw UsageError.excluding("--watch", "--format json") }
            if environment.console.isCI {
                throw UsageError(message: Text("--watch is refused where CI is set", "если задана переменная CI, --watch не работает"))
            }
        }
        if shard != nil { try checkOnePolicy("--shard", environment) }
    }

    /// What measures the whole cannot be asked of a part of it.
    func checkCoverage(_ environment: Environment) throws(UsageError) {
        try checkOrder(environment.options)
        if mutants != nil { try checkOnePolicy("--mutants", environment) }
    }

    private func checkOnePolicy(_ option: String, _ environment: Environment) throws(UsageError) {
        guard (environment.policyNames?.count ?? 0) > 1 else { return }
        throw UsageError(message: Text("\(option) goes with one policy at most", "\(option) бывает самое большее с одним порядком"))
    }
}
