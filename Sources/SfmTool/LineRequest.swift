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

    /// The command line with files in place of files and lines. One that is also named as a whole, or whose folder is, is taken whole.
    static func resolve(_ options: Options) throws(UsageError) -> Options {
        let requests = options.arguments.map { LineRequest($0) }
        guard requests.contains(where: { $0 != nil }) else { return options }
        var out = options
        out.arguments = []
        let whole = zip(options.arguments, requests).filter { $1 == nil }.map { FileStore.absolute($0.0) }
        for (word, request) in zip(options.arguments, requests) {
            guard let request else {
                out.arguments.append(word)
                continue
            }
            if isFolder(request.path) {
                throw UsageError(
                    message: Text("“\(request.path)” is a folder: a line stands behind a file", "«\(request.path)» — папка, а строку указывают после файла"))
            }
            if !out.arguments.contains(request.path) { out.arguments.append(request.path) }
            let path = FileStore.absolute(request.path)
            if !whole.contains(where: { path == $0 || path.hasPrefix($0 + "/") }) { out.tests.lines.append(request) }
        }
        return out
    }
}

extension TestPlan {
    /// Says which lines that were asked for have no scenario around them, with what stands nearest; whether there are any.
    func saysEmptyLines(_ environment: Environment) -> Bool {
        var scripts = ScriptSet(options: environment.options)
        let language = environment.language()
        var isEmpty = false
        for request in environment.options.tests.lines {
            let script = scripts.load(request.path)
            guard !script.hasErrors, let source = script.sources.first else { continue }
            let all = script.scenariosToRun(named: ScriptPath.last(of: request.path)).filter { $0.extent.file == 0 }
            guard script.scenarios(among: all, aroundLines: [request.line]).isEmpty else { continue }
            isEmpty = true
            let heads = all.map { (line: source.reportedLine(of: Int($0.extent.lower)), title: $0.title) }
            let near = heads.min { ($0.line - request.line).magnitude < ($1.line - request.line).magnitude }
            let place = Safe.text("\(request.path):\(request.line)")
            var text = language == .english ? "no scenario stands around \(place)" : "\(place): в этом месте нет сценария"
            if let near {
                let title = Safe.title(near.title)
                text +=
                    language == .english
                    ? "; the nearest begins at line \(near.line): “\(title)”" : "; ближайший начинается со строки \(near.line): «\(title)»"
            }
            environment.console.report("sfm: " + text + "\n")
        }
        return isEmpty
    }
}
