import Glibc
import SfmRuntime
import SfmScenarios

/// What failed in the last run from this folder, kept in the user's state.
struct LastFailed {
    /// A scenario, or with an empty title a file that has mistakes.
    struct Entry: Hashable {
        let path: String
        let title: String
    }

    private(set) var entries: [Entry] = []
    private let file: String?

    init(_ console: Console) {
        file = console.stateFile("failed/" + Self.key(WorkingFolder.path) + ".json")
        guard let file, case .success(let bytes) = FileStore.readNamed(file, limit: 1 << 24), let value = JSONValue(bytes) else { return }
        entries = (value["failed"]?.elements ?? []).compactMap { entry in
            guard let path = entry["path"]?.string, let title = entry["name"]?.string else { return nil }
            return Entry(path: path, title: title)
        }
    }

    private static func key(_ path: String) -> String {
        var hash = StableHash()
        hash.add(path)
        return hash.text
    }

    /// Takes a run in: what ran is forgotten, what failed is kept. Where nothing fails and nothing did, nothing is written.
    /// A run without a selection of its own forgets whatever a file is no longer called.
    mutating func remember(_ results: [FileResult], of plan: RunPlan) {
        let isWhole = plan.selection.filters.isEmpty && plan.selection.tags.isEmpty && plan.selection.lines.isEmpty && plan.mostFailures == nil
        let before = entries
        // Of most files nothing was remembered and nothing is to be: their names alone say so.
        let names = Set(entries.map { ScriptPath.last(of: $0.path) })
        for result in results where result.isInvalid || result.failed > 0 || !names.isEmpty && names.contains(ScriptPath.last(of: result.path)) {
            let path = WorkingFolder.relative(result.path)
            let ran = Set(result.scenarios.map(\.title))
            entries.removeAll { $0.path == path && (isWhole || $0.title.isEmpty || ran.contains($0.title)) }
            if result.isInvalid { entries.append(Entry(path: path, title: "")) }
            entries += result.scenarios.filter(\.failed).map { Entry(path: path, title: $0.title) }
        }
        guard let file, entries != before else { return }
        if entries.isEmpty {
            unlink(file)
            return
        }
        var json = JSONWriter()
        json.object { out in
            out.member("failed")
            out.array { out in
                for entry in entries {
                    out.object {
                        $0.member("path")
                        $0.string(entry.path)
                        $0.member("name")
                        $0.string(entry.title)
                    }
                }
            }
        }
        // A state that cannot be kept is no reason to fail a run.
        _ = FileWriter.replace(file, with: Array((json.text + "\n").utf8), at: .state)
    }
}
