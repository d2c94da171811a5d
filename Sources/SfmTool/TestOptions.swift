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
    package var watches = false
    package var shard: Shard?
    /// What the files named touch, beside them.
    package var takesAffected = false
    /// Where what they touch is looked for.
    package var roots = ["."]
    /// The least percentage of a policy's clauses that scenarios have to reach.
    package var threshold: Int?
    /// Takes away one clause after another and looks whether a scenario misses it.
    package var mutates = false

    static func seed(_ text: String) throws(UsageError) -> UInt64 {
        guard let number = UInt64(text) else {
            throw UsageError(message: Text("--seed needs a whole number that is not negative", "после --seed нужно целое число, не отрицательное"))
        }
        return number
    }

    static func shard(_ text: String) throws(UsageError) -> Shard {
        guard let part = Shard(text) else {
            throw UsageError(message: Text("--shard is I/N, as in 2/5: the second of five", "--shard — это I/N, например 2/5: вторая часть из пяти"))
        }
        return part
    }

    static func threshold(_ text: String) throws(UsageError) -> Int {
        guard let percent = Int(text), (0...100).contains(percent) else {
            throw UsageError(message: Text("--threshold is a whole number of per cent from 0 to 100", "--threshold — целое число процентов от 0 до 100"))
        }
        return percent
    }

    static func query(_ text: String, _ kind: ScenarioQuery.Kind, _ option: String) throws(UsageError) -> ScenarioQuery {
        do throws(ScenarioQuery.Mistake) {
            return try ScenarioQuery(text, kind)
        } catch {
            let place = Text("\(option), character \(error.at + 1): ", "\(option), знак \(error.at + 1): ")
            throw UsageError(message: place + error.message, excerpt: UsageError.excerpt(text, at: error.at))
        }
    }

    static func excluding(_ a: String, _ b: String) -> UsageError {
        UsageError(message: Text("\(a) and \(b) exclude each other", "\(a) и \(b) вместе не бывают"))
    }

    /// Whether files run in an order of their own: a seed is one.
    var isShuffled: Bool { order == .random || seed != nil }

    private func checkOrder(_ options: Options) throws(UsageError) {
        if seed != nil, order == .file, options.given.contains("--order") { throw Self.excluding("--order file", "--seed") }
    }

    /// Refuses what does not go together.
    func check(_ environment: Environment) throws(UsageError) {
        let options = environment.options
        try checkOrder(options)
        if options.given.contains("--fail-fast"), options.given.contains("--max-fail") { throw Self.excluding("--fail-fast", "--max-fail") }
        if options.updates, !filters.isEmpty || !tags.isEmpty || !lines.isEmpty || repeatsFailed {
            throw UsageError(
                message: Text(
                    "--update renews whole files: no --filter, --tag, --last-failed, FILE:LINE",
                    "--update обновляет файлы целиком: без --filter, --tag, --last-failed и ФАЙЛ:СТРОКА"))
        }
        if options.updates {
            let other = ["--list", "--report", "--format", "--fail-fast", "--max-fail", "--order", "--seed", "--affected"].first(where: options.given.contains)
            if let other { throw Self.excluding("--update", other) }
        }
        if options.lists {
            let other = ["--report", "--fail-fast", "--max-fail"].first(where: options.given.contains)
            if let other { throw Self.excluding("--list", other) }
        }
        if options.format == "dots", (environment.policyNames?.count ?? 0) > 1 {
            throw UsageError(message: Text("--format dots goes with one policy at most", "--format dots бывает самое большее с одним порядком"))
        }
        if watches {
            if options.updates { throw Self.excluding("--watch", "--update") }
            if options.lists { throw Self.excluding("--watch", "--list") }
            if takesAffected { throw Self.excluding("--watch", "--affected") }
            if shard != nil { throw Self.excluding("--watch", "--shard") }
            if options.format == "json" { throw Self.excluding("--watch", "--format json") }
            if environment.console.isCI {
                throw UsageError(message: Text("--watch is refused where CI is set", "если задана переменная CI, --watch не работает"))
            }
        }
        if shard != nil {
            if options.updates { throw Self.excluding("--shard", "--update") }
            if repeatsFailed { throw Self.excluding("--shard", "--last-failed") }
            if let stop = ["--fail-fast", "--max-fail"].first(where: options.given.contains) { throw Self.excluding("--shard", stop) }
            if (environment.policyNames?.count ?? 0) > 1 {
                throw UsageError(message: Text("--shard goes with one policy at most", "--shard бывает самое большее с одним порядком"))
            }
        }
    }

    /// What measures the whole cannot be asked of a part of it.
    func checkCoverage(_ environment: Environment) throws(UsageError) {
        try checkOrder(environment.options)
        if shard != nil { throw Self.excluding("coverage", "--shard") }
        if takesAffected { throw Self.excluding("coverage", "--affected") }
        if watches { throw Self.excluding("coverage", "--watch") }
        if mutates, (environment.policyNames?.count ?? 0) > 1 {
            throw UsageError(message: Text("--mutants goes with one policy at most", "--mutants бывает самое большее с одним порядком"))
        }
    }
}
