import Glibc
import SfmRuntime
import SfmSyntax
import SfmTerms

/// `a.sfm:12` on a command line: the scenario around a line of a file.
package struct LineRequest: Sendable, Equatable {
    let path: String
    let line: Int

    /// `nil` where the word is a path as it stands: there is such a file, or no line stands behind it.
    init?(_ word: String) {
        guard let (path, line) = Self.parts(word), !Self.exists(word) else { return nil }
        // Diagnostics name a column as well.
        if let (inner, line) = Self.parts(path), !Self.exists(path) {
            (self.path, self.line) = (inner, line)
        } else {
            (self.path, self.line) = (path, line)
        }
        guard SourceFile.isScript(self.path) || Self.exists(self.path) else { return nil }
    }

    private static func parts(_ word: String) -> (path: String, line: Int)? {
        guard let colon = word.lastIndex(of: ":"), colon > word.startIndex else { return nil }
        let digits = word[word.index(after: colon)...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let line = Int(digits) else { return nil }
        return (String(word[..<colon]), line)
    }

    private static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether a path or a folder above it is one of these.
    private static func isPart(of whole: Set<PathKey>, _ path: String) -> Bool {
        guard !whole.isEmpty else { return false }
        var rest = path
        while !whole.contains(PathKey(rest)) {
            guard let slash = rest.lastIndex(of: "/") else { return false }
            if slash == rest.startIndex { return whole.contains(PathKey("/")) }
            rest = String(rest[..<slash])
        }
        return true
    }

    /// The command line with files in place of files and lines. One that is also named as a whole, or whose folder is, is taken whole.
    static func resolve(_ options: Options) throws(UsageError) -> Options {
        let requests = options.arguments.map { LineRequest($0) }
        guard requests.contains(where: { $0 != nil }) else { return options }
        var out = options
        out.arguments = []
        var named = Set<PathKey>()
        let whole = Set(zip(options.arguments, requests).filter { $1 == nil }.map { PathKey(FileStore.absolute($0.0)) })
        for (word, request) in zip(options.arguments, requests) {
            guard let request else {
                out.arguments.append(word)
                continue
            }
            if isFolder(request.path) {
                throw UsageError(
                    message: Text("“\(request.path)” is a folder: a line stands behind a file", "«\(request.path)» — папка, а строку указывают после файла"))
            }
            if named.insert(PathKey(request.path)).inserted { out.arguments.append(request.path) }
            if !isPart(of: whole, FileStore.absolute(request.path)) { out.tests.lines.append(request) }
        }
        return out
    }
}

/// Where the scenarios of a file stand, from the first to the last.
private struct ScenarioPlaces {
    private let all: [(lines: ClosedRange<Int>, title: String)]

    /// `nil` where the file is not in order.
    init?(_ path: String, _ scripts: inout ScriptSet) {
        let script = scripts.load(path)
        guard !script.hasErrors, let source = script.sources.first else { return nil }
        let scenarios = script.scenariosToRun(named: ScriptPath.last(of: path)).filter { $0.extent.file == 0 }
        all = scenarios.map { scenario in
            let first = source.reportedLine(of: Int(scenario.extent.lower))
            return (first...max(first, source.reportedLine(of: Int(scenario.extent.upper))), scenario.title)
        }.sorted { $0.lines.lowerBound < $1.lines.lowerBound }
    }

    /// How many begin at a line or before it.
    private func count(upTo line: Int) -> Int {
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            if all[middle].lines.lowerBound <= line { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func hasOne(around line: Int) -> Bool {
        let next = count(upTo: line)
        return next > 0 && all[next - 1].lines.contains(line)
    }

    /// Whichever begins nearest to a line.
    func nearest(to line: Int) -> (line: Int, title: String)? {
        let next = count(upTo: line)
        let near = [next - 1, next].filter(all.indices.contains).min {
            (all[$0].lines.lowerBound - line).magnitude < (all[$1].lines.lowerBound - line).magnitude
        }
        return near.map { (all[$0].lines.lowerBound, all[$0].title) }
    }
}

extension TestPlan {
    /// Nobody reads more of them.
    private static let mostEmptyLines = 20

    /// Says which lines that were asked for have no scenario around them, with what stands nearest; whether there are any.
    func saysEmptyLines(_ environment: Environment) -> Bool {
        var scripts = ScriptSet(options: environment.options)
        var places: [PathKey: ScenarioPlaces?] = [:]
        let language = environment.language()
        var left = 0
        for request in environment.options.tests.lines {
            let key = PathKey(request.path)
            if places[key] == nil { places[key] = .some(ScenarioPlaces(request.path, &scripts)) }
            guard let known = places[key] ?? nil, !known.hasOne(around: request.line) else { continue }
            left += 1
            guard left <= Self.mostEmptyLines else { continue }
            let place: SafeText = "\(request.path):\(request.line)"
            var text: SafeText = language("no scenario stands around \(place)", "\(place): в этом месте нет сценария")
            if let near = known.nearest(to: request.line) {
                text += language(
                    "; the nearest begins at line \(near.line): “\(title: near.title)”",
                    "; ближайший начинается со строки \(near.line): «\(title: near.title)»")
            }
            environment.console.report("sfm: \(text)\n")
        }
        let more = left - Self.mostEmptyLines
        if more > 0 { environment.console.report(language("sfm: … and \(more) lines more\n", "sfm: … и ещё строк: \(more)\n")) }
        return left > 0
    }
}
