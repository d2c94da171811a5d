import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// What a run came to, as every report of `sfm test` needs it.
package struct TestReport: Sendable {
    /// One file under one policy.
    struct Entry {
        let result: FileResult
        let path: String
        /// The policy, where the run had several.
        let policy: String?

        /// A title, with the policy where that is what tells two cases apart.
        func title(_ scenario: ScenarioResult) -> String { scenario.title + suffix }
        var suffix: String { policy.map { " [\($0)]" } ?? "" }
    }

    package typealias Run = (policy: String, results: [FileResult])

    let language: Language
    let runs: [Run]
    let entries: [Entry]
    /// Whether the time that a scenario took is to be shown.
    let showsTimes: Bool

    /// Why a run of nothing is in order, where it is.
    let emptiness: Emptiness?

    /// Whether it was put together out of the reports of shards, which keep neither steps nor coverage.
    let isMerged: Bool
    /// What the runs left out, each with its policy where there are several.
    let notRun: [(policy: String?, left: NotRun)]

    /// Why a run may have nothing to run.
    package enum Emptiness: Sendable {
        /// The reports of all shards together tell whether the whole has.
        case shard
        /// What was changed touches no scenario.
        case unaffected

        var words: Text {
            switch self {
            case .shard: Text("no scenario of this shard", "в этой части сценариев нет")
            case .unaffected: Text("no scenario depends on what was changed", "от изменённого не зависит ни один сценарий")
            }
        }
    }

    package init(
        _ runs: [Run], language: Language, folder: String, showsTimes: Bool = false, emptiness: Emptiness? = nil, isMerged: Bool = false,
        notRun: [NotRun?] = []
    ) {
        (self.language, self.runs, self.showsTimes, self.emptiness) = (language, runs, showsTimes, emptiness)
        self.isMerged = isMerged
        self.notRun = zip(runs, notRun).compactMap { run, left in left.map { (runs.count > 1 ? run.policy : nil, $0) } }
        entries = runs.flatMap { run in
            run.results.map { Entry(result: $0, path: Self.relative($0.path, to: folder), policy: runs.count > 1 ? run.policy : nil) }
        }
        self.folder = folder
    }

    let folder: String

    var results: [FileResult] { entries.map(\.result) }
    var passed: Int { results.reduce(0) { $0 + $1.passed } }
    var failed: Int { results.reduce(0) { $0 + $1.failed } }
    var skipped: Int { results.reduce(0) { $0 + $1.scenarios.count { $0.outcome == .skipped } } }
    var known: Int { results.reduce(0) { $0 + $1.scenarios.count { $0.outcome == .knownFailure } } }
    var invalid: Int { results.count(where: \.isInvalid) }

    /// Whether nothing has run.
    var isEmpty: Bool { passed + failed + known + invalid == 0 }
    /// Why the report is not one of success though nothing failed: nothing has run, and somebody counts on something.
    var lack: String? { isEmpty && emptiness == nil ? Self.lack(skipped: skipped)[language] : nil }

    /// Why nothing has run.
    package static func lack(skipped: Int) -> Text {
        skipped == 0
            ? Text("no scenario was found", "не найдено ни одного сценария")
            : Text("nothing was run: every scenario says “skip”", "ничего не исполнено: каждый сценарий велено пропустить")
    }

    /// What was left out once enough had failed, a line a run.
    var leftOut: [String] { leftOut { $0 } }

    private func leftOut(_ policy: (String) -> String) -> [String] {
        notRun.map { ($0.policy.map { policy($0) + ": " } ?? "") + $0.left.words[language] }
    }

    /// A path as a repository knows it: from the folder in which the program runs, which only a whole path needs.
    package static func relative(_ path: String, to folder: @autoclosure () -> String) -> String {
        var parts = ScriptPath.parts(path).filter { $0 != "." }
        guard path.utf8.first == UInt8(ascii: "/") else { return parts.joined(separator: "/") }
        let own = ScriptPath.parts(folder())
        guard !own.isEmpty, parts.starts(with: own) else { return "/" + parts.joined(separator: "/") }
        parts.removeFirst(own.count)
        return parts.joined(separator: "/")
    }

    /// Draws with the names that files have in every report, however the command line wrote them.
    private var renderer: DiagnosticRenderer { DiagnosticRenderer(language: language) { [folder] in Self.relative($0, to: folder) } }

    /// A failure's place, source line, message and details, as the terminal shows them.
    func excerpt(_ failure: Failure, _ result: FileResult) -> String {
        renderer.excerpt(failure.span, label: failure.message[language], notes: failure.details.map { $0[language] }, sources: result.sources).rawText
    }

    /// The failures of a scenario in full, cut where nobody would read on.
    func excerpts(_ scenario: ScenarioResult, _ result: FileResult) -> String {
        var out = ""
        for (k, failure) in scenario.failures.enumerated() {
            guard k < 10, out.utf8.count < 16_000 else { return out + truncated(scenario.failures.count - k) }
            out += excerpt(failure, result)
        }
        return out
    }

    /// The mistakes of a file that did not run, in full.
    func mistakes(_ result: FileResult) -> String {
        let renderer = renderer
        var out = ""
        let errors = result.diagnostics.filter { $0.severity == .error }
        for (k, diagnostic) in errors.enumerated() {
            guard k < 10, out.utf8.count < 16_000 else { return out + truncated(errors.count - k) }
            out += renderer.render(diagnostic, sources: result.sources).rawText
        }
        return out
    }

    func truncated(_ left: Int) -> String { language("… truncated: \(left) more\n", "… сокращено, ещё \(left)\n") }

    /// "12 passed, 1 failed, 1 file not checked", for people, with the names of policies as a format writes them.
    func totals(_ policy: (String) -> String) -> String {
        var out = language("\(passed) passed, \(failed) failed", "прошло: \(passed), не прошло: \(failed)")
        if skipped > 0 { out += language(", skipped: \(skipped)", ", пропущено: \(skipped)") }
        if known > 0 { out += language(", known failures: \(known)", ", известных ошибок: \(known)") }
        for line in leftOut(policy) { out += "; " + line }
        if invalid > 0 {
            out += language(", not checked because of mistakes: ", ", не проверено из-за ошибок: ") + Plural.file.counted(invalid, language)
        }
        return out
    }

    /// Seconds with three decimals, as JUnit has them.
    func seconds(_ nanoseconds: UInt64) -> String {
        let milli = showsTimes ? (nanoseconds + 500_000) / 1_000_000 : 0
        let rest = String(milli % 1000)
        return "\(milli / 1000)." + String(repeating: "0", count: 3 - rest.utf8.count) + rest
    }
}
