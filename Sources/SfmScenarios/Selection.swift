import SfmRuntime
import SfmSyntax

/// Which scenarios a run takes: by title or path, by tag, by what failed last time.
package struct Selection: Sendable {
    /// A scenario fits where one of these is in its title or its path; with `*` or `?`, where it is the whole of one.
    package var filters: [String] = []
    /// All must hold: `a`, `a,b` (one of them), `!a`.
    package var tags: [String] = []
    /// The titles taken of a file; a file that is not here is taken whole, and so is one that has none of them.
    package var titles: [String: Set<String>] = [:]

    package init() {}

    package var isEverything: Bool { filters.isEmpty && tags.isEmpty && titles.isEmpty }

    package func takes(_ scenario: ScenarioNode, of path: String) -> Bool {
        matchesFilter(scenario.title, path) && tags.allSatisfy { Self.holds($0, of: scenario.tags) }
    }

    private func matchesFilter(_ title: String, _ path: String) -> Bool {
        guard !filters.isEmpty else { return true }
        let places = [title, path, ScriptPath.last(of: path)].map(Self.folded)
        return filters.map(Self.folded).contains { filter in
            filter.contains("*") || filter.contains("?")
                ? places.contains { Glob.matches(filter, $0) } : places.contains { $0.contains(filter) }
        }
    }

    /// What of the words of a selection was found to mean something.
    package struct Hits: Sendable {
        /// The places of the filters that fit a scenario.
        package var filters = Set<Int>()
        /// The tags that scenarios have.
        package var tags = Set<String>()

        package init() {}

        package mutating func merge(_ other: Hits) {
            filters.formUnion(other.filters)
            tags.formUnion(other.tags)
        }
    }

    /// What of the words fits one of a file's scenarios, whether the others fit it or not.
    package func hits(_ scenarios: [ScenarioNode], of path: String) -> Hits {
        var out = Hits()
        for scenario in scenarios {
            out.tags.formUnion(scenario.tags.map(Self.folded))
            for (k, filter) in filters.enumerated() where !out.filters.contains(k) {
                var alone = Selection()
                alone.filters = [filter]
                if alone.takes(scenario, of: path) { out.filters.insert(k) }
            }
        }
        return out
    }

    private static func holds(_ wanted: String, of tags: [String]) -> Bool {
        let own = tags.map(folded)
        if wanted.hasPrefix("!") { return !alternatives(String(wanted.dropFirst())).contains(where: own.contains) }
        return alternatives(wanted).contains(where: own.contains)
    }

    package static func alternatives(_ tag: String) -> [String] { tag.split(separator: ",").map { folded(String($0)) } }

    /// Without case, `ё` being `е`.
    package static func folded(_ text: String) -> String {
        String(text.lowercased().map { $0 == "ё" ? "е" : $0 })
    }
}

/// `*` stands for anything, `?` for one letter; never slower than the product of the two lengths.
enum Glob {
    static func matches(_ pattern: String, _ text: String) -> Bool {
        let (p, t) = (Array(pattern), Array(text))
        var (i, j) = (0, 0)
        var star: (pattern: Int, text: Int)?
        while j < t.count {
            if i < p.count, p[i] == "*" {
                star = (i, j)
                i += 1
            } else if i < p.count, p[i] == "?" || p[i] == t[j] {
                (i, j) = (i + 1, j + 1)
            } else if let last = star {
                // The last star takes one letter more.
                star = (last.pattern, last.text + 1)
                (i, j) = (last.pattern + 1, last.text + 1)
            } else {
                return false
            }
        }
        return p[i...].allSatisfy { $0 == "*" }
    }
}

/// What a run takes of every file, in which order, and where it stops.
package struct RunPlan: Sendable {
    package var selection = Selection()
    /// Where given, the order of scenarios follows from it.
    package var seed: UInt64?
    package var stopsAtFailure = false

    package init() {}

    /// The scenarios of a script that the run takes, in its order.
    package func scenarios(of script: Script, named fallback: @autoclosure () -> String) -> [ScenarioNode] {
        var all = script.scenariosToRun(named: fallback())
        // Titles that the file no longer has say nothing about it.
        if let titles = selection.titles[script.path], all.contains(where: { titles.contains($0.title) }) { all.removeAll { !titles.contains($0.title) } }
        let taken = selection.isEverything ? all : all.filter { selection.takes($0, of: script.path) }
        guard let seed else { return taken }
        var numbers = SeededNumbers(seed: seed ^ StableHash.of(script.path))
        return numbers.shuffled(taken)
    }
}

extension Script {
    /// Everything that a test of the file runs: loose steps as one scenario under the name given, scenarios, model solutions.
    package func scenariosToRun(named fallback: @autoclosure () -> String) -> [ScenarioNode] {
        if looseSteps.isEmpty, exercises.isEmpty { return scenarios }
        var out: [ScenarioNode] = []
        if let first = looseSteps.first {
            out.append(ScenarioNode(title: fallback(), titleSpan: first.span, tags: [], steps: looseSteps, span: first.span))
        }
        return out + scenarios + exercises.map(\.scenario)
    }

    /// The line of a scenario, as its file counts them; of one with a table that of its row.
    package func line(of scenario: ScenarioNode) -> Int {
        let source = sources[Int(scenario.span.file)]
        return source.row?.line ?? source.reportedLine(of: Int(scenario.span.lower))
    }
}
