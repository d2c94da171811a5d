/// The shape that `JSONReporter` gives a report, down to the last member: a report that somebody changed is not added up.
extension JSONValue {
    /// Whether this is the report of a shard, with totals that are those of its scenarios.
    var isShardReport: Bool {
        let members = ["index", "count", "total", "held", "digest", "places", "paths", "language"]
        guard has(["shard", "files", "passed", "failed"], maybe: ["seed", "status", "skipped", "knownFailures"]), isMaybe("seed", \.isText),
            isMaybe("status", \.isText), self["shard"]?.has(members) ?? false, self["shard"]?["digest"]?.isText ?? false,
            let files = self["files"]?.elements, files.allSatisfy(\.isFile)
        else { return false }
        let scenarios = files.flatMap { $0["scenarios"]?.elements ?? [] }
        func count(_ outcome: ScenarioResult.Outcome) -> Int { scenarios.count { $0["status"] == .string(outcome.rawValue) } }
        return self["passed"] == .number(count(.passed)) && self["failed"] == .number(count(.failed)) && (self["skipped"]?.number ?? 0) == count(.skipped)
            && (self["knownFailures"]?.number ?? 0) == count(.knownFailure)
    }

    private var isFile: Bool {
        has(["path", "scenarios", FileRecord.member], maybe: ["diagnostics"]) && holds("path", \.isText) && isList("scenarios", \.isScenario)
            && isMaybe("diagnostics") { $0.isList(\.isDiagnostic) && $0 != .array([]) }
    }

    private var isScenario: Bool {
        guard has(["name", "line", "status", "steps", "failures"], maybe: ["reason", "tags", "exploration"]),
            isMaybe("exploration", \.isExploration), isMaybe("tags", { $0.isList(\.isText) && $0 != .array([]) }), holds("name", \.isText),
            holds("line", \.isCount),
            holds("steps", \.isCount), isList("failures", \.isFailure), let outcome = self["status"]?.string.flatMap(ScenarioResult.Outcome.init)
        else { return false }
        switch outcome {
        case .passed, .skipped: return self["failures"] == .array([]) && (outcome == .skipped) == (self["reason"]?.isText ?? false)
        case .failed: return self["failures"] != .array([]) && self["reason"] == nil
        case .knownFailure: return self["failures"] != .array([]) && holds("reason", \.isText)
        }
    }

    /// What an exploration has seen; of one that was not run nothing.
    private var isExploration: Bool {
        if self == .object([]) { return true }
        guard has(["situations", "depth", "complete"], maybe: ["walks", "idle"]), case .bool? = self["complete"] else { return false }
        guard isMaybe("walks", \.isCount), isMaybe("idle", { $0.isList(\.isText) && $0 != .array([]) }) else { return false }
        return holds("situations", \.isCount) && holds("depth", \.isCount)
    }

    private var isFailure: Bool {
        has(["line", "column", "message", "clauses"], maybe: ["row"]) && isMaybe("row", \.isCount) && isPlace && holds("message", \.isText)
            && isList("clauses", \.isText)
    }

    private var isDiagnostic: Bool {
        let words = ["code", "severity", "message", "help", "fixes"]
        let isPlaced =
            has(words + ["path", "line", "column", "endLine", "endColumn"], maybe: ["row"]) && isMaybe("row", \.isCount) && holds("path", \.isText)
            && isPlace && holds("endLine", \.isCount) && holds("endColumn", \.isCount)
        return (isPlaced || has(words)) && holds("code", \.isText) && ["error", "warning"].contains(self["severity"]?.string)
            && holds("message", \.isText) && isList("help", \.isText) && self["fixes"]?.elements != nil
    }

    private var isPlace: Bool { holds("line", \.isCount) && holds("column", \.isCount) }
    private var isText: Bool { string != nil }
    /// A number that nothing can have more of, so that sums of such are numbers too.
    static let mostCounted = 1 << 40

    private var isCount: Bool { number.map { (0...Self.mostCounted).contains($0) } ?? false }

    /// Whether this is an object of just these members, each once.
    private func has(_ names: [String], maybe others: [String] = []) -> Bool {
        guard case .object(let members) = self else { return false }
        let found = Set(members.map(\.name))
        return found.count == members.count && found.isSuperset(of: names) && found.isSubset(of: names + others)
    }

    private func holds(_ name: String, _ test: (JSONValue) -> Bool) -> Bool { self[name].map(test) ?? false }
    private func isMaybe(_ name: String, _ test: (JSONValue) -> Bool) -> Bool { self[name].map(test) ?? true }
    private func isList(_ test: (JSONValue) -> Bool) -> Bool { elements?.allSatisfy(test) ?? false }
    private func isList(_ name: String, _ test: (JSONValue) -> Bool) -> Bool { self[name]?.isList(test) ?? false }
}
