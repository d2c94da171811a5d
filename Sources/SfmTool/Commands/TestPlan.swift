import Glibc
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// The files of a run in their order, and what it takes of each.
struct TestPlan {
    private(set) var files: [String]
    private(set) var run = RunPlan()
    let options: Options
    private let part: Part?
    /// What of the selection's words fitted something, once the files have run.
    private(set) var hits = Selection.Hits()

    /// The part of the whole that falls to this run.
    private struct Part {
        let shard: Shard
        let total: Int
        let held: Int
        let digest: String
        /// The place of every file in the whole.
        let places: [PathKey: Int]
    }

    init(_ files: [String], _ environment: Environment) {
        options = environment.options
        let tests = options.tests
        (run.selection.filters, run.selection.tags, run.mostFailures) = (tests.filters, tests.tags, tests.mostFailures)
        if let walks = tests.walks { run.walks = (walks, tests.seed ?? 1) }
        for request in tests.lines { run.selection.lines[PathKey(request.path), default: []].append(request.line) }
        self.files = files
        if let shard = tests.shard {
            part = Self.part(shard, of: files, options)
            self.files = part.map { part in files.filter { part.places[PathKey($0)] != nil } } ?? files
        } else {
            part = nil
        }
        if tests.repeatsFailed { takeFailed(environment) }
        if tests.isShuffled {
            let seed = tests.seed ?? Self.freshSeed()
            var numbers = SeededNumbers(seed: seed)
            (self.files, run.seed) = (numbers.shuffled(self.files), seed)
        }
    }

    /// The files that failed last time, and of each the scenarios that did.
    private mutating func takeFailed(_ environment: Environment) {
        let failed = Dictionary(grouping: LastFailed(environment.console).entries, by: \.path).mapValues { Set($0.map(\.title)) }
        let known = files.compactMap { file in failed[WorkingFolder.relative(file)].map { (file: file, titles: $0) } }
        guard !known.isEmpty else {
            let message = Text("nothing of this failed last time: all of it is run", "в прошлый раз здесь ничего не падало: проверяется всё")
            environment.console.report("\(message[environment.language()])\n")
            return
        }
        files = known.map(\.file)
        // A file that had mistakes is taken whole.
        for (file, titles) in known where !titles.contains("") { run.selection.titles[file] = titles }
    }

    private static func part(_ shard: Shard, of files: [String], _ options: Options) -> Part {
        let scripts = ScriptSet(options: options)
        var whole = StableHash()
        let selected = [options.tests.filters.map(\.text), options.tests.tags.map(\.text), options.tests.lines.map { "\($0.path):\($0.line)" }]
        for word in (selected + [options.policies ?? []]).joined(separator: ["|"]) { whole.add(word) }
        var places: [PathKey: Int] = [:]
        for (place, file) in files.enumerated() {
            var hash = StableHash()
            hash.add(WorkingFolder.relative(file))
            if case .success(let bytes) = scripts.bytes(of: file, limit: options.limits.syntax.fileBytes) { hash.add(bytes) }
            whole.add(hash.text)
            if shard.holds(hash.value) { places[PathKey(file)] = place }
        }
        return Part(shard: shard, total: files.count, held: places.count, digest: whole.text, places: places)
    }

    /// Whether it is a part of a whole, which it does not see.
    var isShard: Bool { part != nil }

    /// A number that somebody can type again.
    private static func freshSeed() -> UInt64 { UInt64(UInt32.random(in: .min ... .max)) }

    /// What the report of a shard says about the whole; `nil` for a run that is one.
    func mark(_ results: [FileResult], _ language: Language) -> ShardMark? {
        part.map { part in
            let places = results.compactMap { part.places[PathKey($0.path)] }
            return ShardMark(
                shard: part.shard, total: part.total, held: part.held, digest: part.digest, places: places,
                paths: results.map { WorkingFolder.relative($0.path) }, language: language)
        }
    }

    /// A shard without a scenario is in order where the whole has files: the reports of all shards together tell.
    /// Nor does it matter that a change touches no scenario.
    var emptiness: TestReport.Emptiness? {
        if let part, part.total > 0 { return .shard }
        return options.tests.takesAffected ? .unaffected : nil
    }

    var mayBeEmpty: Bool { emptiness != nil }

    func runner(recorder: StepRecorder? = nil, clock: (@Sendable () -> UInt64)? = nil, progress: ExplorationProgress? = nil) -> Runner {
        var runner = Runner(limits: options.limits, plan: run, recorder: recorder, clock: clock)
        if let progress { runner.progress = { progress.tell($0, $1) } }
        return runner
    }

    /// «порядок случайный: --seed 42».
    func heading(_ language: Language) -> SafeText {
        run.seed.map { language("order: random, again with --seed \($0)\n", "порядок случайный, повторить: --seed \($0)\n") } ?? ""
    }

    var selects: Bool { !run.selection.filters.isEmpty || !run.selection.tags.isEmpty }

    mutating func note(_ found: Selection.Hits) { hits.merge(found) }
}

/// Paths as they are from the folder that the program was started in.
enum WorkingFolder {
    static var path: String {
        guard let raw = getcwd(nil, 0) else { return "" }
        defer { free(raw) }
        return String(cString: raw)
    }

    /// The same for `a.sfm`, `./a.sfm` and the whole path.
    static func relative(_ path: String) -> String { TestReport.relative(path, to: Self.path) }
}
