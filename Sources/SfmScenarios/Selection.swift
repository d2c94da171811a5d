import SfmRuntime
import SfmSyntax

/// Which scenarios a run takes: by title or path, by tag, by line, by what failed last time.
package struct Selection: Sendable {
    /// A scenario fits where one of these holds of its title or its path.
    package var filters: [ScenarioQuery] = []
    /// All must hold of its tags.
    package var tags: [ScenarioQuery] = []
    /// The titles taken of a file; a file that is not here is taken whole, and so is one that has none of them.
    package var titles: [String: Set<String>] = [:]
    /// The lines of a file around which a scenario is taken; a file that is not here is taken whole.
    package var lines: [PathKey: [Int]] = [:]

    package init() {}

    package var isEverything: Bool { filters.isEmpty && tags.isEmpty && titles.isEmpty && lines.isEmpty }

    package func takes(_ scenario: ScenarioNode, of path: String) -> Bool {
        guard !filters.isEmpty || !tags.isEmpty else { return true }
        let tags = scenario.tags.map(Self.folded)
        guard self.tags.allSatisfy({ $0.holds(tags) }) else { return false }
        return filters.isEmpty || fitsFilters(scenario, of: path)
    }

    /// Whether a scenario fits one of the filters, or one of the tags, whatever else is asked of it.
    package func fitsFilters(_ scenario: ScenarioNode, of path: String) -> Bool {
        let places = Self.places(scenario, path)
        return filters.contains { $0.holds(places) }
    }

    package static func fits(_ tag: ScenarioQuery, _ scenario: ScenarioNode) -> Bool { tag.holds(scenario.tags.map(folded)) }

    private static func places(_ scenario: ScenarioNode, _ path: String) -> [String] { [scenario.title, path, ScriptPath.last(of: path)].map(folded) }

    /// What of the words of a selection was found to mean something.
    package struct Hits: Sendable {
        /// The words of the filters that fit a scenario, by the filter's place and their own.
        package var filters = Set<[Int]>()
        /// The tags that scenarios have.
        package var tags = Set<String>()
        /// The filters that a title holds word for word though the filter, read as what it says, does not take it.
        package var literal = Set<Int>()

        package init() {}

        package mutating func merge(_ other: Hits) {
            filters.formUnion(other.filters)
            tags.formUnion(other.tags)
            literal.formUnion(other.literal)
        }
    }

    /// What of the words fits one of a file's scenarios, whether the others fit it or not.
    package func hits(_ scenarios: [ScenarioNode], of path: String) -> Hits {
        var out = Hits()
        let texts = filters.map { $0.isCompound ? Self.folded($0.text) : "" }
        // A word that something fits is not looked for any further.
        var missing = filters.enumerated().flatMap { k, filter in filter.words.indices.map { (filter: k, word: $0) } }
        for scenario in scenarios {
            out.tags.formUnion(scenario.tags.map(Self.folded))
            guard !filters.isEmpty else { continue }
            let places = Self.places(scenario, path)
            missing.removeAll { k, word in
                guard filters[k].fits(word, places) else { return false }
                out.filters.insert([k, word])
                return true
            }
            for (k, filter) in filters.enumerated() {
                if filter.isCompound, !filter.holds(places), places[0].contains(texts[k]) { out.literal.insert(k) }
            }
        }
        return out
    }

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
    /// After so many failures the rest is not run.
    package var mostFailures: Int?
    /// How often explorations walk at random, and which numbers say where to; without it they see everything.
    package var walks: (count: Int, seed: UInt64)?

    package init() {}

    /// The scenarios of a script that the run takes, in its order.
    package func scenarios(of script: Script, named fallback: @autoclosure () -> String) -> [ScenarioNode] {
        var all = script.scenariosToRun(named: fallback())
        // Titles that the file no longer has say nothing about it.
        if let titles = selection.titles[script.path], all.contains(where: { titles.contains($0.title) }) { all.removeAll { !titles.contains($0.title) } }
        if let lines = selection.lines[PathKey(script.path)] { all = script.scenarios(among: all, aroundLines: lines) }
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
            let whole = Span(0, sources.first?.bytes.count ?? 0, file: 0)
            out.append(ScenarioNode(title: fallback(), titleSpan: first.span, tags: [], steps: looseSteps, span: first.span, extent: whole))
        }
        return out + scenarios + exercises.map(\.scenario)
    }

    /// Those that stand around one of the lines; a row of a table is the scenario that was made with it.
    package func scenarios(among all: [ScenarioNode], aroundLines lines: [Int]) -> [ScenarioNode] {
        guard let source = sources.first else { return [] }
        let places = all.map { scenario -> (row: Int?, lines: ClosedRange<Int>)? in
            guard scenario.extent.file == 0 else { return nil }
            let (first, last) = (source.reportedLine(of: Int(scenario.extent.lower)), source.reportedLine(of: Int(scenario.extent.upper)))
            return (sources[Int(scenario.span.file)].row?.lineInScript, first...max(first, last))
        }
        // A line of a row is that row's alone; any other stands for all of what is around it.
        let rows = Set(places.compactMap { $0?.row })
        let (asked, others) = (Set(lines), lines.filter { !rows.contains($0) }.sorted())
        func isTaken(_ place: (row: Int?, lines: ClosedRange<Int>)?) -> Bool {
            guard let place else { return false }
            if let row = place.row, asked.contains(row) { return true }
            var (low, high) = (0, others.count)
            while low < high {
                let middle = (low + high) / 2
                if others[middle] < place.lines.lowerBound { low = middle + 1 } else { high = middle }
            }
            return low < others.count && others[low] <= place.lines.upperBound
        }
        return all.indices.filter { isTaken(places[$0]) }.map { all[$0] }
    }

    /// The line of a scenario, as its file counts them; of one with a table that of its row.
    package func line(of scenario: ScenarioNode) -> Int {
        let source = sources[Int(scenario.span.file)]
        return source.row?.lineInScript ?? source.reportedLine(of: Int(scenario.span.lower))
    }
}
