import Glibc
import SfmRuntime
import SfmSyntax
import SfmTerms

/// Files, and what stands in them, for a line that is being written.
struct CompletionFiles {
    private let console: Console

    init(_ console: Console) { self.console = console }

    // MARK: - Names

    /// Scripts and folders.
    func scripts(_ current: String) -> [WordCandidate] { list(current) { SourceFile.isScript($0) } }

    /// Files of those endings, or all, and folders.
    func files(_ current: String, endings: [String]?) -> [WordCandidate] { list(current) { endings?.contains(where: $0.hasSuffix) ?? true } }

    /// Whoever has more in a folder types a letter first.
    private static let mostEntries = 20_000

    private func list(_ current: String, _ takes: (String) -> Bool) -> [WordCandidate] {
        // As bytes: to a file system a slash is one whatever mark follows it.
        let behind = current.utf8.lastIndex(of: UInt8(ascii: "/")).map(current.utf8.index(after:)) ?? current.startIndex
        let (folder, typed) = (String(current.utf8[..<behind]) ?? "", String(current.utf8[behind...]) ?? "")
        var place = folder.isEmpty ? "." : folder
        if place.hasPrefix("~/"), let home = console.environment["HOME"] { place = home + place.dropFirst() }
        guard let stream = opendir(place) else { return [] }
        defer { closedir(stream) }
        var out: [WordCandidate] = []
        var entries = 0
        while entries < Self.mostEntries, let entry = readdir(stream) {
            entries += 1
            // A name that is no text cannot be typed.
            let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            guard let name = String(validating: bytes, as: UTF8.self) else { continue }
            guard name != ".", name != "..", name.utf8.starts(with: typed.utf8), typed.hasPrefix(".") || !name.hasPrefix(".") else { continue }
            var status = stat()
            let isFolder = stat(place + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            // A name that begins with a hyphen would be an option.
            let path = (folder.isEmpty && name.hasPrefix("-") ? "./" : folder) + name
            if isFolder { out.append(WordCandidate(value: path + "/")) } else if takes(name) { out.append(WordCandidate(value: path)) }
        }
        return out.sorted { $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) }
    }

    // MARK: - What stands in scripts

    struct Found {
        /// With the number of scenarios that have each.
        var tags: [(name: String, count: Int)] = []
        var titles: [String] = []
    }

    /// Somebody waits for it with a finger on the key.
    private static let (mostFiles, mostBytes) = (500, 4 << 20)

    func found(in paths: [String]) -> Found {
        guard let options = try? Options(["test", "--"] + paths) else { return Found() }
        let files = paths.flatMap { (try? ScriptWalk($0, most: Self.mostEntries).scripts) ?? [] }
        let scripts = ScriptSet(options: options)
        var counts: [String: Int] = [:]
        var out = Found()
        var bytes = 0
        for file in files.prefix(Self.mostFiles) {
            guard case .success(let text) = scripts.bytes(of: file, limit: Self.mostBytes) else { continue }
            bytes += text.count
            guard bytes <= Self.mostBytes else { break }
            var parser = Parser(grammar: Sfm.grammar)
            for scenario in parser.parse(SourceFile(name: file, bytes: text)).scenarios {
                for tag in Set(scenario.tags) { counts[tag, default: 0] += 1 }
                out.titles.append(scenario.title)
            }
        }
        out.tags = counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
        return out
    }

    func counted(_ scenarios: Int, _ language: Language) -> String {
        Plural("scenario", "scenarios", ru: "сценарий", "сценария", "сценариев").counted(scenarios, language)
    }
}
