import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms
import Synchronization

/// `sfm test PATHS`: runs every scenario and reports; under several policies, as a matrix.
enum TestCommand {
    /// One run of every file: under the policies that the files put in force, or under the one named.
    struct Run {
        let policy: String?
        let results: [FileResult]
        /// What was left out once enough had failed.
        var notRun: NotRun?
    }

    static func run(_ named: Environment) throws(UsageError) -> ExitStatus {
        let environment = Environment(console: named.console, options: try LineRequest.resolve(named.options))
        try environment.options.tests.check(environment)
        try SavedCounterexamples.check(environment)
        if environment.options.updates { return try UpdateCommand.run(environment) }
        if environment.options.tests.watches { return try WatchCommand.run(environment) }
        if environment.options.lists {
            guard let files = files(environment) else { return .invalid }
            return try ListCommand.run(environment, TestPlan(files, environment))
        }
        return try once(environment, among: nil)
    }

    /// One run with its report, of all the files or of some of them.
    static func once(_ environment: Environment, among: Set<String>?) throws(UsageError) -> ExitStatus {
        let format = try environment.format()
        let reports = try ReportRequest.all(of: environment.options)
        if environment.options.showsTimes, !reports.contains(where: \.format.hasTimes) {
            throw UsageError(message: Text("--timings goes with --report junit=… or html=…", "--timings указывают вместе с --report junit=… или html=…"))
        }
        if format == "json", let other = reports.first(where: { $0.isStandardOutput && $0.format.isLines }) {
            let name = other.format.rawValue
            throw UsageError(
                message: Text(
                    "--format json and --report \(name)=- both go to standard output", "--format json и --report \(name)=- оба пишут в стандартный вывод"))
        }
        let recordsSteps = reports.contains { $0.format == .html }
        let (runs, language, plan): Executed
        switch execute(environment, among: among, recordsSteps: recordsSteps) {
        case .success(let made): (runs, language, plan) = made
        case .failure(let stopped):
            // What scripts and CI look for is there whatever else went wrong.
            if format != "json" { environment.print(PrettyReporter.totals([])) }
            return stopped.status
        }
        let results = runs.count == 1 ? runs[0].results : runs.flatMap(\.results)
        environment.console.kept = results
        let written = environment.write(reports, of: runs, language, plan, or: status(results))
        // A document on standard output stands there alone.
        if !reports.contains(where: { $0.isStandardOutput && !$0.format.isLines }) { show(runs, format, language, plan, environment) }
        if runs.count == 1, !environment.console.isCI {
            var last = LastFailed(environment.console)
            last.remember(results, of: plan.run)
        }
        guard written == .nothing else {
            plan.sayUnusedWords(environment)
            let saved = SavedCounterexamples(environment, language)?.write(results, or: written) ?? written
            return Interruption.isWanted ? .interrupted : saved
        }
        if plan.mayBeEmpty { return .ok }
        plan.sayNothingMatches(environment)
        return written
    }

    private static func show(_ runs: [Run], _ format: String, _ language: Language, _ plan: TestPlan, _ environment: Environment) {
        if format == "json" {
            environment.write(document: json(runs, language, plan))
            return
        }
        environment.tell(plan.heading(language))
        if runs.count > 1 {
            MatrixPrinter.print(runs, language, environment)
        } else {
            report(runs[0].results, language, dots: format == "dots", environment, notRun: runs[0].notRun)
        }
    }

    /// Results as `--format json` has them: a list, or the table where there are several policies.
    static func json(_ runs: [Run], _ language: Language, _ plan: TestPlan) -> String {
        let found = status(runs.flatMap(\.results))
        let status = (found == .nothing && plan.mayBeEmpty ? .ok : found).word
        if runs.count > 1 {
            let matrix = MatrixPrinter.matrix(runs)
            return MatrixJSON.render(matrix, language, folder: WorkingFolder.path, status: status, notRun: runs.map(\.notRun))
        }
        let results = runs[0].results
        return JSONReporter.render(
            results, language, folder: WorkingFolder.path, status: status, shard: plan.mark(results, language), seed: plan.run.seed, notRun: runs[0].notRun)
    }

