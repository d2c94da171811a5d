import Glibc
import SfmRuntime
import SfmSyntax
import SfmTerms

/// `sfm.toml`: where it is, and what it may lead to.
///
/// A pull request may bring it, so that it is trusted with no more than a script is: it names nothing outside of its own folder, nothing
/// hidden and no link that leads away, and it raises no limit.
struct ProjectFile {
    static let name = "sfm.toml"
    private static let largest = 64 * 1024

    /// The way to it from the working folder, as it is shown.
    let path: String
    let source: SourceFile

    /// The folder that it stands in, as paths begin with it; empty for the working folder.
    var folder: String { path.contains("/") ? String(path[...(path.lastIndex(of: "/") ?? path.startIndex)]) : "" }

    /// The file named, or the nearest one: in the working folder or, within a repository, above it up to its root. `nil` where there is none.
    static func find(_ options: Options) -> Result<ProjectFile?, BadSettings> {
        if options.ignoresConfig { return .success(nil) }
        if let named = options.config { return read(named).map { $0 } }
        var way = ""
        for folder in upwards() {
            if exists(way + name) { return read(way + name).map { $0 } }
            if exists(folder + "/.git") { break }
            way += "../"
        }
        return .success(nil)
    }

    /// The working folder and, where it is part of a repository, those above it up to its root.
    private static func upwards() -> [String] {
        let working = WorkingFolder.path
        var all: [String] = []
        var folder = working
        while true {
            all.append(folder)
            if exists(folder + "/.git") { return all }
            guard folder.count > 1, let slash = folder.lastIndex(of: "/") else { return [working] }
            folder = String(folder[..<slash])
        }
    }

    private static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// A link is not followed even where it was named: what a wrong line is shown with would be somebody else's file.
    private static func read(_ path: String) -> Result<ProjectFile, BadSettings> {
        switch FileStore(root: ScriptPath.root(of: path), limit: largest).read(ScriptPath.last(of: path)) {
        case .success(let bytes): return .success(ProjectFile(path: path, source: SourceFile(name: path, bytes: bytes)))
        case .failure(.tooLarge):
            let message = Text("“\(path)” is larger than \(largest) bytes", "«\(path)» больше \(largest) байт")
            return .failure(BadSettings(diagnostics: [Diagnostic(.badSettings, message, .none)], source: nil))
        case .failure(let trouble): return .failure(BadSettings(diagnostics: [ScriptSet.diagnostic(trouble, path, largest)], source: nil))
        }
    }

    // MARK: - Paths

    /// Why a path is refused; `nil` where it leads to something below the file's own folder.
    func refusal(of inner: String, mayBeMissing: Bool) -> Text? {
        let parts = inner.split(separator: "/", omittingEmptySubsequences: false)
        if inner.isEmpty || inner.hasPrefix("/") || inner.hasPrefix("~") || parts.contains("..") {
            return Text("“\(inner)” does not lie below the folder of \(Self.name)", "«\(inner)» лежит не внутри папки, где \(Self.name)")
        }
        if parts.contains(where: { $0.hasPrefix(".") && $0 != "." }) {
            return Text("“\(inner)” is hidden: a name in it begins with a dot", "«\(inner)» — скрытое место: имя начинается с точки")
        }
        if !mayBeMissing, !Self.exists(folder + inner) { return Text("there is no “\(inner)”", "нет «\(inner)»") }
        let root = FileStore.absolute(folder.isEmpty ? "." : folder)
        // What is there leads where it leads; what is not will be made below what is.
        var known = parts
        while !known.isEmpty, !Self.exists(folder + known.joined(separator: "/")) { known.removeLast() }
        let real = FileStore.absolute(known.isEmpty ? (folder.isEmpty ? "." : folder) : folder + known.joined(separator: "/"))
        guard real == root || real.hasPrefix(root == "/" ? root : root + "/") else {
            return Text("“\(inner)” leads out of the folder of \(Self.name)", "«\(inner)» ведёт за пределы папки, где \(Self.name)")
        }
        return nil
    }
}

/// Settings that cannot be taken, with everything that is wrong with them.
struct BadSettings: Error {
    let diagnostics: [Diagnostic]
    let source: SourceFile?
    /// What the settings themselves say of it.
    var language: Language?
}
