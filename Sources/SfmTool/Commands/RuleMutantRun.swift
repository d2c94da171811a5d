import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms
import Synchronization

/// `sfm coverage --mutants`: runs the scenarios again under policies that differ in one small thing. Only those are run that touch what was
/// changed, those first that have seen its clause, and no further than to the first that fails.
enum RuleMutantRun {
    /// A policy that is changed, as it is written.
    private struct Subject: Sendable {
        let entry: Coverage.Entry
        let source: SourceFile
        let variants: PolicyVariants
        /// The files where it is in force and something passes, with its place among their policies.
        let files: [(file: Int, place: Int)]
        /// How many clauses are laid out anew for each change: those of all policies that are in force beside it.
        let clauses: Int
    }

    /// What came of the changes in one place of a policy.
    private struct Outcome: Sendable {
        var tried = 0
        var same = 0
        var survivors: [RuleMutantReport.Survivor] = []
    }

    /// What is read once a worker.
    private struct Scripts {
        var set: ScriptSet
        var loaded: [Int: (script: Script, scenarios: [ScenarioNode])] = [:]

        mutating func load(_ k: Int, _ path: String, _ override: [PolicyChoice]?, _ runner: Runner) -> (script: Script, scenarios: [ScenarioNode]) {
            if let known = loaded[k] { return known }
            let script = set.load(path, override: override)
            let entry = (script, runner.scenarios(of: script, named: ScriptPath.last(of: path)))
            loaded[k] = entry
            return entry
        }
    }

    /// The steps that all workers have taken.
    private final class Spent: Sendable {
        let steps = Atomic<Int>(0)

        func add(_ more: Int) { steps.wrappingAdd(more, ordering: .relaxed) }
        var count: Int { steps.load(ordering: .relaxed) }
    }

    /// What came of it, a policy each. Throws where it goes beyond the limit of a run.
    static func reports(
        _ results: [FileResult], _ coverage: Coverage, _ plan: TestPlan, _ override: [PolicyChoice]?, _ environment: Environment
    ) throws(ScriptError) -> [RuleMutantReport] {
        let options = environment.options
        let jobs = options.jobs ?? ParallelMap.cores
        let runner = plan.runner()
        let subjects = subjects(results, coverage, options)
        let context: @Sendable () -> Scripts = { Scripts(set: ScriptSet(options: options)) }
        let profiles = ParallelMap.map(results.count, jobs: jobs, context: context) { scripts, k -> [ScenarioProfile] in
            guard !results[k].isInvalid, results[k].passed > 0 else { return [] }
            let path = results[k].path
            return runner.profiles(of: scripts.load(k, path, override, runner).script, named: ScriptPath.last(of: path))
        }
        let places = subjects.indices.flatMap { s in (0..<subjects[s].variants.count).map { (subject: s, place: $0) } }
        let progress = Progress(total: places.count, environment.console)
        let spent = Spent()
        let most = options.limits.runSteps
        let outcomes = ParallelMap.map(places.count, jobs: jobs, context: context) { scripts, index -> Outcome in
            defer { progress?.advance() }
            let subject = subjects[places[index].subject]
            guard spent.count <= most else { return Outcome() }
            return outcome(of: places[index].place, subject, profiles, spent, most) { file, place, policy, sets in
                let (script, scenarios) = scripts.load(file, results[file].path, override, runner)
                return runner.fails(scenarios[place], of: script.replacing(policy, sets: &sets))
            }
        }
        progress?.finish()
        // How many steps there are in all does not depend on who takes them: beyond the limit it is always beyond.
        guard spent.count <= most else { throw ScriptError(diagnostic: .tooManyRunSteps(.none, most)) }
        var done = 0
        return subjects.indices.map { s in
            let own = outcomes[done..<done + subjects[s].variants.count]
            done += own.count
            return RuleMutantReport(
                policy: subjects[s].entry.name, tried: own.reduce(0) { $0 + $1.tried }, same: own.reduce(0) { $0 + $1.same },
                survivors: own.flatMap(\.survivors))
        }
    }

    private typealias Sets = [(policies: [Policy], set: PolicySet)]

    /// Tries the changes in one place of a policy.
    private static func outcome(
        of place: Int, _ subject: Subject, _ profiles: [[ScenarioProfile]], _ spent: Spent, _ most: Int,
        fails: (_ file: Int, _ scenario: Int, _ policy: Policy, _ sets: inout Sets) -> (fails: Bool, work: Int)
    ) -> Outcome {
        // A line may be made long, and each of its values is a change.
        let length = subject.source.lineRange(of: Int(subject.variants.span(at: place).lower)).count
        spent.add(subject.variants.work(at: place, lineLength: length))
        guard spent.count <= most else { return Outcome() }
        let (variants, same) = subject.variants.at(place)
        var outcome = Outcome(tried: variants.count, same: same)
        // Who notices one change of a rule mostly notices the next.
        var last: (file: Int, scenario: Int)?
        for variant in variants {
            guard spent.count <= most else { break }
            var sets: Sets = []
            var first: [(file: Int, scenario: Int)] = []
            var others: [(file: Int, scenario: Int)] = []
            for (file, place) in subject.files {
                for profile in profiles[file] where profile.touches(variant.acts) {
                    if last.map({ $0 == (file, profile.place) }) ?? false { continue }
                    if profile.hasSeen(clause: variant.mutation.clause, ofPolicyAt: place) {
                        first.append((file, profile.place))
                    } else {
                        others.append((file, profile.place))
                    }
                }
            }
            spent.add(subject.clauses)
            let killer = ((last.map { [$0] } ?? []) + first + others).first { file, scenario in
                let tried = fails(file, scenario, variant.policy, &sets)
                spent.add(tried.work)
                return tried.fails
            }
            if let killer {
                last = killer
            } else {
                let line = subject.source.reportedLine(of: Int(variant.mutation.span.lower))
                outcome.survivors.append(.init(variant.mutation, of: subject.entry.policy, file: subject.source.name, line: line))
            }
        }
        return outcome
    }

    // MARK: - Policies as they are written

    private static func subjects(_ results: [FileResult], _ coverage: Coverage, _ options: Options) -> [Subject] {
        let clauses = results.map { $0.policies.reduce(0) { $0 + $1.clauses.count } }
        return coverage.policies.compactMap { entry in
            let files = results.indices.compactMap { k -> (Int, Int)? in
                guard !results[k].isInvalid, results[k].passed > 0, let place = results[k].place(of: entry) else { return nil }
                return (k, place)
            }
            guard !files.isEmpty, let source = source(of: entry, results, options) else { return nil }
            var parser = Parser(grammar: Sfm.grammar, limits: options.limits.syntax)
            guard let node = parser.parse(source).policies.first(where: { $0.id == entry.policy.id }) else { return nil }
            return Subject(
                entry: entry, source: source, variants: PolicyVariants(node, entry.policy), files: files, clauses: files.map { clauses[$0.0] }.max() ?? 0)
        }
    }

    /// The text that defines a policy: that of its file or, of one that comes with the program, its own.
    private static func source(of entry: Coverage.Entry, _ results: [FileResult], _ options: Options) -> SourceFile? {
        guard let file = entry.file else {
            return Library.shippedSource(entry.policy.id).map { SourceFile(name: entry.policy.id + ".sfm", text: $0) }
        }
        for result in results {
            if let known = result.sources.first(where: { $0.row == nil && TestReport.relative($0.name, to: "") == file }) { return known }
        }
        let bytes = try? FileStore.readNamed(file, limit: options.limits.syntax.fileBytes).get()
        return bytes.map { SourceFile(name: file, bytes: $0) }
    }
}
