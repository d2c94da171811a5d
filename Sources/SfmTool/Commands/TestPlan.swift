import Glibc
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// The files of a run in their order, and what it takes of each.
struct TestPlan {
    private(set) var files: [String]
    private(set) var run = RunPlan()
    private let options: Options
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
            environment.console.report(message[environment.language()] + "\n")
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
    var mayBeEmpty: Bool { part.map { $0.total > 0 } ?? false }

    func runner(recorder: StepRecorder? = nil, clock: (@Sendable () -> UInt64)? = nil) -> Runner {
        Runner(limits: options.limits, plan: run, recorder: recorder, clock: clock)
    }

    /// «порядок случайный: --seed 42».
    func heading(_ language: Language) -> String {
        run.seed.map { (language == .english ? "order: random, again with " : "порядок случайный, повторить: ") + "--seed \($0)\n" } ?? ""
    }

    /// Says why nothing was selected, with what comes near; nothing where no selection was asked for.
    func sayNothingMatches(_ environment: Environment) {
        guard !run.selection.filters.isEmpty || !run.selection.tags.isEmpty else { return }
        var scripts = ScriptSet(options: options)
        let scenarios = files.flatMap { file in scripts.load(file).scenariosToRun(named: ScriptPath.last(of: file)) }
        let language = environment.language()
        let titles = scenarios.map(\.title)
        for (k, filter) in run.selection.filters.enumerated() {
            var text = language == .english ? "nothing matches --filter “\(filter.text)”" : "--filter «\(filter.text)» не подходит ни к чему"
            let lost = filter.words.indices.first { word in !hits.filters.contains([k, word]) }.map { filter.words[$0] }
            if let near = Self.nearestTitle(lost ?? filter.text, titles) {
                text += language == .english ? "; the nearest title: “\(near)”" : "; ближайшее название: «\(near)»"
            }
            environment.console.report("sfm: " + Safe.message(text) + "\n")
        }
        sayLiteral(environment)
        var known: [String] = []
        for tag in scenarios.flatMap(\.tags) where !known.contains(tag) { known.append(tag) }
        for tag in run.selection.tags {
            var text = language == .english ? "no scenario is left with --tag \(tag.text)" : "с --tag \(tag.text) не остаётся ни одного сценария"
            let lost = tag.words.first { word in !known.contains { Selection.folded($0) == Selection.folded(word) } }
            if let near = lost.flatMap({ Suggestion.nearest(to: $0, among: known) }) {
                text += language == .english ? "; the nearest tag: \(near)" : "; ближайшая метка: \(near)"
            } else if !known.isEmpty {
                text += (language == .english ? "; tags there are: " : "; есть метки: ") + known.sorted().prefix(12).joined(separator: ", ")
            }
            environment.console.report("sfm: " + Safe.message(text) + "\n")
        }
    }

    /// Says which filters a title holds word for word though, read as what they say, they do not take it.
    private func sayLiteral(_ environment: Environment) {
        let language = environment.language()
        for k in hits.literal.sorted() {
            let text = run.selection.filters[k].text
            let quoted = Safe.shellWord("\"\(text)\"")
            let words =
                language == .english
                ? "“\(text)” stands in a title word for word; to look for it so: --filter \(quoted)"
                : "«\(text)» дословно есть в названии; чтобы искать именно так: --filter \(quoted)"
            environment.console.report("sfm: " + Safe.message(words) + "\n")
        }
    }

    var selects: Bool { !run.selection.filters.isEmpty || !run.selection.tags.isEmpty }

    mutating func note(_ found: Selection.Hits) { hits.merge(found) }

    /// Says which words of a selection that took something fitted nothing by themselves: one of them may be a slip.
    func sayUnusedWords(_ environment: Environment) {
        // A shard does not see the whole.
        guard selects, part == nil else { return }
        let language = environment.language()
        func say(_ en: String, _ ru: String) { environment.console.report("sfm: " + Safe.message(language == .english ? en : ru) + "\n") }
        for (k, filter) in run.selection.filters.enumerated() {
            for (word, text) in filter.words.enumerated() where !hits.filters.contains([k, word]) {
                let inside = filter.isCompound
                say(
                    inside ? "nothing matches “\(text)” of --filter “\(filter.text)”" : "nothing matches --filter “\(text)”",
                    inside ? "«\(text)» из --filter «\(filter.text)» не подходит ни к чему" : "--filter «\(text)» не подходит ни к чему")
            }
        }
        sayLiteral(environment)
        for word in run.selection.tags.flatMap(\.words).map(Selection.folded) where !hits.tags.contains(word) {
            let near = Suggestion.nearest(to: word, among: hits.tags.sorted())
            say(
                "no scenario has the tag \(word)" + (near.map { "; the nearest tag: \($0)" } ?? ""),
                "метки \(word) нет ни у одного сценария" + (near.map { "; ближайшая метка: \($0)" } ?? ""))
        }
    }

    /// The title that is like the text, or has a word that begins like one of its words.
    private static func nearestTitle(_ text: String, _ titles: [String]) -> String? {
        if let near = Suggestion.nearest(to: text, among: titles) { return near }
        func words(_ text: String) -> [String] { text.split { !$0.isLetter && !$0.isNumber }.map { Selection.folded(String($0)) } }
        for word in words(text) where word.count > 3 {
            let beginnings = titles.map { words($0).filter { $0.count > 3 }.map { String($0.prefix(word.count)) } }
            let all = Array(Set(beginnings.joined())).sorted()
            if let near = Suggestion.nearest(to: word, among: all), let k = beginnings.firstIndex(where: { $0.contains(near) }) { return titles[k] }
        }
        return nil
    }
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