    /// Every file of the command line; `nil` where a path is no good, which has been said.
    private static func files(_ environment: Environment) -> [String]? {
        environment.scriptsToTest()
    }

    typealias Executed = (runs: [Run], language: Language, plan: TestPlan)

    /// What the command line selects of its files, run once under each policy named.
    static func execute(_ environment: Environment, among: Set<String>? = nil, recordsSteps: Bool = false) -> Result<Executed, Stopped> {
        guard let files = files(environment) else { return .failure(Stopped(status: .invalid)) }
        var plan = TestPlan(among.map { some in files.filter(some.contains) } ?? files, environment)
        // Whoever asks for a place counts on what stands there, as with a path: no report says that all is well.
        if !environment.options.tests.lines.isEmpty {
            _ = environment.language(counting: files.map { environment.language(of: $0) })
            if plan.saysEmptyLines(environment) { return .failure(Stopped(status: .nothing)) }
        }
        // Steps are told while the files run: then what these are written in has to be known before.
        let recorded = recordsSteps ? environment.language() : nil
        guard let names = environment.policyNames else {
            let played = play(plan, nil, recorded, environment)
            for one in played { plan.note(one.hits) }
            sayIdle(played, environment)
            return .success(([report(nil, played, of: plan, nil, environment)], language(played, of: plan, among: files, environment), plan))
        }
        let choices: [PolicyChoice]
        switch environment.choose(names) {
        case .success(let chosen): choices = chosen
        case .failure(let stopped): return .failure(stopped)
        }
        let played = choices.map { play(plan, [$0], recorded, environment) }
        for one in played.joined() { plan.note(one.hits) }
        sayIdle(played.first ?? [], environment)
        // Two files may call their policies alike: then the files tell them apart.
        let ids = zip(names, choices).map { $1.policy?.id ?? $0 }
        let labels = zip(names, ids).map { name, id in ids.count { $0 == id } > 1 ? name : id }
        let runs = zip(zip(labels, choices), played).map { report($0.0, $1, of: plan, [$0.1], environment) }
        return .success((runs, language(played.first ?? [], of: plan, among: files, environment), plan))
    }

    private static func sayIdle(_ played: [Played], _ environment: Environment) {
        for path in played.compactMap(\.idle) {
            environment.console.report(environment.language()("sfm: nothing to run in “\(path)”\n", "sfm: «\(path)»: проверять нечего\n"))
        }
    }

    /// What was run of the files of a plan. Once enough has failed nothing behind that counts, however far other workers were.
    private static func report(_ policy: String?, _ played: [Played], of plan: TestPlan, _ override: [PolicyChoice]?, _ environment: Environment) -> Run {
        if let results = withinLimit(played, environment.options.limits.runSteps) { return Run(policy: policy, results: results) }
        guard let most = plan.run.mostFailures else { return Run(policy: policy, results: played.compactMap(\.result)) }
        var left = most
        for (k, one) in played.enumerated() {
            guard one.failures >= left else {
                left -= one.failures
                continue
            }
            let results = played[...k].compactMap(\.result)
            let cut = one.result.map { $0.stop(afterFailures: left) } ?? 0
            let scenarios = cut + leftOut(plan, from: k + 1, override, environment)
            let notRun = NotRun(failures: most, scenarios: scenarios, files: played.count - k - 1)
            return Run(policy: policy, results: results, notRun: scenarios + notRun.files > 0 ? notRun : nil)
        }
        return Run(policy: policy, results: played.compactMap(\.result))
    }

    /// The files up to the one that goes beyond the limit of a run; `nil` where none does.
    private static func withinLimit(_ played: [Played], _ most: Int) -> [FileResult]? {
        var left = most
        for (k, one) in played.enumerated() {
            guard let result = one.result else { continue }
            left -= result.work
            guard left < 0 else { continue }
            if !result.hitLimit { result.refuse(.tooManyRunSteps(.none, most)) }
            return played[...k].compactMap(\.result)
        }
        return nil
    }

