import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// Reads and checks the scripts that a command names.
package struct ScriptSet {
    let options: Options
    /// How much a script may have.
    var limits: ScriptLimits
    var library = Library()

    /// What the command line names, files and folders.
    private let named: Set<PathKey>
    /// The folders among them, as the paths in them begin.
    private let folders: [String]
    private let kept = KeptFolder()

    package init(options: Options) {
        (self.options, limits) = (options, options.limits)
        named = Set((options.arguments + (options.policies ?? [])).map(PathKey.init))
        folders = (options.paths + (options.tests.takesAffected ? options.tests.roots : [])).map { $0.utf8.last == UInt8(ascii: "/") ? $0 : $0 + "/" }
    }

    /// What the paths of a command line come to.
    package struct Found {
        package var files: [String] = []
        package var passedOver: [ScriptWalk.PassedOver] = []
    }

    /// The files behind the paths of the command line, each once, in the order given and by name within a folder.
    package func files(_ paths: [String]) throws(ScriptWalk.UnreadablePath) -> Found {
        var out = Found()
        var seen = Set<PathKey>()
        for path in paths {
            let walk = try ScriptWalk(path)
            // One path names no file twice.
            for file in walk.scripts where paths.count == 1 || seen.insert(PathKey(Self.identity(of: file, isNamed: file == path))).inserted {
                out.files.append(file)
            }
            for passed in walk.passedOver where !out.passedOver.contains(passed) { out.passedOver.append(passed) }
        }
        return out
    }

    /// The same for all spellings of a path. A link that was found in a folder stays what it is: it is refused when it is read.
    private static func identity(of file: String, isNamed: Bool) -> String {
        isNamed ? FileStore.absolute(file) : FileStore.absolute(ScriptPath.root(of: file)) + "/" + ScriptPath.last(of: file)
    }

    /// The folder that was read from last.
    private final class KeptFolder {
        private var folder: OpenFolder?

        func open(_ path: String) -> OpenFolder? {
            if folder?.path != path { folder = OpenFolder(path) }
            return folder
        }
    }

    /// Reads one file; one that cannot be read is a script with that diagnostic. `bytes` stand in for what the file holds.
    package mutating func load(_ path: String, override: [PolicyChoice]? = nil, bytes: [UInt8]? = nil) -> Script {
        let limit = limits.syntax.fileBytes
        let root = ScriptPath.root(of: path)
        switch bytes.map(Result.success) ?? self.bytes(of: path, limit: limit) {
        case .success(let bytes):
            var loader = ScriptLoader(files: FileStore(root: root, limit: limit), limits: limits, override: override, path: path)
            return loader.load(SourceFile(name: path, bytes: bytes), library: &library)
        case .failure(let trouble):
            var script = Script(path: path)
            script.sources = [SourceFile(name: path, bytes: [])]
            script.diagnostics = [Self.diagnostic(trouble, path, limit)]
            return script
        }
    }

    /// Who reads the tables that a file names.
    func tables(for path: String) -> any TableFiles {
        ScriptReader(FileStore(root: ScriptPath.root(of: path), limit: limits.syntax.fileBytes), limits, path: path)
    }

    /// The same for what is run and asked about rather than tested: there it is no matter whether anything is checked.
    mutating func loadToRun(_ path: String, override: [PolicyChoice]? = nil) -> Script {
        var script = load(path, override: override)
        script.diagnostics.removeAll { $0.code == .nothingChecked }
        return script
    }

    /// A policy of the command line: an id, or a file that holds policies, the last of which counts.
    package mutating func choose(_ name: String) -> Result<PolicyChoice, BrokenPolicy> {
        guard SourceFile.isScript(name) else { return .success(.named(name)) }
        var script = load(name)
        if !script.hasErrors, script.definedPolicies.isEmpty { script.diagnostics.append(.noPolicyInFile(name, .none)) }
        guard !script.hasErrors, let policy = script.definedPolicies.last else { return .failure(BrokenPolicy(script: script)) }
        // The addresses of others may soon be those of something else.
        let kept = Set(policy.withExtended.map(\.address))
        return .success(.loaded(policy, files: script.policyFiles.filter { kept.contains($0.key) }))
    }

    /// A file that was named for its policy and has none, or has mistakes.
    package struct BrokenPolicy: Error {
        package let script: Script
    }

    /// What the user named is read as it is; what was found in a folder must not lead out of it.
    func bytes(of path: String, limit: Int) -> Result<[UInt8], FileTrouble> {
        if named.contains(PathKey(path)) { return FileStore.readNamed(path, limit: limit) }
        guard let folder = folders.first(where: { path.utf8.starts(with: $0.utf8) }) else { return FileStore.readNamed(path, limit: limit) }
        if ScriptPath.lies(path, directlyIn: folder), let open = kept.open(folder) { return open.read(path, limit: limit) }
        let inside = String(decoding: path.utf8.dropFirst(folder.utf8.count), as: UTF8.self)
        return FileStore(root: folder, limit: limit).read(inside)
    }

    /// What a file is written in.
    func language(of path: String) -> Language? { (try? bytes(of: path, limit: options.limits.syntax.fileBytes).get()).flatMap(RunLanguage.of) }

    static func diagnostic(_ trouble: FileTrouble, _ path: String, _ limit: Int) -> Diagnostic {
        let shown = path
        switch trouble {
        case .tooLarge:
            return Diagnostic(
                .fileTooLarge, Text("“\(shown)” is larger than the limit of \(limit) bytes", "«\(shown)» больше предела в \(limit) байт"), .none,
                help: [Text("--max-file-bytes N raises it", "предел поднимает --max-file-bytes N")])
        case .missing:
            return Diagnostic(
                .unreadable, Text("there is no file “\(shown)”", "нет файла «\(shown)»"), .none,
                help: FileStore.near(path).map { Diagnostic.nearFile($0, of: path) } ?? [])
        case .notRegular, .outside:
            return Diagnostic(.notRegular, Text("“\(shown)” is a link, a folder or not a plain file", "«\(shown)» — ссылка, папка или не обычный файл"), .none)
        case .unreadable(let why):
            return Diagnostic(.unreadable, Text("“\(shown)” cannot be read: ", "«\(shown)» не читается: ") + why, .none)
        }
    }

}
