/// The shape that `JSONReporter` gives a report, down to the last member: a report that somebody changed is not added up.
extension JSONValue {
    /// Whether this is the report of a shard, with totals that are those of its scenarios.
    var isShardReport: Bool {
        guard has(["shard", "files", "passed", "failed"], maybe: ["seed", "notRun", "status"]), isMaybe("seed", \.isText), isMaybe("status", \.isText),
            isMaybe("notRun", \.isCount),
            self["shard"]?.has(["index", "count", "total", "held", "digest", "places", "paths"]) ?? false, self["shard"]?["digest"]?.isText ?? false,
            let files = self["files"]?.elements, files.allSatisfy(\.isFile)
        else { return false }
        let scenarios = files.flatMap { $0["scenarios"]?.elements ?? [] }
        let passed = scenarios.count { $0["status"] == .string("passed") }
        return self["passed"] == .number(passed) && self["failed"] == .number(scenarios.count - passed)
    }

    private var isFile: Bool {
        has(["path", "scenarios"], maybe: ["diagnostics"]) && holds("path", \.isText) && isList("scenarios", \.isScenario)
            && isMaybe("diagnostics") { $0.isList(\.isDiagnostic) && $0 != .array([]) }
    }

    private var isScenario: Bool {
        guard has(["name", "line", "status", "steps", "failures"]), holds("name", \.isText), holds("line", \.isCount), holds("steps", \.isCount),
            isList("failures", \.isFailure)
        else { return false }
        return self["status"] == .string(self["failures"] == .array([]) ? "passed" : "failed")
    }

    private var isFailure: Bool {
        has(["line", "column", "message", "clauses"], maybe: ["row"]) && isMaybe("row", \.isCount) && isPlace && holds("message", \.isText)
            && isList("clauses", \.isText)
    }

    private var isDiagnostic: Bool {
        let words = ["code", "severity", "message", "help"]
        let isPlaced = has(words + ["path", "line", "column"], maybe: ["row"]) && isMaybe("row", \.isCount) && holds("path", \.isText) && isPlace
        return (isPlaced || has(words)) && holds("code", \.isText) && ["error", "warning"].contains(self["severity"]?.string)
            && holds("message", \.isText) && isList("help", \.isText)
    }

    private var isPlace: Bool { holds("line", \.isCount) && holds("column", \.isCount) }
    private var isText: Bool { string != nil }
    private var isCount: Bool { number.map { $0 >= 0 } ?? false }

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