    /// How many scenarios the files from a place on would have run.
    private static func leftOut(_ plan: TestPlan, from first: Int, _ override: [PolicyChoice]?, _ environment: Environment) -> Int {
        let files = Array(plan.files[first...])
        let options = environment.options
        return ParallelMap.map(files.count, jobs: options.jobs ?? ParallelMap.cores, context: { ScriptSet(options: options) }) { scripts, k in
            let script = scripts.load(files[k], override: override)
            return script.hasErrors ? 0 : plan.run.scenarios(of: script, named: ScriptPath.last(of: files[k])).count
        }.reduce(0, +)
    }

    /// That of most files chosen, whichever of them run, in whatever order and shard.
    private static func language(_ played: [Played], of plan: TestPlan, among files: [String], _ environment: Environment) -> Language {
        environment.language(counting: counted(played, of: plan, among: files, environment))
    }

    private static func counted(_ played: [Played], of plan: TestPlan, among files: [String], _ environment: Environment) -> [Language?] {
        let left = plan.files.count == files.count ? [] : Array(Set(files).subtracting(plan.files))
        return played.map(\.language) + left.map { environment.language(of: $0) }
    }

    /// What came of one file, with the language that it is written in, where that matters.
    private struct Played: Sendable {
        let result: FileResult?
        let language: Language?
        var failures = 0
        var hits = Selection.Hits()
        /// A file in which nothing can run, though it was named or says nothing at all.
        var idle: String?
    }

    /// How much failed, or was done, in files that come before a place, in the order of the run, whichever worker comes upon them.
    private final class CountBefore: Sendable {
        private let most: Int
        /// Sums over stretches of places, as a binary indexed tree has them.
        private let sums: Mutex<[Int]>

        init?(most: Int?, files: Int) {
            guard let most else { return nil }
            self.most = most
            sums = Mutex(Array(repeating: 0, count: files + 1))
        }

        func note(_ count: Int, at place: Int) {
            guard count > 0 else { return }
            sums.withLock { sums in
                var k = place + 1
                while k < sums.count {
                    sums[k] += count
                    k += k & -k
                }
            }
        }

        /// Whether what comes before is enough to stop.
        func stops(before place: Int) -> Bool {
            sums.withLock { sums in
                var (k, sum) = (place, 0)
                while k > 0 {
                    sum += sums[k]
                    k -= k & -k
                }
                return sum >= most
            }
        }
    }

    /// Runs the files on all cores; what comes out does not depend on how many there are. Steps are told where a language is given.
    private static func play(_ plan: TestPlan, _ override: [PolicyChoice]?, _ recorded: Language?, _ environment: Environment) -> [Played] {
        let files = plan.files
        let options = environment.options
        // A handful of files is done before a thread has started, or it was asked how many there can be.
        let jobs = files.count < 8 ? 1 : options.jobs ?? ParallelMap.cores
        let selects = !plan.run.selection.isEverything
        let watchesWords = plan.selects
        // Of what was changed nobody expects that it runs by itself.
        let named = options.tests.takesAffected ? [] : Set(options.arguments)
        let clock = options.showsTimes ? Environment.clock : nil
        let failing = CountBefore(most: plan.run.mostFailures, files: files.count)
        let doing = CountBefore(most: options.limits.runSteps, files: files.count)
        let asks = environment.namedLanguage == nil
        let exploring = ExplorationProgress(environment)
        let plain = plan.runner(clock: clock, progress: exploring)
        let progress = Progress(total: files.count, environment.console)
        let played = ParallelMap.map(files.count, jobs: jobs, context: { ScriptSet(options: options) }) { scripts, index in
            defer { progress?.advance() }
            if failing?.stops(before: index) ?? false || doing?.stops(before: index) ?? false || Interruption.isWanted {
                return Played(result: nil, language: asks ? scripts.language(of: files[index]) : nil)
            }
            let script = scripts.load(files[index], override: override)
            let language = asks ? script.language : nil
            // A file of policies or of background alone has nothing to run.
            guard script.hasSteps || script.hasErrors else {
                return Played(result: nil, language: language, idle: named.contains(files[index]) || script.isBlank ? files[index] : nil)
            }
            let runner =
                recorded.map { plan.runner(recorder: StepRecording(language: $0, sources: script.sources).recorder, clock: clock, progress: exploring) }
                ?? plain
            if script.scenarios.contains(where: { $0.exploration != nil }) { Interruptible.mayStopOnce() }
            let result = runner.test(script, named: ScriptPath.last(of: files[index]))
            // Of thousands of files those that nobody will see anything of are not kept.
            if recorded == nil, override == nil, result.failed == 0, result.diagnostics.isEmpty, result.marked.isEmpty { result.sources = [] }
            let failures = result.isInvalid ? 1 : result.failed
            failing?.note(failures, at: index)
            doing?.note(result.work, at: index)
            let isLeftOut = selects && result.scenarios.isEmpty && !result.isInvalid
            let hits = watchesWords ? plan.run.selection.hits(script.scenariosToRun(named: ScriptPath.last(of: files[index])), of: script.path) : .init()
            return Played(result: isLeftOut ? nil : result, language: language, failures: failures, hits: hits)
        }
        progress?.finish()
        exploring?.finish()
        return played
    }

    private static func report(_ results: [FileResult], _ language: Language, dots: Bool, _ environment: Environment, notRun: NotRun?) {
        let reporter = PrettyReporter(language: language, colour: environment.colour, plain: environment.console.isPlain)
        var out: SafeText = ""
        if dots { out += DotsReporter.render(results) }
        // What is wrong with a file is told either way.
        out += reporter.lines(results, mistakesOnly: dots)
        for result in results where result.failed > 0 { out += reporter.failures(result) }
        let coverage = Coverage(results)
        if !coverage.policies.isEmpty { out += "\n\(reporter.coverage(coverage))" }
        out += reporter.marked(results)
        if status(results) == .nothing { out += "\(TestReport.lack(skipped: results.reduce(0) { $0 + $1.marked.count })[language])\n" }
        if let notRun { out += "\n\(notRun.words[language])\n" }
        environment.tell(out + unchecked(results.count { $0.isInvalid }, language) + PrettyReporter.totals(results))
    }

    /// How many files have mistakes: their scenarios are in neither of the totals.
    static func unchecked(_ files: Int, _ language: Language) -> SafeText {
        guard files > 0 else { return "" }
        let counted = Plural.file.counted(files, language)
        return language("\nnot checked because of mistakes: \(counted)\n", "\nне проверено из-за ошибок: \(counted)\n")
    }

    static func status(_ results: [FileResult]) -> ExitStatus {
        var (hasMistakes, hasRun, hasFailed) = (false, false, false)
        for result in results {
            if result.hitLimit { return .limit }
            hasMistakes = hasMistakes || result.isInvalid
            hasRun = hasRun || result.hasRun
            hasFailed = hasFailed || result.failed > 0
        }
        if hasMistakes { return .invalid }
        return hasFailed ? .failed : hasRun ? .ok : .nothing
    }
}

extension Environment {
    /// The format asked for, one of those that the command has, all but one where that makes no sense; the first without an option.
    func format(without missing: String? = nil) throws(UsageError) -> String {
        let known = (options.entry?.words(of: "--format") ?? []).filter { $0 != missing }
        guard let format = options.format ?? known.first, known.contains(format) else {
            let list = known.joined(separator: ", ")
            throw UsageError(message: Text("--format is one of: \(list)", "--format — одно из: \(list)"))
        }
        return format
    }

    /// A diagnostic that belongs to no source text, on standard error.
    func say(_ diagnostic: Diagnostic) {
        let renderer = DiagnosticRenderer(language: language(), colour: false)
        console.report(renderer.render(diagnostic, sources: []))
    }
}
